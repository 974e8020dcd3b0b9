"""Codes in words: the names of several countries or languages in a sentence."""

from collections.abc import Sequence

from etoile_cli.catalogue.standards import code_name
from etoile_cli.catalogue.vocabulary import Standard
from etoile_cli.text.values import enumerate_words, show


def except_text(text: str, left_out: Sequence[str]) -> str:
    """Return `worldwide except Japan and South Korea`: a text, and the names of what is left out of it."""
    return f"{text} except {enumerate_words(left_out)}" if left_out else text


def code_names(standard: Standard, codes: Sequence[str]) -> str:
    """Return the names of codes in a sentence: `France and United States`."""
    return enumerate_words([show(code_name(standard, code)) for code in codes])
