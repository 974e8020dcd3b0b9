"""How many columns a terminal gives a text: the one measure for tables, cards, excerpts and progress."""

import re

# Letters, signs and quotes of one column each: what most texts consist of, measured without loading tables.
_PLAIN = r"[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027]*"


def text_width(text: str) -> int:
    """Return the columns that a text without controls takes: spacing marks are 1, as glibc and terminals have them.

    Rich 15 counts the spacing marks of Devanagari, Tamil, Telugu and others as 0, so that its lines are too long.
    """
    if text.isascii() or re.fullmatch(_PLAIN, text):
        return len(text)
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)
