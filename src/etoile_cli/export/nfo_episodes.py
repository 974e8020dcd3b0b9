"""The files of seasons and of episodes that Kodi and Jellyfin read.

Where a special belongs is said by `displayseason` and `displayepisode`: both put it before the episode of those
numbers (Kodi's VideoInfoTag.cpp, Jellyfin's EpisodeNfoParser.cs), so that they are those of the episode after it.
The file of a film that is several episodes has a root for each of them.
"""

# Writes XML here, and reads none.
import xml.etree.ElementTree as ET  # nosec B405
from collections.abc import Mapping

from etoile_cli.catalogue.episodes import Episode, Season
from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.schemes import valid_ids
from etoile_cli.catalogue.spans import Place
from etoile_cli.export.nfo_elements import LOOKED_UP, add, add_all, add_date, add_ids, add_plot
from etoile_cli.export.nfo_places import numbers
from etoile_cli.text.values import in_short, paragraphs

# The file of each episode repeats the networks of the show. More than so many are a mistake.
_MOST_STUDIOS = 20


def season_element(season: Season) -> ET.Element:
    """Return what Jellyfin reads from the `season.nfo` in the directory of a season."""
    root = ET.Element("season")
    add(root, "title", season.title)
    add(root, "seasonnumber", season.number)
    add_plot(root, paragraphs(season.premise or ""))
    add_date(root, "premiered", season.premiere)
    return root


def episode_file(episode: Episode) -> str:
    """Return the name of the file of a film, as its video is named: `S01E01`, `S01E01-E02`."""
    _, *others = numbers(episode)
    return "-".join([episode.code, *(f"E{number:02}" for number in others)])


def episode_element(episode: Episode, about: Show, number: int, places: Mapping[str, Place]) -> ET.Element:
    """Return an episode; `number` is that of one of those that the film is, `places` are `places_of_specials`."""
    root = ET.Element("episodedetails")
    add(root, "title", episode.title)
    add(root, "showtitle", in_short(about.title))
    add(root, "season", episode.season)
    add(root, "episode", number)
    if number == episode.number:  # the ids of a film are those of the first episode that it is
        add_ids(root, valid_ids("episode", episode.ids), LOOKED_UP)
    if place := places.get(episode.follows or ""):
        season, before = place
        add(root, "displayseason", season)
        add(root, "displayepisode", before)
    add_plot(root, paragraphs(episode.synopsis or ""))
    add(root, "runtime", episode.runtime)
    add_all(root, "credits", episode.writers)
    add_all(root, "director", episode.directors)
    add_date(root, "aired", episode.released)
    add_all(root, "studio", map(in_short, about.networks[:_MOST_STUDIOS]))
    return root
