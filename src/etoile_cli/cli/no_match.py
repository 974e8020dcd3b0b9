"""The answer that nothing matches, and what was probably meant."""

from collections.abc import Sequence

from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.errors import NoMatchError


def no_match(section: str, asked: Sequence[str], words: Sequence[str]) -> NoMatchError:
    """Return the error that nothing in a section, or in any, matches what is asked.

    Its hint is a term that was probably meant by one of the words.
    """
    told = " and ".join(asked)
    if section in SECTIONS:
        hint = _term_meant(words, [RECORD_TYPES[section]])
        return NoMatchError(f"nothing in {SECTIONS[section].command} matches {told}", hint=hint)
    return NoMatchError(f"nothing matches {told}", hint=_term_meant(words, [Show, *RECORD_TYPES.values()], "section"))


def nothing_under(section: str, what: str) -> str:
    """Return the message that a catalogue, or all, has no records in a section."""
    return f"{what} nothing under {SECTIONS[section].command}"


def _term_meant(words: Sequence[str], types: Sequence[type[Record]], *others: str) -> str:
    """Return the question whether a term was meant by a word whose key is near to one; empty if none is."""
    if not any(":" in word for word in words):
        return ""
    from etoile_cli.listing.terms import near

    return near.term_meant(words, types, *others)
