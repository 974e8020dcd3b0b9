"""What can't be read is told, and nothing is concluded from its absence."""

from datetime import date

import pytest

from etoile_cli.catalogue.reader import InvalidCatalogueError, parse
from etoile_cli.check.check import check
from etoile_cli.check.codes import (
    BAD_VALUE,
    CONTRADICTION,
    MALFORMED_ID,
    MISSING_KEY,
    SYNTAX,
    UNKNOWN_KEY,
    UNSOURCED,
    WRONG_TYPE,
)
from etoile_cli.check.problem import Code

SOURCES = '[[sources]]\nid = "a"\ntitle = "A"\nurl = "https://example.org/"\n'
FORMAT = "format = 1\n"
DAY = date(2026, 11, 22)
SHOW = '[show]\ntitle = "A show"\nsources = ["a"]\n'
REST = 'title = "One"\nsources = ["a"]\n'
ONE, TWO = (f"[[episodes]]\nseason = 1\nnumber = {number}\n{REST}" for number in (1, 2))
IN_BOTH = '[[cast]]\nname = "A"\nepisodes = ["S01E01", "S01E02"]\nsources = ["a"]\n'
PART = '[[cast]]\nname = "A"\nsources = ["a"]\n'


def told(text: str) -> list[tuple[Code, int]]:
    problems = check(text.encode(), "x", DAY).problems
    return [(each.code, each.place.line) for each in problems]


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize(
    "broken",
    ["[sh*w]", "[[s*]]", "[s how]", "[sh=ow]", "[]", "[[show*]]", "[.show]", "[show*", '["sho\nw"]', "[[sh*w"],
)
def test_below_a_header_that_can_not_be_read_the_show_may_stand(broken: str) -> None:
    text = f'{FORMAT}{broken}\ntitle = "A show"\nsources = ["a"]\n[show.ids]\nimdb = "tt0000001"\n{SOURCES}'
    assert {code for code, _ in told(text)} == {SYNTAX}


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
    assert told(broken) == [(SYNTAX, line_of(text, header))]


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
    assert told(text) == [(SYNTAX, line_of(text, spoilt))]


@pytest.mark.parametrize("key", ["id", "season", "number", "sources", "title"])
@pytest.mark.parametrize("spoil", ["*", " !", "é"])
def test_of_what_a_lost_key_said_nothing_is_concluded(key: str, spoil: str) -> None:
    text = f"{FORMAT}{SHOW}{SOURCES}{ONE}{TWO}{IN_BOTH}"
    begin = text.index(f"\n{key} = ") + 2
    broken = f"{text[:begin]}{spoil}{text[begin:]}"
    assert told(broken) == [(SYNTAX, line_of(broken, f"{spoil}{text[begin : begin + 5]}"))]


def test_what_was_shown_first_is_not_known_where_an_episode_is_lost() -> None:
    text = f"{FORMAT}{SHOW}status = 'running'\n{SOURCES}{ONE}released = 2030-01-01\n"
    assert [code for code, _ in told(text)] == [CONTRADICTION]
    assert [code for code, _ in told(f"{text}[[epi*sodes]]\n{REST}")] == [SYNTAX]
    assert [code for code, _ in told(f"{text}{TWO}released = then\n")] == [SYNTAX]


COMPANY = '[[companies]]\nid = "b"\nname = "B"\nsources = ["a"]\n'
WHOLE = f"{FORMAT}{SHOW}{SOURCES}{COMPANY}{ONE}{PART}episodes = ['S01E01']\ncompany = 'b'\n"


