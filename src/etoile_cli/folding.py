"""One spelling for all the spellings of a word: case, accents, ligatures and typographic marks folded."""

import re
from unicodedata import normalize

# The Combining Diacritical Marks block alone: dropping every combining character would also make the
# Japanese が a か, which is another letter.
_ACCENTS = re.compile("[\u0300-\u036f]")

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
        "‘": "'",
        "’": "'",
        "ʼ": "'",
        "“": '"',
        "”": '"',
        "«": '"',
        "»": '"',
        "‐": "-",
        "‑": "-",
        "–": "-",
        "—": "-",
        "−": "-",
    }
)


def fold(text: str) -> str:
    """Return the form under which texts are searched and sorted: `Lou de Laâge` gives `lou de laage`.

    Ignores case, accents, ligatures, typographic quotes and dashes, and how much white space there is;
    NFC and NFD give the same. Scripts without such variants come back as they are.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = normalize("NFKD", normalize("NFKD", text).casefold())
    plain = _ACCENTS.sub("", decomposed).translate(_PLAIN)
    return " ".join(normalize("NFC", plain).split())
