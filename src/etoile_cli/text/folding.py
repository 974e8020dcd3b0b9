"""One form for all spellings of a word: without case, accents, ligatures and typographic marks."""

import re
from functools import cache
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
_SIGN = f"{INVISIBLE}|{_DIRECTIONS}|[{_TATWEEL}{''.join(_SIGNS)}]"

# Letters without a compatibility decomposition, which people type as plain ones.
_PLAIN = str.maketrans(
    {
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
)


def fold(text: str) -> str:
    """Return the form of a text that is searched and sorted by: `lou de laage` for `Lou de Laâge`.

    Case, accents, vowel points, ligatures, typographic quotes and dashes, invisible characters, the amount of white
    space and the normal form make no difference. Texts in scripts without such variants stay as they are.
    """
    if text.isascii():
        return " ".join(text.lower().replace("`", "'").split())
    decomposed = normalize("NFKD", normalized("NFKD", text.replace(_ACUTE, "'")).casefold())
    accents, sign = _patterns()
    plain = sign.sub(lambda found: _SIGNS.get(found[0], ""), accents.sub("", decomposed)).translate(_PLAIN)
    return " ".join(normalized("NFC", plain).split())


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what matches accents and signs, compiled once a text needs it: it takes as long as ten imports."""
    return re.compile(_ACCENTS), re.compile(_SIGN)