def spoilt(before: str, after: str) -> str:
    assert told(WHOLE) == []
    assert before in WHOLE
    return WHOLE.replace(before, after, 1)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("season = 1\nnumber", "season = 1, number"),
        ("season = 1\nnumber", "season = 1; number"),
        ("season = 1\nnumber", "season = 1 number"),
        ("season = 1\nnumber = 1", "season 1 number 1"),
        ("season = 1\nnumber = 1", "season: 1, number: 1"),
        ("season = 1\nnumber = 1", "season: 1 number: 1"),
        ("season = 1\nnumber = 1", "season = 1, number: 1"),
        ("season = 1\nnumber = 1", "season=1 number 1"),
        ("season = 1\nnumber = 1", "season number = 1"),
        ("season = 1\nnumber = 1", "season/number = 1"),
        ("season = 1\nnumber = 1", "season, number = 1, 1"),
        ("season = 1\nnumber = 1", "season - 1 - Number - 1"),
        ('name = "B"', '[name = "B"'),
        ('name = "B"', '[[name = "B"]'),
        ('sources = ["a"]\n[[sources', '[sources = ["a"]\n[[sources'),
        ("season = 1\nnumber", "s=eason = 1\nnumber"),
        ('name = "B"\nsources = ["a"]', 'name = "B", sources: ["a"]'),
        ('name = "B"\nsources = ["a"]', 'name: "B", sources: ["a"]'),
        ('name = "B"\nsources = ["a"]', 'name "B" sources ["a"]'),
        ('name = "B"\nsources = ["a"]', 'name = "B"; sources: "a"'),
        ('name = "B"\nsources = ["a"]', "name = B, sources: [a]"),
        ('name = "B"\nsources = ["a"]', 'name = "B, sources: [a]'),
        ('id = "a"\ntitle', 'id = "a", title'),
        ('name = "B"\nsources', 'name = "B", sources'),
        ('[[cast]]\nname = "A"', '[[cast]] name = "A"'),
        ("[show]\ntitle", "[show] title"),
        ('[[sources]]\nid = "a"', '[[sources "a"]]'),
        ('[[companies]]\nid = "b"\nname = "B"', '[[companies]] {id = "b", name = "B"}'),
    ],
)
def test_of_what_stands_behind_a_fault_in_its_line_nothing_is_missed(before: str, after: str) -> None:
    text = spoilt(before, after)
    assert told(text) == [(SYNTAX, line_of(text, after))]


@pytest.mark.parametrize("line", ["season = 1 +", "season: 1", 'season "number"', "season 1", "season = 'number' 1"])
def test_a_key_that_a_broken_line_does_not_name_is_missing(line: str) -> None:
    assert [code for code, _ in told(spoilt("season = 1\nnumber = 1", line))] == [MISSING_KEY, SYNTAX]


FORMS = [
    "=[[{}]]",
    ".[{}]",
    "é[[{}]]",
    "// [{}]",
    "\u00a0[[{}]]",
    "\ufeff[{}]",
    "{}]]",
    "* [[{}]]",
    "- {}",
    "> [{}]",
    '"[[{}]]"',
    "<{}>",
    "{}:",
]


@pytest.mark.parametrize("name", ["show", "cast", "sources", "episodes", "companies"])
@pytest.mark.parametrize("form", FORMS)
def test_a_line_that_was_meant_as_a_header_is_taken_for_it(name: str, form: str) -> None:
    line = f"{form.format(name)}\n"
    text = spoilt("[show]\n" if name == "show" else f"[[{name}]]\n", line)
    assert told(text) == [(SYNTAX, 1 + text.split("\n").index(line.strip("\n")))]


def test_an_array_of_inline_tables_with_a_broken_value_is_not_empty() -> None:
    array = "sources = [{id = 'a', title = A, url = 'https://example.org/'}]\n"
    text = WHOLE.replace(SOURCES, "").replace(FORMAT, FORMAT + array)
    assert told(text) == [(SYNTAX, 2)]


def test_what_contradicts_the_records_of_a_section_is_told_once() -> None:
    text = spoilt("[[episodes]]", "[episodes.S01E01]\nx = 1\n[[episodes]]")
    assert told(text) == [(WRONG_TYPE, line_of(text, "[episodes.S01E01]"))]


MANY = "".join(f"{TWO}{PART}".replace("= 2", f"= {at}").replace('"A"', f'"B{at}"') for at in range(2, 22))


