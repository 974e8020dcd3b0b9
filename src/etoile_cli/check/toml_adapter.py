"""The declarations of a catalogue, as `check.toml` uses them to read a text that is not TOML."""

from collections.abc import Collection, Mapping
from functools import cache, cached_property

from msgspec import inspect

from etoile_cli.catalogue.declarations import Declared, declarations, declared_at
from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue
from etoile_cli.catalogue.record import Record
from etoile_cli.check.corrections import unquoted
from etoile_cli.check.expectation import expected
from etoile_cli.check.labels import section_meant
from etoile_cli.check.not_toml import SYNTAX
from etoile_cli.check.number_corrections import incomplete_date
from etoile_cli.check.problem import Finding
from etoile_cli.check.structure.values import BAD_VALUE, WRONG_TYPE
from etoile_cli.check.toml.advice.declarations import Declaration, Kind
from etoile_cli.check.toml.advice.fault import Fault, FaultKind
from etoile_cli.check.toml.advice.hints import Hint
from etoile_cli.check.toml.outline import Path

_KINDS: Mapping[type[inspect.Type], Kind] = {
    inspect.StrType: Kind.STRING,
    inspect.VarTupleType: Kind.ARRAY,
    inspect.DictType: Kind.TABLE,
    inspect.StructType: Kind.RECORD,
}
_CODES = {
    FaultKind.SYNTAX: SYNTAX,
    FaultKind.WRONG_TYPE: WRONG_TYPE,
    FaultKind.BAD_VALUE: BAD_VALUE,
}


def as_finding(fault: Fault) -> Finding:
    """Return a fault of a text that is not TOML as a finding of the checker."""
    return Finding(_CODES[fault.kind], fault.path, fault.message, fault.hint, span=fault.span, first=fault.first)


class _Value:
    """The declaration of a key or an item, as a `Declaration` of `check.toml`."""

    def __init__(self, declared: Declared) -> None:
        self._declared = declared

    @cached_property
    def kind(self) -> Kind:
        """The kind of value that it takes."""
        return _KINDS.get(type(self._declared.type), Kind.OTHER)

    @property
    def required(self) -> bool:
        """Whether the record must have the key."""
        return self._declared.required

    @property
    def is_free_text(self) -> bool:
        """Whether it takes a string that says anything."""
        return self._declared.is_free_text

    @property
    def expected(self) -> str:
        """What the key takes, in words."""
        return expected(self._declared)

    @property
    def item(self) -> Declaration | None:
        """The declaration of the items."""
        return _value(self._declared.item)

    @property
    def keys(self) -> Mapping[str, Declaration]:
        """The declarations of a record's keys."""
        plain = self._declared.type
        return _keys(plain.cls) if isinstance(plain, inspect.StructType) else {}

    def at(self, path: Path) -> Declaration | None:
        """Return the declaration at a path within this one."""
        return _value(self._declared.at(path))

    def accepts(self, value: object) -> bool:
        """Return whether a catalogue with this value can be read."""
        return self._declared.accepts(value)

    def fits(self, value: object) -> bool:
        """Return whether a value is accepted and has its form, or is a listed code."""
        return self._declared.fits(value)

    def unquoted(self, text: str) -> Hint:
        """Return how to write a text that has no quotes."""
        return unquoted(text, self._declared)


def _value(declared: Declared | None) -> Declaration | None:
    return _Value(declared) if declared else None


@cache
def _keys(record_type: type[Record]) -> Mapping[str, Declaration]:
    return {name: _Value(declared) for name, declared in declarations(record_type).items()}


class CatalogueDeclarations:
    """The declarations of a catalogue, as the `Declarations` of `check.toml`."""

    called = "a catalogue"
    tables: Collection[str] = ("show",)

    def __init__(self) -> None:
        self.arrays: Collection[str] = tuple(RECORD_TYPES)
        self.keys: Collection[str] = declarations(Catalogue).keys() - {*self.tables, *self.arrays}

    def incomplete_date(self, known: str) -> Hint:
        """Return how to write a date that is known in part."""
        return incomplete_date(known)

    def meant(self, name: str) -> str:
        """Return which section, or `show`, a name is or was probably meant to be; empty if that is unclear."""
        return section_meant(name) or ""

    def at(self, path: Path) -> Declaration | None:
        """Return what is declared at a path of a catalogue."""
        return _value(declared_at(path))
