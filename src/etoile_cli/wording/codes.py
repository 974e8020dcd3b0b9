"""Codes in words: the names of several countries or languages in a sentence."""

from collections.abc import Sequence

from etoile_cli.catalogue.standards import code_name
from etoile_cli.catalogue.vocabulary import Standard
from etoile_cli.text.values import enumerate_words, show


def code_names(standard: Standard, codes: Sequence[str]) -> str:
    """Return the names of codes in a sentence: `France and United States`."""
    return enumerate_words([show(code_name(standard, code)) for code in codes])
