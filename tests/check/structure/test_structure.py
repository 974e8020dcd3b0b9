from typing import Any

import msgspec
import pytest
import tomli_w
from hypothesis import assume, given

from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue
from etoile_cli.catalogue.reader import InvalidCatalogueError, parse
from etoile_cli.catalogue.records import Show
from etoile_cli.check.codes import MISSING_KEY, NEWER_FORMAT, UNKNOWN_KEY, WRONG_TYPE
from etoile_cli.check.contents import Entry
from etoile_cli.check.problem import Code, Finding, Target
from etoile_cli.check.structure.examine import examine
from etoile_cli.check.structure.raw_records import records
from etoile_cli.check.structure.record_tables import with_misplaced_keys
from etoile_cli.check.structure.values import read_values
from etoile_cli.check.toml.advice.hints import Hint
from tests.strategies import brief, catalogues, data_of, spoilt, thorough

SHOW = {"title": "A show"}


def findings(data: dict[str, Any]) -> list[Finding]:
    return examined(data)[1]


def examined(data: dict[str, Any]) -> tuple[list[Entry], list[Finding]]:
    entries: list[Entry] = []
    wrong = list(examine(data, entries))
    return entries, wrong


def told(data: dict[str, Any]) -> set[tuple[Code, tuple[str | int, ...]]]:
    return {(finding.code, finding.path) for finding in findings(data)}


def is_catalogue(data: dict[str, Any]) -> bool:
    try:
        parse(tomli_w.dumps(data).encode())
    except InvalidCatalogueError:
        return False
    return True


def has_misplaced_keys(data: dict[str, Any]) -> bool:
    """Return whether `ids` of a record have one of the record's own keys, which the rules tell as misplaced."""
    return any(with_misplaced_keys(record, kind, data) is not record for _, record, kind in records(data))


def message(finding: Finding, marked: str = "") -> str:
    hint = (finding.hint if isinstance(finding.hint, Hint) else finding.hint(marked)).words
    return f"{finding.message} ({hint})" if hint else finding.message


@brief
@given(catalogues)
def test_a_catalogue_has_no_problems_and_all_its_records_are_whole(catalogue: Catalogue) -> None:
    data = data_of(catalogue)
    assume(not has_misplaced_keys(data))
    entries, wrong = examined(data)
    assert wrong == []
    assert [(entry.path, entry.values) for entry in entries] == [
        (("show",), read_values(data["show"], Show)),
        *(
            ((section, at), read_values(each, record_type))
            for section, record_type in RECORD_TYPES.items()
            for at, each in enumerate(data.get(section, []))
        ),
    ]
    assert all(entry.is_whole for entry in entries)


@thorough
@given(spoilt())
def test_what_is_no_catalogue_has_problems_and_only_that(data: dict[str, Any]) -> None:
    assert (findings(data) == []) is is_catalogue(data)


def test_problems_are_told_with_their_code_place_and_hint() -> None:
    missing, unknown = findings({"format": 1, "show": {"gneres": ["x"]}})
    assert missing == Finding(MISSING_KEY, ("show", "title"), '"title" is missing', target=Target.RECORD)
    assert (unknown.code, unknown.path, unknown.target) == (UNKNOWN_KEY, ("show", "gneres"), Target.KEY)
    assert message(unknown) == 'no such key "gneres" (did you mean "genres"?)'


def test_a_key_that_was_meant_by_another_one_is_not_missing() -> None:
    data = {"Format": 1, "show": {"titel": "x"}, "cast": [{"nmae": "A"}, {"title": "B"}]}
    assert told(data) == {
        (UNKNOWN_KEY, ("Format",)),
        (UNKNOWN_KEY, ("show", "titel")),
        (UNKNOWN_KEY, ("cast", 0, "nmae")),
        (UNKNOWN_KEY, ("cast", 1, "title")),
        (MISSING_KEY, ("cast", 1, "name")),
    }


def test_of_a_key_that_was_meant_by_another_one_nothing_is_concluded() -> None:
    entries, _ = examined({"format": 1, "show": SHOW | {"surces": ["a"]}, "sources": [{"iid": "a", "title": "x"}]})
    assert [entry.values for entry in entries] == [SHOW | {"sources": None}, {"id": None, "title": "x"}]


def test_every_problem_is_told_not_only_the_first() -> None:
    data = {section: [{"x": 1}] * 2 for section in RECORD_TYPES}
    paths = [("show",), *((section, at) for section in RECORD_TYPES for at in range(2))]
    types = [Show, *(record_type for record_type in RECORD_TYPES.values() for _ in range(2))]
    assert told(data | {"format": 1, "show": {"x": 1}}) == {
        *((UNKNOWN_KEY, (*path, "x")) for path in paths),
        *(
            (MISSING_KEY, (*path, field.name))
            for path, record_type in zip(paths, types, strict=True)
            for field in msgspec.structs.fields(record_type)
            if field.required
        ),
    }


def test_every_item_of_an_array_is_told() -> None:
    assert told({"format": 1, "show": SHOW | {"genres": ["drama", 1, "comedy", True]}}) == {
        (WRONG_TYPE, ("show", "genres", 1)),
        (WRONG_TYPE, ("show", "genres", 3)),
    }


@pytest.mark.parametrize("newer", [2, 10**30])
def test_of_a_newer_format_nothing_else_is_told(newer: int) -> None:
    entries, wrong = examined({"format": newer, "show": "x", "y": 1})
    assert entries == []
    assert [(finding.code, finding.path) for finding in wrong] == [(NEWER_FORMAT, ("format",))]


@pytest.mark.parametrize(
    ("show", "values"),
    [
        ({"title": 1, "seasons": 2}, {"title": None, "seasons": 2}),
        (SHOW | {"genres": ["drama", 1]}, SHOW | {"genres": ["drama", None]}),
        (SHOW | {"genres": "drama"}, SHOW | {"genres": None}),
        (SHOW | {"titel": "x"}, SHOW),
        (SHOW | {"premiere": None}, SHOW | {"premiere": None}),
    ],
)
def test_of_a_spoilt_record_what_is_right_is_handed_on(show: dict[str, Any], values: dict[str, Any]) -> None:
    (entry,), _ = examined({"format": 1, "show": show})
    assert entry.values == values
    assert not entry.is_whole


def test_a_value_that_could_not_be_read_counts_as_there() -> None:
    assert findings({"format": 1, "show": {"title": None}}) == []
    assert findings({"format": None, "show": SHOW}) == []


def test_keys_of_a_show_in_an_array_are_told() -> None:
    array, key = findings({"format": 1, "show": [SHOW | {"x": {"title": "B", "seasons": 1}}]})
    assert (array.code, array.path) == (WRONG_TYPE, ("show",))
    assert (key.code, key.path, message(key)) == (UNKNOWN_KEY, ("show", 0, "x"), 'no such key "x"')


def test_a_section_that_is_one_table_is_told_and_its_record_examined() -> None:
    array, name = findings({"format": 1, "show": SHOW, "cast": {"name": 1}})
    assert (array.code, array.path) == (WRONG_TYPE, ("cast",))
    assert message(array, "[cast]") == '"cast" must be an array of tables, found a table (write [[cast]])'
    assert (name.code, name.path) == (WRONG_TYPE, ("cast", "name"))
