"""The records of seasons, where the episodes, the show or their dates contradict them."""

from collections.abc import Iterator, Mapping, Sequence

from etoile_cli.catalogue.codes import Place, film_span, number_of_episodes
from etoile_cli.catalogue.episodes import Season, episode_code
from etoile_cli.catalogue.records import Show
from etoile_cli.check.contents import Contents, Entry
from etoile_cli.check.problem import Finding
from etoile_cli.check.rules.dates import DATE_ORDER
from etoile_cli.check.rules.episode_numbers import last_number, numbered_episodes
from etoile_cli.check.rules.seasons_and_status import CONTRADICTION
from etoile_cli.text.dates import first_day, last_day

_BySeason = Mapping[int, Sequence[tuple[Place, Entry]]]


def _by_season(contents: Contents) -> _BySeason:
    """Return the episodes of each season, in their order."""
    found: dict[int, list[tuple[Place, Entry]]] = {}
    for place, entry in numbered_episodes(contents):
        found.setdefault(place[0], []).append((place, entry))
    return found


def _records(contents: Contents) -> Iterator[tuple[int, Entry]]:
    return ((entry.values["number"], entry) for entry in contents.of(Season) if entry.values.get("number") is not None)


def wrong_counts(contents: Contents) -> Iterator[Finding]:
    """Yield how many episodes a season has if more are listed, or one with a higher number; specials have any."""
    listed = _by_season(contents)
    for season, entry in _records(contents):
        count, films = entry.values.get("episodes"), listed.get(season, [])
        if not count or not films:
            continue
        number = number_of_episodes(film_span(*place, last_number(place, each)) for place, each in films)
        highest = max(last_number(*film) for film in films)
        what = f"{number} are listed" if number > count else ""
        if season and highest > count:
            what = f"there is {episode_code(season, highest)}"
        if what:
            yield Finding(CONTRADICTION, (*entry.path, "episodes"), f'"episodes" is {count}, and {what}')


def contradicted_dates(contents: Contents) -> Iterator[Finding]:
    """Yield the dates of a season that can't be right if those of its episodes and of the show are."""
    listed = _by_season(contents)
    shows = [show.values["premiere"] for show in contents.of(Show) if show.values.get("premiere")]
    for season, entry in _records(contents):
        premiere, finale = entry.values.get("premiere"), entry.values.get("finale")
        if season and premiere and shows and last_day(premiere) < first_day(shows[0]):
            message = f'"premiere" {premiere.isoformat()} is before that of the show, {shows[0].isoformat()}'
            yield Finding(DATE_ORDER, (*entry.path, "premiere"), message)
        dated = [
            (place, each.values["released"]) for place, each in listed.get(season, []) if each.values.get("released")
        ]
        earliest = min(dated, key=lambda each: last_day(each[1]), default=None)
        latest = max(dated, key=lambda each: first_day(each[1]), default=None)
        if premiere and earliest and last_day(earliest[1]) < first_day(premiere):
            message = f'"premiere" {premiere.isoformat()} is after {episode_code(*earliest[0])}'
            yield Finding(DATE_ORDER, (*entry.path, "premiere"), f"{message}, {earliest[1].isoformat()}")
        if finale and latest and first_day(latest[1]) > last_day(finale):
            message = f'"finale" {finale.isoformat()} is before {episode_code(*latest[0])}'
            yield Finding(DATE_ORDER, (*entry.path, "finale"), f"{message}, {latest[1].isoformat()}")
