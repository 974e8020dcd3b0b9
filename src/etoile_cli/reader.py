"""Which catalogue is read, its bytes, and the `Catalogue` they make.

A ladder of small steps, each usable alone: `locate` → `read_bytes` → `parse` → `convert`.
"""

import re
import sys
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec
import tomli

from etoile_cli.environment import catalogue_file
from etoile_cli.errors import CatalogueError
from etoile_cli.escaping import escape_controls
from etoile_cli.model import Catalogue

STANDARD_INPUT = "-"

_HINT = "give a catalogue with --catalogue or ETOILE_CATALOGUE"
_HINT_OF_ENVIRONMENT = "ETOILE_CATALOGUE names this catalogue"
_BETWEEN_KEYS = "', '"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"

# The types that TOML has of its own. Without them, msgspec would turn the string "2025-04-24" into a date.
TOML_TYPES = (date, datetime, time)


class Origin(StrEnum):
    """Why a catalogue is the one that is read."""

    OPTION = "option"
    ENVIRONMENT = "environment"
    BUILT_IN = "built in"


@dataclass(frozen=True, slots=True)
class Location:
    """Where a catalogue is, `-` for standard input, and why it is that one."""

    path: str
    origin: Origin


class InvalidCatalogueError(Exception):
    """TOML, but not a catalogue. Holds the data, so that what is wrong with it can be told."""

    def __init__(self, data: dict[str, Any]) -> None:
        super().__init__("not a catalogue")
        self.data = data


def locate(option: str | None) -> Location:
    """Return the catalogue to read: the option's, else the environment's, else the built-in one."""
    if option is not None:
        return Location(option, Origin.OPTION)
    if (named := catalogue_file()) is not None:
        return Location(named, Origin.ENVIRONMENT)
    return Location(str(_built_in()), Origin.BUILT_IN)


def _built_in() -> Path:
    package = Path(__file__).resolve().parent
    shipped = package / "data" / "etoile.toml"
    # An editable install has no copy inside the package; the checkout's own is the one being edited.
    return shipped if shipped.exists() else package.parents[1] / "data" / "etoile.toml"


def display_path(location: Location) -> str:
    """Return the path as a message shows it, without anything that a terminal would obey."""
    return "<stdin>" if location.path == STANDARD_INPUT else escape_controls(location.path) or '""'


def read(location: Location) -> Catalogue:
    """Read a catalogue.

    Raises CatalogueError if the file can't be read or isn't TOML, InvalidCatalogueError if it isn't a catalogue.
    """
    return convert(parse(read_bytes(location), display_path(location)))


def read_bytes(location: Location) -> bytes:
    """Return the bytes of the file, or of standard input."""
    try:
        if location.path == STANDARD_INPUT:
            return _read_standard_input()
        with open(location.path, "rb") as file:  # noqa: PTH123 an empty Path would be the current directory
            return file.read()
    except OSError as error:
        raise CatalogueError(f"{display_path(location)}: {_reason(error)}", hint=_hint(location)) from error
    except ValueError:  # a NUL byte in the path
        raise CatalogueError(f"{display_path(location)}: not a possible file name", hint=_hint(location)) from None


def _hint(location: Location) -> str:
    return _HINT_OF_ENVIRONMENT if location.origin is Origin.ENVIRONMENT else _HINT


def _read_standard_input() -> bytes:
    if sys.stdin is None:
        raise CatalogueError("<stdin>: standard input is closed", hint=_HINT)
    return sys.stdin.buffer.read()


def _reason(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "no such file"
        case IsADirectoryError():
            return "this is a directory, not a file"
        case PermissionError():
            return "no permission to read it"
        case _:
            return (error.strerror or str(error)).lower()


def parse(content: bytes, path: str) -> dict[str, Any]:
    """Return the TOML data of UTF-8 bytes, with or without a byte-order mark; `path` is named in messages."""
    content = content.removeprefix(_BYTE_ORDER_MARK)
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start].decode()
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise CatalogueError(
            lines=[f"{path}:{line}:{column}: error[syntax]: not UTF-8: byte 0x{content[error.start]:02x}"],
            hint="save the file as UTF-8",
        ) from None
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        place = f"{path}:{error.lineno}:{error.colno}"
        raise CatalogueError(lines=[f"{place}: error[syntax]: {_in_our_words(error.msg)}"]) from None
    except RecursionError:
        raise CatalogueError(lines=[f"{path}: error[syntax]: nested too deeply"]) from None
    except ValueError:  # int() refuses very long numbers, and tomli lets its error through
        raise CatalogueError(lines=[f"{path}: error[syntax]: a number with too many digits"]) from None


def _in_our_words(message: str) -> str:
    """Return tomli's message in the shape of ours: `cannot declare [show] twice`, not `('show',)`."""
    message = re.sub(r"\(('.+?'),?\)", _dotted, message)
    return escape_controls(message[:1].lower() + message[1:])


def _dotted(key: re.Match[str]) -> str:
    return f"[{key[1].strip(chr(39)).replace(_BETWEEN_KEYS, '.')}]"


def convert(data: dict[str, Any]) -> Catalogue:
    """Return the catalogue that TOML data is; raises InvalidCatalogueError if it isn't one."""
    try:
        return msgspec.convert(data, Catalogue, builtin_types=TOML_TYPES)
    except (msgspec.ValidationError, ValueError):  # ValueError: a number too long for Python to write into a message
        raise InvalidCatalogueError(data) from None
