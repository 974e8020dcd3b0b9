"""Halves of surrogate pairs and NUL, which JSON can hold and a catalogue can't, wherever a text has them."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from msgspec.structs import astuple

from etoile_cli.errors import EtoileError
from etoile_cli.importing.formats.format import Format
from etoile_cli.importing.formats.jsonld.format import JSONLD
from etoile_cli.importing.formats.tmdb.format import TMDB
from etoile_cli.importing.formats.tvmaze.format import TVMAZE
from etoile_cli.importing.intake.intake import Intake
from etoile_cli.importing.reading.file import File
from tests.importing.documents import sample
from tests.importing.json_answers import DATA, DAY, answer

BROKEN = "\ud800\0"
PAGES = sorted(path.name for path in (DATA / "jsonld").iterdir())
# What is no answer about a show is imported together with one.
ALONE = {
    "tmdb/tv.json", "tmdb/tv-with-appended.json", "tvmaze/show.json", "tvmaze/show-with-embedded.json",
    "tvmaze/search.json",
}  # fmt: skip
CASES = [
    (format_, path, [] if path in ALONE else [show])
    for format_, show in ((TMDB, "tmdb/tv.json"), (TVMAZE, "tvmaze/show.json"))
    for path in sorted(f"{each.parent.name}/{each.name}" for each in (DATA / format_.name).iterdir())
]


def broken(tree: Any) -> Iterator[Any]:
    """Yield a tree once for each of its texts and keys, with just that one broken, within itself and at its end."""
    waiting = [tree]
    while waiting:
        holder = waiting.pop()
        for key, value in list(holder.items()) if isinstance(holder, dict) else list(enumerate(holder)):
            if isinstance(value, dict | list):
                waiting.append(value)
            elif isinstance(value, str):
                holder[key] = f"{value[:1]}{BROKEN}{value[1:]}{BROKEN}"
                yield deepcopy(tree)
                holder[key] = value
            if isinstance(key, str):
                holder[f"{key}{BROKEN}"] = holder.pop(key)
                yield deepcopy(tree)
                holder[key] = holder.pop(f"{key}{BROKEN}")


def texts(value: Any) -> Iterator[str]:
    """Yield all texts of what is taken in."""
    if isinstance(value, dict):
        yield from texts([*value, *value.values()])
    elif isinstance(value, list | tuple):
        for each in value:
            yield from texts(each)
    elif isinstance(value, str):
        yield value


def said(format_: Format, *files: File) -> str:
    """Return all that an import of files says, or refuses them with."""
    intake = Intake(DAY, texts=True)
    try:
        format_.take_in(files, intake)
    except EtoileError as error:
        return f"{error.message} {error.hint}"
    assert intake.origin is not None
    return "\n".join(texts([intake.show, intake.sections, intake.left_out, astuple(intake.origin)]))


def assert_is_whole(text: str) -> None:
    text.encode()
    assert "\0" not in text


@pytest.mark.parametrize(("format_", "path", "others"), CASES, ids=[path for _, path, _ in CASES])
def test_no_text_of_an_answer_stays_broken(format_: Format, path: str, others: list[str]) -> None:
    for tree in broken([answer(path).tree]):
        assert_is_whole(said(format_, *map(answer, others), File("x", answer(path).kind, tree[0], DAY)))


@pytest.mark.parametrize("name", PAGES)
def test_no_text_of_a_page_stays_broken(name: str) -> None:
    file = sample(name)
    for tree in broken([file.tree]):
        assert_is_whole(said(JSONLD, File(name, file.kind, tree[0], DAY)))
