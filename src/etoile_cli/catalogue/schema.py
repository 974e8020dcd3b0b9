"""The JSON Schema (2020-12) of catalogues, made from the model, by which editors complete and check them."""

import re
from typing import TYPE_CHECKING, Any

import msgspec

from etoile_cli.catalogue.citations import citable_keys, citing_keys
from etoile_cli.catalogue.model import FORMAT, RECORD_TYPES, Catalogue
from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.catalogue.vocabulary import END
from etoile_cli.text.values import in_words

if TYPE_CHECKING:
    from etoile_cli.catalogue.record import Record

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
# A day, a month or a year. Few editors look at a `format`; a day that no month has is no TOML.
_DATE = r"^(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"


def schema() -> dict[str, Any]:
    """Return the schema of a catalogue as JSON: dates are strings, and keys without a value are absent."""
    _, components = msgspec.json.schema_components(
        [Catalogue], schema_hook=_of_own_type, ref_template="#/$defs/{name}"
    )
    tables = {name: _titled(_of_toml(component)) for name, component in components.items()}
    for record_type in RECORD_TYPES.values():
        _name_cited(record_type, tables[record_type.__name__])
    _name_cited(Show, tables[Show.__name__])
    return {
        "$schema": _DIALECT,
        **tables.pop(Catalogue.__name__),
        "title": f"A catalogue of etoile, format {FORMAT}",
        "$defs": tables,
    }


def _name_cited(record_type: "type[Record]", table: dict[str, Any]) -> None:
    """Add to the schema of a table which keys it may cite sources for."""
    for key in citing_keys(record_type).single:
        table["properties"][key]["propertyNames"] = {"enum": list(citable_keys(record_type))}


def _of_own_type(kind: type) -> dict[str, Any]:
    """Return the schema of a type that msgspec doesn't know: a date that may be known in part, a range."""
    if kind is Extent:
        number = {"type": "integer", "minimum": Extent.LEAST, "maximum": Extent.MOST}
        return {"oneOf": [number, {"type": "array", "items": number, "minItems": 2, "maxItems": 2}]}
    return {"type": "string", "pattern": _DATE}


def _of_toml(schema: Any) -> Any:
    """Return a schema without `null`, which TOML lacks, and with patterns as JSON Schema has them."""
    if isinstance(schema, list):
        return [_of_toml(each) for each in schema]
    if not isinstance(schema, dict):
        return schema.replace(END, "$") if isinstance(schema, str) else schema
    plain = {key: _of_toml(value) for key, value in schema.items() if (key, value) != ("default", None)}
    present = [each for each in plain.pop("anyOf", ()) if each != {"type": "null"}]
    return {**plain, **present[0]} if present else plain


def _titled(table: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a table or an enumeration with readable titles."""
    titled = {**table, "title": _words(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", table["title"]))}
    if "properties" in table:
        titled["properties"] = {name: {"title": _words(name), **key} for name, key in table["properties"].items()}
    return titled


def _words(name: str) -> str:
    return in_words(name).capitalize()
