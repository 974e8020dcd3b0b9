"""What passes over files by their bytes alone: never over one that holds what is looked for."""

import random
import re
import time
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.catalogue.enumerations import Status
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import parse, read_data
from etoile_cli.library.names_of_codes import names_of_codes
from etoile_cli.library.sieve import Sieve
from etoile_cli.listing.places import texts_of
from etoile_cli.listing.query import keys_of, query_of
from etoile_cli.listing.search import search
from etoile_cli.text.folding import fold
from tests.conftest import DATA
from tests.door import CHECKOUT
from tests.library.writing import Writer, written_catalogues
from tests.strategies import examples

LETTERS = re.compile(r"[^\W\d_]{2,}")

FILES = [
    CHECKOUT / "data" / "etoile.toml",
    CHECKOUT / "docs" / "example.toml",
    *sorted(DATA.glob("*.toml")),
    *sorted((DATA / "shows").glob("*.toml")),
]


def texts_in(catalogue: Catalogue) -> Iterator[str]:
    """Yield every text in which a search looks for words."""
    query = query_of([], catalogue, [])
    for _, record in catalogue.every_record():
        for key in keys_of(type(record)):
            yield from texts_of(record, key, query)


def runs_in(catalogue: Catalogue) -> set[str]:
    return {run for text in texts_in(catalogue) for run in LETTERS.findall(fold(text))}


def lost(catalogue: Catalogue, content: bytes) -> list[str]:
    """Return the runs of letters for which a file would be passed over, though it has them."""
    runs = runs_in(catalogue)
    together = Sieve.of(runs)
    return [] if together.may_hold(content) else [run for run in runs if not Sieve.of([run]).may_hold(content)]


@examples(200)
@given(written_catalogues)
def test_no_file_is_passed_over_that_has_a_word(written: tuple[Catalogue, bytes]) -> None:
    assert lost(*written) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_file_of_ours_is_passed_over_that_has_a_word(path: Path) -> None:
    content = path.read_bytes()
    assert lost(parse(content), content) == []
    for seed in range(3):
        assert lost(parse(content), Writer(seed).file(read_data(content))) == []


@examples(100)
@given(written_catalogues, st.integers(0, 2**32))
def test_what_a_search_finds_is_in_a_file_that_is_read(written: tuple[Catalogue, bytes], seed: int) -> None:
    """Words as people type them: pieces of texts, in other cases and normal forms."""
    catalogue, content = written
    draw = random.Random(seed)
    texts = [text for text in texts_in(catalogue) if text]
    for text in draw.sample(texts, min(len(texts), 20)):
        begin = draw.randrange(len(text))
        piece = text[begin : begin + draw.randrange(1, 12)]
        word = draw.choice([str.upper, str.lower, str.swapcase, str.title, _decomposed, _composed])(piece)
        if ":" not in word and search(catalogue, [word]):
            assert Sieve.of([word]).may_hold(content), word


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFKD", text)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ('"de Laâge"', "laage"),
        ('"de Laâge"', "LAÂGE"),
        ('"LAAGE"', "laâge"),
        ('"la\\u00e2ge"', "laage"),
        ('"la\\U000000E2ge"', "laage"),
        ('"la\\xe2ge"', "laage"),
        ('"l\\u0061a\\u0302ge"', "laage"),
        ('"\\u006c\\u0061\\u0061\\u0067\\u0065"', "laage"),
        ('"laag\\\\u0061"', "laag\\u0061"),
        ('"""laa\\\n   ge"""', "laage"),
        ('"""laa\\  \r\n\r\n\tge"""', "laage"),
        ('"""laâ\\\n   ge"""', "laage"),
        ('"""la\\u00e2\\\n   g\\\n e"""', "laage"),
        ('"straße"', "STRASSE"),
        ('"STRASSE"', "straße"),
        ('"zœurx"', "zoeurx"),
        ('"ﬁlyx"', "filyx"),
        ('"ｆｉｌｙｘ"', "filyx"),
        ('"fi\\u00adlyx"', "filyx"),
        ('"fi\u200blyx"', "filyx"),
        ('"Ёлка"', "елка"),
        ('"ελλάς"', "ΕΛΛΑΣ"),
        ('"حدّاد"', "حداد"),
        ('"速水"', "速水"),
        ('"재스민"', "재스민"),
        ('"a\\tzzyx"', "zzyx"),
        ('"a\\\\zzyx"', "zzyx"),
    ],
)
def test_letters_are_found_however_they_are_written(written: str, word: str) -> None:
    content = f'format = 1\n[show]\ntitle = "T"\nnote = {written}\n'.encode()
    assert search(parse(content), [word])
    sieve = Sieve.of([word])
    assert sieve.runs
    assert sieve.may_hold(content)
    assert not sieve.may_hold(b'format = 1\n[show]\ntitle = "T"\n')


