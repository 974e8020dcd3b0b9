"""`add`, `set` and `remove` change a catalogue that has mistakes: most are mended by them, the others in their way."""

from pathlib import Path

import pytest

from tests.cli.commands.kept import KEPT, kept
from tests.door import run

pytestmark = pytest.mark.usefixtures("mine")

# What keeps a catalogue from being read: words of no enumeration, other types, keys that there are not.
MISTAKEN = (
    KEPT.replace('"Vera"\nbilling = "main"', '"Vera"\nbilling = "star"')
    .replace('genres = ["drama", "comedy"]', 'genres = "drama"')
    .replace('title = "One"', 'title = "One"\nruntime = "52"\nfoo = [1, 2]')
    .replace('cites.name = ["site"]', 'cites = "site"')
)


@pytest.fixture(autouse=True)
def mistaken(mine: Path) -> None:
    mine.write_text(MISTAKEN, encoding="utf-8")


@pytest.mark.parametrize(
    ("command", "old", "new", "told"),
    [
        ("set show genres=dance", '"drama"', '["dance"]', 'show: genres: "drama" → ["dance"]'),
        ("set show genres+=dance", '"drama"', '["drama", "dance"]', 'show: genres: "drama" → ["drama", "dance"]'),
        ("set show genres-=drama", 'genres = "drama"  # in this order\n', "", 'show: genres: - "drama"'),
        ("set show title=Door", '"The Gate"', '"Door"', 'show: title: "The Gate" → "Door"'),
        ("set episodes S01E01 foo=", "foo = [1, 2]\n", "", "episodes: S01E01 One: foo: - [1, 2]"),
        ("set cast star billing=main", '"star"', '"main"', 'cast: Ana Ruiz (Vera): billing: "star" → "main"'),
        ("set cast 花子 character=", 'character = "花"\n', "", 'cast: 山田 花子 (花): character: - "花"'),
        (
            "set cast 花 cites.name=site",
            'cites = "site"',
            'cites = { name = ["site"] }',
            'cast: 山田 花子 (花): cites: "site" → { name = ["site"] }',
        ),
        ("set episodes S01E01 runtime=52", '"52"', "52", 'episodes: S01E01 One: runtime: "52" → 52'),
        (
            "set cast 'old vera' ids.imdb=nm1",
            '"Old Vera"\n',
            '"Old Vera"\nids.imdb = "nm1"\n',
            'cast: Ana Ruiz (Old Vera): ids: imdb: + "nm1"',
        ),
        (
            "remove cast OLD",
            '# A guest.\n[[cast]]\nname = "Ana Ruiz"\ncharacter = "Old Vera"\n\n',
            "",
            "cast: - Ana Ruiz (Old Vera)",
        ),
        (
            "add sources id=x title=X url=https://example.org/x",
            'https://example.org/"\n',
            'https://example.org/"\n\n[[sources]]\nid = "x"\ntitle = "X"\nurl = "https://example.org/x"\n',
            "sources: + X (x)",
        ),
    ],
)
def test_it_is_changed_and_its_other_mistakes_stay(command: str, old: str, new: str, told: str) -> None:
    done = run(f"etoile {command}")
    assert (done.stdout, done.stderr) == ("", f"etoile: {told}\n")
    assert MISTAKEN.count(old) == 1
    assert kept() == MISTAKEN.replace(old, new)


def test_what_would_bring_another_error_is_refused() -> None:
    done = run("etoile set cast old billing=star", code=4)
    assert (done.stdout, done.stderr) == (
        "",
        (
            'mine.toml:19:11: error[bad-value]: cast "Ana Ruiz": "billing" must be one of "main", "recurring", '
            '"guest", found the string "star" (did you mean "main"?)\n'
            "hint: nothing was written: the change would bring this error\n"
        ),
    )
    assert kept() == MISTAKEN


def test_a_mistake_of_a_record_that_gets_another_name_or_number_is_no_new_one(mine: Path) -> None:
    run("etoile set cast star name=Bo")
    assert kept() == MISTAKEN.replace('name = "Ana Ruiz"', 'name = "Bo"', 1)
    mine.write_text('format = 1\n[show]\ntitle = "x"\n[[crew]]\nnote = "a"\n[[crew]]\nnote = "b"\n', encoding="utf-8")
    run("etoile remove crew a")
    assert kept().count("[[crew]]") == 1


def test_a_mistake_that_names_a_line_is_no_new_one_where_the_line_moves(mine: Path) -> None:
    mine.write_text(f'{KEPT}\n[[sources]]\nid = "site"\ntitle = "T"\n', encoding="utf-8")
    assert run("etoile set show note=x").stderr == "etoile: show: note: + x\n"


def test_what_no_record_holds_is_the_answer_no() -> None:
    done = run("etoile remove cast nobody", code=1)
    assert done.stderr == 'etoile: nothing in cast matches "nobody"\n'


def test_several_records_are_listed() -> None:
    done = run("etoile remove cast ruiz", code=2)
    assert done.stderr == (
        "etoile: error: 2 records in cast match, and only one is to be changed:\n"
        "Ana Ruiz (Vera)\nAna Ruiz (Old Vera)\n"
        "hint: more words choose one of them, --all takes all\n"
    )


@pytest.mark.parametrize("command", ["set cast a note=x", "remove cast a", "add cast name=x"])
@pytest.mark.parametrize("section", ["cast = 3", 'cast = ["a"]', 'cast = { name = "a" }'])
def test_a_section_that_holds_no_records_is_told(command: str, section: str, mine: Path) -> None:
    mine.write_text(f'format = 1\n{section}\nshow = {{ title = "x" }}\n', encoding="utf-8")
    done = run(f"etoile {command}", code=3)
    assert done.stderr.startswith("mine.toml:2:")


@pytest.mark.parametrize("command", ["set show note=x", "remove cast ruiz", "add cast name=x"])
def test_a_text_that_is_not_toml_is_told_with_what_mends_it(command: str, mine: Path) -> None:
    mine.write_text(KEPT.replace('"The Gate"', "The Gate"), encoding="utf-8")
    done = run(f"etoile {command}", code=3)
    assert done.stderr == (
        'mine.toml:5:9: error[syntax]: show: "title": The Gate is not a value (text must be in quotes: "The Gate")\n'
        "hint: etoile check --fix mine.toml mends what is certain, etoile edit opens it in an editor\n"
    )