def syntax_errors(text: str) -> list[str]:
    problems = check(text.encode(), "x", DAY).problems
    return [each.message for each in problems if each.code is SYNTAX]


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (FORMAT, f"{FORMAT}cast = 1\n", '[[cast]] contradicts "cast" in line 2'),
        (FORMAT, f"{FORMAT}cast = []\n", '[[cast]] contradicts "cast" in line 2'),
        (FORMAT, f"{FORMAT}cast = [{{name = 'A'}}]\n", '[[cast]] contradicts "cast" in line 2'),
        (FORMAT, f"{FORMAT}cast.a = 1\n", '[[cast]] contradicts "cast" in line 2'),
        (FORMAT, f"{FORMAT}[cast.a]\nb = 1\n", '"cast" must be an array of tables, found a table'),
        (FORMAT, f"{FORMAT}show = 1\n", '[show] contradicts "show" in line 2'),
        (FORMAT, f"{FORMAT}show.note = 'A'\n", '[show] contradicts "show" in line 2'),
        ("[show]", "[show]\nids = {imdb = 'tt0000001'}\n[show.ids]\n[show]", '[show.ids] contradicts "ids" in line 3'),
        (PART, f"{PART}[cast.name]\nx = 1\n[cast.name.y]\n", '[cast.name] contradicts "name" in line 19'),
    ],
)
def test_a_contradiction_is_told_once_however_many_records_follow(before: str, after: str, message: str) -> None:
    text = spoilt(before, after).replace("episodes = ['S01E01']\ncompany = 'b'\n", "")
    told_once = check(f"{text}{MANY}".encode(), "x", DAY).problems
    assert [each.message for each in told_once if "is there already" not in each.message] == [message]


@pytest.mark.parametrize(
    ("first", "message"),
    [
        ("a = 1\n[a]\n[a]\n", '[a] contradicts "a" in line 2'),
        ("a = [{b = 1}]\n[[a]]\n[[a]]\n", '[[a]] contradicts "a" in line 2'),
        ("a = {}\n", '[a.c] contradicts "a" in line 2'),
        ("a = {c = 1}\n", '[a.c] contradicts "c" in line 2'),
        ("[[a]]\n[a]\n[a]\n", '[a] contradicts "a" in line 2'),
        ("[a]\n[[a]]\n[[a]]\n", '[[a]] contradicts "a" in line 2'),
        ("a = {c = {}}\na.c.e = 1\na.c.f = 1\n[b]\n", '"a.c.e" contradicts "c" in line 2'),
        ("[a.c]\n[a]\nc.e = 1\nc.f = 1\n[b]\n", '"c.e" contradicts "c" in line 2'),
    ],
)
def test_a_contradiction_is_told_once_with_all_that_goes_on_below_it(first: str, message: str) -> None:
    rest = "" if "[b]" in first else "[a.c]\nb = 2\n[a.c.d]\nb = 3\n[[a.c.e]]\nb = 3\n[[a.c.e]]\n"
    assert syntax_errors(f"{FORMAT}{first}{rest}{SHOW}{SOURCES}") == [message]


def test_where_what_is_contradicted_stands_is_told() -> None:
    text = f"{FORMAT}{SHOW}title.x = 1\n[show.title]\n{SOURCES}"
    assert syntax_errors(text) == [
        '"title" is no table in line 3',
        '[show.title] contradicts "title" in line 3',
    ]


def test_a_missing_header_of_the_show_is_told_once() -> None:
    for top in ("", "status = 'ended'\nseasons = 1\n", "[show]\n"):
        text = (WHOLE + MANY).replace("[show]\n", top).replace(SOURCES, f"[show.ids]\nimdb = 'tt0000001'\n{SOURCES}")
        problems = check(text.encode(), "x", DAY).problems
        assert [(each.code, each.message, each.hint) for each in problems] == (
            []
            if "show" in top
            else [(MISSING_KEY, '"show" is missing', f'write [show] before "{"status" if top else "title"}"')]
        )


@pytest.mark.parametrize("value", ['["a"]', "[]", '"a"'])
def test_the_sources_of_a_show_without_a_header_are_no_records(value: str) -> None:
    problems = check(f"{FORMAT}title = 'A'\nsources = {value}\n".encode(), "x", DAY).problems
    assert [each.code for each in problems] == [MISSING_KEY]


@pytest.mark.parametrize("name", ["Show", "Series", "shows"])
def test_a_show_by_another_name_is_not_missing(name: str) -> None:
    text = spoilt("[show]", f"[{name}]")
    assert told(text) == [(UNKNOWN_KEY, 2)]
    assert [code for code, _ in told(f"{text}[[cast]]\nname = A\nsources = ['a']\n")] == [
        UNKNOWN_KEY,
        SYNTAX,
    ]


