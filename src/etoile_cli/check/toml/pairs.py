"""The pairs of a table by their keys, found when they are asked for: of a million, only the first may be wrong."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from etoile_cli.check.toml.outline import DEEPEST, Path
from etoile_cli.check.toml.scanner import Span, key_names, value_span


class Pair(NamedTuple):
    """A key with its value: the names of the key, the span of each name, and the span of the value."""

    names: tuple[str, ...]
    name_spans: tuple[Span, ...]
    value: Span


class Pairs:
    """The pairs of a table by their keys, from the spans of the pairs."""

    def __init__(self, text: str, spans: Iterable[Span]) -> None:
        self._text = text
        self._spans = iter(spans)
        self._found: dict[Path, list[Pair]] = {}

    def named(self, names: Path) -> Iterator[Pair]:
        """Yield the pairs of a key in their order; more than one only in a text that is not TOML.

        The first pair whose dotted key begins with these names is yielded, too.
        """
        yielded = 0
        while True:
            found = self._found.get(names, ())
            yield from found[yielded:]
            yielded = len(found)
            if not self._find_next():
                return

    def _find_next(self) -> bool:
        """Find one more pair; return whether there was one."""
        span = next(self._spans, None)
        if span is None:
            return False
        if found := key_names(self._text, span):
            names, spans = zip(*found, strict=True)
            pair = Pair(names, spans, value_span(self._text, span))
            for size in range(1, min(len(names), DEEPEST)):
                self._found.setdefault(names[:size], [pair])
            self._found.setdefault(names, []).append(pair)
        return True
