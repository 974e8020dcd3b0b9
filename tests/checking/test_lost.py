"""What can't be read is told, and nothing is concluded from its absence."""

from datetime import date

import pytest

from etoile_cli.checking.check import check
from etoile_cli.checking.problem import Code

SOURCES = '[[sources]]\nid = "a"\ntitle = "A"\nurl = "https://example.org/"\n'
FORMAT = "format = 1\n"
SHOW = '[show]\ntitle = "A show"\nsources = ["a"]\n'
REST = 'title = "One"\nsources = ["a"]\n'
ONE, TWO = (f"[[episodes]]\nseason = 1\nnumber = {number}\n{REST}" for number in (1, 2))
IN_BOTH = '[[cast]]\nname = "A"\nepisodes = ["S01E01", "S01E02"]\nsources = ["a"]\n'
PART = '[[cast]]\nname = "A"\nsources = ["a"]\n'


def told(text: str) -> list[tuple[Code, int]]:
    problems = check(text.encode(), "x", date(2026, 11, 22)).problems
    return [(each.code, each.place.line) for each in problems]


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize(
    "broken", ["[sh*w]", "[[s*]]", "[s how]", "[]", "[[show*]]", "[.show]", "[show*", '["sho\nw"]', "[[sh*w"]
)
def test_below_a_header_that_can_not_be_read_the_show_may_stand(broken: str) -> None:
    text = f'{FORMAT}{broken}\ntitle = "A show"\nsources = ["a"]\n[show.ids]\nimdb = "tt0000001"\n{SOURCES}'
    assert {code for code, _ in told(text)} == {Code.SYNTAX}


@pytest.mark.parametrize(
    ("whole", "header"),
    [
        pytest.param(f"{SHOW}{SOURCES}", "[[sources]]", id="a source that others name"),
        pytest.param(f"{SHOW}{SOURCES}{ONE}{TWO}{IN_BOTH}", "[[episodes]]", id="an episode that a part is in"),
        pytest.param(f"{SHOW}{SOURCES}{ONE}{TWO}", "[[episodes]]", id="an episode before another"),
        pytest.param(
            f"{SHOW}{SOURCES}{PART}company = 'b'\n[[companies]]\nid = 'b'\nname = 'B'\nsources = ['a']\n",
            "[[companies]]",
            id="a company of a part",
        ),
        pytest.param(
            f"{SHOW}{SOURCES}[[sources]]\nid = 'b'\ntitle = 'B'\nurl = 'https://b.org/'\n{PART.replace('a', 'b')}",
            "[[cbst]]",
            id="the record that names a source",
        ),
        pytest.param(f"{SHOW}{SOURCES}{PART}[cast.x]\ny = 1\n", "[[cast]]", id="a table in a lost record"),
        pytest.param(
            f"{SHOW}{SOURCES}{PART}{PART.replace('A', 'B')}[cast.x]\n", '[[cast]]\nname = "B', id="not the first"
        ),
        pytest.param(f"{SHOW}{SOURCES}{ONE}[[episodes.foo]]\ny = 1\n", "[[episodes]]", id="an array in a lost record"),
    ],
)
@pytest.mark.parametrize("spoil", ["*", " ", "(", "é", "@"])
def test_below_a_header_that_can_not_be_read_a_record_may_stand(whole: str, header: str, spoil: str) -> None:
    text = FORMAT + whole
    begin = text.index(header)
    broken = f"{text[: begin + 4]}{spoil}{text[begin + 4 :]}"
    assert told(broken) == [(Code.SYNTAX, line_of(text, header))]


@pytest.mark.parametrize(
    "spoilt",
    [
        "na*me = 'A'",
        "= 'A'",
        "name 'A'",
        "“name” = 'A'",
        "\"name = 'A'",
        '\'name = "A"',
        "na me = 'A'",
        ". = 'A'",
        "the name",
    ],
)
def test_a_key_that_can_not_be_read_is_not_missing(spoilt: str) -> None:
    text = f"{FORMAT}{SHOW}{SOURCES}[[cast]]\n{spoilt}\nsources = ['a']\n"
    assert told(text) == [(Code.SYNTAX, line_of(text, spoilt))]


@pytest.mark.parametrize("key", ["id", "season", "number", "sources", "title"])
@pytest.mark.parametrize("spoil", ["*", " !", "é"])
def test_of_what_a_lost_key_said_nothing_is_concluded(key: str, spoil: str) -> None:
    text = f"{FORMAT}{SHOW}{SOURCES}{ONE}{TWO}{IN_BOTH}"
    begin = text.index(f"\n{key} = ") + 2
    broken = f"{text[:begin]}{spoil}{text[begin:]}"
    assert told(broken) == [(Code.SYNTAX, line_of(broken, f"{spoil}{text[begin : begin + 5]}"))]


def test_what_was_shown_first_is_not_known_where_an_episode_is_lost() -> None:
    text = f"{FORMAT}{SHOW}status = 'running'\n{SOURCES}{ONE}released = 2030-01-01\n"
    assert [code for code, _ in told(text)] == [Code.CONTRADICTION]
    assert [code for code, _ in told(f"{text}[[epi*sodes]]\n{REST}")] == [Code.SYNTAX]
    assert [code for code, _ in told(f"{text}{TWO}released = then\n")] == [Code.SYNTAX]


@pytest.mark.parametrize("broken", ["fo*rmat = 1", "format 1", "= 1", "“format” = 1", "format"])
def test_the_format_is_not_missing_where_a_line_at_the_top_can_not_be_read(broken: str) -> None:
    assert told(f"{broken}\n{SHOW}{SOURCES}") == [(Code.SYNTAX, 1)]


def test_what_is_told_of_other_records_stays_told() -> None:
    text = f"{FORMAT}{SHOW}{SOURCES}[[ca*st]]\n{PART}billing = 'star'\n[[cast]]\nsources = ['a']\nb*d = 1\n"
    assert told(text) == [
        (Code.SYNTAX, line_of(text, "[[ca*st]]")),
        (Code.BAD_VALUE, line_of(text, "billing")),
        (Code.SYNTAX, line_of(text, "b*d")),
    ]


def test_a_table_in_a_record_is_of_that_record_again_behind_the_next_one() -> None:
    text = f"{FORMAT}{SHOW}{SOURCES}[[ca*st]]\n{PART}[cast.x]\ny = 1\n"
    assert told(text) == [(Code.SYNTAX, line_of(text, "[[ca*st]]")), (Code.UNKNOWN_KEY, line_of(text, "[cast.x]"))]
