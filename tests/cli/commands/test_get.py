"""The bare value of a path: exactly as it is, one a line, absent is no; a wrong path says what there is."""

import json
import shlex
from pathlib import Path

import pytest

from etoile_cli.catalogue.records import CastMember, Show
from etoile_cli.catalogue.sections import SECTIONS
from tests.door import Run, run, run_process, run_terminal
from tests.processes import shell

FERRY = r'''
format = 1

[show]
title = "The Ferry"
titles = { fr = "Le Bac", pt-BR = "A Balsa" }
premiere = 2024-09-12
ended = "2025"
runtime = [52, 75]
genres = ["drama", "crime"]
ids = { imdb = "tt1", "a.b" = "x", key = "1", KEY = "2" }
premise = """
One.

Two\t\u001b[31m."""
sources = ["site"]
cites = { title = ["site", "book"], premiere = ["book"] }

[[cast]]
name = "Ana Ruiz"
character = "Vera Holm"
billing = "main"
company = "north"
known_for = ["Dunes", "The Pier"]
ids = { imdb = "nm1" }
cites = { name = ["site"] }

[[cast]]
name = "Jonas O'Neill"
character = "24"
known_for = ["Dunes"]
note = "New."

[[cast]]
name = "Mei Tanaka"
ids = { imdb = "nm3", tmdb = "3" }

[[companies]]
id = "north"
name = "Northern Lines"
fictional = true

[[episodes]]
season = 1
number = 1
title = "Out"
released = 2024-09-12

[[episodes]]
season = 1
number = 2
title = "Back"
released = "2025-01"

[[sources]]
id = "site"
title = "The page"
url = "https://example.org/"

[[sources]]
id = "book"
title = "A book"
'''

VALUES = {
    "show.title": "The Ferry",
    "show.premiere": "2024-09-12",
    "show.ended": "2025",
    "show.titles.fr": "Le Bac",
    "show.titles.PT-br": "A Balsa",
    "show.ids.KEY": "2",
    "show.ids.key": "1",
    "show.ids.kEy": "1",
    "show.titles": "fr=Le Bac\npt-BR=A Balsa",
    "show.ids.imdb": "tt1",
    'show.ids."a.b"': "x",
    "show.genres": "drama\ncrime",
    "show.genres[0]": "drama",
    "show.genres[-1]": "crime",
    "show.runtime": "52\n75",
    "show.runtime[1]": "75",
    "show.premise": "One.\n\nTwo\t\x1b[31m.",
    "show.cites": "title=site,book\npremiere=book",
    "show.cites.title": "site\nbook",
    "show.cites.title[1]": "book",
    "SHOW.Premiere": "2024-09-12",
    "cast.name": "Ana Ruiz\nJonas O'Neill\nMei Tanaka",
    "actors.name": "Ana Ruiz\nJonas O'Neill\nMei Tanaka",
    "actor.known for": "Dunes\nThe Pier\nDunes",
    "cast.known-for[0]": "Dunes\nDunes",
    "cast.known_for[1]": "The Pier",
    "cast.note": "New.",
    "cast.ids": "imdb=nm1\nimdb=nm3\ntmdb=3",
    "cast.ids.imdb": "nm1\nnm3",
    "cast[0].character": "Vera Holm",
    "cast[ 0 ].character": "Vera Holm",
    "cast[-1].name": "Mei Tanaka",
    "cast[0].cites.name": "site",
    "cast[0].company": "north",
    "cast[VERA].name": "Ana Ruiz",
    "cast[billing:main].name": "Ana Ruiz",
    "cast[has:note].name": "Jonas O'Neill",
    "cast[known_for:'the pier'].name": "Ana Ruiz",
    "cast[not:dunes].name": "Mei Tanaka",
    "episodes[released:2025..].title": "Back",
    "cast[dunes].name": "Ana Ruiz\nJonas O'Neill",
    "cast[dunes][-1].name": "Jonas O'Neill",
    "cast[dunes][pier].name": "Ana Ruiz",
    "cast[pier dunes].name": "Ana Ruiz",
    "cast['the pier'].name": "Ana Ruiz",
    'cast["24"].name': "Jonas O'Neill",
    "cast[o'neill].name": "Jonas O'Neill",
    'cast["o\'neill"].name': "Jonas O'Neill",
    "companies.fictional": "true",
    "episodes.episode": "S01E01\nS01E02",
    "episodes.released": "2024-09-12\n2025-01",
    "episodes[S01E02].title": "Back",
    "episode[0].season": "1",
    "sources.cited": "3\n2",
    "sources[book].cited": "2",
}


