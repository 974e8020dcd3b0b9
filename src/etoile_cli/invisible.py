"""Characters that nobody sees: those that no text of a catalogue needs, and where the others stand for nothing.

The sets are Unicode's default ignorable code points, without the controls of direction (see `escaping`).
"""

import re
from unicodedata import category

# Soft hyphen, grapheme joiner, Hangul and Khmer fillers, Mongolian selectors, zero-width space, word joiner, operators
# of mathematics, shaping, a byte-order mark inside, annotations.
_NEEDLESS = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
)
# Right in Persian, in the scripts of India, and between emoji.
_JOINERS = "\u200c\u200d"
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
# Right behind the black flag, in the flags of England, Scotland and Wales.
_TAGS = "\U000e0000-\U000e007f"
_FLAG = "\U0001f3f4"
_LONGEST_FLAG = 8

INVISIBLE = f"[{_NEEDLESS}{_JOINERS}{_SELECTORS}{_TAGS}]"
"""A pattern of every such character."""

# What a joiner or a selector changes: letters that have no case, their marks, and symbols.
_CHANGED = frozenset({"Lo", "Mn", "Mc", "So", "Sk", "Sm", "Po", "Cf"})
_KEYCAP = "\u20e3"


def invisible_in(text: str) -> list[str]:
    """Return the invisible characters of a text that people can't have meant, each once."""
    if text.isascii():
        return []
    found = (each for each in re.finditer(INVISIBLE, text) if not _is_meant(text, each.start()))
    return list(dict.fromkeys(each.group() for each in found))


def without_invisible(text: str) -> str:
    """Return a text without the invisible characters that people can't have meant."""
    return re.sub(INVISIBLE, lambda found: found.group() if _is_meant(text, found.start()) else "", text)


def _is_meant(text: str, position: int) -> bool:
    character, before, behind = text[position], text[position - 1 : position], text[position + 1 : position + 2]
    if re.match(f"[{_NEEDLESS}]", character):
        return False
    if re.match(f"[{_TAGS}]", character):
        return re.search(f"{_FLAG}[{_TAGS}]*$", text[max(position - _LONGEST_FLAG, 0) : position]) is not None
    if behind == _KEYCAP:
        return True
    is_changing = bool(before) and category(before) in _CHANGED
    return is_changing and (character not in _JOINERS or bool(behind.strip()))
