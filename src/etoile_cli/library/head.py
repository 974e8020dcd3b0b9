"""What the beginning of a file says without reading all of it: whether it is a catalogue, of which show and year.

Only what is certain at a glance is taken from the text; where it isn't, the whole file is read.
"""

import re
from typing import BinaryIO

from msgspec import Struct

from etoile_cli.catalogue.reader import BYTE_ORDER_MARK, read_data

# The show comes first in almost every catalogue.
_GLANCE = 8 << 10
# A catalogue has a `format` before its first table. What begins with a table of a show, and has none, lacks it by
# mistake; further down, such a table may be anything of another program's.
_FORMAT = re.compile(rb"""^[ \t]*(?:format|"format"|'format')[ \t]*=""", re.MULTILINE)
_TABLE = re.compile(rb"^[ \t]*\[", re.MULTILINE)
_SHOW = re.compile(rb"^[ \t]*\[[ \t]*show[ \t]*\][ \t]*(?:#.*)?\r?$", re.MULTILINE)
_TITLE = re.compile(rb"""^[ \t]*title[ \t]*=[ \t]*(?:"([^"\\\r\n]+)"|'([^'\r\n]+)')[ \t]*(?:#.*)?\r?$""", re.MULTILINE)
_PREMIERE = re.compile(
    rb"""^[ \t]*premiere[ \t]*=[ \t]*(?:([0-9]{4})-[0-9]{2}-[0-9]{2}|"([0-9]{4})(?:-[0-9]{2})?")[ \t]*(?:#.*)?\r?$""",
    re.MULTILINE,
)
# A key that may be any, and what may name the premiere otherwise.
_ESCAPED_KEY = re.compile(rb"""^[ \t]*"[^"\r\n]*\\""", re.MULTILINE)
_OTHER_PREMIERE = re.compile(rb"premiere|" + _ESCAPED_KEY.pattern, re.MULTILINE)
# A text or a table of several lines may hold anything, also what looks like a key.
_SEVERAL_LINES = re.compile(rb"""\"{3}|'{3}|\{[^}\n]*$""", re.MULTILINE)
_YEAR = re.compile("[0-9]{4}")


class Head(Struct, frozen=True):
    """The title of a show and the year of its premiere; empty where a file doesn't say, or can't be read."""

    title: str = ""
    year: str = ""


def head_of(file: BinaryIO, *, most: int) -> Head | None:
    """Return the head of a catalogue that is open at its beginning; `None` if the file is none.

    No more than so many bytes of it are read. Raises OSError if that fails.
    """
    content = file.read(_GLANCE).removeprefix(BYTE_ORDER_MARK)
    is_whole = len(content) < _GLANCE - len(BYTE_ORDER_MARK)
    if not is_whole and not _TABLE.search(content):
        content, is_whole = content + file.read(most), True
    table = _TABLE.search(content)
    end = table.start() if table else len(content)
    if _SEVERAL_LINES.search(content, 0, end) or _ESCAPED_KEY.search(content, 0, end):
        content, is_whole = content + (b"" if is_whole else file.read(most)), True
        return _read(content) if _has_format(content) else None
    if not _FORMAT.search(content, 0, end) and not _begins_with_show(content):
        return None
    return _at_a_glance(content, is_whole=is_whole) or _read(content + (b"" if is_whole else file.read(most)))


def head_in(content: bytes) -> Head:
    """Return the head of a catalogue in the bytes of a file, which may not be one."""
    return _at_a_glance(content.removeprefix(BYTE_ORDER_MARK), is_whole=True) or _read(content)


def _at_a_glance(content: bytes, *, is_whole: bool) -> Head | None:
    """Return the head if it stands plainly in the first table of a show; `None` if only reading all would tell."""
    show = _SHOW.search(content)
    if show is None:
        return None
    after = _TABLE.search(content, show.end())
    if after is None and not is_whole:
        return None
    end = after.start() if after else len(content)
    title = _TITLE.search(content, show.end(), end)
    premiere = _PREMIERE.search(content, show.end(), end)
    if title is None or (premiere is None and _OTHER_PREMIERE.search(content, show.end(), end)):
        return None
    if _SEVERAL_LINES.search(content, 0, max(title.end(), premiere.end() if premiere else end)):
        return None
    try:
        return Head((title[1] or title[2]).decode(), (premiere[1] or premiere[2]).decode() if premiere else "")
    except UnicodeDecodeError:
        return Head()


def _begins_with_show(content: bytes) -> bool:
    """Return whether there is a table of a show, with its title, and no text before it in which it may stand."""
    show = _SHOW.search(content)
    if show is None or _SEVERAL_LINES.search(content, 0, show.start()):
        return False
    after = _TABLE.search(content, show.end())
    return bool(_TITLE.search(content, show.end(), after.start() if after else len(content)))


def _has_format(content: bytes) -> bool:
    """Return whether a file has a `format`, by reading all of it; of one that is no TOML, whether it seems to."""
    try:
        return "format" in read_data(content)
    except (ValueError, RecursionError):
        table = _TABLE.search(content)
        return bool(_FORMAT.search(content, 0, table.start() if table else len(content)))


def _read(content: bytes) -> Head:
    try:
        show = read_data(content).get("show")
    except (ValueError, RecursionError):  # what is wrong is told when the catalogue is read
        return Head()
    show = show if isinstance(show, dict) else {}
    title, year = show.get("title"), _YEAR.match(str(show.get("premiere")))
    return Head(title if isinstance(title, str) else "", year[0] if year else "")
