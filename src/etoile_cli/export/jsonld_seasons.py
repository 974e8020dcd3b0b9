"""The seasons and the episodes of a show as JSON-LD, in the vocabulary of schema.org."""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from etoile_cli.catalogue.appearances import Appearances, Part
from etoile_cli.catalogue.episodes import Episode, Season
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.record import first_by
from etoile_cli.export.persons import Persons
from etoile_cli.export.things import Chunks, Thing, ids_of, in_languages, members, person_thing, thing
from etoile_cli.text.json_ import json_array_of_chunks, json_object


def part_reference(number: int) -> Thing:
    """Return what refers to a part of the cast, by its number."""
    return {"@type": "PerformanceRole", "@id": f"#part-{number}"}


def seasons_of(catalogue: Catalogue, persons: Persons) -> Chunks | None:
    """Return the seasons in their order, the specials first; `None` if there are none."""
    if not (catalogue.seasons or catalogue.episodes):
        return None
    episodes: dict[int, list[Episode]] = {season.number: [] for season in catalogue.seasons}
    for episode in catalogue.episodes:
        episodes.setdefault(episode.season, []).append(episode)
    records = first_by(attrgetter("number"), catalogue.seasons)
    appearances = Appearances(catalogue)
    seasons = (
        _season(number, records.get(number), episodes[number], appearances, persons) for number in sorted(episodes)
    )
    return Chunks(json_array_of_chunks(seasons))


def _season(
    number: int, record: Season | None, episodes: Sequence[Episode], appearances: Appearances, persons: Persons
) -> Iterator[str]:
    about = (
        {
            "name": record.title,
            "startDate": record.premiere,
            "endDate": record.finale,
            "numberOfEpisodes": record.episodes,
            "description": record.premise,
        }
        if record
        else {}
    )
    return json_object(
        members(
            {
                "@type": "TVSeason",
                "seasonNumber": number,
                **about,
                "actor": _references(appearances.in_season(number)),
                "episode": (_episode(each, appearances, persons) for each in episodes),
            }
        )
    )


def _episode(episode: Episode, appearances: Appearances, persons: Persons) -> Thing:
    return thing(
        "TVEpisode",
        episodeNumber=_number(episode),
        position=episode.absolute,
        name=episode.title,
        alternateName=in_languages(episode.titles),
        datePublished=episode.released,
        duration=f"PT{episode.runtime}M" if episode.runtime else None,
        abstract=episode.synopsis,
        director=_people(episode.directors, persons),
        author=_people(episode.writers, persons),
        actor=_references(appearances.in_episode(episode)),
        **ids_of("episode", episode.ids),
    )


def _people(names: Iterable[str], persons: Persons) -> list[Thing]:
    return [person_thing(name, persons.address(name)) for name in names]


def _number(episode: Episode) -> int | str:
    """Return the number of an episode, or both ends if the film is several, which schema.org has as a text."""
    is_several = episode.through is not None and episode.through > episode.number
    return f"{episode.number}-{episode.through}" if is_several else episode.number


def _references(parts: Sequence[Part]) -> list[Thing]:
    return [part_reference(number) for number, _ in parts]
