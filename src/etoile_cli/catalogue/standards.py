"""Which codes of countries and languages there are, by the standards, and which was probably meant.

Countries: ISO 3166-1, from the package iso3166. Languages: BCP 47 and IANA's registry of subtags, from the package
language-tags. Each is imported when the first code is asked for.
"""

from functools import cache
from typing import assert_never

from etoile_cli.catalogue.vocabulary import WORLDWIDE, Standard

# What people write: codes that are only reserved, parts of a country, other words for the whole world.
_OTHER_COUNTRIES = {"UK": "GB", "ENGLAND": "GB", "SCOTLAND": "GB", "WALES": "GB", "EL": "GR"}
_OTHER_COUNTRIES |= dict.fromkeys(("WORLD", "GLOBAL", "EVERYWHERE"), WORLDWIDE)
# A name of more letters is looked up among the names of languages; one of fewer is a code.
_LONGEST_CODE = 3


@cache
def is_listed(standard: Standard, code: str) -> bool:
    """Tell whether a standard lists a code; for regions, `worldwide` counts as listed."""
    match standard:
        case Standard.COUNTRY:
            from iso3166 import countries_by_alpha2

            return code == WORLDWIDE or code in countries_by_alpha2
        case Standard.LANGUAGE:
            from language_tags import tags

            tag = tags.tag(code)
            # A script that goes without saying, as in en-Latn, may be said.
            return all(error.code == tag.ERR_SUPPRESS_SCRIPT for error in tag.errors)
        case _:
            assert_never(standard)


def similar_code(standard: Standard, text: str) -> str:
    """Return the code that was probably meant: by its case, its name, an old code; empty if that isn't clear."""
    match standard:
        case Standard.COUNTRY:
            return _country(text.strip())
        case Standard.LANGUAGE:
            return _language(text.strip().replace("_", "-"))
        case _:
            assert_never(standard)


def _country(text: str) -> str:
    from iso3166 import countries

    if text.lower() == WORLDWIDE:
        return WORLDWIDE
    found = countries.get(text, None) if text else None
    return _OTHER_COUNTRIES.get(text.upper()) or (found.alpha2 if found else "")


def _language(text: str) -> str:
    from language_tags import tags

    current = _with_current_subtags(text)
    if is_listed(Standard.LANGUAGE, current):
        return str(tags.tag(current).format)
    tag = tags.tag(text)
    preferred = tag.preferred or (len(tag.subtags) == 1 and tag.subtags[0].preferred)
    if preferred:
        return str(preferred.format)
    return _languages_by_name().get(text.casefold(), "") if len(text) > _LONGEST_CODE else ""


@cache
def _languages_by_name() -> dict[str, str]:
    """Return the languages of the registry by their names; a search of it takes 3 ms a name."""
    from language_tags import data

    languages: dict[str, str] = {}
    for record in data.get("registry"):
        if record["Type"] == "language":
            for name in record["Description"]:
                languages.setdefault(name.casefold(), record["Subtag"])
    return languages


def _with_current_subtags(tag: str) -> str:
    """Return a tag with the subtags that are used today: `fr` for `fra`, `en-GB` for `en-UK`."""
    from babel.core import get_global

    language, *others = tag.split("-")
    languages, territories = get_global("language_aliases"), get_global("territory_aliases")
    return "-".join(
        [
            languages.get(language.lower(), language),
            *(territories.get(each.upper(), [each])[0] for each in others),
        ]
    )