def got(path: str, options: str = "", code: int = 0) -> Run:
    """Run `get` on the ferry."""
    return run(f"etoile -c - get {shlex.quote(path)} {options}", stdin=FERRY, code=code)


@pytest.mark.parametrize(("path", "printed"), VALUES.items())
def test_a_value_is_printed_as_it_is_one_a_line(path: str, printed: str) -> None:
    assert got(path) == Run(f"{printed}\n", "", 0)


@pytest.mark.parametrize("option", ["-0", "--null"])
def test_with_nul_a_value_of_several_lines_stays_whole(option: str) -> None:
    assert got("show.premise", option).stdout == "One.\n\nTwo\t\x1b[31m.\0"
    assert got("show.genres", option).stdout == "drama\0crime\0"
    assert got("show.titles", option).stdout == "fr=Le Bac\0pt-BR=A Balsa\0"


def test_xargs_takes_each_value_whole(tmp_path: Path) -> None:
    (tmp_path / "ferry.toml").write_text(FERRY, encoding="utf-8")
    done = shell("etoile -c ferry.toml get cast.name -0 | xargs -0 -n1 printf '<%s>'", cwd=tmp_path)
    assert done.stdout == "<Ana Ruiz><Jonas O'Neill><Mei Tanaka>"


AS_JSON = {
    "show.title": "The Ferry",
    "show.ended": "2025",
    "show.runtime": [52, 75],
    "show.runtime[0]": 52,
    "show.genres": ["drama", "crime"],
    "show.genres[0]": "drama",
    "show.titles": {"fr": "Le Bac", "pt-BR": "A Balsa"},
    "show.titles.fr": "Le Bac",
    "show.premise": "One.\n\nTwo\t\x1b[31m.",
    "cast.name": ["Ana Ruiz", "Jonas O'Neill", "Mei Tanaka"],
    "cast.note": ["New."],
    "cast.known_for": [["Dunes", "The Pier"], ["Dunes"]],
    "cast.known_for[0]": ["Dunes", "Dunes"],
    "cast.ids.imdb": ["nm1", "nm3"],
    "cast[vera].name": ["Ana Ruiz"],
    "cast[vera][0].name": "Ana Ruiz",
    "cast[0].known_for": ["Dunes", "The Pier"],
    "companies.fictional": [True],
    "episodes.number": [1, 2],
    "sources.cited": [3, 2],
}


@pytest.mark.parametrize(("path", "value"), AS_JSON.items())
def test_json_is_an_array_where_a_path_may_lead_to_several_and_else_the_value(path: str, value: object) -> None:
    assert json.loads(got(path, "--json").stdout) == value


def test_json_of_records_is_that_of_their_listing() -> None:
    assert got("cast", "--json") == run("etoile -c - cast --json", stdin=FERRY)
    assert got("cast[dunes]", "--json") == run("etoile -c - cast dunes --json", stdin=FERRY)
    assert json.loads(got("cast[1]", "--json").stdout) == json.loads(got("cast", "--json").stdout)[1]
    assert json.loads(got("show", "--json").stdout)["titles"] == {"fr": "Le Bac", "pt-BR": "A Balsa"}


ABSENT = {
    "show.note": "the catalogue records nothing under show.note",
    "show.networks": "the catalogue records nothing under show.networks",
    "show.ratings.US": "the catalogue records nothing under show.ratings",
    "show.titles.de": 'show.titles has no "de"\nhint: the keys there are fr, pt-BR',
    "show.titles.pt_BR": 'show.titles has no "pt_BR" (did you mean "pt-BR"?)\nhint: the keys there are fr, pt-BR',
    "show.genres[2]": (
        "show.genres has 2 items, and none at that position\nhint: positions go from 0 to 1, and from -1 back to -2"
    ),
    "cast[2].note": "the catalogue records nothing under cast[2].note",
    "cast[3].name": (
        "cast has 3 records, and none at that position\nhint: positions go from 0 to 2, and from -1 back to -3"
    ),
    f"cast[{'9' * 5000}].name": (
        "cast has 3 records, and none at that position\nhint: positions go from 0 to 2, and from -1 back to -3"
    ),
    "cast[vera][-2].name": (
        "cast[vera] has 1 record, and none at that position\nhint: positions go from 0 to 0, and from -1 back to -1"
    ),
}
NONE_OF_SEVERAL = {
    "cast.sort_name": "the catalogue records nothing under cast.sort_name",
    "cast.known_for[5]": "the catalogue records nothing under cast.known_for[5]",
    "cast.ids.idmb": 'cast.ids has no "idmb" (did you mean "imdb"?)\nhint: the keys there are imdb, tmdb',
    "cast[nobody].name": 'nothing in cast matches "nobody"',
    "cast[vera][nobody].name": 'nothing in cast matches "vera" and "nobody"',
    "cast[biling:main].name": (
        'nothing in cast matches "biling:main"\nhint: no such key "biling" (did you mean "billing:main"?)'
    ),
    "crew.name": "the catalogue records nothing under crew",
    "where-to-watch.url": "the catalogue records nothing under where-to-watch",
}


