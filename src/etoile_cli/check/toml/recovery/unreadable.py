"""The keys and tables that may be in statements that can't be read: whether the document has them is unknown."""

import re
from collections.abc import Collection
from typing import Any, NamedTuple

from etoile_cli.check.toml.advice.declarations import Declaration, Declarations
from etoile_cli.check.toml.document import Document
from etoile_cli.check.toml.recovery.data import Data
from etoile_cli.check.toml.scanner import Span, is_header, key_span

_HEADER = re.compile(r"[^ \t\"'=]*")
_TO_VALUE = re.compile(r"[ \t\n]*=|[ \t]*:(?:[ \t\"'\[{=]|$)")
# A word outside strings: a string names no key, but a string that is never closed may have keys in it.
_WORD = re.compile(r"\"(?:[^\"\\\n]++|\\[^\n])*+\"|'[^'\n]*+'|([A-Za-z_]++)")


class UnreadableKeys(NamedTuple):
    """Keys that a table may have, in a statement that can't be read."""

    table: dict[str, Any]
    names: Collection[str]


class Unreadable:
    """The keys and tables that may be in statements that can't be read.

    `has_tables` says that any table may be among them; `arrays` are the arrays that have more tables than can be read;
    `headerless` is the pair at which a table without a header begins. `rejected` and `kept` count the statements: a
    broken statement counts as kept if its key can be read.
    """

    def __init__(self, declarations: Declarations) -> None:
        self.keys: list[UnreadableKeys] = []
        self.has_tables = False
        self.arrays: set[str] = set()
        self.headerless: Span | None = None
        self.rejected = 0
        self.kept = 0
        self._declarations = declarations

    @property
    def is_majority(self) -> bool:
        """Whether most statements are rejected: the text is prose, or of another format."""
        return self.rejected > self.kept

    def fill(self, data: Data, document: Document) -> None:
        """Add `None` to the data for whatever may be in the text but can't be read, so that it is not missing."""
        for table, names in self.keys:
            table |= {key: table.get(key) for key in names}
        if self.has_tables:
            self._fill_top(data, document)
        for name in self._declarations.arrays if self.has_tables else self.arrays:
            tables = data[name] = data.get(name) or []
            declared = self._declarations.at((name,))
            if isinstance(tables, list):
                tables.append(_unknown(declared.item if declared else None))

    def _fill_top(self, data: Data, document: Document) -> None:
        """Add the keys at the top, and the single tables, whose headers may be unreadable."""
        for key in (*self._declarations.keys, *self._declarations.tables):
            data.setdefault(key, None)
        for name in self._declarations.tables:
            table = data[name]
            if isinstance(table, dict) and not document.tables_at((name,)):
                table |= {key: table.get(key) for key in _unknown(self._declarations.at((name,)))}


def _unknown(declared: Declaration | None) -> dict[str, Any]:
    """Return a table with `None` for each declared key."""
    return dict.fromkeys(declared.keys) if declared else {}


def keys_in(text: str, statement: Span, known: Collection[str]) -> Collection[str]:
    """Return which known keys of a table may be in a broken statement: those whose names are in it.

    All may be if the statement seems to contain another one (it has a second `=`, or goes on after a header), or does
    not begin with a key.
    """
    whole = text[slice(*statement)]
    if is_header(text, statement):
        return () if _HEADER.fullmatch(whole) else known
    if whole.count("=") > 1 or not (has_value(text, statement) or key_of(text, statement) in known):
        return known
    return {word[1].lower() for word in _WORD.finditer(whole) if word[1]} & set(known)


def has_value(text: str, pair: Span) -> bool:
    """Return whether a broken statement is at least a key, followed by something for a value."""
    begin, end = key_span(text, pair)
    return begin < end and _TO_VALUE.match(text, end, pair[1]) is not None


def key_of(text: str, pair: Span) -> str:
    """Return the key that a broken statement begins with; empty if there is none."""
    return text[slice(*key_span(text, pair))]
