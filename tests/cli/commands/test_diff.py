"""`etoile diff`: what changed, in every format; which files it takes; what it says and how it ends."""

import csv
import json
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from etoile_cli.listing.formats import Format
from tests.compare.catalogues import HEAD, records
from tests.controls import controls_in
from tests.door import CHECKOUT, run, run_terminal, screen
from tests.widths import columns

BUILT_IN = CHECKOUT / "data" / "etoile.toml"
OLD = HEAD + records(
    "cast",
    'name = "Olivia Cooke"; character = "Sid Baker"; sources = ["old", "a"]',
    'name = "Ann"; character = "Bo"',
)
NEW = HEAD.replace('"Test"\n', '"Test"\npremiere = "2025-04"\n') + records(
    "cast",
    'name = "Freddie Fox"; character = "James Webb"',
    'name = "Olivia Cooke"; character = "Sidonie Baker"; sources = ["a", "bbc"]',
)
TOLD = """\
show: premiere: + 2025-04
cast: Olivia Cooke: character: Sid Baker → Sidonie Baker
cast: Olivia Cooke: sources: + bbc, - old
cast: - Ann (Bo)
cast: + Freddie Fox (James Webb)
"""
SAID = "etoile: 1 record added, 1 removed, 2 changed\n"


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in {"old.toml": OLD, "new.toml": NEW, "empty.toml": ""}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("command", "env"),
    [
        ("etoile diff old.toml new.toml", {}),
        ("etoile diff old.toml new.toml -f table", {}),
        ("etoile diff old.toml -c new.toml", {}),
        ("etoile -c new.toml diff old.toml", {}),
        ("etoile diff old.toml", {"ETOILE_CATALOGUE": "new.toml"}),
        ("etoile diff old.toml new.toml", {"ETOILE_FORMAT": "table"}),
    ],
)
def test_diff_tells_a_line_a_change_and_says_how_many_records_changed(command: str, env: dict[str, str]) -> None:
    done = run(command, code=1, env=env)
    assert (done.stdout, done.stderr) == (TOLD, SAID)


@pytest.mark.parametrize("command", ["etoile diff - new.toml", "etoile diff - -c new.toml"])
def test_the_old_one_may_come_from_standard_input(command: str) -> None:
    assert run(command, code=1, stdin=OLD).stdout == TOLD


@pytest.mark.parametrize("command", ["etoile diff old.toml -", "etoile -c - diff old.toml"])
def test_the_new_one_may_come_from_standard_input(command: str) -> None:
    assert run(command, code=1, stdin=NEW).stdout == TOLD


def test_diff_compares_with_the_built_in_catalogue_if_there_is_no_other() -> None:
    done = run(f"etoile diff {BUILT_IN}")
    assert (done.stdout, done.stderr) == ("", "etoile: the files are the same\n")


def test_files_that_differ_in_comments_order_and_spelling_alone_are_the_same_records(tmp_path: Path) -> None:
    parts = OLD.split("[[cast]]\n")
    (tmp_path / "new.toml").write_text("# A comment\n" + "[[cast]]\n".join([parts[0], parts[2], parts[1]]))
    done = run("etoile diff old.toml new.toml")
    assert done.stdout == ""
    assert done.stderr == "etoile: the same records; only comments, order or spelling differ\n"


@pytest.mark.parametrize(
    ("format_", "empty"),
    [("table", ""), ("md", ""), ("tsv", ""), ("jsonl", ""), ("csv", "section,record,change,key,item,old,new\n")],
)
def test_no_difference_is_an_empty_document(format_: str, empty: str) -> None:
    assert run(f"etoile diff old.toml old.toml -f {format_}").stdout == empty


def test_no_difference_is_a_whole_document_of_json() -> None:
    document = json.loads(run("etoile diff old.toml old.toml --json").stdout)
    numbers = {"added": 0, "removed": 0, "changed": 0}
    assert document == {"version": 1, "old": "old.toml", "new": "old.toml", **numbers, "changes": []}


