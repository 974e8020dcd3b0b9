"""JSON-LD as a format to import: a `TVSeries` of schema.org, its seasons and its episodes, in JSON or in a page."""

from collections.abc import Iterable, Sequence
from typing import Any

from etoile_cli.errors import CatalogueError, UsageError
from etoile_cli.importing.formats.format import Format
from etoile_cli.importing.formats.jsonld.cast import Cast
from etoile_cli.importing.formats.jsonld.graph import Graph, Thing, at_top, types_of
from etoile_cli.importing.formats.jsonld.offers import put_offers
from etoile_cli.importing.formats.jsonld.once import Once
from etoile_cli.importing.formats.jsonld.opinions import (
    leave_out_awards,
    put_images,
    put_reviews,
    put_score,
    put_trailers,
)
from etoile_cli.importing.formats.jsonld.origin import Page, take_page
from etoile_cli.importing.formats.jsonld.people import put_people
from etoile_cli.importing.formats.jsonld.places import Places
from etoile_cli.importing.formats.jsonld.readings import number, quoted
from etoile_cli.importing.formats.jsonld.seasons import EPISODES, SEASONS, Seasons
from etoile_cli.importing.formats.jsonld.show import put_show, title_of
from etoile_cli.importing.formats.names import FormatName
from etoile_cli.importing.intake.intake import Intake
from etoile_cli.importing.reading.file import File, Kind
from etoile_cli.text.folding import fold

_SERIES = frozenset({"TVSeries"})
_KNOWN = _SERIES | SEASONS | EPISODES


def recognises(file: File) -> bool:
    """Return whether a file holds JSON-LD of a show, a season or an episode."""
    if file.kind not in {Kind.JSON, Kind.HTML}:
        return False
    return any(types_of(each) & _KNOWN for top in at_top(file.tree) for each in _and_main_entities(top))


def take_in(files: Sequence[File], intake: Intake) -> None:
    """Take in the show that files describe, with its seasons and episodes."""
    graphs = [Graph(file.tree, file.name) for file in files]
    tops = [top for graph in graphs for top in graph.tops()]
    parts = [top for top in tops if top.types & (SEASONS | EPISODES)]
    of_parts = [series for part in parts for series in part.things("partOfSeries")]
    shows = _one_show(files, [*(top for top in tops if top.types & _SERIES), *of_parts])
    page = take_page(title_of(shows[0]), [*shows, *parts], tops)
    intake.origin = page.origin
    once = Once(intake)
    _put(shows, parts, page, intake, once)
    for each in shows:
        put_score(each, page.publisher, page.origin.url, once)
    for graph in graphs:
        graph.take_out()


def _put(shows: Sequence[Thing], parts: Sequence[Thing], page: Page, intake: Intake, once: Once) -> None:
    places, cast = Places(intake), Cast(intake)
    seasons = Seasons(intake, cast)
    for show in shows:
        put_show(show, page, intake)
        put_people(show, intake, once)
        places.put(show)
        cast.put(show)
        put_offers(show, intake, once)
        put_trailers(show, intake, once)
        put_reviews(show, intake, once)
        put_images(show, intake, once)
        leave_out_awards(show, intake)
    for show in shows:
        seasons.put_of(show)
    for part in parts:
        seasons.put(part)
    places.put_settings()
    cast.put_episodes()
    seasons.put_seasons()
    for show in shows:
        if show.node.get("numberOfEpisodes") == seasons.number_of_episodes():
            number(show, "numberOfEpisodes")


def _one_show(files: Sequence[File], series: Sequence[Thing]) -> list[Thing]:
    """Return the things that are the show, each once, those with a title first.

    Things are one show that have the same `@id`, address or title. Raises UsageError if they are several.
    """
    distinct = list({id(each.node): each for each in series}.values())
    titled = [each for each in distinct if title_of(each)]
    if not titled:
        names = ", ".join(file.name for file in files)
        raise CatalogueError(f"{names}: has no TVSeries with a name")
    groups: dict[tuple[str, str], str] = {}
    titles: dict[str, str] = {}
    for each in titled:
        keys = _keys(each)
        group = next((groups[key] for key in keys if key in groups), fold(title_of(each)))
        titles.setdefault(group, title_of(each))
        for key in keys:
            groups.setdefault(key, group)
    if len(titles) > 1:
        named = ", ".join(quoted(title) for title in titles.values())
        raise UsageError(f"the files hold several shows: {named}", hint="import one show at a time")
    return titled + [each for each in distinct if not title_of(each) and any(key in groups for key in _keys(each))]


def _keys(series: Thing) -> list[tuple[str, str]]:
    """Return what tells a show from others."""
    url = series.node.get("url")
    found = [
        ("name", fold(title_of(series))),
        ("address", series.id),
        ("address", url if isinstance(url, str) else ""),
    ]
    return [(kind, key) for kind, key in found if key]


def _and_main_entities(top: Any) -> Iterable[dict[str, Any]]:
    """Return a thing with what it says that its page is about."""
    main = top.get("mainEntity") if isinstance(top, dict) else None
    return [each for each in (top, *(main if isinstance(main, list) else [main])) if isinstance(each, dict)]


JSONLD = Format(FormatName.JSONLD, (Kind.JSON, Kind.HTML), recognises, take_in)
