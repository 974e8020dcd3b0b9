"""What languages are called, and where the names come from."""

from itertools import product
from string import ascii_lowercase

import pytest
from babel import Locale
from language_tags import data, tags
from language_tags.Subtag import Subtag

from etoile_cli.catalogue.cldr import english_names
from etoile_cli.catalogue.countries import iso_codes
from etoile_cli.catalogue.languages import is_language, language_name
from tests.door import run, run_process
from tests.thoroughness import breadth

ENGLISH = Locale("en")


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en", "English"),
        ("EN-us", "English (United States)"),
        ("fr-CA", "French (Canada)"),
        ("es-419", "Spanish (Latin America)"),
        ("zh-Hant-TW", "Chinese (Traditional, Taiwan)"),
        ("arb", "Standard Arabic"),
        ("ar-EG", "Arabic (Egypt)"),
        ("cmn", "Mandarin Chinese"),
        ("cmn-Hant", "Mandarin Chinese (Traditional)"),
        ("kmr", "Northern Kurdish"),
        ("zsm", "Standard Malay"),
        ("apc", "Levantine Arabic"),
        ("bfi", "British Sign Language"),
        ("ase", "American Sign Language"),
        ("zh-yue", "Cantonese"),
        ("zh-cmn-Hans-CN", "Mandarin Chinese (Simplified, China)"),
        ("sgn-BE-FR", "Belgian-French Sign Language"),
        ("sgn-GB", "British Sign Language"),
        ("sgn-XX", "Sign languages (XX)"),
        ("sgn", "Sign languages"),
        ("art-lojban", "Lojban"),
        ("ca-valencia", "Catalan (Valencian)"),
        ("de-1996", "German (German orthography of 1996)"),
        ("en-x-pirate", "English (x-pirate)"),
        ("mul", "Multiple languages"),
        ("xx", "xx"),
        ("en-XX", "English (XX)"),
        ("", ""),
    ],
)
def test_a_language_is_called_what_its_tag_says(tag: str, name: str) -> None:
    assert language_name(tag) == name


def test_no_name_claims_a_country_or_a_script_that_its_tag_does_not_name() -> None:
    """Over every language of IANA's registry: the name is CLDR's, or one of the registry's."""
    languages = [record["Subtag"] for record in data.get("registry") if record["Type"] == "language"]
    codes = [code for code in languages if ".." not in code]
    assert len(codes) > 8_000
    for code in codes:
        registered = Subtag(code, "language").description
        assert language_name(code) in {ENGLISH.languages.get(code), *registered}, code


def test_names_are_those_of_babel() -> None:
    for kind in ("languages", "scripts", "territories"):
        assert english_names(kind) == dict(getattr(ENGLISH, kind))
        assert len(english_names(kind)) > 100


@pytest.mark.parametrize("zone", ["/etc/passwd", "nowhere", ":", "UTC0UTC0UTC0", "/"])
def test_no_time_zone_stops_a_command(zone: str) -> None:
    for command in ("etoile where-to-watch france -f table", "etoile export html", "etoile check"):
        done = run_process(command, env={"TZ": zone})
        assert (done.stdout, done.code) == (run(command).stdout, 0), done.stderr


def is_registered(tag: str) -> bool:
    found = tags.tag(tag)
    return all(error.code == found.ERR_SUPPRESS_SCRIPT for error in found.errors)


def test_what_is_known_without_the_registry_is_what_it_says() -> None:
    codes = ["".join(letters) for letters in product(ascii_lowercase, repeat=2)]
    assert [code for code in codes if is_language(code) != is_registered(code)] == []
    countries = breadth(sorted(iso_codes()), ["BR", "TW", "GB"])
    with_country = [f"{code}-{country}" for code in codes if is_language(code) for country in countries]
    assert [tag for tag in with_country if is_language(tag) != is_registered(tag)] == []
    others = ["EN", "en-gb", "en-XK", "en-UK", "en-", "-", "", "en-US-x", "xx", "en-Latn", "zh-Hant-TW", "sh", "iw"]
    assert [tag for tag in others if is_language(tag) != is_registered(tag)] == []