WORDS = [
    ("episodes", ["Episodes:", "EPISODES", "episode:", "Episode", "* Episodes", "<Episode>", "episodes", "Épisodes:"]),
    ("show", ["Show:", "SHOW", "Series:", "* show", "show"]),
    ("companies", ["Companies", "company:", "Company", "- company"]),
    ("cast", ["Cast", "Actors:", "* [[Cast]]", "characters"]),
    ("sources", ["Sources", "source:", "> source"]),
]


@pytest.mark.parametrize(("section", "line"), [(section, line) for section, lines in WORDS for line in lines])
def test_a_word_that_was_meant_as_a_header_is_taken_for_it(section: str, line: str) -> None:
    header = "[show]" if section == "show" else f"[[{section}]]"
    text = spoilt(f"{header}\n", f"{line}\n")
    (problem,) = check(text.encode(), "x", DAY).problems
    assert (problem.code, problem.place.line) == (SYNTAX, 1 + text.split("\n").index(line))
    assert (problem.message, problem.hint) == ("this is not the header of a table", f"write {header}")


@pytest.mark.parametrize("line", ["company:", "company", "episode:", "Title", "source"])
def test_a_word_that_may_be_a_key_of_its_record_is_no_header(line: str) -> None:
    text = spoilt('[[cast]]\nname = "A"', f'[[cast]]\n{line}\nname = "A"')
    messages = [each.message for each in check(text.encode(), "x", DAY).problems]
    assert "this is not the header of a table" not in messages
    assert not any(each.startswith('"name"') for each in messages)


@pytest.mark.parametrize("name", ["company", "Companies", "compnies"])
def test_single_brackets_around_what_is_almost_a_section_are_told_with_its_name(name: str) -> None:
    records = "".join(f"[{name}]\nid = 'c{at}'\nname = 'C'\nsources = ['a']\n" for at in range(3))
    assert [code for code, _ in told(f"{WHOLE}{records}")] == [UNKNOWN_KEY]


def test_what_is_almost_called_a_section_holds_its_records() -> None:
    assert told(spoilt("[[companies]]", "[[company]]"))[0][0] is UNKNOWN_KEY
    text = f"{WHOLE}[[company]]\nid = 'c'\nname = 'C'\nsources = ['a']\n"
    (problem,) = check(text.encode(), "x", DAY).problems
    assert (problem.message, problem.hint) == ('no such key "company"', 'did you mean "companies"?')


@pytest.mark.parametrize("broken", ["fo*rmat = 1", "format 1", "= 1", "“format” = 1", "format"])
def test_the_format_is_not_missing_where_a_line_at_the_top_can_not_be_read(broken: str) -> None:
    assert told(f"{broken}\n{SHOW}{SOURCES}") == [(SYNTAX, 1)]


def test_what_is_told_of_other_records_stays_told() -> None:
    text = f"{FORMAT}{SHOW}{SOURCES}[[ca*st]]\n{PART}billing = 'star'\n[[cast]]\nsources = ['a']\nb*d = 1\n"
    assert told(text) == [
        (SYNTAX, line_of(text, "[[ca*st]]")),
        (BAD_VALUE, line_of(text, "billing")),
        (SYNTAX, line_of(text, "b*d")),
    ]


def test_a_table_in_a_record_is_of_that_record_again_behind_the_next_one() -> None:
    text = f"{FORMAT}{SHOW}{SOURCES}[[ca*st]]\n{PART}[cast.x]\ny = 1\n"
    assert told(text) == [(SYNTAX, line_of(text, "[[ca*st]]")), (UNKNOWN_KEY, line_of(text, "[cast.x]"))]


NAMED = [
    ("[[sources]]", "[sources.a]"),
    ('[[sources]]\nid = "a"', "[sources.a]"),
    ("[[sources]]", "[[sources.a]]"),
    ("[[sources]]", '[sources."a b"]'),
    ("[[sources]]", "[sources.a.b]"),
    ('[[companies]]\nid = "b"', "[companies.b]"),
    ("[[episodes]]\nseason = 1\nnumber = 1", "[episodes.S01E01]"),
    ('[[cast]]\nname = "A"', "[cast.A]"),
]


