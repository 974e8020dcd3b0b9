"""The files that Kodi and Jellyfin read beside the videos of a library: `tvshow.nfo`, and one for each episode.

The elements are those of Kodi's documentation (NFO files/TV shows, of version 20), which Jellyfin reads too.

A show always has a default `uniqueid`: where there is none, Kodi looks for a show whose id is "" (GetMatchingTvShow of
its VideoDatabase.cpp) and may find any other. Jellyfin takes series with the same id of TheTVDB or IMDb for one,
whatever that id is (GetUserDataKeys of its Series.cs). An episode needs none: both know it by show, season and number.
"""

import re

# Writes XML here, and reads none.
import xml.etree.ElementTree as ET  # nosec B405
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import chain

from etoile_cli.catalogue.appearances import Appearances, Part
from etoile_cli.catalogue.countries import country_name
from etoile_cli.catalogue.enumerations import GOING_ON, NOT_YET_SHOWN, OVER, TrailerKind
from etoile_cli.catalogue.id_schemes import SCHEMES
from etoile_cli.catalogue.model import Catalogue, Trailer
from etoile_cli.catalogue.records import CastMember, Show
from etoile_cli.catalogue.schemes import valid_ids
from etoile_cli.export.distinct import distinct
from etoile_cli.export.nfo_elements import LOOKED_UP, add, add_all, add_date, add_ids, add_plot, plain
from etoile_cli.export.nfo_episodes import episode_element, episode_file, season_element
from etoile_cli.export.nfo_places import numbers, places_of_specials
from etoile_cli.export.slugs import slug
from etoile_cli.export.synopsis import synopsis
from etoile_cli.text.addresses import link
from etoile_cli.text.values import in_short
from etoile_cli.wording.addresses import is_search

# The words that Jellyfin knows; Kodi prints any text.
_STATUS = {
    **dict.fromkeys(NOT_YET_SHOWN, "Unreleased"),
    **dict.fromkeys(GOING_ON, "Continuing"),
    **dict.fromkeys(OVER, "Ended"),
}
_UNITED_STATES = "US"
# Our own scheme, of shows that have no id elsewhere.
_OWN = "etoile"
# Jellyfin reads one `country` and splits it here; Kodi splits every list so.
_SEPARATOR = " / "
# Kodi plays no pages, Jellyfin reads no other addresses.
_VIDEO = r"[A-Za-z0-9_-]{11}(?![\w-])"
_YOUTUBE = (
    rf"(?i:https?://)(?:(?i:(?:www\.|m\.)?youtube\.com)/(?:watch\?(?:\S*&)?v=|(?:shorts|live|embed)/)|"
    rf"(?i:youtu\.be)/)({_VIDEO})"
)


def nfo(catalogue: Catalogue) -> Mapping[str, Iterable[str]]:
    """Return the lines of each file by its name: `tvshow.nfo`, `Season 01.nfo` for a season, `S01E01.nfo` for a film.

    A film of several episodes has a file `S01E01-E02.nfo`. A second episode of the same code has a file
    `S01E01 (2).nfo`: after a hyphen Kodi would read one episode more.
    """
    appearances = Appearances(catalogue)
    files = {"tvshow.nfo": _lines([partial(_show, catalogue)], partial(_actors, catalogue.cast, str))}
    names = distinct((f"Season {each.number:02}" for each in catalogue.seasons), "{} ({})")
    for name, season in zip(names, catalogue.seasons, strict=True):
        parts = partial(appearances.in_season, season.number)
        files[f"{name}.nfo"] = _lines([partial(season_element, season)], partial(_actors_of, parts))
    names = distinct(map(episode_file, catalogue.episodes), "{} ({})")
    places = places_of_specials(catalogue)
    for name, episode in zip(names, catalogue.episodes, strict=True):
        roots = [partial(episode_element, episode, catalogue.show, each, places) for each in numbers(episode)]
        files[f"{name}.nfo"] = _lines(roots, partial(_actors_of, partial(appearances.in_episode, episode)))
    return files


