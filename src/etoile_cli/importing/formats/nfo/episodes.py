"""The episodes, as their files describe them; the roots of one file may be one film that is several episodes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from etoile_cli.catalogue.codes import episode_code
from etoile_cli.importing.formats.nfo.elements import (
    any_case,
    drop_nothing,
    drop_repeated,
    drop_same,
    parts,
    put_back,
    same_prose,
    take_date,
    take_minutes,
    take_number,
    take_one,
    take_parts,
    take_prose,
    take_year,
    texts_of,
)
from etoile_cli.importing.formats.nfo.ids import take_ids
from etoile_cli.importing.intake.intake import Intake, Record
from etoile_cli.importing.intake.texts import is_to_come
from etoile_cli.importing.reading.tree import Node
from etoile_cli.text.values import in_short

# What the file of an episode may repeat of the show.
_OF_SHOW = ("studio", "genre", "mpaa", "certification", "country", "status", "tag", "premiered", "year")
_OF_LIBRARY = ("userrating", "top250", "playcount", "watched")
# Jellyfin names there the last of the episodes that are one film.
_END = "episodenumberend"
_PLACE = ("displayseason", "displayepisode")


@dataclass
class Film:
    """A film, with the roots that describe it: its title, the numbers of the episodes that it is, and its record."""

    title: str
    season: int
    number: int
    last: int
    nodes: list[Node]
    record: Record = field(default_factory=dict)

    @property
    def code(self) -> str:
        """The code by which the film is known."""
        return episode_code(self.season, self.number)


def take_episodes(files: Iterable[Sequence[Node]], show: Node, intake: Intake) -> list[Film]:
    """Take in the episodes of files, but for the actors and the places of specials, in the order of their numbers."""
    said = _said_of_show(show)
    found = [film for roots in files for film in _films(roots, intake)]
    found.sort(key=lambda film: (film.season, film.number))
    for film in found:
        _take_film(film, said, intake)
    return found


def said_by_show(node: Node) -> Node:
    """Return what the files of the episodes may repeat, apart from the tree, as `take_episodes` needs it."""
    said = {name: texts_of(node, name) for name in _OF_SHOW}
    said["year"] += [day[: len("2025")] for day in said["premiered"]]
    return said


def _said_of_show(show: Node) -> Mapping[str, frozenset[str]]:
    return {
        name: any_case(*(part for text in show.get(name, ()) for part in [text, *parts(text)])) for name in _OF_SHOW
    }


def _films(roots: Sequence[Node], intake: Intake) -> Iterator[Film]:
    """Yield the films that the roots of a file are: with one title and consecutive numbers, they are one."""
    film: Film | None = None
    for node in roots:
        title = take_one(node, "title")
        season, number = take_number(node, "season"), take_number(node, "episode")
        if season is None or number is None or not title or is_to_come(title):
            _leave_out(title, season, number, intake)
        elif film and (film.title, film.season) == (title, season) and film.number < number <= film.last + 1:
            film.last = max(film.last, _take_last(node, number))
            drop_same(node, film.nodes[0], but_for=["actor"])
            film.nodes.append(node)
        else:
            if film:
                yield film
            film = Film(title, season, number, _take_last(node, number), [node])
    if film:
        yield film


def _take_last(node: Node, number: int) -> int:
    """Take the number of the last episode that a film is, which is that of the first unless another is given."""
    last = take_number(node, _END)
    if last is not None and last < number:
        put_back(node, _END, [str(last)])
    return max(number, last or 0)


def _leave_out(title: str, season: int | None, number: int | None, intake: Intake) -> None:
    if season is not None and number is not None:
        intake.leave_out(episode_code(season, number), "has no title")
    else:
        article, what = ("a", "special") if season == 0 else ("an", "episode")
        intake.leave_out(f'{what} "{in_short(title)}"' if title else f"{article} {what}", "has no number")


def _take_film(film: Film, said: Mapping[str, frozenset[str]], intake: Intake) -> None:
    node = film.nodes[0]
    numbers = {"number": film.number} | ({"through": film.last} if film.last > film.number else {})
    film.record = record = intake.add("episodes", {"season": film.season, **numbers, "title": film.title})
    intake.put(record, "released", _take_released(node, film.code, intake))
    intake.put(record, "runtime", take_minutes(node, film.code, intake))
    intake.put(record, "directors", take_parts(node, "director"))
    intake.put(record, "writers", take_parts(node, "credits", "writer"))
    intake.put(record, "ids", take_ids(node, film.code, intake))
    plot, outline = take_prose(node, "plot"), take_prose(node, "outline")
    intake.put_prose(record, "synopsis", plot)
    if not same_prose(outline, plot):
        put_back(node, "outline", [outline])
    for name in ("originaltitle", "sorttitle"):
        drop_repeated(node, name, any_case(film.title))
    for name in _OF_SHOW:
        drop_repeated(node, name, said[name])
    drop_nothing(node, _OF_LIBRARY if film.season == 0 else (*_OF_LIBRARY, *_PLACE))


def _take_released(node: Node, code: str, intake: Intake) -> date | str | None:
    """Take the day of an episode. Kodi writes that of the show as well, as `premiered` and `year`."""
    released = take_date(node, ("aired",), f"the release of {code}", intake)
    if released:
        for name in ("premiered", "releasedate"):
            drop_repeated(node, name, any_case(str(released)))
        take_year(node, released)
        return released
    return None if any(texts_of(node, name) for name in ("premiered", "releasedate")) else take_year(node, None)
