"""Which codes a standard lists, what they are called, and which one was meant."""

import pytest
from babel import Locale
from iso3166 import countries

from etoile_cli.catalogue.former_countries import FORMER_COUNTRIES
from etoile_cli.catalogue.standards import code_name, is_listed, similar_code
from etoile_cli.catalogue.vocabulary import WORLDWIDE, Standard

COUNTRY, REGION, LANGUAGE = Standard.COUNTRY, Standard.REGION, Standard.LANGUAGE

LANGUAGES = [code.replace("_", "-") for code in Locale("en").languages]


def test_every_country_is_listed() -> None:
    codes = [country.alpha2 for country in countries]
    assert len(codes) >= 249
    assert [code for code in codes if not (is_listed(COUNTRY, code) and is_listed(REGION, code))] == []


# The codes that ISO 3166-3 withdraws, without those that name another country today: AI, BQ, GE and SK.
FORMER = [
    "AN",
    "BU",
    "CS",
    "CT",
    "DD",
    "DY",
    "FQ",
    "FX",
    "HV",
    "JT",
    "MI",
    "NH",
    "NQ",
    "NT",
    "PC",
    "PU",
    "PZ",
    "RH",
    "SU",
    "TP",
    "VD",
    "WK",
    "YD",
    "YU",
    "ZR",
]


def test_a_country_of_the_past_is_a_country_and_no_region() -> None:
    assert [code for code in FORMER_COUNTRIES if len(code) == 2] == FORMER
    assert [code for code in FORMER_COUNTRIES if not is_listed(COUNTRY, code) or is_listed(REGION, code)] == []
    assert not FORMER_COUNTRIES.keys() & {country.alpha2 for country in countries}
    assert [
        each for each in FORMER_COUNTRIES.values() if each.successor and not is_listed(REGION, each.successor)
    ] == []


def test_kosovo_has_a_code_that_the_standard_leaves_to_its_users() -> None:
    assert is_listed(COUNTRY, "XK")
    assert is_listed(REGION, "XK")
    assert code_name(COUNTRY, "XK") == "Kosovo"


def test_the_world_is_listed() -> None:
    assert is_listed(COUNTRY, WORLDWIDE)


@pytest.mark.parametrize("code", ["UK", "EU", "EL", "XX", "ZZ", "SUHH", "fr", "Fr", "FRA", "250", "", " FR"])
def test_what_is_no_country_is_not_listed(code: str) -> None:
    assert not is_listed(COUNTRY, code)
    assert not is_listed(REGION, code)


def test_every_language_of_people_is_listed() -> None:
    assert len(LANGUAGES) > 600
    assert [code for code in LANGUAGES if not is_listed(LANGUAGE, code)] == []


@pytest.mark.parametrize(
    "tag",
    [
        *("en-GB", "EN", "en-gb", "zh-Hant-TW", "sr-Latn-RS", "es-419", "de-1996", "de-CH-1996", "ca-ES-valencia"),
        *("en-Latn", "ja-Jpan", "en-x-a", "und", "mul"),
    ],
)
def test_a_tag_of_the_registry_is_listed_however_it_is_written(tag: str) -> None:
    assert is_listed(LANGUAGE, tag)


@pytest.mark.parametrize(
    "tag", ["xx", "fra", "iw", "en-UK", "en-ZZZ", "en-Latin", "fr-fr-fr", "zh-cmn", "en_US", "", "e"]
)
def test_what_no_registry_has_is_not_listed(tag: str) -> None:
    assert not is_listed(LANGUAGE, tag)


COUNTRIES = [
    ("UK", "GB"),
    ("uk", "GB"),
    ("England", "GB"),
    ("EL", "GR"),
    ("FRA", "FR"),
    ("fra", "FR"),
    ("fr", "FR"),
    ("France", "FR"),
    ("FRANCE", "FR"),
    (" FR\n", "FR"),
    ("250", "FR"),
    ("USA", "US"),
    ("United States of America", "US"),
    ("Türkiye", "TR"),
    ("Worldwide", WORLDWIDE),
    ("WORLDWIDE", WORLDWIDE),
    ("EU", ""),
    ("XX", ""),
    ("Everywhere", WORLDWIDE),
    ("USSR", "SU"),
    ("U.S.S.R.", "SU"),
    ("soviet union", "SU"),
    ("su", "SU"),
    ("SUHH", "SU"),
    ("YUCS", "YU"),
    ("East Germany", "DD"),
    ("GDR", "DD"),
    ("DDR", "DD"),
    ("Yugoslavia", "YU"),
    ("Czechoslovakia", "CSHH"),
    ("Serbia and Montenegro", "CSXX"),
    ("Zaire", "ZR"),
    ("Burma", "MM"),
    ("Kosovo", "XK"),
    ("Atlantis", ""),
    ("", ""),
    ("É\0", ""),
]


@pytest.mark.parametrize(("text", "code"), COUNTRIES)
def test_the_country_that_was_meant_is_guessed(text: str, code: str) -> None:
    assert similar_code(COUNTRY, text) == code


@pytest.mark.parametrize(
    ("text", "code"), [("East Germany", "DE"), ("BU", "MM"), ("SU", ""), ("XK", "XK"), ("UK", "GB")]
)
def test_a_country_of_the_past_means_the_region_of_its_only_successor(text: str, code: str) -> None:
    assert similar_code(REGION, text) == code


TAGS = [
    ("jp", "ja"),
    ("pt_BR", "pt-BR"),
    ("Japanese", "ja"),
    ("en_US", "en-US"),
    ("EN_gb", "en-GB"),
    ("en\n", "en"),
    ("English", "en"),
    ("english", "en"),
    ("FRENCH", "fr"),
    ("Mandarin Chinese", "cmn"),
    ("iw", "he"),
    ("in", "id"),
    ("mo", "ro"),
    ("zh-cmn", "cmn"),
    ("fra", "fr"),
    ("en-UK", "en-GB"),
    ("e", ""),
    ("xx", ""),
    ("Elvish", ""),
    ("", ""),
    ("É\0", ""),
]


@pytest.mark.parametrize(("text", "tag"), TAGS)
def test_the_language_that_was_meant_is_guessed(text: str, tag: str) -> None:
    assert similar_code(LANGUAGE, text) == tag


@pytest.mark.parametrize("text", [text for text, _ in COUNTRIES])
def test_a_guessed_country_is_listed(text: str) -> None:
    assert (code := similar_code(COUNTRY, text)) == "" or is_listed(COUNTRY, code)


@pytest.mark.parametrize("text", [*(text for text, _ in TAGS), "fr-", "x-private", "art-lojban", "en-GB-oed"])
def test_a_guessed_language_is_listed(text: str) -> None:
    assert (tag := similar_code(LANGUAGE, text)) == "" or is_listed(LANGUAGE, tag)


@pytest.mark.parametrize(
    ("standard", "code", "name"),
    [
        (COUNTRY, "FR", "France"),
        (COUNTRY, WORLDWIDE, WORLDWIDE),
        (COUNTRY, "XX", "XX"),
        (COUNTRY, "SU", "Soviet Union"),
        (COUNTRY, "DD", "East Germany"),
        (COUNTRY, "CS", "Czechoslovakia or Serbia and Montenegro"),
        (COUNTRY, "CSHH", "Czechoslovakia"),
        (REGION, "FR", "France"),
        (LANGUAGE, "fr", "French"),
        (LANGUAGE, "xx", "xx"),
    ],
)
def test_a_code_has_the_name_of_its_standard_or_none(standard: Standard, code: str, name: str) -> None:
    assert code_name(standard, code) == name