@pytest.mark.parametrize(("path", "said"), [*ABSENT.items(), *NONE_OF_SEVERAL.items()])
def test_what_is_absent_is_the_answer_no(path: str, said: str) -> None:
    assert got(path, code=1) == Run("", f"etoile: {said}\n", 1)


@pytest.mark.parametrize("path", ABSENT)
def test_json_of_one_absent_value_is_null(path: str) -> None:
    assert got(path, "--json", code=1) == Run("null\n", got(path, code=1).stderr, 1)


@pytest.mark.parametrize("path", NONE_OF_SEVERAL)
def test_json_of_several_absent_values_is_an_empty_array(path: str) -> None:
    assert got(path, "--json", code=1) == Run("[]\n", got(path, code=1).stderr, 1)


NAMES = f"show, {', '.join(SECTIONS)}"
KEYS = ", ".join(CastMember.__struct_encode_fields__)
KEYS_OF_SHOW = ", ".join(Show.__struct_encode_fields__)
WRONG = {
    "": f"the path is empty\nhint: a path begins with {NAMES}",
    ".title": f'no section stands at the beginning of ".title"\nhint: a path begins with {NAMES}',
    "[0]": f'no section stands at the beginning of "[0]"\nhint: a path begins with {NAMES}',
    "csat.name": f'no section "csat" (did you mean "cast"?)\nhint: the sections are {NAMES}',
    "nonesuch": f'no section "nonesuch"\nhint: the sections are {NAMES}',
    "premiere": 'no section "premiere"\nhint: the show has such a key: show.premiere',
    "show.titel": f'show has no key "titel" (did you mean "title"?)\nhint: the keys are {KEYS_OF_SHOW}',
    "show.": f'no key stands behind "show."\nhint: the keys are {KEYS_OF_SHOW}',
    "show..title": f'no key stands behind "show."\nhint: the keys are {KEYS_OF_SHOW}',
    "cast.nmae": f'cast has no key "nmae" (did you mean "name"?)\nhint: the keys are {KEYS}',
    "cast[99].nonesuch": f'cast has no key "nonesuch"\nhint: the keys are {KEYS}',
    "cast[0].": f'no key stands behind "cast[0]."\nhint: the keys are {KEYS}',
    "cast[0": 'the bracket in "cast[0" is not closed\nhint: cast[…] closes it',
    "cast]0[.name": '"]" closes no bracket in "cast]0[.name"\nhint: a bracket opens before it closes: cast[0]',
    "show]": '"]" closes no bracket in "show]"\nhint: a bracket opens before it closes: cast[0]',
    "cast[vera": 'the bracket in "cast[vera" is not closed\nhint: cast[…] closes it',
    "cast['vera": (
        "the quotation mark in \"cast['vera\" is not closed: 'vera\nhint: other quotation marks take this one in"
    ),
    "cast[ ].name": (
        'nothing is in the bracket behind "cast"\n'
        "hint: a number is a position from 0, negative from the end; words choose records that hold them"
    ),
    "cast[0]name": (
        '"name" stands behind "cast[0]", where a point or a bracket may stand\nhint: cast[0].KEY leads on to a key'
    ),
    "show[0].title": f'"show" is a record: there is nothing to choose from\nhint: the keys are {KEYS_OF_SHOW}',
    "show[ferry].title": f'"show" is a record: there is nothing to choose from\nhint: the keys are {KEYS_OF_SHOW}',
    "cast[0][1]": f'"cast[0]" is a record: there is nothing to choose from\nhint: the keys are {KEYS}',
    "cast.name[0]": (
        '"cast.name" are single values: a position chooses nothing there\n'
        "hint: behind the section, a position chooses a record: cast[0].name"
    ),
    "cast.name[vera]": (
        '"cast.name" are single values: words choose nothing there\n'
        "hint: behind the section, words choose records: cast[WORDS].name"
    ),
    "cast.name.first": '"cast.name" are single values, which have no key "first"\nhint: the path ends at cast.name',
    "cast.ids.imdb[0]": (
        '"cast.ids.imdb" are single values: a position chooses nothing there\nhint: the path ends at cast.ids.imdb'
    ),
    "cast[0].name[0]": (
        '"cast[0].name" is a single value: a position chooses nothing there\nhint: the path ends at cast[0].name'
    ),
    "show.title.fr": '"show.title" is a single value, which has no key "fr"\nhint: the path ends at show.title',
    "show.title.": '"show.title" is a single value, which has no keys\nhint: the path ends at show.title',
    "show.genres.drama": (
        '"show.genres" is a list, which has no key "drama"\nhint: a position chooses an item: show.genres[0]'
    ),
    "show.genres[drama]": (
        '"show.genres" is a list: words choose nothing there\nhint: a position chooses an item: show.genres[0]'
    ),
    "show.titles[0]": (
        '"show.titles" is a table: a position chooses nothing there\nhint: a key chooses a value: show.titles.KEY'
    ),
    "show.runtime[0][0]": (
        '"show.runtime[0]" is a single value: a position chooses nothing there\nhint: the path ends at show.runtime[0]'
    ),
}


