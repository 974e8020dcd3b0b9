"""Paths: what is written is what is meant, and every value of a catalogue has a path that leads to it."""

import shlex
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue
from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.sections import SHOW
from etoile_cli.errors import EtoileError, NoMatchError, UsageError
from etoile_cli.listing.paths.following import bare_texts, values_at
from etoile_cli.listing.paths.grammar import Name, Position, Words, written
from etoile_cli.listing.paths.places import Route, route_of
from etoile_cli.text.json_ import json_text
from etoile_cli.text.values import is_absent
from tests.strategies import brief, catalogues, examples, texts

KEYS = [SHOW, *RECORD_TYPES]


def route(path: str) -> Route:
    parted = written(path)
    return route_of(parted, parted.begin.text)


def found(path: str, catalogue: Catalogue) -> Sequence[Any]:
    try:
        return values_at(route(path), catalogue)
    except NoMatchError:
        return []


def in_quotes(text: str) -> str | None:
    """Return a text as a path has it in quotation marks; `None` if it holds both sorts."""
    mark = next((each for each in "\"'" if each not in text), None)
    return None if mark is None else f"{mark}{text}{mark}"


@pytest.mark.parametrize(
    ("path", "steps"),
    [
        ("cast", [Name("cast", 4)]),
        ("a.b", [Name("a", 1), Name("b", 3)]),
        ("a..b", [Name("a", 1), Name("", 2), Name("b", 4)]),
        ("a['b.c'].d", [Name("a", 1), Words(["b.c"], 8), Name("d", 10)]),
        ("a.'b.c[0]'", [Name("a", 1), Name("b.c[0]", 10)]),
        ("a[0]", [Name("a", 1), Position(0, 4)]),
        ("a[-12][0]", [Name("a", 1), Position(-12, 6), Position(0, 9)]),
        ("a['0']", [Name("a", 1), Words(["0"], 6)]),
        ("a[0 1]", [Name("a", 1), Words(["0", "1"], 6)]),
        ("a[+1]", [Name("a", 1), Words(["+1"], 5)]),
        ("a[1..2]", [Name("a", 1), Words(["1..2"], 7)]),
        ("a[b][c d][0][e]", [Name("a", 1), Words(["b", "c", "d"], 9), Position(0, 12), Words(["e"], 15)]),
        ("a[key:'x y' z]", [Name("a", 1), Words(["key:x y", "z"], 14)]),
        ("a[d'or]", [Name("a", 1), Words(["d'or"], 7)]),
        ("a[6'2\"]", [Name("a", 1), Words(["6'2\""], 7)]),
        ("a[\"d'or\"'\"']", [Name("a", 1), Words(["d'or\""], 12)]),
        ("a['' b]", [Name("a", 1), Words(["", "b"], 7)]),
        ("a[b[c]", [Name("a", 1), Words(["b[c"], 6)]),
    ],
)
def test_a_path_is_parted_into_its_steps(path: str, steps: list[object]) -> None:
    parted = written(path)
    assert [parted.begin, *parted.steps] == steps


words = st.lists(st.text("ab1:='é.-\"", min_size=1, max_size=4).filter(in_quotes), min_size=1, max_size=3)


@given(words)
@examples(400)
def test_words_in_quotes_are_those_that_a_shell_would_take(asked: list[str]) -> None:
    inside = " ".join(str(in_quotes(word)) for word in asked)
    assert shlex.split(inside) == asked
    [step] = written(f"cast[{inside}]").steps
    assert isinstance(step, Words)
    assert step.words == asked


@given(st.text("ab .[]'\"-10", max_size=12))
@examples(2_000)
def test_any_text_is_a_path_or_wrong_usage(text: str) -> None:
    try:
        parted = written(text)
    except UsageError:
        return
    assert [parted.begin, *parted.steps][-1].end == len(text)


STEPS = ["[0]", "[-1]", "[e]", "['e' 'a']", ".name", ".title", ".ids", ".titles", ".cites", ".imdb", ".nonesuch", "."]


@given(catalogues, st.sampled_from(KEYS), st.lists(st.sampled_from(STEPS), max_size=5))
@examples(100)
def test_any_path_leads_to_values_or_says_why_not(catalogue: Catalogue, section: str, steps: list[str]) -> None:
    path = "".join([section, *steps])
    try:
        values = values_at(route(path), catalogue)
    except EtoileError:
        return
    assert values
    assert not route(path).end.is_one or len(values) == 1
    assert json_text(values)


def records(catalogue: Catalogue, section: str) -> list[Any]:
    return [catalogue.show] if section == SHOW else list(getattr(catalogue, section))


@given(catalogues, st.sampled_from(KEYS))
@brief
def test_each_key_leads_to_its_values_in_their_order(catalogue: Catalogue, section: str) -> None:
    held = records(catalogue, section)
    for key in declarations(Show if section == SHOW else RECORD_TYPES[section]):
        values = [getattr(record, key) for record in held]
        assert found(f"{section}.{key}", catalogue) == [value for value in values if not is_absent(value)]
        if section == SHOW:
            continue
        for position, value in enumerate(values):
            one = [] if is_absent(value) else [value]
            assert found(f"{section}[{position}].{key}", catalogue) == one
            assert found(f"{section}[{position - len(held)}].{key}", catalogue) == one


@given(catalogues, st.sampled_from(KEYS))
@brief
def test_each_item_and_each_value_of_a_table_has_a_path(catalogue: Catalogue, section: str) -> None:
    for position, record in enumerate(records(catalogue, section)):
        before = section if section == SHOW else f"{section}[{position}]"
        for key in type(record).__struct_encode_fields__:
            value = getattr(record, key)
            if isinstance(value, tuple):
                assert [found(f"{before}.{key}[{at}]", catalogue) for at in range(len(value))] == [[x] for x in value]
                assert found(f"{before}.{key}[{len(value)}]", catalogue) == []
            elif isinstance(value, Mapping):
                quoted = {name: in_quotes(name) for name in value}
                assert all(
                    found(f"{before}.{key}.{mark}", catalogue) == [value[name]]
                    for name, mark in quoted.items()
                    if mark
                )


@given(texts, st.lists(texts, max_size=3))
@examples(200)
def test_a_bare_text_is_exactly_the_value(text: str, others: list[str]) -> None:
    assert list(bare_texts([text, tuple(others)])) == [text, *others]
    assert list(bare_texts([{text: text}])) == [f"{text}={text}"]