def test_json_has_every_key_and_values_as_they_are() -> None:
    done = run("etoile diff old.toml new.toml --json", code=1)
    document = json.loads(done.stdout)
    changes = document.pop("changes")
    assert document == {"version": 1, "old": "old.toml", "new": "new.toml", "added": 1, "removed": 1, "changed": 2}
    assert changes[0] == {
        "section": "show",
        "record": None,
        "change": "added",
        "key": "premiere",
        "item": None,
        "old": None,
        "new": "2025-04",
        "identity": {},
    }
    assert changes[2] == {
        "section": "cast",
        "record": "Olivia Cooke",
        "change": "changed",
        "key": "sources",
        "item": None,
        "old": ["old", "a"],
        "new": ["a", "bbc"],
        "identity": {"name": "Olivia Cooke", "character": "Sid Baker"},
    }
    added = changes[4]
    assert (added["change"], added["key"], added["old"]) == ("added", None, None)
    assert added["new"] == json.loads(run("etoile -c new.toml cast freddie --json").stdout)[0]
    assert done.stderr == SAID


def test_jsonl_has_the_changes_of_json_a_line_each() -> None:
    lines = run("etoile diff old.toml new.toml -f jsonl", code=1).stdout.splitlines()
    whole = json.loads(run("etoile diff old.toml new.toml -f json", code=1).stdout)
    assert [json.loads(line) for line in lines] == whole["changes"]


def test_tsv_has_a_line_a_change_and_csv_the_same_values() -> None:
    done = run("etoile diff old.toml new.toml -f tsv --header", code=1)
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert rows == [
        ["section", "record", "change", "key", "item", "old", "new"],
        ["show", "", "added", "premiere", "", "", "2025-04"],
        ["cast", "Olivia Cooke", "changed", "character", "", "Sid Baker", "Sidonie Baker"],
        ["cast", "Olivia Cooke", "changed", "sources", "", "old; a", "a; bbc"],
        ["cast", "Ann (Bo)", "removed", "", "", "", ""],
        ["cast", "Freddie Fox (James Webb)", "added", "", "", "", ""],
    ]
    assert list(csv.reader(run("etoile diff old.toml new.toml -f csv", code=1).stdout.splitlines())) == rows


def test_md_has_a_heading_for_each_section_and_an_item_for_each_change() -> None:
    done = run("etoile diff old.toml new.toml -f md", code=1)
    assert done.stdout == (
        "### Show\n"
        "\n"
        "- premiere: added 2025-04\n"
        "\n"
        "### Cast\n"
        "\n"
        "- Olivia Cooke: character: Sid Baker → Sidonie Baker\n"
        "- Olivia Cooke: sources: added bbc, removed old\n"
        "- Removed Ann (Bo)\n"
        "- Added Freddie Fox (James Webb)\n"
    )


@pytest.mark.parametrize("format_", ["table", "tsv", "md"])
def test_nothing_of_a_hostile_catalogue_is_sent_raw(format_: str, hostile: str) -> None:
    stdout = run(f"etoile diff /dev/null {hostile} -f {format_}", code=1).stdout
    assert controls_in(stdout) <= {"\n", "\t"}


def test_md_renders_as_the_text_itself(hostile: str) -> None:
    lines = run(f"etoile diff /dev/null {hostile} -f md", code=1).stdout
    html = MarkdownIt("commonmark").render(lines)
    told = run(f"etoile diff /dev/null {hostile}", code=1).stdout.splitlines()
    assert html.count("<li>") == len(told)
    assert not any(each in html for each in ("<em>", "<strong>", "<code>", "<script", "<img"))


@pytest.mark.parametrize("width", [40, 60, 80])
def test_on_a_terminal_changes_wrap_at_words_and_have_colours(width: int) -> None:
    command = "etoile diff old.toml new.toml"
    received = run_terminal(command, width=width, code=1).stdout
    shown = screen(received, width)
    assert max(map(columns, shown)) <= width
    assert " ".join(line.strip() for line in shown) == " ".join([*TOLD.splitlines(), SAID.strip()])
    assert "\x1b[32m+ Freddie" in received
    assert "\x1b[31m- Ann" in received
    assert "\x1b[33mSid" in received
    assert "\x1b[" not in run_terminal(f"{command} --color never", width=width, code=1).stdout


