"""English names of languages and countries, by Unicode's CLDR; Babel is loaded when the first is asked for."""

from functools import cache
from typing import TYPE_CHECKING

from etoile_cli.vocabulary import WORLDWIDE

if TYPE_CHECKING:
    from babel import Locale

# CLDR's own code for no region at all.
_UNKNOWN = "ZZ"


def language_name(tag: str) -> str:
    """Return the English name of a BCP 47 tag, or the tag itself where it has none."""
    from babel import Locale, UnknownLocaleError

    if known := _english().languages.get(tag.lower()):
        return str(known)
    try:
        return Locale.parse(tag, sep="-").get_display_name("en") or tag
    except (UnknownLocaleError, ValueError):
        return tag


def territory_name(code: str) -> str:
    """Return the English name of an ISO 3166-1 alpha-2 code, or the code itself where it has none."""
    return code if code in (WORLDWIDE, _UNKNOWN) else str(_english().territories.get(code, code))


@cache
def _english() -> "Locale":
    from babel import Locale

    return Locale("en")


NAMES = {
    "country": territory_name,
    "countries": territory_name,
    "regions": territory_name,
    "language": language_name,
    "languages": language_name,
}
"""The keys that hold such codes, and what names them."""
