"""The files of seasons and of episodes that Kodi and Jellyfin read.

Where a special belongs is said by `displayseason` and `displayepisode`: both put it before the episode of those
numbers (Kodi's VideoInfoTag.cpp, Jellyfin's EpisodeNfoParser.cs), so that they are those of the episode after it.
The file of a film that is several episodes has a root for each of them.
"""

# Writes XML here, and reads none.
import xml.etree.ElementTree as ET  # nosec B405
from collections.abc import Mapping

from etoile_cli.catalogue.codes import Place, span_of
from etoile_cli.catalogue.episodes import Episode, Season
from etoile_cli.catalogue.model import Catalogue, in_short
from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.schemes import valid_ids
from etoile_cli.catalogue.vocabulary import IdKind
from etoile_cli.export.nfo_elements import LOOKED_UP, add, add_all, add_date, add_ids, add_plot
from etoile_cli.text.values import paragraphs

# The file of each episode repeats the networks of the show. More than so many are a mistake.
_MOST_STUDIOS = 20
# A film of more episodes is a mistake.
_MOST_NUMBERS = 20


def season_element(season: Season) -> ET.Element:
    """Return what Jellyfin reads from the `season.nfo` in the directory of a season."""
    root = ET.Element("season")
    add(root, "title", season.title)
    add(root, "seasonnumber", season.number)
    add_plot(root, paragraphs(season.premise or ""))
    add_date(root, "premiered", season.premiere)
    return root


def numbers(episode: Episode) -> range:
    """Return the numbers of the episodes that a film is; only the first of it if they are too many."""
    last = max(episode.number, episode.through or 0)
    return range(episode.number, (last if last - episode.number < _MOST_NUMBERS else episode.number) + 1)


def episode_file(episode: Episode) -> str:
    """Return the name of the file of a film, as its video is named: `S01E01`, `S01E01-E02`."""
    _, *others = numbers(episode)
    return "-".join([episode.code, *(f"E{number:02}" for number in others)])


def last_numbers(catalogue: Catalogue) -> Mapping[Place, int]:
    """Return the last numbers of the films that are several episodes, by the places of these."""
    several = (each for each in catalogue.episodes if len(numbers(each)) > 1)
    return {(each.season, number): numbers(each)[-1] for each in several for number in numbers(each)}


def episode_element(episode: Episode, about: Show, number: int, followed: Mapping[Place, int]) -> ET.Element:
    """Return an episode; `number` is that of one of those that the film is, `followed` are the `last_numbers`."""
    root = ET.Element("episodedetails")
    add(root, "title", episode.title)
    add(root, "showtitle", in_short(about.title))
    add(root, "season", episode.season)
    add(root, "episode", number)
    if number == episode.number:  # the ids of a film are those of the first episode that it is
        add_ids(root, valid_ids(IdKind.EPISODE, episode.ids), LOOKED_UP)
    if episode.follows and (place := span_of(episode.follows)):
        season, before = place.first
        add(root, "displayseason", season)
        add(root, "displayepisode", followed.get((season, before), before) + 1)
    add_plot(root, paragraphs(episode.synopsis or ""))
    add(root, "runtime", episode.runtime)
    add_all(root, "credits", episode.writers)
    add_all(root, "director", episode.directors)
    add_date(root, "aired", episode.released)
    add_all(root, "studio", map(in_short, about.networks[:_MOST_STUDIOS]))
    return root
