"""`remove`: a record goes with the comment that belongs to it, and everything else stays."""

from pathlib import Path

import pytest

from etoile_cli.catalogue.section import Section
from etoile_cli.catalogue.sections import SECTIONS
from tests.cli.commands.kept import KEPT, kept
from tests.door import run

pytestmark = pytest.mark.usefixtures("mine")

GUEST = """\
# A guest.
[[cast]]
name = "Ana Ruiz"
character = "Old Vera"

"""
SPECIAL = """\
[[episodes]]
season = 0
number = 1
title = "A special"

"""


@pytest.mark.parametrize(
    ("words", "gone", "told"),
    [
        ("cast 'old vera'", GUEST, "cast: - Ana Ruiz (Old Vera)"),
        ("actor OLD ruiz", GUEST, "cast: - Ana Ruiz (Old Vera)"),
        ("episodes S00E01", SPECIAL, "episodes: - S00E01 A special"),
        ("episodes special", SPECIAL, "episodes: - S00E01 A special"),
        ("cast 花", KEPT[KEPT.index('[[cast]]\nname = "山') : KEPT.index("[[episodes")], "cast: - 山田 花子 (花)"),
    ],
)
def test_a_record_goes_with_its_comment(words: str, gone: str, told: str) -> None:
    done = run(f"etoile remove {words}")
    assert (done.stdout, done.stderr) == ("", f"etoile: {told}\n")
    assert KEPT.count(gone) == 1
    assert kept() == KEPT.replace(gone, "")


def test_several_records_are_listed_and_none_goes() -> None:
    done = run("etoile remove cast ruiz", code=2)
    assert (done.stdout, done.stderr) == (
        "",
        (
            "etoile: error: 2 records in cast match, and only one is to be changed:\n"
            "Ana Ruiz (Vera)\nAna Ruiz (Old Vera)\n"
            "hint: more words choose one of them, --all takes all\n"
        ),
    )
    assert kept() == KEPT


def test_of_many_the_first_are_listed(mine: Path) -> None:
    mine.write_text(
        'format = 1\n[show]\ntitle = "x"\n' + '[[images]]\ntitle = "A"\ncredit = "B"\nurl = "http://c/"\n' * 12
    )
    done = run("etoile remove images a", code=2)
    lines = done.stderr.splitlines()
    assert lines[0] == "etoile: error: 12 records in images match, and only one is to be changed:"
    assert lines[1:-2] == ["A (B)"] * 10
    assert lines[-2:] == ["and 2 more", "hint: more words choose one of them, --all takes all"]


def test_all_takes_each_of_several_and_the_show_and_the_others_stay() -> None:
    done = run("etoile remove episodes --all")
    assert done.stderr == "etoile: episodes: - S01E01 One\netoile: episodes: - S00E01 A special\n"
    assert kept() == KEPT[: KEPT.index("[[episodes]]")] + KEPT[KEPT.index("# Where it comes from.") :]


def test_no_words_take_nothing() -> None:
    for words in ("", "''"):
        done = run(f"etoile remove cast {words}", code=2)
        assert done.stderr == (
            "etoile: error: nothing says which record is meant\nhint: name it by words that it holds, or give --all\n"
        )
    assert kept() == KEPT


def test_an_empty_section_has_nothing_to_take_out() -> None:
    assert run("etoile remove images --all", code=1).stderr == "etoile: nothing in images\n"
    assert run("etoile remove images x", code=1).stderr == "etoile: nothing in images\n"


def test_what_others_refer_to_is_kept() -> None:
    done = run("etoile remove sources site", code=4)
    assert (done.stdout, done.stderr) == (
        "",
        (
            'mine.toml:13:12: error[unknown-source]: cast "Ana Ruiz": "sources", item 1: names "site", and there is '
            "no such source\n"
            'mine.toml:23:15: error[unknown-source]: cast "山田 花子": "cites", key "name", item 1: names "site", and '
            "there is no such source\n"
            "hint: nothing was written: the change would bring these errors; first take out what names it: etoile set "
            "cast --all sources-=site\n"
        ),
    )
    assert kept() == KEPT
    run("etoile set cast --all sources-=site")
    done = run("etoile remove sources site", code=4)
    assert done.stderr.endswith("; first take out what names it: etoile set cast --all cites.name-=site\n")
    run("etoile set cast 花 cites.name-=site")
    assert run("etoile remove sources site").stderr == "etoile: sources: - The site (site)\n"


def test_a_key_that_names_one_record_is_taken_out_as_a_whole() -> None:
    run("etoile add companies id=co name=Co")
    run("etoile set cast 花 company=co")
    done = run("etoile remove companies co", code=4)
    assert done.stderr.endswith("; first take out what names it: etoile set cast WORDS... company=\n")


def test_where_the_show_names_it_no_words_are_needed() -> None:
    run("etoile set show sources=site")
    done = run("etoile remove sources site", code=4)
    assert done.stderr.endswith("; first take out what names it: etoile set show sources-=site\n")


def test_the_show_is_no_record_that_can_be_taken_out() -> None:
    done = run("etoile remove show", code=2)
    assert done.stderr == (
        "etoile: error: there is one show, always\nhint: etoile set show KEY=VALUE changes it, KEY= takes a key out\n"
    )


@pytest.mark.parametrize("section", SECTIONS.values(), ids=SECTIONS)
def test_a_section_answers_to_each_of_its_names(section: Section) -> None:
    for name in (section.key, section.command, section.singular, *section.other_names, *section.tried_as):
        done = run(f"etoile remove '{name}' zzz", code=1)
        assert done.stderr.startswith(f"etoile: nothing in {section.command}")


def test_many_changes_are_told_by_the_first_of_them(mine: Path) -> None:
    records = "".join(f'[[cast]]\nname = "Actor {number}"\n' for number in range(1500))
    mine.write_text(f'format = 1\n[show]\ntitle = "x"\n{records}')
    done = run("etoile remove cast --all")
    lines = done.stderr.splitlines()
    assert lines == [*(f"etoile: cast: - Actor {number}" for number in range(20)), "etoile: and 1,480 more"]
    assert kept() == 'format = 1\n[show]\ntitle = "x"\n'
