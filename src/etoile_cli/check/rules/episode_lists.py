"""Lists of episodes: runs with their ends the wrong way round, and items that another item of the list holds."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.spans import Span, span_of
from etoile_cli.check.contents import Contents
from etoile_cli.check.labels import where
from etoile_cli.check.problem import Finding
from etoile_cli.check.rules.numbered import written
from etoile_cli.check.rules.repetition import DUPLICATE
from etoile_cli.check.structure.values import BAD_VALUE
from etoile_cli.check.toml.advice.hints import certain, meant
from etoile_cli.check.toml.advice.quoting import quote
from etoile_cli.check.toml.outline import Path


class _Item(NamedTuple):
    """An item of a list: its first and its last episode, its path, and the code as it is written."""

    first: tuple[int, int]
    last: tuple[int, int]
    path: Path
    code: str


def wrong_runs(contents: Contents) -> Iterator[Finding]:
    """Yield the runs that end before they begin, and those of a single episode."""
    for items in _lists(contents):
        for first, last, path, code in items:
            is_single = first == last and "-" in code
            if first > last or is_single:
                what = f"{quote(code)} is a single episode"
                if not is_single:
                    what = f"{quote(code)} ends before it begins: a run goes from the first episode to the last"
                guess = written(Span(min(first, last), max(first, last)))
                yield Finding(BAD_VALUE, path, f"{where(path)} {what}", certain(meant(guess), when=is_single))


def overlapping_items(contents: Contents) -> Iterator[Finding]:
    """Yield the items that have episodes which another item of the same list has, too; the same item is no matter."""
    for items in _lists(contents):
        widest: _Item | None = None
        for item in sorted((each for each in items if each.first <= each.last), key=_before_what_it_holds):
            if widest and item.first <= widest.last and item[:2] != widest[:2]:
                yield Finding(DUPLICATE, item.path, f"{where(item.path)} {_shared(item, widest)}")
            widest = item if widest is None or item.last > widest.last else widest


def _shared(item: _Item, other: _Item) -> str:
    if item.last <= other.last:
        return f"{quote(item.code)} is in {quote(other.code)}"
    return f"{quote(item.code)} overlaps with {quote(other.code)}"


def _before_what_it_holds(item: _Item) -> tuple[tuple[int, int], int, int]:
    return item.first, -item.last[0], -item.last[1]


def _lists(contents: Contents) -> Iterator[Sequence[_Item]]:
    """Yield the items of each list of episodes of which the form is right."""
    for entry in contents.entries:
        for key in _keys(entry.type):
            value = entry.values.get(key)
            if isinstance(value, list):
                spans = [(span_of(code) if isinstance(code, str) else None) for code in value]
                yield [
                    _Item(*span, (*entry.path, key, position), value[position])
                    for position, span in enumerate(spans)
                    if span
                ]


@cache
def _keys(record_type: type[Record]) -> Sequence[str]:
    """Return the keys that hold lists of episodes."""
    return [key for key, declared in declarations(record_type).items() if declared.item and declared.each.runs]
