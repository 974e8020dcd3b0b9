"""A name by which programs can know a show: readable, the same every time, and different for every show."""

import re
from hashlib import sha256
from unicodedata import category

from etoile_cli.text.dates import Date
from etoile_cli.text.normal_forms import normalized

# Accents, apostrophes.
_LEFT_OUT = "[\u0300-\u036f'‘’ʼ]"
_MOST = 40
_DIGITS = 8
# The word for a title that has no letters: digits alone could be an id of another scheme.
_WORDLESS = "show"


def slug(title: str, premiere: Date | None) -> str:
    """Return the folded title, the year, and digits that differ for titles that fold alike: `etoile-2025-1b2c3d4e`.

    Letters of any script stay, so that whoever reads the title can read it. The digits are the first of SHA-256 over
    the title, composed (NFC), a newline and the year.
    """
    year = str(premiere.year) if premiere else ""
    exact = normalized("NFC", " ".join(title.split()))
    digest = sha256(f"{exact}\n{year}".encode(errors="replace")).hexdigest()
    return "-".join(filter(None, (title_slug(title), year, digest[:_DIGITS])))


def title_slug(title: str) -> str:
    """Return a title without capitals, accents and signs, `the-bear`; `show` if nothing is left.

    Not by `fold`, which may change, while slugs must not.
    """
    return slug_of(title.casefold()) or _WORDLESS


def slug_of(text: str) -> str:
    """Return the letters and digits of a text without accents, cut, with a hyphen in the place of all between them."""
    plain = normalized("NFC", re.sub(_LEFT_OUT, "", normalized("NFKD", text)))
    letters = "".join(each if category(each)[0] in "LMN" else " " for each in plain)
    return "-".join(letters.split())[:_MOST].rstrip("-")
