"""The things of a JSON-LD document, of which what is taken is noted, and taken out in the end.

A thing may be referred to by its `@id`, from several places: so nothing is taken out while it may still be asked for.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from etoile_cli.errors import CatalogueError
from etoile_cli.importing.reading.tree import Node

T = TypeVar("T")

_PREFIX = re.compile(r"(?:https?://(?:www\.)?schema\.org/|schema:)(?=.)")
_LISTS = ("@list", "@set", "@graph")
_MARKERS = ("@type", "@context")
_REFERENCE = frozenset({"@id", "@type"})
# What describes the page and not the show.
_OF_PAGE = frozenset({"WebPage", "ItemPage", "CollectionPage", "WebSite", "BreadcrumbList", "SearchAction"})
# What references repeat may be so many times as long as the document.
_MOST_TIMES = 30
_SITE = frozenset({"Organization"})


class Graph:
    """A document: its things at the top, and those that have an `@id`."""

    def __init__(self, tree: Any, name: str) -> None:
        self._name = name
        self._sizes: dict[int, int] = {}
        self._budget = 0
        self._tables: list[Node] = []
        self._by_id: dict[str, Node] = {}
        self._taken: dict[int, tuple[Node, dict[str, set[int]]]] = {}
        self._touched: set[int] = set()
        self._make_plain(tree)
        self._tops = [each for each in at_top(tree) if isinstance(each, dict)]

    def tops(self) -> Iterator["Thing"]:
        """Yield the things at the top, each followed by what it says that its page is about."""
        for node in self._tops:
            top = Thing(self, node)
            yield top
            if top.types & _OF_PAGE:
                yield from top.things("mainEntity")

    def resolved(self, value: Any) -> Any:
        """Return a value or, if it only refers to a thing of the document, that thing."""
        if isinstance(value, dict) and value.keys() <= _REFERENCE:
            id_ = value.get("@id")
            if isinstance(id_, str) and (meant := self._by_id.get(id_)) is not None:
                self._spend(meant)
                return meant
        return value

    def _spend(self, meant: Node) -> None:
        """Count what a reference repeats, so that a short document can't stand for a very long one."""
        if not self._sizes:
            self._sizes = sizes_of(self._tables)
            self._budget = _MOST_TIMES * sum(sizes_of(self._tables, within=False).values())
        self._budget -= self._sizes[id(meant)]
        if self._budget < 0:
            raise CatalogueError(f"{self._name}: refers to the same things too often")

    def take(self, node: Node, key: str, wanted: Callable[[Any], T | None], most: int | None = None) -> list[T]:
        """Take what a function makes of the values of a key, unless that is `None`; no more than `most`."""
        if (value := node.get(key)) is None:
            return []
        values = value if isinstance(value, list) else [value]
        found: list[T] = []
        for position, each in enumerate(values):
            if most is not None and len(found) == most:
                break
            meant = self.resolved(each)
            made = None if meant is None else wanted(meant)
            if made is not None:
                found.append(made)
                self._note(node, key, position, is_whole=meant is not each or is_value(each))
        return found

    def drop(self, node: Node, key: str) -> None:
        """Take all of a property, whatever it holds."""
        if key in node:
            values = node[key] if isinstance(node[key], list) else [None]
            for position in range(len(values)):
                self._note(node, key, position, is_whole=True)

    def _note(self, node: Node, key: str, position: int, *, is_whole: bool) -> None:
        """Note that a value is taken; of a thing within another, what of it isn't taken by itself stays."""
        self._touched.add(id(node))
        if is_whole:
            self._taken.setdefault(id(node), (node, {}))[1].setdefault(key, set()).add(position)

    def take_out(self) -> None:
        """Take out of the tree what was taken, and what says nothing of the show."""
        for node in self._tops:
            types = types_of(node)
            if types and (types <= _OF_PAGE or (types == _SITE and id(node) not in self._touched)):
                for key in node.keys() - {"mainEntity"}:
                    del node[key]
        for node, keys in self._taken.values():
            for key, positions in keys.items():
                _remove(node, key, positions)
        for node in self._tables:
            for key in _MARKERS:
                node.pop(key, None)
            if node.keys() != {"@id"} or id(node) in self._touched:
                node.pop("@id", None)

    def _make_plain(self, tree: Any) -> None:
        """Write keys without the address of the vocabulary and lists as lists, and note the things that have an id."""
        waiting = [tree]
        while waiting:
            value = waiting.pop()
            if isinstance(value, list):
                value[:] = [item for each in value for item in _items(each)]
                waiting += value
            elif isinstance(value, dict):
                for key in [key for key in value if _PREFIX.match(key)]:
                    if (plain := _PREFIX.sub("", key, count=1)) not in value:
                        value[plain] = value.pop(key)
                for key, each in value.items():
                    value[key] = _as_list(each)
                waiting += value.values()
                self._tables.append(value)
                if isinstance(id_ := value.get("@id"), str) and not value.keys() <= _REFERENCE:
                    self._by_id.setdefault(id_, value)