def _show(catalogue: Catalogue) -> ET.Element:
    about = catalogue.show
    root = ET.Element("tvshow")
    add(root, "title", about.title)
    add(root, "originaltitle", about.original_title)
    add(root, "tagline", about.logline)
    add_plot(root, synopsis(about))
    _add_ids_of_show(root, about)
    add_all(root, "genre", about.genres)
    add_all(root, "tag", about.themes)
    add(root, "country", _SEPARATOR.join(map(country_name, about.countries)))
    # Kodi's own scrapers put the creators of a show here.
    add_all(root, "credits", dict.fromkeys(plain(each.name) for each in catalogue.creators))
    add(root, "mpaa", _rating(about))
    if about.runtime and about.runtime[0] == about.runtime[-1]:
        add(root, "runtime", about.runtime[0])
    add_date(root, "premiered", about.premiere)
    add(root, "enddate", about.ended if isinstance(about.ended, date) else None)
    _add_seasons(root, catalogue)
    add(root, "status", _STATUS[about.status] if about.status else None)
    add_all(root, "studio", about.networks)
    add(root, "trailer", next(filter(None, map(_video, catalogue.trailers)), None))
    return root


def _add_seasons(parent: ET.Element, catalogue: Catalogue) -> None:
    """Add the titles of the seasons, by which libraries then name them."""
    for season in catalogue.seasons:
        add(parent, "namedseason", season.title, number=str(season.number))


def _rating(about: Show) -> str:
    """Return the rating of the United States, else the first with its country, as Jellyfin itself does: `FR-12`."""
    if _UNITED_STATES in about.ratings:
        return about.ratings[_UNITED_STATES]
    return next((f"{country}-{rating}" for country, rating in about.ratings.items() if plain(rating)), "")


def _add_ids_of_show(parent: ET.Element, about: Show) -> None:
    """Add the ids. The default is one of a scheme by which libraries look shows up, else one of another known scheme.

    An id of an unknown scheme may equal that of another show, so that none is the default; our own is, if need be.
    """
    ids = valid_ids("show", about.ids)
    known = [scheme for scheme in ids if scheme in SCHEMES["show"]]
    default = min(known, key=lambda scheme: scheme not in LOOKED_UP, default=_OWN)
    if not known:
        others = {scheme: id_ for scheme, id_ in ids.items() if scheme.lower() != _OWN}
        ids = {_OWN: slug(about.title, about.premiere)} | others
    add_ids(parent, ids, [default])


def _video(trailer: Trailer) -> str | None:
    """Return the address by which libraries play a trailer, with their add-on for YouTube; `None` if they can't."""
    is_apt = trailer.kind is not TrailerKind.CLIP and not is_search(trailer)
    address = link(trailer.url) if is_apt else None
    found = re.match(_YOUTUBE, address) if address else None
    return f"plugin://plugin.video.youtube/play/?video_id={found[1]}" if found else None


def _actors_of(parts: Callable[[], Iterable[Part]]) -> Iterator[ET.Element]:
    return _actors((part for _, part in parts()), in_short)


def _actors(parts: Iterable[CastMember], shortened: Callable[[str], str]) -> Iterator[ET.Element]:
    """Yield the actors and their roles, in the order of the catalogue; those without a name are left out.

    Jellyfin keeps one role of an actor, so that several parts are one role.
    """
    roles: dict[str, list[str]] = {}
    for part in parts:
        if name := plain(shortened(part.name)):
            roles.setdefault(name, []).extend(filter(None, [plain(shortened(part.character or ""))]))
    for order, (name, characters) in enumerate(roles.items()):
        actor = ET.Element("actor")
        add(actor, "name", name)
        add(actor, "role", _SEPARATOR.join(characters))
        add(actor, "order", order)
        yield actor


def _lines(roots: Sequence[Callable[[], ET.Element]], actors: Callable[[], Iterator[ET.Element]]) -> Iterator[str]:
    """Yield the lines of a file; its elements are built only when it is written, and the actors one by one.

    Several roots are no XML document, but what Kodi and Jellyfin read as the episodes of one film.
    """
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    for build in roots:
        root = build()
        yield f"<{root.tag}>"
        for element in chain(root, actors()):
            ET.indent(element, level=1)
            yield f"  {ET.tostring(element, encoding='unicode')}"
        yield f"</{root.tag}>"
