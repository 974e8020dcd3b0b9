"""The pairs of a table by their names, found as they are asked for: only the first of a million keys may be wrong."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from etoile_cli.check.toml.outline import DEEPEST, Path
from etoile_cli.check.toml.scanner import Span, key_parts, value_span


class Pair(NamedTuple):
    """A key with its value: the parts of the key, where each stands, and where the value does."""

    names: tuple[str, ...]
    parts: tuple[Span, ...]
    value: Span


class Pairs:
    """The pairs of a table, from where they stand."""

    def __init__(self, text: str, spans: Iterable[Span]) -> None:
        self._text = text
        self._spans = iter(spans)
        self._found: dict[Path, list[Pair]] = {}

    def named(self, names: Path) -> Iterator[Pair]:
        """Yield the pairs of a key in their order, more than one only in a lenient text.

        The first one whose dotted key begins with these names counts, too.
        """
        told = 0
        while True:
            found = self._found.get(names, ())
            yield from found[told:]
            told = len(found)
            if not self._find_next():
                return

    def _find_next(self) -> bool:
        """Find one more pair; tell whether there was one."""
        span = next(self._spans, None)
        if span is None:
            return False
        if parts := key_parts(self._text, span):
            names, places = zip(*parts, strict=True)
            pair = Pair(names, places, value_span(self._text, span))
            for size in range(1, min(len(names), DEEPEST)):
                self._found.setdefault(names[:size], [pair])
            self._found.setdefault(names, []).append(pair)
        return True