@pytest.mark.parametrize(("path", "said"), WRONG.items())
def test_a_wrong_path_says_what_there_is_at_that_place(path: str, said: str) -> None:
    assert got(path, code=2) == Run("", f"etoile: error: {said}\n", 2)
    assert got(path, "--json", code=2) == got(path, code=2)


@pytest.mark.parametrize(
    ("path", "leads"),
    [
        ("show", "is a record, which has"),
        ("cast", "are records, which have"),
        ("cast[vera]", "are records, which have"),
        ("cast[vera][0]", "is a record, which has"),
    ],
)
def test_a_record_has_no_bare_value(path: str, leads: str) -> None:
    keys = KEYS_OF_SHOW if path == "show" else KEYS
    hint = f"hint: --json prints all of it; the keys are {keys}"
    assert got(path, code=2) == Run("", f'etoile: error: "{path}" {leads} no bare value\n{hint}\n', 2)


def test_a_wrong_path_is_told_before_the_catalogue_is_read() -> None:
    assert run("etoile -c nowhere.toml get cast.nmae", code=2).stderr.startswith("etoile: error: cast has no key")
    assert run("etoile -c nowhere.toml get cast.name", code=3).stderr.startswith(
        "etoile: error: nowhere.toml: no such"
    )


def test_a_show_that_is_not_there_is_the_answer_no() -> None:
    told = 'etoile: no show matches "show:nonesuch"\nhint: the show is The Ferry\n'
    assert got("show.title", "show:nonesuch", code=1) == Run("", told, 1)
    assert got("show.title", "show:nonesuch --json", code=1) == Run("null\n", told, 1)
    assert got("cast.name", "show:nonesuch --json", code=1) == Run("[]\n", told, 1)


def test_json_has_no_end_of_its_own() -> None:
    message = "etoile: error: --null doesn't go with --json\nhint: NUL ends bare values\n"
    assert got("show.title", "--json -0", code=2) == Run("", message, 2)


def test_the_format_of_the_environment_is_that_of_listings() -> None:
    assert run("etoile get show.premiere", env={"ETOILE_FORMAT": "json"}).stdout == "2025-04-24\n"


def test_a_terminal_gets_no_control_and_no_line_that_is_broken(tmp_path: Path) -> None:
    file = tmp_path / "ferry.toml"
    file.write_text(FERRY, encoding="utf-8")
    shown = "One.\n\nTwo\\t\\u001b[31m."
    assert run_terminal(f"etoile -c {file} get show.premise", width=40).stdout == f"{shown}\n"
    assert run_terminal(f"etoile -c {file} get show.premise -0", width=40).stdout == f"{shown}\0"
    note = run("etoile get show.note").stdout
    assert run_terminal("etoile get show.note", width=40).stdout == note


def test_in_a_pipe_a_value_is_utf_8_in_any_locale() -> None:
    done = run_process("etoile get show.title", env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    assert done.stdout == "Étoile\n"


def test_a_large_section_is_as_many_lines(tmp_path: Path) -> None:
    records = "".join(f'[[cast]]\nname = "Actor {number}"\n' for number in range(5_000))
    file = tmp_path / "large.toml"
    file.write_text(f'format = 1\nshow = {{ title = "x" }}\n{records}', encoding="utf-8")
    done = run(f"etoile -c {file} get cast.name")
    assert done.stdout == "".join(f"Actor {number}\n" for number in range(5_000))


@pytest.mark.parametrize("command", ["get people.name", "get person.name"])
def test_people_are_no_section_but_records_of_several(command: str) -> None:
    name = command.split()[1].partition(".")[0]
    assert run(f"etoile {command}", code=2).stderr == (
        f'etoile: error: no section "{name}"\n'
        "hint: a person is a record of cast, creators or crew; etoile people lists everybody once\n"
    )
