"""A file that is imported: its name, its day, and what is in it as a tree."""

from datetime import date
from enum import StrEnum
from typing import Any

from msgspec import Struct


class Kind(StrEnum):
    """What a file is written in."""

    XML = "xml"
    JSON = "json"
    HTML = "html"


class File(Struct, frozen=True):
    """A file, with what is in it.

    The tree of JSON is what JSON says, that of a page a list of the trees of its JSON-LD blocks. That of XML is a list
    of pairs: the name of an element at the top, in lower case, and its table, as `reading.xml_` makes it.

    `name` is what the command line calls it, `<stdin>` for standard input; `day` is the day it was last written.
    """

    name: str
    kind: Kind
    tree: Any
    day: date
