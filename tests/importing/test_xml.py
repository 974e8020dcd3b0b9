"""XML that others wrote, as trees: whatever roots, encodings and references it has, and what is refused."""

import re
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.errors import CatalogueError
from etoile_cli.importing.reading.tree import Node
from etoile_cli.importing.reading.xml_ import roots
from tests.promises import within
from tests.strategies import examples, texts

PIECES = ["<a>", "</a>", "<a/>", '<a b="', '"', "<![CDATA[", "]]>", "<!--", "-->", "<?xml ", "?>", "<!DOCTYPE a", ">"]
PIECES += ["&", "&amp;", "&eacute;", "&#0;", "&#x41;", "</etoile-roots>", "<etoile-roots>", "x", "\n", "\0", "<a:b>"]
DECLARATION = '<?xml version="1.0" encoding="{}"?>'


def read(content: str | bytes) -> list[tuple[str, Node]]:
    return list(roots(content.encode() if isinstance(content, str) else content, "x.nfo"))


def text_of(content: str | bytes) -> object:
    """Return the text of the element `a` of a root."""
    ((_, node),) = read(content)
    return node["a"][0]


def refused(content: str | bytes) -> str:
    with pytest.raises(CatalogueError) as caught:
        read(content)
    return caught.value.message


def test_children_are_lists_and_attributes_have_a_sign_before_them() -> None:
    content = '<Show Kind="x"><A>1</A><a b="2">3</a><c><d/></c><e> </e></Show>'
    assert read(content) == [
        ("show", {"@kind": "x", "a": ["1", {"@b": "2", "#text": "3"}], "c": [{"d": [""]}], "e": [" "]})
    ]


def test_the_text_around_children_is_kept() -> None:
    assert read("<r><a>one <b>two</b> three</a></r>") == [("r", {"a": [{"b": ["two"], "#text": "one  three"}]})]


def test_namespaces_are_left_out_of_names() -> None:
    content = '<n:r xmlns:n="urn:x" n:Kind="y"><n:A>1</n:A></n:r>'
    assert read(content) == [("r", {"@kind": "y", "a": ["1"]})]


def test_several_roots_and_text_behind_them_are_read() -> None:
    content = (
        f"{DECLARATION.format('UTF-8')}\n<r><a>1</a></r>\n{DECLARATION.format('UTF-8')}<s/>\nhttps://x.org/?a=1&b=2\n"
    )
    assert read(content) == [("r", {"a": ["1"]}), ("s", {})]


def test_a_file_without_elements_has_no_roots() -> None:
    assert read("https://www.example.org/?id=1&x=2\n") == []
    assert read("") == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("&amp;&lt;&gt;&quot;&apos;", "&<>\"'"),
        ("&eacute;&hellip;&LT;b&GT;", "é…<b>"),
        ("A & B &; &nothing; &copy", "A & B &; &nothing; &copy"),
        ("&notit;", "&notit;"),
        ("&#65;&#x42;&#X43;", "ABC"),
        ("&#0;&#xD800;&#x110000;&#9999999;", "    "),
        ("<![CDATA[&eacute; <b> & <!-- x -->]]>", "&eacute; <b> & <!-- x -->"),
        ("1<!-- &nothing; -- <x> -->2", "12"),
        ("1<?php &x; ?>2", "12"),
        ("\x00\x01\x1b\ufffe", "    "),
    ],
)
def test_references_mean_what_html_means(written: str, meant: str) -> None:
    assert text_of(f"<r><a>{written}</a></r>") == meant


def test_references_in_attributes_are_read() -> None:
    assert read('<r a="&eacute;&quot; & x"/>') == [("r", {"@a": 'é" & x'})]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig", "utf-16-le", "utf-16-be"])
def test_a_mark_or_wide_letters_tell_the_encoding(encoding: str) -> None:
    content = f"{DECLARATION.format('windows-1252')}<r><a>Étoile</a></r>"
    assert text_of(content.encode(encoding)) == "Étoile"


@pytest.mark.parametrize("encoding", ["windows-1252", "ISO-8859-1", "cp1252", "latin1"])
def test_the_declaration_tells_the_encoding(encoding: str) -> None:
    assert text_of(f"{DECLARATION.format(encoding)}<r><a>Étoile</a></r>".encode(encoding)) == "Étoile"


def test_what_declares_utf_16_and_is_not_is_utf_8() -> None:
    assert text_of(f"{DECLARATION.format('UTF-16')}<r><a>Étoile</a></r>") == "Étoile"


