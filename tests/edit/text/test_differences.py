"""The edits between two texts: they make one of the other, and take time that grows with the texts."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.edit.text.differences import differences
from etoile_cli.edit.text.splicing import splice
from tests.work import lines_executed

# Few different lines, so that many are repeated; some end in what is no line end.
LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\r\n", "\n", "d\u2028", "e\r", "f"]), max_size=30)


def numbered(numbers: Sequence[int]) -> str:
    return "".join(f"{number}\n" for number in numbers)


@given(LINES, LINES)
def test_the_edits_make_the_new_text_of_the_old(old: Sequence[str], new: Sequence[str]) -> None:
    before, after = "".join(old), "".join(new)
    edits = differences(before, after)
    assert splice(before, edits) == after
    assert edits == sorted(edits)
    assert all(begin in (0, len(before)) or before[begin - 1] == "\n" for (begin, _), _ in edits)


@given(LINES)
def test_the_same_text_has_no_differences(lines: Sequence[str]) -> None:
    assert differences("".join(lines), "".join(lines)) == []


@pytest.mark.parametrize(
    ("old", "new", "edits"),
    [
        ("a\nb\nc\n", "a\nx\nc\n", [((2, 4), "x\n")]),
        ("a\nb\nc\n", "a\nc\n", [((2, 4), "")]),
        ("a\nc\n", "a\nb\nc\n", [((2, 2), "b\n")]),
        ("", "a\n", [((0, 0), "a\n")]),
        ("a\n", "", [((0, 2), "")]),
        ("a", "a\n", [((0, 1), "a\n")]),
        ("[x]\na\n\n[x]\nb\n", "[x]\na\n\n[x]\nnew\n\n[x]\nb\n", [((11, 11), "new\n\n[x]\n")]),
        ("a\nsame\nb\nsame\nc\n", "A\nsame\nB\nsame\nC\n", [((0, 2), "A\n"), ((7, 9), "B\n"), ((14, 16), "C\n")]),
    ],
)
def test_each_line_that_differs_is_an_edit(old: str, new: str, edits: Sequence[object]) -> None:
    assert differences(old, new) == edits


def _deep(size: int) -> tuple[str, str]:
    """Return texts in which each line holds the next two together only once the one before it has."""
    numbers = [each for number in range(size) for each in (number + 1, number)]
    return numbered(numbers), numbered([each for number in numbers for each in (number, -number - size)])


HOSTILE = {
    "all lines changed": lambda size: (numbered(range(size)), numbered(range(size, 2 * size))),
    "one line, many times": lambda size: ("a\n" * size, "b\n" + "a\n" * (size // 2) + "c\n"),
    "backwards": lambda size: (numbered(range(size)), numbered(range(size)[::-1])),
    "shuffled": lambda size: (numbered(range(size)), numbered(random.Random(1).sample(range(size), size))),
    "every third": lambda size: (numbered(range(size)), numbered([each * (each % 3 > 0) for each in range(size)])),
    "deep": _deep,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_the_steps_grow_with_the_texts_and_not_with_their_square(name: str) -> None:
    few, many = (_steps(*HOSTILE[name](size)) for size in (500, 2_000))
    assert many < 6 * few


def _steps(old: str, new: str) -> int:
    """Return how many lines of Python run, after looking that the result is right."""
    assert splice(old, differences(old, new)) == new
    return lines_executed(lambda: differences(old, new))
