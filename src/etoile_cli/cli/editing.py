"""Editing the text of a catalogue by hand: in an editor, checked, and written only then."""

import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import InvalidCatalogueError, Location, name_of, parse
from etoile_cli.cli.changing import tell_lines
from etoile_cli.cli.patches import names_in_patch, print_patch
from etoile_cli.errors import NotWrittenError
from etoile_cli.system.changes import change_file, locked
from etoile_cli.system.editors import edit_file, editor
from etoile_cli.system.environment import today
from etoile_cli.system.messages import say, say_error, say_line
from etoile_cli.system.output import Color
from etoile_cli.system.progress import stage
from etoile_cli.system.questions import answer, can_ask
from etoile_cli.system.working_copy import copied_back, working_copy

if TYPE_CHECKING:  # imported only when something was changed
    from etoile_cli.check.problem import Problem

_QUESTION = "Enter: edit again · s: save all the same · k: keep the text elsewhere"


def edit_catalogue(
    location: Location, content: bytes, line: int | None, color: Color, *, force: bool, dry_run: bool
) -> None:
    """Have the bytes of a catalogue edited, from a line on, and write them; with `force` whatever errors they bring.

    Raises NotWrittenError if they bring errors and are not to be saved, DeliveryError if the editor fails or the file
    can't be written. Of all errors the hint says where the text is, if it is another one.
    """
    chosen = editor()
    with working_copy(location.path, content) as copy:
        _link_schema(location, content, copy)
        new = _edited(chosen, copy, location, content, line, color, force=force)
        if new == content:
            say("nothing changed")
        elif dry_run:
            _print_patch(location, content, new, color)
            _tell(name_of(location), content, new)
            say("nothing was written")
        else:
            with locked(location.path) as target:
                change_file(location.path, target, content, new)
            _tell(name_of(location), content, new)


def _link_schema(location: Location, content: bytes, copy: Path) -> None:
    """Put the schema that the first line names beside the copy, where editors look for it, if there is such a file."""
    found = re.match(rb"#:schema (?:\./)?([\w.-]+\.json)\r?\n", content)
    name = found[1].decode() if found else ""
    schema = Path(location.path).absolute().with_name(name) if name else None
    if schema and schema.is_file():
        with suppress(OSError):  # a file system without links; the editor shows no completions then
            copy.with_name(name).symlink_to(schema)


def _edited(
    chosen: Sequence[str],
    copy: Path,
    location: Location,
    content: bytes,
    line: int | None,
    color: Color,
    *,
    force: bool,
) -> bytes:
    """Return the bytes as they were edited, again and again if they bring errors and that is wanted."""
    from etoile_cli.edit.changing import new_errors

    name = name_of(location)
    while True:
        edit_file(chosen, copy, line)
        new = copied_back(copy)
        if force or new == content:
            return new
        stage(f"checking {name}", len(new))
        errors = new_errors(content, new, name, today())
        if not errors or not _goes_back(errors, name, color):
            return new
        line = errors[0].place.line


def _goes_back(errors: "Sequence[Problem]", name: str, color: Color) -> bool:
    """Show errors, ask what to do, and return whether to edit again; if not, the text is to be saved all the same.

    Raises NotWrittenError if it is not to be saved, or nobody can be asked.
    """
    from etoile_cli.edit.changing import lines_of
    from etoile_cli.text.values import count

    shown = lines_of(errors, name)
    if not can_ask():
        raise NotWrittenError(lines=shown, hint="nothing was written: --force saves it all the same")
    rest = len(errors) - len(shown)
    say_error(NotWrittenError(lines=shown, hint=f"and {count(rest, 'more error')}" if rest else ""), color)
    while True:
        say_line(_QUESTION)
        match answer():
            case "" | "e" | "E":
                return True
            case "s" | "S":
                return False
            case "k" | "K" | None:
                raise NotWrittenError("nothing was written")


def _print_patch(location: Location, old: bytes, new: bytes, color: Color) -> None:
    from etoile_cli.edit.text.differences import differences
    from etoile_cli.edit.text.patch import patch

    before, after = (each.decode(errors="surrogateescape") for each in (old, new))
    [name] = names_in_patch([location])
    print_patch(patch(name, before, differences(before, after)), [name], color)


def _tell(name: str, old: bytes, new: bytes) -> None:
    """Say what changed; of a catalogue that could not be read before, or can't be now, only that."""
    before, after = _read(old), _read(new)
    if after is None:
        say(f"{name} has another text now; etoile check {quote(name)} says what is wrong with it")
    elif before is None:
        say(f"{name} can be read now")
    else:
        from etoile_cli.compare.wording import change_lines

        told = list(change_lines(before, after))
        tell_lines(told or ["the records are the same; only comments, order or spelling changed"])


def _read(content: bytes) -> Catalogue | None:
    try:
        return parse(content)
    except InvalidCatalogueError:
        return None
