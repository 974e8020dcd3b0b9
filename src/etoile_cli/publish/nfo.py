"""What Kodi and Jellyfin read beside the files of a library: `tvshow.nfo`, and a file for each episode.

The elements are those of Kodi's documentation (NFO files/TV shows, of version 20), which Jellyfin reads too.
"""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from etoile_cli.model import CastMember, Catalogue, Episode
from etoile_cli.names import territory_name
from etoile_cli.publish.addresses import page
from etoile_cli.values import exact, paragraphs, show
from etoile_cli.vocabulary import Status

# What Jellyfin knows; Kodi prints any text.
_STATUS = {
    Status.ANNOUNCED: "Unreleased",
    Status.RUNNING: "Continuing",
    Status.ENDED: "Ended",
    Status.CANCELLED: "Ended",
}
# No XML holds these, not even as a reference; controls, which it doesn't hold either, are shown anyway.
_IMPOSSIBLE = "[\ufffe\uffff]"


def nfo(catalogue: Catalogue) -> Mapping[str, Iterable[str]]:
    """Return the lines of each file by its name: `tvshow.nfo`, and `S01E01.nfo` for an episode.

    An episode that is there twice has a second file, `S01E01-2.nfo`.
    """
    files = {"tvshow.nfo": _lines(_show(catalogue))}
    parts = catalogue.parts_by_episode()
    seen: Counter[str] = Counter()
    for episode in catalogue.episodes:
        seen[episode.code] += 1
        again = f"-{seen[episode.code]}" if seen[episode.code] > 1 else ""
        files[f"{episode.code}{again}.nfo"] = _lines(_episode(episode, parts.get(episode.code, ()), catalogue))
    return files


def _show(catalogue: Catalogue) -> ET.Element:
    about = catalogue.show
    root = ET.Element("tvshow")
    _add(root, "title", about.title)
    _add(root, "tagline", about.logline)
    _add_plot(root, about.premise or about.logline)
    for number, (scheme, id_) in enumerate(about.ids.items()):
        default = {"default": "true"} if number == 0 else {}
        _add(root, "uniqueid", id_, type=_text(scheme), **default)
    _add_all(root, "genre", about.genres)
    _add_all(root, "tag", about.themes)
    _add_all(root, "country", map(territory_name, about.countries))
    _add(root, "premiered", about.premiere)
    _add(root, "status", _STATUS[about.status] if about.status else None)
    _add_all(root, "studio", about.networks)
    _add_all(root, "trailer", filter(None, map(page, catalogue.trailers)))
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


def _add_plot(parent: ET.Element, plot: str | None) -> None:
    if told := paragraphs(plot or ""):
        ET.SubElement(parent, "plot").text = "\n\n".join(map(_text, told))


def _add_actors(parent: ET.Element, parts: Iterable[CastMember]) -> None:
    """Add who plays what, in the order of the catalogue."""
    for order, part in enumerate(parts):
        actor = ET.SubElement(parent, "actor")
        _add(actor, "name", part.name)
        _add(actor, "role", part.character)
        _add(actor, "order", order)


def _text(value: str) -> str:
    return re.sub(_IMPOSSIBLE, lambda found: f"\\u{ord(found.group()):04x}", show(value))


def _lines(root: ET.Element) -> Iterator[str]:
    ET.indent(root)
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    yield ET.tostring(root, encoding="unicode")