def test_without_a_declaration_it_is_utf_8() -> None:
    assert text_of("\n <r><a>Étoile</a></r>") == "Étoile"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<r>\n<a>Étoile</a></r>".encode("latin-1"), "x.nfo:2: is not UTF-8 here"),
        ("<r>\n\n<a>".encode("utf-16") + b"\x00\xd8<\x00", "x.nfo:3: is not UTF-16-LE here"),
        (DECLARATION.format("unicode_escape"), 'x.nfo: the encoding "unicode_escape" is not known'),
        (DECLARATION.format("iso-8859-99"), 'x.nfo: the encoding "iso-8859-99" is not known'),
    ],
)
def test_another_encoding_is_told_with_its_line(content: str | bytes, message: str) -> None:
    assert refused(content) == message


@pytest.mark.parametrize(
    "content",
    [
        '<!DOCTYPE r [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]><r><a>&b;</a></r>',
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>',
        '<!doctype r SYSTEM "http://example.org/r.dtd"><r/>',
        "<r><!-- x --><!DOCTYPE r></r>",
    ],
)
def test_a_document_type_is_refused(content: str) -> None:
    assert refused(content) == "x.nfo: has a document type, which may define entities: it is not read"


def test_a_document_type_in_a_text_is_none() -> None:
    assert text_of("<r><a><![CDATA[<!DOCTYPE r>]]></a><!-- <!ENTITY x> --></r>") == "<!DOCTYPE r>"


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("<r><a></r>", "1:9"),
        (f"{DECLARATION.format('UTF-8')}\n<r>\n<!-- 1\n2 --><a></b></r>", "4:11"),
        ("<?xml\nversion='1.0'?>\n<r>\n<a b=1/></r>", "4:6"),
        ("<r>&NewLine;&NewLine;\n</s>", "2:3"),
        ("<r/></etoile-roots><s/>", "1:20"),
    ],
)
def test_what_is_no_xml_is_told_with_its_place(content: str, place: str) -> None:
    assert refused(content) == f"x.nfo:{place}: is not XML here"


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("<r>\n<a>\n", "2:4"),
        ("<r>\n<![CDATA[", "2:10"),
        ("<r>\n<!-- ", "2:5"),
        ("<r>&NewLine;&eacute;\n<a>&eacute;", "2:12"),
    ],
)
def test_what_is_cut_off_is_told_with_the_place_of_its_end(content: str, place: str) -> None:
    assert refused(content) == f"x.nfo:{place}: ends too early"


WHOLE = "<r k=\"v\">\n<a>1&amp;2 é</a><!-- c --><b x='1'/><![CDATA[ z ]]><?p q?></r>"


@pytest.mark.parametrize("length", range(1, len(WHOLE)))
def test_what_is_cut_off_anywhere_ends_too_early(length: int) -> None:
    assert refused(WHOLE[:length]).endswith(": ends too early")


def test_only_what_is_nested_as_no_library_does_is_refused() -> None:
    assert read("<a>" * 50 + "</a>" * 50)
    assert refused("<a>" * 51 + "</a>" * 51) == "x.nfo: is nested too deeply"
    assert refused("<a>" * 1_000_000) == "x.nfo: is nested too deeply"


@examples(2000)
@given(st.lists(st.sampled_from(PIECES) | texts, max_size=30).map("".join))
def test_anything_is_read_or_refused(content: str) -> None:
    with suppress(CatalogueError):
        assert all(isinstance(node, dict) for _, node in read(content.encode(errors="replace")))


@given(texts)
@examples(400)
def test_any_text_comes_back(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    possible = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", " ", text)
    assert text_of(f"<r><a>{escaped}</a></r>") == possible


LONG: dict[str, Callable[[int], str]] = {
    "declarations that never end": lambda size: "<?xml " * size,
    "declarations with angles": lambda size: "<?xml ?" * size,
    "comments that never end": lambda size: "<r>" + "<!--" * size,
    "CDATA that never end": lambda size: "<r>" + "<![CDATA[" * size,
    "signs of references": lambda size: "<r>" + "&" * size + "</r>",
    "a reference that never ends": lambda size: "<r>&" + "a" * size + "</r>",
    "a reference to nothing": lambda size: "<r>&" + "a" * size + ";</r>",
    "document types": lambda size: "<r><![CDATA[" + "<!DOCTYPE " * size + "]]></r>",
    "empty elements": lambda size: "<r>" + "<a/>" * size + "</r>",
    "an attribute": lambda size: '<r a="' + "x" * size + '"/>',
    "an open tag": lambda size: "<r " + "a " * size,
    "blanks": lambda size: " " * size,
}


@pytest.mark.parametrize("kind", LONG)
def test_time_grows_with_the_size_alone(kind: str) -> None:
    """Of this process's time, so that a busy machine is no hang; what grows with the square takes many minutes."""
    content = LONG[kind](300_000).encode()
    with within(30), suppress(CatalogueError):
        read(content)
