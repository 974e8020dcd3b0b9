"""Invisible characters: which of them no text needs, and where the others have a meaning.

They are Unicode's default ignorable code points without the bidirectional controls (see `escaping`). Where each has a
meaning is taken from the Unicode Standard's chapter on its script; in doubt, a character counts as meant.
"""

import re
from collections.abc import Callable
from functools import cache
from unicodedata import category, combining, east_asian_width

from etoile_cli.text.normal_forms import GRAPHEME_JOINER

# The soft hyphen, Khmer vowels whose use Unicode discourages, invisible operators, deprecated format characters,
# fillers of modern Hangul, a byte-order mark inside a text, interlinear annotations.
_NEEDLESS = "\u00ad\u17b4\u17b5\u2061-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
_JOINERS = "\u200c\u200d"
_WORD_SIGNS = "\u200b\u2060"
_OLD_HANGUL = "\u115f\u1160"
_MONGOLIAN = "\u180b-\u180f"
_EMOJI = "\ufe0e\ufe0f"
_VARIANTS = "\ufe00-\ufe0d\U000e0100-\U000e01ef"
_TAGS = "\U000e0000-\U000e007f"

INVISIBLE = f"[{_NEEDLESS}{_JOINERS}{_WORD_SIGNS}{GRAPHEME_JOINER}{_OLD_HANGUL}{_MONGOLIAN}{_EMOJI}{_VARIANTS}{_TAGS}]"
"""A pattern that matches any invisible character."""

# Thai, Lao, Burmese, Khmer and related scripts, which write no blanks between words.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf"
_SIGN_OF_WORDS = f"[{_WORD_SIGNS}]"
_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Other scripts than Han with variation sequences: Burmese, 'Phags-pa, Manichaean, Egyptian.
_VARIED = "\u1000-\u109f\ua840-\ua87f\uaa60-\uaa7f\U00010ac0-\U00010aff\U00013000-\U0001345f"
_VARIED_SIGNS = "、。！，．：；？‘’“”"
_OLD_CONSONANTS, _OLD_VOWELS = "\u1100-\u115f\ua960-\ua97c", "\u1160-\u11a7\ud7b0-\ud7c6"
_LONGEST_FLAG = 7

_MEANT = "|".join(
    (
        # One between two words, not at the beginning or the end.
        rf"(?<=[{_UNSPACED}]){_SIGN_OF_WORDS}(?=[^\s])",
        rf"(?<=[^\s{_WORD_SIGNS}]){_SIGN_OF_WORDS}(?=[{_UNSPACED}])",
        f"(?<=[\u1800-\u180a\u1810-\u18af])[{_MONGOLIAN}]|(?<=[\u180b-\u180d\u180f])\u180e",
        f"\u115f(?=[{_OLD_VOWELS}])",
        f"(?<=[{_OLD_CONSONANTS}])\u1160",
        f"(?<=[{_HAN}])[\ufe00-\ufe02\U000e0100-\U000e01ef]",
        f"(?<=[{_VARIED}])[\ufe00-\ufe06]",
        f"(?<=[{_VARIED_SIGNS}])[\ufe00\ufe01]",
        "(?<=[0\u2190-\u22ff\u2a00-\u2aff])\ufe00",
        f"(?<=[0-9#*])[{_EMOJI}](?=\u20e3)",
        # Emoji that are neither letters nor symbols to Unicode.
        f"(?<=[‼⁉ℹ〰〽])[{_EMOJI}]",
    )
)
"""A pattern that matches an invisible character to which the characters around it give a meaning."""

# A letter is looked for over no more marks than these.
_MOST_MARKS = 8
_VIRAMA = 9
_SYMBOLS = frozenset({"So", "Sk", "Sm"})
_PICTURES = frozenset({"So", "Sk"})
# Arabic and related scripts, Mongolian.
_CURSIVE = "[\u0620-\u08ff\u1800-\u18af]"


def invisible_in(text: str) -> list[str]:
    """Return the invisible characters in a text that have no meaning there, each once."""
    if not may_be_invisible(text):
        return []
    found = (each for each in re.finditer(INVISIBLE, text) if not _is_meant(text, each.start()))
    return list(dict.fromkeys(each.group() for each in found))


def may_be_invisible(text: str) -> bool:
    """Return whether a text holds an invisible character, with a meaning there or without."""
    return not text.isascii() and _pattern().search(text) is not None


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(INVISIBLE)


def without_invisible(text: str) -> str:
    """Return a text without the invisible characters that have no meaning there."""
    while (less := _replaced(text, lambda _: "")) != text:
        text = less  # a character may have had a meaning only because of one that has now been removed
    return text


def show_invisible(text: str, begin: int = 0, end: int | None = None) -> str:
    r"""Return a text, or a slice of it, with the invisible characters that have no meaning there as `\u200b`."""
    return _replaced(text, _escape, begin, end)


def _replaced(text: str, replacement: Callable[[str], str], begin: int = 0, end: int | None = None) -> str:
    shown = text[begin:end]
    if shown.isascii():
        return shown
    return re.sub(
        INVISIBLE,
        lambda found: found[0] if _is_meant(text, begin + found.start()) else replacement(found[0]),
        shown,
    )


def _escape(character: str) -> str:
    return f"\\u{ord(character):04x}" if character <= "\uffff" else f"\\U{ord(character):08x}"


def _is_meant(text: str, position: int) -> bool:
    character, before = text[position], text[max(position - _MOST_MARKS, 0) : position]
    after = text[position + 1 : position + 2]
    if re.match(f"[{_TAGS}]", character):
        # Tags in the flags of England, Scotland and Wales.
        return re.search(f"\U0001f3f4[{_TAGS}]{{0,{_LONGEST_FLAG - 1}}}$", before) is not None
    if character in _JOINERS:
        return _joins(before, character, after)
    if character in _EMOJI and before[-1:] > "\x7f" and category(before[-1]) in _SYMBOLS:
        return True
    if character == GRAPHEME_JOINER:
        # It keeps two marks of a letter apart, as in Hebrew.
        return bool(before.strip() and after and combining(after))
    return re.compile(_MEANT).match(text, position) is not None


def _joins(before: str, joiner: str, after: str) -> bool:
    """Return whether a joiner follows an emoji, or a letter that is joined to others, as in Persian and Hindi."""
    base = next((each for each in reversed(before) if not category(each).startswith("M")), "")
    if not base:
        return False
    if category(base) in _PICTURES:
        return bool(after.strip())
    if joiner == "\u200c" and category(base).startswith("L") and category(after or " ").startswith("L"):
        return east_asian_width(base) not in "WF"  # a non-joiner prevents a ligature, as in German and Adlam
    if category(base) != "Lo" or east_asian_width(base) in "WF":
        return False
    # At the end of a word, a joiner makes a half letter in the scripts of India, and a joined form in Arabic.
    is_last = combining(before[-1]) == _VIRAMA or (joiner == "\u200d" and re.match(_CURSIVE, base))
    return bool(is_last or after.strip())
