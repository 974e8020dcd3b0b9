"""Values as people read them: names instead of codes and ids, ages behind dates, a search called a search."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from etoile_cli.model import WORLDWIDE
from etoile_cli.render.listing import Listing
from etoile_cli.values import Value, age, readable, readable_date, show

if TYPE_CHECKING:
    from babel import Locale


def wording(column: str, value: Value, listing: Listing) -> str:
    """Return what people read in a column, one line of text that is safe to print; empty if the value is absent."""
    if value is None:
        return ""
    if column == "company":
        return show(listing.companies.get(str(value), str(value)))
    if column == "checked" and isinstance(value, date):
        return checked_text(value, listing.today)
    if column == "match" and isinstance(value, tuple):
        return "\n".join(map(show, value))
    if column in _NAMES:
        return names(column, value)
    return readable(value)


def checked_text(day: date, today: date) -> str:
    """Return `6 June 2025, 17 months ago`."""
    return f"{readable_date(day)}, {age(day, today)}"


def names(column: str, value: Value) -> str:
    """Return codes of the column as names, joined by commas: `France, United States`."""
    codes = value if isinstance(value, tuple) else (value,)
    return ", ".join(show(_NAMES[column](str(code))) for code in codes)


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


# CLDR's own name for no region at all.
_UNKNOWN = "ZZ"

_URL_KINDS = {"page": "page", "search": "a search", "home": "home page"}


def url_kind_text(kind: str) -> str:
    """Return what an address leads to, in words."""
    return _URL_KINDS[kind]


_NAMES: Mapping[str, Callable[[str], str]] = {
    "country": territory_name,
    "countries": territory_name,
    "regions": territory_name,
    "language": language_name,
    "languages": language_name,
    "url_kind": url_kind_text,
}
