"""Transcripts: commands and what they answer, as one text that a person reads."""

import re
import shlex
from collections.abc import Iterable, Iterator, Mapping

from typer.testing import CliRunner

from etoile_cli.cli.app import app
from tests.door import TODAY, arguments

_TAB = "TAB "
# Every link on a terminal has an id, which begins with the number of the process.
_LINK_ID = re.compile(r"\bid=[\d-]+;")


def transcript(commands: Iterable[str], names: Mapping[str, str]) -> str:
    """Return commands with what they print, a blank line between two; `names` replace paths in both.

    `TAB etoile cast la` presses TAB at the end of the command line. Of a page, only the main part is kept.
    """
    return "\n".join("".join(f"{line}\n" for line in _answered(command, names)) for command in commands)


def _answered(command: str, names: Mapping[str, str]) -> Iterator[str]:
    """Yield a command, standard output, lines of standard error after `!`, and an exit code other than 0."""
    yield f"$ {command}"
    for name, path in names.items():
        command = command.replace(name, path)
    environment, line = _split(command)
    done = CliRunner().invoke(app, arguments(line), env=environment, prog_name="etoile")
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    printed = [*_kept(done.stdout.splitlines()), *(f"! {each}" for each in done.stderr.splitlines())]
    text = _LINK_ID.sub("id=…;", "\n".join(printed))
    for name, path in names.items():
        text = text.replace(path, name)
    yield from text.splitlines()
    if done.exit_code and not command.startswith(_TAB):
        yield f"exit {done.exit_code}"


def _split(command: str) -> tuple[dict[str, str], str]:
    """Return the variables that are set before a command, and the command; for TAB, those that a shell sets."""
    environment = {"COLUMNS": "100", "ETOILE_TODAY": TODAY}
    if command.startswith(_TAB):
        words = shlex.split(command.removeprefix(_TAB)) + [""] * command.endswith(" ")
        asked = {"COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1)}
        return environment | asked | {"_ETOILE_COMPLETE": "complete_bash"}, "etoile"
    while not command.startswith("etoile"):
        setting, _, command = command.partition(" ")
        name, _, value = setting.partition("=")
        environment[name] = value
    return environment, command


def _kept(lines: list[str]) -> list[str]:
    """Return the main part of a page; of anything else all lines."""
    if "<main>" in lines:
        return lines[lines.index("<main>") : lines.index("</main>") + 1]
    return lines
