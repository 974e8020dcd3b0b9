"""Everybody in a catalogue, once."""

import json

import pytest

from etoile_cli.catalogue.reader import parse
from etoile_cli.cli.commands.people import list_people
from etoile_cli.cli.view import View
from etoile_cli.errors import NoMatchError
from etoile_cli.listing.formats import Format
from etoile_cli.people.credits import credits_of
from etoile_cli.system.output import Color
from tests.door import Run, run

FERRY = """\
format = 1
show = { title = "The Ferry" }
crew = [
  { name = "Mei Tanaka", roles = ["gaffer"] },
  { name = "Ana R. Ruiz", roles = ["director", "writer"], episodes = ["S01E02"], known_for = ["Tide"] },
]
cast = [
  { name = "Jonas Lind", character = "Nils Berg", billing = "guest", episodes = ["S01E02-S01E03"] },
  { name = "Ana Ruiz", sort_name = "Ruiz, Ana", aliases = ["Ana R. Ruiz"], character = "Vera Holm" },
]
episodes = [
  { season = 1, number = 1, title = "Out", directors = ["Ana Ruiz"] },
  { season = 1, number = 2, title = "Home", writers = ["Mei Tanaka"] },
  { season = 1, number = 3, through = 4, title = "Back" },
]
awards = [{ award = "Golden Mast", recipients = ["Ana Ruiz"], result = "won", episodes = ["S01E02"] }]
"""


def people(rest: str = "", code: int = 0) -> Run:
    return run(f"etoile -c - people {rest}", stdin=FERRY, code=code)


def test_a_line_has_the_name_and_what_somebody_does() -> None:
    done = people()
    assert done.stdout == (
        "Mei Tanaka\t\tgaffer; writer\t\n"
        "Ana Ruiz\tVera Holm\tdirector; writer\tGolden Mast\n"
        "Jonas Lind\tNils Berg\t\t\n"
    )  # fmt: skip
    assert done.stderr == ""


def test_json_has_every_key_with_parts_roles_and_awards_as_objects() -> None:
    show = "The Ferry"
    assert json.loads(people("vera --json").stdout) == [
        {
            "name": "Ana Ruiz",
            "sort_name": "Ruiz, Ana",
            "aliases": ["Ana R. Ruiz"],
            "professions": [],
            "known_for": ["Tide"],
            "ids": {},
            "parts": [
                {"character": "Vera Holm", "role": None, "billing": None, "episodes": [], "show": show},
            ],
            "roles": [
                {"role": "director", "section": "crew", "episodes": ["S01E02"], "show": show},
                {"role": "writer", "section": "crew", "episodes": ["S01E02"], "show": show},
                {"role": "director", "section": "episodes", "episodes": ["S01E01"], "show": show},
            ],
            "awards": [
                {"award": "Golden Mast", "category": None, "result": "won", "episodes": ["S01E02"], "show": show},
            ],
            "shows": [show],
        }
    ]
    [chosen] = json.loads(people("vera --json --columns name,parts,episodes").stdout)
    assert chosen == {
        "name": "Ana Ruiz",
        "parts": [{"character": "Vera Holm", "role": None, "billing": None, "episodes": [], "show": show}],
        "episodes": ["S01E02", "S01E01"],
    }


def test_people_read_the_billing_of_guests_and_the_episodes() -> None:
    assert people("-f md").stdout == (
        "| name | parts | roles | awards |\n"
        "| --- | --- | --- | --- |\n"
        "| Mei Tanaka |  | gaffer, writer (S01E02) |  |\n"
        "| Ana Ruiz | Vera Holm | director (S01E01, S01E02); writer (S01E02) | Golden Mast (won for S01E02) |\n"
        "| Jonas Lind | Nils Berg (guest, S01E02–S01E04) |  |  |\n"
    )


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("tanaka", ["Mei Tanaka"]),
        ("'ana r. ruiz'", ["Ana Ruiz"]),
        ("vera tide", ["Ana Ruiz"]),
        ("writer", ["Mei Tanaka", "Ana Ruiz"]),
        ("mast won", ["Ana Ruiz"]),
        ("guest", ["Jonas Lind"]),
        ("s01e02", ["Mei Tanaka", "Ana Ruiz", "Jonas Lind"]),
        ("s01e04", ["Jonas Lind"]),
        ("'season 1' director", ["Ana Ruiz"]),
    ],
)
def test_somebody_is_found_by_everything_of_theirs(words: str, names: list[str]) -> None:
    assert people(f"{words} --columns name").stdout.splitlines() == names


def test_the_show_finds_nobody() -> None:
    done = people("ferry", code=1)
    assert (done.stdout, done.stderr) == ("", 'etoile: nothing in people matches "ferry"\n')


@pytest.mark.parametrize(
    ("keys", "names"),
    [
        ("name", ["Jonas Lind", "Mei Tanaka", "Ana Ruiz"]),
        ("parts", ["Jonas Lind", "Ana Ruiz", "Mei Tanaka"]),
        ("-roles", ["Mei Tanaka", "Ana Ruiz", "Jonas Lind"]),
        ("shows,-name", ["Ana Ruiz", "Mei Tanaka", "Jonas Lind"]),
        ("episodes", ["Mei Tanaka", "Ana Ruiz", "Jonas Lind"]),
    ],
)
def test_people_are_sorted_by_any_column(keys: str, names: list[str]) -> None:
    assert people(f"--sort={keys} --columns name").stdout.splitlines() == names


def test_every_column_is_a_key_or_the_episodes() -> None:
    names = "name\tsort_name\taliases\tprofessions\tknown_for\tids\tparts\troles\tawards\tshows\tepisodes"
    lines = people("jonas --columns all --header").stdout
    assert lines == f"{names}\nJonas Lind\t\t\t\t\t\tNils Berg\t\t\tThe Ferry\tS01E02-S01E03\n"


def test_in_the_catalogue_of_etoile_a_part_and_roles_are_one_persons() -> None:
    assert run("etoile people glick").stdout == "Gideon Glick\tTobias Bell\twriter; story editor\t\n"


def test_words_with_a_comma_before_them_were_meant_for_columns() -> None:
    done = people(",parts --columns name", code=2)
    assert done.stderr.startswith('etoile: error: --columns has a comma too many: ",parts"\n')


def test_in_a_library_the_shows_of_somebody_come_last(capsys: pytest.CaptureFixture[str]) -> None:
    ferry, pier = (parse(text.encode()) for text in (FERRY, FERRY.replace("The Ferry", "The Pier")))
    nothing = parse(b'format = 1\nshow = { title = "x" }')
    mentions = [*credits_of("The Ferry", ferry), *credits_of("The Pier", pier)]
    list_people(mentions, ["vera"], View(Format.TSV), Color.AUTO, nothing, in_library=True)
    assert capsys.readouterr().out == (
        "Ana Ruiz\tVera Holm\tdirector; writer\tGolden Mast\tThe Ferry; The Pier\n"
    )  # fmt: skip
    list_people(mentions, ["tanaka"], View(Format.TABLE), Color.AUTO, nothing, in_library=True)
    assert capsys.readouterr().out == (
        "Mei Tanaka  The Ferry · gaffer · writer (S01E02)\n"
        "            The Pier · gaffer · writer (S01E02)\n"
    )  # fmt: skip
    with pytest.raises(NoMatchError, match="the library records nothing under people"):
        list_people([], ["ana"], View(Format.TSV), Color.AUTO, nothing, in_library=True)
