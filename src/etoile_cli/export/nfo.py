"""The files that Kodi and Jellyfin read beside the videos of a library: `tvshow.nfo`, and one for each episode.

The elements are those of Kodi's documentation (NFO files/TV shows, of version 20), which Jellyfin reads too.

A show always has a default `uniqueid`: where there is none, Kodi looks for a show whose id is "" (GetMatchingTvShow of
its VideoDatabase.cpp) and may find any other. Jellyfin takes series with the same id of TheTVDB or IMDb for one,
whatever that id is (GetUserDataKeys of its Series.cs). An episode needs none: both know it by show, season and number.
"""

import re

# Writes XML here, and reads none.
import xml.etree.ElementTree as ET  # nosec B405
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import chain

from etoile_cli.catalogue.countries import country_name
from etoile_cli.catalogue.enumerations import Status, TrailerKind
from etoile_cli.catalogue.episodes import Episode
from etoile_cli.catalogue.model import (
    Catalogue,
    Trailer,
    in_short,
)
from etoile_cli.catalogue.records import CastMember, Show
from etoile_cli.catalogue.schemes import SCHEMES, valid_ids
from etoile_cli.export.distinct import distinct
from etoile_cli.export.slugs import slug
from etoile_cli.export.synopsis import synopsis
from etoile_cli.text.addresses import link
from etoile_cli.text.dates import Date, PartialDate
from etoile_cli.text.values import exact, show
from etoile_cli.wording.addresses import is_search

# The words that Jellyfin knows; Kodi prints any text.
_STATUS = {
    Status.ANNOUNCED: "Unreleased",
    Status.IN_PRODUCTION: "Unreleased",
    Status.RUNNING: "Continuing",
    Status.HIATUS: "Continuing",
    Status.ENDED: "Ended",
    Status.CANCELLED: "Ended",
}
_LOOKED_UP = ("tvdb", "tmdb", "imdb")
# The file of each episode repeats the networks of the show. More than so many are a mistake.
_MOST_STUDIOS = 20
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
# No XML holds these, not even as a reference; controls, which it doesn't hold either, are shown anyway.
_IMPOSSIBLE = "[\ufffe\uffff]"


def nfo(catalogue: Catalogue) -> Mapping[str, Iterable[str]]:
    """Return the lines of each file by its name: `tvshow.nfo`, and `S01E01.nfo` for an episode.

    A second episode of the same code has a file `S01E01 (2).nfo`: after a hyphen Kodi would read one episode more.
    """
    files = {"tvshow.nfo": _lines(partial(_show, catalogue), partial(_actors, catalogue.cast, str))}
    parts = catalogue.parts_by_episode()
    names = distinct((each.code for each in catalogue.episodes), "{} ({})")
    for name, episode in zip(names, catalogue.episodes, strict=True):
        actors = partial(_actors, parts.get(episode.code, {}).values(), in_short)
        files[f"{name}.nfo"] = _lines(partial(_episode, episode, catalogue.show), actors)
    return files


def _show(catalogue: Catalogue) -> ET.Element:
    about = catalogue.show
    root = ET.Element("tvshow")
    _add(root, "title", about.title)
    _add(root, "tagline", about.logline)
    _add_plot(root, synopsis(about))
    _add_ids(root, about)
    _add_all(root, "genre", about.genres)
    _add_all(root, "tag", about.themes)
    _add(root, "country", _SEPARATOR.join(map(country_name, about.countries)))
    # Kodi's own scrapers put the creators of a show here.
    _add_all(root, "credits", dict.fromkeys(_text(each.name) for each in catalogue.creators))
    if about.runtime and about.runtime[0] == about.runtime[-1]:
        _add(root, "runtime", about.runtime[0])
    _add_date(root, "premiered", about.premiere)
    _add(root, "enddate", about.ended if isinstance(about.ended, date) else None)
    _add(root, "status", _STATUS[about.status] if about.status else None)
    _add_all(root, "studio", about.networks)
    _add(root, "trailer", next(filter(None, map(_video, catalogue.trailers)), None))
    return root


