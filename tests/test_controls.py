"""No control or bidirectional character gets out raw: not of any key of a catalogue, of a broken one, or of its name.

What a terminal shows of tests/data/hostile.toml, colours and links included, is in test_terminal.py.
"""

import shlex
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.reader import parse
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import Show
from etoile_cli.check.reports.formats import ReportFormat
from etoile_cli.listing.formats import Format
from tests.controls import controls_in, is_control
from tests.door import TODAY, run
from tests.processes import COMMANDS, formats_of, run_all_in_terminal, with_options
from tests.thoroughness import breadth

CONTROLS = list(filter(is_control, map(chr, range(0x2100))))
ALL = "".join(CONTROLS)
# A file's name can hold all but one of them.
NAME = f"{ALL.replace(chr(0), '')}.toml"

HOSTILE = f"https://example.org/{ALL}."
# What keys take that don't take every string.
OTHERS = [
    "main",
    "cancelled",
    "story",
    "subscription",
    "page",
    "trailer",
    "score",
    "worldwide",
    "FR",
    "en",
    "S01E01",
    "won",
]
VALUES = [
    HOSTILE,
    [HOSTILE],
    {f"key{ALL}": HOSTILE},
    1,
    True,
    date.fromisoformat(TODAY),
    *OTHERS,
    *([each] for each in OTHERS),
    *({each: HOSTILE} for each in OTHERS),
]


# Two keys of an episode that `check` takes only with others: a film of several episodes, a special after an episode.
SENSELESS = {"through", "follows"}


def hostile_record(record_type: type[Record]) -> dict[str, Any]:
    """Return a record with every key that can stand beside the others, and every control in those that can hold it."""
    return {
        name: {"note": [HOSTILE]} if declared.cites else next(value for value in VALUES if declared.accepts(value))
        for name, declared in declarations(record_type).items()
        if name not in SENSELESS
    }


def everywhere() -> str:
    """Return a catalogue that can be read, with every control in every key of every section."""
    records = {section: [hostile_record(record_type)] for section, record_type in RECORD_TYPES.items()}
    return tomli_w.dumps({"format": 1, "show": hostile_record(Show), **records})


# Catalogues that can't be read, for every control a line: the control as it is, and as an escape.
BROKEN = {
    "a key in quotes": '"key{escape}" = 1\n',
    "a value in quotes": 'status = "x{escape}"\n',
    "an item": 'languages = ["x{escape}"]\n',
    "a header in quotes": '["x{escape}"]\n',
    "a header of an array": '[["x{escape}"]]\nname = 1\n',
    "the name of a record": '[[cast]]\nname = "x{escape}"\nbilling = "x{escape}"\n',
    "a reference": '[[cast]]\nname = "x"\nsources = ["x{escape}"]\nbilling = 1\n',
    "a raw key": "key{raw} = 1\n",
    "a raw key in quotes": '"key{raw}" = 1\n',
    "a raw value in quotes": 'title = "x{raw}"\n',
    "a raw value in single quotes": "title = 'x{raw}'\n",
    "a raw value without quotes": "title = x{raw}\n",
    "a raw value of several lines": 'title = """x{raw}"""\n',
    "a raw item": "genres = [x{raw}, 'y']\n",
    "a raw date": "premiere = 2025-02-30{raw}\n",
    "a raw header": "[x{raw}]\n",
    "a raw header without an end": "[cast{raw}\n",
    "behind a header": "[cast] {raw}\n",
    "behind a value": "title = 1 {raw}\n",
    "behind a colon": "title: {raw}\n",
    "in a comment": "title = ? # {raw}\n",
    "by itself": "{raw}\n",
    "behind a backslash": 'title = "\\{raw}"\n',
    "in a string without an end": 'title = "x{raw}\n',
}


# With which code a command exits on one; the others can't read it.
CODES = {"etoile check": 1, "etoile schema": 0, "etoile path": 0}


def broken(line: str) -> str:
    lines = (line.replace("{raw}", each).replace("{escape}", f"\\u{ord(each):04x}") for each in CONTROLS)
    return f"format = 1\n[show]\ntitle = 1\n{''.join(lines)}"


