"""The numbers of episodes: films that overlap, the order of the whole run, and where specials belong."""

from collections.abc import Iterator
from itertools import pairwise

from etoile_cli.catalogue.codes import episode_code, film_code
from etoile_cli.catalogue.episodes import Episode
from etoile_cli.catalogue.spans import Place, span_of
from etoile_cli.check.contents import Contents, Entry
from etoile_cli.check.problem import Finding
from etoile_cli.check.rules.repetition import DUPLICATE
from etoile_cli.check.rules.seasons import CONTRADICTION
from etoile_cli.check.structure.values import BAD_VALUE

_Numbered = tuple[Place, Entry]


def numbered_episodes(contents: Contents) -> list[_Numbered]:
    """Return the episodes with season and number, sorted by these, and those of the same code as in the file."""
    found = [
        ((entry.values["season"], entry.values["number"]), entry)
        for entry in contents.of(Episode)
        if entry.values.get("season") is not None and entry.values.get("number") is not None
    ]
    return sorted(found, key=lambda each: each[0])


def last_number(place: Place, entry: Entry) -> int:
    """Return the last number of the film that an episode is."""
    return max(place[1], entry.values.get("through") or 0)


def wrong_last_numbers(contents: Contents) -> Iterator[Finding]:
    """Yield the last numbers of films that are not after the first."""
    for (_, number), entry in numbered_episodes(contents):
        through = entry.values.get("through")
        if through is not None and through <= number:
            message = f'"through" is {through}, and must be more than "number", {number}'
            yield Finding(BAD_VALUE, (*entry.path, "through"), message)


def overlapping_films(contents: Contents) -> Iterator[Finding]:
    """Yield the episodes that an earlier film is, too; the same code twice is found as a duplicate record."""
    film: _Numbered | None = None
    for place, entry in numbered_episodes(contents):
        if film and place[0] == film[0][0] and place != film[0] and place[1] <= last_number(*film):
            code = film_code(*film[0], last_number(*film))
            yield Finding(
                DUPLICATE,
                (*entry.path, "number"),
                f"{episode_code(*place)} is in {code}, the film",
                first=film[1].path,
            )
        if film is None or (place[0], last_number(place, entry)) > (film[0][0], last_number(*film)):
            film = place, entry


def repeated_absolute_numbers(contents: Contents) -> Iterator[Finding]:
    """Yield the numbers in the whole run that another record has, too; a film has as many as it is episodes."""
    counted = [entry for entry in contents.of(Episode) if entry.values.get("absolute") is not None]
    film: Entry | None = None
    for entry in sorted(counted, key=lambda each: each.values["absolute"]):
        absolute = entry.values["absolute"]
        if film and absolute <= _last_absolute(film) and not _is_told(entry, film):
            first, last = film.values["absolute"], _last_absolute(film)
            message = f'the same "absolute", {absolute}, as the record'
            if absolute > first:
                message = f'"absolute" is {absolute}, and {first} to {last} are those of the film'
            yield Finding(DUPLICATE, (*entry.path, "absolute"), message, first=film.path)
        if film is None or _last_absolute(entry) > _last_absolute(film):
            film = entry


def _is_told(entry: Entry, film: Entry) -> bool:
    """Return whether an episode is in a film by its number just as it is by its number in the whole run."""
    season, number = entry.values.get("season"), entry.values.get("number")
    if number is None or film.values.get("number") is None or season != film.values.get("season"):
        return False
    after = entry.values["absolute"] - film.values["absolute"]
    return bool(after) and number == film.values["number"] + after


def _last_absolute(entry: Entry) -> int:
    """Return the number in the whole run of the last episode that a film is."""
    number, through = entry.values.get("number"), entry.values.get("through")
    more = 0 if number is None or through is None else max(through - number, 0)
    return int(entry.values["absolute"]) + more


def absolute_numbers_out_of_order(contents: Contents) -> Iterator[Finding]:
    """Yield the numbers in the whole run that are less than that of an earlier episode; specials have no order."""
    counted = [each for each in numbered_episodes(contents) if each[0][0] and each[1].values.get("absolute")]
    for (place, earlier), (_, later) in pairwise(counted):
        before, after = earlier.values["absolute"], later.values["absolute"]
        if after < before:
            message = f'"absolute" is {after}, and that of {episode_code(*place)} is {before}'
            yield Finding(CONTRADICTION, (*later.path, "absolute"), message)


def misplaced_specials(contents: Contents) -> Iterator[Finding]:
    """Yield the episodes that follow another and are no specials, and the specials that follow themselves."""
    follows: dict[Place, Place] = {}
    paths: dict[Place, tuple[str | int, ...]] = {}
    for place, entry in numbered_episodes(contents):
        span = span_of(entry.values.get("follows") or "")
        if not span:
            continue
        path = (*entry.path, "follows")
        if place[0]:
            yield Finding(
                BAD_VALUE, path, f'"follows" is for specials, of season 0, and this is {episode_code(*place)}'
            )
        elif span.first == place:
            yield Finding(BAD_VALUE, path, '"follows" names the special itself')
        else:
            follows.setdefault(place, span.first)
            paths.setdefault(place, path)
    for place in _closing(follows):
        message = f'"follows" {episode_code(*follows[place])}, which in the end follows {episode_code(*place)} itself'
        yield Finding(BAD_VALUE, paths[place], message)


def _closing(follows: dict[Place, Place]) -> Iterator[Place]:
    """Yield a place of each circle: that by which it closes."""
    done: set[Place] = set()
    for start in follows:
        way: dict[Place, None] = {}
        place = start
        while place in follows and place not in done and place not in way:
            way[place] = None
            place = follows[place]
        if place in way:
            yield next(each for each in reversed(way) if follows[each] == place)
        done |= way.keys()
