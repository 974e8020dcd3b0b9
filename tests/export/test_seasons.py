"""Seasons on the page and in the fact sheet: their records head their episodes, and nothing is told twice."""

from msgspec.structs import replace

from etoile_cli.catalogue.episodes import Season
from etoile_cli.catalogue.reader import parse
from etoile_cli.export.booklet import booklet
from etoile_cli.export.html_ import html
from etoile_cli.export.md import md
from tests.door import CHECKOUT

CATALOGUE = parse((CHECKOUT / "tests" / "data" / "seasons.toml").read_bytes())

SHEET = """\
## Episodes

### Season 1: Beginnings [^s1]

- **Premiere:** 2 May 2017
- **Finale:** November 2017
- **Episodes:** 3
- **Premise:** A heist is planned.

| Episode | Title | Released | Absolute |
| --- | --- | --- | --- |
| S01E01–E02 | Pilot [^s1]<br>Titles: Korean: 파일럿, French: Pilote<br>\
Synopsis: They meet.<br><br>They part. | 2 May 2017 | 1 |
| S01E03 | Third [^s1] |  | 3 |

### Season 2: The Return [^s1]

- **Premiere:** 2019

| Episode | Title | Released | Absolute |
| --- | --- | --- | --- |
| S02E01 | Fourth [^s1] |  | 4 |
| S02E02 | Fifth [^s1] |  | 5 |

### Season 3 [^s1]

- **Episodes:** 8
- **Premise:** To come.

### Specials [^s1]

- **Episodes:** 3

| Episode | Title | Released | Absolute |
| --- | --- | --- | --- |
| S00E01 | The Making Of [^s1]<br>After: S01E02 | 1 January 2018 |  |
"""


def test_a_season_heads_its_episodes_in_the_fact_sheet_and_one_without_has_its_place_among_them() -> None:
    assert SHEET in "\n".join(md(CATALOGUE))


def test_a_season_heads_its_episodes_on_the_page() -> None:
    page = "\n".join(html(CATALOGUE))
    assert page.count("A heist is planned.") == 2  # with the data for search engines
    for heading in ("Season 1: Beginnings", "Season 2: The Return", "Specials"):
        assert page.count(f'<h3><span dir="auto">{heading}</span>&#8239;<span class="marks">') == 1


def test_a_season_without_episodes_has_no_table_and_its_place_among_the_others() -> None:
    page = "\n".join(html(CATALOGUE))
    headings = ("Season 1: Beginnings", "Season 2: The Return", "Season 3", "Specials")
    places = [page.index(f'<h3><span dir="auto">{heading}</span>&#8239;') for heading in headings]
    assert places == sorted(places)
    assert "<table" not in page[places[2] : places[3]]


def test_only_seasons_that_head_no_episodes_are_a_chapter_of_their_own() -> None:
    def chapters(**changed: object) -> list[str]:
        return [chapter.key for chapter in booklet(replace(CATALOGUE, **changed)).chapters]

    assert chapters() == ["cast", "creators", "episodes"]
    assert chapters(episodes=()) == ["cast", "creators", "seasons"]
    # A second record of a season heads nothing.
    assert chapters(seasons=(*CATALOGUE.seasons, replace(CATALOGUE.seasons[0]))) == [
        "cast",
        "creators",
        "seasons",
        "episodes",
    ]


def test_a_season_keeps_the_paragraphs_of_its_premise_and_its_note() -> None:
    season = Season(number=1, premise="One.\n\nTwo.", note="Three.\n\nFour.")
    given = replace(CATALOGUE, seasons=(season,))
    sheet, page = "\n".join(md(given)), "\n".join(html(given))
    assert "- **Premise:** One.<br><br>Two.\n- **Note:** Three.<br><br>Four." in sheet
    for texts in (("One.", "Two."), ("Three.", "Four.")):
        assert " ".join(f'<span class="item"><span dir="auto">{each}</span></span>' for each in texts) in page
