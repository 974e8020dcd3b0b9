import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.text import escaping
from etoile_cli.text.escaping import escape_controls, escape_json
from tests.controls import controls_in, is_control
from tests.strategies import characters, thorough

texts = st.text(characters)
EVERY_CHARACTER = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("plain [bold] :star: É日👩‍👩‍👧‍👦", "plain [bold] :star: É日👩‍👩‍👧‍👦"),
        ("a\tb\nc\rd", "a\\tb\\nc\\rd"),
        ("\x1b[31mred\x1b[0m", "\\u001b[31mred\\u001b[0m"),
        ("\0\a\b\x7f", "\\u0000\\u0007\\u0008\\u007f"),
        ("\x80\x85\x9b\x9f", "\\u0080\\u0085\\u009b\\u009f"),
        ("\u061c\u200e\u200f\u202a\u202e\u2066\u2069", "\\u061c\\u200e\\u200f\\u202a\\u202e\\u2066\\u2069"),
        ("\u2028\u2029", "\\u2028\\u2029"),
        ("back\\slash", "back\\slash"),
        ("no\xa0break e\u0301 zero\u200bwidth \u200d", "no\xa0break e\u0301 zero\u200bwidth \u200d"),
    ],
)
def test_controls_are_shown(text: str, shown: str) -> None:
    assert escape_controls(text) == shown


def test_exactly_the_controls_of_unicode_are_escaped() -> None:
    escaped = {each for each in EVERY_CHARACTER if escape_controls(each) != each}
    assert escaped == set(filter(is_control, EVERY_CHARACTER))


@thorough
@given(texts)
def test_no_control_is_left(text: str) -> None:
    assert controls_in(escape_controls(text)) == set()
    assert escape_controls(escape_controls(text)) == escape_controls(text)


@thorough
@given(texts)
def test_json_keeps_its_value_and_loses_its_controls(text: str) -> None:
    escaped = escape_json(json.dumps({text: text}, ensure_ascii=False, indent=2))
    assert json.loads(escaped) == {text: text}
    assert controls_in(escaped) == {"\n"}


def test_json_stays_utf8() -> None:
    assert escape_json('"É日👩"\n') == '"É日👩"\n'


@pytest.mark.parametrize(
    ("text", "controls"),
    [
        ("", []),
        ("É日👩\u200d", []),
        ("a\tb\nc\rd", []),
        ("\x1b[31m\u202e\x1b[0m\n", ["\x1b", "\u202e"]),
    ],
)
def test_controls_are_listed_once_in_their_order_without_those_that_belong_to_a_text(
    text: str, controls: list[str]
) -> None:
    assert escaping.controls_in(text) == controls


@thorough
@given(texts)
def test_every_other_control_is_listed(text: str) -> None:
    listed = escaping.controls_in(text)
    assert set(listed) == controls_in(text) - {"\t", "\n", "\r"}
    assert len(set(listed)) == len(listed)
