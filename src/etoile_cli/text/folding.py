"""One form for all spellings of a word: without case, accents, ligatures and typographic marks."""

import re
from functools import cache, lru_cache
from unicodedata import normalize

from etoile_cli.text.invisible import INVISIBLE
from etoile_cli.text.normal_forms import normalized

# Combining marks that people omit when they search: Latin, Greek and Cyrillic accents, Hebrew and Arabic points.
# Dropping every combining mark would also turn the Japanese が into か, which is another letter.
_ACCENTS = "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]"

# A stroke that only stretches an Arabic word.
_TATWEEL = "\u0640"
_APOSTROPHES = "‘’‚‛‹›′‵ʹʻʼʽʾʿˈ׳＇`"
_QUOTES = "“”„‟«»״「」『』〝〞〟＂❝❞"
_HYPHENS = "‐‑‒–—―−⁃־"

_SIGNS = dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_QUOTES, '"') | dict.fromkeys(_HYPHENS, "-")
# Its compatibility decomposition is a blank and an accent.
_ACUTE = "´"
# Bidirectional controls, which are invisible as well.
_DIRECTIONS = "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"

# Letters without a compatibility decomposition, which people type as plain ones.
_PLAIN = {
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ħ": "h",
    "ŧ": "t",
    "ı": "i",
    "ٱ": "ا",
}

_OTHERS = _SIGNS | _PLAIN
# Python's `translate` looks up every character, and takes ten times as long.
_OTHER = f"{INVISIBLE}|{_DIRECTIONS}|[{_TATWEEL}{''.join(_OTHERS)}]"

# The letters and signs beyond ASCII of nearly all texts in Latin script. Long runs of them are rare, and not kept.
_LATIN = "[\u0080-\u024f\u1e00-\u1eff\u2000-\u206f]+"
_FEW = 2


def fold(text: str) -> str:
    """Return the form of a text that is searched and sorted by: `lou de laage` for `Lou de Laâge`.

    Case, accents, vowel points, ligatures, typographic quotes and dashes, invisible characters, the amount of white
    space and the normal form make no difference. Texts in scripts without such variants stay as they are.
    """
    return " ".join(fold_letters(text).split())


def fold_letters(text: str) -> str:
    """Return the folded form of a text with white space as it is there."""
    plain = text
    if not text.isascii():
        plain = _compiled(_LATIN).sub(_plain_run, text)
        # Where every character has a plain form in ASCII, none changes with those around it.
        if not plain.isascii():
            return normalized("NFC", _plain(text))
    return plain.lower().replace("`", "'")


def _plain(text: str) -> str:
    """Return a text without case, accents and signs; what is left of it is decomposed."""
    decomposed = normalize("NFKD", normalized("NFKD", text.replace(_ACUTE, "'")).casefold())
    bare = _compiled(_ACCENTS).sub("", decomposed)
    if bare.isascii():  # as of most letters with accents: of all the signs, only one is ASCII
        return bare.replace("`", "'")
    return _compiled(_OTHER).sub(lambda found: _OTHERS.get(found[0], ""), bare)


def _plain_run(found: re.Match[str]) -> str:
    letters = found[0]
    return _plain_of_few(letters) if len(letters) <= _FEW else _plain(letters)


@lru_cache(maxsize=1_000)
def _plain_of_few(letters: str) -> str:
    return _plain(letters)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern, compiled once a text needs it: for that of the signs, that takes as long as ten imports."""
    return re.compile(pattern)
