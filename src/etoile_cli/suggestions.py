"""Which name was probably meant: a guess is made only where one is near, and never the opposite."""

from collections.abc import Collection

# Below it `watch` is near `path`, `actors` near `creators` and `renewed` near `ended`; `titel` is at 0.8 of `title`.
_NEAR = 0.75
_NEGATIONS = ("un", "in", "non", "not", "dis", "no")

# Very many names, or long ones, are not compared: it would take minutes.
_MOST_COMPARED = 50_000


def nearest(name: str, names: Collection[str]) -> str:
    """Return the name that was probably meant; empty if none is near, or the near one says the opposite."""
    from difflib import get_close_matches

    if len(names) * len(name) ** 2 > _MOST_COMPARED:
        return ""
    close = get_close_matches(name, names, n=1, cutoff=_NEAR)
    return close[0] if close and not _are_opposite(name, close[0]) else ""


def did_you_mean(name: str, names: Collection[str]) -> str:
    """Return the question whether the nearest name was meant; empty if none is near."""
    guess = nearest(name, names)
    return f'did you mean "{guess}"?' if guess else ""


def _are_opposite(name: str, other: str) -> bool:
    short, long = sorted((name.lower(), other.lower()), key=len)
    return long.endswith(short) and long.removesuffix(short).rstrip("-_ ") in _NEGATIONS
