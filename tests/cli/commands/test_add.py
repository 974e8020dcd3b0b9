"""`add`: a record stands where it belongs, its values as the model types them; none is there twice."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomli

from etoile_cli.catalogue.declarations import Declared, declarations
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.section import Section
from etoile_cli.catalogue.sections import SECTIONS
from tests.cli.commands.kept import KEPT, kept
from tests.door import run, run_process

pytestmark = pytest.mark.usefixtures("mine")

NEW = """\
[[cast]]
name = "Ruiz"
character = "Vera's son"
episodes = ["S01E01", "S00E01"]
ids.tmdb = "7"
sources = ["site"]

"""


def test_a_record_stands_below_the_last_of_its_section_with_its_keys_in_order() -> None:
    done = run(
        'etoile add cast sources=site name=Ruiz episodes=S01E01 episodes=S00E01 ids.tmdb=7 character="Vera\'s son"'
    )
    assert (done.stdout, done.stderr) == ("", "etoile: cast: + Ruiz (Vera's son)\n")
    place = KEPT.index("[[episodes]]")
    assert kept() == KEPT[:place] + NEW + KEPT[place:]


def test_the_first_of_a_section_stands_where_the_section_belongs() -> None:
    done = run("etoile add image title=A credit=B url=https://example.org/")
    assert done.stderr == "etoile: images: + A (B)\n"
    record = '[[images]]\ntitle = "A"\ncredit = "B"\nurl = "https://example.org/"\n\n'
    place = KEPT.index("# Where it comes from.")
    assert kept() == KEPT[:place] + record + KEPT[place:]


def _keys() -> list[tuple[str, str, Declared]]:
    return [
        (section, key, declared)
        for section, record_type in RECORD_TYPES.items()
        for key, declared in declarations(record_type).items()
    ]


def _sample(declared: Declared) -> tuple[str, Any]:
    """Return a text, and the value that it is for a key or an item."""
    if declared.is_flag:
        return "False", False
    if declared.own_type and declared.own_type.__name__ == "Extent":
        return "7", 7
    if declared.is_number:
        return "7", 7
    return ("2025-04-24", date(2025, 4, 24)) if declared.is_date else ("7", "7")


@pytest.mark.parametrize(
    ("section", "key", "declared"), _keys(), ids=lambda each: each if isinstance(each, str) else ""
)
def test_a_text_is_a_value_of_the_type_that_its_key_has(section: str, key: str, declared: Declared) -> None:
    """Whether `check` takes the record or not: what is refused is told of, so this asks what would be written."""
    from etoile_cli.edit.given.assignments import record_of

    text, value = _sample(declared.held)
    named = f"{key}.x" if declared.name else key
    inner = declared.item if declared.name else declared
    expected = [value] if inner and inner.item else value
    found = record_of([f"{named}={text}"], declarations(RECORD_TYPES[section]))[key]
    assert found == ({"x": expected} if declared.name else expected)
    assert type(found) is type({} if declared.name else expected)


def test_a_date_known_in_part_stays_a_text() -> None:
    run("etoile add episodes season=1 number=2 title=Two released=2025-04")
    assert 'released = "2025-04"\n' in kept()


def test_a_key_without_a_value_is_left_out() -> None:
    run("etoile add crew name=Ruiz note=")
    assert '[[crew]]\nname = "Ruiz"\n\n' in kept()


@pytest.mark.parametrize("section", SECTIONS.values(), ids=SECTIONS)
def test_a_section_answers_to_each_of_its_names(section: Section) -> None:
    for name in (section.key, section.command, section.singular, *section.other_names, *section.tried_as):
        done = run(f"etoile add '{name}' nonesuch=1", code=4)
        assert "error[unknown-key]: " in done.stderr


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (
            "cast name='Ana Ruiz' character=Vera",
            'cast "Ana Ruiz": the same "name" and "character" as the record in line 8',
        ),
        ("episodes season=1 number=1 title=X", 'episode "X": the same "season" and "number" as the record in line 25'),
        ("sources id=site", 'source: the same "id" as the record in line 37'),
    ],
)
def test_a_record_that_is_there_is_refused_with_its_line(asked: str, told: str) -> None:
    done = run(f"etoile add {asked}", code=4)
    assert (done.stdout, done.stderr) == (
        "",
        f"etoile: error: {told}\nhint: --update completes records that are there already\n",
    )
    assert kept() == KEPT


def test_update_completes_lists_and_tables_and_replaces_the_rest() -> None:
    done = run(
        "etoile add cast name='Ana Ruiz' character=Vera billing=guest ids.tmdb=7 sources=site aliases=A --update"
    )
    assert done.stderr == (
        "etoile: cast: Ana Ruiz (Vera): aliases: + A\n"
        "etoile: cast: Ana Ruiz (Vera): billing: main → guest\n"
        "etoile: cast: Ana Ruiz (Vera): ids: tmdb: + 7\n"
    )
    assert kept() == KEPT.replace('"Vera"\nbilling = "main"', '"Vera"\nbilling = "guest"', 1).replace(
        '{ imdb = "nm0000001" }', '{ imdb = "nm0000001", tmdb = "7" }'
    ).replace('name = "Ana Ruiz"\ncharacter = "Vera"', 'name = "Ana Ruiz"\naliases = ["A"]\ncharacter = "Vera"')


def test_update_finds_a_record_by_its_name_alone_if_only_one_has_it() -> None:
    done = run("etoile add cast name='山田 花子' billing=guest --update")
    assert done.stderr == "etoile: cast: 山田 花子: billing: + guest\n"
    done = run("etoile add cast name='Ana Ruiz' billing=guest --update", code=2)
    assert done.stderr == (
        'etoile: error: cast "Ana Ruiz" may be any of 2 records, in lines 8 and 16\n'
        "hint: etoile set changes the one that words choose\n"
    )


def test_update_adds_what_is_not_there() -> None:
    done = run("etoile add cast name='Ana Ruiz' character=Other --update")
    assert done.stderr == "etoile: cast: + Ana Ruiz (Other)\n"


def test_update_takes_what_is_given_twice_for_one_record() -> None:
    given = '{"name": "B", "aliases": ["x"]}\n{"name": "B", "aliases": ["y"]}\n'
    done = run("etoile add crew --json - --update", stdin=given)
    assert done.stderr == "etoile: crew: + B\n"
    assert '[[crew]]\nname = "B"\naliases = ["x", "y"]\n' in kept()


def test_what_is_complete_already_is_told_and_nothing_is_written(mine: Path) -> None:
    before = mine.stat()
    done = run("etoile add cast name='Ana Ruiz' character=Vera sources=site --update")
    assert done.stderr == "etoile: nothing to change\n"
    assert (mine.stat().st_ino, mine.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("cast Ruiz", 'not KEY=VALUE: "Ruiz"\nhint: a value with blanks has quotes: title="The Swap"'),
        ("cast name=x --json -", "KEY=VALUE and --json both say what to add\nhint: give one of them"),
        ("cast --csv - --json -", "--json and --csv both say what to add\nhint: give one of them"),
        ("cast name=x --csv - --json -", "KEY=VALUE, --json and --csv all say what to add\nhint: give one of them"),
        (
            "cast",
            (
                "nothing says what to add\n"
                "hint: give KEY=VALUE, --json FILE or --csv FILE; etoile add cast --help lists the keys"
            ),
        ),
        (
            "show title=x",
            "there is one show, always\nhint: etoile set show KEY=VALUE changes it, KEY= takes a key out",
        ),
        ("cast name=x name=y", "name is given twice, and holds one value"),
        ("cast aliases-=x", "a new record has nothing that aliases-= could take out"),
        ("cast ids=x", "ids holds a table: a key of it has to be named\nhint: ids.KEY=VALUE"),
        (
            "episodes titles=en=A 'titles=ja=い ろ'",
            "titles holds a table: a key of it has to be named\nhint: titles.en=A 'titles.ja=い ろ'",
        ),
        (
            "cast 'name = Al B'",
            "not KEY=VALUE: \"name = Al B\"\nhint: no blanks belong around the =, so write name='Al B'",
        ),
        ("cast note=x name = X", 'not KEY=VALUE: "name"\nhint: no blanks belong around the =, so write name=X'),
        ("cast name =X", 'not KEY=VALUE: "name"\nhint: no blanks belong around the =, so write name=X'),
        ("cast name= X", 'not KEY=VALUE: "X"\nhint: no blanks belong around the =, so write name=X'),
        ("cast = X", 'not KEY=VALUE: "="\nhint: no blanks belong around the =, so write KEY=X'),
        ("cast name=x Ruiz", 'not KEY=VALUE: "Ruiz"\nhint: a value with blanks has quotes: title="The Swap"'),
        ("cast --json nowhere.json", "nowhere.json: no such file"),
        ("cast --csv .", ".: this is a directory, not a file"),
    ],
)
def test_wrong_usage_is_told_with_what_to_write(asked: str, told: str) -> None:
    done = run(f"etoile add {asked}", code=2)
    assert (done.stdout, done.stderr) == ("", f"etoile: error: {told}\n")
    assert kept() == KEPT


def test_what_would_break_the_catalogue_is_refused_at_its_place_in_the_file() -> None:
    done = run("etoile add episodes season=one number=2 title=Two released=2025-13-01", code=4)
    assert (done.stdout, done.stderr) == (
        "",
        (
            'mine.toml:36:10: error[wrong-type]: episode "Two": "season" must be an integer from 0 to 99999, found '
            'the string "one"\n'
            'mine.toml:39:12: error[wrong-type]: episode "Two": "released" must be a date, or a string like "2025-04" '
            'or "2025", found the string "2025-13-01" (there is no such day)\n'
            "hint: nothing was written: the change would bring these errors\n"
        ),
    )
    assert kept() == KEPT


def test_of_very_many_errors_the_first_are_told() -> None:
    given = "".join(f'{{"name": "B{number}", "nonesuch": 1}}\n' for number in range(30))
    done = run("etoile add crew --json -", stdin=given, code=4)
    *lines, hint = done.stderr.splitlines()
    assert len(lines) == 10
    assert hint == "hint: nothing was written: the change would bring these errors and 20 more"


# JSON.

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    "given",
    [
        '{"name": "B", "note": null, "aliases": [], "ids": {}}',
        '[{"name": "B"}]',
        '\ufeff{"name": "B"}\n',
        '\n{"name": "B"}\n\n',
        '{\n  "name": "B"\n}\n',
    ],
)
def test_json_is_an_object_an_array_or_an_object_a_line(given: str) -> None:
    done = run("etoile add crew --json -", stdin=given.encode())
    assert done.stderr == "etoile: crew: + B\n"
    assert '[[crew]]\nname = "B"\n\n' in kept()


def test_json_comes_from_a_file_too(mine: Path) -> None:
    mine.with_name("in.json").write_text('[{"name": "B"}, {"name": "C", "roles": ["x"]}]')
    assert run("etoile add crew --json in.json").stderr == "etoile: crew: + B\netoile: crew: + C (x)\n"
    assert '[[crew]]\nname = "B"\n\n[[crew]]\nname = "C"\nroles = ["x"]\n\n' in kept()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("", "the input is empty"),
        ("{", "the input is not JSON: expecting property name enclosed in double quotes (line 1, column 2)"),
        ('{"name": "B"}\n{"name"}\n', "the input is not JSON: expecting ':' delimiter (line 2, column 8)"),
        ('{"name": "B"}\nB\n', "the input is not JSON: expecting value (line 2, column 1)"),
        (
            '[{"name": "B"}, 5]',
            "item 2 of the input is no object\nhint: a record is an object: give one, an array of them, or one a line",
        ),
        (
            '{"name": "B"}\n5\n',
            "line 2 of the input is no object\nhint: a record is an object: give one, an array of them, or one a line",
        ),
        ('{"name": "B", "name": "C"}', 'the input has an object with the key "name" twice'),
        (
            '[{"name": "B"}, {"name": "\\ud800"}]',
            "item 2 of the input holds half of a surrogate pair, which is no character",
        ),
        (f'{{"number": {"9" * 5000}}}', "the input is not JSON: it is nested too deeply, or has too long a number"),
        ("[" * 100_000, "the input is not JSON: it is nested too deeply, or has too long a number"),
        (b"\xff", "<stdin>: not UTF-8: byte 1"),
    ],
    ids=str,
)
def test_what_is_no_json_is_told_with_its_place(given: str | bytes, told: str) -> None:
    done = run("etoile add crew --json -", stdin=given, code=2)
    assert (done.stdout, done.stderr) == ("", f"etoile: error: {told}\n")
    assert kept() == KEPT


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("export json", "item 1 of the input is a whole catalogue\nhint: its crew are what jq .crew prints"),
        (
            "search ruiz --json",
            (
                "item 1 of the input is what etoile search prints\n"
                "hint: etoile crew WORDS --json prints records of crew"
            ),
        ),
        (
            "search étoile -f jsonl -c {full}",
            (
                "item 1 of the input is what etoile search prints\n"
                "hint: etoile crew WORDS --json prints records of crew"
            ),
        ),
        (
            "seasons -f json --columns number,finale -c {full}",
            (
                "item 1 of the input has no key of a record of crew\nhint: the keys are name, sort_name, aliases, "
                "roles, known_for, episodes, ids, sources, cites, note"
            ),
        ),
    ],
)
def test_what_holds_no_record_of_the_section_is_told_in_one_error(given: str, told: str) -> None:
    printed = run(f"etoile {given.format(full=ROOT / 'tests' / 'data' / 'full.toml')}").stdout
    done = run("etoile add crew --json -", stdin=printed, code=2)
    assert (done.stdout, done.stderr) == ("", f"etoile: error: {told}\n")
    assert kept() == KEPT


def test_no_record_is_added_if_one_is_wrong() -> None:
    done = run("etoile add crew --json -", stdin='[{"name": "B"}, {"name": "C", "nme": "C"}]', code=4)
    assert done.stderr == (
        'mine.toml:13:1: error[unknown-key]: crew "C": no such key "nme" ("name" is there already)\n'
        "hint: nothing was written: the change would bring this error\n"
    )
    assert kept() == KEPT


def test_of_records_that_are_there_one_is_named_and_the_others_counted() -> None:
    given = json.dumps([{"name": "B"}, *tomli.loads(KEPT)["cast"]])
    done = run("etoile add cast --json -", stdin=given, code=4)
    assert done.stderr == (
        'etoile: error: cast "Ana Ruiz": the same "name" and "character" as the record in line 8\n'
        "hint: 2 more records likewise; --update completes records that are there already\n"
    )


def test_a_thousand_records_are_one_write(mine: Path) -> None:
    given = "".join(f'{{"name": "B{number}"}}\n' for number in range(1000))
    done = run("etoile add crew --json -", stdin=given)
    assert done.stderr.splitlines()[-1] == "etoile: and 980 more"
    assert len(tomli.loads(kept())["crew"]) == 1000
    assert {each.name for each in mine.parent.iterdir()} == {"mine.toml"}


# CSV.


def test_csv_has_the_keys_in_its_first_line() -> None:
    given = '\ufeffname,aliases,ids.tmdb,ids,sources,,\r\nB,"x; y",7,imdb=nm1,site,,\r\n\r\n"C ""D""",,,,\r\n'
    done = run("etoile add crew --csv -", stdin=given.encode())
    assert done.stderr == 'etoile: crew: + B\netoile: crew: + C "D"\n'
    assert tomli.loads(kept())["crew"] == [
        {"name": "B", "aliases": ["x", "y"], "ids": {"tmdb": "7", "imdb": "nm1"}, "sources": ["site"]},
        {"name": 'C "D"'},
    ]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("", "the input is empty\nhint: its first line has to name the keys"),
        ("\n,,\n", "the input is empty\nhint: its first line has to name the keys"),
        ("name,name\nB,C\n", 'the heading "name" is there twice'),
        (
            "nme\nB\n",
            (
                'the heading "nme" is no key (did you mean "name"?)\nhint: the keys are name, sort_name, aliases, '
                "roles, known_for, episodes, ids, sources, cites, note"
            ),
        ),
        ("Name,name\nB,C\n", 'the heading "name" is there twice'),
        (
            "name;nme\nB;C\n",
            (
                'the heading "nme" is no key (did you mean "name"?)\nhint: the keys are name, sort_name, aliases, '
                "roles, known_for, episodes, ids, sources, cites, note"
            ),
        ),
        (
            "name\tnote\nB\tC\\nD\n",
            (
                "line 2 of the input has a backslash, and tabs between its cells\n"
                "hint: give it with commas; etoile prints that with -f csv"
            ),
        ),
        (
            "name\nB\u00e9\n".encode("latin-1"),
            "<stdin>: not UTF-8: byte 7\nhint: in a spreadsheet, save it as CSV UTF-8",
        ),
        ("name,roles\nB,C\nD,E,F\n", "line 3 of the input has 3 cells, and there are 2 headings"),
        ('name\n"B\n', "the input is not CSV: unexpected end of data (line 2)"),
        ('name\n"B"C\n', "the input is not CSV: ',' expected after '\"' (line 2)"),
    ],
)
def test_what_is_no_csv_is_told_with_its_place(given: str | bytes, told: str) -> None:
    done = run("etoile add crew --csv -", stdin=given, code=2)
    assert (done.stdout, done.stderr) == ("", f"etoile: error: {told}\n")
    assert kept() == KEPT


