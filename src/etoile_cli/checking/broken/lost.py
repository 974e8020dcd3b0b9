"""What may stand in the parts of a text that can't be read: of that, nothing is to be concluded."""

import re
from collections.abc import Collection
from typing import Any, NamedTuple

from etoile_cli.checking.declarations import declarations
from etoile_cli.checking.toml.document import Document
from etoile_cli.checking.toml.scanner import Span, is_header, key_span
from etoile_cli.model import SECTIONS, Show

_HEADER = re.compile(r"[^ \t\"'=]*")
_TO_VALUE = re.compile(r"[ \t]*(?:=|:(?:[ \t\"'\[{=]|$))")


class LostKey(NamedTuple):
    """A statement whose key can't be told: its table, the keys that may be there, and the word that it begins with."""

    table: dict[str, Any]
    known: Collection[str]
    word: str


class Lost:
    """The keys and headers of a text that can't be read: whole records or the show may stand below those.

    `statements` are those that are lost, `kept` the others; those have a key at least.
    """

    def __init__(self) -> None:
        self.keys: list[LostKey] = []
        self.has_records = False
        self.statements = 0
        self.kept = 0

    @property
    def is_most(self) -> bool:
        """Whether most of the text is lost: it is another format's, or prose."""
        return self.statements > self.kept

    def fill(self, data: dict[str, Any], document: Document) -> None:
        """Put `None` into data wherever something may stand that can't be read: that it is there counts."""
        for table, known, word in self.keys:
            table |= {key: table.get(key) for key in ([word] if word in known else known)}
        if self.has_records:
            _fill_top(data, document)


def _fill_top(data: dict[str, Any], document: Document) -> None:
    """Add a record of which nothing is known to every section, and the show if its header may be lost."""
    data.setdefault("format", None)
    show = data.setdefault("show", None)
    if isinstance(show, dict) and not document.tables_at(("show",)):
        show |= {key: show.get(key) for key in declarations(Show)}
    for section, record_type in SECTIONS.items():
        records = data[section] = data.get(section) or []
        if isinstance(records, list):
            records.append(dict.fromkeys(declarations(record_type)))


def holds_more(text: str, statement: Span) -> bool:
    """Tell whether a broken statement seems to hold another: a second `=`, or one behind a header."""
    whole = text[slice(*statement)]
    return whole.count("=") > 1 or (is_header(text, statement) and not _HEADER.fullmatch(whole))


def has_value(text: str, pair: Span) -> bool:
    """Tell whether a broken statement is a key with something for a value at least."""
    begin, end = key_span(text, pair)
    return begin < end and _TO_VALUE.match(text, end, pair[1]) is not None


def key_of(text: str, pair: Span) -> str:
    """Return the word that a statement begins with; empty if it begins with none."""
    return text[slice(*key_span(text, pair))]