def _episode(episode: Episode, about: Show) -> ET.Element:
    root = ET.Element("episodedetails")
    _add(root, "title", episode.title)
    _add(root, "showtitle", in_short(about.title))
    _add(root, "season", episode.season)
    _add(root, "episode", episode.number)
    _add(root, "runtime", episode.runtime)
    _add_all(root, "credits", episode.writers)
    _add_all(root, "director", episode.directors)
    _add_date(root, "aired", episode.released)
    _add_all(root, "studio", map(in_short, about.networks[:_MOST_STUDIOS]))
    return root


def _add(parent: ET.Element, name: str, value: str | int | Date | None, **attributes: str) -> None:
    """Add an element that holds a value, unless that is absent or blank."""
    if text := _text(exact(value)):
        ET.SubElement(parent, name, attributes).text = text


def _add_date(parent: ET.Element, name: str, value: Date | None) -> None:
    """Add a day; of another date the year, which is all that libraries read of it."""
    if isinstance(value, PartialDate):
        _add(parent, "year", value.year)
    else:
        _add(parent, name, value)


def _add_all(parent: ET.Element, name: str, values: Iterable[str]) -> None:
    for value in values:
        _add(parent, name, value)


def _add_ids(parent: ET.Element, about: Show) -> None:
    """Add the ids. The default is one of a scheme by which libraries look shows up, else one of another known scheme.

    An id of an unknown scheme may equal that of another show, so that none is the default; our own is, if need be.
    """
    ids = valid_ids(about.ids)
    known = [scheme for scheme in ids if scheme in SCHEMES]
    default = min(known, key=lambda scheme: scheme not in _LOOKED_UP, default=_OWN)
    if not known:
        others = {scheme: id_ for scheme, id_ in ids.items() if scheme.lower() != _OWN}
        ids = {_OWN: slug(about.title, about.premiere)} | others
    for scheme, id_ in ids.items():
        marked = {"default": "true"} if scheme == default else {}
        _add(parent, "uniqueid", id_, type=_text(scheme), **marked)


def _video(trailer: Trailer) -> str | None:
    """Return the address by which libraries play a trailer, with their add-on for YouTube; `None` if they can't."""
    is_apt = trailer.kind is not TrailerKind.CLIP and not is_search(trailer)
    address = link(trailer.url) if is_apt else None
    found = re.match(_YOUTUBE, address) if address else None
    return f"plugin://plugin.video.youtube/play/?video_id={found[1]}" if found else None


def _add_plot(parent: ET.Element, plot: list[str]) -> None:
    if plot:
        ET.SubElement(parent, "plot").text = "\n\n".join(map(_text, plot))


def _actors(parts: Iterable[CastMember], shortened: Callable[[str], str]) -> Iterator[ET.Element]:
    """Yield the actors and their roles, in the order of the catalogue; those without a name are left out.

    Jellyfin keeps one role of an actor, so that several parts are one role.
    """
    roles: dict[str, list[str]] = {}
    for part in parts:
        if name := _text(shortened(part.name)):
            roles.setdefault(name, []).extend(filter(None, [_text(shortened(part.character or ""))]))
    for order, (name, characters) in enumerate(roles.items()):
        actor = ET.Element("actor")
        _add(actor, "name", name)
        _add(actor, "role", _SEPARATOR.join(characters))
        _add(actor, "order", order)
        yield actor


def _text(value: str) -> str:
    return re.sub(_IMPOSSIBLE, lambda found: f"\\u{ord(found.group()):04x}", show(value))


def _lines(build: Callable[[], ET.Element], actors: Callable[[], Iterator[ET.Element]]) -> Iterator[str]:
    """Yield the lines of a file; its elements are built only when it is written, and the actors one by one."""
    root = build()
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    yield f"<{root.tag}>"
    for element in chain(root, actors()):
        ET.indent(element, level=1)
        yield f"  {ET.tostring(element, encoding='unicode')}"
    yield f"</{root.tag}>"
