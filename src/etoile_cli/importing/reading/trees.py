"""The trees in the bytes of files: XML, JSON, and the JSON-LD of a page, whatever their names."""

from collections.abc import Iterable, Iterator

from etoile_cli.errors import CatalogueError
from etoile_cli.importing.reading.file import File, Kind
from etoile_cli.importing.reading.files import Content, Passed
from etoile_cli.importing.reading.html_ import blocks
from etoile_cli.importing.reading.json_ import json_tree
from etoile_cli.importing.reading.xml_ import roots
from etoile_cli.text.escaping import escape_message

_BEGINNING = 4_096
_MARKS = b"\xef\xbb\xbf\xff\xfe \t\r\n"
# The elements at the top of the files of a media library that are about a show.
_ROOTS = ("tvshow", "season", "episodedetails")
_OF_PAGES = (b"<!doctype html", b"<html", b"<head", b"<script")


def trees(contents: Iterable[Content | CatalogueError], passed: Passed) -> Iterator[File | CatalogueError]:
    """Yield files with their trees, or why one in a directory has none; what is about no show there is passed over.

    Raises CatalogueError if one that was named has none.
    """
    for content in contents:
        if isinstance(content, CatalogueError):
            yield content
            continue
        if not (content.is_named or _may_be_about_a_show(content.content)):
            passed.others.append(escape_message(content.name))
            continue
        try:
            file = _file(content, passed)
        except CatalogueError as error:
            if content.is_named:
                raise
            yield error
            continue
        if content.is_named or any(name in _ROOTS for name, _ in file.tree):
            yield file
        else:
            passed.others.append(file.name)


def _file(content: Content, passed: Passed) -> File:
    name = escape_message(content.name)
    match kind_of(content.content):
        case Kind.XML:
            return File(name, Kind.XML, list(roots(content.content, name)), content.day)
        case Kind.JSON:
            return File(name, Kind.JSON, json_tree(content.content, name), content.day)
        case Kind.HTML:
            found = blocks(content.content, name)
            passed.blocks += found.skipped
            return File(name, Kind.HTML, found.trees, content.day)
        case None if not content.content.strip(_MARKS):
            raise CatalogueError(f"{name}: is empty")
        case None:
            raise CatalogueError(f"{name}: is neither XML nor JSON nor a page")


def _may_be_about_a_show(content: bytes) -> bool:
    """Return whether a file of a media library may be about a show: films and music have nfo files, too."""
    plain = content.replace(b"\0", b"").lower()
    return any(f"<{name}".encode() in plain for name in _ROOTS)


def kind_of(content: bytes) -> Kind | None:
    """Return what bytes are written in, by how they begin; `None` if that is none of what is imported."""
    beginning = content[:_BEGINNING].replace(b"\0", b"").lstrip(_MARKS)
    if beginning.startswith((b"{", b"[")):
        return Kind.JSON
    if not beginning.startswith(b"<"):
        return None
    lowered = beginning.lower()
    return Kind.HTML if any(each in lowered for each in _OF_PAGES) else Kind.XML
