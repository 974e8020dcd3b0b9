"""Episodes for people: a table in which each season has its name, its dates and its number of episodes above it."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from msgspec.structs import replace

from etoile_cli.catalogue.codes import season_name
from etoile_cli.catalogue.episodes import Episode, Season
from etoile_cli.catalogue.record import first_by
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.listing.blocks import flow
from etoile_cli.listing.listing import Listing
from etoile_cli.listing.table import table
from etoile_cli.text.styles import ACCENT, QUIET, Line
from etoile_cli.text.values import show
from etoile_cli.wording.seasons import season_about


def episodes_by_season(listing: Listing, episodes: Sequence[Episode], width: int) -> Iterator[Line]:
    """Return the lines of the episodes of a listing, season by season; the specials come last."""
    groups = SECTIONS["episodes"].page.groups
    order = {each: groups.group_of(each)[:2] if groups else () for each in {each.season for each in episodes}}
    records = sorted(episodes, key=lambda episode: order[episode.season])
    seasons = first_by(attrgetter("number"), listing.catalogue.seasons) if listing.catalogue else {}
    headings: dict[int, list[Line]] = {}
    for position, episode in enumerate(records):
        if not position or records[position - 1].season != episode.season:
            headings[position] = _heading(episode.season, seasons.get(episode.season), width)
    return table(replace(listing, records=records), width, headings)


def _heading(number: int, season: Season | None, width: int) -> list[Line]:
    name = show(season.heading) if season else season_name(number)
    return flow([[(name, ACCENT)], *([(each, QUIET)] for each in season_about(season))], width)