@pytest.mark.parametrize(("before", "after"), NAMED)
@pytest.mark.parametrize("rest", ["", "[[images]]\nb*d = 1\n"])  # what is not TOML is read by another way
def test_a_record_with_a_name_in_its_header_is_told_once(before: str, after: str, rest: str) -> None:
    text = spoilt(before, after) + rest
    section = after.strip("[").split(".")[0]
    first = check(text.encode(), "x", DAY).problems[0]
    assert (first.code, first.place.line) == (WRONG_TYPE, line_of(text, after))
    assert first.message == f'"{section}" must be an array of tables, found a table'
    assert first.hint == f"each record begins with [[{section}]]"
    assert [code for code, _ in told(text)][1:] == [SYNTAX] * bool(rest)


def test_records_with_names_in_their_headers_are_told_once_and_all_are_examined() -> None:
    text = f"{FORMAT}{SHOW}[sources.a]\ntitle = 1\nurl = 'https://a.org/'\n[sources.b]\nurl = 'https://b.org/'\n"
    problems = check(text.encode(), "x", DAY).problems
    assert [(each.place.line, each.code, each.record, each.key) for each in problems] == [
        (5, WRONG_TYPE, "", "sources"),
        (6, WRONG_TYPE, 'source "a"', "a.title"),
        (8, MISSING_KEY, 'source "b"', "b.title"),
    ]


def test_a_record_with_a_name_behind_others_is_told_once() -> None:
    text = spoilt("[[companies]]", '[sources.b]\ntitle = "B"\nurl = "https://b.org/"\n[[companies]]')
    text = text.replace('"a"]', '"a", "b"]')
    (problem,) = check(text.encode(), "x", DAY).problems
    assert (problem.code, problem.place.line) == (UNKNOWN_KEY, line_of(text, "[sources.b]"))
    assert problem.hint == "each record begins with [[sources]]"


TEXTS = [
    "see\n[sources.x]\nmore",
    "see\n[sources.x]",
    "see\n[[sources]]\nmore",
    "see\n[show]\nmore",
    "see\nsources.\nmore",
    "see\nsources\n\nmore",
    "Cast:\nA as B\n\n[cast]\nC as D",
    "see\nsources:\n- one\n- cast\n* [[cast]]\nmore",
    "see\n[1]\n[note]\nit's more",
    "see\nsources: a\n# more",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("form", ['"{}"', '"{}', '"""{}', "'{}'", "'{}", "'''{}", '"{}",'])
def test_the_lines_of_a_string_that_is_not_closed_are_told_once(text: str, form: str) -> None:
    note = f"note = {form.format(text)}\n"
    whole = spoilt('name = "B"\n', f'name = "B"\n{note}')
    (problem,) = check(whole.encode(), "x", DAY).problems
    assert (problem.code, problem.place.line) == (SYNTAX, line_of(whole, "note"))
    assert problem.message.endswith("this string is not closed")


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("quotes", ['"""', "'''"])
def test_the_lines_of_a_closed_string_are_its_text_beside_a_slip(text: str, quotes: str) -> None:
    for whole in (f"{quotes}\n{text}\n{quotes}", f"{quotes}{text} [[cast]]\n[[episodes]]\nname = 1{quotes}"):
        broken = f'name = "B"\nnote = {whole}\nna*me = 1\n'
        assert told(spoilt('name = "B"\n', broken)) == [
            (SYNTAX, line_of(WHOLE, 'name = "B"') + broken.count("\n") - 1)
        ]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    "first", ['note = ""', '"note = """', 'no"te = """', 'note : = """', 'note """', "Note follows"]
)
def test_the_lines_of_a_string_whose_first_quotes_are_lost_are_told_once(text: str, first: str) -> None:
    whole = spoilt('name = "B"\n', f'name = "B"\n{first}\n{text}\n"""\n')
    assert [code for code, _ in told(whole)] == [SYNTAX]


@pytest.mark.parametrize("quotes", ['"', '"""', "'"])
def test_what_follows_a_string_that_is_not_closed_is_read(quotes: str) -> None:
    text = f"{FORMAT}{SHOW}note = {quotes}see\nmore\n[show.ids]\nimdb = 1\n\n[[cast]]\n# a\nname = 2\n"
    text += f"note = {quotes}see\nEpisodes:\nseason = 1\nnumber = 'x'\ntitle = 'A'\nnote = {quotes}see\n[[cast]]\n"
    assert [(code, line) for code, line in told(f"{text}{SOURCES}") if code is not UNSOURCED] == [
        (SYNTAX, 5),
        (WRONG_TYPE, 8),
        (WRONG_TYPE, 12),
        (SYNTAX, 13),
        (SYNTAX, 14),
        (WRONG_TYPE, 16),
        (SYNTAX, 18),
        (MISSING_KEY, 19),
    ]


