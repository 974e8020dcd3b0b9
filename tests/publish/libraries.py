"""What a media library finds in the files of a catalogue, and what it should find."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from datetime import date
from typing import Any

from etoile_cli.model import CastMember, Catalogue, Episode
from etoile_cli.names import territory_name
from etoile_cli.values import paragraphs, show
from etoile_cli.vocabulary import Status

# What we write of what Kodi's documentation lists (NFO files/TV shows, NFO files/Episodes, version 20), and whether it
# may be there once or more often.
ONCE = {"title", "showtitle", "tagline", "plot", "premiered", "aired", "status", "season", "episode", "runtime"}
# It lists several of `country`, of which Jellyfin would keep the last.
ONCE |= {"trailer", "country"}
REPEATED = {"uniqueid", "genre", "tag", "studio", "credits", "director", "actor"}

STATUS = {
    Status.ANNOUNCED: "Unreleased",
    Status.RUNNING: "Continuing",
    Status.ENDED: "Ended",
    Status.CANCELLED: "Ended",
}

# What a reader finds: the values of each element, of an id its type and whether it is the default too, of an actor the
# name and the role.
Found = dict[str, list[Any]]


def read(text: str) -> Found:
    """Read a file as Kodi does, the elements by their names, and refuse what is not documented."""
    found: Found = {}
    root = ET.fromstring(text.encode())
    for element in root:
        assert element.tag in ONCE | REPEATED
        found.setdefault(element.tag, []).append(_actor(element) if element.tag == "actor" else _value(element))
    assert [name for name, values in found.items() if len(values) > 1 and name in ONCE] == []
    orders = [int(str(element.text)) for element in root.iterfind("actor/order")]
    assert orders == sorted(set(orders))
    return found


def _value(element: ET.Element) -> Any:
    assert not len(element)
    assert element.text
    if element.tag == "uniqueid":
        assert element.keys() == ["type", "default"][: len(element.keys())]
        return element.get("type"), element.text, element.get("default")
    assert not element.keys()
    return element.text


def _actor(element: ET.Element) -> tuple[str | None, str | None]:
    assert [child.tag for child in element] in (["name", "role", "order"], ["name", "order"])
    return element.findtext("name"), element.findtext("role")


def expected_show(catalogue: Catalogue) -> Found:
    of_show = catalogue.show
    ids = {scheme: plain(id_) for scheme, id_ in of_show.ids.items() if plain(id_)}
    default = next((scheme for scheme in ids if scheme.lower() in ("imdb", "tmdb", "tvdb")), next(iter(ids), None))
    plot = paragraphs(of_show.premise or "") or paragraphs(of_show.logline or "")
    return _present(
        title=[plain(of_show.title)],
        tagline=[plain(of_show.logline)],
        plot=["\n\n".join(map(plain, plot))],
        uniqueid=[(plain(scheme), id_, "true" if scheme == default else None) for scheme, id_ in ids.items()],
        genre=map(plain, of_show.genres),
        tag=map(plain, of_show.themes),
        country=[" / ".join(map(territory_name, of_show.countries))],
        premiered=[plain(of_show.premiere)],
        status=[STATUS.get(of_show.status)],
        studio=map(plain, of_show.networks),
        actor=_actors(catalogue.cast),
    )


def expected_episode(episode: Episode, catalogue: Catalogue) -> Found:
    return _present(
        title=[plain(episode.title)],
        showtitle=[plain(catalogue.show.title)],
        season=[plain(episode.season)],
        episode=[plain(episode.number)],
        runtime=[plain(episode.runtime)],
        credits=map(plain, episode.writers),
        director=map(plain, episode.directors),
        aired=[plain(episode.released)],
        studio=map(plain, catalogue.show.networks),
        actor=_actors(part for part in catalogue.cast if episode.code in part.episodes),
    )


def _actors(parts: Iterable[CastMember]) -> list[tuple[str, str | None]]:
    named = [(plain(part.name), plain(part.character)) for part in parts if plain(part.name)]
    return [
        (name, " / ".join(role for each, role in named if each == name and role) or None)
        for name in dict.fromkeys(name for name, _ in named)
    ]


def plain(value: str | int | date | None) -> str:
    """Return a value as one line of what XML can hold."""
    text = "" if value is None else show(str(value))
    return text.replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")


def _present(**values: Iterable[Any]) -> Found:
    told = {name: [each for each in found if each] for name, found in values.items()}
    return {name: found for name, found in told.items() if found}
