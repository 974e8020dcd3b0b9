"""What languages are called, and where the names come from."""

import pytest
from babel import Locale
from language_tags import data
from language_tags.Subtag import Subtag

from etoile_cli.catalogue.cldr import english_names
from etoile_cli.catalogue.languages import language_name
from tests.door import run, run_process

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
