"""Everybody in a catalogue, once."""

import json
from pathlib import Path

import pytest

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


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("name:ruiz", ["Ana Ruiz"]),
        ("sort_name:=ruiz,\\ ana", ["Ana Ruiz"]),
        ("alias:", ["Ana Ruiz"]),
        ("has:profession", []),
        ("known-for:tide", ["Ana Ruiz"]),
        ("roles:direct", ["Ana Ruiz"]),
        ("role:=writer", ["Mei Tanaka", "Ana Ruiz"]),
        ("role:=direct", []),
        ("role:vera", []),
        ("not:role:writer", ["Jonas Lind"]),
        ("parts:vera", ["Ana Ruiz"]),
        ("part:guest", ["Jonas Lind"]),
        ("'part:=nils berg'", ["Jonas Lind"]),
        ("has:parts", ["Ana Ruiz", "Jonas Lind"]),
        ("not:part:", ["Mei Tanaka"]),
        ("award:mast", ["Ana Ruiz"]),
        ("award:=won", ["Ana Ruiz"]),
        ("awards:", ["Ana Ruiz"]),
        ("episodes:S01", ["Mei Tanaka", "Ana Ruiz", "Jonas Lind"]),
        ("episode:S01E04", ["Jonas Lind"]),
        ("episode:S01E01", ["Ana Ruiz"]),
        ("episode:=S01E01", ["Ana Ruiz"]),
        ("episode:..S01E01", ["Ana Ruiz"]),
        ("episode:S01E03..", ["Jonas Lind"]),
        ("not:episode:S01E01", ["Mei Tanaka", "Jonas Lind"]),
        ("has:episode", ["Mei Tanaka", "Ana Ruiz", "Jonas Lind"]),
        ("show:ferry role:director", ["Ana Ruiz"]),
    ],
)
def test_every_column_of_somebody_is_asked_by_a_term(words: str, names: list[str]) -> None:
    assert people(f"{words} --columns name", code=0 if names else 1).stdout.splitlines() == names


@pytest.mark.parametrize("key", ["parts", "roles", "awards"])
def test_no_range_of_what_somebody_does_is_compared(key: str) -> None:
    done = people(f"{key}:2..", code=2)
    assert (done.stdout, done.stderr) == (
        "",
        f'etoile: error: {key} takes a text, not "2.."\nhint: no range of {key} is compared\n',
    )


def test_a_part_of_which_no_name_is_known_is_named_to_people_alone() -> None:
    bare = 'format = 1\nshow = { title = "x" }\ncast = [{ name = "Kai", billing = "guest" }, { name = "Lee" }]\n'
    told = {
        "tsv": "Kai\t\t\t\nLee\t\t\t\n",
        "csv": "name,parts,roles,awards\nKai,,,\nLee,,,\n",
        "md": (
            "| name | parts | roles | awards |\n| --- | --- | --- | --- |\n"
            "| Kai | in the cast (guest) |  |  |\n| Lee | in the cast |  |  |\n"
        ),
        "table": "Kai  in the cast (guest)\nLee  in the cast\n",
    }
    assert {each: run(f"etoile -c - people -f {each}", stdin=bare).stdout for each in told} == told
    part = {"character": None, "role": None, "billing": "guest", "episodes": [], "show": "x"}
    assert json.loads(run("etoile -c - people kai --json", stdin=bare).stdout)[0]["parts"] == [part]
    assert run("etoile -c - people has:part --columns name", stdin=bare).stdout == "Kai\nLee\n"


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


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for show in ("The Ferry", "The Pier"):
        Path(f"{show.split()[1].lower()}.toml").write_text(FERRY.replace("The Ferry", show), encoding="utf-8")
    Path("other.toml").write_text(
        'format = 1\nshow = { title = "Other" }\ncast = [{ name = "Lone" }]\n', encoding="utf-8"
    )


@pytest.mark.usefixtures("library")
def test_in_a_library_the_shows_of_somebody_come_last() -> None:
    assert run("etoile -c . people vera").stdout == (
        "Ana Ruiz\tVera Holm\tdirector; writer\tGolden Mast\tThe Ferry; The Pier\n"
    )
    assert run("etoile -c . people tanaka -f table").stdout == (
        "Mei Tanaka  The Ferry · gaffer · writer (S01E02)\n"
        "            The Pier · gaffer · writer (S01E02)\n"
    )  # fmt: skip


@pytest.mark.usefixtures("library")
def test_shows_counts_the_shows_that_somebody_is_in_and_show_names_one() -> None:
    names = "etoile -c . people --columns name"
    assert run(f"{names} shows:2..").stdout == "Mei Tanaka\nAna Ruiz\nJonas Lind\n"
    assert run(f"{names} shows:1").stdout == run(f"{names} not:shows:2..").stdout == "Lone\n"
    assert run(f"{names} show:pier lind").stdout == run(f"{names} shows:ferry lind").stdout == "Jonas Lind\n"
    assert run("etoile -c other.toml people shows:2..", code=1).stderr == (
        'etoile: nothing in people matches "shows:2.."\n'
    )


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("words", ["shows:two", "shows:two shows:2..", "show:ferry shows:=two"])
def test_a_number_of_shows_that_is_none_is_explained(words: str) -> None:
    done = run(f"etoile -c . people {words}", code=1)
    matched = " and ".join(f'"{each}"' for each in words.split())
    assert (done.stdout, done.stderr) == (
        "",
        (
            f"etoile: nothing in people matches {matched}\n"
            "hint: shows takes a number of shows, a range such as shows:2.., or a part of the name of one\n"
        ),
    )
    assert "hint" not in run("etoile -c . people shows:ferry nobody", code=1).stderr


@pytest.mark.usefixtures("library")
def test_in_a_library_episodes_are_told_with_their_shows() -> None:
    ana = "etoile -c . people vera --columns name,episodes"
    codes = ["The Ferry S01E02", "The Ferry S01E01", "The Pier S01E02", "The Pier S01E01"]
    assert json.loads(run(f"{ana} --json").stdout) == [{"name": "Ana Ruiz", "episodes": codes}]
    assert run(ana).stdout == f"Ana Ruiz\t{'; '.join(codes)}\n"
    assert run(f"{ana} -f md").stdout.splitlines()[2:] == [
        "| Ana Ruiz | The Ferry S01E02, S01E01; The Pier S01E02, S01E01 |"
    ]
    assert run("etoile -c . people lone --columns name,episodes").stdout == "Lone\t\n"
    assert run("etoile -c . people episode:S01E03 --columns name").stdout == "Jonas Lind\n"


@pytest.mark.usefixtures("library")
def test_a_file_that_can_not_be_used_is_told_and_the_people_of_the_others_are_listed() -> None:
    Path("broken.toml").write_text("format = 1\n", encoding="utf-8")
    done = run("etoile -c . people lone --columns name", code=3)
    assert (done.stdout, done.stderr) == (
        "Lone\n",
        './broken.toml:1:1: error[missing-key]: "show" is missing (begin with [show])\n',
    )


def test_a_library_without_people_says_so(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.toml").write_text('format = 1\nshow = { title = "x" }\n', encoding="utf-8")
    done = run(f"etoile people -c {tmp_path}")
    assert (done.stdout, done.stderr) == ("", "etoile: the catalogues record nothing under people\n")
    assert run(f"etoile people ana -c {tmp_path}", code=1).stderr == done.stderr
