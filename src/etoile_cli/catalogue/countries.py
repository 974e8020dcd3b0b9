"""Countries and other territories: their ISO 3166 codes and English names, and finding the code for a text.

The codes of today are those of the package iso3166, the names those of Unicode's CLDR. Both are loaded when first
needed. Kosovo's XK is not in ISO 3166-1: it is one of the codes that the standard leaves to its users, and in general
use, by CLDR and the European Union for two.
"""

from collections.abc import Collection, Mapping
from functools import cache

from etoile_cli.catalogue.former_countries import FORMER_COUNTRIES, former_country
from etoile_cli.catalogue.vocabulary import WORLDWIDE
from etoile_cli.text.folding import fold

# CLDR's own code for an unknown territory; its name there is not used.
_UNKNOWN = "ZZ"
_USER_ASSIGNED = frozenset({"XK"})

# What people search for by name: former and short names, and parts of a country, in neither CLDR nor the standard.
_OTHER_NAMES: Mapping[str, str] = {
    "america": "US",
    "bosnia": "BA",
    "britain": "GB",
    "burma": "MM",
    "cape verde": "CV",
    "czech republic": "CZ",
    "east timor": "TL",
    "emirates": "AE",
    "england": "GB",
    "federal republic of germany": "DE",
    "frg": "DE",
    "great britain": "GB",
    "holland": "NL",
    "ivory coast": "CI",
    "macau": "MO",
    "macedonia": "MK",
    "northern ireland": "GB",
    "palestine": "PS",
    "republic of ireland": "IE",
    "scotland": "GB",
    "swaziland": "SZ",
    "turkey": "TR",
    "uae": "AE",
    "uk": "GB",
    "us": "US",
    "usa": "US",
    "vatican": "VA",
    "wales": "GB",
    "west germany": "DE",
}

# A shorter text is a code.
_LONGEST_CODE = 3

# What people write in place of a code: reserved codes, parts of a country, other words for the whole world.
_OTHER_CODES = {"UK": "GB", "ENGLAND": "GB", "SCOTLAND": "GB", "WALES": "GB", "EL": "GR", "FRG": "DE", "BRD": "DE"}
_OTHER_CODES |= dict.fromkeys(("WORLD", "GLOBAL", "EVERYWHERE", "ALL", "INTERNATIONAL"), WORLDWIDE)


_SAME_CODES = frozenset({"UK", "EL"})
# What is said of a country as a whole, too, or of one of the past.
_PARTS = frozenset({"england", "northern ireland", "scotland", "wales", "federal republic of germany", "frg"})
_PARTS |= {"west germany", "america", "holland"}
# What means two countries, or a country and a part of another: Georgia is a state of the US, too, New Jersey is Jersey
# for short, the Greeks have a Macedonia, Kiribati has a Christmas Island, and Micronesia has more countries than that.
_OF_SEVERAL = frozenset({"congo", "georgia", "guinea", "jersey", "korea", "macedonia", "micronesia", "samoa"})
_OF_SEVERAL |= {"christmas island", "saint martin", "st martin", "virgin islands"}


def is_region(code: str) -> bool:
    """Return whether a code is that of a country of today, or `worldwide`."""
    return code == WORLDWIDE or code in alpha2_codes()


def is_country(code: str) -> bool:
    """Return whether a code is that of a country of today or of the past, or `worldwide`."""
    return is_region(code) or code in FORMER_COUNTRIES


@cache
def iso_codes() -> Collection[str]:
    """Return the codes of ISO 3166-1 alpha-2."""
    from iso3166 import countries_by_alpha2  # which has XK

    return countries_by_alpha2.keys() - _USER_ASSIGNED


@cache
def alpha2_codes() -> Collection[str]:
    """Return the code of every country of today: those of ISO 3166-1 alpha-2, and XK."""
    return {*iso_codes(), *_USER_ASSIGNED}


def country_name(code: str) -> str:
    """Return the English name of an ISO 3166 or UN M.49 code, or the code itself if it has none."""
    from etoile_cli.catalogue.cldr import english_names

    if code in FORMER_COUNTRIES:
        return FORMER_COUNTRIES[code].name
    return code if code in (WORLDWIDE, _UNKNOWN) else english_names("territories").get(code, code)


def country_code(text: str) -> str:
    """Return the code of a country of today from its code or its name, in any case; empty if the text is neither."""
    code = text.strip().upper()
    if code in alpha2_codes():
        return code
    name = _plain(text)
    return _codes_by_name().get(name, "") or _OTHER_NAMES.get(name.replace(".", ""), "")


@cache
def _codes_by_name() -> dict[str, str]:
    """Return the codes by the folded names of the countries, both CLDR's and the standard's."""
    from iso3166 import countries_by_alpha2

    official = {_plain(country.name): code for code, country in countries_by_alpha2.items()}
    return official | {_plain(country_name(code)): code for code in alpha2_codes()}


def _plain(name: str) -> str:
    return fold(name).replace("-", " ").removeprefix("the ")


def similar_country(text: str) -> str:
    """Return the code, or `worldwide`, that was probably meant in place of a text; empty if that is unclear.

    The text may be the code in another case, another code of the country, its name in the standard or in English, or
    the name of a country of the past.
    """
    return _named_today(text) or former_code(text.strip()) or similar_region(text)


def similar_region(text: str) -> str:
    """Return likewise the code of a country of today; for a country of the past, that of its only successor."""
    from iso3166 import countries

    text = text.strip()
    if text.lower() == WORLDWIDE:
        return WORLDWIDE
    found = countries.get(text, None) if text else None
    other = _named_today(text) or _OTHER_CODES.get(text.upper()) or (found.alpha2 if found else "")
    return other or _successor(text) or (country_code(text) if len(text) > _LONGEST_CODE else "")


def is_sure(text: str) -> bool:
    """Return whether a text surely means the code that `similar_region` returns for it.

    The name of a part of a country, or of a country of the past, may be meant as just that, and some names are those
    of several countries.
    """
    from iso3166 import countries

    name = _plain(text.strip()).replace(".", "")
    if former_code(text.strip()) or name in _PARTS | _OF_SEVERAL:
        return False
    code = text.strip().upper()
    is_code = code in _SAME_CODES or code in alpha2_codes() or bool(code and countries.get(code, None))
    return is_code or text.strip().lower() == WORLDWIDE or name in _OTHER_NAMES or name in _codes_by_name()


def _named_today(text: str) -> str:
    """Return the code of a country of today by a name that people use for it: Burma is Myanmar, Holland is NL."""
    return _OTHER_NAMES.get(_plain(text.strip()), "") if len(text.strip()) > _LONGEST_CODE else ""


def former_code(text: str) -> str:
    """Return the code of a country of the past by a code or a name of it, in any case; empty if it is none."""
    return text.upper() if text.upper() in FORMER_COUNTRIES else former_country(text)


def _successor(text: str) -> str:
    former = FORMER_COUNTRIES.get(former_code(text))
    return former.successor if former else ""
