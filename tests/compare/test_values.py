"""How a change of a value is told: what came, what went, what became something else."""

import pytest

from tests.compare.catalogues import records, told

COMPANIES = records("companies", 'id = "lb"; name = "Le Ballet"', 'id = "mb"; name = "Metropolitan"')


def _of_part(old: str, new: str, more: str = "") -> list[str]:
    return told(*(more + records("cast", f'name = "X"; {keys}') for keys in (old, new)))


def _of_show(old: str, new: str) -> list[str]:
    return told(f"{old}\n", f"{new}\n")


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('character = "Sid Baker"', 'character = "Sidonie Baker"', "character: Sid Baker → Sidonie Baker"),
        ('billing = "guest"', 'billing = "main"', "billing: guest → main"),
        ("", 'role = "dancer"', "role: + dancer"),
        ('role = "dancer"', "", "role: - dancer"),
        ("", 'note = ""', 'note: + ""'),
        ('company = "lb"', 'company = "mb"', "company: Le Ballet → Metropolitan"),
        ('company = "lb"', 'company = "gone"', "company: Le Ballet → gone"),
        ('sources = ["old", "a"]', 'sources = ["a", "bbc"]', "sources: + bbc, - old"),
        ('sources = ["a"]', "", "sources: - a"),
        ('known_for = ["A", "B"]', 'known_for = ["B", "A"]', "known_for: A, B → B, A"),
        ('known_for = ["A, B", "C"]', 'known_for = ["C", "A, B"]', "known_for: A, B; C → C; A, B"),
        ('known_for = ["A", "A"]', 'known_for = ["A"]', "known_for: - A"),
        (
            'known_for = ["A", "B", "C"]',
            'known_for = ["D", "C", "A"]',
            "known_for: + D, - B, the others in another order",
        ),
        ('known_for = ["A", "B", "C"]', 'known_for = ["A", "D", "C"]', "known_for: + D, - B"),
        ('episodes = ["S01E01"]', 'episodes = ["S01E01", "S02", "S03"]', "episodes: + S02, + S03"),
        ('ids = { imdb = "nm1" }', 'ids = { imdb = "nm2" }', "ids: imdb: nm1 → nm2"),
        ('ids = { imdb = "nm1" }', 'ids = { tmdb = "7", imdb = "nm1" }', "ids: tmdb: + 7"),
        (
            'cites = { role = ["a", "b"] }',
            'cites = { role = ["b", "c"] }',
            "cites: role: + c, - a",
        ),
        ('cites = { role = ["a"] }', "", "cites: role: - a"),
    ],
)
def test_a_value_is_told_by_what_is_different(old: str, new: str, line: str) -> None:
    assert _of_part(old, new, COMPANIES) == [f"cast: X: {line}"]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('premiere = "2025-04"', "premiere = 2025-04-24", "premiere: 2025-04 → 2025-04-24"),
        ('premiere = "2025"', "", "premiere: - 2025"),
        ("runtime = 60", "runtime = [52, 75]", "runtime: 60 minutes → 52–75 minutes"),
        ("runtime = 60", "runtime = [60, 60]", "runtime: 60 → 60; 60"),
        ('status = "running"', 'status = "in-production"', "status: running → in production"),
        ('countries = ["FR"]', 'countries = ["GB", "FR"]', "countries: + United Kingdom"),
        ('titles = { fr = "A" }', 'titles = { fr = "B", ko = "에투알" }', "titles: fr: A → B"),
        ("seasons = 1", "seasons = 2", "seasons: 1 → 2"),
    ],
)
def test_people_read_names_for_codes_and_days_as_the_file_has_them(old: str, new: str, line: str) -> None:
    assert _of_show(old, new)[0] == f"show: {line}"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("a  b", "a b", '"a  b" → "a b"'),
        ("a", "a ", '"a" → "a "'),
        ("a\\nb", "a b", r'"a\nb" → "a b"'),
        ("é", "e\\u0301", r'"\u00e9" → "e\u0301"'),
        ("ab", "a\\u200bb", r'"ab" → "a\u200bb"'),
        ("", "a", '"" → "a"'),
        ("a\\u001b[31m", "b", r"a\u001b[31m → b"),
        ("[bold]a[/bold]", ":star:", "[bold]a[/bold] → :star:"),
    ],
)
def test_texts_that_look_the_same_are_told_exactly_and_no_control_is_sent(old: str, new: str, line: str) -> None:
    assert _of_part(f'note = "{old}"', f'note = "{new}"') == [f"cast: X: note: {line}"]


@pytest.mark.parametrize(("old", "new"), [("A ", "A"), ("é", "e\\u0301")])
def test_items_that_look_the_same_are_told_exactly(old: str, new: str) -> None:
    [line] = _of_part(f'known_for = ["{old}"]', f'known_for = ["{new}"]')
    came, _, went = line.removeprefix("cast: X: known_for: + ").partition(", - ")
    assert came.startswith('"')
    assert went.startswith('"')
    assert came != went


def test_a_company_whose_id_changed_is_told_by_its_ids_where_its_name_says_nothing() -> None:
    old = records("companies", 'id = "lb"; name = "Le Ballet"') + records("cast", 'name = "X"; company = "lb"')
    assert told(old, old.replace('"lb"', '"ballet"')) == [
        "companies: Le Ballet: id: lb → ballet",
        'cast: X: company: "lb" → "ballet"',
    ]


def test_of_long_texts_what_is_the_same_is_left_out() -> None:
    words = " ".join(f"w{number}" for number in range(30))
    assert _of_part(f'note = "{words}"', f'note = "{words.replace("w15", "new")}"') == [
        "cast: X: note: … w11 w12 w13 w14 w15 w16 w17 w18 w19 … → … w11 w12 w13 w14 new w16 w17 w18 w19 …"
    ]
    assert _of_part(f'note = "{words}"', f'note = "{words} end"') == [
        "cast: X: note: … w26 w27 w28 w29 → … w26 w27 w28 w29 end"
    ]
    few = " ".join(words.split()[:11])
    assert _of_part(f'note = "{few}"', f'note = "{few} end"') == [f"cast: X: note: {few} → {few} end"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('name = "A"; role = "x"', 'role = "x"; name = "A"  # a comment'),
        ('name = "A"', "name = 'A'"),
        ('name = "A"; ids = { imdb = "nm1", tmdb = "2" }', 'name = "A"; ids = { tmdb = "2", imdb = "nm1" }'),
        ('name = "A"; sources = []', 'name = "A"'),
        ('name = "A"; ids = {}', 'name = "A"'),
    ],
)
def test_spelling_is_no_change(old: str, new: str) -> None:
    assert told(records("cast", old), records("cast", new)) == []
