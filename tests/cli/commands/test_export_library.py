"""Exports of a library: what its shows are called in all of them, and what happens where none can be used."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.door import run
from tests.export.pages import elements

LONG = "T" * 1_000
SHORT = f"{'T' * 199}…"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str) -> None:
    path = Path("shows", name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"format = 1\n[show]\n{text}\n", encoding="utf-8")


def names(command: str) -> Iterator[str]:
    """Yield what each export calls the shows, and what `shows` does."""
    yield "\n".join(run(f"{command} shows --columns show").stdout.splitlines())
    yield "\n".join(json.loads(line)["show"] for line in run(f"{command} export jsonl").stdout.splitlines())
    run(f"{command} export sqlite -o it.db --force")
    with closing(sqlite3.connect("it.db")) as database:
        yield "\n".join(name for (name,) in database.execute("SELECT name FROM shows ORDER BY record"))


@pytest.mark.usefixtures("here")
def test_long_titles_that_begin_alike_are_two_names_and_the_same_everywhere() -> None:
    write("a.toml", f'title = "{LONG}"\npremiere = "2001"')
    write("b.toml", f'title = "{LONG}"\npremiere = "2002"')
    expected = [f"{SHORT} (2001)", f"{SHORT} (2002)"]
    assert {*names("etoile -c shows")} == {"\n".join(expected)}
    run("etoile -c shows export html -o site")
    index = elements(Path("site/index.html").read_text(encoding="utf-8"))
    assert [each.text() for each in index.all("a") if each.attributes["href"].startswith("shows/")] == expected


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("title", "name"), [(LONG, SHORT), (" The Ferry ", "The Ferry"), ("\u200b", "shows/a.toml")])
def test_a_show_by_itself_is_called_as_in_a_library(title: str, name: str) -> None:
    write("a.toml", f'title = "{title}"')
    assert {*names("etoile -c shows"), *names("etoile -c shows/a.toml")} == {name}


@pytest.mark.parametrize(
    "command",
    ["sqlite -o good --force", "jsonl -o good --force", "html -o site --force", "html -o new", "jsonl", "sqlite"],
)
def test_where_no_show_can_be_used_nothing_is_written_or_replaced(command: str, here: Path) -> None:
    write("a.toml", 'titel = "x"')
    write("b.toml", "title = ")
    Path("good").write_text("good", encoding="utf-8")
    Path("site").mkdir()
    before = sorted(here.rglob("*"))
    done = run(f"etoile -c shows export {command}", code=3)
    assert done.stdout == ""
    assert done.stderr == (
        'shows/a.toml:3:1: error[unknown-key]: show: no such key "titel" (did you mean "title"?)\n'
        'shows/b.toml:3:1: error[syntax]: show: "title": there is no value (write one)\n'
    )
    assert sorted(here.rglob("*")) == before
    assert Path("good").read_text(encoding="utf-8") == "good"


@pytest.mark.usefixtures("here")
def test_the_shows_that_can_be_used_are_exported_without_the_others() -> None:
    write("a.toml", 'titel = "x"')
    write("b.toml", 'title = "The Ferry"')
    done = run("etoile -c shows export jsonl", code=3)
    assert [json.loads(line)["show"] for line in done.stdout.splitlines()] == ["The Ferry"]
    assert done.stderr.startswith("shows/a.toml:3:1: error[unknown-key]")


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("folder", ["shows", "people"])
def test_no_page_is_written_where_a_linked_folder_leads(folder: str) -> None:
    for name in ("a", "b"):
        write(f"{name}.toml", f'title = "{name}"\n[[cast]]\nname = "Ana Ruiz"')
    for directory in ("site", "outside"):
        Path(directory).mkdir()
    Path("site", folder).symlink_to("../outside")
    done = run("etoile -c shows export html -o site", code=4)
    assert (
        done.stderr == f"etoile: error: site: {folder} in it is a link, which leads elsewhere\nhint: remove the link\n"
    )
    assert [*Path("outside").iterdir()] == []
    assert [each.name for each in Path("site").iterdir()] == [folder]


@pytest.mark.parametrize("name", ["site.html", "site.HTM"])
def test_a_directory_that_would_be_named_like_a_page_is_not_made(name: str, here: Path) -> None:
    write("a.toml", 'title = "The Ferry"')
    done = run(f"etoile -c shows export html -o {name} show:ferry", code=2)
    assert done.stderr == (
        f"etoile: error: a page for each show is several files, and {name} has the name of one\n"
        "hint: name a directory with --output; -c FILE makes one page\n"
    )
    assert not Path(here, name).exists()
    Path(name).mkdir()
    run(f"etoile -c shows export html -o {name} show:ferry")


def test_several_processes_make_the_same_site_as_one(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        write(f"{number}.toml", f'title = "Show {number}"\n[[cast]]\nname = "Ána {number // 3}"\ncharacter = "Vera"')
    write("wrong.toml", "")
    monkeypatch.setattr("etoile_cli.library.library._LEAST_FOR_SEVERAL", 0)
    made = []
    for processes in (1, 3):
        monkeypatch.setattr("etoile_cli.library.library.cores", lambda processes=processes: processes)
        done = run(f"etoile -c shows export html -o {processes}", code=3)
        assert done.stderr.startswith("shows/wrong.toml:2:1: error[missing-key]")
        made.append({str(path.relative_to(here / str(processes))): path.read_bytes() for path in _pages(processes)})
    assert len(made[0]) == 20 + 7 + 1
    assert made[0] == made[1]


def _pages(directory: int) -> Iterator[Path]:
    return Path(str(directory)).resolve().rglob("*.html")
