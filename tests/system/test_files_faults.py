"""Whatever change of a name fails or is interrupted while files are written, each is whole, and nothing else is."""

import errno
import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from etoile_cli.errors import DeliveryError
from etoile_cli.system.directories import write_directory
from etoile_cli.system.files import write_file
from tests.written import Held, held, laid

NAMING = ("replace", "rename", "link", "symlink", "mkdir")
REMOVING = ("unlink", "remove", "rmdir")

# Nothing here takes so many changes.
MOST = 100

# Of the files of a directory two are there, and one that is none of them.
NAMES = ("a", "b", "c")
FILE = {"it": "old\n", "other": "other\n"}
DIRECTORY = {"it": None, "it/a": "old a\n", "it/b": "old b\n", "it/other": "other\n"}
WRITTEN = {f"it/{name}": f"new {name}\n" for name in NAMES}

IN_FOLDERS = ("f/a", "f/b", "g/a", "c")
FOLDERS = {"it": None, "it/f": None, "it/f/a": "old a\n", "it/other": "other\n"}
IN_THEM = {f"it/{name}": f"new {name}\n" for name in IN_FOLDERS}


@dataclass(frozen=True)
class Case:
    """Something to write, and what there is before and after it."""

    write: Callable[[], None]
    before: Held
    after: Held


def _file() -> None:
    write_file("it", ["new"], replace=True)


def _directory() -> None:
    write_directory("it", {name: [f"new {name}"] for name in NAMES}, replace=True)


def _folders() -> None:
    write_directory("it", ((name, [f"new {name}"]) for name in IN_FOLDERS), replace=True)


@pytest.fixture(
    params=[
        Case(_file, {}, {"it": "new\n"}),
        Case(_file, FILE, FILE | {"it": "new\n"}),
        Case(_directory, {}, {"it": None} | WRITTEN),
        Case(_directory, DIRECTORY, DIRECTORY | WRITTEN),
        Case(_folders, {}, {"it": None, "it/f": None, "it/g": None} | IN_THEM),
        Case(_folders, FOLDERS, FOLDERS | {"it/g": None} | IN_THEM),
    ],
    ids=[
        *("a new file", "a file that is there", "a new directory", "a directory that is there"),
        *("new folders", "folders that are there"),
    ],
)
def case(request: pytest.FixtureRequest) -> Case:
    return request.param


@pytest.fixture(params=["unnamed", "named"], autouse=True)
def draft(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is written without a name until it is whole, where the system has that, or with a hidden one."""
    if request.param == "named":
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)


class Faults:
    """The system's ways to change names, of which one fails, by its number; or it and all that follow.

    An interrupt, unlike an error, comes when the change is made.
    """

    def __init__(self, error: Callable[[], BaseException], number: int, *, lasting: bool = False) -> None:
        self.error, self.number, self.lasting = error, number, lasting
        self.made: list[str] = []

    def changing(self, name: str) -> Callable[..., None]:
        change = getattr(os, name)

        def changed(*args: Any, **options: Any) -> None:
            self.made.append(name)
            number = len(self.made) - 1
            if number != self.number and not (self.lasting and number > self.number):
                change(*args, **options)
                return
            if self.error is KeyboardInterrupt:
                with suppress(OSError):
                    change(*args, **options)
            raise self.error()

        return changed


@dataclass(frozen=True)
class Faulty:
    """What is there once a change failed, of what kind it was, and what was raised."""

    kind: str
    there: Held
    raised: BaseException | None

    def visible(self) -> Held:
        return {path: text for path, text in self.there.items() if "/." not in f"/{path}"}

    def is_whole(self, case: Case) -> bool:
        """Tell whether each file that can be seen is as before or as after, and a new directory has all or is none."""
        there = self.visible()
        if not case.before:
            return there in (case.before, case.after)
        return all(there.get(path) in (case.before.get(path), text) for path, text in case.after.items())


def failing(case: Case, here: Path, error: Callable[[], BaseException], *, lasting: bool = False) -> Iterator[Faulty]:
    """Write as often as there are changes, another one failing each time."""
    for number in range(MOST):
        directory = here / str(number)
        directory.mkdir()
        laid(directory, case.before)
        faults = Faults(error, number, lasting=lasting)
        raised = None
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(directory)
            for name in (*NAMING, *REMOVING):
                patch.setattr(os, name, faults.changing(name))
            try:
                case.write()
            except (DeliveryError, OSError, KeyboardInterrupt) as caught:
                raised = caught
        if number == len(faults.made):
            assert (held(directory), raised) == (case.after, None)
            return
        yield Faulty(faults.made[number], held(directory), raised)
    pytest.fail("there is no end of changes")


def input_output_error() -> OSError:
    return OSError(errno.EIO, "Input/output error")


def test_a_name_that_cannot_be_given_is_told_and_leaves_every_file_whole(case: Case, tmp_path: Path) -> None:
    faulty = [each for each in failing(case, tmp_path, input_output_error) if each.kind in NAMING]
    assert faulty
    for each in faulty:
        assert each.is_whole(case), each
        assert each.visible() == each.there
        if each.raised:
            assert isinstance(each.raised, DeliveryError)
            assert re.fullmatch("it: ([abc]: )?input/output error", str(each.raised)), each
        else:  # another way was found
            assert (each.kind, each.there) == ("link", case.after)


def test_what_cannot_be_removed_is_left_out_of_sight(case: Case, tmp_path: Path) -> None:
    for lasting in (False, True):
        (tmp_path / str(lasting)).mkdir()
        for each in failing(case, tmp_path / str(lasting), input_output_error, lasting=lasting):
            assert each.is_whole(case), each


def test_an_interrupt_leaves_every_file_whole_and_nothing_else(case: Case, tmp_path: Path) -> None:
    for each in failing(case, tmp_path, KeyboardInterrupt):
        assert each.is_whole(case), each
        assert each.visible() == each.there, each
        assert isinstance(each.raised, KeyboardInterrupt)
