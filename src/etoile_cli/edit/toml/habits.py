"""How a file writes its pairs: indentation, blanks around `=`, columns of `=`, tables in braces or in dotted keys."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from etoile_cli.edit.text.lines import indent_of, line_start
from etoile_cli.edit.toml.tables import Pair
from etoile_cli.edit.toml.written_values import key_text, value_text


class Habits(NamedTuple):
    """How the pairs of a table are written.

    `column` is the width of a key with the blanks after it, if all `=` stand below each other, else 0.
    """

    indent: str = ""
    before_equals: str = " "
    after_equals: str = " "
    column: int = 0
    has_lists_in_lines: bool = False

    def pair(self, names: Sequence[str], value: Any) -> str:
        """Return a key and a value as the table writes them, without indentation."""
        key = key_text(*names)
        if len(key) < self.column:
            begin = f"{key:{self.column}}={self.after_equals}"
        else:
            begin = f"{key}{' ' if self.column else self.before_equals}={self.after_equals}"
        before = len(self.indent) + len(begin)
        return begin + value_text(value, indent=self.indent, before=before, in_lines=self.has_lists_in_lines)

    def lines(self, key: str, value: Any, prefix: Sequence[str] = ()) -> list[str]:
        """Return a key and a value as lines of the table: of a table in dotted keys, one for each key in it."""
        if not isinstance(value, Mapping):
            return [f"{self.indent}{self.pair((*prefix, key), value)}\n"]
        return [f"{self.indent}{self.pair((*prefix, key, name), each)}\n" for name, each in value.items()]


def habits_of(text: str, pairs: Sequence[Pair]) -> Habits:
    """Return how pairs that have lines of their own are written."""
    if not pairs:
        return Habits()
    before, after = _around_equals(text, pairs[-1])
    lists = [pair for pair in pairs if text[pair.value[0]] == "["]
    return Habits(
        indent_of(text, pairs[0].span[0]),
        before,
        after,
        _column(text, pairs),
        has_lists_in_lines=bool(lists) and all("\n" in text[slice(*pair.value)] for pair in lists),
    )


def _around_equals(text: str, pair: Pair) -> tuple[str, str]:
    before, _, after = text[pair.key[1] : pair.value[0]].partition("=")
    return before, after if not after.strip(" \t") else " "


def _column(text: str, pairs: Sequence[Pair]) -> int:
    """Return the width of the keys with the blanks after them; 0 if not all `=` stand below each other by intent."""
    columns = {text.index("=", pair.key[1]) - line_start(text, pair.span[0]) for pair in pairs}
    widths = {pair.key[1] - pair.key[0] for pair in pairs}
    if len(columns) != 1 or len(widths) == 1:
        return 0
    return columns.pop() - len(indent_of(text, pairs[0].span[0]))


def for_keys(habits: Habits, keys: Iterable[str]) -> Habits:
    """Return the habits of a new table with these keys: where `=` stand below each other, behind the longest key."""
    return habits._replace(column=max(map(len, keys), default=0) + 1) if habits.column else habits
