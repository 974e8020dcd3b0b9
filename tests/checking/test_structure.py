from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.checking.problem import Problem
from etoile_cli.checking.structure import structure_problems
from etoile_cli.model import SECTIONS, Catalogue
from etoile_cli.publish.toml_ import toml
from etoile_cli.reader import InvalidCatalogueError, convert, parse
from tests.strategies import brief, catalogues, texts, thorough

DATES = st.dates() | st.datetimes() | st.times()
SCALARS = st.booleans() | st.integers() | st.floats() | texts | DATES | st.sampled_from(["main", "FR", "S01E01", 1])
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3))
KEYS = st.sampled_from(sorted({name for each in [Catalogue, *SECTIONS.values()] for name in each.__struct_fields__}))


def data_of(catalogue: Catalogue) -> dict[str, Any]:
    return parse("\n".join(toml(catalogue)).encode(), "test")


@st.composite
def spoilt(draw: st.DrawFn) -> dict[str, Any]:
    """Draw the data of a catalogue in which some values are replaced, added or left out."""
    data = data_of(draw(catalogues))
    for _ in range(draw(st.integers(1, 3))):
        table = draw(st.sampled_from([data, *tables_in(data)]))
        key = draw(KEYS | texts)
        if draw(st.booleans()):
            table[key] = draw(VALUES)
        else:
            table.pop(key, None)
    return data


def tables_in(data: dict[str, Any]) -> list[dict[str, Any]]:
    records = [each for value in data.values() if isinstance(value, list) for each in value]
    return [each for each in [data.get("show"), *records] if isinstance(each, dict)]


def is_catalogue(data: dict[str, Any]) -> bool:
    try:
        convert(data)
    except InvalidCatalogueError:
        return False
    return True


@brief
@given(catalogues)
def test_a_catalogue_has_no_problems(catalogue: Catalogue) -> None:
    assert structure_problems(data_of(catalogue)) == []


@thorough
@given(spoilt())
def test_what_is_no_catalogue_has_problems_and_only_that(data: dict[str, Any]) -> None:
    assert (structure_problems(data) == []) is is_catalogue(data)


def test_problems_are_told_with_their_kind_and_guess() -> None:
    assert structure_problems({"format": 1, "show": {"titel": "x"}}) == [
        Problem("missing-key", "show", '"title" is missing'),
        Problem("unknown-key", "show", 'no such key "titel"', guess="title"),
    ]


def test_every_problem_is_told_not_only_the_first() -> None:
    data = {section: [{"x": 1}] * 2 for section in SECTIONS}
    told = {(problem.code, problem.record) for problem in structure_problems(data | {"format": 1, "show": {}})}
    assert len([code for code, _ in told if code == "unknown-key"]) == 2 * len(SECTIONS)
    assert len([code for code, _ in told if code == "missing-key"]) == 2 * len(SECTIONS) + 1
