"""In which direction a page sets a text."""

import re
from unicodedata import bidirectional

# The scripts that are written from right to left, in blocks of their own.
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]")


def direction(text: str) -> str:
    """Return the value of `dir` for a text: that of most of its letters, where the first has the other.

    An English sentence may begin with a Hebrew word: `auto`, which asks the first letter, would set it from right to
    left.
    """
    if text.isascii() or not _RIGHT_TO_LEFT.search(text):
        return "auto"
    kinds = [{"L": "ltr", "R": "rtl", "AL": "rtl"}.get(bidirectional(each), "") for each in text]
    strong = [kind for kind in kinds if kind]
    most = max(("ltr", "rtl"), key=strong.count)
    return most if strong and strong[0] != most and strong.count(most) * 2 > len(strong) else "auto"