@pytest.mark.parametrize(
    ("written", "word"),
    [('"a\\u008bzzyx"', "bzzyx"), ('"a\x8bzzyx"', "bzzyx"), ('"a\\fzzyx"', "czzyx"), ('"a\\ezzyx"', "bzzyx")],
)
def test_the_letters_of_an_escape_that_people_read_for_a_control_are_found(written: str, word: str) -> None:
    content = f'format = 1\n[show]\ntitle = "T"\ntitles = {{ fr = {written} }}\n'.encode()
    assert search(parse(content), [word])
    assert Sieve.of([word]).may_hold(content)


def test_a_file_without_the_letters_is_passed_over() -> None:
    content = DATA.joinpath("shows", "quarry-lane.toml").read_bytes()
    assert Sieve.of(["quarry"]).may_hold(content)
    assert not Sieve.of(["zzyzx"]).may_hold(content)
    assert not Sieve.of(["quarry", "zzyzx"]).may_hold(content)
    assert not Sieve.of(["quarry zzyzx"]).may_hold(content)


@pytest.mark.parametrize("word", ["", " ", "1994", "S02E01", "4B", "…", "é", "x", "'"])
def test_a_word_without_two_letters_together_passes_over_nothing(word: str) -> None:
    assert Sieve.of([word]).may_hold(b"format = 1")


@pytest.mark.parametrize(
    "word",
    ["france", "FRANÇAIS"[:5], "april", "season", "seasons", "specials", "minutes", "yugoslavia", "worldwide"]
    + [each.value.replace("-", " ") for each in Status],
)
def test_a_word_that_people_read_for_a_code_passes_over_nothing(word: str) -> None:
    assert Sieve.of([word]).may_hold(b"format = 1")


def test_the_names_of_codes_are_folded_as_words_are() -> None:
    assert names_of_codes() == fold(names_of_codes().replace("\n", " \n ")).replace(" \n ", " ")


@pytest.mark.parametrize("content", [b"\xff", b"x\xffy", b"\xef\xbb\xbf\xff"])
def test_what_is_not_utf_8_is_read_and_told(content: bytes) -> None:
    assert Sieve.of(["zzyzx"]).may_hold(content)


MEGABYTES = 8 << 20
LARGE = {
    "blanks": b" " * MEGABYTES,
    "one word": b"a" * MEGABYTES,
    "one word with accents": "é".encode() * (MEGABYTES // 2),
    "words with accents in one line": "é a ".encode() * (MEGABYTES // 5),
    "backslashes": b"\\" * MEGABYTES,
    "backslashes and blanks": b"\\ " * (MEGABYTES // 2),
    "backslashes and lines": b"\\\n" * (MEGABYTES // 2),
    "a backslash and blanks": b"\\" + b" " * MEGABYTES,
    "escapes": b"\\u00e9" * (MEGABYTES // 6),
    "beginnings of escapes": b"\\u00" * (MEGABYTES // 4),
    "short lines with accents": "é\n".encode() * (MEGABYTES // 3),
}


@pytest.mark.parametrize("kind", LARGE)
def test_a_large_file_takes_as_long_as_it_is_large(kind: str) -> None:
    sieve = Sieve.of(["zzyzx"])
    begun = time.process_time()
    sieve.may_hold(LARGE[kind])
    assert time.process_time() - begun < 30  # what grows faster takes hours


def test_a_file_is_passed_over_much_faster_than_it_is_read() -> None:
    """A fifth of the time, measured; half of it here, where the machine may be busy."""
    sieve = Sieve.of(["zzyzx"])
    content = DATA.joinpath("shows", "small-hours.toml").read_bytes()
    assert not content.isascii()
    for each in (content, content.decode().encode("ascii", "replace").replace(b"?", b"")):
        assert _least(sieve.may_hold, each) < 0.5 * _least(read_data, each)


def _least(work: Callable[[bytes], object], content: bytes) -> float:
    times = []
    for _ in range(20):
        begun = time.process_time()
        work(content)
        times.append(time.process_time() - begun)
    return min(times)


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ('languages = ["aab"]', "alumu"),  # which only the registry names
        ('languages = ["zh-Hant"]', "traditional"),
        ('countries = ["FR"]', "france"),
        ('countries = ["DD"]', "germany"),
        ('premiere = "2025-04"', "april"),
        ("runtime = 52", "minutes"),
        ('status = "in-production"', "production"),
    ],
)
def test_what_people_read_in_place_of_a_code_is_looked_for_in_every_record(written: str, word: str) -> None:
    content = f'format = 1\n[show]\ntitle = "x"\n{written}\n'.encode()
    assert [match.name for match in search(parse(content), [word])] == ["x"]
    assert Sieve.of([word]).may_hold(content)
