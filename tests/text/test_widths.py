"""How wide texts are and where lines break, in all the scripts that a catalogue may hold."""

import time
from unicodedata import category

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from etoile_cli.text.values import show
from etoile_cli.text.widths import beginning, ending, line_spans, longest_unit, text_width, wrapped
from tests.strategies import characters, thorough
from tests.widths import columns

FAMILY = "👨\u200d👩\u200d👧"


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("plain", 5),
        ("Étoile – “…” · Ωμέγα Жизнь", 26),
        # Spacing marks take a column, others none.
        ("हिन्दी", 5),
        ("தமிழ்", 4),
        ("తెలుగు", 5),
        ("ខ្មែរ", 4),
        ("ไทย", 3),
        ("กำ", 2),
        ("E\u0301toile", 6),
        ("עִבְרִית", 5),
        ("العربية", 7),
        ("한국어", 6),
        ("日本語", 6),
        ("\u200b\u2060\ufeff", 0),
        # Emoji: the most that a terminal gives them.
        ("👩\u200d🎤", 4),
        ("❤️", 2),
        ("1️⃣", 2),
        ("⌛️", 2),
        ("🇫🇷", 2),
        ("👩🏽", 4),
    ],
)
def test_a_text_is_as_wide_as_terminals_show_it(text: str, width: int) -> None:
    assert text_width(text) == width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 5, [""]),
        ("as it is", 8, ["as it is"]),
        ("The dancers change places", 11, ["The dancers", "change", "places"]),
        # Blanks go where a line breaks, and only there.
        ("two  blanks  here", 11, ["two  blanks", "here"]),
        ("no\u00a0break here", 9, ["no\u00a0break", "here"]),
        ("a line\nanother one", 9, ["a line", "another", "one"]),
        # What fits no line breaks behind a slash, or else anywhere; its end is never a crumb.
        ("see https://example.org/a/b", 20, ["see https://", "example.org/a/b"]),
        ("/home/me/shows/a.toml:458:7: no", 20, ["/home/me/shows/", "a.toml:458:7: no"]),
        ("temperamental" * 3, 19, ["temperamentaltemper", "amentaltemp", "eramental"]),
        # Never between a letter and its marks.
        ("E\u0301" * 4, 3, ["E\u0301" * 3, "E\u0301"]),
        ("हिन्दी साहित्य का इतिहास", 12, ["हिन्दी साहित्य", "का इतिहास"]),
        (f"{FAMILY}{FAMILY}", 6, [FAMILY, FAMILY]),
        # Scripts without blanks break anywhere, but not before what closes or behind what opens.
        ("日本語「エトワール」、バレエ。", 10, ["日本語「エ", "トワー", "ル」、バレ", "エ。"]),
        ("ภาษาไทยเป็นภาษาที่มีระดับเสียง", 10, ["ภาษาไทยเป็น", "ภาษาที่มีระดับ", "เสียง"]),
        ("日本語 Étoile 日本", 9, ["日本語", "Étoile 日", "本"]),
        ("မြန်မာစာ", 4, ["မြန်", "မာစာ"]),
        # Korean has blanks.
        ("파리의 무용수가 뉴욕으로", 10, ["파리의", "무용수가", "뉴욕으로"]),
    ],
)
def test_lines_break_where_they_may(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


@thorough
@example("\u102c" * 20, 8)
@example("अ" + "\u0903" * 40, 8)
@example("、" * 40, 8)
@given(st.text(characters | st.sampled_from("日ไเ한हिंက\u102c/ "), max_size=60), st.integers(4, 30))
def test_lines_are_no_wider_and_leave_out_only_blanks(raw: str, width: int) -> None:
    text = show(raw)
    lines = wrapped(text, width)
    assert [line for line in lines if columns(line) > width] == []
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert columns(text) <= text_width(text)


@thorough
@given(st.text(st.sampled_from("aéहिन्दीதமிழ்తెలుగుไเก็န်မာ한日👩\u200d🎤❤️\u0301 "), max_size=40), st.integers(8, 20))
def test_no_line_begins_with_a_mark(text: str, width: int) -> None:
    lines = wrapped(f"a{text}", width)
    broken = [line for line in lines[1:] if line and category(line[0]).startswith("M")]
    # Unless a letter has so many that they fit no line.
    assert all(f" {line}" in text or text_width(line) + 2 > width for line in broken)


def test_lines_after_the_first_may_be_shorter() -> None:
    assert line_spans("one two three four", 9, hanging=4) == [(0, 7), (8, 13), (14, 18)]


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("star dancer", 6), ("日本語、日本", 4), ("हिन्दी का", 5), ("a\u00a0name", 6), ("ไทย", 2)],
)
def test_the_longest_unit_is_a_word_or_in_scripts_without_blanks_a_letter(text: str, width: int) -> None:
    assert longest_unit(text) == width


def test_a_letter_keeps_all_its_marks() -> None:
    assert (beginning("မာ", 1), beginning("မာ", 2)) == ("", "မာ")


def test_what_fits_ends_and_begins_with_whole_letters() -> None:
    assert [beginning("E\u0301तिnd", width) for width in (0, 1, 2, 3, 9)] == [
        "",
        "E\u0301",
        "E\u0301",
        "E\u0301ति",
        "E\u0301तिnd",
    ]
    assert [ending("E\u0301तिe\u0301", width) for width in (0, 1, 2, 3, 9)] == [
        "",
        "e\u0301",
        "e\u0301",
        "तिe\u0301",
        "E\u0301तिe\u0301",
    ]


@pytest.mark.parametrize("piece", ["a", "a/", "日", "\u102c", "\u200b", "、", "e\u0301", "a "])
def test_long_texts_take_time_in_proportion(piece: str) -> None:
    begin = time.process_time()
    wrapped(piece * 50_000, 40)
    assert time.process_time() - begin < 30
