"""Files that belong together are written each whole or not at all, and leave what is beside them alone."""

import errno
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from etoile_cli.errors import CatalogueError
from etoile_cli.system.directories import write_directory
from tests.written import Held, held, laid, refused

NAMES = ("a", "b", "c")
NEW = {name: [f"new {name}"] for name in NAMES}

# Two of the three files are there, and one that is none of them.
BEFORE = {"it": None, "it/a": "old a\n", "it/b": "old b\n", "it/other": "other\n", "beside": "beside\n"}
WRITTEN = {f"it/{name}": f"new {name}\n" for name in NAMES}
AFTER = BEFORE | WRITTEN


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_new_directory_holds_the_files_and_nothing_else(here: Path) -> None:
    write_directory("it", {"a": ["É", ""], "b": []}, replace=False)
    assert held(here) == {"it": None, "it/a": "É\n\n", "it/b": ""}


def test_what_else_a_directory_holds_stays(here: Path) -> None:
    before = laid(here, {"it": None, "it/other": "other\n", "it/more": None, "it/more/a": "old\n"})
    write_directory("it/", {"a": ["new"]}, replace=False)
    assert held(here) == before | {"it/a": "new\n"}


def test_files_that_are_there_are_kept_unless_they_are_to_be_replaced(here: Path) -> None:
    laid(here, BEFORE)
    with refused("it: a and 1 more file already exist", "--force replaces them"):
        write_directory("it", NEW, replace=False)
    assert held(here) == BEFORE
    write_directory("it", NEW, replace=True)
    assert held(here) == AFTER


@pytest.mark.parametrize(
    ("names", "told", "hint"),
    [
        (["b"], "b already exists", "--force replaces it"),
        (["b", "c"], "b and 1 more file already exist", "--force replaces them"),
        (
            [str(number) for number in range(1_235)],
            "0 and 1,234 more files already exist",
            "--force replaces them",
        ),
    ],
)
def test_the_first_file_in_the_way_is_named_and_the_others_are_counted(
    names: Sequence[str], told: str, hint: str, here: Path
) -> None:
    before = laid(here, {"it": None} | dict.fromkeys([f"it/{name}" for name in names], "old\n"))
    with refused(f"it: {told}", hint):
        write_directory("it", NEW | {name: ["new"] for name in names}, replace=False)
    assert held(here) == before


def test_links_in_a_directory_go_on_pointing_to_the_files(here: Path) -> None:
    laid(here, {"it": None, "there": None, "there/a": "old\n"})
    for name in ("a", "b"):
        Path("it", name).symlink_to(f"../there/{name}")
    with refused("it: a already exists", "--force replaces it"):
        write_directory("it", NEW, replace=False)
    write_directory("it", NEW, replace=True)
    assert [str(Path("it", name).readlink()) for name in ("a", "b")] == ["../there/a", "../there/b"]
    assert held(here / "there") == {"a": "new a\n", "b": "new b\n"}
    assert held(here / "it") == {name: f"new {name}\n" for name in NAMES}


def test_files_that_are_replaced_keep_their_permissions(here: Path) -> None:
    laid(here, BEFORE)
    for name, bits in (("a", 0o600), ("b", 0o444)):
        Path("it", name).chmod(bits)
    write_directory("it", NEW, replace=True)
    assert [oct(Path("it", name).stat().st_mode & 0o777) for name in ("a", "b")] == ["0o600", "0o444"]


@pytest.mark.parametrize("replace", [False, True])
def test_a_directory_in_the_place_of_a_file_is_not_replaced(here: Path, *, replace: bool) -> None:
    before = laid(here, {"it": None, "it/a": "old\n", "it/b": None, "it/b/kept": "kept\n"})
    with refused("it: b in it is no file"):
        write_directory("it", NEW, replace=replace)
    assert held(here) == before


def test_a_link_to_a_directory_goes_on_pointing_to_it(here: Path) -> None:
    Path("link").symlink_to("there")
    write_directory("link", {"a": ["new"]}, replace=False)
    write_directory("link", {"b": ["new"]}, replace=False)
    assert str(Path("link").readlink()) == "there"
    assert held(here / "there") == {"a": "new\n", "b": "new\n"}


