"""Seasons on the page and in the fact sheet: their records head their episodes, and nothing is told twice."""

from etoile_cli.catalogue.reader import parse
from etoile_cli.export.booklet import booklet
from etoile_cli.export.html_ import html
from etoile_cli.export.md import md
from tests.door import CHECKOUT

CATALOGUE = parse((CHECKOUT / "tests" / "data" / "seasons.toml").read_bytes())

SHEET = """\
## Seasons

| Number | Episodes |
| --- | --- |
| Season 3 [^s1]<br>Premise: To come. | 8 |

## Episodes

### Season 1: Beginnings [^s1]

- **Premiere:** 2 May 2017
- **Finale:** November 2017
- **Episodes:** 3
- **Premise:** A heist is planned.

| Episode | Title | Released | Absolute |
| --- | --- | --- | --- |
| S01E01–E02 | Pilot [^s1]<br>Titles: Korean: 파일럿, French: Pilote<br>\
Synopsis: They meet. They part. | 2 May 2017 | 1 |
| S01E03 | Third [^s1] |  | 3 |

### Season 2: The Return [^s1]

- **Premiere:** 2019

| Episode | Title | Released | Absolute |
| --- | --- | --- | --- |
| S02E01 | Fourth [^s1] |  | 4 |
| S02E02 | Fifth [^s1] |  | 5 |

### Specials [^s1]

- **Episodes:** 3

| Episode | Title | Released | Absolute |
| --- | --- | --- | --- |
| S00E01 | The Making Of [^s1]<br>After: S01E02 | 1 January 2018 |  |
"""


def test_a_season_heads_its_episodes_in_the_fact_sheet_and_one_without_stands_under_seasons() -> None:
    assert SHEET in "\n".join(md(CATALOGUE))


def test_a_season_heads_its_episodes_on_the_page() -> None:
    page = "\n".join(html(CATALOGUE))
    assert page.count("A heist is planned.") == 2  # with the data for search engines
    for heading in ("Season 1: Beginnings", "Season 2: The Return", "Specials"):
        assert page.count(f'<h3 dir="auto">{heading}&#8239;<span class="marks">') == 1


def test_without_seasons_of_their_own_there_is_no_chapter_of_seasons() -> None:
    def chapters(numbers: set[int]) -> list[str]:
        seasons = tuple(each for each in CATALOGUE.seasons if each.number in numbers)
        return [chapter.key for chapter in booklet(type(CATALOGUE)(**fields | {"seasons": seasons})).chapters]

    fields = {name: getattr(CATALOGUE, name) for name in CATALOGUE.__struct_fields__}
    assert chapters({0, 1, 2}) == ["cast", "creators", "episodes"]
    assert chapters({0, 1, 2, 3}) == ["cast", "creators", "seasons", "episodes"]
