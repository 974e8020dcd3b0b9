"""What nobody sees: where it is meant, and how messages show it where it can't be."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich._emoji_codes import EMOJI

from etoile_cli.text.invisible import invisible_in, show_invisible, without_invisible
from tests.door import run
from tests.strategies import thorough

LETTERS = "aกខᠠ中か가가🏴👩✈ക്לִئ1⃣! "
UNSEEN = (
    "\u00ad\u034f\u115f\u1160\u17b4\u180b\u180e\u200b\u200c\u200d\u2060"
    "\ufe00\ufe0e\ufe0f\U000e0067\U000e007f\U000e0100"
)

CATALOGUE = """format = 1
"trai\u200blers" = 1

[show]
"no\u200bte" = "x"
title = "A"
status = "ended\u200b"
ids = { "im\u200bdb" = "tt0000001" }
sources = ["f\u200bqm"]

[["ca\u200bst"]]
name = "B\u200bC"
sources = ["fqm"]

[[sources]]
id = "fqm"
title = "D"
url = "https://example.org/"
"""

TOLD = r"""<stdin>:2:1: error[unknown-key]: no such key "trai\u200blers" (did you mean "trailers"?)
<stdin>:5:1: error[unknown-key]: show: no such key "no\u200bte" (did you mean "note"?)
<stdin>:7:10: error[bad-value]: show: "status" must be one of "announced", "in-production", "running", "hiatus", \
"ended", "cancelled", found the string "ended\u200b" (did you mean "ended"?)
<stdin>:8:9: warning[malformed-id]: show: "ids", key "im\u200bdb": is not how the scheme is spelt \
(did you mean "imdb"?)
<stdin>:9:12: error[unknown-source]: show: "sources", item 1: names "f\u200bqm", and there is no such source \
(did you mean "fqm"?)
<stdin>:9:12: warning[invisible-character]: show: "sources", item 1: holds what nobody sees: \
U+200B (zero width space) (write "fqm")
<stdin>:11:3: error[unknown-key]: no such key "ca\u200bst" (did you mean "cast"?)
<stdin>:12:8: warning[invisible-character]: cast "B\u200bC": "name" holds what nobody sees: \
U+200B (zero width space) (write "BC")
""".replace("\\\n", "")


def test_every_emoji_is_meant_as_it_is() -> None:
    assert [name for name, emoji in EMOJI.items() if invisible_in(emoji)] == []


@thorough
@given(st.text(st.sampled_from(LETTERS + UNSEEN), max_size=12))
def test_what_is_told_of_is_what_is_shown_and_what_goes(text: str) -> None:
    less = without_invisible(text)
    assert invisible_in(less) == []
    assert bool(invisible_in(text)) == (show_invisible(text) != text) == (less != text)
    assert "".join(show_invisible(text, at, at + 1) for at in range(len(text))) == show_invisible(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("no\u200bte", r"no\u200bte"),
        ("\U000e0100", r"\U000e0100"),
        ("ละคร\u200bไทย 👩\u200d🎤", "ละคร\u200bไทย 👩\u200d🎤"),
    ],
)
def test_what_nobody_can_have_meant_is_shown_as_an_escape(text: str, shown: str) -> None:
    assert show_invisible(text) == shown


def test_check_shows_what_nobody_sees_in_every_key_and_value_that_it_quotes() -> None:
    done = run("etoile check -", stdin=CATALOGUE, code=1)
    assert done.stdout == TOLD
    assert done.stderr == "etoile: 5 errors and 3 warnings\n"


def test_for_programs_messages_show_it_and_data_hold_it() -> None:
    told = json.loads(run("etoile check - --json", stdin=CATALOGUE, code=1).stdout)["problems"]
    shown = [f"{each['record']} {each['message']} {each['hint']}" for each in told]
    assert [each for each in shown if "\u200b" in each] == []
    assert [each["key"] for each in told if "\u200b" in each["key"]] == [
        "trai\u200blers",
        "no\u200bte",
        "ids.im\u200bdb",
        "ca\u200bst",
    ]


# A source that is spelt with what nobody sees is guessed as TOML writes it.
def test_a_guess_shows_it_too() -> None:
    text = CATALOGUE.replace('"f\u200bqm"', '"fqm"').replace('id = "fqm"', 'id = "f\u200bqm"')
    done = run("etoile check -", stdin=text, code=1).stdout
    assert r'no record names "f\u200bqm", and 2 name "fqm" (did you mean "fqm"?)' in done
    assert "\u200b" not in done


WRONG_USAGE = [
    (
        "etoile cast --columns na\u200bme",
        2,
        r'etoile: error: no such column "na\u200bme" (did you mean "name"?)',
    ),
    ("etoile ca\u200bst", 2, r'etoile: error: no such command "ca\u200bst" (did you mean "cast"?)'),
    (
        "etoile cast --for\u200bmat x",
        2,
        r'etoile: error: no such option "--for\u200bmat" (did you mean "--format"?)',
    ),
    ("etoile -c no\u200bpe.toml cast", 3, r"etoile: error: no\u200bpe.toml: no such file"),
    ("etoile check no\u200bpe.toml", 3, r"etoile: error: no\u200bpe.toml: no such file"),
    ("etoile check --explain syn\u200btax", 2, r'etoile: error: no such code "syn\u200btax" (did you mean "syntax"?)'),
    ("etoile cast zz\u200bz", 1, r'etoile: nothing in cast matches "zz\u200bz"'),
    (
        "etoile where-to-watch --region F\u200bX",
        2,
        r'etoile: error: no such region "F\u200bX"',
    ),
]


@pytest.mark.parametrize(("command", "code", "told"), WRONG_USAGE)
def test_a_mistaken_command_line_is_answered_with_what_nobody_sees(command: str, code: int, told: str) -> None:
    assert run(command, code=code).stderr.splitlines()[0] == told


def test_data_are_printed_as_they_are() -> None:
    text = 'format = 1\n[show]\ntitle = "A"\n[[cast]]\nname = "B\u200bC"\n'
    assert run("etoile -c - cast --columns name", stdin=text).stdout == "B\u200bC\n"
    assert "B\u200bC" in run("etoile -c - cast -f table", stdin=text).stdout
