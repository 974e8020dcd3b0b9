"""Episodes: whether numbers are missing in a season, and whether the dates follow the numbers."""

from collections.abc import Iterator
from itertools import pairwise

from etoile_cli.catalogue.episodes import Episode, episode_code
from etoile_cli.catalogue.records import Show
from etoile_cli.check.contents import Contents, Entry
from etoile_cli.check.problem import Code, Finding, Severity
from etoile_cli.check.rules.dates import DATE_ORDER
from etoile_cli.text.dates import is_before

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

_Numbered = tuple[int, int, Entry]


def missing_episodes(contents: Contents) -> Iterator[Finding]:
    """Yield the episodes before which numbers of their season are missing; none if any number can't be read."""
    if any(None in (entry.values.get("season"), entry.values.get("number")) for entry in contents.of(Episode)):
        return
    before = (0, 0)
    for season, number, entry in _numbered(contents):
        expected = before[1] + 1 if before[0] == season else 1
        before = (season, number)
        if number > expected:
            yield Finding(EPISODE_GAP, (*entry.path, "number"), _missing(season, expected, number - 1))


def _missing(season: int, first: int, last: int) -> str:
    if first == last:
        return f"{episode_code(season, first)} is missing before it"
    return f"{episode_code(season, first)} to {episode_code(season, last)} are missing before it"


def episodes_out_of_order(contents: Contents) -> Iterator[Finding]:
    """Yield the episodes that are dated before the previous one of their season, or before the show's premiere."""
    dated = [each for each in _numbered(contents) if each[2].values.get("released")]
    for (season, number, earlier), (next_season, _, later) in pairwise(dated):
        if season == next_season and is_before(later.values["released"], earlier.values["released"]):
            day = earlier.values["released"].isoformat()
            message = (
                f'"released" {later.values["released"].isoformat()} is before {episode_code(season, number)}, {day}'
            )
            yield Finding(DATE_ORDER, (*later.path, "released"), message)
    premieres = [show.values["premiere"] for show in contents.of(Show) if show.values.get("premiere")]
    for _, _, entry in dated:
        if premieres and is_before(entry.values["released"], premieres[0]):
            day = entry.values["released"].isoformat()
            message = f'"released" {day} is before the premiere of the show, {premieres[0].isoformat()}'
            yield Finding(DATE_ORDER, (*entry.path, "released"), message)


def _numbered(contents: Contents) -> list[_Numbered]:
    """Return the episodes with season and number, sorted; without season 0, whose specials have no order."""
    numbered = [
        (entry.values["season"], entry.values["number"], entry)
        for entry in contents.of(Episode)
        if entry.values.get("season") and entry.values.get("number") is not None
    ]
    return sorted(numbered, key=lambda each: each[:2])
