"""The declaration of each key: which values it takes, how people read them, and what they refer to."""

import builtins
import datetime as dt
import re
from collections.abc import Mapping
from copy import copy
from functools import cache, cached_property
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import msgspec
from msgspec import inspect

from etoile_cli.catalogue.facets import Facets
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.toml_values import OWN_TYPES, TOML_TYPES, from_toml
from etoile_cli.text.dates import Date

Path = tuple[str | int, ...]
"""The keys, and the positions in arrays counted from 0, that lead to a value in a catalogue."""


class Declared(Facets):
    """The declaration of a key, or of an item of its value; for an item of a table, `key` is the item's key there."""

    def __init__(self, annotation: Any, *, required: bool = False) -> None:
        self.required = required
        self.key = ""
        self._annotation = annotation
        self._bare, self._metas = _unwrapped(annotation)
        super().__init__({key: value for meta in self._metas for key, value in (meta.extra or {}).items()})

    @cached_property
    def type(self) -> inspect.Type:
        """The type of the value, without descriptions and without the `None` of an absent key."""
        info = inspect.type_info(Annotated[self._bare, *self._metas] if self._metas else self._bare)
        return info.type if isinstance(info, inspect.Metadata) else info

    @cached_property
    def item(self) -> "Declared | None":
        """The declaration of an array's items, or of a table's values; `None` if it is neither."""
        match get_origin(self._bare):
            case builtins.tuple:
                return Declared(get_args(self._bare)[0])
            case builtins.dict:
                return Declared(get_args(self._bare)[1])
            case _:
                return None

    @cached_property
    def name(self) -> "Declared | None":
        """The declaration of the keys of a table that may have any; `None` if it is none."""
        return Declared(get_args(self._bare)[0]) if get_origin(self._bare) is dict else None

    @property
    def each(self) -> "Declared":
        """The declaration of an array's items; of anything else, a table included, the declaration itself."""
        return self if self.item is None or self.name else self.item

    @property
    def held(self) -> "Declared":
        """The declaration of the values in an array or a table, however deep; of any other value, its own."""
        return self.item.held if self.item else self

    @cached_property
    def keys(self) -> "Mapping[str, Declared]":
        """The declarations of a record's keys by their names; empty if the value is not a record."""
        return declarations(self.type.cls) if isinstance(self.type, inspect.StructType) else {}

    def at(self, path: Path) -> "Declared | None":
        """Return the declaration at a path within this one; `None` if nothing is declared there."""
        if not path:
            return self
        step, *rest = path
        found = self.keys.get(str(step)) if self.keys else self.item
        if found and found is self.item and isinstance(step, str):
            found = copy(found)
            found.key = step
        return found.at(tuple(rest)) if found else None

    @property
    def is_free_text(self) -> bool:
        """Whether the value is free text, rather than a code, an id or an address."""
        is_known = self.standard or self.refers_to or self.called or self.examples or self.is_other_id
        return self._bare is str and not is_known

    @cached_property
    def form(self) -> re.Pattern[str] | None:
        """The pattern that `check` asks of a string, and the reader does not; `None` if there is none."""
        pattern = self._schema.get("pattern")
        return re.compile(pattern) if pattern else None

    @cached_property
    def is_set(self) -> bool:
        """Whether the value is an array that may not hold the same item twice."""
        return bool(self._schema.get("uniqueItems"))

    @cached_property
    def description(self) -> str:
        """What the key means, in a sentence; empty if not described."""
        return next((meta.description for meta in self._metas if meta.description), "")

    @cached_property
    def examples(self) -> list[str]:
        """Examples of values that the key takes."""
        return next((meta.examples for meta in self._metas if meta.examples), [])

    @cached_property
    def is_text(self) -> bool:
        """Whether the value is a string or one of an enumeration of strings."""
        return isinstance(self._bare, type) and issubclass(self._bare, str)

    @cached_property
    def is_flag(self) -> bool:
        """Whether it is true or false."""
        return self._bare is bool

    @cached_property
    def is_date(self) -> bool:
        """Whether it is a day, or a date of which only the year or the month may be known."""
        return self._bare in {dt.date, Date}

    @cached_property
    def is_number(self) -> bool:
        """Whether the value is an integer."""
        return self._bare in {int, float}

    @cached_property
    def _schema(self) -> Mapping[str, Any]:
        return {key: value for meta in self._metas for key, value in (meta.extra_json_schema or {}).items()}

    @cached_property
    def _probe(self) -> Any:
        # msgspec analyses the types of a struct once, but a type that is passed by itself every time.
        return msgspec.defstruct("Probe", [("value", self._annotation)])

    def fits(self, value: object) -> bool:
        """Return whether the reader accepts a value, and `check` accepts its form and its code."""
        if not self.accepts(value):
            return False
        match value:
            case str():
                has_form = not self.form or bool(self.form.search(value))
                return has_form and self._has_listed_code(value)
            case list() if self.item:
                return all(map(self.item.fits, value))
            case _:
                return True

    def _has_listed_code(self, value: str) -> bool:
        """Return whether a value is a code of its standard, if it must be one."""
        if not self.standard:
            return True
        from etoile_cli.catalogue.standards import is_listed

        return is_listed(self.standard, value)

    @cached_property
    def own_type(self) -> Any:
        """The type in Python if it is one of ours, which TOML writes in another one: `Date`, `Extent`; else `None`."""
        return self._bare if self._bare in OWN_TYPES else None

    @cached_property
    def is_of_own_type(self) -> bool:
        """Whether the value, or an item of it, has a type of ours."""
        return self.held.own_type is not None

    def read(self, value: object) -> object:
        """Return a value that the reader accepts as the model has it: a month in quotes is a date."""
        if self.own_type:
            return from_toml(self.own_type, value)
        if not (self.item and self.is_of_own_type):
            return value
        if isinstance(value, dict):
            return {key: self.item.read(each) for key, each in value.items()}
        return list(map(self.item.read, value)) if isinstance(value, list) else value

    def accepts(self, value: object) -> bool:
        """Return whether the reader accepts a catalogue with this value."""
        try:
            msgspec.convert({"value": value}, self._probe, dec_hook=from_toml, builtin_types=TOML_TYPES)
        except (msgspec.ValidationError, ValueError):  # ValueError: a number too long for Python to write out
            return False
        return True


@cache
def _catalogue() -> Declared:
    return Declared(Catalogue)


def declared_at(path: Path) -> Declared | None:
    """Return the declaration at a path of a catalogue; `None` if nothing is declared there."""
    return _catalogue().at(path)


@cache
def declarations(record_type: type[msgspec.Struct]) -> dict[str, Declared]:
    """Return the declarations of a record's keys, in their order."""
    return {
        field.encode_name: Declared(field.type, required=field.required)
        for field in msgspec.structs.fields(record_type)
    }


@cache
def identifying_key(record_type: type[msgspec.Struct]) -> str:
    """Return the key that holds the ids by which other records refer to these; empty if none does."""
    return next((name for name, declared in declarations(record_type).items() if declared.identifies), "")


def _unwrapped(annotation: Any) -> tuple[Any, list[msgspec.Meta]]:
    """Return a type without the `None` of an absent key, and what is declared of it, the outermost first."""
    metas: list[msgspec.Meta] = []
    while True:
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            metas += (each for each in arguments[1:] if isinstance(each, msgspec.Meta))
            annotation = arguments[0]
        elif origin in {Union, UnionType}:
            annotation = next(each for each in arguments if each is not type(None))
        else:
            return annotation, metas
