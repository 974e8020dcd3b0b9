"""The answers of TMDB's API about one show, put together: the show, its seasons and its episodes, each once."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct

from etoile_cli.errors import CatalogueError, UsageError
from etoile_cli.importing.formats.tmdb.shapes import appended_name, is_episode, is_season, is_show
from etoile_cli.importing.intake.taking import quoted
from etoile_cli.importing.reading.file import File, Kind
from etoile_cli.importing.reading.tree import Node, absorb, tables

_APPENDED_SEASON = re.compile(r"season/[0-9]+")
_ONE = "import one show at a time"


class Answers(Struct, frozen=True):
    """The show, and its seasons and episodes."""

    show: Node
    seasons: list[Node]
    episodes: list[Node]


def is_answer(file: File) -> bool:
    """Return whether a file is an answer of TMDB."""
    tree = file.tree
    is_of_tv = is_show(tree) or is_season(tree) or is_episode(tree)
    return file.kind is Kind.JSON and (is_of_tv or appended_name(tree) is not None)


def answers_of(files: Sequence[File]) -> Answers:
    """Return what the files say about their show; raises UsageError if that is several, CatalogueError if none."""
    shows = [file for file in files if is_show(file.tree)]
    if len({repr(_number(file.tree, "id")) for file in shows}) > 1:
        named = ", ".join(f"{file.name} {quoted(str(file.tree.get('name')))}" for file in shows)
        raise UsageError(f"the files hold several shows: {named}", hint=_ONE)
    if not shows:
        raise CatalogueError(
            f"{files[0].name}: tells of no show", hint="name the file of the show itself as well, from /3/tv/…"
        )
    show = shows[0].tree
    for other in shows[1:]:
        absorb(show, other.tree)
    for file in files:
        _refuse_another_show(file, show)
        if not is_show(file.tree):
            _append(show, file.tree)
    seasons = _each_once(_seasons(show, files), "season_number")
    return Answers(show, seasons, _each_once(_episodes(show, seasons, files), "season_number", "episode_number"))


def _refuse_another_show(file: File, show: Node) -> None:
    """Raise UsageError if a file is of another show, by the id that it has."""
    id_, tree = _number(show, "id"), file.tree
    if is_season(tree):
        said = [number for each in tables(tree, "episodes") if (number := _number(each, "show_id")) is not None]
    else:
        is_part = appended_name(tree) is not None and not is_show(tree) and not is_episode(tree)
        said = [number] if is_part and (number := _number(tree, "id")) is not None else []
    if id_ is not None and any(each != id_ for each in said):
        name = quoted(str(show.get("name")))
        raise UsageError(f"the files hold several shows: {file.name} is not of {name}", hint=_ONE)


def _append(show: Node, answer: Any) -> None:
    """Put an answer into that about the show, as if it had been asked for within."""
    if is_season(answer) or is_episode(answer) or not (name := appended_name(answer)):
        return
    answer.pop("id", None)
    held = show.get(name)
    if isinstance(held, dict):
        absorb(held, answer)
    else:
        show[name] = dict(answer)
        answer.clear()


def _seasons(show: Node, files: Iterable[File]) -> Iterator[Node]:
    yield from tables(show, "seasons")
    yield from (value for key, value in show.items() if _APPENDED_SEASON.fullmatch(key) and isinstance(value, dict))
    yield from (file.tree for file in files if is_season(file.tree))


def _episodes(show: Node, seasons: Iterable[Node], files: Iterable[File]) -> Iterator[Node]:
    for season in seasons:
        yield from tables(season, "episodes")
    yield from (file.tree for file in files if is_episode(file.tree))
    for key in ("last_episode_to_air", "next_episode_to_air"):
        yield from tables(show, key)


def _each_once(nodes: Iterable[Node], *keys: str) -> list[Node]:
    """Return the tables, one for each number, which has what the others say."""
    found: dict[object, Node] = {}
    for position, node in enumerate(list(nodes)):
        numbers = tuple(_number(node, key) for key in keys)
        first = found.setdefault(("", position) if None in numbers else numbers, node)
        if first is not node:
            absorb(first, node)
    return list(found.values())


def _number(node: Node, key: str) -> int | None:
    value = node.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
