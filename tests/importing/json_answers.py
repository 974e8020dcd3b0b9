"""Answers of APIs for tests: read from files, taken in, and broken at random places."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from etoile_cli.errors import EtoileError
from etoile_cli.importing.formats.format import Format
from etoile_cli.importing.intake.fitting import fit
from etoile_cli.importing.intake.intake import Intake
from etoile_cli.importing.reading.file import File, Kind
from etoile_cli.importing.reading.tree import untaken

DATA = Path(__file__).with_name("data")
DAY = date(2024, 1, 2)

_leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.just(10**30)
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["", " ", "\0", "\ud800", "<p>a</p>", "2024-02-31", "en", "x" * 100_001, "http://", "{}", "'"])
)
anything = st.recursive(
    _leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)


def answer(path: str) -> File:
    """Return the file of an answer, its tree anew each time."""
    return File(path.rpartition("/")[2], Kind.JSON, json.loads((DATA / path).read_text("utf-8")), DAY)


def of_tree(tree: Any, name: str = "answer.json") -> File:
    """Return a file that holds a tree."""
    return File(name, Kind.JSON, tree, DAY)


def taken_in(format_: Format, *files: File, texts: bool = False) -> Intake:
    """Return what is taken in of files, each of which the format knows."""
    assert [file.name for file in files if not format_.recognises(file)] == []
    intake = Intake(DAY, texts=texts)
    format_.take_in(files, intake)
    return intake


def refusal(format_: Format, error: type[Exception], *files: File) -> str:
    """Return the message with which a format refuses files."""
    with pytest.raises(error) as caught:
        format_.take_in(files, Intake(DAY))
    return str(caught.value)


def changed(path: str, **values: object) -> File:
    """Return the file of an answer with other values."""
    file = answer(path)
    file.tree.update(values)
    return file


def left(*files: File) -> list[str]:
    """Return the paths of what is left in the trees of files."""
    return sorted({path for file in files for path in untaken(file.tree)})


@st.composite
def broken(draw: st.DrawFn, path: str) -> File:
    """Return an answer in which some values are others, are missing, or are there twice."""
    file = answer(path)
    for _ in range(draw(st.integers(1, 6))):
        _break(draw, file.tree)
    return file


def _break(draw: st.DrawFn, tree: Any) -> None:
    """Go down from a tree to a random place, and break what is there."""
    while isinstance(tree, dict | list) and tree:
        key = draw(st.sampled_from(list(tree) if isinstance(tree, dict) else range(len(tree))))
        if not (isinstance(tree[key], dict | list) and tree[key] and draw(st.integers(0, 5))):
            match draw(st.sampled_from(["other", "missing", "twice", "elsewhere"])):
                case "other":
                    tree[key] = draw(anything)
                case "missing":
                    del tree[key]
                case "twice" if isinstance(tree, list):
                    tree.append(json.loads(json.dumps(tree[key])))
                case _ if isinstance(tree, dict):
                    other = draw(st.sampled_from(list(tree)))
                    tree[key], tree[other] = tree[other], tree[key]
            return
        tree = tree[key]


def is_made_valid(format_: Format, *files: File) -> None:
    """Take files in, which may be refused; of what is taken in, nothing is an error once it is made to fit."""
    intake = Intake(DAY, texts=True)
    for file in files:
        format_.recognises(file)
    try:
        format_.take_in(files, intake)
    except EtoileError:
        return
    data = {"format": 1} | intake.data
    fit(data, DAY)
    assert fit(data, DAY) == []
    untaken([file.tree for file in files])
