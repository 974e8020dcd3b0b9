"""What a stream shows of characters that its encoding lacks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.text.encoding import SUBSTITUTE, encode
from etoile_cli.text.widths import text_width
from tests.door import run_process
from tests.strategies import characters, thorough


def replaced(text: str, encoding: str) -> str:
    return text.encode(encoding, errors=SUBSTITUTE).decode(encoding)


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("plain", "ascii", "plain"),
        ("Étoile, Lou de Laâge", "ascii", "Etoile, Lou de Laage"),
        ("Łódź ÆØ æø œ ß", "ascii", "Lodz AO ao o s"),
        ("Łódź", "latin-1", "Lódz"),
        ("Łódź – Étoile", "cp1252", "Lódz – Étoile"),
        ("E\u0301toile", "ascii", "Etoile"),
        # What tables and cards are drawn with.
        ("─│╭╮╰╯✦·•", "ascii", "-|++++*--"),
        # Every space is blank, as wide as it is, and what has no width is nothing.
        ("\u00a0a\u202fb\u2007c\u2009d\u3000e\u2003f", "ascii", " a b c d  e f"),
        ("\u00a0a\u202fb", "latin-1", "\u00a0a b"),
        ("a\u200bb\ufeffc\u2060d\u00ade\u200df", "ascii", "abcdef"),
        # Hyphens, dashes and the minus.
        ("a‐b‑c‒d–e—f―g−h⁃i\u058aj־k﹣", "ascii", "a-b-c-d-e-f-g-h-i-j-k--"),
        # Quotes, primes, an ellipsis.
        ("‘a’ ‚b‛ ‹c› 5′ ʻʼ´", "ascii", "'a' 'b' 'c' 5' '''"),
        ("“a” „b‟ «c» 6″", "ascii", '"a" "b" "c" 6"'),
        ("to be continued…", "ascii", "to be continued."),
        ("3 × 4 → 12 ★", "ascii", "3 x 4 - 12 *"),
        # Part of a number would be another one.
        ("½ Ⅳ ² €", "ascii", "? ? 2 ?"),
        # One column for one: wide characters take two, spacing marks one, others none.
        ("日本語 👩 Ａ", "ascii", "?????? ?? A "),
        ("हिन्दी", "ascii", "?????"),
    ],
)
def test_what_an_encoding_lacks_is_replaced(text: str, encoding: str, shown: str) -> None:
    assert replaced(text, encoding) == shown


@pytest.mark.parametrize(
    ("encoding", "shown"), [("latin-1", "Étoile ??"), ("ascii", "Etoile ??"), ("UTF-8", "E\u0301toile 한")]
)
def test_a_letter_and_its_accent_are_one_character_if_the_encoding_has_it(encoding: str, shown: str) -> None:
    assert encode("E\u0301toile 한", encoding).decode(encoding) == shown


ENCODINGS = st.sampled_from(["ascii", "latin-1", "cp1252", "koi8-r"])


@thorough
@given(st.text(characters), ENCODINGS)
def test_any_text_fits_any_encoding_and_keeps_what_that_has(text: str, encoding: str) -> None:
    shown = [each if has(encoding, each) else replaced(each, encoding) for each in text]
    assert replaced(text, encoding) == "".join(shown)


def has(encoding: str, character: str) -> bool:
    return character.encode(encoding, errors="ignore").decode(encoding) == character


@thorough
@given(characters.filter(str.isprintable), ENCODINGS)
def test_what_stands_in_for_a_character_is_as_wide(character: str, encoding: str) -> None:
    assert text_width(replaced(character, encoding)) == text_width(character)


def test_a_table_keeps_its_columns_on_a_stream_without_no_break_spaces() -> None:
    catalogue = (
        'format = 1\n[show]\ntitle = "x"\n[[cast]]\nname = "\u00a0Étoile\u202f"\ncharacter = "a\u2011b\u3000c"\n'
        '[[cast]]\nname = "日本"\ncharacter = "d\u200be"\n'
    )
    drawn = run_process(
        "etoile -c - cast -f table",
        stdin=catalogue.encode(),
        env={"PYTHONIOENCODING": "ascii", "COLUMNS": "80"},
    )
    assert drawn.stdout.splitlines() == [
        "name      character",
        "-------------------",
        " Etoile   a-b  c",
        "????      de",
    ]