def test_a_line_in_a_pipe_is_wrapped_only_if_a_table_is_asked_for() -> None:
    env = {"COLUMNS": "40"}
    assert run("etoile diff old.toml new.toml", code=1, env=env).stdout == TOLD
    for command, more in (
        ("etoile diff old.toml new.toml -f table", {}),
        ("etoile diff old.toml new.toml", {"ETOILE_FORMAT": "table"}),
    ):
        shown = run(command, code=1, env=env | more).stdout
        assert "cast: Olivia Cooke: character: Sid Baker\n  → Sidonie Baker\n" in shown


def test_colour_in_a_pipe_wraps_nothing() -> None:
    done = run("etoile diff old.toml new.toml --color always", code=1)
    assert len(done.stdout.splitlines()) == len(TOLD.splitlines())
    assert "\x1b[32m+ bbc\x1b[0m, \x1b[31m- old\x1b[0m" in done.stdout


@pytest.mark.parametrize("empty", ["/dev/null", "empty.toml"])
def test_an_empty_file_has_no_records(empty: str) -> None:
    assert run(f"etoile diff {empty} old.toml", code=1).stdout == (
        "show: + Test\ncast: + Olivia Cooke (Sid Baker)\ncast: + Ann (Bo)\n"
    )
    done = run(f"etoile diff old.toml {empty}", code=1)
    assert done.stdout == "show: - Test\ncast: - Olivia Cooke (Sid Baker)\ncast: - Ann (Bo)\n"
    assert done.stderr == "etoile: 3 records removed\n"
    assert run(f"etoile diff {empty} {empty}").stderr == "etoile: the files are the same\n"


BOTH_GONE = "etoile: error: none.toml: no such file\netoile: error: nor.toml: no such file\n"


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        (
            "etoile diff none.toml nor.toml",
            3,
            BOTH_GONE,
        ),
        ("etoile diff none.toml none.toml", 3, "etoile: error: none.toml: no such file\n"),
        (
            "etoile diff none.toml -c nor.toml",
            3,
            BOTH_GONE + "hint: give a catalogue with --catalogue or ETOILE_CATALOGUE\n",
        ),
        (
            "etoile diff old.toml bad.toml",
            3,
            'bad.toml:3:1: error[unknown-key]: show: no such key "titel" ("title" is there already)\n',
        ),
        (
            "etoile diff - -",
            2,
            "etoile: error: only one of the two can be standard input\nhint: name a file for the other\n",
        ),
        (
            "etoile diff - -c -",
            2,
            "etoile: error: only one of the two can be standard input\nhint: name a file for the other\n",
        ),
        (
            "etoile diff old.toml new.toml -c new.toml",
            2,
            "etoile: error: --catalogue and NEW both name what to compare with\nhint: leave one of them out\n",
        ),
        ("etoile diff", 2, "etoile: error: missing argument 'OLD'\nhint: see etoile diff --help\n"),
        (
            "etoile diff old.toml new.toml --json -f md",
            2,
            "etoile: error: --json and --format md ask for different formats\n",
        ),
    ],
)
def test_what_can_not_be_compared_is_told(command: str, code: int, said: str, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text('format = 1\n[show]\ntitel = "x"\ntitle = "x"\n')
    done = run(command, code=code)
    assert (done.stdout, done.stderr) == ("", said)


def test_standard_input_that_is_empty_is_no_catalogue() -> None:
    for command in ("etoile diff - new.toml", "etoile diff old.toml -", "etoile diff old.toml -c -"):
        done = run(command, code=3, stdin="")
        assert (done.stdout, done.stderr) == (
            "",
            "etoile: error: <stdin>: the input is empty\nhint: did the program before it fail?\n",
        )


@pytest.mark.parametrize("format_", Format)
def test_every_format_ends_with_a_line_break_and_the_same_code(format_: str) -> None:
    assert run(f"etoile diff old.toml new.toml -f {format_}", code=1).stdout.endswith("\n")
