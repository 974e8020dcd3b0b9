"""What a media library finds in the files of a catalogue, and what it should find."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from datetime import date
from typing import Any

from etoile_cli.catalogue.countries import country_name
from etoile_cli.catalogue.enumerations import Status
from etoile_cli.catalogue.episodes import Episode
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.records import CastMember
from etoile_cli.catalogue.schemes import SCHEMES, valid_ids
from etoile_cli.export.slugs import slug
from etoile_cli.text.dates import Date, PartialDate
from etoile_cli.text.values import paragraphs, show

# What we write of what Kodi's documentation lists (NFO files/TV shows, NFO files/Episodes, version 20), and whether it
# may be there once or more often.
ONCE = {"title", "showtitle", "tagline", "plot", "premiered", "aired", "status", "season", "episode", "runtime"}
# It lists several of `country`, of which Jellyfin would keep the last.
ONCE |= {"trailer", "country"}
# Kodi reads it where there is no whole day, Jellyfin the last: it has no place in Kodi's documentation.
ONCE |= {"year", "enddate"}
REPEATED = {"uniqueid", "genre", "tag", "studio", "credits", "director", "actor"}

LOOKED_UP = ("imdb", "tmdb", "tvdb")

STATUS = {
    Status.ANNOUNCED: "Unreleased",
    Status.IN_PRODUCTION: "Unreleased",
    Status.RUNNING: "Continuing",
    Status.HIATUS: "Continuing",
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


def kodi_ids(text: str) -> tuple[dict[str, str], str]:
    """Return the ids that Kodi keeps of a show, by type, and that by which it looks whether it has the show already.

    As ParseNative of its VideoInfoTag.cpp: an id without a type gets that of the one before; the first that is marked
    is the default, and where none is, it looks for "". A show with that id is then taken for this one.
    """
    kept: dict[str, str] = {}
    default, type_ = "unknown", ""
    for element in ET.fromstring(text.encode()).iterfind("uniqueid"):
        type_ = element.get("type") or type_
        kept[type_ or default] = str(element.text)
        if default == "unknown" and element.get("default") == "true":
            default = type_
    return kept, kept.get(default, "")


def jellyfin_key(text: str) -> str | None:
    """Return the id by which Jellyfin takes two series for one; `None` if it has none and keeps them apart.

    As GetUserDataKeys of its Series.cs: the types are the same in any case, and of one type it keeps the last.
    """
    kept = {str(each.get("type")).lower(): each.text for each in ET.fromstring(text.encode()).iterfind("uniqueid")}
    return next((kept[type_] for type_ in ("custom", "tvdb", "imdb") if type_ in kept), None)


def jellyfin_writers(text: str) -> list[str]:
    """Return whom Jellyfin lists as the writers: as its BaseNfoParser.cs, it parts credits at every slash."""
    credits_ = [str(each.text).split("/") for each in ET.fromstring(text.encode()).iterfind("credits")]
    return [name.strip() for names in credits_ for name in names if name.strip()]


def kodi_writers(text: str) -> list[str]:
    """Return whom Kodi reads as the writers: as GetStringArray of its XMLUtils.cpp, it parts credits at ` / `."""
    credits_ = [str(each.text).split(" / ") for each in ET.fromstring(text.encode()).iterfind("credits")]
    return [name.strip() for names in credits_ for name in names]


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
    plot = paragraphs(of_show.premise or "") or paragraphs(of_show.logline or "")
    return _present(
        title=[plain(of_show.title)],
        tagline=[plain(of_show.logline)],
        plot=["\n\n".join(map(plain, plot))],
        uniqueid=_ids(catalogue),
        genre=map(plain, of_show.genres),
        tag=map(plain, of_show.themes),
        country=[" / ".join(map(country_name, of_show.countries))],
        credits=dict.fromkeys(plain(creator.name) for creator in catalogue.creators),
        runtime=[plain(of_show.runtime[0])] if of_show.runtime and len(set(of_show.runtime)) == 1 else [],
        **_dated("premiered", of_show.premiere),
        enddate=_dated("enddate", of_show.ended).get("enddate", []),
        status=[STATUS.get(of_show.status)],
        studio=map(plain, of_show.networks),
        actor=_actors(catalogue.cast),
    )


def _dated(name: str, value: Date | None) -> Found:
    """Return a day by the name of its element; of a month or a year the year, in an element of its own."""
    return {"year": [str(value.year)]} if isinstance(value, PartialDate) else {name: [plain(value)]}


def _ids(catalogue: Catalogue) -> list[tuple[str, str, str | None]]:
    """Return the ids of a show; the default is one to look up, else one of a known scheme, else our own."""
    of_show = catalogue.show
    ids = valid_ids(of_show.ids)
    known = [type_ for type_ in ids if type_ in LOOKED_UP] + [type_ for type_ in ids if type_ in SCHEMES]
    if not known:
        others = {type_: id_ for type_, id_ in ids.items() if type_.lower() != "etoile"}
        ids = {"etoile": slug(of_show.title, of_show.premiere), **others}
    default = [*known, "etoile"][0]
    return [(plain(type_), plain(id_), "true" if type_ == default else None) for type_, id_ in ids.items()]


def expected_episode(episode: Episode, catalogue: Catalogue) -> Found:
    return _present(
        title=[plain(episode.title)],
        showtitle=[plain(catalogue.show.title)],
        season=[plain(episode.season)],
        episode=[plain(episode.number)],
        runtime=[plain(episode.runtime)],
        credits=map(plain, episode.writers),
        director=map(plain, episode.directors),
        **_dated("aired", episode.released),
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
