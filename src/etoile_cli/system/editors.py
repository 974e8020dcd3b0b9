"""The editor that a person has chosen, and running it on a file, at a line where it can."""

import os
import shlex
import shutil

# A person's own editor is run, and never by a shell.
import subprocess  # nosec B404
import sys
from collections.abc import Sequence
from pathlib import Path

from etoile_cli.errors import DeliveryError, UsageError
from etoile_cli.system import progress
from etoile_cli.system.reasons import reason_of
from etoile_cli.system.signals import left_to_child

_VARIABLES = ("VISUAL", "EDITOR")
_OF_SYSTEM = ("sensible-editor", "editor", "nano", "vi")

_WITH_PLUS = frozenset(
    {
        *("emacs", "emacsclient", "gedit", "gvim", "joe", "kak", "mcedit", "mg", "micro", "mvim", "nano", "ne", "nvi"),
        *("nvim", "pico", "pluma", "rnano", "vi", "view", "vile", "vim", "vimx", "xed"),
    }
)
_WITH_GOTO = frozenset({"code", "code-insiders", "code-oss", "codium", "cursor", "vscodium", "windsurf"})
_WITH_COLON = frozenset({"helix", "hx", "subl", "sublime_text", "zed", "zeditor"})
_TO_BE_TOLD_TO_WAIT = _WITH_GOTO | {"gedit", "pluma", "subl", "sublime_text", "xed", "zed", "zeditor"}
_IN_FRONT = frozenset({"gvim", "mvim"})


def editor() -> Sequence[str]:
    """Return the editor's command: VISUAL's, else EDITOR's, else one that the system has.

    Raises UsageError if the variable is no command, or if neither is set and there is no terminal; DeliveryError if
    there is no editor.
    """
    for variable in _VARIABLES:
        given = os.environ.get(variable, "").strip()
        if given:
            return [given] if shutil.which(given) else _words(variable, given)
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        raise UsageError(
            "no terminal, and neither VISUAL nor EDITOR is set",
            hint="EDITOR names a program that edits without one; etoile add, set and remove need no editor",
        )
    found = next(filter(None, map(shutil.which, _OF_SYSTEM)), None)
    if found is None:
        raise DeliveryError("there is no editor", hint="VISUAL or EDITOR names one: EDITOR=nano")
    return [found]


def _words(variable: str, given: str) -> Sequence[str]:
    try:
        return shlex.split(given)
    except ValueError:
        raise UsageError(f"{variable} has a quotation mark that is not closed: {given}") from None


def edit_file(editor: Sequence[str], file: Path, line: int | None) -> None:
    """Open a file in an editor, which has the terminal until it ends.

    Raises DeliveryError if it can't be started, or says that it failed.
    """
    progress.end()
    if sys.stdout is not None:
        sys.stdout.flush()
    with left_to_child():
        try:
            # What a person has chosen to be run; no shell reads the words.
            process = subprocess.Popen(command_line(editor, file, line))  # noqa: S603  # nosec
        except (OSError, ValueError) as error:
            hint = "VISUAL or EDITOR names another"
            raise DeliveryError(f"can't start the editor {editor[0]}: {reason_of(error)}", hint=hint) from None
        code = process.wait()
    if code:
        how = f"with exit code {code}" if code > 0 else f"by signal {-code}"
        raise DeliveryError(f"the editor {editor[0]} ended {how}")


def command_line(editor: Sequence[str], file: Path, line: int | None) -> Sequence[str]:
    """Return the words that open a file in an editor, at a line where it is known how the editor is told that."""
    name = _name(editor[0])
    told = [*editor, *_options(name, editor[1:])]
    if line is None:
        return [*told, str(file)]
    if name in _WITH_PLUS:
        return [*told, f"+{line}", str(file)]
    if name in _WITH_GOTO:
        return [*told, "--goto", f"{file}:{line}"]
    return [*told, f"{file}:{line}" if name in _WITH_COLON else str(file)]


def _name(program: str) -> str:
    """Return the name by which an editor is known: `vim` of `/etc/alternatives/editor`, which leads to `vim.basic`."""
    name = Path(program).name
    if name == "editor":
        name = Path(os.path.realpath(shutil.which(program) or program)).name
    return name.removesuffix(".exe").partition(".")[0]


def _options(name: str, given: Sequence[str]) -> Sequence[str]:
    """Return the options without which an editor would not wait until the file is closed."""
    if name in _IN_FRONT:
        return [] if {"-f", "--nofork"}.intersection(given) else ["-f"]
    return ["--wait"] if name in _TO_BE_TOLD_TO_WAIT and not {"-w", "--wait"}.intersection(given) else []
