"""Seasons and their episodes in a real browser."""

from datetime import date
from pathlib import Path

from etoile_cli.catalogue.episodes import Episode, Season
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.records import Show, Source
from tests.export.browser import Browser
from tests.export.pages import written

CATALOGUE = Catalogue(
    format=1,
    show=Show(title="x"),
    seasons=(Season(number=1, title="שלום", sources=("book",)),),
    episodes=(Episode(season=1, number=1, through=2, title="Pilot", released=date(2025, 4, 24)),),
    sources=(Source(id="book", title="Book"),),
)


def test_the_mark_of_a_season_stands_behind_its_title_whatever_its_script(chromium: Browser, tmp_path: Path) -> None:
    chromium.show(written(CATALOGUE, tmp_path))
    end, beginning = chromium.ask(
        "[document.querySelector('h3 > span').getBoundingClientRect().right,"
        " document.querySelector('h3 .marks').getBoundingClientRect().left]"
    )
    assert end <= beginning


def test_the_code_of_a_double_episode_stands_in_one_line(chromium: Browser, tmp_path: Path) -> None:
    chromium.show(written(CATALOGUE, tmp_path))
    for width in (375, 600, 768, 900, 1280):
        chromium.look(width)
        height, line = chromium.ask(
            "(each => [each.offsetHeight, parseFloat(getComputedStyle(each).lineHeight)])"
            "(document.querySelector('.episode span'))"
        )
        assert height < 1.5 * line, width
