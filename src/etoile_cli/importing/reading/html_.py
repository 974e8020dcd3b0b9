"""The JSON-LD in a page: what its `script` elements of that type hold, as trees.

Nothing else of the page is parsed, and nothing is looked at twice: the parser of the standard library takes, in
versions that are still in use, the square of the time for some broken pages.
"""

import re
from typing import Any, NamedTuple

from etoile_cli.errors import CatalogueError
from etoile_cli.importing.reading.decoding import decoded_as, mark_of
from etoile_cli.importing.reading.json_ import tree_of_text

_TYPE = "application/ld+json"
_BEGIN = re.compile(r"(?i)<!--|<script(?=[\s/>])")
_END = re.compile(r"(?i)</script(?=[\s/>])")
_BETWEEN = re.compile(r"[\s/]*")
_ATTRIBUTE = re.compile(r"([^\s/>][^\s/>=]*)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>][^\s>]*))?")
# What hides a block from programs that know no scripts, or makes it XML.
_WRAPPED = re.compile(r"<!--|(?:(?://|/\*)\s*)?<!\[CDATA\[(?:\s*\*/)?")
_WRAPPING = re.compile(r"(?:-->|(?://|/\*)?\s*\]\]>(?:\s*\*/)?)\s*\Z")
_LONGEST_WRAPPING = 40
_META = re.compile(rb"""(?i)<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([a-z0-9._:-]+)""")
# HTML looks for its encoding in so many bytes.
_HEAD = 1_024
# What browsers take some encodings for, as the standard of encodings has it.
_MEANT = {"iso-8859-1": "windows-1252", "latin1": "windows-1252", "us-ascii": "windows-1252", "ascii": "windows-1252"}


class Blocks(NamedTuple):
    """The trees of the blocks of a page, and how many blocks are no JSON."""

    trees: list[Any]
    skipped: int


def blocks(content: bytes, name: str) -> Blocks:
    """Return the JSON-LD of a page.

    Raises CatalogueError, which names the page, if there is none, or if none of it is JSON.
    """
    text = decoded_as(content, _encoding(content), name)
    trees: list[Any] = []
    first_fault, skipped = None, 0
    line, counted = 1, 0
    for begin, end in _scripts(text):
        line += text.count("\n", counted, begin)
        counted = begin
        block, lines_before = _unwrapped(text[begin:end])
        if not block:
            continue
        try:
            trees.append(tree_of_text(block, name, line + lines_before))
        except CatalogueError as fault:
            first_fault = first_fault or fault
            skipped += 1
    if first_fault and not trees:
        raise first_fault
    if not trees:
        raise CatalogueError(f"{name}: has no JSON-LD")
    return Blocks(trees, skipped)


def _encoding(content: bytes) -> str:
    """Return the encoding of a page: that of its mark, else that of its `meta`, else UTF-8."""
    declared = _META.search(content[:_HEAD])
    if mark_of(content) or not declared:
        return "utf-8"
    encoding = declared[1].decode().lower()
    return "utf-8" if encoding.startswith("utf-") else _MEANT.get(encoding, encoding)


def _scripts(text: str) -> list[tuple[int, int]]:
    """Return where the contents of the scripts of JSON-LD begin and end."""
    found = []
    position = 0
    while begin := _BEGIN.search(text, position):
        if begin[0] == "<!--":
            position = text.find("-->", begin.end())
            if position < 0:
                break
            continue
        type_, inner = _tag(text, begin.end())
        if inner < 0:
            break
        end = _END.search(text, inner)
        position = end.end() if end else len(text)
        if type_ == _TYPE:
            found.append((inner, end.start() if end else len(text)))
    return found


def _tag(text: str, position: int) -> tuple[str, int]:
    """Return the type that a tag gives, and where the tag ends: -1 if it doesn't."""
    type_ = ""
    while True:
        position = _between(text, position)
        if text[position : position + 1] == ">":
            return type_, position + 1
        attribute = _ATTRIBUTE.match(text, position)
        if not attribute:
            return "", -1
        if attribute[1].lower() == "type" and not type_:
            type_ = (attribute[2] or "").strip("\"'").partition(";")[0].strip().lower()
        position = attribute.end()


def _between(text: str, position: int) -> int:
    found = _BETWEEN.match(text, position)
    return found.end() if found else position


def _unwrapped(block: str) -> tuple[str, int]:
    """Return a block without what wraps it, and how many lines that has before it."""
    first = len(block) - len(block.lstrip())
    if begin := _WRAPPED.match(block, first):
        first = begin.end()
    inner = block[first:].rstrip()
    if begin:
        rest = max(len(inner) - _LONGEST_WRAPPING, 0)
        inner = inner[:rest] + _WRAPPING.sub("", inner[rest:])
    return inner.rstrip().removesuffix(";"), block.count("\n", 0, first)
