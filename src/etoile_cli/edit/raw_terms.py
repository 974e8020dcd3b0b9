"""Terms asked of records as TOML has them, of a catalogue that can't be read: values are compared as they are written.

A wrong value is found by what it is: `billing:mian`. Nothing is known of what ids and codes mean, and no range is
compared.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.errors import UsageError
from etoile_cli.listing.terms.grammar import key_named
from etoile_cli.listing.terms.places import Place, places_named
from etoile_cli.listing.terms.term import Operator, Term
from etoile_cli.listing.terms.values import takes_ranges
from etoile_cli.text.folding import fold
from etoile_cli.text.values import exact

RawRecord = Mapping[str, Any]


def raw_test(section: str, term: Term, code_of: Callable[[RawRecord], str]) -> Callable[[RawRecord], bool]:
    """Return whether records of a section hold a term on one of their keys; `code_of` returns the code of an episode.

    Raises UsageError if the term has a range.
    """
    places = places_named(RECORD_TYPES[section], term.key)
    if term.ends and any(takes_ranges(each.tested) for each in places):
        raise UsageError(
            f"a range can't be compared in a catalogue that can't be read: \"{term.written}\"",
            hint="words, key:text and has:key choose in it; etoile check tells what is wrong with it",
        )

    def test(record: RawRecord) -> bool:
        values = [code_of(record) if each.derived else _value(record, each) for each in places]
        return any(_holds(value, term) for value in values) is not term.negated

    return test


def _value(record: RawRecord, place: Place) -> Any:
    value = record.get(place.key)
    if not place.inner:
        return value
    inner = (each for key, each in value.items() if key_named(key) == place.inner) if isinstance(value, dict) else ()
    return next(iter(inner), None)


def _holds(value: Any, term: Term) -> bool:
    if term.operator is Operator.HAS:
        return value not in (None, "", [], {})
    wanted = fold(term.text)
    return any(
        wanted == text if is_whole or term.operator is Operator.IS else wanted in text
        for text, is_whole in _texts(value)
    )


def _texts(value: Any) -> Iterator[tuple[str, bool]]:
    """Yield the folded texts of a value, each with whether it is compared only as a whole: numbers and flags are."""
    match value:
        case dict() | list():
            for each in value.values() if isinstance(value, dict) else value:
                yield from _texts(each)
        case bool():
            yield from ((text, True) for text in (("true", "yes") if value else ("false", "no")))
        case None:
            return
        case _:
            yield fold(exact(value)), isinstance(value, int | float)
