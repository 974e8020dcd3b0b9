"""What a media library finds in the files of a catalogue, and what it should find."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from etoile_cli.catalogue.appearances import Appearances
from etoile_cli.catalogue.countries import country_name
from etoile_cli.catalogue.enumerations import Status
from etoile_cli.catalogue.episodes import Episode, Season
from etoile_cli.catalogue.id_schemes import SCHEMES
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.records import CastMember
from etoile_cli.catalogue.schemes import valid_ids
from etoile_cli.catalogue.spans import Place, span_of
from etoile_cli.export.slugs import slug
from etoile_cli.text.dates import Date, PartialDate
from etoile_cli.text.values import exact, paragraphs, show

# What we write of what Kodi's documentation lists (NFO files/TV shows, NFO files/Episodes, version 20), and whether it
# may be there once or more often.
ONCE = {"title", "showtitle", "tagline", "plot", "premiered", "aired", "status", "season", "episode", "runtime"}
# It lists several of `country`, of which Jellyfin would keep the last.
ONCE |= {"trailer", "country", "displayseason", "displayepisode", "originaltitle", "mpaa"}
# Kodi reads it where there is no whole day, Jellyfin the last: it has no place in Kodi's documentation.
ONCE |= {"year", "enddate"}
# What Jellyfin's SeasonNfoParser.cs reads besides.
ONCE |= {"seasonnumber"}
REPEATED = {"uniqueid", "genre", "tag", "studio", "credits", "director", "actor", "namedseason"}

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


def read_episodes(text: str) -> list[Found]:
    """Read the file of a film as Kodi does: each of its roots, which no XML document may have, is an episode."""
    declaration, *roots = re.split(r"(?<=\?>)\n|(?<=</episodedetails>)\n", text)
    assert roots.pop() == ""
    return [read(f"{declaration}\n{root}") for root in roots]


def jellyfin_episodes(text: str) -> tuple[int, int | None]:
    """Return the first number that Jellyfin reads of a film, and the last: as Fetch of its EpisodeNfoParser.cs."""
    first, *others = [int(str(found["episode"][0])) for found in read_episodes(text)]
    return first, max(others, default=None)


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
    if element.tag == "namedseason":
        assert element.keys() == ["number"]
        return int(str(element.get("number"))), element.text
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
        originaltitle=[plain(of_show.original_title)],
        mpaa=[plain(_rating(of_show.ratings))],
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
        namedseason=[
            (season.number, plain(season.title))
            for season in catalogue.seasons
            if season.title and plain(season.title)
        ],
        studio=map(plain, of_show.networks),
        actor=_actors(catalogue.cast),
    )


def _dated(name: str, value: Date | None) -> Found:
    """Return a day by the name of its element; of a month or a year the year, in an element of its own."""
    return {"year": [str(value.year)]} if isinstance(value, PartialDate) else {name: [plain(value)]}


def _rating(ratings: Mapping[str, str]) -> str:
    """Return the American rating, else the first that says something, with its country."""
    others = [f"{country}-{rating}" for country, rating in ratings.items() if plain(rating)]
    return ratings.get("US") or next(iter(others if "US" not in ratings else []), "")


def _ids(catalogue: Catalogue) -> list[tuple[str, str, str | None]]:
    """Return the ids of a show; the default is one to look up, else one of a known scheme, else our own."""
    of_show = catalogue.show
    ids = valid_ids("show", of_show.ids)
    known = [type_ for type_ in ids if type_ in LOOKED_UP] + [type_ for type_ in ids if type_ in SCHEMES["show"]]
    if not known:
        others = {type_: id_ for type_, id_ in ids.items() if type_.lower() != "etoile"}
        ids = {"etoile": slug(of_show.title, of_show.premiere), **others}
    default = [*known, "etoile"][0]
    return [(plain(type_), plain(id_), "true" if type_ == default else None) for type_, id_ in ids.items()]


def _ids_of_episode(episode: Episode) -> list[tuple[str, str, str | None]]:
    """Return the ids of an episode; the default is the first to look up, if there is one."""
    ids = valid_ids("episode", episode.ids)
    default = next((type_ for type_ in ids if type_ in LOOKED_UP), None)
    return [(plain(type_), plain(id_), "true" if type_ == default else None) for type_, id_ in ids.items()]


def expected_season(season: Season, catalogue: Catalogue) -> Found:
    return _present(
        title=[plain(season.title)],
        seasonnumber=[plain(season.number)],
        plot=["\n\n".join(map(plain, paragraphs(season.premise or "")))],
        **_dated("premiered", season.premiere),
        actor=_actors(part for _, part in Appearances(catalogue).in_season(season.number)),
    )


def expected_episodes(episode: Episode, catalogue: Catalogue) -> list[Found]:
    """Return what each root of the file of a film holds; a film of more than 20 episodes is a mistake."""
    return [_expected_episode(episode, number, catalogue) for number in _numbers(episode)]


def _numbers(episode: Episode) -> Sequence[int]:
    last = max(episode.number, episode.through or 0)
    return range(episode.number, last + 1) if last - episode.number < 20 else [episode.number]


def _expected_episode(episode: Episode, number: int, catalogue: Catalogue) -> Found:
    place = _followed(episode)
    season, before = _end_of_chain(place, catalogue) if place else (None, 0)
    return _present(
        title=[plain(episode.title)],
        showtitle=[plain(catalogue.show.title)],
        season=[plain(episode.season)],
        episode=[plain(number)],
        uniqueid=_ids_of_episode(episode) if number == episode.number else [],
        displayseason=[plain(season)],
        displayepisode=[plain(_last(season, before, catalogue) + 1 if place else None)],
        plot=["\n\n".join(map(plain, paragraphs(episode.synopsis or "")))],
        runtime=[plain(episode.runtime)],
        credits=map(plain, episode.writers),
        director=map(plain, episode.directors),
        **_dated("aired", episode.released),
        studio=map(plain, catalogue.show.networks),
        actor=_actors(part for _, part in Appearances(catalogue).in_episode(episode)),
    )


def _followed(episode: Episode) -> Place | None:
    span = span_of(episode.follows) if episode.follows else None
    return span.first if span else None


def _end_of_chain(place: Place, catalogue: Catalogue) -> Place:
    """Return the place where the chain of specials that follow each other ends; if it never does, the first one."""
    passed: list[Place] = []
    at = place
    while at not in passed:
        passed.append(at)
        specials = [each for each in catalogue.episodes if not each.season and each.follows]
        numbered = [each for each in specials if at[0] == 0 and at[1] in _numbers(each)]
        at = (_followed(numbered[-1]) if numbered else None) or at
        if not numbered:
            return at
    return place


def _last(season: int | None, number: int, catalogue: Catalogue) -> int:
    """Return the last number of the film that an episode is."""
    films = [(each.number, each.through or 0) for each in catalogue.episodes if each.season == season]
    lasts = [last for first, last in films if first <= number <= last and last - first < 20]
    return lasts[-1] if lasts else number


def _actors(parts: Iterable[CastMember]) -> list[tuple[str, str | None]]:
    named = [(plain(part.name), plain(part.character)) for part in parts if plain(part.name)]
    return [
        (name, " / ".join(role for each, role in named if each == name and role) or None)
        for name in dict.fromkeys(name for name, _ in named)
    ]


def plain(value: str | int | Date | None) -> str:
    """Return a value as one line of what XML can hold."""
    text = show(exact(value))
    return text.replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")


def _present(**values: Iterable[Any]) -> Found:
    told = {name: [each for each in found if each] for name, found in values.items()}
    return {name: found for name, found in told.items() if found}
