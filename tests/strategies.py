"""Hypothesis strategies for whatever the model declares, made from its own types: a new field is covered by itself."""

import re
from collections.abc import Callable, Mapping
from typing import Any

import tomli
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from msgspec import inspect

from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.catalogue.vocabulary import CITES
from etoile_cli.export.toml_ import toml
from etoile_cli.text.dates import Date, PartialDate
from tests.fragments import SPECIAL
from tests.thoroughness import THOROUGH

# What breaks formats: controls, ends of lines, quotes, backslashes, separators, markup, what only looks like a letter.
NASTY = "\0\a\t\n\v\f\r\x1b\x1f\x7f\x85\x9b\xa0\u0301\u200d\u200f\u2028\u2029\u202e\u2066\ufeff\uffff\U0001f57a"
MEANINGFUL = " \"'\\/|;,=:.#-+*_~`[](){}<>&!?$%@^wtnru0éÉŁœ"

characters = st.sampled_from(NASTY + MEANINGFUL) | st.sampled_from(SPECIAL) | st.characters(codec="utf-8")
texts = st.text(characters, max_size=12)

# Numbers so small that seasons, episodes and the codes that name them meet.
NEAR = 3
NEAR_CODES = ["S01", "S00", "S01E01", "S01E02", "S00E01", "S02E01", "S01E01-S01E02", "S01E02-S02E01", "S02E01-S01E01"]

# Whoever works on the code waits for an eighth of the examples; a change lands after all of them (see .ci/run).
_SHARE = 1 if THOROUGH else 8


def examples(number: int) -> settings:
    """Return the settings for so many examples, or for their share."""
    return settings(thorough, max_examples=max(number // _SHARE, 1))


# Records are large examples, and explaining a failure would take minutes. Nothing is written into the checkout.
thorough = settings(
    max_examples=100 // _SHARE,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
)

# Of whole catalogues, fewer will do.
brief = examples(40)


def values_of(declared: Any) -> SearchStrategy[Any]:
    """Return the strategy of every value that a declared type accepts."""
    return _values(inspect.type_info(declared))


def records_of(section: str) -> SearchStrategy[list[Record]]:
    """Return the strategy of the records of a section."""
    return st.lists(values_of(RECORD_TYPES[section]), max_size=4)


def _values(info: Any) -> SearchStrategy[Any]:
    return _STRATEGIES[type(info)](info)


def _strings(info: inspect.StrType) -> SearchStrategy[str]:
    if info.pattern:
        near = [each for each in NEAR_CODES if re.search(info.pattern, each)]
        drawn = st.from_regex(info.pattern, fullmatch=True)
        return drawn | st.sampled_from(near) if near else drawn
    return st.text(characters, min_size=info.min_length or 0, max_size=12)


def _integers(info: inspect.IntType) -> SearchStrategy[int]:
    least = info.ge or 0
    return st.integers(info.ge, info.le) | st.integers(least, least + NEAR)


def _tuples(info: inspect.VarTupleType) -> SearchStrategy[tuple[Any, ...]]:
    return st.lists(_values(info.item_type), min_size=info.min_length or 0, max_size=3).map(tuple)


_TABLES = [Catalogue, Show, *RECORD_TYPES.values()]
_KEYS = st.sampled_from(sorted({name for each in _TABLES for name in each.__struct_encode_fields__}))


def _described(info: inspect.Metadata) -> SearchStrategy[Any]:
    """Draw what the type says; the tables that cite sources have keys of records, too.

    In any other table, a key of its record is misplaced.
    """
    if CITES in (info.extra or {}):
        return st.dictionaries(texts | _KEYS, _values(info.type.value_type), max_size=3)
    return _values(info.type)


def _records(info: inspect.StructType) -> SearchStrategy[Any]:
    return st.builds(info.cls, **{field.name: _values(field.type) for field in info.fields})


_years = st.integers(1, 9_999)
_minutes = st.integers(Extent.LEAST, Extent.MOST)
_OWN_TYPES: Mapping[Any, SearchStrategy[Any]] = {
    Date: st.dates() | st.builds(PartialDate, _years, st.integers(0, 12)),
    Extent: st.lists(_minutes, min_size=1, max_size=2).map(sorted).map(Extent),
}

_STRATEGIES: Mapping[type, Callable[[Any], SearchStrategy[Any]]] = {
    inspect.Metadata: _described,
    inspect.UnionType: lambda info: st.one_of(map(_values, info.types)),
    inspect.NoneType: lambda _: st.none(),
    inspect.StrType: _strings,
    inspect.IntType: _integers,
    inspect.BoolType: lambda _: st.booleans(),
    inspect.DateType: lambda _: st.dates(),
    inspect.CustomType: lambda info: _OWN_TYPES[info.cls],
    inspect.EnumType: lambda info: st.sampled_from(info.cls),
    inspect.LiteralType: lambda info: st.sampled_from(info.values),
    inspect.DictType: lambda info: st.dictionaries(_values(info.key_type), _values(info.value_type), max_size=3),
    inspect.VarTupleType: _tuples,
    inspect.StructType: _records,
}

catalogues = values_of(Catalogue)
sections_with_records = st.sampled_from(list(RECORD_TYPES)).flatmap(
    lambda section: st.tuples(st.just(section), records_of(section))
)


_DATES = st.dates() | st.datetimes() | st.times()
_SCALARS = (
    st.booleans()
    | st.integers()
    | st.floats()
    | texts
    | _DATES
    | st.sampled_from(["main", "FR", "S01E01", "S01", "S01E01-S02E02", "2025-04", "worldwide", 1])
)
_VALUES = st.recursive(
    _SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts | _KEYS, inner, max_size=3)
)


def data_of(catalogue: Catalogue) -> dict[str, Any]:
    """Return what a TOML file with this catalogue holds."""
    return tomli.loads("\n".join(toml(catalogue)))


@st.composite
def spoilt(draw: st.DrawFn) -> dict[str, Any]:
    """Draw the data of a catalogue in which some values are replaced, added or left out."""
    data = data_of(draw(catalogues))
    for _ in range(draw(st.integers(1, 3))):
        table = draw(st.sampled_from([data, *_tables_in(data)]))
        key = draw(_KEYS | texts)
        if draw(st.booleans()):
            table[key] = draw(_VALUES)
        else:
            table.pop(key, None)
    return data


def _tables_in(data: dict[str, Any]) -> list[dict[str, Any]]:
    records = [each for value in data.values() if isinstance(value, list) for each in value]
    return [each for each in [data.get("show"), *records] if isinstance(each, dict)]
