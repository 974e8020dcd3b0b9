"""The answer that nothing matches, and what was probably meant."""

from collections.abc import Sequence

from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.errors import NoMatchError
from etoile_cli.listing.columns import SEARCH


def no_match(section: str, asked: Sequence[str], words: Sequence[str]) -> NoMatchError:
    """Return the error that nothing in what a command lists, or in any section, matches what is asked.

    Its hint names the first key that a word seems to ask and that there is not.
    """
    command = SECTIONS[section].command if section in SECTIONS else section
    where = "" if section == SEARCH else f" in {command}"
    return NoMatchError(f"nothing{where} matches {' and '.join(asked)}", hint=_unknown_key(section, words))


def nothing_under(section: str, what: str) -> str:
    """Return the message that a catalogue, or all, has no records in a section."""
    return f"{what} nothing under {SECTIONS[section].command if section in SECTIONS else section}"


def _unknown_key(section: str, words: Sequence[str]) -> str:
    if not any(":" in word for word in words):
        return ""
    from etoile_cli.listing.terms.near import unknown_key
    from etoile_cli.listing.terms.types import keys_listed

    return unknown_key(words, keys_listed(section))