def test_two_names_of_one_file_are_not_written_one_over_the_other(here: Path) -> None:
    laid(here, {"it": None, "one": "old\n"})
    for name in ("a", "b"):
        (here / "it" / name).symlink_to("../one")
    with refused("it: several of the files in it are links to one file"):
        write_directory("it", NEW, replace=True)
    assert (here / "one").read_text(encoding="utf-8") == "old\n"
    assert sorted(held(here)) == ["it", "it/a", "it/b", "one"]


def _refuse_links(*_: object, **__: object) -> None:
    raise PermissionError(1, "Operation not permitted")


def test_files_are_written_where_there_are_no_links(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.link", _refuse_links)
    laid(here, {"it": None, "it/other": "other\n"})
    write_directory("it", NEW, replace=False)
    assert held(here) == {"it": None, "it/other": "other\n", **WRITTEN}


def test_nothing_is_replaced_before_all_files_are_written(here: Path) -> None:
    before = laid(here, BEFORE)

    def last() -> Iterator[str]:
        assert {path: text for path, text in held(here).items() if "/." not in path} == before
        yield "new c"

    write_directory("it", NEW | {"c": last()}, replace=True)
    assert held(here) == AFTER


def test_what_somebody_else_writes_meanwhile_is_not_replaced(here: Path) -> None:
    (here / "it").mkdir()

    def last() -> Iterator[str]:
        (here / "it" / "b").write_text("theirs\n", encoding="utf-8")
        yield "new c"

    with refused("it: b already exists", "--force replaces it"):
        write_directory("it", NEW | {"c": last()}, replace=False)
    assert held(here) == {"it": None, "it/a": "new a\n", "it/b": "theirs\n"}


def during_naming(monkeypatch: pytest.MonkeyPatch, of: str, act: Callable[[], None]) -> None:
    """Do something when a file is about to get its name."""
    replace = os.replace

    def replaced(source: Path, target: Path, **options: Any) -> None:
        if target.name == of:
            act()
        replace(source, target, **options)

    monkeypatch.setattr(os, "replace", replaced)


def test_a_file_that_may_not_be_replaced_is_named(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    laid(here, BEFORE)
    during_naming(monkeypatch, "b", refuse)
    with refused("it: b: no permission to write there"):
        write_directory("it", NEW, replace=True)
    assert held(here) == BEFORE | {"it/a": "new a\n"}


def test_a_signal_while_files_get_their_names_waits_for_the_last(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    laid(here, BEFORE)
    during_naming(monkeypatch, "b", lambda: signal.raise_signal(signal.SIGTERM))
    with pytest.raises(SystemExit) as ended:
        write_directory("it", NEW, replace=True)
    assert (ended.value.code, held(here)) == (128 + signal.SIGTERM, AFTER)


@pytest.mark.parametrize("replace", [False, True])
def test_a_directory_that_somebody_else_makes_meanwhile_gets_the_files(here: Path, *, replace: bool) -> None:
    def last() -> Iterator[str]:
        laid(here, {"it": None, "it/other": "other\n"})
        yield "new c"

    write_directory("it", NEW | {"c": last()}, replace=replace)
    assert held(here) == {"it": None, "it/other": "other\n", **WRITTEN}


def test_what_such_a_directory_holds_is_replaced_only_if_that_is_asked_for(here: Path) -> None:
    def last() -> Iterator[str]:
        (here / "it").mkdir(exist_ok=True)
        (here / "it" / "b").write_text("theirs\n", encoding="utf-8")
        yield "new c"

    with refused("it: b already exists", "--force replaces it"):
        write_directory("it", NEW | {"c": last()}, replace=False)
    assert held(here) == {"it": None, "it/b": "theirs\n"}
    (here / "it" / "b").unlink()
    (here / "it").rmdir()
    write_directory("it", NEW | {"c": last()}, replace=True)
    assert held(here) == {"it": None, **WRITTEN}


# Files that come one after another, and those in folders.

IN_FOLDERS = ("shows/a", "people/a", "people/b", "index")


def one_after_another(*names: str) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield files, each of which must have been written when the next is asked for."""
    for name in names:
        taken: list[str] = []

        def lines(name: str = name, taken: list[str] = taken) -> Iterator[str]:
            yield f"new {name}"
            taken.append(name)

        yield name, lines()
        assert taken == [name]


@pytest.mark.parametrize("before", [{}, {"it": None}, {"it": None, "it/people": None, "it/people/c": "kept\n"}])
def test_files_come_one_after_another_and_may_be_in_folders(before: Held, here: Path) -> None:
    laid(here, before)
    assert write_directory("it", one_after_another(*IN_FOLDERS), replace=False) == 4
    folders = {"it": None, "it/shows": None, "it/people": None}
    assert held(here) == before | folders | {f"it/{name}": f"new {name}\n" for name in IN_FOLDERS}


def test_files_that_come_one_after_another_are_all_there_or_none(here: Path) -> None:
    def files() -> Iterator[tuple[str, Iterator[str]]]:
        yield from one_after_another(*IN_FOLDERS)
        raise CatalogueError("what.toml: it is gone")

    for before in ({}, {"it": None, "it/index": "old\n"}):
        laid(here, before)
        with pytest.raises(CatalogueError):
            write_directory("it", files(), replace=True)
        assert held(here) == before


def test_the_first_file_in_the_way_ends_it_before_the_next_is_made(here: Path) -> None:
    before = laid(here, {"it": None, "it/people": None, "it/people/a": "old\n"})

    def files() -> Iterator[tuple[str, Iterator[str]]]:
        yield from one_after_another("shows/a")
        yield "people/a", iter(["new"])
        pytest.fail("another is made")

    with refused("it: people/a already exists", "--force replaces it"):
        write_directory("it", files(), replace=False)
    assert held(here) == before
    write_directory("it", one_after_another(*IN_FOLDERS), replace=True)
    assert (here / "it/people/a").read_text(encoding="utf-8") == "new people/a\n"


@pytest.mark.parametrize("replace", [False, True])
def test_what_is_no_directory_is_no_folder(here: Path, *, replace: bool) -> None:
    laid(here, {"it": None, "it/people": "a file\n"})
    Path("it/shows").symlink_to("nowhere")
    for name, folder in (("people/a", "people"), ("shows/a", "shows")):
        with refused(f"it: {folder} in it is no directory"):
            write_directory("it", [(name, ["new"])], replace=replace)
    assert sorted(held(here)) == ["it", "it/people", "it/shows"]
    assert not Path("nowhere").exists()


@pytest.mark.parametrize("folder", ["shows", "people"])
@pytest.mark.parametrize("replace", [False, True])
def test_no_link_in_the_place_of_a_folder_leads_elsewhere(folder: str, here: Path, *, replace: bool) -> None:
    before = laid(here, {"it": None, "there": None, "there/a": "old\n"})
    Path("it", folder).symlink_to("../there")
    with refused(f"it: {folder} in it is a link, which leads elsewhere", "remove the link"):
        write_directory("it", one_after_another(*IN_FOLDERS), replace=replace)
    assert {name: text for name, text in held(here).items() if not name.startswith(f"it/{folder}")} == before


def test_the_directory_itself_may_be_a_link(here: Path) -> None:
    laid(here, {"there": None})
    Path("it").symlink_to("there")
    write_directory("it", one_after_another(*IN_FOLDERS), replace=False)
    assert sorted(held(here / "there")) == sorted([*IN_FOLDERS, "people", "shows"])


def test_a_folder_that_somebody_else_makes_meanwhile_gets_the_files(here: Path) -> None:
    (here / "it").mkdir()

    def lines() -> Iterator[str]:
        laid(here, {"it/people": None, "it/people/c": "theirs\n"})
        yield "new"

    write_directory("it", [("people/a", lines())], replace=False)
    assert held(here / "it") == {"people": None, "people/a": "new\n", "people/c": "theirs\n"}
