"""The records of seasons, where the episodes, the show or their dates contradict them."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from etoile_cli.catalogue.codes import episode_code
from etoile_cli.catalogue.episodes import Season
from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.spans import Place, film_span, number_of_episodes
from etoile_cli.check.contents import Contents, Entry
from etoile_cli.check.problem import Finding
from etoile_cli.check.rules.dates import DATE_ORDER
from etoile_cli.check.rules.episode_numbers import last_number, numbered_episodes
from etoile_cli.check.rules.numbered import numbering_of
from etoile_cli.check.rules.seasons import CONTRADICTION
from etoile_cli.text.dates import Date, first_day, is_before, last_day

_BySeason = Mapping[int, Sequence[tuple[Place, Entry]]]


class _Shown(Struct, frozen=True):
    """When an episode was shown, and which; as messages name it: `S01E01, 2025-04-24`."""

    date: Date
    place: Place

    def __str__(self) -> str:
        return f"{episode_code(*self.place)}, {self.date.isoformat()}"


def _by_season(contents: Contents) -> _BySeason:
    """Return the episodes of each season, in their order."""
    found: dict[int, list[tuple[Place, Entry]]] = {}
    for place, entry in numbered_episodes(contents):
        found.setdefault(place[0], []).append((place, entry))
    return found


def _records(contents: Contents) -> Iterator[tuple[int, Entry]]:
    return ((entry.values["number"], entry) for entry in contents.of(Season) if entry.values.get("number") is not None)


def _number(films: Sequence[tuple[Place, Entry]]) -> int:
    """Return how many episodes these films are."""
    return number_of_episodes(film_span(*place, last_number(place, each)) for place, each in films)


def wrong_counts(contents: Contents) -> Iterator[Finding]:
    """Yield how many episodes a season has if more are listed, or one with a higher number; specials have any."""
    listed, numbering = _by_season(contents), numbering_of(contents)
    for season, entry in _records(contents):
        count, films = entry.values.get("episodes"), listed.get(season, [])
        if not count or not films:
            continue
        number = _number(films)
        highest = max(last_number(*film) for film in films)
        what = f"{number} are listed" if number > count else ""
        if season and highest > numbering.offset(season) + count:
            what = f"there is {episode_code(season, highest)}"
        if what:
            yield Finding(CONTRADICTION, (*entry.path, "episodes"), f'"episodes" is {count}, and {what}')


def contradicted_dates(contents: Contents) -> Iterator[Finding]:
    """Yield the dates of a season that can't be right if those of its episodes and of the show are."""
    listed = _by_season(contents)
    shows = [show.values["premiere"] for show in contents.of(Show) if show.values.get("premiere")]
    for season, entry in _records(contents):
        premiere = entry.values.get("premiere")
        if season and premiere and shows and is_before(premiere, shows[0]):
            message = f'"premiere" {premiere.isoformat()} is before that of the show, {shows[0].isoformat()}'
            yield Finding(DATE_ORDER, (*entry.path, "premiere"), message)
        yield from _against_episodes(entry, listed.get(season, []))


def _against_episodes(entry: Entry, films: Sequence[tuple[Place, Entry]]) -> Iterator[Finding]:
    """Yield the premiere and the finale if an episode was shown before or after them, or if none of all was then."""
    dated = [_Shown(each.values["released"], place) for place, each in films if each.values.get("released")]
    if not dated:
        return
    is_complete = len(dated) == len(films) and _number(films) == entry.values.get("episodes")
    earliest = min(dated, key=lambda each: last_day(each.date))
    latest = max(dated, key=lambda each: first_day(each.date))
    premiere, finale = entry.values.get("premiere"), entry.values.get("finale")
    if premiere and is_before(earliest.date, premiere):
        yield _wrong_date(entry, "premiere", f"is after {earliest}")
    first = min(dated, key=lambda each: first_day(each.date))
    if premiere and is_complete and is_before(premiere, first.date):
        yield _wrong_date(entry, "premiere", f"is before the first of all its episodes, {first}")
    if finale and is_before(finale, latest.date):
        yield _wrong_date(entry, "finale", f"is before {latest}")
    last = max(dated, key=lambda each: last_day(each.date))
    if finale and is_complete and is_before(last.date, finale):
        yield _wrong_date(entry, "finale", f"is after the last of all its episodes, {last}")


def _wrong_date(entry: Entry, key: str, what: str) -> Finding:
    return Finding(DATE_ORDER, (*entry.path, key), f'"{key}" {entry.values[key].isoformat()} {what}')
