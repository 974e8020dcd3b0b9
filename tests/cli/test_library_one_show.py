"""One show of several: what chooses it, what is said where none or several are left."""

import json
from pathlib import Path

import pytest

from tests.cli.shelves import PART, SHOW, three, write
from tests.door import Run, run
from tests.processes import shell


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("shows").mkdir()


@pytest.mark.parametrize("command", ["summary", "trailer", "get show.title", "export json"])
def test_what_is_about_one_show_says_which_there_are(command: str) -> None:
    three()
    done = run(f"etoile -c shows {command}", code=2)
    assert (
        done.stderr.splitlines()[0]
        == "etoile: error: this is about one show, and there are 3 catalogues: Bear, Dark, Ferry"
    )
    assert done.stderr.splitlines()[1].endswith("-c FILE names one: -c shows/bear.toml")


def test_show_chooses_one() -> None:
    three()
    assert run("etoile -c shows summary show:dark -f tsv").stdout.startswith("title\tDark\n")
    assert run("etoile -c shows cast show:=BEAR --columns show").stdout == "Bear\nBear\n"
    assert run("etoile -c shows cast not:show:bear --columns show").stdout == "Dark\n"


@pytest.mark.parametrize("command", ["cast", "people", "shows", "search x", "where-to-watch"])
@pytest.mark.parametrize("catalogue", ["shows", "shows/bear.toml"])
def test_where_no_show_is_chosen_the_answer_is_an_empty_document(command: str, catalogue: str) -> None:
    three()
    done = run(f"etoile -c {catalogue} {command} show:nonesuch --json", code=1)
    assert done.stdout == "[]\n"
    assert done.stderr.startswith('etoile: no show matches "show:nonesuch"\n')


def test_a_file_that_cannot_be_opened_is_told_by_lists_and_not_where_one_show_is_chosen() -> None:
    three()
    Path("shows/gone.toml").symlink_to("nowhere")
    told = "etoile: error: shows/gone.toml: no such file\n"
    for command in ("cast", "people", "export jsonl"):
        assert run(f"etoile -c shows {command} show:dark", code=3).stderr == told
    for command in ("summary", "get show.title"):
        assert run(f"etoile -c shows {command} show:dark").stderr == ""
    assert run("etoile -c shows cast show:gone", code=1).stderr == (
        'etoile: no show matches "show:gone"\nhint: the shows are Bear, Dark, Ferry; 1 file can\'t be opened\n'
    )


def test_no_more_shows_are_named_than_a_line_takes() -> None:
    for number in range(12):
        write(f"shows/{number:02}.toml")
    done = run("etoile -c shows summary", code=2)
    assert done.stderr.splitlines()[0].endswith(
        "there are 12 catalogues: 00, 01, 02, 03, 04, 05, 06, 07, 08, 09, and 2 more"
    )


# What can be read only once.

TRAIN = SHOW.format(title="Night Train") + PART.format(name="Ida")

ONCE = {
    "cast show:train": "Night Train\tIda\t\t\t\n",
    "get show.title show:train": "Night Train\n",
    "summary show:train -f tsv": "title\tNight Train\n",
    "export md show:train": "# Night Train\n",
    "export html show:train -o site": "",
    "people show:train": "Ida\t\t\t\tNight Train\n",
    "shows show:train --columns show": "Night Train\n",
}


def piped(command: str) -> Run:
    """Run a command line with a catalogue on standard input."""
    three()
    Path("train.txt").write_text(TRAIN, encoding="utf-8")
    return shell(f"cat train.txt | {command}")


@pytest.mark.parametrize("once", ["-", "/dev/stdin"])
@pytest.mark.parametrize(("command", "printed"), ONCE.items())
def test_what_can_be_read_only_once_is_a_show_like_others(once: str, command: str, printed: str) -> None:
    assert piped(f"etoile -c {once} -c shows {command}").stdout.startswith(printed)


@pytest.mark.parametrize("once", ["-", "/dev/stdin"])
def test_an_export_into_a_file_reads_it_once(once: str) -> None:
    piped(f"etoile -c shows -c {once} export json show:train -o it.json")
    assert json.loads(Path("it.json").read_text(encoding="utf-8"))["show"]["title"] == "Night Train"


@pytest.mark.parametrize("once", ["-", "/dev/stdin"])
def test_check_reads_it_once(once: str) -> None:
    for files in (f"shows {once}", f"{once} shows"):
        assert piped(f"etoile check {files} --ignore unsourced") == Run("", "etoile: no problems in 4 files\n", 0)


@pytest.mark.parametrize("options", ["-c - -c /dev/stdin", "-c /dev/stdin -c shows -c /dev/stdin"])
def test_what_several_paths_lead_to_is_read_once(options: str) -> None:
    done = piped(f"etoile {options} cast show:train --columns name")
    assert done == Run("Ida\n", "", 0)
