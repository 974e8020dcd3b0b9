"""Lists of episodes in the words in which `export jsonld` has them: `in Season 1, S02E01–S04E13`."""

import re

from etoile_cli.catalogue.codes import episode_code, season_code

_RUN = re.compile(
    r"(?P<specials>Specials)|Seasons? (?P<first>[0-9]{1,5})(?:–(?P<last>[0-9]{1,5}))?"
    r"|S(?P<season>[0-9]{2,5})E(?P<number>[0-9]{2,5})(?:–(?:S(?P<to_season>[0-9]{2,5}))?E(?P<to>[0-9]{2,5}))?"
)
_MOST_SEASONS = 1_000


def codes_of(words: str) -> list[str]:
    """Return the codes of the episodes that words name; none if any of the words means something else."""
    if not words.startswith("in "):
        return []
    found = [_codes(run) for run in words.removeprefix("in ").split(", ")]
    return [code for codes in found for code in codes] if all(found) else []


def _codes(words: str) -> list[str]:
    run = _RUN.fullmatch(words)
    if not run:
        return []
    if run["specials"]:
        return [season_code(0)]
    if run["first"]:
        first, last = int(run["first"]), int(run["last"] or run["first"])
        return [season_code(each) for each in range(first, last + 1)] if last - first < _MOST_SEASONS else []
    code = episode_code(int(run["season"]), int(run["number"]))
    if not run["to"]:
        return [code]
    return [f"{code}-{episode_code(int(run['to_season'] or run['season']), int(run['to']))}"]
