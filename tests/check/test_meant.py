"""What proposals lead to: what was meant where that is clear, or there is none."""

from collections.abc import Iterator

import pytest
import tomli

from etoile_cli.check.problem import Problem
from tests.check.test_hints import followed, report
from tests.thoroughness import breadth

BEFORE = "format = 1\n[show]\n"
AFTER = '[[sources]]\nid = "fqm"\ntitle = "A"\nurl = "https://a.org/"\naccessed = 2025-11-06\n'
MARKS = "\"'“”„«»‘’`´＂,;[]{}()<>=:#| "
RIGHT = [
    'title = "Étoile"',
    'status = "cancelled"',
    'genres = ["comedy", "drama"]',
    "genres = ['comedy', 'drama']",
    'sources = ["fqm"]',
    'countries = ["US"]',
    'ids = {imdb = "tt27740241", tmdb = "219543"}',
    'also_known_as = ["It\'s a \'x\'", "B (2)"]',
    "note = 'say \"hi\"'",
    'note = "a, b"',
    'genres = [\n  "comedy",\n  "drama",\n]',
    'genres = [ "comedy", "drama", ] # "both"',
    'ids = {\n  imdb = "tt27740241",\n  tmdb = "3",\n}',
    'title = "The “Show”"',
    'title = "What\'s Up?"',
    'note = "It\'s 5 feet; see [x] (y) and C#."',
    'note = """a b"""',
    "note = '''a b'''",
    "themes = [\"x y\", 'z']",
    "status = 'ended' # \"ended\"",
    "seasons = 1",
    "premiere = 2025-04-24",
]


def catalogue(statement: str) -> str:
    title = "" if statement.startswith("title") else 'title = "x"\n'
    return f"{BEFORE}{title}{statement}\n{AFTER}"


def spoilt(right: str) -> Iterator[str]:
    """Yield a statement with one slip in its value each: a mark too many, too few, another one, or changed places."""
    for at in range(right.index("=") + 2, len(right) + 1):
        before, here, behind = right[:at], right[at : at + 1], right[at + 1 :]
        if not (right[at - 1].isalnum() and here.isalnum()):  # an apostrophe may stand within a word
            yield from (f"{before}{mark}{here}{behind}" for mark in (*MARKS, '""', '""""', '\\"'))
        if here and not here.isalnum():
            yield from (f"{before}{mark}{behind}" for mark in MARKS)
            yield f"{before}{behind}"
        if behind:
            yield f"{before}{behind[0]}{here}{behind[1:]}"
    yield from (right.replace('"', left, 1).replace('"', other, 1) for left in MARKS[:11] for other in MARKS[:11])
    yield from (right.replace('"', '\\"'), right.replace('"', '""'), right.replace("'", "''"), right.replace('"', "'"))


def misled(statement: str, right: str) -> Problem | None:
    """Return the proposal that leads to something else than what was meant; `None` if none does."""
    text = catalogue(statement)
    problem: Problem | None = None
    while not is_toml(text):
        problem = next((each for each in report(text).problems if each.edit), None)
        if problem is None:
            return None
        text = followed(text, problem)
    meant = tomli.loads(catalogue(right))
    return problem if problem and tomli.loads(text) != meant else None


def is_toml(text: str) -> bool:
    try:
        tomli.loads(text)
    except tomli.TOMLDecodeError:
        return False
    return True


@pytest.mark.parametrize("right", RIGHT)
def test_what_is_proposed_for_one_slip_is_what_was_meant(right: str) -> None:
    every = list(dict.fromkeys(spoilt(right)))
    for statement in breadth(every, every[::3]):
        problem = misled(statement, right)
        assert problem is None, (statement, problem)


@pytest.mark.parametrize(
    ("statement", "right"),
    [
        ('genres = ["comedy”, "drama"]', 'genres = ["comedy", "drama"]'),
        ('genres = ["comedy", "drama”]', 'genres = ["comedy", "drama"]'),
        ('ids = {imdb = "tt27740241”, tmdb = "3"}', 'ids = {imdb = "tt27740241", tmdb = "3"}'),
        ('status = "cancelled„', 'status = "cancelled"'),
        ('sources = ["fqm\', "wtw"]', 'sources = ["fqm", "wtw"]'),
        ('genres = ["comedy", "drama]"', 'genres = ["comedy", "drama"]'),
        ('countries = ["US]"', 'countries = ["US"]'),
        ('ids = {tmdb = "219543}"', 'ids = {tmdb = "219543"}'),
        ('title = \\"Étoile\\"', 'title = "Étoile"'),
        ('title = ,"Étoile"', 'title = "Étoile"'),
        ('title = ""Étoile""', 'title = "Étoile"'),
        ('title = """Étoile"', 'title = "Étoile"'),
        ('ids = [ imdb = "tt27740241" ]', 'ids = { imdb = "tt27740241" }'),
        ('genres = "comedy", "drama"]', 'genres = ["comedy", "drama"]'),
        ('genres = "["comedy", "drama"]"', 'genres = ["comedy", "drama"]'),
        ("title = [Watching: a, b]", 'title = "[Watching: a, b]"'),
        ('note = "It\\\'s"', 'note = "It\'s"'),
        ('title＝"Étoile"', 'title = "Étoile"'),
        ('title.= "Étoile"', 'title = "Étoile"'),
    ],
)
def test_what_is_clear_is_proposed_in_one_step(statement: str, right: str) -> None:
    text = catalogue(statement)
    (problem,) = [each for each in report(text).problems if each.edit]
    assert tomli.loads(followed(text, problem)) == tomli.loads(catalogue(right))


@pytest.mark.parametrize(
    "statement",
    [
        'title = "Étoile\\"',
        'title = "Étoile]',
        'title = "Étoile,',
        "title = ''Étoile'",
        "title = \"the boys'",
        "note = \"is 5'10”",
        'note = ""A" and "B""',
        'genres = ["comedy\\", "drama"]',
        'genres = ["comedy", ","drama"]',
        'genres = ["comedy], "drama"]',
        "genres = <comedy, drama>",
        "genres = (comedy, drama)",
        'genres = split("comedy,drama")',
        'genres = "split(comedy, drama)"',
        'genres = "<comedy, drama>"',
        'genres = ["B (2")]',
        'also_known_as = [Étoile: a, b"]',
        'also_known_as = ["Étoile: a," b"]',
        'note = "see [x] and C#."]',
        'note = \'He says \\“hi\\" to Ana."',
        'note = "He says \\“hi\\” to Ana."',
        'note = ""’a b"""',
        'note = .say "hi"\'',
    ],
)
def test_nothing_is_proposed_where_it_is_not_clear_what_was_meant(statement: str) -> None:
    assert [each.edit for each in report(catalogue(statement)).problems if each.edit] == []
