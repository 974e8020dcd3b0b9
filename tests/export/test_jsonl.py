"""The lines of `export jsonl`: every record of every show, with nothing more than the names of both before it."""

import json
from collections.abc import Iterator
from itertools import islice

import pytest
from hypothesis import given

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.holding import Holding
from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue
from etoile_cli.catalogue.reader import parse
from etoile_cli.catalogue.records import Show
from etoile_cli.export.json_ import json as whole
from etoile_cli.export.jsonl import ADDED, jsonl
from tests.door import run
from tests.shows.shows import NAMES, catalogue_of
from tests.strategies import brief, catalogues

SMALL = b"""format = 1
[show]
title = "The Ferry"
premiere = "2024-09"
[[crew]]
name = "Ana Ruiz"
ids = { imdb = "nm0000001" }
"""


def test_a_line_begins_with_the_show_and_the_section() -> None:
    done = run("etoile -c - export jsonl", stdin=SMALL)
    assert done.stderr == ""
    assert done.stdout == (
        '{"show":"The Ferry","section":"show","title":"The Ferry","original_title":null,"also_known_as":[],'
        '"titles":{},"premiere":"2024-09","ended":null,"status":null,"status_date":null,"seasons":null,'
        '"networks":[],"runtime":null,"ratings":{},"genres":[],"languages":[],"countries":[],"logline":null,'
        '"premise":null,"themes":[],"ids":{},"sources":[],"cites":{},"note":null}\n'
        '{"show":"The Ferry","section":"crew","name":"Ana Ruiz","sort_name":null,"aliases":[],"roles":[],'
        '"known_for":[],"episodes":[],"ids":{"imdb":"nm0000001"},"sources":[],"cites":{},"note":null}\n'
    )


def _records(catalogue: Catalogue) -> list[tuple[str, object]]:
    """Return the records with their sections, as `export json` has them."""
    data = json.loads("\n".join(whole(catalogue)))
    return [("show", data["show"]), *((key, each) for key in RECORD_TYPES for each in data[key])]


def _read(lines: Iterator[str]) -> list[tuple[str, str, object]]:
    read = list(map(json.loads, lines))
    return [(each.pop("show"), each.pop("section"), each) for each in read]


@brief
@given(catalogues)
def test_every_record_reads_back_as_json_has_it(catalogue: Catalogue) -> None:
    lines = list(jsonl([Holding("A", "a.toml", catalogue)]))
    assert all(line.isprintable() or "\n" not in line for line in lines)
    assert _read(iter(lines)) == [("A", section, record) for section, record in _records(catalogue)]


def test_the_lines_of_several_shows_follow_each_other() -> None:
    lines = _read(jsonl(Holding(name, f"{name}.toml", catalogue_of(name)) for name in NAMES))
    assert lines == [(name, *each) for name in NAMES for each in _records(catalogue_of(name))]


def test_a_line_leaves_before_the_next_show_is_read() -> None:
    def without_end() -> Iterator[Holding]:
        yield Holding("A", "a.toml", parse(SMALL))
        raise AssertionError("the second show is read")

    assert len(list(islice(jsonl(without_end()), 2))) == 2


@pytest.mark.parametrize("record_type", [Show, *RECORD_TYPES.values()])
def test_no_record_has_a_key_that_the_line_begins_with(record_type: type[Show]) -> None:
    assert not declarations(record_type).keys() & set(ADDED)
