"""Kodi's and Jellyfin's files as a format: how they are known, and what takes those of one show in."""

from collections.abc import Iterator, Sequence
from typing import Any

from etoile_cli.errors import CatalogueError, UsageError
from etoile_cli.importing.formats.format import Format
from etoile_cli.importing.formats.names import FormatName
from etoile_cli.importing.formats.nfo.cast import Cast
from etoile_cli.importing.formats.nfo.elements import any_case, drop_repeated, drop_same, texts_of
from etoile_cli.importing.formats.nfo.episodes import said_by_show, take_episodes
from etoile_cli.importing.formats.nfo.ids import peek_ids
from etoile_cli.importing.formats.nfo.seasons import Seasons
from etoile_cli.importing.formats.nfo.show import take_show
from etoile_cli.importing.formats.nfo.specials import place_specials
from etoile_cli.importing.intake.intake import Intake, Origin
from etoile_cli.importing.reading.file import File, Kind
from etoile_cli.importing.reading.tree import Node
from etoile_cli.text.folding import fold
from etoile_cli.text.values import enumerate_words, quoted

_SHOW, _SEASON, _EPISODE = "tvshow", "season", "episodedetails"
# A message names no more shows.
_MOST_NAMED = 5


def recognises(file: File) -> bool:
    """Return whether a file is one of a show, a season or episodes."""
    return file.kind is Kind.XML and any(name in {_SHOW, _SEASON, _EPISODE} for name, _ in _roots(file))


def take_in(files: Sequence[File], intake: Intake) -> None:
    """Take in the files of one show; the title stays unknown if neither `tvshow.nfo` nor an episode says it.

    Raises UsageError if they are of several shows, CatalogueError if they are of none.
    """
    if files and not any(map(recognises, files)):
        raise CatalogueError(f"{files[0].name}: is about no show")
    shows = [node for file in files for name, node in _roots(file) if name == _SHOW]
    seasons = [node for file in files for name, node in _roots(file) if name == _SEASON]
    episodes = [[node for name, node in _roots(file) if name == _EPISODE] for file in files]
    show = _only(shows)
    said = said_by_show(show)
    titles = [*texts_of(show, "title"), *texts_of(show, "originaltitle")]
    title = _take_showtitles([*seasons, *(node for nodes in episodes for node in nodes)], titles)
    cast, of_show = Cast(intake), Seasons(intake)
    take_show(show, intake)
    intake.put(intake.show, "title", title)
    cast.take_show(show)
    for node in seasons:
        number = of_show.take_season(node)
        if number is not None:
            cast.take_season(number, node)
    of_show.take_names(show)
    of_show.sort()
    films = take_episodes(episodes, said, intake)
    place_specials(films, intake)
    cast.take_films(films)
    title = str(intake.show.get("title", ""))
    intake.origin = Origin("nfo", f"nfo files of {title}" if title else "nfo files")


NFO = Format(FormatName.NFO, (Kind.XML,), recognises, take_in)
"""The files that Kodi, Jellyfin, and the programs that write for them keep beside the videos."""


def _roots(file: File) -> Iterator[tuple[str, Node]]:
    """Yield the names and the tables of the elements at the top of a file."""
    held: Any = file.tree
    for each in held if isinstance(held, list) else ():
        if isinstance(each, tuple | list) and len(each) == 2 and isinstance(each[1], dict):
            yield str(each[0]), each[1]


def _only(shows: Sequence[Node]) -> Node:
    """Return the only show, an empty one if there is none; what others of the same title say again is taken out."""
    if not shows:
        return {}
    show, *others = shows
    title, ids = _title(show), peek_ids(show)
    for other in others:
        of_other = peek_ids(other)
        if fold(_title(other)) != fold(title) or any(ids.get(key, id_) != id_ for key, id_ in of_other.items()):
            raise _several([_title(each) for each in shows])
    for other in others:
        drop_same(other, show)
    return show


def _title(show: Node) -> str:
    return next(iter(texts_of(show, "title")), "")


def _take_showtitles(nodes: Sequence[Node], titles: Sequence[str]) -> str:
    """Take out the titles of the show from other files; return it if they have a single one.

    A title that is not that of the show may be another form of it, unless other files have that one.
    """
    known = {fold(title) for title in titles}
    found = {text: fold(text) for node in nodes for text in texts_of(node, "showtitle")}
    others = {folded: text for text, folded in found.items() if folded not in known}
    is_told = any(folded in known for folded in found.values())
    if len(others) + is_told > 1:
        raise _several([*titles[:1], *others.values()])
    said = any_case(*titles, *(text for text, folded in found.items() if folded in known or not titles))
    for node in nodes:
        drop_repeated(node, "showtitle", said)
    return next(iter(others.values()), "")


def _several(titles: Sequence[str]) -> UsageError:
    names = enumerate_words(quoted(titles[:_MOST_NAMED]))
    return UsageError(f"the files hold several shows: {names}", hint="import one show at a time")
