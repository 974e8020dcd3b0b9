"""Every export of the invented shows, read back or read as its readers do."""

from datetime import date
from typing import Any

import msgspec
import pytest

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import parse
from etoile_cli.catalogue.toml_values import Extent, from_toml
from tests.door import run
from tests.export.pages import elements
from tests.shows.shows import NAMES, catalogue_of, data_of, path_of

every = pytest.mark.parametrize("name", NAMES)


def exported(name: str, format_: str) -> str:
    done = run(f"etoile export {format_} -c '{path_of(name)}'")
    assert done.stderr == ""
    return done.stdout


@every
def test_toml_reads_back_to_the_same(name: str) -> None:
    text = exported(name, "toml")
    assert parse(text.encode()) == catalogue_of(name)
    assert run("etoile export toml -c -", stdin=text).stdout == text


@every
def test_json_reads_back_to_the_same(name: str) -> None:
    text = exported(name, "json")
    assert _read(text) == catalogue_of(name)


def _read(text: str) -> Catalogue:
    return msgspec.json.decode(text, type=Catalogue, dec_hook=_from_json)


def _from_json(kind: Any, value: Any) -> Any:
    """Return a value of our own types: JSON has a day as a string, and a range as an array even of one number."""
    if kind is Extent:
        return Extent(value)
    is_day = len(value) == len("2025-04-24")
    return date.fromisoformat(value) if is_day else from_toml(kind, value)


@every
def test_a_page_holds_every_name_and_title(name: str) -> None:
    text = elements(exported(name, "html")).text()
    told = [each for each in _named(data_of(name)) if each not in text]
    assert told == []


def _named(data: dict[str, Any]) -> list[str]:
    """Return what names the records, and what they are told of in prose."""
    keys = ("title", "name", "character", "service", "outlet", "award", "note", "synopsis", "verdict")
    records = [record for held in data.values() if isinstance(held, list) for record in held]
    return [record[key] for record in records for key in keys if key in record and "\n" not in record[key]]
