"""What people read of the invented shows: cards, lists and fact sheets, as they stand in tests/golden."""

from collections.abc import Callable

from tests.shows.shows import NAMES, path_of
from tests.transcripts import transcript

LISTS = (
    "COLUMNS=80 etoile summary -c quarry-lane.toml -f table",
    "COLUMNS=80 etoile seasons -c quarry-lane.toml -f table",
    "COLUMNS=80 etoile episodes S01 -c quarry-lane.toml -f table",
    "COLUMNS=60 etoile episodes S00 -c quarry-lane.toml -f table",
    "COLUMNS=80 etoile cast -c quarry-lane.toml --columns name,character,episodes -f table",
    "COLUMNS=80 etoile settings -c quarry-lane.toml --columns name,city,country -f table",
    "COLUMNS=80 etoile sources -c quarry-lane.toml -f table",
    "COLUMNS=60 etoile summary -c small-hours.toml -f table",
    "COLUMNS=60 etoile seasons -c small-hours.toml --columns number,title,episodes,premise -f table",
    "COLUMNS=80 etoile cast valderrama -c small-hours.toml --columns character,episodes,ids -f table",
    "COLUMNS=120 etoile awards -c small-hours.toml -f table",
    "COLUMNS=80 etoile where-to-watch AT -c small-hours.toml -f table",
    "COLUMNS=80 etoile people -c small-hours.toml -f table",
    "COLUMNS=60 etoile people S10E04 -c quarry-lane.toml -f table",
    "COLUMNS=40 etoile people -c jasmine-street.toml -f table",
    "COLUMNS=40 etoile summary -c jasmine-street.toml -f table",
    "COLUMNS=80 etoile episodes -c jasmine-street.toml --columns episode,title,titles -f table",
    "COLUMNS=80 etoile companies -c jasmine-street.toml -f table",
    "COLUMNS=80 etoile where-to-watch KR -c jasmine-street.toml -f table",
    "COLUMNS=80 etoile search לחם -c jasmine-street.toml -f table",
    "COLUMNS=120 etoile summary -c star-ferry-post.toml -f table",
    "COLUMNS=80 etoile episodes S02E2 -c star-ferry-post.toml -f table",
    "etoile episodes S02E2 -c star-ferry-post.toml --columns episode,through,absolute,released,titles",
    "COLUMNS=80 etoile cast -c star-ferry-post.toml --columns name,episodes -f table",
    "COLUMNS=80 etoile where-to-watch -c star-ferry-post.toml -f table",
)
SHEETS = ("etoile export md -c small-hours.toml", "etoile export md -c jasmine-street.toml")

FILES = {f"{name}.toml": str(path_of(name)) for name in NAMES}


def test_cards_and_lists(golden: Callable[[str, str], None]) -> None:
    golden("shows-lists", transcript(LISTS, FILES))


def test_fact_sheets(golden: Callable[[str, str], None]) -> None:
    golden("shows-fact-sheets", transcript(SHEETS, FILES))
