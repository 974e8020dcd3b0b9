from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.errors import CatalogueError, EtoileError
from etoile_cli.importing.reading.html_ import blocks
from tests.importing.documents import page
from tests.promises import within
from tests.strategies import examples

BLOCK = '{"name": "Étoile"}'
TREE = {"name": "Étoile"}
SIZE = 1 << 19
# Of this process's time, so that a busy machine is no hang; what grows with the square takes hours.
PATIENCE = 30


def trees(content: bytes) -> list[object]:
    return blocks(content, "page.html").trees


def refusal(content: bytes) -> str:
    with pytest.raises(CatalogueError) as caught:
        blocks(content, "page.html")
    return caught.value.message


@pytest.mark.parametrize(
    "tag",
    [
        '<script type="application/ld+json">',
        "<script type='application/ld+json'>",
        "<script type=application/ld+json>",
        '<SCRIPT TYPE="Application/LD+JSON">',
        '<script type="application/ld+json; charset=utf-8">',
        '<script data-x="a > b" type = "application/ld+json" async>',
        '<script\n  id=show\n  type="application/ld+json"\n>',
        '<script nonce="" class=\'yoast\' type="application/ld+json"/>',
    ],
)
def test_a_block_is_found_however_its_tag_is_written(tag: str) -> None:
    assert trees(f"<html>{tag}{BLOCK}</script></html>".encode()) == [TREE]


@pytest.mark.parametrize(
    "html",
    [
        f"<!-- <script type=application/ld+json>{BLOCK}</script> -->",
        f'<script>"<script type=application/ld+json>{BLOCK}"</script>',
        f"<scripts type=application/ld+json>{BLOCK}</scripts>",
        f"<script data-type=application/ld+json>{BLOCK}</script>",
        f"<script type=application/json>{BLOCK}</script>",
        f"<script type=application/ld+json {BLOCK}",
        "<script type=application/ld+json> </script>",
        "",
    ],
)
def test_what_only_looks_like_a_block_is_none(html: str) -> None:
    assert refusal(html.encode()) == "page.html: has no JSON-LD"


@pytest.mark.parametrize(
    "block",
    [
        f"<!--\n{BLOCK}\n-->",
        f"//<![CDATA[\n{BLOCK}\n//]]>",
        f"/*<![CDATA[*/{BLOCK}/*]]>*/",
        f"<![CDATA[{BLOCK}]]>",
        f"// <![CDATA[\n{BLOCK}\n// ]]>\n",
        f"\n\n{BLOCK};\n",
    ],
)
def test_what_wraps_a_block_is_taken_off(block: str) -> None:
    assert trees(page(block)) == [TREE]


def test_all_blocks_are_found_in_their_order() -> None:
    assert trees(page("[1]", "[2]") + b"<script>var x;</script>" + page("[3]")) == [[1], [2], [3]]


def test_the_last_block_may_lack_its_end() -> None:
    assert trees(f"<script type=application/ld+json>{BLOCK}".encode()) == [TREE]


def test_blocks_that_are_no_json_are_skipped_and_counted() -> None:
    found = blocks(page("{", BLOCK, "oops"), "page.html")
    assert (found.trees, found.skipped) == ([TREE], 2)


def test_a_page_with_no_block_that_is_json_is_told_the_line_of_the_first() -> None:
    assert refusal(b"<p>\n" + page('\n<!--\n{"name": }\n-->', "oops")) == "page.html:4:10: is not JSON here"


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ('<meta charset="utf-8">', "utf-8"),
        ("<META CHARSET=ISO-8859-1>", "windows-1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "windows-1252"),
        ('<meta charset="utf-16">', "utf-8"),
        ('<meta charset="iso-8859-2">', "utf-8-sig"),
    ],
)
def test_a_page_is_read_in_its_encoding(head: str, encoding: str) -> None:
    html = f"{head}<script type=application/ld+json>{BLOCK}</script>"
    assert trees(html.encode(encoding)) == [TREE]


def test_a_page_in_no_known_encoding_is_refused() -> None:
    assert refusal(b"<meta charset=klingon>") == 'page.html: the encoding "klingon" is not known'
    assert refusal(b"<meta charset=utf-8>\n\xff") == "page.html:2: is not UTF-8 here"


@examples(300)
@given(
    st.lists(
        st.sampled_from(
            [
                *("<script", " type=", "application/ld+json", '"', "'", ">", "</script", "<!--", "-->", "{}", "["),
                *("<![CDATA[", "]]>", "//", "\n", "=", "/", ";", "<meta charset=", "x", "[1]"),
            ]
        ),
        max_size=30,
    )
)
def test_any_page_is_read_or_refused(pieces: list[str]) -> None:
    with suppress(EtoileError):
        assert blocks("".join(pieces).encode(), "page.html").trees


HOSTILE = [
    "<script ",
    "<script>",
    "<script type='",
    '<script type="',
    "<script type=application/ld+json>",
    "<script type=application/ld+json></script>",
    "<script type=application/ld+json>[</script>\n",
    "<!--",
    "<!-- <script",
    "</script",
    "=",
    "a=\"'",
    "<script a =",
    "<meta charset=",
]


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("first", ["", "<script ", "<script type=application/ld+json>", "<script>"])
def test_the_time_for_a_hostile_page_grows_no_faster_than_the_page(first: str, piece: str) -> None:
    content = (first + piece * (SIZE // len(piece))).encode()
    with within(PATIENCE), suppress(CatalogueError):
        blocks(content, "page.html")


@pytest.mark.parametrize("blank", [" ", "\n", "/", "\t/"])
def test_blanks_take_no_longer_for_being_many(blank: str) -> None:
    for html in (f"<script{blank * SIZE}", f"<script type=application/ld+json>{blank * SIZE}x", blank * SIZE):
        with within(PATIENCE):
            assert refusal(html.encode()).startswith("page.html:")
