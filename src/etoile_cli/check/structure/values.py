"""Values that are not as the model declares them: of another type, or of the right type and wrong."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from typing import Any

from etoile_cli.catalogue.declarations import Declared, declarations
from etoile_cli.catalogue.record import Record
from etoile_cli.check.corrections import correction
from etoile_cli.check.expectation import expected, is_right_type, mismatch
from etoile_cli.check.labels import where
from etoile_cli.check.problem import Code, Finding, Severity, Target
from etoile_cli.check.structure.record_tables import before_the_table, is_misplaced
from etoile_cli.check.text_corrections import correction_of_name
from etoile_cli.check.toml.outline import Path

WRONG_TYPE = Code(
    "wrong-type",
    Severity.ERROR,
    means=(
        "The value is of another type than the key takes: a date in quotes, a string where an array belongs, one "
        "table where there can be several."
    ),
    why="A date that is a string is not sorted or printed as a date, and a list that is a string has no items.",
    wrong="""\
format = 1

[show]
title = "Étoile"
premiere = "2025-04-24"
genres = "comedy"
""",
    right="""\
format = 1

[show]
title = "Étoile"
premiere = 2025-04-24
genres = ["comedy"]
""",
)

BAD_VALUE = Code(
    "bad-value",
    Severity.ERROR,
    means=(
        "The type is right, the value is not: a word that is not one of those the key takes, a code that its "
        "standard does not list (ISO 3166 for countries and regions, BCP 47 for languages), an address that is not"
        " http or https, an episode that is not written like S01E07, a run of episodes that ends before it begins, a"
        " day or a month that no calendar has, a blank text. An award, which was a kind of reception in earlier "
        "catalogues, has a section of its own, [[awards]]."
    ),
    why="Filters, names and links rest on these values: --region GB does not find an offer for UK.",
    wrong="""\
format = 1

[show]
title = "Étoile"
status = "canceled"
countries = ["UK"]
logline = ""
""",
    right="""\
format = 1

[show]
title = "Étoile"
status = "cancelled"
countries = ["GB"]
""",
)


def value_findings(
    path: Path, value: object, declared: Declared, around: Mapping[str, Any] | None = None
) -> Iterator[Finding]:
    """Yield what is wrong with a value that is not as declared, or with each of its items; `around` is its record."""
    if declared.item and value and is_right_type(value, declared):
        for step, item in _items(value):
            if declared.name and not declared.name.accepts(step):
                yield _wrong_name((*path, step), str(step), declared.name, value)
            of_item = declared.at((step,))
            if item is not None and of_item and not of_item.accepts(item):
                yield from value_findings((*path, step), item, of_item, around)
        return
    code = BAD_VALUE if is_right_type(value, declared) else WRONG_TYPE
    hint = (
        before_the_table(path) if value != [] and is_misplaced(path, around) else partial(correction, value, declared)
    )
    yield Finding(code, path, f"{where(path)} {mismatch(value, declared)}", hint)


def _wrong_name(path: Path, name: str, declared: Declared, table: Any) -> Finding:
    """Return the finding that a key of a table is no code of the standard that its keys are of."""
    hint = before_the_table(path) if is_misplaced(path) else partial(correction_of_name, name, declared, table)
    return Finding(BAD_VALUE, path, f"{where(path)} must be {expected(declared)}", hint, Target.KEY)


def _items(value: object) -> Iterable[tuple[str | int, object]]:
    match value:
        case dict():
            return value.items()
        case list():
            return enumerate(value)
        case _:
            return ()


def right_values(record: Mapping[str, Any], record_type: type[Record]) -> dict[str, Any]:
    """Return the values of the declared keys, with `None` in place of each value or item that is not as declared."""
    known = declarations(record_type)
    return {name: _right(value, known[name]) for name, value in record.items() if name in known}


def read_values(record: Mapping[str, Any], record_type: type[Record]) -> Mapping[str, Any]:
    """Return the values of a record that the reader accepts, as the rules compare them: `"2025-04"` is a date."""
    own = _keys_of_own_types(record_type)
    if not own:
        return record
    read = {key: declared.read(record[key]) for key, declared in own.items() if key in record}
    return {**record, **read} if read else record


@cache
def _keys_of_own_types(record_type: type[Record]) -> Mapping[str, Declared]:
    """Return the declarations of the keys whose values are not those that TOML has."""
    return {key: each for key, each in declarations(record_type).items() if each.is_of_own_type}


def _right(value: object, declared: Declared) -> object:
    if value is None:
        return None
    if declared.accepts(value):
        return declared.read(value)
    item = declared.item
    match value:
        case list() if item and not declared.name:
            return [_right(each, item) for each in value]
        case dict() if item and declared.name:
            return {name: _right(each, item) for name, each in value.items() if declared.name.accepts(name)}
        case _:
            return None