def is_exact(line: str) -> bool:
    """Tell whether a command line asks for values as they are: CSV and bare values, where no terminal gets them."""
    return line.endswith(f"-f {Format.CSV}") or (line.startswith("etoile get ") and "--json" not in line)


def raw(text: str, separator: str = "") -> set[str]:
    """Return the controls of a text, without those that separate its lines and values."""
    return controls_in(text) - {"\n", separator}


def separator(command: str) -> str:
    """Return the control that stands between values in what a command prints."""
    return "\t" if command.endswith(f"-f {Format.TSV}") else ""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A directory with a catalogue of a hostile name, its name in quotes."""
    monkeypatch.chdir(tmp_path)
    Path(NAME).write_text(everywhere(), encoding="utf-8", newline="")
    return shlex.quote(NAME)


def in_every_format(command: str, name: str) -> list[str]:
    formats = [f"{command} -c {name} -f {format_}" for format_ in formats_of(command)]
    drawn = [f"{command} -c {name} --excerpt"] if ReportFormat.TEXT in formats_of(command) else []
    return [*formats, *drawn] or [f"{command} -c {name}"]


def test_the_hostile_catalogue_can_be_read() -> None:
    catalogue = parse(everywhere().encode())
    assert set(ALL) <= set(catalogue.cast[0].name)
    for section in RECORD_TYPES:
        assert len(getattr(catalogue, section)) == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_no_format_holds_a_control(command: str, here: str) -> None:
    for line in in_every_format(command, here):
        done = run(line, code=_code(command))
        assert is_exact(line) or raw(done.stdout, separator(line)) == set(), ascii(line)
        assert raw(done.stderr) == set(), ascii(line)


def test_no_terminal_gets_a_control(here: str) -> None:
    # The formats for programs are the same on a terminal, and tried above, save CSV.
    told = [f" -f {Format.TABLE}", f" -f {Format.CSV}", " --excerpt"]
    every = [line for command in COMMANDS for line in in_every_format(command, here)]
    walked = [
        *(f"{command} -c {here}" for command in COMMANDS),
        *(line for line in every if line.endswith(tuple(told))),
    ]
    given = [f"{line} --color never" for line in walked]
    for line, done in zip(walked, run_all_in_terminal(given, width=40), strict=True):
        assert done.code == _code(line), ascii(line)
        assert raw(done.stdout, separator(line)) == set(), ascii(line)


def _code(command: str) -> int:
    """Return the exit code of a command: the catalogue is another one than that which is built in."""
    return int(command.startswith("etoile diff "))


@pytest.mark.parametrize("name", breadth(list(BROKEN), list(BROKEN)[::5]))
def test_what_is_told_of_a_broken_catalogue_holds_no_control(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(NAME).write_text(broken(BROKEN[name]), encoding="utf-8", newline="")
    file = shlex.quote(NAME)
    for command in in_every_format("etoile check", file):
        done = run(command, code=1)
        assert raw(done.stdout) == set(), ascii(command)
        assert raw(done.stderr) == set(), ascii(command)
    refused = run(f"etoile cast -c {file}", code=3)
    assert (refused.stdout, raw(refused.stderr)) == ("", set())


def test_no_terminal_gets_a_control_of_a_broken_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path(NAME).write_text(broken("".join(BROKEN.values())), encoding="utf-8", newline="")
    commands = breadth(COMMANDS, [*CODES, *COMMANDS[::5]])
    given = [with_options(command, f"-c {shlex.quote(NAME)} --color never") for command in commands]
    for command, done in zip(commands, run_all_in_terminal(given, width=40), strict=True):
        assert (command, done.code) == (command, CODES.get(command, 3))
        assert raw(done.stdout) == set(), command


@pytest.mark.parametrize("command", [command for command in COMMANDS if command != "etoile schema"])
def test_a_file_that_is_not_there_is_told_of_without_controls(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for line in in_every_format(command, shlex.quote(NAME)):
        done = run(line, code=0 if command == "etoile path" else 3)
        assert is_exact(line) or raw(done.stdout, separator(line)) == set(), ascii(line)
        assert raw(done.stderr) == set(), ascii(line)
