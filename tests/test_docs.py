"""The documentation is run: what README.md shows is what the program prints."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from pathlib import Path

import pytest

from etoile_cli.export.formats import ExportFormat
from tests.door import CHECKOUT, entry_point, environment, run
from tests.programs import required

sys.path.insert(0, str(CHECKOUT / "scripts"))
from page_picture import PICTURE, digest_in, page
from pictures import DOCS, PICTURES, picture
from reference import references

README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
CHECKING = (CHECKOUT / "docs" / "checking.md").read_text(encoding="utf-8")
SCALE = (CHECKOUT / "docs" / "scale.md").read_text(encoding="utf-8")
IMPORTING = (CHECKOUT / "docs" / "importing.md").read_text(encoding="utf-8")
LIBRARY = (CHECKOUT / "docs" / "library.md").read_text(encoding="utf-8")
BLOCK = r"```console\n(.*?)```"
_KEPT = "\n## Keep a catalogue\n"
_BEFORE, _, _REST = README.partition(_KEPT)
KEEPING, _, _AFTER = _REST.partition("\n## ")
PATHS = (CHECKOUT / "docs" / "paths.md").read_text(encoding="utf-8")
BLOCKS = re.findall(BLOCK, _BEFORE + _AFTER + CHECKING + PATHS, flags=re.DOTALL)
SVG = "{http://www.w3.org/2000/svg}"


def _examples(blocks: Iterable[str]) -> list[tuple[str, str]]:
    """Return every `$` line of blocks with the output under it."""
    examples = []
    for block in blocks:
        _, *commands = re.split(r"^\$ ", block, flags=re.MULTILINE)
        examples += [tuple(command.split("\n", 1)) for command in commands]
    return examples


@pytest.mark.parametrize(("command", "output"), _examples(BLOCKS))
def test_the_documentation_shows_what_is_printed(command: str, output: str, tmp_path: Path) -> None:
    if "jq" in command:
        required("jq")
    assert _printed(command, tmp_path) == output


def _printed(command: str, directory: Path) -> str:
    """Return what a command prints, on both streams, in a directory."""
    path = f"{Path(entry_point()).parent}:{environment()['PATH']}"
    done = subprocess.run(
        ["sh", "-c", command],
        env=environment({"PATH": path, "COLUMNS": "80"}),
        cwd=directory,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


def test_the_way_to_keep_a_catalogue_is_as_the_readme_shows_it(tmp_path: Path) -> None:
    exported = ""
    for command, output in _examples(re.findall(BLOCK, KEEPING, flags=re.DOTALL)):
        assert (command, _printed(f"{exported}{command}", tmp_path)) == (command, output)
        if command.startswith("export "):
            exported += f"{command}; "
    assert (tmp_path / "ferry.html").read_text(encoding="utf-8").count("Captain Aoki")


def test_the_way_to_a_database_is_as_shown(tmp_path: Path) -> None:
    required("sqlite3")
    required("jq")
    for command, output in _examples(re.findall(BLOCK, SCALE, flags=re.DOTALL)):
        assert (command, _printed(command, tmp_path)) == (command, output)


@pytest.mark.parametrize(
    "block", re.findall(BLOCK, (CHECKOUT / "docs" / "keeping.md").read_text(encoding="utf-8"), re.DOTALL)
)
def test_keeping_shows_what_is_printed(block: str, tmp_path: Path) -> None:
    """The commands of a block follow each other, and begin with a copy of the built-in catalogue."""
    shutil.copy(CHECKOUT / "data" / "etoile.toml", tmp_path / "mine.toml")
    for command, output in _examples([block]):
        assert (command, _printed(command, tmp_path)) == (command, output)


def test_a_library_is_listed_as_shown(tmp_path: Path) -> None:
    (tmp_path / "shows").mkdir()
    for file in (CHECKOUT / "data" / "etoile.toml", *(CHECKOUT / "tests" / "data" / "library").glob("*.toml")):
        shutil.copy(file, tmp_path / "shows")
    for command, output in _examples(re.findall(BLOCK, LIBRARY, flags=re.DOTALL)):
        assert (command, _printed(command, tmp_path)) == (command, output)


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """Return a directory with the files of a media library and an answer of TVmaze, written on a certain day."""
    shutil.copytree(CHECKOUT / "tests" / "importing" / "data" / "harbour", tmp_path, dirs_exist_ok=True)
    for file in tmp_path.rglob("*.*"):
        os.utime(file, (1_790_856_000, 1_790_856_000))
    return tmp_path


def test_importing_shows_what_is_printed(harbour: Path) -> None:
    examples = _examples(re.findall(BLOCK, IMPORTING, flags=re.DOTALL))
    assert len(examples) > 3
    for command, output in examples:
        assert (command, _printed(command, harbour)) == (command, output)


def test_the_way_to_import_in_the_readme_makes_a_page(harbour: Path) -> None:
    """What is fetched is there already."""
    [way] = re.findall(r"```sh\n(etoile import .*?)```", README, flags=re.DOTALL)
    assert way.count("\n") == 5
    for line in way.replace("~/TV/Harbour", "media").splitlines():
        if not line.startswith("curl"):
            assert "error" not in _printed(line, harbour)
    assert "Jo Ek" in (harbour / "harbour.html").read_text(encoding="utf-8")


def test_readme_has_a_line_for_each_export() -> None:
    table = README.partition("| `etoile export …` | is for |")[2].partition("\n\n")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, flags=re.MULTILINE) == list(ExportFormat)


TERMS = README.partition("| term | keeps the records | example |")[2].partition("\n\n")[0]


@pytest.mark.parametrize("command", re.findall(r"\| `(etoile [^`]*)` \|$", TERMS, flags=re.MULTILINE))
def test_every_form_of_a_term_finds_something_in_the_catalogue(command: str) -> None:
    done = run(command)
    assert done.stdout
    assert done.stderr == ""


def test_readme_has_a_line_for_each_form_of_a_term() -> None:
    assert re.findall(r"^\| (`.*?) \|", TERMS, flags=re.MULTILINE) == [
        "`KEY:TEXT`",
        "`KEY:WORD`",
        "`KEY:NAME`",
        "`region:NAME`",
        "`KEY:DATE`",
        "`KEY:NUMBER`",
        "`episode:CODE`",
        "`KEY:=TEXT`",
        "`KEY:A..B`, `KEY:A..`, `KEY:..B`",
        "`has:KEY`, or `KEY:` alone",
        "`not:` before a term or a word",
        "`source:ID`",
        "`TABLE.KEY:TEXT`",
        "`section:NAME`",
    ]


def test_readme_has_examples_and_exactly_two_set_up_commands() -> None:
    assert len(_examples(BLOCKS)) >= 8
    assert re.findall(r"^python3 .*$", README, flags=re.MULTILINE) == [
        "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/etoile summary",
        "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest",
    ]


@pytest.mark.parametrize("target", re.findall(r"\]\(((?!<?http|#)[^)]+)\)", README))
def test_readme_links_to_files_that_exist(target: str) -> None:
    assert (CHECKOUT / target).is_file()


@pytest.mark.parametrize("target", re.findall(r"\]\(#([^)]+)\)", README))
def test_readme_links_to_headings_that_it_has(target: str) -> None:
    assert f"\n## {target.replace('-', ' ').capitalize()}\n" in README


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_show_what_is_printed(name: str) -> None:
    assert _drawn((DOCS / f"{name}.svg").read_text(encoding="utf-8")) == _drawn(picture(*PICTURES[name]))


def test_the_picture_of_the_page_was_drawn_from_the_page_as_it_is() -> None:
    assert digest_in(PICTURE.read_bytes()) == hashlib.sha256(page()).hexdigest()


@pytest.mark.parametrize("path", references())
def test_the_reference_is_what_the_model_says(path: str) -> None:
    assert (CHECKOUT / path).read_text(encoding="utf-8") == references()[path]


def _drawn(svg: str) -> list[tuple[str, str]]:
    """Return the texts of a picture with their styles; where Rich puts them may change between its versions."""
    root = ET.fromstring(svg)
    styles = dict(re.findall(r"\.(\S+-r\d+) \{(.*?)\}", svg))
    return [
        (text.text or "", styles[text.attrib["class"]]) for text in root.iter(f"{SVG}text") if "class" in text.attrib
    ]
