"""Which columns a table has room for, and which of them wrap."""

import pytest

from tests.door import run

EPISODES = """
format = 1
show = { title = "A" }
episodes = [
  { season = 1, number = 1, title = "A title of many words, and one word", released = 2025-04-24, runtime = 24, \
absolute = 1 },
  { season = 0, number = 1, title = "Special", follows = "S01E01" },
]
""".replace("\\\n", "")
AWARDS = """
format = 1
show = { title = "A" }
awards = [
  { award = "Primetime Emmys 2025", category = "Choreography for Scripted Programming", \
recipients = ["Marguerite Derricks"], result = "nominated", date = 2025-09-06 },
]
""".replace("\\\n", "")


def table(command: str, catalogue: str, width: int) -> list[str]:
    done = run(f"etoile {command} -c - -f table", stdin=catalogue, env={"COLUMNS": str(width)})
    assert done.stderr == ""
    return [line.rstrip() for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("width", "header"),
    [
        (95, "episode  title                                released          runtime  absolute  follows"),
        (79, "episode  title                     released          runtime  absolute  follows"),
        (78, "episode  title                             released          runtime  absolute"),
        (70, "episode  title                     released          runtime  absolute"),
        (69, "episode  title                              released          runtime"),
    ],
)
def test_columns_that_are_shown_if_any_record_has_a_value_leave_before_others_are_hard_to_read(
    width: int, header: str
) -> None:
    assert table("episodes", EPISODES, width)[0] == header


PARTS = """
format = 1
show = { title = "A" }
cast = [
  { name = "A name of many letters", character = "A character of many", role = "what the character does, and why", \
company = "a", episodes = ["S01"] },
  { name = "B" },
]
companies = [{ id = "a", name = "A company of so many letters" }]
""".replace("\\\n", "")


@pytest.mark.parametrize(
    ("words", "shown"), [("", ""), (" name", ""), (" S01E07", "episodes"), (" 's01'", "episodes")]
)
def test_a_column_with_the_words_that_were_searched_for_is_always_shown(words: str, shown: str) -> None:
    header = table(f"cast{words}", PARTS, 80)[0]
    assert header.split() == ["name", "character", "role", "company", *shown.split()]


def test_where_records_are_stacked_no_value_is_left_out() -> None:
    assert table("episodes", EPISODES, 40) == [
        "Season 1",
        "",
        "A title of many words, and one word",
        "  episode:  S01E01",
        "  released: 24 April 2025",
        "  runtime:  24 minutes",
        "  absolute: 1",
        "",
        "Specials",
        "",
        "Special",
        "  episode:  S00E01",
        "  follows:  S01E01",
    ]


def test_columns_that_are_asked_for_are_all_there() -> None:
    assert table("episodes --columns title,released,runtime,absolute,follows", EPISODES, 60) == [
        "title           released          runtime  absolute  follows",
        "────────────────────────────────────────────────────────────",
        "A title of      24 April 2025  24 minutes         1",
        "many words,",
        "and one word",
        "",
        "Special                                              S01E01",
    ]


WRAPPED = {
    84: """\
award                 category      recipients           result     date
────────────────────────────────────────────────────────────────────────────────────
Primetime Emmys 2025  Choreography  Marguerite Derricks  nominated  6 September 2025
                      for Scripted
                      Programming
""",
    80: """\
award                 category        recipients    result     date
───────────────────────────────────────────────────────────────────────────────
Primetime Emmys 2025  Choreography    Marguerite    nominated  6 September 2025
                      for Scripted    Derricks
                      Programming
""",
    69: """\
award         category      recipients    result     date
─────────────────────────────────────────────────────────────────────
Primetime     Choreography  Marguerite    nominated  6 September 2025
Emmys 2025    for Scripted  Derricks
              Programming
""",
    68: """\
Primetime Emmys 2025
  category:   Choreography for Scripted Programming
  recipients: Marguerite Derricks
  result:     nominated
  date:       6 September 2025
""",
}


@pytest.mark.parametrize("width", WRAPPED)
def test_short_texts_wrap_where_there_is_no_other_way_names_last_and_dates_never(width: int) -> None:
    assert table("awards", AWARDS, width) == WRAPPED[width].splitlines()
