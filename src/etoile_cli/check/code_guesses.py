"""The codes of episodes that other spellings mean: `2x01`, `S2`, `S02E01–E13`."""

import re

from etoile_cli.catalogue.codes import episode_code, season_code

_SEASON = r"[sS](?:eason)? ?([0-9]{1,5})"
# Several seasons: S1-S2, Seasons 1 to 3.
_SEASONS = r"[sS]([0-9]{1,5}) to [sS]([0-9]{1,5})|[sS]easons? ([0-9]{1,5}) to (?:[sS]eason )?([0-9]{1,5})"
_MOST_SEASONS = 10
# S1E1, s01e01, 1x01.
_EPISODE = r"[sS]?([0-9]{1,5}) ?[xXeE]([0-9]{1,5})"
# The last episode of a run, in the season of the first.
_LAST = r"[xXeE]?([0-9]{1,5})"
_TO = r" ?(?:[-‐‑‒–—―−]|\.{2,3}|…|\bto\b) ?"
_AND = r" ?[,;&+/] ?| and "


def code_meant(text: str) -> str:
    """Return the code of an episode, a season or a run that a text probably means; empty if that isn't clear."""
    if season := re.fullmatch(_SEASON, text):
        return season_code(int(season[1]))
    first, *others = re.split(_TO, text)
    begin = re.fullmatch(_EPISODE, first)
    if not begin or len(others) > 1:
        return ""
    season_number, number = int(begin[1]), int(begin[2])
    if not others:
        return episode_code(season_number, number)
    end, last = re.fullmatch(_EPISODE, others[0]), re.fullmatch(_LAST, others[0])
    if end:
        return f"{episode_code(season_number, number)}-{episode_code(int(end[1]), int(end[2]))}"
    return f"{episode_code(season_number, number)}-{episode_code(season_number, int(last[1]))}" if last else ""


def codes_meant(text: str) -> list[str]:
    """Return the items of a list of episodes that a text probably means: `S01-S02`, `S01E06, S01E07`; none if unclear.

    What is a code, or means one, is one item.
    """
    codes = [[code] if (code := code_meant(each)) else _seasons(each) for each in re.split(_AND, text)]
    return [code for several in codes for code in several] if all(codes) else []


def _seasons(text: str) -> list[str]:
    """Return the codes of the seasons from one to another; none if a text names no such seasons, or too many."""
    found = re.fullmatch(_SEASONS, re.sub(_TO, " to ", text))
    first, last = (int(each) for each in found.groups() if each) if found else (1, 0)
    return [season_code(number) for number in range(first, last + 1)] if last - first < _MOST_SEASONS else []
