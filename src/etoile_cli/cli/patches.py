"""Changes of files printed as unified diffs, whose names `patch` takes."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any

from etoile_cli.catalogue.reader import Location, name_of
from etoile_cli.system.messages import say
from etoile_cli.system.output import Color, is_colored, on_terminal, write, write_lines


def names_in_patch(locations: Sequence[Location]) -> Sequence[str]:
    """Return what a diff calls files: from the current directory on, or if one of them is not in there, all in full.

    Links are followed: `patch` changes none, and takes no name that leads out of the directory it is run in.
    """
    files = [Path(each.path).resolve() if _is_file(each.path) else None for each in locations]
    with suppress(OSError, ValueError):  # a file is elsewhere, or the current directory is gone
        here = Path.cwd()
        return [
            str(file.relative_to(here)) if file else name_of(each) for file, each in zip(files, locations, strict=True)
        ]
    return [str(file or name_of(each)) for file, each in zip(files, locations, strict=True)]


def _is_file(path: str) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 `Path.is_file` raises an error for a name that is too long


def print_patch(lines: Iterable[str], names: Sequence[str], color: Color) -> None:
    """Print a unified diff of files: in colour on a terminal, with controls as escapes; for a program as it is.

    Says how `patch` takes the names, where that is not `patch -p0`.
    """
    begun = iter(lines)
    first = next(begun, None)
    if first is None:
        return
    if on_terminal() or is_colored(color):
        write_lines(_styled(chain([first], begun)), color)
    else:
        write(chain([first], begun))
    if any(Path(name).is_absolute() for name in names):
        what = "the file is" if len(names) == 1 else "a file is"
        say(f"{what} not below this directory, and so named in full: patch -d / -p1 takes the diff")


def _styled(lines: Iterable[str]) -> "Iterator[Any]":
    from etoile_cli.text.escaping import escape_controls
    from etoile_cli.text.styles import CAME, LABEL, PLAIN, STRONG, WENT, styled

    styles = {"---": STRONG, "+++": STRONG, "@@ ": LABEL}
    for number, line in enumerate(lines):
        style = styles.get(line[:3]) if number < 2 or line.startswith("@@ ") else None
        by_mark = {"+": CAME, "-": WENT}.get(line[:1], PLAIN)
        yield styled((escape_controls(line), style or by_mark))
