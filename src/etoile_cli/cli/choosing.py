"""The records that words choose, to be changed or taken out."""

from collections.abc import Sequence
from typing import Annotated

import typer

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.cli.printing import quoted
from etoile_cli.errors import NoMatchError, UsageError
from etoile_cli.system.messages import labelled, say
from etoile_cli.text.escaping import escape_message
from etoile_cli.text.values import count

All = Annotated[bool, typer.Option("--all", help="Take every record that the words choose, not just one.")]
_MOST_LISTED = 10


def chosen(section: str, words: Sequence[str], catalogue: Catalogue, *, several: bool) -> Sequence[int]:
    """Return the positions of the records of a section that hold all the words, counted from 0.

    Raises NoMatchError if there is none, UsageError, which lists them, if there are more than one and only one is
    wanted. One whose name is just the words is chosen before others that hold them, too.
    """
    from etoile_cli.listing.search import having_words

    records: Sequence[Record] = getattr(catalogue, section)
    if not any(word.strip() for word in words) and not several:
        raise UsageError("nothing says which record is meant", hint="name it by words that it holds, or give --all")
    found = having_words(records, words, catalogue)
    places = {id(record): position for position, record in enumerate(records)}
    if not found:
        asked = f" matches {' and '.join(quoted(words))}" if records and words else ""
        raise NoMatchError(f"nothing in {SECTIONS[section].command}{asked}")
    if len(found) > 1 and not several:
        found = _called(found, words) or found
    if len(found) > 1 and not several:
        raise _several(section, found, catalogue)
    return [places[id(record)] for record in found]


def first_chosen(section: str, words: Sequence[str], catalogue: Catalogue) -> int:
    """Return the position of the first record that holds all the words; says so if there are others.

    Raises NoMatchError if there is none.
    """
    positions = chosen(section, words, catalogue, several=True)
    records: Sequence[Record] = getattr(catalogue, section)
    found = [records[each] for each in positions]
    if best := _called(found, words):
        return positions[found.index(best[0])]
    if len(found) > 1:
        say(f"{count(len(found), 'record')} in {SECTIONS[section].command} match; opened at the first")
    return positions[0]


def _called(records: Sequence[Record], words: Sequence[str]) -> Sequence[Record]:
    """Return the record whose name, or id, is just what the words say, if there is only one."""
    from etoile_cli.text.folding import fold

    asked = fold(" ".join(words))
    found = [each for each in records if asked in {fold(text) for text in _names(each)}]
    return found if len(found) == 1 else ()


def _names(record: Record) -> set[str]:
    keys = {type(record).main, *type(record).identity, *type(record).codes.values()}
    return {str(getattr(record, key)) for key in keys}


def _several(section: str, records: Sequence[Record], catalogue: Catalogue) -> UsageError:
    from etoile_cli.catalogue.references import References
    from etoile_cli.compare.names import Names

    names = Names(section, getattr(catalogue, section), References(catalogue))
    listed = [escape_message(names.full(record)) for record in records[:_MOST_LISTED]]
    rest = len(records) - _MOST_LISTED
    what = f"{count(len(records), 'record')} in {SECTIONS[section].command} match, and only one is to be changed:"
    return UsageError(
        lines=[labelled(UsageError(what)), *listed, *([f"and {rest:,} more"] if rest > 0 else [])],
        hint="more words choose one of them, --all takes all",
    )
