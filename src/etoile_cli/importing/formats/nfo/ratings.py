"""The age ratings that media libraries write: `TV-MA`, `FR-12`, `US:TV-MA / DE:16`."""

import re

from etoile_cli.catalogue.countries import is_country
from etoile_cli.importing.formats.nfo.elements import parts
from etoile_cli.importing.intake.intake import Intake
from etoile_cli.importing.intake.values import country_of

# The labels of the TV Parental Guidelines, which no other country has.
_OF_UNITED_STATES = frozenset({"TV-Y", "TV-Y7", "TV-Y7-FV", "TV-G", "TV-PG", "TV-14", "TV-MA"})
# These are codes of countries, but what programs write begins with them where labels do: TV-MA-LSV, PG-13.
_NO_CODES = ("TV-", "PG-", "NC-", "MA-")
_WITH_CODE = re.compile("([A-Z]{2}|CSHH|CSXX)-(.+)")
_WITH_COUNTRY = re.compile(r"([^:]{2,60}):(.+)")
_RATED = re.compile("(?i)^rated +")


def ratings(texts: list[str], intake: Intake) -> dict[str, str]:
    """Return age ratings by country, of each the first; what names no country is left out."""
    found: dict[str, str] = {}
    left_out: dict[str, None] = {}
    for text in (part for each in texts for part in parts(each)):
        country, label = _rating(text)
        if not country:
            left_out[text] = None
        elif found.setdefault(country, label) != label:
            intake.leave_out(f'the age rating "{text}"', f'another of "{country}" comes before it')
    intake.leave_out_all((f'the age rating "{text}"' for text in left_out), "says no country")
    return found


def _rating(text: str) -> tuple[str, str]:
    """Return the country and the label of a rating, the country empty if it is not known."""
    if (plain := _RATED.sub("", text)) in _OF_UNITED_STATES:
        return "US", plain
    coded = None if text.startswith(_NO_CODES) else _WITH_CODE.fullmatch(text)
    if coded and is_country(coded[1]):
        return coded[1], coded[2].strip()
    if (named := _WITH_COUNTRY.fullmatch(text)) and (country := country_of(named[1].strip())):
        return country, _RATED.sub("", named[2].strip())
    return "", text
