"""The show, as `tvshow.nfo` describes it."""

from collections.abc import Mapping

from etoile_cli.catalogue.countries import former_code
from etoile_cli.importing.formats.nfo.elements import (
    any_case,
    drop_nothing,
    drop_repeated,
    put_back,
    same_prose,
    take_all,
    take_date,
    take_minutes,
    take_one,
    take_parts,
    take_prose,
    take_year,
)
from etoile_cli.importing.formats.nfo.ids import take_ids
from etoile_cli.importing.formats.nfo.ratings import ratings
from etoile_cli.importing.intake.intake import Intake
from etoile_cli.importing.intake.values import country_of
from etoile_cli.importing.reading.tree import Node

# The words of TheTVDB, TMDB and Jellyfin. "Unreleased" is both announced and in production, "Pilot" and "Planned" may
# be either.
_STATUS: Mapping[str, str] = {
    "continuing": "running",
    "returning series": "running",
    "in production": "in-production",
    "ended": "ended",
    "canceled": "cancelled",
    "cancelled": "cancelled",
}
_REPEATING = ("outline", "showtitle", "sorttitle", "originaltitle")
_OF_LIBRARY = ("season", "episode", "displayseason", "displayepisode", "userrating", "top250", "playcount", "watched")


def take_show(node: Node, intake: Intake) -> None:
    """Take in what the file of a show says of it, but for the actors and the titles of seasons."""
    about = intake.show
    title = take_one(node, "title")
    intake.put(about, "title", title)
    original = take_one(node, "originaltitle")
    intake.put(about, "original_title", original if original != title else None)
    _take_dates(node, intake)
    _take_status(node, intake)
    for key, name in (("networks", "studio"), ("genres", "genre")):
        intake.put(about, key, take_parts(node, name))
    intake.put(about, "themes", take_all(node, "tag"))
    _take_countries(node, intake)
    intake.put(about, "ratings", ratings(take_all(node, "mpaa", "certification"), intake))
    intake.put(about, "runtime", take_minutes(node, "an episode", intake))
    intake.put(about, "ids", take_ids(node, "the show", intake))
    _take_prose(node, intake)
    _take_creators(node, intake)
    if take_all(node, "trailer"):
        intake.leave_out("the trailer", "nfo files don't say its title")
    for name in _REPEATING:
        drop_repeated(node, name, any_case(title))
    drop_nothing(node, _OF_LIBRARY)


def _take_dates(node: Node, intake: Intake) -> None:
    premiere = take_date(node, ("premiered", "aired", "releasedate"), "the premiere", intake)
    intake.put(intake.show, "premiere", premiere)
    intake.put(intake.show, "premiere", take_year(node, premiere))
    intake.put(intake.show, "ended", take_date(node, ("enddate",), "the end of the show", intake))


def _take_status(node: Node, intake: Intake) -> None:
    said = take_one(node, "status")
    status = _STATUS.get(said.casefold())
    intake.put(intake.show, "status", status)
    if said and not status:
        intake.leave_out(f'the status "{said}"', "says not exactly where the show stands")


def _take_countries(node: Node, intake: Intake) -> None:
    codes = {name: country_of(name) or former_code(name) for name in take_parts(node, "country")}
    intake.put(intake.show, "countries", [code for code in codes.values() if code])
    unknown = (name for name, code in codes.items() if not code)
    intake.leave_out_all((f'the country "{name}"' for name in unknown), "is not known")


def _take_prose(node: Node, intake: Intake) -> None:
    """Take the tagline and the plot; what only repeats one of them is taken out, too."""
    tagline, plot, outline = (take_prose(node, name) for name in ("tagline", "plot", "outline"))
    intake.put_prose(intake.show, "logline", tagline)
    if not same_prose(plot, tagline):
        intake.put_prose(intake.show, "premise", plot)
    if not same_prose(outline, plot):
        put_back(node, "outline", [outline])


def _take_creators(node: Node, intake: Intake) -> None:
    """Take the creators, whom Kodi's scrapers put where writers are; Jellyfin writes there who its `writer` are."""
    if "writer" in node:
        return
    for name in dict.fromkeys(take_parts(node, "credits")):
        intake.add("creators", {"name": name})
