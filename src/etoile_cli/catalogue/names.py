"""English names of languages and countries, by Unicode's CLDR, else by IANA's registry; loaded when one is asked for.

A name says what the tag says and no more: CLDR's likely subtags, by which `arb` were "Arabic (Egypt)", are not used.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import assert_never

from etoile_cli.catalogue.vocabulary import WORLDWIDE, Standard
from etoile_cli.text.folding import fold

# CLDR's own code for no region at all.
_UNKNOWN = "ZZ"


def _english(kind: str) -> Mapping[str, str]:
    from etoile_cli.catalogue.cldr import english_names

    return english_names(kind)


@cache
def language_name(tag: str) -> str:
    """Return the English name of a BCP 47 tag, `Mandarin Chinese (Traditional)`, or the tag itself where it has none.

    The parts of a tag are told apart by their lengths (RFC 5646, section 2.2): a script has four letters, a region two
    or three digits; what follows a single letter is private, or an extension, and stands there as it is.
    """
    first, *others = tag.split("-")
    if others and len(others[0]) == 3 and _registered("extlang", others[0]):
        # A language that extends another is named alone: zh-yue is yue.
        first, *others = others
    whole = _registered_whole(tag) if _may_be_registered(first, others) else ""
    language = whole or _primary_name(first)
    more = ", ".join(_further_names(others)) if language and not whole else ""
    return f"{language} ({more})" if more else language or tag


def territory_name(code: str) -> str:
    """Return the English name of an ISO 3166-1 alpha-2 code, or the code itself where it has none."""
    return code if code in (WORLDWIDE, _UNKNOWN) else _english("territories").get(code, code)


# Former names, short ones, and parts for the whole: what people type, and neither CLDR nor the standard prints.
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
}


def region_code(text: str) -> str:
    """Return the ISO 3166-1 alpha-2 code that a text is, or whose name it is, in any case; empty if it is neither."""
    from iso3166 import countries_by_alpha2

    code = text.strip().upper()
    if code in countries_by_alpha2:
        return code
    name = fold(text).replace("-", " ").removeprefix("the ")
    return _codes_by_name().get(name, "") or _OTHER_NAMES.get(name.replace(".", ""), "")


@cache
def _codes_by_name() -> dict[str, str]:
    """Return the codes by the names of the countries: those that etoile prints, and those of the standard."""
    from iso3166 import countries_by_alpha2

    official = {fold(country.name): code for code, country in countries_by_alpha2.items()}
    names = official | {fold(territory_name(code)): code for code in countries_by_alpha2}
    return {name.replace("-", " ").removeprefix("the "): code for name, code in names.items()}


def _primary_name(subtag: str) -> str:
    return _english("languages").get(subtag.lower(), "") or _registered("language", subtag)


def _further_names(subtags: Sequence[str]) -> Iterator[str]:
    """Yield what the subtags behind the language are called."""
    for position, subtag in enumerate(subtags):
        if len(subtag) == 1:
            yield "-".join(subtags[position:])
            return
        if len(subtag) == 4 and subtag.isalpha():
            yield _english("scripts").get(subtag.title(), "") or _registered("script", subtag) or subtag
        elif len(subtag) == 2 or (len(subtag) == 3 and subtag.isdigit()):
            yield territory_name(subtag.upper())
        else:
            yield _registered("variant", subtag) or subtag


def _may_be_registered(first: str, others: Sequence[str]) -> bool:
    """Tell whether a tag may be one of those that were registered whole: `art-lojban`, `zh-min-nan`, `sgn-GB`."""
    if first.lower() == "sgn":
        return bool(others)
    alphabetic = [len(each) for each in others if each.isalpha()]
    return 3 in alphabetic or max(alphabetic, default=0) > 4 or alphabetic.count(2) > 1


def _registered(kind: str, subtag: str) -> str:
    """Return what IANA's registry calls a subtag; empty if it has none such."""
    if len(subtag) < 2:
        return ""
    from language_tags import tags

    found = next((each for each in tags.subtags(subtag) if each.type == kind), None)
    return str(found.description[0]) if found else ""


def _registered_whole(tag: str) -> str:
    """Return what IANA's registry calls a tag that it holds whole; empty if it doesn't."""
    from language_tags import tags

    return str(next(iter(tags.tag(tag).descriptions), ""))


def code_name(standard: Standard, code: str) -> str:
    """Return the English name of a code that a standard lists, or the code itself where it has none."""
    match standard:
        case Standard.COUNTRY:
            return territory_name(code)
        case Standard.LANGUAGE:
            return language_name(code)
        case _:
            assert_never(standard)