@pytest.mark.parametrize(
    "given",
    [
        'name;aliases;note\nB;"x; y";one, two\n',
        "name\taliases\tnote\nB\tx; y\tone, two\n",
        '\n;;\nName;ALIASES;Note;\nB;"x;y";one, two;\n',
        'Name , Aliases, note\nB , x; y, "one, two"\n',
    ],
    ids=["semicolons", "tabs", "another case", "blanks"],
)
def test_csv_is_read_as_spreadsheets_write_it(given: str) -> None:
    assert run("etoile add crew --csv -", stdin=given).stderr == "etoile: crew: + B\n"
    assert tomli.loads(kept())["crew"] == [{"name": "B", "aliases": ["x", "y"], "note": "one, two"}]


def test_a_heading_may_have_blanks_and_its_table_a_dot() -> None:
    run("etoile add crew --csv -", stdin="Name,Sort name,IDs.imdb,Known  For\nB,B,nm0000001,X\n")
    assert tomli.loads(kept())["crew"] == [
        {"name": "B", "sort_name": "B", "ids": {"imdb": "nm0000001"}, "known_for": ["X"]}
    ]


def test_a_line_break_in_a_cell_is_one_whatever_the_line_ends() -> None:
    run("etoile add crew --csv -", stdin=b'name,note\r\nB,"one\r\ntwo"\r\n')
    assert tomli.loads(kept())["crew"] == [{"name": "B", "note": "one\ntwo"}]


