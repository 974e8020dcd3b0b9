"""Signs that mean something in a format, first, in the middle and last in a text, in lists and in tables."""

import csv
import io

import pytest

from etoile_cli.catalogue.records import CastMember
from etoile_cli.listing.csv_ import csv_lines
from etoile_cli.listing.listing import Listing
from etoile_cli.listing.md import md
from etoile_cli.listing.table import table
from etoile_cli.listing.tsv import tsv
from etoile_cli.text.styles import drawn
from etoile_cli.text.values import show
from etoile_cli.text.widths import text_width
from tests.listing.listings import comparable, listing, read_back
from tests.listing.test_md import rendered, shown_as

SIGNS = [
    *[",", ";", "; ", "=", '"', "'", "\\", "\\;", "\\n", "|", "*", "_", "`", "[", "]", "<", ">", "~", "$", "&"],
    *["&amp;", "&#38;", ":", "://", ".", "www.", "WWW.", "http://", "#", "-", "+", "@", "%", "%s", "{}"],
    *["\t", "\n", "\r\n", "\x1b[0m", "\x9b", "\u202e", "\xa0", "\xad", "é", "e\u0301", "日", "👩\u200d🎤", "☺\ufe0f"],
]


def around(sign: str) -> tuple[str, ...]:
    """Return texts in which a sign is everything, first, in the middle, between blanks, last and twice."""
    return (sign, f"{sign}ab", f"a{sign}b", f"a {sign} b", f"ab{sign}", f"{sign}{sign}", f"{sign}ab{sign}")


def members(sign: str) -> list[CastMember]:
    """Return a record for each text, and one that has all of them in a list and in a table."""
    texts = around(sign)
    return [
        *(CastMember(name=text, note=text, known_for=(text,)) for text in texts),
        CastMember(name="all", known_for=texts, cites=dict.fromkeys(texts, texts)),
    ]


def shown(sign: str) -> Listing:
    return listing("cast", members(sign), ["name", "note", "known_for"], header=False)


@pytest.mark.parametrize("sign", SIGNS)
def test_csv_is_read_back(sign: str) -> None:
    document = "\n".join(csv_lines(shown(sign)))
    assert list(csv.reader(io.StringIO(document, newline=""), strict=True)) == [
        [each.name, each.note or "", "; ".join(each.known_for)] for each in members(sign)
    ]


@pytest.mark.parametrize("sign", SIGNS)
def test_tsv_is_read_back(sign: str) -> None:
    names = ["name", "note", "known_for", "cites"]
    lines = list(tsv(listing("cast", members(sign), names)))
    for line, each in zip(lines, members(sign), strict=True):
        values = [getattr(each, name) for name in names]
        assert list(map(read_back, line.split("\t"), values)) == list(map(comparable, values))


@pytest.mark.parametrize("sign", SIGNS)
def test_markdown_renders_as_the_texts(sign: str) -> None:
    texts = around(sign)
    records = [CastMember(name=f"x{text}", note=f"{text}x") for text in texts]
    _, *rows = rendered(md(listing("cast", records, ["name", "note"])))
    assert [[text.strip("\xa0") for text, _ in row] for row in rows] == [
        [shown_as(f"x{text}").strip(" \xa0"), shown_as(f"{text}x").strip(" \xa0")] for text in texts
    ]


@pytest.mark.parametrize("sign", SIGNS)
def test_the_columns_of_a_table_are_straight(sign: str) -> None:
    records = [each for each in members(sign) if show(each.note or "")]
    names = [show(each.name) for each in records]
    begin = max(map(text_width, ["name", *names])) + 2
    lines = [
        drawn(line, colored=False) for line in table(listing("cast", records, ["name", "note"], header=False), 80)
    ]
    assert lines == [f"{name}{' ' * (begin - text_width(name))}{name}".rstrip(" ") for name in names]


@pytest.mark.parametrize("sign", SIGNS)
def test_the_columns_of_a_table_are_straight_where_texts_wrap(sign: str) -> None:
    records = [each for each in members(sign) if show(each.note or "")]
    wrapping = [CastMember(name=each.name, note=" ".join(["word"] * 30)) for each in records]
    lines = [
        drawn(line, colored=True) for line in table(listing("cast", wrapping, ["name", "note"], header=False), 60)
    ]
    names = [show(each.name) for each in records]
    begin = max(map(text_width, ["name", *names])) + 2
    in_line = (60 - begin + 1) // len("word ")
    words = [" ".join(["word"] * min(in_line, 30 - at)) for at in range(0, 30, in_line)]
    others = [f"{' ' * begin}{line}" for line in words[1:]]
    blocks = [[f"\x1b[1m{name}\x1b[0m{' ' * (begin - text_width(name))}{words[0]}", *others, ""] for name in names]
    assert lines == [line for block in blocks for line in block][:-1]
