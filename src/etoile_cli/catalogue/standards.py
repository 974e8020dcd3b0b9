"""The codes that a standard lists: which there are, what they are called, and which one was meant."""

from functools import cache
from typing import assert_never

from etoile_cli.catalogue import countries, languages
from etoile_cli.catalogue.countries import country_name, is_country, is_region, similar_country, similar_region
from etoile_cli.catalogue.languages import is_language, language_name, similar_language
from etoile_cli.catalogue.vocabulary import Standard


@cache
def is_listed(standard: Standard, code: str) -> bool:
    """Return whether a standard lists a code; `worldwide` counts as a country."""
    match standard:
        case Standard.COUNTRY:
            return is_country(code)
        case Standard.REGION:
            return is_region(code)
        case Standard.LANGUAGE:
            return is_language(code)
        case _:
            assert_never(standard)


def code_name(standard: Standard, code: str) -> str:
    """Return the English name of a code, or the code itself if it has none."""
    match standard:
        case Standard.COUNTRY | Standard.REGION:
            return country_name(code)
        case Standard.LANGUAGE:
            return language_name(code)
        case _:
            assert_never(standard)


def is_sure(standard: Standard, text: str) -> bool:
    """Return whether a text surely means the code that `similar_code` returns for it."""
    return languages.is_sure(text) if standard is Standard.LANGUAGE else countries.is_sure(text)


def similar_code(standard: Standard, text: str) -> str:
    """Return the code that was probably meant in place of a text; empty if that is unclear."""
    match standard:
        case Standard.COUNTRY:
            return similar_country(text)
        case Standard.REGION:
            return similar_region(text)
        case Standard.LANGUAGE:
            return similar_language(text)
        case _:
            assert_never(standard)
