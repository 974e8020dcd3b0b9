"""The values that a path leads to in a catalogue, and what is said where it leads to nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.sections import SECTIONS, SHOW
from etoile_cli.errors import NoMatchError
from etoile_cli.listing.paths.grammar import Name, Position, Step, Words
from etoile_cli.listing.paths.places import Place, Route
from etoile_cli.system.progress import stage
from etoile_cli.text.values import count, exact, is_absent, items, quoted

# A message names no more keys of a table.
_MOST_NAMED = 20


def values_at(route: Route, catalogue: Catalogue) -> Sequence[Any]:
    """Return the records or values that a path leads to, without those that are absent.

    Raises NoMatchError, which says where the path ends, if there is none.
    """
    place = route.begin
    found: Sequence[Any] = [catalogue.show] if place.section == SHOW else getattr(catalogue, place.section)
    if not found:
        raise NoMatchError(f"the catalogue records nothing under {SECTIONS[place.section].command}")
    for step, after in route.moves:
        taken = _taken(step, after, found, catalogue)
        if not taken:
            raise _nothing(step, place, after, found)
        found, place = taken, after
    return found


def _taken(step: Step, after: Place, found: Sequence[Any], catalogue: Catalogue) -> Sequence[Any]:
    """Return what a step leads to from what was found before it."""
    match step:
        case Words():
            from etoile_cli.listing.search import having_words

            stage(f"searching {count(len(found), 'record')}")
            return having_words(found, step.words, catalogue)
        case Position() if after.is_record:
            return _at([found], step.number)
        case Position():
            return _at(found, step.number)
        case Name() if after.column and not after.inner:
            value = after.column.within(catalogue).value
            return [each for each in map(value, found) if not is_absent(each)]
        case Name():
            return [table[key] for table in found for key in _called(step.text, table)]


def _called(name: str, table: Mapping[str, Any]) -> Sequence[str]:
    """Return the key of a table that a name means, empty if there is none: the very same, else one in another case."""
    alike = [key for key in table if key.casefold() == name.casefold()]
    return [name] if name in alike else alike[:1]


def _at(lists: Iterable[Sequence[Any]], number: int) -> Sequence[Any]:
    """Return the item at a position of each list that has one there."""
    return [each[number] for each in lists if -len(each) <= number < len(each)]


def _nothing(step: Step, before: Place, after: Place, found: Sequence[Any]) -> NoMatchError:
    """Return what to say of the step that leads to nothing."""
    match step:
        case Words():
            return _no_match(before, step.words)
        case Position() if after.is_record:
            return _beyond(before, count(len(found), "record"), len(found))
        case Position() if before.is_one:
            return _beyond(before, count(len(found[0]), "item"), len(found[0]))
        case Name() if after.inner:
            return _no_key(before, step.text, list(dict.fromkeys(key for table in found for key in table)))
        case _:
            return NoMatchError(f"the catalogue records nothing under {after.written}")


def _no_match(before: Place, words: Sequence[str]) -> NoMatchError:
    from etoile_cli.listing.terms.near import unknown_key
    from etoile_cli.listing.terms.types import keys_listed

    return NoMatchError(
        f"nothing in {SECTIONS[before.section].command} matches {' and '.join(quoted(words))}",
        hint=unknown_key(words, keys_listed(before.section)),
    )


def _beyond(before: Place, counted: str, number: int) -> NoMatchError:
    return NoMatchError(
        f"{before.written} has {counted}, and none at that position",
        hint=f"positions go from 0 to {number - 1}, and from -1 back to {-number}",
    )


def _no_key(before: Place, key: str, known: Sequence[str]) -> NoMatchError:
    from etoile_cli.text.suggestions import nearest, suggestion

    rest = len(known) - _MOST_NAMED
    more = f" and {rest:,} more" if rest > 0 else ""
    return NoMatchError(
        f'{before.written} has no "{key}"{suggestion(nearest(key, known))}',
        hint=f"the keys there are {', '.join(known[:_MOST_NAMED])}{more}",
    )


def bare_texts(values: Iterable[Any]) -> Iterator[str]:
    """Yield values as bare texts: exactly as they are, lists item by item, tables as `key=value`."""
    for value in values:
        if isinstance(value, (tuple, Mapping)):
            yield from items(value)
        else:
            yield exact(value)
