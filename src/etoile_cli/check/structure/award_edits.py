"""A verdict that is an award, written as a record of the section that awards have: the change of the text."""

import re
from collections.abc import Mapping
from typing import Any

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import Award
from etoile_cli.check.problem import Edit
from etoile_cli.check.toml.document import Document
from etoile_cli.check.toml.outline import Path
from etoile_cli.check.toml.scanner import Span, line_end

REPLACED = frozenset({"outlet", "kind", "verdict"})
"""The keys of a verdict that an award lacks."""

_HEADER = re.compile(r"\[\[([ \t]*)reception([ \t]*)\]\]")


def award_edit(verdict: Mapping[str, Any], path: Path, result: str, document: Document) -> Edit | None:
    """Return the change of a verdict's lines from its header on; `None` if it isn't certain what to write.

    `result` is what came of the nomination, if the verdict says just that. Comments and all other keys stay.
    """
    if not result or not _is_certain(verdict):
        return None
    text = document.text
    header = document.find(path)[1]
    places = {key: document.find((*path, key)) for key in verdict}
    name = _HEADER.fullmatch(text, *header)
    kind = _line(text, *places["kind"])
    # A table of the record that has a header of its own would have to be renamed, too.
    tables = [places[key][1] for key, value in verdict.items() if isinstance(value, dict)]
    has_tables = any(text.startswith("[", value[0]) for value in tables)
    if name is None or kind is None or has_tables or "\n" in text[slice(*places["verdict"][1])]:
        return None
    edits = [
        Edit(header, f"[[{name[1]}awards{name[2]}]]"),
        Edit(places["outlet"][0], "award"),
        Edit(kind, ""),
        Edit(places["verdict"][0], "result"),
        Edit(places["verdict"][1], f'"{result}"'),
    ]
    return _joined(text, sorted(edits))


def _is_certain(verdict: Mapping[str, Any]) -> bool:
    """Return whether every value of a verdict has a place in an award, under the same key but for those replaced."""
    known, outlet = declarations(Award), verdict.get("outlet")
    kept = verdict.keys() - REPLACED
    cites = verdict.get("cites") or {}
    is_right = isinstance(outlet, str) and known["award"].fits(outlet) and isinstance(cites, dict)
    return (
        is_right
        and verdict.keys() >= REPLACED
        and kept <= known.keys() - {"award", "result"}
        and REPLACED.isdisjoint(cites)
        and all(known[key].fits(verdict[key]) for key in kept)
    )


def _line(text: str, key: Span, value: Span) -> Span | None:
    """Return the line of a pair with its line end; `None` if anything else is in it, or it is the last of the text."""
    begin, end = text.rfind("\n", 0, key[0]) + 1, line_end(text, (value[1], len(text)))
    is_alone = not (text[begin : key[0]] + text[value[1] : end]).strip(" \t")
    return (begin, end + 1) if is_alone and end < len(text) and "\n" not in text[slice(*value)] else None


def _joined(text: str, edits: list[Edit]) -> Edit:
    """Return several changes as one, from where the first begins to where the last ends."""
    pieces = []
    position = begin = edits[0].span[0]
    for (start, end), new in edits:
        pieces += [text[position:start], new]
        position = end
    return Edit((begin, position), "".join(pieces))