@pytest.mark.parametrize(
    ("pair", "hint"),
    [
        ("ids = {imdb = {id = tt1}}", '"imdb" must be a string'),
        ("ids = {imdb = [tt1]}", '"imdb" must be a string'),
        ("ids = {imdb = {id = {a = b}}}", '"imdb" must be a string'),
        ("genres = [[a]]", "item 1 must be a string"),
        ("networks = ['x', {a = b}]", "item 2 must be a string"),
        ("note = {a = b}", "it must be a string"),
        ("premiere = {year = two}", 'it must be a date, or a string like "2025-04" or "2025"'),
    ],
)
def test_in_brackets_that_should_not_be_there_it_is_told_what_must_be_what(pair: str, hint: str) -> None:
    text = spoilt("[show]\n", f"[show]\n{pair}\n")
    assert [each.hint for each in check(text.encode(), "x", DAY).problems] == [hint]


@pytest.mark.parametrize(
    ("value", "message", "hint"),
    [
        ('[ [ "comedy", "drama" ]', "unexpected [ before the value", "leave it out"),
        ('[["comedy"]', "unexpected [ before the value", "leave it out"),
        ('[["x"], ["y"]', "this array is not closed", "end it with ]"),
        ('[["x"], ["#y"]', "this array is not closed", "end it with ]"),
        ('["comedy", "drama" # x]', "this array is not closed", "the ] after # is part of a comment"),
        ('["#comedy", "drama" #]', "this array is not closed", "the ] after # is part of a comment"),
    ],
)
def test_only_what_stands_in_a_comment_is_called_one(value: str, message: str, hint: str) -> None:
    (problem,) = check(f"{FORMAT}{SHOW}genres = {value}\n{SOURCES}".encode(), "x", DAY).problems
    assert (problem.message, problem.hint) == (f'"genres": {message}', hint)


KEYS_OF_A_SHOW = r'''
premiere = 2025-04-24
seasons = 1
genres = ["comedy", "drama"]
themes = [
    "one",  # a comment
    "two"
]
premise = """\
Long \
text.
[[cast]]
"""
ids = { imdb = "tt0000001" }
'''
IN_LINES = WHOLE.replace("[show]\n", f"[show]{KEYS_OF_A_SHOW}")
KEYS = ["title", "id", "number", "season", "sources", "premiere", "seasons", "genres", "themes", "premise", "ids"]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (" =\n", "the value must begin on the line of its key"),
        ("=\n\n    ", "the value must begin on the line of its key"),
        (" = # it is\n  # this\n", "the value must begin on the line of its key"),
        ("\n= ", '"=" must be on the line of its key'),
        ("\n  =\n", '"=" must be on the line of its key'),
    ],
)
def test_a_value_below_its_key_is_told_once(key: str, broken: str, message: str) -> None:
    assert told(IN_LINES) == []
    text = IN_LINES.replace(f"\n{key} = ", f"\n{key}{broken}", 1)
    (problem,) = check(text.encode(), "x", DAY).problems
    assert (problem.place.line, problem.message) == (line_of(text, f"\n{key}{broken}") + 1, f'"{key}": {message}')
    assert (problem.hint, problem.edit is None) == (("", True) if "#" in broken else ("write it there", False))


def test_items_below_a_key_without_the_bracket_before_them_are_told_once() -> None:
    text = IN_LINES.replace("themes = [", "themes =")
    (problem,) = check(text.encode(), "x", DAY).problems
    assert (problem.message, problem.hint) == ('"themes": there is no [ after "="', "write [ after it")


@pytest.mark.parametrize(
    "below", ["[[cast]]\nname = 'B'\nsources = ['a']", '["cast"]', "[cast]", '"name" = 1', "name = 1", "it", "[x]"]
)
def test_what_is_no_value_is_none_of_the_key_above_it(below: str) -> None:
    text = f"{WHOLE}note =\n{below}\n"
    note, *others = [each.message for each in check(text.encode(), "x", DAY).problems]
    assert note == '"note": there is no value'
    assert bool(others) == (not below.startswith("[[cast"))


