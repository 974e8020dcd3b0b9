"""An editor that holds a catalogue against the JSON Schema marks what `etoile check` tells, as far as a schema can."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
import tomli
import tomli_w
from hypothesis import example, given
from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from etoile_cli.catalogue.model import Catalogue, Verdict
from etoile_cli.catalogue.schema import schema
from etoile_cli.check.check import check
from etoile_cli.check.codes import (
    BAD_VALUE,
    DUPLICATE,
    NEWER_FORMAT,
    UNKNOWN_COMPANY,
    UNKNOWN_EPISODE,
    UNKNOWN_SOURCE,
    WRONG_TYPE,
)
from etoile_cli.check.problem import Problem, Severity
from etoile_cli.check.rules.cites import CITES_NOTHING
from etoile_cli.check.structure.moved import is_award
from etoile_cli.check.structure.other_keys import key_meant
from etoile_cli.check.structure.raw_records import has_other_show, show_keys_at_top
from etoile_cli.check.toml.document import Document, Place
from etoile_cli.export.toml_ import toml
from etoile_cli.text.suggestions import nearest
from tests.door import CHECKOUT, TODAY
from tests.strategies import brief, catalogues, spoilt, thorough

INVALID = sorted((CHECKOUT / "tests" / "data" / "invalid").glob("*.toml"))
VALID = [CHECKOUT / "data" / "etoile.toml", CHECKOUT / "tests" / "data" / "minimal.toml"]
HOSTILE = CHECKOUT / "tests" / "data" / "hostile.toml"
DAY = date.fromisoformat(TODAY)
LARGEST = 1 << 64

# The errors that no schema can see: their codes, a part of their messages, and why.
UNSEEN = [
    (UNKNOWN_SOURCE, "", "a schema follows no references"),
    (UNKNOWN_COMPANY, "", "nor these"),
    (UNKNOWN_EPISODE, "", "nor these"),
    (CITES_NOTHING, " has no value in ", "it compares no keys of two tables"),
    (DUPLICATE, "^the same ", "of records, it can't compare single keys; items of arrays it can"),
    (DUPLICATE, " is the same as ", "nor does it know that the case of a tag doesn't count"),
    (DUPLICATE, '^"absolute" is ', "nor what else a film is numbered by"),
    (DUPLICATE, ' (is in|overlaps with) (S[0-9]|"S[0-9])', "nor what the code of an episode says"),
    (BAD_VALUE, " (ends before it begins|is a single episode)", "nor that of a run"),
    (BAD_VALUE, ' must be more than "number", ', "it compares no numbers of two keys"),
    (
        BAD_VALUE,
        '^"follows" (is for specials|names the special itself|S[0-9]+E[0-9]+, which in the end )',
        "nor these",
    ),
    (BAD_VALUE, " (is|was) in use", "it holds no standard's list of codes"),
    (WRONG_TYPE, r' must be a date.*, found the string "\d{4}-\d\d-\d\d"$', "JSON has dates as strings"),
    (BAD_VALUE, " the least and the most, found (an|the) array", "it compares no items of an array"),
    (WRONG_TYPE, " must be a string, found the (date|time|date-time) ", "likewise"),
    (WRONG_TYPE, r" must be (1|an integer from .*), found the float -?\d+\.0$", "to JSON, 1.0 is an integer"),
]


def editor() -> Draft202012Validator:
    """Return the validator of an editor; to its regular expressions, `$` is the end and never before a newline."""
    return Draft202012Validator(_with_real_ends(schema()), format_checker=FormatChecker())


def _with_real_ends(part: Any) -> Any:
    match part:
        case {"pattern": str() as pattern}:
            return {**part, "pattern": pattern.replace("$", r"\Z")}
        case dict():
            return {key: _with_real_ends(value) for key, value in part.items()}
        case list():
            return list(map(_with_real_ends, part))
        case _:
            return part


EDITOR = editor()


def as_json(value: Any) -> Any:
    """Return TOML data as editors hold it against a schema: dates and times are strings, numbers not endless."""
    match value:
        case date() | time():
            return value.isoformat()
        case int() if abs(value) > LARGEST:
            return LARGEST
        case dict():
            return {key: as_json(each) for key, each in value.items()}
        case list():
            return list(map(as_json, value))
        case _:
            return value


def errors_of_check(content: bytes) -> list[Problem]:
    problems = check(content, "it.toml", DAY).problems
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def is_seen(problem: Problem) -> bool:
    return not any(problem.code is code and re.search(part, problem.message) for code, part, _ in UNSEEN)


class Edited:
    """A catalogue in an editor: its text, its data, and what the schema refuses of that."""

    def __init__(self, content: bytes) -> None:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        self.document = Document(text)
        self.data = tomli.loads(text)
        self.errors = list(EDITOR.iter_errors(as_json(self.data)))

    def marks(self) -> set[Place]:
        """Return the places that an editor marks."""
        marked = ((self.document.find(path), is_key) for error in self.errors for path, is_key in _marked(error))
        return {self.document.place(key if is_key else value) for (key, value), is_key in marked}

    def told_with_the_show(self) -> set[Place]:
        """Return the places of what `check` tells at once: a show without its header, or with another's."""
        keys = show_keys_at_top(self.data)
        marked = [self.document.find((key,))[0] for key in keys]
        return {self.document.place(span) for span in [*marked, *([(0, 0)] if has_other_show(self.data) else [])]}

    def told_with_a_key(self) -> set[Place]:
        """Return the places of records that lack only what a misspelt key was meant to be, or no award lacks."""
        missing = [error for error in self.errors if error.validator == "required"]
        errors = [error for error in missing if _is_misspelt(error) or _is_award(error)]
        return {self.document.place(self.document.find(tuple(error.absolute_path))[1]) for error in errors}

    def is_entered(self, place: Place) -> bool:
        """Tell whether a place is outside of the tables that a schema refuses as a whole and never looks into."""
        before = [table for table in self.document.tables if self.document.place(table.header or (0, 0)) <= place]
        around = (before[-1].path or ("",))[0] if before else ""
        refused = {path[0] for error in self.errors for path, _ in _marked(error) if len(path) == 1}
        values = [self.document.place(self.document.find((name,))[1]) for name in refused]
        return around not in refused and not any(value[:2] < place[:2] < value[2:] for value in values)


