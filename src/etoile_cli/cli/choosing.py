"""The records that words choose, to be changed or taken out."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Annotated, Any, NoReturn, TypeVar

import typer

from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.cli.changing import Opened
from etoile_cli.cli.no_match import no_match
from etoile_cli.errors import NoMatchError, UsageError
from etoile_cli.system.messages import labelled, say
from etoile_cli.text.escaping import escape_message
from etoile_cli.text.values import count, quoted

All = Annotated[bool, typer.Option("--all", help="Take every record that the words choose, not just one.")]
_MOST_LISTED = 10

R = TypeVar("R")


def chosen(section: str, words: Sequence[str], opened: Opened, *, several: bool) -> Sequence[int]:
    """Return the positions of the records of a section that hold all the words, counted from 0.

    Raises NoMatchError if there is none, UsageError, which lists them, if there are more than one and only one is
    wanted. One whose name is just the words is chosen before others that hold them, too.
    """
    if not any(word.strip() for word in words) and not several:
        raise UsageError("nothing says which record is meant", hint="name it by words that it holds, or give --all")
    if opened.catalogue is None:
        return _chosen_raw(section, words, opened.raw_records(section), several=several)
    found = _holding(section, words, opened.catalogue)
    records: Sequence[Record] = getattr(opened.catalogue, section)
    if len(found) > 1 and not several:
        plain = _plain(section, words)
        if (best := _called([records[each] for each in found], plain, _names, _has_only_a_name)) is None:
            raise _several(section, _full_names(section, [records[each] for each in found], opened.catalogue))
        return [found[best]]
    return found


def _holding(section: str, words: Sequence[str], catalogue: Catalogue) -> Sequence[int]:
    from etoile_cli.listing.search import having_words

    records: Sequence[Record] = getattr(catalogue, section)
    places = {id(record): position for position, record in enumerate(records)}
    found = [places[id(record)] for record in having_words(records, words, catalogue)]
    return found or _refuse_none(section, words, has_records=bool(records))


def _refuse_none(section: str, words: Sequence[str], *, has_records: bool) -> NoReturn:
    if has_records and words:
        raise no_match(section, quoted(words), words)
    raise NoMatchError(f"nothing in {SECTIONS[section].command}")


def _chosen_raw(section: str, words: Sequence[str], records: Sequence[Any], *, several: bool) -> Sequence[int]:
    """Return the positions likewise in a catalogue that can't be read: words are those that TOML has."""
    from etoile_cli.edit.raw_records import full_name, has_only_a_name, names_of, positions_with

    found = positions_with(section, records, words) or _refuse_none(section, words, has_records=bool(records))
    if len(found) > 1 and not several:
        held = [records[each] for each in found]
        best = _called(held, _plain(section, words), partial(names_of, section), partial(has_only_a_name, section))
        if best is None:
            raise _several(section, [full_name(section, each) for each in held])
        return [found[best]]
    return found


def first_chosen(section: str, words: Sequence[str], catalogue: Catalogue) -> int:
    """Return the position of the first record that holds all the words; says so if there are others.

    Raises NoMatchError if there is none.
    """
    positions = _holding(section, words, catalogue)
    records: Sequence[Record] = getattr(catalogue, section)
    best = _called([records[each] for each in positions], _plain(section, words), _names, _has_only_a_name)
    if best is not None:
        return positions[best]
    if len(positions) > 1:
        say(f"{count(len(positions), 'record')} in {SECTIONS[section].command} match; opened at the first")
    return positions[0]


def _plain(section: str, words: Sequence[str]) -> Sequence[str]:
    """Return the words that are no terms."""
    if not any(":" in word for word in words):
        return words
    from etoile_cli.listing.terms.grammar import parted
    from etoile_cli.listing.terms.places import Keys

    return parted(words, Keys([RECORD_TYPES[section]]))[1]


def _called(
    records: Sequence[R], words: Sequence[str], names: Callable[[R], Iterable[str]], is_bare: Callable[[R], bool]
) -> int | None:
    """Return the position of the record whose name, or id, is just what the words say; `None` if several are left.

    Of several, the one that is spelt so in case and accents, too, and then the one of which nothing else is known that
    tells it from its namesakes.
    """
    from etoile_cli.text.folding import fold

    asked = " ".join(words)
    found = [at for at, each in enumerate(records) if fold(asked) in {fold(text) for text in names(each)}]
    if len(found) > 1:
        found = [at for at in found if asked in names(records[at])] or found
    if len(found) > 1:
        found = [at for at in found if is_bare(records[at])]
    return found[0] if len(found) == 1 else None


def _has_only_a_name(record: Record) -> bool:
    return not any(getattr(record, key) for key in type(record).identity if key != type(record).main)


def _names(record: Record) -> set[str]:
    keys = {type(record).main, *type(record).identity, *type(record).codes.values()}
    return {str(getattr(record, key)) for key in keys}


def _full_names(section: str, records: Sequence[Record], catalogue: Catalogue) -> Sequence[str]:
    from etoile_cli.catalogue.references import References
    from etoile_cli.compare.names import Names

    names = Names(section, getattr(catalogue, section), References(catalogue))
    return list(map(names.full, records))


def _several(section: str, names: Sequence[str]) -> UsageError:
    listed = [escape_message(name) for name in names[:_MOST_LISTED]]
    rest = len(names) - _MOST_LISTED
    what = f"{count(len(names), 'record')} in {SECTIONS[section].command} match, and only one is to be changed:"
    return UsageError(
        lines=[labelled(UsageError(what)), *listed, *([f"and {rest:,} more"] if rest > 0 else [])],
        hint="more words choose one of them, --all takes all",
    )
