"""The texts of a value: what of it is searched, and what people and programs read of it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.catalogue.references import References
from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.text.dates import PartialDate
from etoile_cli.text.folding import fold
from etoile_cli.text.values import exact
from etoile_cli.wording.runs import runs_in_words
from etoile_cli.wording.values import reading


class Searched(Struct, frozen=True):
    """A value, or an item of one: the text in which words are looked for, and what people and programs read of it."""

    text: str
    read: str
    exact: str


def searched(declared: Declared, value: Any, references: References) -> Iterator[Searched]:
    """Yield a value, or its items; where people read something else than the exact value, both are searched."""
    match value:
        case bool():
            return
        case int() if declared.words:
            yield _with_reading(declared, value, references)
        case str() if (
            declared.standard
            or declared.is_hyphenated
            or (declared.refers_to and references.record(declared.refers_to, value))
        ):
            yield _with_reading(declared, value, references)
        case str() | int():
            written = exact(value)
            yield Searched(written, written, written)
        case Extent() | date() | PartialDate():
            yield _with_reading(declared, value, references)
        case tuple() if declared.runs:
            written = exact(value)
            read = ", ".join(runs_in_words(value, references.numbering))
            yield Searched(written if fold(read) == fold(written) else f"{read} ({written})", read, written)
        case tuple():
            for each in value:
                yield from searched(declared, each, references)
        case Mapping():
            yield from _searched_pairs(declared, value, references)


def _searched_pairs(declared: Declared, table: Mapping[str, Any], references: References) -> Iterator[Searched]:
    """Yield the pairs of a table; those of ids in other databases together, as they are written."""
    if declared.held.is_other_id:
        written = exact(table)
        yield Searched(written, reading(declared, table, references), written)
        return
    for key, each in table.items():
        yield _with_reading(declared, {key: each}, references)


def _with_reading(declared: Declared, value: Any, references: References) -> Searched:
    read, written = reading(declared, value, references), exact(value)
    return Searched(f"{read} ({written})", read, written)
