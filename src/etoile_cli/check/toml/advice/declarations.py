"""What the recovery of a text that is not TOML needs to know about its format: its tables, and what each key takes.

A format that is written in TOML implements `Declarations`; `NO_DECLARATIONS` is for texts of an unknown one.
"""

from collections.abc import Collection, Mapping
from enum import Enum
from typing import Protocol

from etoile_cli.check.toml.advice.hints import Hint
from etoile_cli.check.toml.outline import Path


class Kind(Enum):
    """Which kind of value a key takes, as far as a hint depends on it."""

    STRING = "a string of any characters"
    ARRAY = "an array"
    TABLE = "a table of any keys, mostly an inline table"
    RECORD = "a table of declared keys, below a header"
    OTHER = "a number, a date, a truth value, or one of a few strings"


class Declaration(Protocol):
    """What a format declares of a key, or of the items of an array or a table."""

    @property
    def kind(self) -> Kind:
        """The kind of value that it takes."""

    @property
    def required(self) -> bool:
        """Whether the table must have the key."""

    @property
    def is_free_text(self) -> bool:
        """Whether it takes a string that says anything: no code, id or address."""

    @property
    def expected(self) -> str:
        """What the key takes, in words: `a date`."""

    @property
    def item(self) -> "Declaration | None":
        """What is declared of the items, if it takes an array or a table of any keys."""

    @property
    def keys(self) -> "Mapping[str, Declaration]":
        """What is declared of the keys, if it takes a table of declared keys; else nothing."""

    def at(self, path: Path) -> "Declaration | None":
        """Return the declaration at a path within this one."""

    def accepts(self, value: object) -> bool:
        """Return whether a document with this value can be read."""

    def fits(self, value: object) -> bool:
        """Return whether a value is accepted and has the form that the format asks for."""

    def unquoted(self, text: str) -> Hint:
        """Return how to write a text that has no quotes: as a string, or as the value that it means here."""


class Declarations(Protocol):
    """What a format declares of its documents."""

    @property
    def called(self) -> str:
        """What a document of the format is called in messages: `a price list`."""

    @property
    def keys(self) -> Collection[str]:
        """The keys at the top whose values are no tables."""

    @property
    def tables(self) -> Collection[str]:
        """The tables at the top that a document has once: `[fruit]`."""

    @property
    def arrays(self) -> Collection[str]:
        """The arrays of tables at the top: `[[fruits]]`."""

    def incomplete_date(self, known: str) -> Hint:
        """Return what to do with a date of which only `2025-04` or `2025` is known; empty if that isn't clear."""

    def meant(self, name: str) -> str:
        """Return which of `tables` and `arrays` a name is, or was probably meant to be; empty if that is unclear."""

    def at(self, path: Path) -> Declaration | None:
        """Return what is declared at a path of a document."""


class _NoDeclarations:
    """The declarations of an unknown format: there are none."""

    called = "this file"
    keys: Collection[str] = ()
    tables: Collection[str] = ()
    arrays: Collection[str] = ()

    def incomplete_date(self, _known: str) -> Hint:
        """Return the advice that every format can follow."""
        return Hint("leave the key out")

    def meant(self, _name: str) -> str:
        """Return an empty text: no name is known."""
        return ""

    def at(self, _path: Path) -> None:
        """Return `None`: nothing is declared."""


NO_DECLARATIONS: Declarations = _NoDeclarations()
"""The declarations of an unknown format."""


def headers(declarations: Declarations) -> Collection[str]:
    """Return the names of the tables and arrays of tables at the top."""
    return (*declarations.tables, *declarations.arrays)


def header(name: str, declarations: Declarations) -> str:
    """Return the header of a table at the top: `[fruit]`, `[[fruits]]`."""
    return f"[[{name}]]" if name in declarations.arrays else f"[{name}]"
