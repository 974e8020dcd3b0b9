"""How wide texts are on a terminal, and where their lines break."""

import ctypes
import ctypes.util
import locale
from collections.abc import Iterator
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import iter_graphemes, wcwidth

from etoile_cli.widths import beginning, hanging_lines, lines_of, padded, text_width, wrapped
from tests.strategies import thorough

SCRIPTS = {
    "Devanagari": "दिल्ली में नर्तकी और दो पुराने बैले की कहानी",
    "Tamil": "இரண்டு நகரங்களின் நடனக் குழுக்கள் தங்கள் நட்சத்திரங்களை மாற்றுகின்றன",
    "Telugu": "రెండు నగరాల నృత్య బృందాలు తమ తారలను మార్చుకుంటాయి",
    "Thai": "คณะบัลเลต์สองคณะในสองเมืองแลกเปลี่ยนดาราของตนเป็นเวลาหนึ่งปี",
    "Khmer": "ក្រុមរបាំពីរនៅក្នុងទីក្រុងពីរ",
    "Hangul": "두 도시의 오래된 발레단이 일 년 동안 스타를 맞바꾼다",
    "Han": "两座城市的两个历史悠久的芭蕾舞团交换明星一年",
    "Arabic": "فرقتا باليه عريقتان في مدينتين تتبادلان نجومهما",
    "Hebrew": "שתי להקות בלט ותיקות בשתי ערים מחליפות כוכבים",
    "accents apart": "E\u0301toile, Genevie\u0300ve, La\u0302age, Ta\u0308nzer, an\u0303o, c\u0327a",
    "Latin": "Étoile: “two storied ballets” trade their stars – to survive … ‘so’",
    "Cyrillic": "Две балетные труппы с долгой историей обмениваются звёздами",
}
texts = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=60)
wordy = st.lists(texts | st.sampled_from([*SCRIPTS.values(), "x" * 30]), max_size=6).map(" ".join)


@pytest.fixture(autouse=True)
def _utf8() -> Iterator[None]:
    """Let the C library know letters beyond ASCII."""
    before = locale.setlocale(locale.LC_CTYPE)
    locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
    yield
    locale.setlocale(locale.LC_CTYPE, before)


def glibc_width(text: str) -> int:
    """Return the columns that the C library gives a text, letter by letter: what terminals go by."""
    libc = ctypes.CDLL(ctypes.util.find_library("c"))
    return sum(max(libc.wcwidth(ctypes.c_wchar(each)), 0) for each in text)


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_text_is_as_wide_as_the_c_library_has_it(script: str) -> None:
    assert text_width(SCRIPTS[script]) == glibc_width(SCRIPTS[script])


@thorough
@given(st.text(st.characters(exclude_categories=["C", "So"]), max_size=60))
def test_a_text_is_as_wide_as_its_letters(text: str) -> None:
    plain = text.replace("\ufe0f", "").replace("\u20e3", "")
    assert text_width(plain) == sum(max(wcwidth(each), category(each) == "Mc") for each in plain)


@pytest.mark.parametrize(
    "emoji", ["👩\u200d👩\u200d👧", "☀\ufe0f", "1\ufe0f\u20e3", "👍🏽", "🇫🇷", "🏴\U000e0067\U000e0062\U000e007f"]
)
def test_an_emoji_of_several_parts_is_one(emoji: str) -> None:
    assert text_width(f"a{emoji}b") == 4


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("width", [10, 20, 40])
def test_no_line_is_too_wide_and_no_letter_loses_its_marks(script: str, width: int) -> None:
    text = SCRIPTS[script]
    lines = wrapped(text, width)
    assert [line for line in lines if glibc_width(line) > width] == []
    letters = [each for each in iter_graphemes(text) if each != " "]
    assert [each for line in lines for each in iter_graphemes(line) if each != " "] == letters


@thorough
@given(wordy, st.integers(2, 40))
def test_any_text_is_wrapped_whole(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert text_width(line) <= width or len(list(iter_graphemes(line))) == 1


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 5, [""]),
        ("   ", 2, [""]),
        ("a\n\nb", 5, ["a", "", "b"]),
        ("two words", 9, ["two words"]),
        ("two words", 8, ["two", "words"]),
        ("two  words", 9, ["two", "words"]),
        ("2 000\u00a0words", 8, ["2", "000\u00a0words"]),
        ("averyverylongword", 6, ["averyv", "erylon", "gword"]),
        ("a averyverylongword b", 6, ["a aver", "yveryl", "ongwor", "d b"]),
        ("日本語です", 5, ["日本", "語で", "す"]),
        ("नमस्ते दुनिया", 6, ["नमस्ते", "दुनिया"]),
        ("cafe\u0301s", 4, ["cafe\u0301", "s"]),
    ],
)
def test_lines_break_at_blanks_else_between_letters(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


@pytest.mark.parametrize(
    ("text", "path", "lines"),
    [
        ("the first line and the others", 0, ["the first line", "and the", "others"]),
        ("my show.toml:4:7: error", 17, ["my show.tom", "l:4:7: error"]),
        ("a/b/my show.toml:458:7: no", 23, ["a/b/my show.", "toml:458:7:", "no"]),
        ("ab/cd/ef/gh/show.txt:4:7:", 25, ["ab/cd/ef/gh/", "show.tx", "t:4:7:"]),
        ("shows/a.toml:4:7: is wrong", 17, ["shows/", "a.toml:4:7:", "is wrong"]),
        ("a b.toml:1:1: is wrong here", 13, ["a b.toml:1:1:", "is wrong", "here"]),
        ("a.toml:1:1: is wrong here", 11, ["a.toml:1:1: is", "wrong here"]),
    ],
)
def test_a_path_breaks_behind_its_slashes(text: str, path: int, lines: list[str]) -> None:
    assert [text[begin:end] for begin, end in hanging_lines(text, 14, path=path, indent=2)] == lines


def test_wrapping_takes_time_as_the_text_grows() -> None:
    assert len(lines_of("word " * 200_000, 40)) == 25_000


def test_texts_are_padded_and_begun() -> None:
    assert padded("日本", 6) == "日本  "
    assert padded("too long", 3) == "too long"
    assert beginning("日本語", 5) == "日本"
    assert beginning("e\u0301toile", 1) == "e\u0301"
    assert beginning("x", 0) == ""
