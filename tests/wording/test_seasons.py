"""When a season was shown, in words."""

import datetime as dt

import pytest

from etoile_cli.catalogue.episodes import Season
from etoile_cli.text.dates import Date, PartialDate
from etoile_cli.wording.seasons import season_dates

DAY = dt.date(2003, 9, 8)


@pytest.mark.parametrize(
    ("premiere", "finale", "text"),
    [
        (DAY, dt.date(2003, 12, 1), "8 September 2003 to 1 December 2003"),
        (DAY, DAY, "8 September 2003"),
        (DAY, None, "from 8 September 2003"),
        (None, DAY, "until 8 September 2003"),
        (None, None, ""),
        (DAY, PartialDate(2004), "8 September 2003 to 2004"),
        (PartialDate(2002), DAY, "2002 to 8 September 2003"),
        (PartialDate(2003), PartialDate(2003), "2003"),
        # The year of the other end says no more than the day does.
        (DAY, PartialDate(2003), "from 8 September 2003"),
        (DAY, PartialDate(2003, 9), "from 8 September 2003"),
        (PartialDate(2003, 9), PartialDate(2003), "from September 2003"),
        (PartialDate(2003), DAY, "until 8 September 2003"),
        (PartialDate(2003), PartialDate(2003, 12), "until December 2003"),
    ],
)
def test_of_a_date_and_the_year_it_is_in_only_the_date_is_told(
    premiere: Date | None, finale: Date | None, text: str
) -> None:
    assert season_dates(Season(number=1, premiere=premiere, finale=finale)) == text


@pytest.mark.parametrize(
    ("number", "title", "heading"),
    [
        (2, "The Return", "Season 2: The Return"),
        (2, None, "Season 2"),
        (2, "season 2", "Season 2"),
        (0, "Specials", "Specials"),
        (0, "Special nights", "Specials: Special nights"),
    ],
)
def test_a_title_that_only_says_the_number_is_not_told_again(number: int, title: str | None, heading: str) -> None:
    assert Season(number=number, title=title).heading == heading
