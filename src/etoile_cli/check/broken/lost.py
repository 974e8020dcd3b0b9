"""What may stand in the parts of a text that can't be read: of that, nothing is to be concluded."""

import re
from collections.abc import Collection
from typing import Any, NamedTuple

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.records import Show
from etoile_cli.check.toml.document import Document
from etoile_cli.check.toml.scanner import Span, is_header, key_span

_HEADER = re.compile(r"[^ \t\"'=]*")
_TO_VALUE = re.compile(r"[ \t\n]*=|[ \t]*:(?:[ \t\"'\[{=]|$)")
# What stands in a string says nothing of keys; one without an end may hold any.
_WORD = re.compile(r"\"(?:[^\"\\\n]++|\\[^\n])*+\"|'[^'\n]*+'|([A-Za-z_]++)")


class LostKey(NamedTuple):
    """Keys that may be in a table, in a statement that can't be read."""

    table: dict[str, Any]
    known: Collection[str]


class Lost:
    """The keys and headers of a text that can't be read: whole records or the show may stand below those.

    Each of `sections` has a lost record; with the pair `begun`, one begins that has no header. `statements` are those
    that are lost, `kept` the others; those have a key at least.
    """

    def __init__(self) -> None:
        self.keys: list[LostKey] = []
        self.has_records = False
        self.sections: set[str] = set()
        self.begun: Span | None = None
        self.statements = 0
        self.kept = 0

    @property
    def is_most(self) -> bool:
        """Whether most of the text is lost: it is another format's, or prose."""
        return self.statements > self.kept

    def fill(self, data: dict[str, Any], document: Document) -> None:
        """Put `None` into data wherever something may stand that can't be read: that it is there counts."""
        for table, known in self.keys:
            table |= {key: table.get(key) for key in known}
        if self.has_records:
            _fill_top(data, document)
        for section in RECORD_TYPES if self.has_records else self.sections:
            records = data[section] = data.get(section) or []
            if isinstance(records, list):
                records.append(dict.fromkeys(declarations(RECORD_TYPES[section])))


def _fill_top(data: dict[str, Any], document: Document) -> None:
    """Add the show, if its header may be lost."""
    data.setdefault("format", None)
    show = data.setdefault("show", None)
    if isinstance(show, dict) and not document.tables_at(("show",)):
        show |= {key: show.get(key) for key in declarations(Show)}


def keys_in(text: str, statement: Span, known: Collection[str]) -> Collection[str]:
    """Return which keys of a table a broken statement may hold: those that it names.

    All of them where it seems to hold another statement, a second `=` or one behind a header, or begins with no key.
    """
    whole = text[slice(*statement)]
    if is_header(text, statement):
        return () if _HEADER.fullmatch(whole) else known
    if whole.count("=") > 1 or not (has_value(text, statement) or key_of(text, statement) in known):
        return known
    return {word[1].lower() for word in _WORD.finditer(whole) if word[1]} & set(known)


def has_value(text: str, pair: Span) -> bool:
    """Tell whether a broken statement is a key with something for a value at least."""
    begin, end = key_span(text, pair)
    return begin < end and _TO_VALUE.match(text, end, pair[1]) is not None


def key_of(text: str, pair: Span) -> str:
    """Return the word that a statement begins with; empty if it begins with none."""
    return text[slice(*key_span(text, pair))]
