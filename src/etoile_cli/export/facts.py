"""A value of a record as a page and a fact sheet show it: under a label, in pieces."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from etoile_cli.catalogue.citations import cited_values
from etoile_cli.catalogue.declarations import Declared, declarations
from etoile_cli.catalogue.record import Record
from etoile_cli.export.keys import keys_of
from etoile_cli.export.marks import Lookup
from etoile_cli.export.pieces import Piece, marked, pieces_of, pieces_of_address, pieces_of_copy, without
from etoile_cli.listing.column import Column
from etoile_cli.text.values import in_words, paragraphs, separator

PARAGRAPHS = "paragraphs"
"""The kind of a text of several paragraphs, each of which is a piece."""

PAIRS = "pairs"
"""The kind of a table."""


class Fact(Struct, frozen=True):
    """A key, its label, and the pieces of its value.

    `kind` says if that is an `address`, that of a `copy`, a `flag`, a `number`, the `pairs` of a table or
    `paragraphs`; `classes` are those of its element on a page.
    """

    key: str
    label: str
    pieces: tuple[Piece, ...]
    kind: str = ""

    @property
    def separator(self) -> str:
        """What stands between its pieces, if there are several: a comma or, if one holds a comma, a semicolon."""
        return "" if len(self.pieces) < 2 else separator(piece.text for piece in self.pieces)

    @property
    def is_marked(self) -> bool:
        """Whether sources are cited for it alone."""
        return any(piece.marks for piece in self.pieces)

    @property
    def classes(self) -> str:
        """The key and the kind."""
        return f"{self.key} {self.kind}" if self.kind else self.key


class _Plan(Struct, frozen=True):
    """What is the same for every value in a column: its labels, its kind, and the keys that belong to it.

    `is_main` says that it is the name of the record; `is_prose` that a text may have paragraphs, which a name has not;
    `stands_alone` that nothing but the value itself is shown. `nothing` is the fact without a value.
    """

    declared: Declared
    label: str
    label_of_one: str
    kind: str
    is_main: bool
    is_prose: bool
    has_runs: bool
    stands_alone: bool
    nothing: Fact
    kind_key: str
    keys: Sequence[str]
    dates: Sequence[tuple[str, Declared]]
    left_out: Sequence[tuple[str, Declared]]


def keys_behind(column: Column) -> Iterator[str]:
    """Yield the keys whose values a fact in a column shows."""
    plan = _plan(column.owner, column.name)
    yield from plan.keys
    yield from (key for key, _ in plan.dates)


def fact_of(record: Record, column: Column, lookup: Lookup, *, spelt: bool = False) -> Fact:
    """Return the value of a record in a column, with the day since when it holds; an address may be spelt.

    Behind it are the marks of the sources that are cited for it. The name of the record has none here: its marks are
    those of the record.
    """
    plan = _plan(column.owner, column.name)
    value: Any = column.read(record)
    if value is None and plan.stands_alone:  # as most keys of most records
        return plan.nothing
    parts = paragraphs(value) if plan.is_prose and value and "\n" in value else ()
    has_paragraphs = len(parts) > 1
    pieces = tuple(map(Piece, parts)) if has_paragraphs else _pieces(record, value, plan, lookup, spelt=spelt)
    # A single run is several episodes: only a code that is shown as it is written is one.
    is_one = len(pieces) == 1 and (not plan.has_runs or pieces[0].text in value)
    label = plan.label_of_one if is_one else plan.label
    if plan.declared.in_language:
        pieces = tuple(replace(each, language=getattr(record, plan.declared.in_language)) for each in pieces)
    for key, declared in plan.left_out:
        pieces = without(pieces, pieces_of(declared, getattr(record, key), lookup.references))
    if not plan.is_main and cited_values(record):
        # What is cited for a day that isn't there stands behind what the day would be of.
        undated = [key for key, _ in plan.dates if getattr(record, key) is None]
        pieces = marked(pieces, lookup.of_values(record, (*plan.keys, *undated)))
    for key, declared in plan.dates:
        since = pieces_of(declared, getattr(record, key), lookup.references)
        pieces += marked(since, lookup.of_values(record, (key,)))
    return Fact(column.name, label, pieces, PARAGRAPHS if has_paragraphs else plan.kind)


def _pieces(record: Record, value: Any, plan: _Plan, lookup: Lookup, *, spelt: bool) -> tuple[Piece, ...]:
    """Return the pieces of a value by itself; those of an address say what it leads to."""
    if plan.declared.copies:
        return pieces_of_copy(value or "", plan.declared.label) if value else ()
    kind = getattr(record, plan.kind_key) if plan.kind_key else None
    if plan.declared.is_address:
        return pieces_of_address(value or "", kind, spelt=spelt)
    return pieces_of(plan.declared, value, lookup.references, kind)


@cache
def _plan(record_type: type[Struct], name: str) -> _Plan:
    keys, known = keys_of(record_type), declarations(record_type)
    declared = known.get(name) or Declared(str)
    kind_key, dates = keys.kind_of.get(name, ""), keys.dates_of.get(name, ())
    is_main = issubclass(record_type, Record) and name == record_type.main
    return _Plan(
        declared,
        label(name, declared),
        label(declared.one or name, declared),
        _kind(declared),
        is_main,
        declared.is_free_text and not is_main,
        bool(declared.each.runs),
        not (kind_key or dates),
        Fact(name, label(name, declared), (), _kind(declared)),
        kind_key,
        [*_keys(record_type, name, kind_key), *keys.left_out_of.get(name, ())],
        [(key, known[key]) for key in dates],
        [(key, known[key]) for key in keys.left_out_of.get(name, ())],
    )


def _keys(record_type: type[Struct], name: str, kind_key: str) -> Iterator[str]:
    """Yield the keys that make a value: its own, or those that it is derived from, and what its address leads to."""
    derived = record_type.derived.get(name) if issubclass(record_type, Record) else None
    yield from derived.keys if derived else (name,)
    if kind_key:
        yield kind_key


def _kind(declared: Declared) -> str:
    if declared.each.is_address:
        return "copy" if declared.copies else "address"
    if declared.name:
        return PAIRS
    return "flag" if declared.is_flag else "number" if declared.is_number else ""


def label(name: str, declared: Declared) -> str:
    """Return the label of a value, from the name of its key."""
    return (declared.label or in_words(name)).capitalize()
