"""Work grows with an import and no faster: lines of Python are counted, which no busy machine changes."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from etoile_cli.importing.formats.formats import format_of
from etoile_cli.importing.imported import Imported, imported
from etoile_cli.importing.into.bringing_in import brought_in
from etoile_cli.importing.into.laying_out import new_catalogue
from etoile_cli.importing.reading.file import File
from etoile_cli.importing.reading.files import Content, Passed
from etoile_cli.importing.reading.trees import trees
from tests.work import lines_executed

DAY = date(2026, 11, 22)
MOST_FOR_TWICE = 2.3
"""So many times the lines twice the size may take. With its square it would be four times."""
NUMBER = 150
A_SEASON = 20


def tvmaze(number: int) -> bytes:
    """Return an answer about a show with so many episodes, a guest in each, and as many parts and jobs."""
    people = [{"id": each, "name": f"Person {each}"} for each in range(1, number + 1)]
    episodes = [
        {
            "id": each,
            "season": each // A_SEASON + 1,
            "number": each % A_SEASON + 1,
            "name": f"Episode {each}",
            "_embedded": {"guestcast": [{"person": people[each % 7], "character": {"name": f"Guest {each % 7}"}}]},
        }
        for each in range(number)
    ]
    embedded = {
        "episodes": episodes,
        "cast": [{"person": each, "character": {"name": f"Part of {each['name']}"}} for each in people],
        "crew": [{"person": each, "type": "Producer"} for each in people],
    }
    show = {"id": 1, "name": "Long", "url": "https://www.tvmaze.com/shows/1/long", "_embedded": embedded}
    return json.dumps(show | {"_links": {"self": {"href": "https://api.tvmaze.com/shows/1"}}}).encode()


def nfo(number: int) -> bytes:
    """Return the roots of a show and so many episodes, with the main part in each, and a guest in every third."""
    actor = "<actor><name>{}</name><role>{}</role></actor>"
    episodes = (
        f"<episodedetails><title>E {each}</title><season>{each // A_SEASON + 1}</season>"
        f"<episode>{each % A_SEASON + 1}</episode>{actor.format('Jo Ek', 'Nils')}"
        f"{actor.format(f'Guest {each}', 'A guest') if each % 3 == 0 else ''}</episodedetails>"
        for each in range(number)
    )
    show = f"<tvshow><title>Long</title>{actor.format('Jo Ek', 'Nils')}</tvshow>"
    return f"{show}{''.join(episodes)}".encode()


def jsonld(number: int) -> bytes:
    """Return a series with so many episodes and parts."""
    episodes = [{"@type": "TVEpisode", "episodeNumber": each + 1, "name": f"E {each}"} for each in range(number)]
    actors = [{"@type": "Person", "name": f"Person {each}"} for each in range(number)]
    season = {"@type": "TVSeason", "seasonNumber": 1, "episode": episodes}
    return json.dumps({"@type": "TVSeries", "name": "Long", "actor": actors, "containsSeason": [season]}).encode()


def tmdb(number: int) -> bytes:
    """Return an answer about a show with so many episodes, parts and jobs."""
    people = [{"id": each, "name": f"Person {each}"} for each in range(1, number + 1)]
    show: dict[str, Any] = {
        "id": 1,
        "name": "Long",
        "original_name": "Long",
        "first_air_date": "2020-01-02",
        "number_of_seasons": 1,
        "credits": {
            "cast": [each | {"character": f"Part of {each['name']}"} for each in people],
            "crew": [each | {"job": "Producer", "department": "Production"} for each in people],
        },
    }
    episodes = [
        {"id": each + 1, "season_number": 1, "episode_number": each + 1, "name": f"E {each}"} for each in range(number)
    ]
    show["season/1"] = {"season_number": 1, "episodes": episodes}
    return json.dumps(show).encode()


def read(content: bytes) -> Imported:
    """Return what bytes become."""
    files = [each for each in trees([Content("it", content, DAY, is_named=True)], Passed()) if isinstance(each, File)]
    return imported(files, format_of(files), DAY, DAY, texts=True)


FAMILIES = pytest.mark.parametrize("family", [jsonld, nfo, tmdb, tvmaze])


@FAMILIES
def test_twice_the_size_takes_twice_the_work(family: Callable[[int], bytes]) -> None:
    def work(number: int) -> int:
        content = family(number)
        return lines_executed(lambda: list(new_catalogue((found := read(content)).data, found.source)))

    work(1)  # imports what it needs
    assert work(2 * NUMBER) < MOST_FOR_TWICE * work(NUMBER)


@FAMILIES
@pytest.mark.parametrize("share", [0, 1, 2])
def test_so_does_bringing_it_into_a_catalogue(family: Callable[[int], bytes], share: int) -> None:
    """The catalogue has none of it, half of it or all of it."""

    def work(number: int) -> int:
        there, given = read(family(max(number * share // 2, 1))).data, read(family(number))
        return lines_executed(lambda: brought_in({"format": 1} | there, given, DAY, prefers_given=False))

    work(1)
    assert work(2 * NUMBER) < MOST_FOR_TWICE * work(NUMBER)
