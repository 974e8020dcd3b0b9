"""A value of a catalogue and the imported one: whether they agree, and what both together are."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.catalogue.numbering import Numbering
from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.edit.data import is_same
from etoile_cli.importing.intake.addresses import comparable
from etoile_cli.importing.into.names import Names
from etoile_cli.text.dates import Date, PartialDate, first_day, last_day
from etoile_cli.text.folding import fold


def is_empty(value: Any) -> bool:
    """Return whether a value says nothing."""
    return value is None or value in ("", [], {})


def agree(there: Any, given: Any, declared: Declared) -> bool:
    """Return whether a value says what the imported one says, or says it more exactly.

    Case and accents make no difference: many databases leave them out.
    """
    if is_same(there, given):
        return True
    if isinstance(there, str) and isinstance(given, str) and fold(there) == fold(given):
        return True
    if declared.is_address and isinstance(there, str) and isinstance(given, str):
        return comparable(there) == comparable(given)
    if declared.is_date:
        return _is_within(there, given)
    return declared.own_type is Extent and (_is_in_extent(there, given) or _is_in_extent(given, there))


def is_better(there: Any, given: Any, declared: Declared) -> bool:
    """Return whether an imported value takes the place of one that it doesn't contradict.

    It does if it is a fuller date, the day of a month say, or a later day on which somebody looked.
    """
    if declared.ages:
        return isinstance(there, date) and isinstance(given, date) and given > there
    return declared.is_date and _is_within(given, there) and not is_same(given, there)


class Known(NamedTuple):
    """What tells whether items of lists are the same: which episodes there are, and whose names are one person's."""

    numbering: Numbering
    names: Names


def united(there: Sequence[Any], given: Sequence[Any], declared: Declared, known: Known) -> list[Any]:
    """Return a list with the items that it lacks.

    Texts are the same that fold alike; episodes are compared by the numbering, people by their other names, too.
    """
    if declared.each.runs:
        spans = known.numbering.merged(_texts(there))
        return [*there, *(each for each in _texts(given) if not _covers(known.numbering, spans, each))]
    of: Callable[[Any], object] = known.names.of if declared.each.person else _comparable
    held = set(map(of, there))
    return [*there, *(each for each in given if of(each) not in held)]


def _covers(numbering: Numbering, known: Sequence[Any], code: str) -> bool:
    """Return whether all the episodes that a code names are in spans."""
    span = numbering.span(code)
    return span is not None and any(each.first <= span.first and span.last <= each.last for each in known)


def _texts(values: Sequence[Any]) -> list[str]:
    return [each for each in values if isinstance(each, str)]


def _comparable(value: Any) -> object:
    return fold(value) if isinstance(value, str) else repr(value)


def _is_within(one: Any, other: Any) -> bool:
    """Return whether a date lies in the month or the year that another is."""
    dates = [_date(one), _date(other)]
    if dates[0] is None or dates[1] is None:
        return False
    return first_day(dates[1]) <= first_day(dates[0]) and last_day(dates[0]) <= last_day(dates[1])


def _date(value: Any) -> Date | None:
    if type(value) is date:
        return value
    try:
        return PartialDate.parse(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _is_in_extent(there: Any, given: Any) -> bool:
    """Return whether a number of minutes, or a range of them, lies in a range."""
    try:
        outer, inner = Extent.parse(there), Extent.parse(given)
    except ValueError:
        return False
    return outer[0] <= inner[0] and inner[-1] <= outer[-1]