def test_the_code_of_an_episode_is_its_season_and_number() -> None:
    printed = run(
        "etoile episodes -c data/etoile.toml -f csv --columns episode,title".replace("data", str(ROOT / "data"))
    )
    run("etoile remove episodes --all")
    run("etoile add episodes --csv -", stdin=printed.stdout)
    assert tomli.loads(kept())["episodes"][0] == {"season": 1, "number": 1, "title": "The Swap"}
    run("etoile add episodes --csv -", stdin="episode,season,number,title\nS09E09,0,2,X\n")
    assert tomli.loads(kept())["episodes"][-1] == {"season": 0, "number": 2, "title": "X"}


@pytest.mark.parametrize("code", ["S01", "S01E01-S01E02", "first"])
def test_what_is_no_code_of_an_episode_is_told_with_its_line(code: str) -> None:
    done = run("etoile add episodes --csv -", stdin=f"episode,title\n{code},X\n", code=2)
    assert done.stderr == (
        f'etoile: error: line 2 of the input: "episode" must be a string like "S01E07", found "{code}"\n'
    )


def test_the_tsv_of_etoile_is_read_where_it_has_no_escapes() -> None:
    printed = run("etoile cast -f tsv --header --columns all").stdout
    run("etoile remove cast --all")
    run("etoile add cast --csv -", stdin=printed)
    assert tomli.loads(kept())["cast"] == tomli.loads(KEPT)["cast"]


