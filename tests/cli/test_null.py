"""Records that end with NUL, for `xargs -0`: the same lines, another end."""

import json
from pathlib import Path

import pytest
import tomli_w

from etoile_cli.listing.formats import Format
from tests.door import CHECKOUT, run
from tests.processes import run_all_in_terminal, shell
from tests.test_contract import LISTINGS, NOTHING

FULL = CHECKOUT / "tests/data/full.toml"
WITHOUT = [format_ for format_ in Format if format_ not in {Format.TSV, Format.JSONL}]


@pytest.mark.parametrize("option", ["-0", "--null"])
@pytest.mark.parametrize("command", [f"{name} {words}" for name, (words, _) in LISTINGS.items()])
def test_each_record_of_tsv_ends_with_nul(command: str, option: str) -> None:
    usual = run(f"etoile {command} -f tsv")
    assert run(f"etoile {command} {option}").stdout == usual.stdout.replace("\n", "\0")


@pytest.mark.parametrize("command", [f"{name} {words}" for name, (words, _) in LISTINGS.items()])
def test_each_record_of_json_lines_ends_with_nul(command: str) -> None:
    usual = run(f"etoile {command} -f jsonl")
    assert run(f"etoile {command} -f jsonl -0").stdout == usual.stdout.replace("\n", "\0")


def test_json_lines_of_chosen_columns_and_a_header_end_with_nul_too() -> None:
    done = run("etoile cast laage --columns name -0 -f jsonl")
    assert json.loads(done.stdout.removesuffix("\0")) == {"name": "Lou de Laâge"}
    assert run("etoile cast laage --columns name -0 --header").stdout == "name\0Lou de Laâge\0"


def test_tsv_keeps_its_escapes() -> None:
    show = 'format = 1\nshow = { title = "x" }\ncast = [{ name = "a\\nb \\\\" }]'
    assert run("etoile -c - cast -0 --columns name", stdin=show).stdout == "a\\nb \\\\\0"


@pytest.mark.parametrize("format_", Format)
def test_without_an_option_for_the_format_it_is_tsv_whatever_the_environment_says(format_: Format) -> None:
    done = run("etoile cast laage --columns name -0", env={"ETOILE_FORMAT": format_})
    assert done.stdout == "Lou de Laâge\0"


def test_a_terminal_gets_the_same() -> None:
    commands = ["etoile cast laage --columns name -0", "etoile trailer -0"]
    [cast, trailer] = run_all_in_terminal(commands, width=40)
    assert cast.stdout == "Lou de Laâge\0"
    assert trailer.stdout.startswith("https://www.youtube.com/")


@pytest.mark.parametrize("format_", WITHOUT)
@pytest.mark.parametrize("command", ["cast", "where-to-watch", "episodes", "search laage", "trailer"])
def test_other_formats_have_no_records_that_could_end_so(command: str, format_: Format) -> None:
    done = run(f"etoile {command} -0 -f {format_}", code=2)
    message = (
        f"etoile: error: --null doesn't go with --format {format_}\nhint: NUL ends the records of tsv and jsonl\n"
    )
    assert (done.stdout, done.stderr) == ("", message)


def test_json_in_short_is_refused_as_well() -> None:
    assert run("etoile cast -0 --json", code=2) == run("etoile cast -0 -f json", code=2)


def test_nothing_found_is_nothing_printed() -> None:
    assert run(f"etoile cast {NOTHING} -0", code=1).stdout == ""


def test_a_trailer_is_its_address_and_as_tsv_its_record() -> None:
    bare = run(f"etoile -c {FULL} trailer --all").stdout
    assert run(f"etoile -c {FULL} trailer --all -0").stdout == bare.replace("\n", "\0")
    records = run(f"etoile -c {FULL} trailer --all -f tsv").stdout
    assert run(f"etoile -c {FULL} trailer --all -f tsv -0").stdout == records.replace("\n", "\0")
    assert "\t" in records


NAMES = ["Ana  Ruiz", "O'Neill", 'Jo "Jo" Lind', "-n", "a b\\c"]


def test_xargs_takes_each_name_whole(tmp_path: Path) -> None:
    catalogue = {"format": 1, "show": {"title": "Names"}, "cast": [{"name": name} for name in NAMES]}
    (tmp_path / "names.toml").write_text(tomli_w.dumps(catalogue), encoding="utf-8")
    line = "etoile -c names.toml cast --columns name -0 | xargs -0 -n1 printf '<%s>'"
    names = [name.replace("\\", "\\\\") for name in NAMES]
    assert shell(line, cwd=tmp_path).stdout == "".join(f"<{name}>" for name in names)
