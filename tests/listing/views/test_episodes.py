"""Episodes on a terminal: season by season, each under its name, its dates and its number of episodes."""

from tests.door import CHECKOUT, run, run_in_terminal, screen

SEASONS = CHECKOUT / "tests" / "data" / "seasons.toml"


def seen(command: str, width: int) -> list[str]:
    return screen(run_in_terminal(f"etoile -c '{SEASONS}' {command}", width=width).stdout, width)


WIDE = """\
episode     title          released        absolute  follows
────────────────────────────────────────────────────────────
Season 1: Beginnings · 2 May 2017 to November 2017 · 3 episodes
S01E01–E02  Pilot          2 May 2017             1
S01E03      Third                                 3

Season 2: The Return · from 2019
S02E01      Fourth                                4
S02E02      Fifth                                 5

Specials · 3 specials
S00E01      The Making Of  1 January 2018            S01E02"""

NARROW = """\
Season 1: Beginnings
2 May 2017 to November 2017 · 3 episodes

Pilot
  episode:  S01E01–E02
  released: 2 May 2017
  absolute: 1

Third
  episode:  S01E03
  absolute: 3

Season 2: The Return · from 2019

Fourth
  episode:  S02E01
  absolute: 4

Fifth
  episode:  S02E02
  absolute: 5

Specials · 3 specials

The Making Of
  episode:  S00E01
  released: 1 January 2018
  follows:  S01E02"""

SORTED = """\
episode     title          released        absolute  follows
────────────────────────────────────────────────────────────
S02E02      Fifth                                 5
S02E01      Fourth                                4
S01E01–E02  Pilot          2 May 2017             1
S00E01      The Making Of  1 January 2018            S01E02
S01E03      Third                                 3"""

OF_SEASONS = """\
number    title       premiere    finale         episodes  premise
──────────────────────────────────────────────────────────────────────────────
Specials                                                3
Season 1  Beginnings  2 May 2017  November 2017         3  A heist is planned.
Season 2  The Return  2019
Season 3                                                8  To come."""


def test_episodes_stand_under_their_seasons() -> None:
    assert seen("episodes", 80) == WIDE.splitlines()
    assert seen("episodes", 40) == NARROW.splitlines()


def test_in_another_order_they_stand_alone() -> None:
    assert seen("episodes --sort title", 80) == SORTED.splitlines()


def test_with_chosen_columns_they_stand_alone() -> None:
    assert seen("episodes third --columns episode,through", 80) == ["episode  through", "────────────────", "S01E03"]


def test_programs_read_them_flat_with_the_numbers_as_they_are() -> None:
    lines = run(f"etoile -c '{SEASONS}' episodes --columns episode,through,absolute,follows").stdout.splitlines()
    assert lines == ["S00E01\t\t\tS01E02", "S01E01\t2\t1\t", "S01E03\t\t3\t", "S02E01\t\t4\t", "S02E02\t\t5\t"]
    assert run(f"etoile -c '{SEASONS}' episodes -f tsv pilot").stdout == "S01E01\tPilot\t2017-05-02\t\t2\n"


def test_seasons_have_a_table_of_their_own() -> None:
    assert seen("seasons", 80) == OF_SEASONS.splitlines()
    assert run(f"etoile -c '{SEASONS}' seasons").stdout.splitlines()[:2] == [
        "0\t\t\t\t3",
        "1\tBeginnings\t2017-05-02\t2017-11\t3",
    ]


def test_a_list_of_episodes_reads_as_the_shortest_and_is_exact_for_programs() -> None:
    command = f"etoile -c '{SEASONS}' cast --columns name,episodes"
    assert run(f"{command} -f md").stdout.splitlines()[2:] == [
        "| In All | Seasons 1–3 |",
        "| In One Season | Season 1 |",
        "| In Some | S01E03–S02E02, S00E01 |",
    ]
    assert run(f"{command} 'in some'").stdout == "In Some\tS01E03; S02E01; S02E02; S00E01\n"


def test_a_search_finds_a_season_by_its_name_and_a_run_by_its_codes() -> None:
    found = run(f"etoile -c '{SEASONS}' search 'season 3'").stdout
    assert found == "cast\tIn All\tepisodes: S01E01-S02E02; S03\nseasons\tSeason 3\tnumber: 3\n"
    assert (
        "cast\tIn Some\tepisodes: S01E03; S02E01; S02E02; S00E01\n"
        in run(f"etoile -c '{SEASONS}' search s02e02").stdout
    )