# What etoile prints, it reads.


@pytest.mark.parametrize("catalogue", ["data/etoile.toml", "tests/data/full.toml"])
@pytest.mark.parametrize("format_", ["json", "jsonl", "csv"])
@pytest.mark.parametrize("section", SECTIONS.values(), ids=SECTIONS)
def test_what_is_printed_of_a_section_can_be_added(section: Section, format_: str, catalogue: str, mine: Path) -> None:
    import tomli_w

    path = ROOT / catalogue
    data = tomli.loads(path.read_text(encoding="utf-8"))
    options = "--all" if section.command == "trailer" else "--columns all"
    if section.key not in data or (section.command == "trailer" and format_ == "csv"):
        pytest.skip("there is nothing to print")
    printed = run(f"etoile {section.command} -c {path} -f {format_} {options}").stdout
    mine.write_text(tomli_w.dumps({key: value for key, value in data.items() if key != section.key}), encoding="utf-8")
    run(f"etoile add {section.key} --{'csv' if format_ == 'csv' else 'json'} -", stdin=printed)
    assert tomli.loads(kept()) == data


def test_the_program_itself_adds_what_it_is_given() -> None:
    done = run_process("etoile add crew -c mine.toml --json -", stdin=b'{"name": "B"}')
    assert (done.stdout, done.stderr) == ("", "etoile: crew: + B\n")
