"""Which country a text names."""

import pytest

from etoile_cli.catalogue.countries import country_code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("FR", "FR"),
        (" fr ", "FR"),
        ("France", "FR"),
        ("united   STATES", "US"),
        ("United States of America", "US"),
        ("south korea", "KR"),
        ("Türkiye", "TR"),
        ("Turkey", "TR"),
        ("Czech Republic", "CZ"),
        ("the Netherlands", "NL"),
        ("Hong-Kong", "HK"),
        ("U.S.", "US"),
        ("England", "GB"),
        ("Georgia", "GE"),
        ("fra", ""),
        ("UK", "GB"),
        ("worldwide", ""),
        ("Kosovo", "XK"),
        ("Burma", "MM"),
        ("Soviet Union", ""),
        ("SU", ""),
        ("", ""),
    ],
)
def test_a_country_is_a_code_or_a_name(text: str, code: str) -> None:
    assert country_code(text) == code
