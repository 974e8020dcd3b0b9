import pytest

from etoile_cli.check.toml.advice.declarations import NO_DECLARATIONS
from etoile_cli.check.toml.recovery.prefixes import prefixes

MOST = 10


@pytest.mark.parametrize("number", [1, 20, 21, 159, 161, 1_281, 2_000, 9_000])
def test_what_is_read_again_is_at_most_the_text_and_a_seventh_of_it(number: int) -> None:
    text = "".join(f"key{position:06} = {position:06}\n" for position in range(number))
    *again, whole = [prefix.text for prefix in prefixes(text, NO_DECLARATIONS, MOST)]
    assert whole == text
    assert sum(map(len, again)) * 7 <= len(text) * 8


def test_a_long_text_is_read_from_its_beginning() -> None:
    text = "".join(f"key{position:06} = {position:06}\n" for position in range(1_000))
    first, *_ = prefixes(text, NO_DECLARATIONS, MOST)
    assert first.text == "".join(f"key{position:06} = {position:06}\n" for position in range(2 * MOST))
