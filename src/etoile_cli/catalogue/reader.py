"""Reading a catalogue: which file it is, its bytes, and the `Catalogue` in them.

The steps can be used one by one: `locate` → `read_bytes` → `parse`.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO, Literal

import msgspec
import tomli

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.toml_values import TOML_TYPES, from_toml
from etoile_cli.errors import CatalogueError
from etoile_cli.system.environment import catalogue_files
from etoile_cli.text.escaping import escape_message

STANDARD_INPUT = "-"

_HINT = "give a catalogue with --catalogue or ETOILE_CATALOGUE"
_HINT_OF_ENVIRONMENT = "ETOILE_CATALOGUE names this catalogue"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"

MOST_BYTES = 32 << 20
"""The most that is read, about 150,000 records: a device without an end must not fill the memory."""

Origin = Literal["option", "environment", "built in", "argument"]
"""How the catalogue that is read was chosen."""


class Location(msgspec.Struct, frozen=True):
    """The path of a catalogue, `-` for standard input, and how it was chosen."""

    path: str
    origin: Origin


class ReadLocation(Location, frozen=True):
    """Where a catalogue was that can't be read again, as standard input can't, and the bytes that were read there."""

    content: bytes


class InvalidCatalogueError(Exception):
    """The bytes are no valid catalogue; `check` finds out why."""


def locate(options: Sequence[str] | None) -> list[Location]:
    """Return where the catalogues to read are: the options', else the environment's, else the built-in one.

    There is at least one. It may be a directory, whose catalogues are meant.
    """
    if options:
        return [Location(each, "option") for each in options]
    return [Location(each, "environment") for each in catalogue_files()] or [Location(str(_built_in()), "built in")]


def names_several(locations: Sequence[Location]) -> bool:
    """Return whether more than one catalogue may be meant: several are named, or a directory is."""
    return len(locations) > 1 or is_directory(locations[0])


def is_directory(location: Location) -> bool:
    """Return whether a directory is meant, and what is in it."""
    return os.path.isdir(location.path)  # noqa: PTH112 an empty Path would be the current directory


def _built_in() -> Path:
    package = Path(__file__).resolve().parents[1]
    shipped = package / "data" / "etoile.toml"
    # An editable install has no copy inside the package: there, the checkout's own file is read, which may be edited.
    return shipped if shipped.exists() else package.parents[1] / "data" / "etoile.toml"


def name_of(location: Location) -> str:
    """Return the path of a catalogue, `<stdin>` for standard input."""
    return "<stdin>" if location.path == STANDARD_INPUT else location.path


def display_path(location: Location) -> str:
    """Return the path as messages show it, with controls and invisible characters as escapes."""
    return escape_message(name_of(location)) or '""'


def read(location: Location) -> Catalogue:
    """Return the catalogue in a file.

    Raises CatalogueError if the file can't be read, InvalidCatalogueError if it holds no valid catalogue.
    """
    return parse(read_bytes(location))


def read_bytes(location: Location) -> bytes:
    """Return the bytes of a file, or of standard input; raises CatalogueError if they can't be read."""
    if isinstance(location, ReadLocation):
        return location.content
    try:
        if location.path == STANDARD_INPUT:
            content = _read_standard_input(location)
        else:
            with open(location.path, "rb") as file:  # noqa: PTH123 an empty Path would be the current directory
                content = _read_all(file)
    except (OSError, ValueError) as error:
        from etoile_cli.system.reasons import WHEN_READING, reason_of

        reason = reason_of(error, WHEN_READING)
        raise CatalogueError(f"{display_path(location)}: {reason}", hint=_hint(location)) from error
    if len(content) > MOST_BYTES:
        raise CatalogueError(
            f"{display_path(location)}: larger than {MOST_BYTES >> 20} MB, the most that etoile reads"
        )
    return content


def _read_all(file: BinaryIO) -> bytes:
    """Return the bytes of a file; a byte more than the most if there are more, as in a device without an end."""
    size = os.fstat(file.fileno()).st_size
    content = file.read(min(size, MOST_BYTES) + 1)  # room for the most would take longer than to read a small file
    return content if len(content) <= size else content + file.read(MOST_BYTES + 1 - len(content))


def _hint(location: Location) -> str:
    return {"environment": _HINT_OF_ENVIRONMENT, "argument": ""}.get(location.origin, _HINT)


def _read_standard_input(location: Location) -> bytes:
    from etoile_cli.system.input import read_input

    content = read_input(MOST_BYTES + 1)
    if content is None:
        raise CatalogueError(f"{name_of(location)}: standard input is closed", hint=_hint(location))
    return content


def parse(content: bytes) -> Catalogue:
    """Return the catalogue in UTF-8 bytes, which may begin with a byte-order mark.

    Raises InvalidCatalogueError if they are not UTF-8, not TOML, or don't have the keys and types of a catalogue.
    """
    try:
        # The data is in no local variable, nor in one of another function: the traceback of an error would keep it.
        return msgspec.convert(read_data(content), Catalogue, dec_hook=from_toml, builtin_types=TOML_TYPES)
    except (ValueError, RecursionError, msgspec.ValidationError) as error:
        # ValueError: not UTF-8, not TOML, a number with too many digits for Python. RecursionError: nested too deeply.
        raise InvalidCatalogueError(escape_message(str(error))) from None


def read_data(content: bytes) -> dict[str, Any]:
    """Return what tomli reads in UTF-8 bytes; raises ValueError or RecursionError, as `parse` explains."""
    return tomli.loads(content.removeprefix(BYTE_ORDER_MARK).decode())


def catalogue_of(data: dict[str, Any]) -> Catalogue:
    """Return the catalogue in data that tomli has read; raises msgspec.ValidationError if it is none."""
    return msgspec.convert(data, Catalogue, dec_hook=from_toml, builtin_types=TOML_TYPES)
