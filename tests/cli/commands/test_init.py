"""`etoile init`: a new catalogue that is valid, teaches, and can be completed; or a copy of the one in use."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
import tomli

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.reader import parse
from etoile_cli.catalogue.records import Show
from etoile_cli.check.check import Rules, check
from etoile_cli.check.problem import Severity
from etoile_cli.check.reports.line import lines
from etoile_cli.edit.beginning.new_catalogue import new_catalogue
from etoile_cli.edit.beginning.samples import SAMPLES
from tests.dialogues import CTRL_C, CTRL_D, talk
from tests.door import CHECKOUT, TODAY, Run, run, run_terminal

SHIPPED = CHECKOUT / "data" / "etoile.toml"
ASKED = "title (required): The title as the show prints it."
EVERY_SECTION = ["show", *RECORD_TYPES]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def text_of_new(**show: object) -> str:
    return "".join(f"{line}\n" for line in new_catalogue({"title": "The Bear", **show}))


def uncommented(text: str, mark: str) -> str:
    """Return a new catalogue in which a mark is taken from each line of the examples."""
    taught, format_, rest = text.partition("\nformat = 1\n")
    return taught + format_ + re.sub(rf"(?m)^{mark}", "", rest)


def problems(text: str, severity: Severity | None = None) -> Sequence[str]:
    report = check(text.encode(), "it", Rules(date.fromisoformat(TODAY)))
    kept = [each for each in report.problems if severity in (None, each.severity)]
    return [line.partition(" ")[2] for line in lines([report]) if any(f"[{each.code}]" in line for each in kept)]


def what_next(file: str, then: str) -> str:
    return f"etoile: wrote {file}; to go on with it:\n  export ETOILE_CATALOGUE={file}\n  {then}\n  etoile check\n"


def test_a_new_catalogue_is_named_by_its_title_and_said_how_to_go_on() -> None:
    done = run('etoile init --title "The Bear"')
    told = what_next("the-bear.toml", "etoile add sources").replace("CATALOGUE=", 'CATALOGUE="$PWD"/')
    assert done == Run("", told, 0)
    assert Path("the-bear.toml").read_text(encoding="utf-8") == text_of_new()


def test_it_is_printed_for_a_hyphen_and_nothing_is_said() -> None:
    assert run('etoile init --title "The Bear" -') == Run(text_of_new(), "", 0)
    assert list(Path.cwd().iterdir()) == []


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Étoile", "etoile.toml"),
        ("Mad Men: The 1960s", "mad-men-the-1960s.toml"),
        ("日本の桜", "日本の桜.toml"),
        ("../../etc/passwd", "etc-passwd.toml"),
        ("???", "show.toml"),
        ("a" * 300, f"{'a' * 40}.toml"),
    ],
)
def test_the_name_of_the_file_is_what_can_be_read_of_the_title(title: str, name: str) -> None:
    run(f"etoile init --title '{title}'")
    assert [each.name for each in Path.cwd().iterdir()] == [name]
    assert parse(Path(name).read_bytes()).show.title == title


def test_what_is_told_of_the_show_stands_there_as_the_model_types_it() -> None:
    told = "--premiere 2022-06-23 --network FX --network Hulu --genre drama --language en --country US --country FR"
    assert tomli.loads(run(f"etoile init --title x {told} -").stdout) == {
        "format": 1,
        "show": {
            "title": "x",
            "premiere": date(2022, 6, 23),
            "networks": ["FX", "Hulu"],
            "genres": ["drama"],
            "languages": ["en"],
            "countries": ["US", "FR"],
        },
    }


def test_a_value_that_is_told_twice_stands_there_once() -> None:
    done = run("etoile init --title x --network FX --network FX --premiere 2022 -")
    assert tomli.loads(done.stdout)["show"] == {"title": "x", "premiere": "2022", "networks": ["FX"]}


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("--title ''", "--title must not be blank"),
        ("--title x --network ' '", "--network must not be blank"),
        (
            "--title x --country UK",
            '--country must be an ISO 3166 code like "FR", found the string "UK" (did you mean "GB"?)',
        ),
        (
            "--title x --language french",
            '--language must be a BCP 47 tag like "en" or "fr-CA", found the string "french" (did you mean "fr"?)',
        ),
        (
            "--title x --premiere 2022-13",
            '--premiere must be a date, or a string like "2025-04" or "2025", found the string "2022-13"',
        ),
        ("--title '\udcff'", "--title is not UTF-8"),
    ],
)
def test_a_value_that_the_show_does_not_take_is_refused_and_nothing_written(option: str, message: str) -> None:
    assert run(f"etoile init {option}", code=2) == Run("", f"etoile: error: {message}\n", 2)
    assert list(Path.cwd().iterdir()) == []


@pytest.mark.parametrize("title", ['a "b" \\ c', "a\nb", "a\x1b[2J\u202e", "{title}", "日本", "x" * 100_000])
def test_any_title_is_one_line_of_comment_and_the_same_when_read_back(title: str) -> None:
    text = "".join(f"{line}\n" for line in new_catalogue({"title": title}))
    assert parse(text.encode()).show.title == title
    assert problems(text, Severity.ERROR) == []
    assert re.search("[\x00-\x09\x0b-\x1f\u202e]", text) is None


def test_check_asks_only_for_the_sources_of_the_show() -> None:
    assert problems(text_of_new()) == ["warning[unsourced]: show: names no source"]


@pytest.mark.parametrize("mark", ["# ", "#", "# ?"])
def test_the_examples_are_a_catalogue_without_errors_once_a_mark_is_taken_away(mark: str) -> None:
    text = uncommented(text_of_new(), mark)
    assert tomli.loads(text) == {
        "format": 1,
        **{section: [sample] for section, sample in SAMPLES.items()},
        "show": {"title": "The Bear", **SAMPLES["show"]},
    }
    assert problems(text, Severity.ERROR) == []


def test_the_examples_have_only_what_time_makes_stale() -> None:
    [stale] = problems(uncommented(text_of_new(), "# "))
    assert stale.startswith("warning[stale-availability]: ")


@pytest.mark.parametrize("section", EVERY_SECTION)
def test_every_section_has_an_example_with_all_that_is_required_in_the_order_of_the_model(section: str) -> None:
    known = declarations(RECORD_TYPES.get(section, Show))
    sample = list(SAMPLES[section])
    assert sample == [key for key in known if key in sample]
    assert {key for key, declared in known.items() if declared.required} <= {"title", *sample}


@pytest.mark.parametrize("section", EVERY_SECTION)
def test_every_key_is_named(section: str) -> None:
    known = declarations(RECORD_TYPES.get(section, Show))
    block = next(each for each in text_of_new().split("\n\n") if re.search(rf"(?m)^(# \[)?\[{section}\]", each))
    named = {*re.findall(r"(?m)^(?:# )?(\w+) = ", block), *re.findall(r"\w+", block)}
    common = {key for key, declared in known.items() if declared.held.is_citation or declared.cites}
    assert {*known} - {"note"} - common <= named


def test_the_sections_stand_in_the_order_of_the_model() -> None:
    assert re.findall(r"(?m)^# \[\[(\w+)\]\]$", text_of_new()) == list(RECORD_TYPES)


@pytest.mark.parametrize("section", RECORD_TYPES)
def test_the_first_record_of_a_section_is_added_below_its_example(section: str) -> None:
    Path("it.toml").write_text(text_of_new(), encoding="utf-8")
    record = run(f"etoile init --title x - | {section}".partition(" |")[0]).stdout
    sample = uncommented(record, "# ")
    [given] = tomli.loads(sample)[section]
    values = " ".join(
        f"{key}='{each}'" for key, value in given.items() for each in (value if isinstance(value, list) else [value])
    )
    cited = "" if section == "sources" else "etoile add sources id=site title=Site -c it.toml"
    if cited:
        run(cited)
    run(f"etoile add {section} {values} -c it.toml")
    text = Path("it.toml").read_text(encoding="utf-8")
    example = text.index(f"# [[{section}]]\n")
    assert text.startswith(f"\n\n[[{section}]]\n", text.index("\n\n", example))
    following = text.find("\n\n", text.index(f"\n[[{section}]]\n"))
    assert following < 0 or text.startswith("\n\n## ", following)
    assert problems(text, Severity.ERROR) == []


def test_a_file_that_is_there_is_never_replaced() -> None:
    Path("it.toml").write_text("mine", encoding="utf-8")
    for command in ("etoile init it.toml --title x", "etoile init it.toml", "etoile init it.toml --copy"):
        assert run(command, code=4) == Run(
            "",
            "etoile: error: it.toml: already exists\nhint: name another FILE: init never replaces one\n",
            4,
        )
    assert Path("it.toml").read_text(encoding="utf-8") == "mine"


def test_a_file_of_the_title_that_is_there_is_not_replaced_either() -> None:
    run("etoile init --title It")
    before = Path("it.toml").read_bytes()
    assert run("etoile init --title It --network x", code=4).stderr.startswith(
        "etoile: error: it.toml: already exists"
    )
    assert Path("it.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("gone/it.toml", "gone/it.toml: no such directory: gone"),
        (".", ".: this is a directory, not a file"),
        ("''", '"": an empty name names no file'),
    ],
)
def test_where_no_file_can_be_made_that_is_said_before_anything_is_asked(file: str, message: str) -> None:
    assert run(f"etoile init {file}", code=4) == Run("", f"etoile: error: {message}\n", 4)


def test_without_a_terminal_the_title_must_be_given() -> None:
    told = "etoile: error: nothing says the title of the show\nhint: etoile init --title TITLE\n"
    assert run("etoile init", code=2) == Run("", told, 2)
    assert list(Path.cwd().iterdir()) == []


def test_on_a_terminal_the_title_is_asked_for_until_there_is_one(tmp_path: Path) -> None:
    shown = talk("etoile init", [("> ", "\n"), ("It is required.", "The Bear\n")], cwd=tmp_path)
    assert ASKED in shown
    assert Path("the-bear.toml").read_text(encoding="utf-8") == text_of_new()


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize(("key", "code"), [(CTRL_C, 130), (CTRL_D, 2)])
def test_who_gives_no_title_gets_no_file(key: str, code: int, tmp_path: Path) -> None:
    talk("etoile init it.toml", [("> ", key)], code=code, cwd=tmp_path)
    assert list(Path.cwd().iterdir()) == []


@pytest.mark.parametrize("width", [40, 80])
def test_what_to_do_next_fits_the_terminal_and_can_be_copied(width: int) -> None:
    name = "show.toml"
    shown = run_terminal(f"etoile init {name} --title x", width=width).stdout
    assert all(len(line) <= width for line in shown.splitlines())
    joined = shown.replace("\\\n      ", "")
    assert joined.splitlines()[-3:] == [
        f'  export ETOILE_CATALOGUE="$PWD"/{name}',
        "  etoile add sources",
        "  etoile check",
    ]


def test_an_absolute_path_and_one_with_blanks_can_be_copied_too(tmp_path: Path) -> None:
    assert run(f"etoile init {tmp_path}/a.toml --title x", env={"COLUMNS": "300"}).stderr == what_next(
        f"{tmp_path}/a.toml", "etoile add sources"
    )
    assert """ETOILE_CATALOGUE="$PWD"/'my show.toml'\n""" in run("etoile init 'my show.toml' --title x").stderr


def test_copy_copies_the_catalogue_in_use_byte_for_byte() -> None:
    done = run("etoile init --copy")
    told = what_next("etoile.toml", "etoile edit").replace("CATALOGUE=", 'CATALOGUE="$PWD"/')
    assert done == Run("", told, 0)
    assert Path("etoile.toml").read_bytes() == SHIPPED.read_bytes()


@pytest.mark.parametrize("content", [b'\xef\xbb\xbfformat = 1\r\n[show]\r\ntitle = "x"', b"not toml \xff\r\n", b""])
def test_copy_copies_whatever_is_in_a_file(content: bytes) -> None:
    Path("old.toml").write_bytes(content)
    run("etoile init --copy -c old.toml new.toml")
    run("etoile init --copy other.toml", env={"ETOILE_CATALOGUE": "old.toml"})
    run("etoile init --copy third.toml -c -", stdin=content)
    assert [Path(name).read_bytes() for name in ("new.toml", "other.toml", "third.toml")] == [content] * 3


def test_copy_prints_for_a_hyphen_byte_for_byte_but_no_control_to_a_terminal() -> None:
    Path("old.toml").write_text('format = 1\n[show]\ntitle = "a\u202eb"', encoding="utf-8")
    assert run("etoile init --copy -c old.toml -").stdout == 'format = 1\n[show]\ntitle = "a\u202eb"'
    shown = run_terminal("etoile init --copy -c old.toml -", width=80).stdout
    assert shown == 'format = 1\n[show]\ntitle = "a\\u202eb"\n'


@pytest.mark.parametrize(
    ("command", "code", "message"),
    [
        (
            "etoile init --copy --title x",
            2,
            "--copy copies a catalogue as it is\nhint: leave out what else is told of the show",
        ),
        (
            "etoile init --title x -c old.toml",
            2,
            "--catalogue names what is copied\nhint: add --copy, or leave it out",
        ),
        (
            "etoile -c old.toml init --title x",
            2,
            "--catalogue names what is copied\nhint: add --copy, or leave it out",
        ),
        (
            "etoile init --copy -c broken.toml",
            3,
            "the catalogue can't be read, so that it has no title\nhint: name the FILE",
        ),
        (
            "etoile init --copy -c gone.toml",
            3,
            "gone.toml: no such file\nhint: give a catalogue with --catalogue or ETOILE_CATALOGUE",
        ),
    ],
)
def test_what_can_not_be_meant_is_told(command: str, code: int, message: str) -> None:
    Path("broken.toml").write_text("titel", encoding="utf-8")
    assert run(command, code=code) == Run("", f"etoile: error: {message}\n", code)
    assert [each.name for each in Path.cwd().iterdir()] == ["broken.toml"]


def test_the_catalogue_in_the_environment_does_not_hinder_a_new_one() -> None:
    assert run("etoile init --title x -", env={"ETOILE_CATALOGUE": "gone.toml"}).stdout.startswith("#:schema ")