class Thing:
    """A thing of a document."""

    def __init__(self, graph: Graph, node: Node) -> None:
        self._graph = graph
        self.node = node

    @property
    def types(self) -> frozenset[str]:
        """The names of its types in the vocabulary."""
        return types_of(self.node)

    @property
    def id(self) -> str:
        """Its `@id`, empty if it has none."""
        found = self.node.get("@id")
        return found if isinstance(found, str) else ""

    def values(self, key: str) -> list[Any]:
        """Return the values of a property, which stay."""
        value = self.node.get(key)
        return [self._graph.resolved(each) for each in (value if isinstance(value, list) else [value])]

    def take(self, key: str, wanted: Callable[[Any], T | None], most: int | None = None) -> list[T]:
        """Take what a function makes of the values of a property, unless that is `None`."""
        return self._graph.take(self.node, key, wanted, most)

    def drop(self, *keys: str) -> None:
        """Take all of properties, whatever they hold."""
        for key in keys:
            self._graph.drop(self.node, key)

    def thing(self, value: Any) -> "Thing | None":
        """Return a thing that is the value of a property; `None` if that is no thing."""
        return Thing(self._graph, value) if isinstance(value, dict) and not is_value(value) else None

    def things(self, *keys: str) -> list["Thing"]:
        """Take all things that properties have."""
        return self.things_of(lambda _: True, *keys)

    def things_of(self, wanted: Callable[["Thing"], object], *keys: str) -> list["Thing"]:
        """Take those things that properties have and that are wanted."""

        def made(value: Any) -> Thing | None:
            thing = self.thing(value)
            return thing if thing and wanted(thing) else None

        return [thing for key in keys for thing in self.take(key, made)]


def sizes_of(tables: Sequence[Node], *, within: bool = True) -> dict[int, int]:
    """Return about how long the tables of a tree are, which stand behind those around them; with what is `within`."""
    sizes: dict[int, int] = {}
    for node in reversed(tables):
        size = 1
        waiting = list(node.values())
        while waiting:
            value = waiting.pop()
            if isinstance(value, list):
                waiting += value
            elif isinstance(value, dict):
                size += sizes[id(value)] if within else 0
            else:
                size += len(value) if isinstance(value, str) else 1
        sizes[id(node)] = size
    return sizes


def is_value(value: Any) -> bool:
    """Return whether a value is no thing: a text, a number, or a text with its language."""
    return not isinstance(value, dict) or "@value" in value


def types_of(node: Node) -> frozenset[str]:
    """Return the names of the types of a thing, without the address of the vocabulary."""
    types = node.get("@type")
    named = types if isinstance(types, list) else [types]
    return frozenset(_PREFIX.sub("", each, count=1) for each in named if isinstance(each, str))


def at_top(tree: Any) -> Iterator[Any]:
    """Yield what stands at the top: of lists their items, of a graph without other properties its things."""
    waiting = [tree]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, dict) and "@graph" in value:
            waiting.append(value["@graph"])
        else:
            yield value


def _as_list(value: Any) -> Any:
    """Return the list that a table stands for, any other value as it is."""
    if isinstance(value, dict) and len(value) == 1:
        key = next(iter(value))
        return value[key] if key in _LISTS else value
    return value


def _items(value: Any) -> list[Any]:
    """Return the items of the list that a table in a list stands for, any other value as the only one."""
    plain = _as_list(value)
    return plain if isinstance(plain, list) and plain is not value else [plain]


def _remove(node: Node, key: str, positions: set[int]) -> None:
    value = node.get(key)
    if not isinstance(value, list):
        node.pop(key, None)
    elif rest := [each for position, each in enumerate(value) if position not in positions]:
        node[key] = rest
    else:
        del node[key]
