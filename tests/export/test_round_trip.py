from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import msgspec
import pytest
import tomli
from hypothesis import given

from etoile_cli.catalogue.episodes import Episode
from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue
from etoile_cli.catalogue.reader import parse
from etoile_cli.catalogue.records import CastMember, Company, Show
from etoile_cli.export.json_ import json
from etoile_cli.export.toml_ import toml
from tests.controls import controls_in
from tests.door import CHECKOUT, run
from tests.model_json import from_json
from tests.strategies import brief, catalogues

SMALL = Catalogue(
    format=1,
    show=Show(title="Étoile", premiere=date(2025, 4, 24), note="", ids={"imdb": "tt1", "odd\tkey": 'a"b\\\x9b'}),
    companies=(Company(id="mbt", name="Metropolitan", fictional=False),),
    cast=(CastMember(name="A"), CastMember(name="B", known_for=("x", "y\r\nz"))),
    episodes=(Episode(season=1, number=1, title="The Swap"),),
)
SMALL_TOML = """\
format = 1

[show]
title = "Étoile"
premiere = 2025-04-24
note = ""

[show.ids]
imdb = "tt1"
"odd\\tkey" = "a\\"b\\\\\\u009b"

[[companies]]
id = "mbt"
name = "Metropolitan"
fictional = false

[[cast]]
name = "A"

[[cast]]
name = "B"
known_for = [
    "x",
    "y\\r\\nz",
]

[[episodes]]
season = 1
number = 1
title = "The Swap"
"""


def whole(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def read(text: str) -> Catalogue:
    return parse(text.encode())


@brief
@given(catalogues)
def test_any_catalogue_survives_toml_unchanged(catalogue: Catalogue) -> None:
    text = whole(toml(catalogue))
    again = read(text)
    assert again == catalogue
    assert whole(toml(again)) == text


@brief
@given(catalogues)
def test_toml_holds_no_raw_controls(catalogue: Catalogue) -> None:
    assert controls_in(whole(toml(catalogue))) <= {"\n"}


@brief
@given(catalogues)
def test_json_holds_no_raw_controls(catalogue: Catalogue) -> None:
    assert controls_in(whole(json(catalogue))) <= {"\n"}


@brief
@given(catalogues)
def test_any_catalogue_survives_json_unchanged(catalogue: Catalogue) -> None:
    text = whole(json(catalogue))
    again = from_json(text, Catalogue)
    assert again == catalogue
    assert whole(json(again)) == text


def test_json_is_one_object_though_it_is_written_in_parts() -> None:
    parts = tuple(CastMember(name=f"Actor {number}") for number in range(1_001))
    catalogue = Catalogue(format=1, show=Show(title="x", ids={"a": "b"}), cast=parts)
    assert whole(json(catalogue)) == msgspec.json.format(msgspec.json.encode(catalogue), indent=2).decode() + "\n"


@brief
@given(catalogues)
def test_toml_holds_what_is_there_and_nothing_else(catalogue: Catalogue) -> None:
    data = tomli.loads(whole(toml(catalogue)))
    assert list(data) == ["format", "show", *(section for section in RECORD_TYPES if getattr(catalogue, section))]
    assert list(data["show"]) == present(catalogue.show)
    for section in data.keys() & RECORD_TYPES.keys():
        assert [list(record) for record in data[section]] == list(map(present, getattr(catalogue, section)))


def present(record: msgspec.Struct) -> list[str]:
    """Return the keys that have a value; a table can only stand behind them."""
    names = zip(record.__struct_fields__, record.__struct_encode_fields__, strict=True)
    values = {encoded: getattr(record, name) for name, encoded in names}
    keys = [key for key, value in values.items() if value is not None and value not in ((), {})]
    return sorted(keys, key=lambda key: isinstance(values[key], Mapping))


@brief
@given(catalogues)
def test_every_record_has_a_heading_of_its_own_in_toml(catalogue: Catalogue) -> None:
    headings = [line for line in whole(toml(catalogue)).split("\n") if line.startswith("[[")]
    assert headings == [f"[[{section}]]" for section in RECORD_TYPES for _ in getattr(catalogue, section)]


@brief
@given(catalogues)
def test_json_has_every_key_in_declared_order(catalogue: Catalogue) -> None:
    data = msgspec.json.decode(whole(json(catalogue)))
    assert shape(data) == shape(declared(catalogue))


def declared(value: object) -> Any:
    """Return records as tables of all their fields, in order."""
    match value:
        case msgspec.Struct():
            names = zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True)
            return {encoded: declared(getattr(value, name)) for name, encoded in names}
        case Mapping():
            return {key: declared(each) for key, each in value.items()}
        case tuple():
            return list(map(declared, value))
        case _:
            return value


def shape(value: object) -> object:
    """Return the keys of tables as lists of pairs, whose order counts."""
    match value:
        case Mapping():
            return [(key, shape(each)) for key, each in value.items()]
        case list():
            return list(map(shape, value))
        case _:
            return value is None


def test_toml_is_laid_out_for_people() -> None:
    assert whole(toml(SMALL)) == SMALL_TOML


def test_json_starts_with_the_format() -> None:
    assert whole(json(Catalogue(format=1, show=Show(title="É")))).splitlines()[:4] == [
        "{",
        '  "format": 1,',
        '  "show": {',
        '    "title": "É",',
    ]


@pytest.mark.parametrize("path", ["data/etoile.toml", "tests/data/hostile.toml", "tests/data/minimal.toml"])
def test_exports_read_back_to_the_same_exports(path: str) -> None:
    original = read((CHECKOUT / path).read_text(encoding="utf-8"))
    exported = run(f"etoile -c '{CHECKOUT / path}' export toml")
    again = run("etoile -c - export toml", stdin=exported.stdout)
    assert again == exported
    assert read(exported.stdout) == original

    as_json = run("etoile -c - export json", stdin=exported.stdout)
    assert (as_json.stderr, from_json(as_json.stdout, Catalogue)) == ("", original)
