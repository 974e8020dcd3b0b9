"""One spelling for all the spellings of a word: case, accents, ligatures and typographic marks folded."""

import re
from unicodedata import normalize

from etoile_cli.text.invisible import INVISIBLE
from etoile_cli.text.normal_forms import normalized

# Marks above and below letters that readers leave out: Latin, Greek and Cyrillic accents, Hebrew and Arabic points.
# Dropping every combining character would also make the Japanese が a か, which is another letter.
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]")

# The stroke that only makes an Arabic word longer.
_TATWEEL = "\u0640"
_APOSTROPHES = "‘’‚‛‹›′‵ʹʻʼʽʾʿˈ׳＇`"
_QUOTES = "“”„‟«»״「」『』〝〞〟＂❝❞"
_HYPHENS = "‐‑‒–—―−⁃־"

_SIGNS = dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_QUOTES, '"') | dict.fromkeys(_HYPHENS, "-")
# Unicode decomposes it into a blank and an accent.
_ACUTE = "´"
# Controls of direction, which nobody sees either.
_DIRECTIONS = "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
_SIGN = re.compile(f"{INVISIBLE}|{_DIRECTIONS}|[{_TATWEEL}{''.join(_SIGNS)}]")

# What Unicode's compatibility decomposition leaves as it is, though readers take it for the plain letter.
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
    """Return the form under which texts are searched and sorted: `Lou de Laâge` gives `lou de laage`.

    Ignores case, accents, vowel points, ligatures, typographic quotes and dashes, what nobody sees, and how much white
    space there is; NFC and NFD give the same. Scripts without such variants come back as they are.
    """
    if text.isascii():
        return " ".join(text.lower().replace("`", "'").split())
    decomposed = normalize("NFKD", normalized("NFKD", text.replace(_ACUTE, "'")).casefold())
    plain = _SIGN.sub(lambda sign: _SIGNS.get(sign[0], ""), _ACCENTS.sub("", decomposed)).translate(_PLAIN)
    return " ".join(normalized("NFC", plain).split())