FIRST_QUOTES = ['"\\', '""\\', "“““\\", "”””\\", "„„„\\", "''\\", "“\\", "'''\\", '""', '"', "“““"]


@pytest.mark.parametrize("first", FIRST_QUOTES)
@pytest.mark.parametrize("text", ["", "It’s long"])
def test_broken_first_quotes_of_a_text_of_several_lines_are_told_once(first: str, text: str) -> None:
    found = first.removesuffix("\\")
    whole = IN_LINES.replace('"""\\\n', f"{found}{text}\n" if text else f"{first}\n", 1)
    (problem,) = check(whole.encode(), "x", DAY).problems
    assert (problem.message, problem.hint) == (f'"premise": expected """, found {found}', 'write """')
    assert (problem.edit is None) == (found == "“" and bool(text))


@pytest.mark.parametrize("first", ["\\", "It is", "24 people", "Is it"])
def test_missing_first_quotes_of_a_text_of_several_lines_are_told_once(first: str) -> None:
    whole = IN_LINES.replace('"""\\\n', f"{first}\n", 1)
    (problem,) = check(whole.encode(), "x", DAY).problems
    assert (problem.message, problem.hint) == ('"premise": there is no """ before the text', 'write """')


def test_what_follows_a_value_that_is_none_is_read_where_no_quotes_end_it() -> None:
    text = spoilt("[show]\n", '[show]\nnote = It is\n# so """\nseasons = "1"\n')
    assert [code for code, _ in told(text)] == [SYNTAX, WRONG_TYPE]


SECOND = '[[cast]]\nname = "B"\nepisodes = ["S01E01"]\nsources = ["a"]\n'
SOURCE_B = '[[sources]]\nid = "b"\ntitle = "B"\nurl = "https://example.org/b"\n'


@pytest.mark.parametrize("header", ["[[cast.luke]]", "[[cast.1]]", "[cast.luke]", "[ cast . 'a b' ]"])
def test_a_header_with_a_name_before_those_of_its_section_is_told_and_not_them(header: str) -> None:
    text = spoilt("[[cast]]", header) + SECOND
    (problem,) = check(text.encode(), "x", DAY).problems
    assert (problem.code, problem.place.line) == (WRONG_TYPE, line_of(text, header))
    assert (problem.message, problem.hint) == ('"cast" must be an array of tables, found a table', "write [[cast]]")


@pytest.mark.parametrize("before", ["[[sources]]", '[[sources]]\nid = "a"'])
@pytest.mark.parametrize("header", ["[sources.a]", "[[sources.a]]"])
def test_of_the_records_with_names_before_those_of_their_section_nothing_is_concluded(
    before: str, header: str
) -> None:
    text = spoilt(before, header).replace('"a"]', '"a", "b"]') + SOURCE_B
    (problem,) = check(text.encode(), "x", DAY).problems
    assert (problem.code, problem.place.line) == (WRONG_TYPE, line_of(text, header))
    assert problem.hint == ("each record begins with [[sources]]" if "id" in before else "write [[sources]]")


def test_each_header_with_a_name_is_told_once_before_those_of_its_section() -> None:
    named = "[cast.a]\nname = 'A'\n[[cast.b]]\nx = 1\n[[cast.b]]\n[cast.c.d]\n"
    text = WHOLE.split(PART, maxsplit=1)[0] + named + SECOND
    headers = ["[cast.a]", "[[cast.b]]\nx", "[[cast.b]]\n[cast"]
    assert told(text) == [(WRONG_TYPE, line_of(text, header)) for header in headers]


@pytest.mark.parametrize("header", ["[[cast.b]]", "[cast.b]"])
def test_a_record_with_a_name_behind_others_is_told_as_one(header: str) -> None:
    (problem,) = check(f"{WHOLE}{SECOND.replace('[[cast]]', header)}".encode(), "x", DAY).problems
    assert (problem.message, problem.hint) == ('no such key "b"', "each record begins with [[cast]]")


def test_a_header_of_a_show_in_double_brackets_is_refused_and_told() -> None:
    text = spoilt("[show]", "[[show]]")
    (problem,) = check(text.encode(), "x", DAY).problems
    assert (problem.code, problem.place.line, problem.hint) == (WRONG_TYPE, 2, "write [show]")
    with pytest.raises(InvalidCatalogueError):
        parse(text.encode())