def _is_award(error: ValidationError) -> bool:
    return [*error.absolute_path][:1] == ["reception"] and is_award(error.instance, Verdict)


def _is_misspelt(error: ValidationError) -> bool:
    known: Mapping[str, Any] = error.schema["properties"]
    required: Sequence[str] = error.schema["required"]
    meant = {key_meant(key, known) or nearest(key, known) for key in error.instance if key not in known}
    return {*required} - {*error.instance} <= meant


def _marked(error: ValidationError) -> Iterator[tuple[tuple[str | int, ...], bool]]:
    """Yield the paths of what an error is about, and whether it is their keys."""
    path = tuple(error.absolute_path)
    if "propertyNames" in error.absolute_schema_path:
        yield (*path, error.instance), True
        return
    match error.validator:
        case _ if "propertyNames" in error.absolute_schema_path:
            yield (*path, error.instance), True
        case "additionalProperties":
            known: Mapping[str, Any] = error.schema["properties"]
            yield from (((*path, key), True) for key in error.instance if key not in known)
        case "uniqueItems":
            items = error.instance
            yield from (((*path, number), False) for number, item in enumerate(items) if item in items[:number])
        case _:
            yield path, False


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.name)
def test_editors_mark_nothing_in_a_catalogue_without_errors(path: Path) -> None:
    assert errors_of_check(path.read_bytes()) == []
    assert Edited(path.read_bytes()).marks() == set()


def agree(content: bytes) -> None:
    told = errors_of_check(content)
    edited = Edited(content)
    marked = edited.marks()
    seen = {problem.place for problem in told if is_seen(problem) and edited.is_entered(problem.place)}
    assert seen - marked == set(), "told and not marked"
    # Of a newer format, check tells nothing more.
    if not any(problem.code is NEWER_FORMAT for problem in told):
        told_otherwise = edited.told_with_the_show() | edited.told_with_a_key()
        assert marked - {problem.place for problem in told} - told_otherwise == set(), "marked and not told"


@brief
@given(catalogues)
def test_of_any_catalogue_that_can_be_read_editors_mark_what_check_tells(catalogue: Catalogue) -> None:
    agree("\n".join(toml(catalogue)).encode())


@thorough
@given(spoilt())
@example({"format": 1, "show": {"title": "A show"}, "company": {}})
def test_of_any_tables_editors_mark_what_check_tells(data: dict[str, Any]) -> None:
    agree(tomli_w.dumps(data).encode())


@pytest.mark.parametrize("length", [100_000, 100_001])
@pytest.mark.parametrize(
    "statement", ['title = "{}"', 'title = "x"\nids = {{ a = "{}" }}', 'title = "x"\ngenres = ["{}"]']
)
def test_of_long_texts_editors_mark_what_check_tells(statement: str, length: int) -> None:
    content = f"format = 1\n[show]\n{statement.format('x' * length)}\n".encode()
    assert len(errors_of_check(content)) == int(length > 100_000)
    agree(content)


def is_toml(path: Path) -> bool:
    try:
        tomli.loads(path.read_bytes().decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return True


COMPARABLE = [path for path in [*INVALID, HOSTILE] if is_toml(path)]


@pytest.mark.parametrize("path", COMPARABLE, ids=lambda path: path.stem)
def test_editors_mark_what_check_tells(path: Path) -> None:
    agree(path.read_bytes())


def test_what_no_schema_can_see_is_told_and_not_marked() -> None:
    unmarked = []
    for content in (path.read_bytes() for path in COMPARABLE):
        marks = Edited(content).marks()
        unmarked += [problem for problem in errors_of_check(content) if problem.place not in marks]
    for code, part, reason in UNSEEN:
        assert any(problem.code is code and re.search(part, problem.message) for problem in unmarked), reason


def test_most_of_the_invalid_files_can_be_compared() -> None:
    assert len(COMPARABLE) > len(INVALID) / 2
