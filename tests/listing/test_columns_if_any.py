"""Columns that people see only if some record has a value for them; programs get them only where they ask."""

import pytest

from tests.door import run

SHOW = """\
format = 1
[show]
title = "A"
[[cast]]
name = "B"
character = "C"
episodes = ["S01"]
[[creators]]
name = "D"
episodes = ["S01E02"]
[[settings]]
name = "Spa"
country = "DD"
uses = ["story"]
[[seasons]]
number = 1
premise = "The first."
note = "Recut."
[[episodes]]
season = 1
number = 1
through = 2
title = "E"
absolute = 1
[[episodes]]
season = 0
number = 1
title = "F"
follows = "S01E01"
[[sources]]
id = "book"
title = "G"
authors = ["H"]
published = "1991"
"""
BARE = 'format = 1\nshow = { title = "A" }\ncast = [{ name = "B" }]\nsettings = [{ name = "Spa" }]\n'


@pytest.mark.parametrize(
    ("command", "lines"),
    [
        ("cast", ["| name | character | role | company | episodes |", "| B | C |  |  | Season 1 |"]),
        ("creators", ["| name | roles | known for | episodes |", "| D |  |  | S01E01–E02 |"]),
        (
            "settings",
            ["| name | city | country | uses | fictional | note |", "| Spa |  | East Germany | story |  |  |"],
        ),
        (
            "seasons",
            [
                "| number | title | premiere | finale | episodes | premise | note |",
                "| Season 1 |  |  |  |  | The first. | Recut. |",
            ],
        ),
        (
            "episodes",
            [
                "| episode | title | released | runtime | absolute | follows |",
                "| S01E01–E02 | E |  |  | 1 |  |",
                "| S00E01 | F |  |  |  | S01E01 |",
            ],
        ),
        ("sources", ["| publisher | title | authors | published | url |", "|  | G | H | 1991 |  |"]),
    ],
)
def test_md_has_them_before_the_columns_whose_keys_come_later(command: str, lines: list[str]) -> None:
    head, _, *rows = run(f"etoile -c - {command} -f md", stdin=SHOW).stdout.splitlines()
    assert [head, *rows] == lines


@pytest.mark.parametrize(
    ("command", "row"),
    [
        ("cast", "B\tC\t\t"),
        ("creators", "D\t\t"),
        ("settings", "Spa\t\tstory\t\t"),
        ("seasons", "1\t\t\t\t"),
        ("sources", "book\t\tG\t1991\t"),
        ("episodes S01", "S01E01\tE\t\t\t2"),
    ],
)
def test_programs_get_the_columns_they_cut_by_number(command: str, row: str) -> None:
    assert run(f"etoile -c - {command}", stdin=SHOW).stdout.splitlines() == [row]


@pytest.mark.parametrize(
    ("command", "head"),
    [
        ("cast", "| name | character | role | company |"),
        ("settings", "| name | city | uses | fictional | note |"),
    ],
)
def test_without_a_value_they_are_not_there(command: str, head: str) -> None:
    assert run(f"etoile -c - {command} -f md", stdin=BARE).stdout.splitlines()[0] == head


def test_a_long_one_may_wrap_but_nothing_wraps_for_it() -> None:
    show = SHOW.replace("The first.", "A keeper finds a boat with nobody in it, and a letter to him.")

    def table(width: int) -> list[str]:
        done = run("etoile -c - seasons -f table", stdin=show, env={"COLUMNS": str(width)})
        return [line.rstrip() for line in done.stdout.splitlines()]

    assert table(60) == [
        "number    premise                                     note",
        "────────────────────────────────────────────────────────────",
        "Season 1  A keeper finds a boat with nobody in it,    Recut.",
        "          and a letter to him.",
    ]
