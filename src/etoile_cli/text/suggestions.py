"""Which name was probably meant, and the question to ask then.

A name is guessed only if it is near to what was written, and never if it means the opposite.
"""

import re
from collections.abc import Collection, Sequence

from etoile_cli.text.invisible import INVISIBLE

# Names of a lower ratio are not near: `watch` and `path`, `actors` and `creators`, `renewed` and `ended`. The ratio of
# `titel` and `title` is 0.8.
_NEAR = 0.75
_VERY_NEAR = 0.85
# Nothing can be guessed from fewer letters.
_SHORT = 3
_NEGATIONS = ("un", "in", "non", "not", "dis", "no", "never")

# Where there are too many names, or too long ones, none is guessed: comparing them would take minutes.
_MOST_COMPARED = 50_000


def nearest(name: str, names: Collection[str]) -> str:
    """Return the name that was probably meant; empty if none is near, or the nearest means the opposite.

    Case and invisible characters make no difference.
    """
    if len(names) * len(name) ** 2 > _MOST_COMPARED:
        return ""
    meant = _plain(name)
    known: dict[str, str] = {}
    for each in names:
        known.setdefault(_plain(each), each)
    close = _close(meant, known)
    return known[close] if close and not _are_opposite(meant, close) else ""


def is_slip(name: str, guess: str, names: Collection[str]) -> bool:
    """Return whether a name is surely the nearest one misspelt: no other name is as near.

    One letter is wrong, or a few in a long name. Neither case nor the signs between letters count.
    """
    meant, plain = _plain(name), _plain(guess)
    if _letters(meant) == _letters(plain):
        return True
    known = {_plain(each) for each in names}
    if slips := [each for each in known if _is_one_slip(meant, each)]:
        return slips == [plain]
    from difflib import get_close_matches

    return get_close_matches(meant, known, n=2, cutoff=_NEAR) == [plain] and _likeness(meant, plain) >= _VERY_NEAR


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", name)


def question(written: str) -> str:
    """Return the question whether something was meant; `written` is what to show for it, usually in quotes."""
    return f"did you mean {written}?"


def suggestion(guess: str) -> str:
    """Return the question whether a name was meant, in brackets to follow a message; empty if there is no name."""
    written = f'"{guess}"'
    return f" ({question(written)})" if guess else ""


def _plain(name: str) -> str:
    return name.lower() if name.isascii() else re.sub(INVISIBLE, "", name.lower())


def _close(name: str, names: Collection[str]) -> str:
    from difflib import get_close_matches

    if name in names:
        return name
    close = (
        get_close_matches(name, names, n=1, cutoff=_NEAR)
        or [each for each in names if _is_one_slip(name, each)]
        or _only([each for each in names if len(name) >= _SHORT and each.startswith(name)])
    )
    return close[0] if close else ""


def _only(names: Sequence[str]) -> Sequence[str]:
    return names if len(names) == 1 else ()


def _is_one_slip(name: str, other: str) -> bool:
    """Return whether one letter is wrong, missing or superfluous, or two are swapped: short names have low ratios."""
    if min(len(name), len(other)) < _SHORT:
        return False
    begin = common_beginning(name, other)
    end = common_beginning(name[begin:][::-1], other[begin:][::-1])
    left, right = name[begin : len(name) - end], other[begin : len(other) - end]
    return max(len(left), len(right)) == 1 or (len(left) == 2 and left == right[::-1])


def common_beginning(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the length of the common beginning of two texts, or of two lists of words."""
    return next(
        (at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right),
        min(len(one), len(other)),
    )


def _are_opposite(name: str, other: str) -> bool:
    """Return whether two names are more alike when a negation at the beginning of one of them is removed."""
    name, other = name.lstrip("-"), other.lstrip("-")
    likeness = _likeness(name, other)
    return any(
        _likeness(positive, right) > likeness
        for left, right in ((name, other), (other, name))
        for negation in _NEGATIONS
        if left.startswith(negation) and (positive := left.removeprefix(negation).lstrip("-_ "))
    )


def _likeness(one: str, other: str) -> float:
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other).ratio()
