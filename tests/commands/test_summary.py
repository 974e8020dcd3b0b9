"""The show on one card, as prose and as data."""

import json
from collections.abc import Callable

import pytest

from tests.door import run, run_terminal, screen
from tests.processes import run_all_in_terminal


def test_a_piped_summary_is_plain_prose(golden: Callable[[str, str], None]) -> None:
    done = run("etoile summary")
    golden("summary-prose", done.stdout)
    assert done.stderr == ""


def test_a_summary_of_a_title_alone_is_the_title(minimal: str) -> None:
    assert run(f"etoile -c {minimal} summary").stdout == "Untitled\n"


def test_summary_as_json_is_the_show_with_its_creators_offers_and_trailers() -> None:
    summary = json.loads(run("etoile summary --json").stdout)
    whole = json.loads(run("etoile export json").stdout)
    also = {key: whole[key] for key in ("creators", "availability", "trailers")}
    assert summary == whole["show"] | also
    assert list(summary) == [*whole["show"], *also]
    assert json.loads(run("etoile summary -f jsonl").stdout) == summary


def test_summary_as_rows_is_a_key_and_a_value_a_line() -> None:
    rows = dict(line.split("\t") for line in run("etoile summary -f tsv").stdout.splitlines())
    assert rows["title"] == "Étoile"
    assert rows["premiere"] == "2025-04-24"
    assert rows["genres"] == "comedy; drama"
    assert rows["ids"] == ""
    assert rows["creators"] == "Amy Sherman-Palladino; Daniel Palladino"
    assert list(rows)[-3:] == ["creators", "availability", "trailers"]


def test_one_season_and_one_episode_are_singular() -> None:
    one = 'format = 1\nshow = { title = "One", seasons = 1 }\nepisodes = [{ season = 1, number = 1, title = "It" }]'
    assert run("etoile -c - summary", stdin=one).stdout == "One\n1 season · 1 episode listed\n"


def episodes(*codes: str) -> str:
    each = (code.removeprefix("S").split("E") for code in codes)
    return "".join(f'[[episodes]]\nseason = {int(s)}\nnumber = {int(n)}\ntitle = "x"\n' for s, n in each)


@pytest.mark.parametrize(
    ("keys", "codes", "told"),
    [
        ('seasons = 1\nstatus = "cancelled"', ["S01E01", "S01E02"], "1 season · 2 episodes"),
        ('seasons = 2\nstatus = "ended"', ["S01E01", "S02E02", "S02E01"], "2 seasons · 3 episodes"),
        ('seasons = 1\nstatus = "ended"', ["S01E01", "S00E01"], "1 season · 1 episode · 1 special listed"),
        ('seasons = 1\nstatus = "running"', ["S01E01", "S01E02"], "1 season · 2 episodes listed"),
        ("seasons = 1", ["S01E01", "S00E01", "S00E02"], "1 season · 1 episode and 2 specials listed"),
        ('seasons = 2\nstatus = "ended"', ["S01E01"], "2 seasons · 1 episode listed"),
        ('seasons = 1\nstatus = "ended"', ["S01E01", "S02E01"], "1 season · 2 episodes listed"),
        ('seasons = 1\nstatus = "ended"', ["S01E02", "S01E03"], "1 season · 2 episodes listed"),
        ('seasons = 1\nstatus = "ended"', ["S01E00", "S01E01"], "1 season · 2 episodes listed"),
        ('status = "ended"', ["S01E01"], "1 episode listed"),
        ("seasons = 3", ["S00E01"], "3 seasons · 1 special listed"),
        ('status = "ended"', [], ""),
    ],
)
def test_a_total_is_told_only_where_all_episodes_are_known(keys: str, codes: list[str], told: str) -> None:
    catalogue = f'format = 1\n[show]\ntitle = "x"\n{keys}\n{episodes(*codes)}'
    lines = run("etoile -c - summary", stdin=catalogue).stdout.splitlines()
    assert lines[1] == told


def cast(*billings: str) -> str:
    return "".join(
        f'[[cast]]\nname = "Actor {number}"\n{billing and f"billing = {billing!r}"}\n'
        for number, billing in enumerate(billings, start=1)
    )


@pytest.mark.parametrize(
    ("billings", "told"),
    [
        (["main"], "Starring: Actor 1"),
        (["guest", "main", "main"], "Starring: Actor 2, Actor 3 and 1 other"),
        (["main"] * 12, f"Starring: {', '.join(f'Actor {each}' for each in range(1, 11))} and 2 others"),
        (["", ""], "With: Actor 1 and Actor 2"),
        (["guest"] * 11, f"With: {', '.join(f'Actor {each}' for each in range(1, 11))} and 1 other"),
    ],
)
def test_the_main_cast_is_named_and_the_others_counted(billings: list[str], told: str) -> None:
    done = run("etoile -c - summary", stdin=f'format = 1\n[show]\ntitle = "x"\n{cast(*billings)}')
    assert done.stdout == f"x\n\n{told}\n"


def test_an_actor_with_two_parts_stars_once() -> None:
    twice = '[[cast]]\nname = "A"\nbilling = "main"\n' * 2
    assert run("etoile -c - summary", stdin=f'format = 1\n[show]\ntitle = "x"\n{twice}').stdout == "x\n\nStarring: A\n"


def test_networks_stand_on_a_line_of_their_own() -> None:
    show = 'format = 1\nshow = { title = "x", premiere = 2017-05-02, networks = ["Antena 3", "Netflix"] }'
    assert run("etoile -c - summary", stdin=show).stdout == (
        "x\n2017\n\nPremiere: 2 May 2017\nNetworks: Antena 3 and Netflix\n"
    )


@pytest.mark.parametrize("title", ["Erkenci Kuş", "Νησί", "iZombie", "Schitt’s Creek", "Về nhà đi con", "The OA"])
def test_a_title_is_printed_as_it_is_written(title: str) -> None:
    drawn = run("etoile -c - summary -f table", stdin=f'format = 1\n[show]\ntitle = "{title}"\n').stdout
    assert drawn.splitlines()[1].strip("│ ") == title


def test_the_card_of_the_shipped_catalogue_fits_36_rows_and_says_where_the_note_is() -> None:
    shown = screen(run_terminal("etoile summary", width=80).stdout, 80)
    assert len(shown) <= 36
    order = ["Starring", "Watch", "Trailer", "In New York", "Themes", "Note"]
    places = [next(at for at, line in enumerate(shown) if word in line) for word in order]
    assert places == sorted(places)
    assert "a longer one: etoile export md" in "".join(shown)


def test_a_short_note_stands_on_the_card() -> None:
    noted = 'format = 1\n[show]\ntitle = "x"\nnote = "A short one."\n'
    assert "Note   A short one." in run("etoile -c - summary -f table", stdin=noted).stdout


def test_an_address_stands_on_the_card_only_where_it_can_be_no_link() -> None:
    linked, plain = run_all_in_terminal(["etoile summary", "etoile summary --color never"], width=80)
    address = "https://www.primevideo.com/search/ref=atv_nb_sr?phrase=%C3%89toile"
    assert f";{address}\x1b\\a search for it, checked 6 June 2025, 17 months ago" in linked.stdout.replace(
        "\x1b[2m", ""
    )
    assert "a search for it: https://www.primevideo.com/" in " ".join(plain.stdout.replace("│", "").split())
