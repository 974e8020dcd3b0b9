"""The answers of TVmaze's API: what each is of, by its addresses and keys, and which are of one show."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct, field

from etoile_cli.errors import CatalogueError, UsageError
from etoile_cli.importing.intake.taking import quoted
from etoile_cli.importing.reading.file import File, Kind
from etoile_cli.importing.reading.tree import Node, absorb, table, tables

_ADDRESS = re.compile(r"https?://(?:[a-z]+\.)?tvmaze\.com/(shows|seasons|episodes|people)/([0-9]+)")


class Of(StrEnum):
    """What a table of an answer is about."""

    SHOW = "shows"
    SEASON = "seasons"
    EPISODE = "episodes"
    CAST = "cast"
    CREW = "crew"
    AKA = "akas"
    IMAGE = "images"


class Answers(Struct):
    """The show, and the tables of what else there is about it, each once."""

    show: Node
    seasons: list[Node] = field(default_factory=list)
    episodes: list[Node] = field(default_factory=list)
    cast: list[Node] = field(default_factory=list)
    crew: list[Node] = field(default_factory=list)
    akas: list[Node] = field(default_factory=list)
    images: list[Node] = field(default_factory=list)


def is_answer(file: File) -> bool:
    """Return whether a file is an answer of TVmaze."""
    return file.kind is Kind.JSON and any(True for _ in _known(file.tree))


def answers_of(files: Sequence[File]) -> Answers:
    """Return what the files say about their show; raises UsageError if that is several, CatalogueError if none."""
    known = [each for file in files for each in _known(file.tree)]
    shows = list(_shows(known))
    names = _names_by_id(shows) | _names_elsewhere(known, set(_names_by_id(shows)))
    if len(names) > 1:
        told = ", ".join(map(quoted, list(names.values())[:_MOST_NAMED]))
        more = ", …" if len(names) > _MOST_NAMED else ""
        where = f"{files[0].name} holds" if len(files) == 1 else "the files hold"
        raise UsageError(f"{where} several shows: {told}{more}", hint="import one show at a time")
    if not shows:
        raise CatalogueError(
            f"{files[0].name}: tells of no show", hint="name the file of the show itself as well, from /shows/…"
        )
    return _sorted(shows, known)


# More shows than these are not named.
_MOST_NAMED = 3


def _known(tree: Any) -> Iterator[tuple[Of, Node]]:
    """Yield the tables of an answer that are known, and what they are about."""
    for node in tree if isinstance(tree, list) else [tree]:
        if isinstance(node, dict):
            show = node.get("show")
            if isinstance(show, dict) and (_is_found(node, show) or (not _of(node) and _of(show) is Of.SHOW)):
                yield Of.SHOW, show
            elif of := _of(node):
                yield of, node


def _is_found(node: Node, show: Node) -> bool:
    """Return whether a table is what a search found: a show and how well it fits, whatever else either says."""
    return "score" in node and (isinstance(show.get("name"), str) or _of(show) is Of.SHOW)


def _of(node: Node) -> Of | None:
    if found := _address(node):
        return Of(found[0]) if found[0] in _ADDRESSED else None
    if isinstance(node.get("person"), dict) and _address(node["person"]):
        return Of.CAST if "character" in node else Of.CREW
    if set(node) == {"name", "country"} and (node["country"] is None or "code" in table(node, "country")):
        return Of.AKA
    if "thetvdb" in table(node, "externals"):
        return Of.SHOW
    image = table(node, "resolutions", "original").get("url")
    return Of.IMAGE if isinstance(image, str) and ".tvmaze.com/" in image else None


# No id is longer, and Python writes no number of thousands of digits.
_LARGEST = 10**18
_ADDRESSED = frozenset({Of.SHOW, Of.SEASON, Of.EPISODE})


def _address(node: Node) -> tuple[str, str] | None:
    """Return what kind of thing a table is about, and its id, by its address at TVmaze."""
    for address in (table(node, "_links", "self").get("href"), node.get("url")):
        if isinstance(address, str) and (found := _ADDRESS.match(address)):
            return found[1], found[2]
    return None


def _shows(known: Sequence[tuple[Of, Node]]) -> Iterator[Node]:
    for of, node in known:
        if of is Of.SHOW:
            yield node
        elif of is Of.EPISODE:
            for holder, key in ((table(node, "_embedded"), "show"), (node, "show")):
                if isinstance(show := holder.get(key), dict) and _of(show) is Of.SHOW:
                    yield show


def _names_by_id(shows: Sequence[Node]) -> dict[str, str]:
    """Return the names of shows by their ids, or by themselves if they have none."""
    named = [(_id(node), str(node.get("name") or "")) for node in shows]
    return {id_ or name: name or id_ for id_, name in named}


def _id(show: Node) -> str:
    if address := _address(show):
        return address[1]
    id_ = show.get("id")
    return id_ if isinstance(id_, str) else repr(id_) if type(id_) is int and abs(id_) < _LARGEST else ""


def _names_elsewhere(known: Sequence[tuple[Of, Node]], ids: set[str]) -> dict[str, str]:
    """Return the names, by their ids, of other shows that episodes say to be of."""
    names: dict[str, str] = {}
    for of, node in known:
        link = table(node, "_links", "show") if of is Of.EPISODE else {}
        found = _ADDRESS.match(href) if isinstance(href := link.get("href"), str) else None
        if found and found[2] not in ids:
            names[found[2]] = str(link.get("name") or found[2])
    return names


def _sorted(shows: Sequence[Node], known: Sequence[tuple[Of, Node]]) -> Answers:
    show = shows[0]
    for other in shows[1:]:
        if other is not show:
            absorb(show, other)
    embedded = table(show, "_embedded")
    episodes = tables(embedded, "episodes") + _of_kind(known, Of.EPISODE)
    for key in ("previousepisode", "nextepisode"):
        episodes += tables(embedded, key)
    return Answers(
        show,
        seasons=_each_once(tables(embedded, "seasons") + _of_kind(known, Of.SEASON)),
        episodes=_each_once(episodes),
        cast=tables(embedded, "cast") + _of_kind(known, Of.CAST),
        crew=tables(embedded, "crew") + _of_kind(known, Of.CREW),
        akas=tables(embedded, "akas") + _of_kind(known, Of.AKA),
        images=_each_once(tables(embedded, "images") + _of_kind(known, Of.IMAGE)),
    )


def _of_kind(known: Sequence[tuple[Of, Node]], kind: Of) -> list[Node]:
    return [node for of, node in known if of is kind]


def _each_once(nodes: Sequence[Node]) -> list[Node]:
    """Return the tables, one for each id, which has what the others say."""
    found: dict[object, Node] = {}
    for position, node in enumerate(nodes):
        id_ = node.get("id")
        key = id_ if isinstance(id_, int | str) and not isinstance(id_, bool) else ("", position)
        if (first := found.setdefault(key, node)) is not node:
            absorb(first, node)
    return list(found.values())