TWO_SOURCES = WHOLE.replace(SOURCES, f"{SOURCES}{SOURCE_B}").replace('"a"]', '"a", "b"]')
AFTER_A_COMPANY = f"{FORMAT}{SHOW}{SOURCES}{ONE}{COMPANY}{PART}character = 'C'\n"


@pytest.mark.parametrize(
    ("whole", "header", "message"),
    [
        (f"{WHOLE}{SECOND}", '[[cast]]\nname = "B"', '"name" is there already in line 19'),
        (
            f"{FORMAT}{SHOW}{SOURCES}{ONE}{TWO}",
            "[[episodes]]\nseason = 1\nnumber = 2",
            '"season" is there already in line 10',
        ),
        (TWO_SOURCES, '[[sources]]\nid = "b"', '"id" is there already in line 6'),
        (AFTER_A_COMPANY, "[[cast]]", '"name" is there already in line 16'),
    ],
)
def test_a_record_without_its_header_is_told_once_where_it_begins(whole: str, header: str, message: str) -> None:
    section, rest = header.strip("[").split("]]")
    text = whole.replace(header, rest.strip("\n"))
    (problem,) = check(text.encode(), "x", DAY).problems
    assert (problem.message, problem.hint) == (message, f"the header [[{section}]] may be missing between them")


@pytest.mark.parametrize(
    ("pair", "line"),
    [
        ('name = "B"', 'name = "B"'),
        ('name = "B"', 'name = "B"\nnote = "x"'),
        ("[show.ids]", '[show.ids]\nimdb = "tt0000001"'),
    ],
)
def test_no_header_is_said_to_be_missing_where_one_key_stands_twice(pair: str, line: str) -> None:
    text = spoilt(SHOW, f"{SHOW}[show.ids]\n").replace(pair, f"{line}\n{line.splitlines()[-1]}", 1)
    (problem,) = check(text.encode(), "x", DAY).problems
    assert (problem.code, problem.hint) == (SYNTAX, "")


def test_ids_outside_of_the_show_are_told_with_their_header() -> None:
    for text in (spoilt("[show]", "[ids]\nimdb = 'tt0000001'\n[show]"), spoilt(SOURCES, f"[ids]\na = '1'\n{SOURCES}")):
        (problem,) = check(text.encode(), "x", DAY).problems
        assert (problem.message, problem.hint) == ('no such key "ids"', "write [show.ids]")


@pytest.mark.parametrize("rest", ["", "[[images]]\nb*d = 1\n"])
def test_the_sources_of_a_show_below_a_header_of_its_ids_are_told_there_alone(rest: str) -> None:
    before = 'title = "A show"\nsources'
    (problem, *others) = check(spoilt(before, before.replace("sources", "[ids]\nsources")).encode(), "x", DAY).problems
    assert (problem.message, problem.hint, others) == ('no such key "ids"', "write [show.ids]", [])
    text = spoilt(before, before.replace("sources", "[show.ids]\nsources")) + rest
    (problem, *others) = check(text.encode(), "x", DAY).problems
    assert (problem.code, problem.hint) == (WRONG_TYPE, "write it below [show] itself, before its ids")
    assert [each.code for each in others] == [SYNTAX] * bool(rest)


@pytest.mark.parametrize("pair", ['note = "It is"', 'logline = "It is"', 'status = "ended"'])
def test_a_key_of_the_show_is_no_id(pair: str) -> None:
    key = pair.partition(" ")[0]
    (problem,) = check(spoilt(SHOW, f'{SHOW}[show.ids]\nimdb = "tt0000001"\n{pair}\n').encode(), "x", DAY).problems
    message = f'"ids", key "{key}": is a key of the show, and names no scheme'
    assert (problem.code, problem.message) == (MALFORMED_ID, message)
    assert problem.hint == "write it below [show] itself, before its ids"


def test_a_show_whose_title_is_among_its_ids_can_not_be_read_and_that_is_told() -> None:
    text = spoilt(
        '[show]\ntitle = "A show"\nsources = ["a"]\n', '[show]\nsources = ["a"]\n[show.ids]\ntitle = "A show"\n'
    )
    assert [code for code, _ in told(text)] == [MISSING_KEY, MALFORMED_ID]
    with pytest.raises(InvalidCatalogueError):
        parse(text.encode())
