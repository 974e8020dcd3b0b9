"""Reading XML that others wrote, as trees: several roots, text behind them, names of HTML entities, any encoding.

Nothing but the bytes given is ever read, and nothing grows: a document type, which alone can define entities, is
refused. What is left of XML then, elements and attributes, the parser of the standard library (expat) reads in one
go and in linear time, so that no other library is needed for it.
"""

import re

# A document with a type is refused before it is parsed. Of expat itself, only the numbers of errors are needed.
import xml.etree.ElementTree as ET  # nosec B405
from collections.abc import Iterator
from html.entities import html5
from itertools import islice, pairwise
from typing import Any
from xml.parsers.expat import errors  # nosec B407

from etoile_cli.errors import CatalogueError
from etoile_cli.importing.reading.decoding import decoded
from etoile_cli.importing.reading.tree import Node

TEXT = "#text"
"""The key of an element's own text, where it has attributes or children as well."""

_ROOT = "etoile-roots"
# Neither runs on beyond the next tag, so that what never ends is not read again and again.
_DECLARATION = re.compile(r"<\?xml\b[^<>]*\?>")
_DOCTYPE = re.compile(r"(?i)<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)\b")
_VERBATIM = re.compile(r"(?s)<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)")
_COMMENT = re.compile(r"(?s)(?<=^<!--).*(?=-->$)")
_REFERENCE = re.compile(r"&(#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]*;)?")
_OF_XML = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})
# XML 1.0 knows none of these, not even as a reference.
_IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_BLANK = re.compile(r"\S")
_LAST = 0x10FFFF
_UNCLOSED = frozenset(
    {errors.codes[errors.XML_ERROR_UNCLOSED_TOKEN], errors.codes[errors.XML_ERROR_UNCLOSED_CDATA_SECTION]}
)
# What a media library keeps is some six elements deep.
_DEEPEST = 50


def roots(content: bytes, name: str) -> Iterator[tuple[str, Node]]:
    """Yield the names and the trees of the elements at the top of a file.

    A tree has a list for each kind of child, and its attributes behind `@`. Raises CatalogueError, which names the
    file, if it is not XML or has a document type.
    """
    text = decoded(content, name)
    if _DOCTYPE.search(text) and _DOCTYPE.search(_VERBATIM.sub("", text)):
        raise CatalogueError(f"{name}: has a document type, which may define entities: it is not read")
    text = _IMPOSSIBLE.sub(" ", _DECLARATION.sub(_blank, text))
    trees, plain = _Trees(name), _plain_xml(text)
    parser = ET.XMLParser(target=trees)  # noqa: S314  # nosec B314
    try:
        parser.feed(f"<{_ROOT}>")
        parser.feed(plain)
        parser.feed(f"</{_ROOT}>")
        parser.close()
    except ET.ParseError as error:
        if _is_cut(error, plain):
            raise CatalogueError(f"{name}:{_end(text)}: ends too early") from None
        raise CatalogueError(f"{name}:{_place(text, *error.position)}: is not XML here") from None
    yield from trees.roots


def _is_cut(error: ET.ParseError, plain: str) -> bool:
    """Return whether a text is no XML because of what it lacks at its end, behind which its root is closed."""
    if error.code in _UNCLOSED:
        return True
    lines = f"<{_ROOT}>{plain.rstrip()}".split("\n")
    line, column = error.position
    return line > len(lines) or (line == len(lines) and column >= len(lines[-1]))


def _end(text: str) -> str:
    """Return the line and the column of the end of a text."""
    held = text.rstrip()
    lines, column = held.count("\n") + 1, len(held) - held.rfind("\n")
    return f"{lines}:{column}"


def _place(text: str, line: int, column: int) -> str:
    """Return the line and the column of an error in a text, around which there is a root that its file has not."""
    before = len(_ROOT) + 2 if line == 1 else 0
    held = next(islice(text.split("\n"), line - 1, None), "")
    return f"{line}:{min(max(column - before, 0), len(held)) + 1}"


def _plain_xml(text: str) -> str:
    """Return a text without comments, in which references that XML doesn't know are the characters that HTML means."""
    ends = [0, *(end for found in _VERBATIM.finditer(text) for end in found.span()), len(text)]
    pieces = [text[begin:end] for begin, end in pairwise(ends)]
    return "".join(
        _without_comment(piece) if at % 2 else _REFERENCE.sub(_meant, piece) for at, piece in enumerate(pieces)
    )


def _without_comment(piece: str) -> str:
    """Return CDATA as they are, a comment with blanks alone: programs write hyphens there that XML doesn't allow."""
    return _COMMENT.sub(_blank, piece)


def _blank(found: re.Match[str]) -> str:
    """Return blanks in place of what was found, so that all that follows stays in its line."""
    return _NOT_BLANK.sub(" ", found[0])


def _meant(found: re.Match[str]) -> str:
    """Return a reference that XML knows as it is, any other as the character that it means, else as plain signs."""
    whole, name = found[0], found[1]
    if not name:
        return "&amp;"
    if name in _OF_XML:
        return whole
    if name.startswith("#"):
        number = int(name[2:-1], 16) if name[1] in "xX" else int(name[1:-1])
        return " " if number > _LAST or _IMPOSSIBLE.match(chr(number)) else f"&#{number};"
    meant = html5.get(name, "")
    return "".join(f"&#{ord(each)};" for each in meant) or f"&amp;{whole[1:]}"


class _Open:
    """An element that is being read: its name, its attributes and children, the pieces of its text."""

    __slots__ = ("name", "node", "pieces")

    def __init__(self, name: str, node: Node) -> None:
        self.name = name
        self.node = node
        self.pieces: list[str] = []


class _Trees:
    """What the parser calls for each tag and text, and the trees that it makes of them."""

    def __init__(self, name: str) -> None:
        self.roots: list[tuple[str, Node]] = []
        self._file = name
        self._open: list[_Open] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        if len(self._open) > _DEEPEST:
            raise CatalogueError(f"{self._file}: is nested too deeply")
        self._open.append(_Open(_plain(name), {f"@{_plain(key)}": value for key, value in attributes.items()}))

    def data(self, text: str) -> None:
        """Read a piece of the text of the element that is open; between the roots there is none that counts."""
        if len(self._open) > 1:
            self._open[-1].pieces.append(text)

    def end(self, _name: str) -> None:
        """End an element."""
        ended = self._open.pop()
        text = "".join(ended.pieces)
        node = ended.node
        if len(self._open) == 1:
            self.roots.append((ended.name, _with_text(node, text)))
        elif self._open:
            value: Any = _with_text(node, text) if node else text
            self._open[-1].node.setdefault(ended.name, []).append(value)


def _with_text(node: Node, text: str) -> Node:
    """Return a table with the text around its children, if that says anything."""
    return node | {TEXT: text.strip()} if text.strip() else node


def _plain(name: str) -> str:
    """Return a name without its namespace, in lower case: programs spell them in several ways."""
    return name.rpartition("}")[2].lower()
