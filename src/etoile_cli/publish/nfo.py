"""What Kodi and Jellyfin read beside the files of a library: `tvshow.nfo`, and a file for each episode.

The elements are those of Kodi's documentation (NFO files/TV shows, of version 20), which Jellyfin reads too.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from etoile_cli.ids import SCHEMES
from etoile_cli.model import CastMember, Catalogue, Episode, Trailer
from etoile_cli.names import territory_name
from etoile_cli.publish.addresses import link
from etoile_cli.publish.distinct import distinct
from etoile_cli.render.facts import is_search
from etoile_cli.values import exact, paragraphs, show
from etoile_cli.vocabulary import Status, TrailerKind

# What Jellyfin knows; Kodi prints any text.
_STATUS = {
    Status.ANNOUNCED: "Unreleased",
    Status.RUNNING: "Continuing",
    Status.ENDED: "Ended",
    Status.CANCELLED: "Ended",
}
_LOOKED_UP = ("tvdb", "tmdb", "imdb")
# Jellyfin keeps the last `country` and looks for others in it; Kodi parts all lists so.
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

    An episode that is there twice has a second file, `S01E01 (2).nfo`: behind a hyphen Kodi would see an episode more.
    """
    files = {"tvshow.nfo": _lines(partial(_show, catalogue))}
    parts = catalogue.parts_by_episode()
    names = distinct((each.code for each in catalogue.episodes), "{} ({})")
    for name, episode in zip(names, catalogue.episodes, strict=True):
        files[f"{name}.nfo"] = _lines(partial(_episode, episode, parts.get(episode.code, ()), catalogue))
    return files


def _show(catalogue: Catalogue) -> ET.Element:
    about = catalogue.show
    root = ET.Element("tvshow")
    _add(root, "title", about.title)
    _add(root, "tagline", about.logline)
    _add_plot(root, paragraphs(about.premise or "") or paragraphs(about.logline or ""))
    _add_ids(root, about.ids)
    _add_all(root, "genre", about.genres)
    _add_all(root, "tag", about.themes)
    _add(root, "country", _SEPARATOR.join(map(territory_name, about.countries)))
    _add(root, "premiered", about.premiere)
    _add(root, "status", _STATUS[about.status] if about.status else None)
    _add_all(root, "studio", about.networks)
    _add(root, "trailer", next(filter(None, map(_video, catalogue.trailers)), None))
    _add_actors(root, catalogue.cast)
    return root


def _episode(episode: Episode, parts: Sequence[CastMember], catalogue: Catalogue) -> ET.Element:
    root = ET.Element("episodedetails")
    _add(root, "title", episode.title)
    _add(root, "showtitle", catalogue.show.title)
    _add(root, "season", episode.season)
    _add(root, "episode", episode.number)
    _add(root, "runtime", episode.runtime)
    _add_all(root, "credits", episode.writers)
    _add_all(root, "director", episode.directors)
    _add(root, "aired", episode.released)
    _add_all(root, "studio", catalogue.show.networks)
    _add_actors(root, parts)
    return root


def _add(parent: ET.Element, name: str, value: str | int | date | None, **attributes: str) -> None:
    """Add an element, unless there is nothing that it would hold."""
    if text := _text(exact(value)):
        ET.SubElement(parent, name, attributes).text = text


def _add_all(parent: ET.Element, name: str, values: Iterable[str]) -> None:
    for value in values:
        _add(parent, name, value)


def _add_ids(parent: ET.Element, ids: Mapping[str, str]) -> None:
    """Add the ids; the default one is of a scheme that libraries look things up by, if there is one."""
    known = [scheme for scheme, id_ in ids.items() if _text(id_)]
    default = min(known, key=lambda scheme: scheme.lower() not in _LOOKED_UP, default="")
    for scheme in known:
        marked = {"default": "true"} if scheme == default else {}
        name = scheme.lower() if scheme.lower() in SCHEMES else _text(scheme)
        _add(parent, "uniqueid", ids[scheme], type=name, **marked)


def _video(trailer: Trailer) -> str | None:
    """Return a trailer as both libraries play it: a video of YouTube, by their add-on for it."""
    is_apt = trailer.kind is not TrailerKind.CLIP and not is_search(trailer)
    address = link(trailer.url) if is_apt else None
    found = re.match(_YOUTUBE, address) if address else None
    return f"plugin://plugin.video.youtube/play/?video_id={found[1]}" if found else None


def _add_plot(parent: ET.Element, told: list[str]) -> None:
    if told:
        ET.SubElement(parent, "plot").text = "\n\n".join(map(_text, told))


def _add_actors(parent: ET.Element, parts: Iterable[CastMember]) -> None:
    """Add who plays what, in the order of the catalogue.

    Jellyfin keeps one role of a name, so that several parts are one role; who has no name is nobody to a library.
    """
    roles: dict[str, list[str]] = {}
    for part in parts:
        if name := _text(part.name):
            roles.setdefault(name, []).extend(filter(None, [_text(part.character or "")]))
    for order, (name, characters) in enumerate(roles.items()):
        actor = ET.SubElement(parent, "actor")
        _add(actor, "name", name)
        _add(actor, "role", _SEPARATOR.join(characters))
        _add(actor, "order", order)


def _text(value: str) -> str:
    return re.sub(_IMPOSSIBLE, lambda found: f"\\u{ord(found.group()):04x}", show(value))


def _lines(build: Callable[[], ET.Element]) -> Iterator[str]:
    """Yield the lines of a file, whose elements are built when it is written."""
    root = build()
    ET.indent(root)
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    yield ET.tostring(root, encoding="unicode")
