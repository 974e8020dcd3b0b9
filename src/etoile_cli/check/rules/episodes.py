"""Episodes: whether numbers are missing in a season, and whether the dates follow the numbers."""

from collections.abc import Iterator
from itertools import pairwise

from etoile_cli.catalogue.codes import episode_code
from etoile_cli.catalogue.episodes import Episode
from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.spans import Place
from etoile_cli.check.contents import Contents, Entry
from etoile_cli.check.problem import Code, Finding, Severity
from etoile_cli.check.rules.dates import DATE_ORDER
from etoile_cli.check.rules.episode_numbers import last_number, numbered_episodes
from etoile_cli.check.rules.numbered import numbering_of
from etoile_cli.text.dates import Date, is_before

EPISODE_GAP = Code(
    "episode-gap",
    Severity.WARNING,
    means="Numbers are missing in a season before this episode. Season 0, which holds specials, may have gaps.",
    why="An episode was forgotten, or its number is wrong.",
    wrong="""\
format = 1

[show]
title = "Étoile"

[[episodes]]
season = 1
number = 1
title = "The Swap"

[[episodes]]
season = 1
number = 3
title = "The Fish"
""",
    right="""\
format = 1

[show]
title = "Étoile"

[[episodes]]
season = 1
number = 1
title = "The Swap"

[[episodes]]
season = 1
number = 2
title = "The Bull"

[[episodes]]
season = 1
number = 3
title = "The Fish"
""",
)


def missing_episodes(contents: Contents) -> Iterator[Finding]:
    """Yield the episodes before which numbers of their season are missing; none if any number can't be read."""
    if any(None in (entry.values.get("season"), entry.values.get("number")) for entry in contents.of(Episode)):
        return
    season, last = 0, 0
    numbering = numbering_of(contents)
    for place, entry in _regular(contents):
        expected = (last if season == place[0] else numbering.offset(place[0])) + 1
        last = max(last_number(place, entry), last if season == place[0] else 0)
        season = place[0]
        if place[1] > expected:
            yield Finding(EPISODE_GAP, (*entry.path, "number"), _missing(season, expected, place[1] - 1))


def _missing(season: int, first: int, last: int) -> str:
    if first == last:
        return f"{episode_code(season, first)} is missing before it"
    return f"{episode_code(season, first)} to {episode_code(season, last)} are missing before it"


def episodes_out_of_order(contents: Contents) -> Iterator[Finding]:
    """Yield the episodes that are dated before the previous one of their season, or before the show's premiere."""
    dated = [each for each in _regular(contents) if each[1].values.get("released")]
    for (place, earlier), (next_place, later) in pairwise(dated):
        if place[0] == next_place[0]:
            yield from _too_early(later, earlier.values["released"], episode_code(*place))
    premieres = [show.values["premiere"] for show in contents.of(Show) if show.values.get("premiere")]
    for _, entry in dated if premieres else ():
        yield from _too_early(entry, premieres[0], "the premiere of the show")


def _too_early(entry: Entry, earlier: Date, what: str) -> Iterator[Finding]:
    """Yield the date of an episode if every day that it may mean is before all those of an earlier date."""
    released = entry.values["released"]
    if is_before(released, earlier):
        message = f'"released" {released.isoformat()} is before {what}, {earlier.isoformat()}'
        yield Finding(DATE_ORDER, (*entry.path, "released"), message)


def _regular(contents: Contents) -> list[tuple[Place, Entry]]:
    """Return the episodes in their order, without season 0, whose specials have none."""
    return [each for each in numbered_episodes(contents) if each[0][0]]
