from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import tomli
from hypothesis import assume, given

from etoile_cli.check.check import check
from etoile_cli.check.problem import Severity
from etoile_cli.check.toml.advice.declarations import NO_DECLARATIONS
from etoile_cli.check.toml.document import Document, Place
from etoile_cli.check.toml.lenient.document import LenientDocument
from etoile_cli.check.toml.lenient.statements import lenient_statements
from etoile_cli.check.toml.outline import Path, Table, outline
from etoile_cli.check.toml.scanner import Span
from tests.check.notation import Written, is_told_apart, seeds, tables, write
from tests.strategies import examples

many = examples(300)


def paths_of(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    if path:
        yield path, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, each in inner:
        yield from paths_of(each, (*path, step))


def texts_at(text: str, path: Path) -> tuple[str, str]:
    key, value = Document(text).find(path)
    return text[slice(*key)], text[slice(*value)]


def assert_places(document: Document, written: Written) -> None:
    places = {path: document.find(path) for path in written.places}
    assert {path: (place, shown(document, place)) for path, place in places.items()} == {
        path: (place, shown(document, place)) for path, place in written.places.items()
    }


def shown(document: Document, place: tuple[Span, Span]) -> tuple[str, str]:
    key, value = place
    return document.text[slice(*key)], document.text[slice(*value)]


def lenient(text: str) -> Document:
    return LenientDocument(text, list(lenient_statements(text, NO_DECLARATIONS)), NO_DECLARATIONS)


def reads_as(notation: str) -> object:
    return tomli.loads(f"x = {notation}")["x"]


def last_name(path: Path) -> str:
    return [step for step in path if isinstance(step, str)][-1]


@many
@given(tables, seeds)
def test_what_the_notation_writes_is_what_tomli_reads(table: dict[str, Any], seed: int) -> None:
    assert tomli.loads(write(table, seed).text) == table


@many
@given(tables, seeds)
def test_every_key_and_value_is_found_where_it_was_written(table: dict[str, Any], seed: int) -> None:
    written = write(table, seed)
    assert set(written.places) == {path for path, _ in paths_of(table)}
    assert_places(Document(written.text), written)


@many
@given(tables, seeds)
def test_a_lenient_document_finds_the_same_in_a_text_that_has_no_fault(table: dict[str, Any], seed: int) -> None:
    written = write(table, seed)
    assume(is_told_apart(written))
    assert_places(lenient(written.text), written)


def test_inline_tables_of_an_array_may_be_many_in_a_lenient_document() -> None:
    items = "".join(f'    {{\n        name = "{position}",\n    }},\n' for position in range(20))
    document = lenient(f"cast = [\n{items}]\n")
    _, (begin, end) = document.find(("cast", 19, "name"))
    assert document.text[begin:end] == '"19"'


# Texts whose every pair stands in one place. No value stands twice in a text, so that it can't be taken for another.
NOTATIONS = [
    """basic = "a # b [c] 'd' {e} = \\"f\\" \\\\" # "g" = [""",
    r"""literal = 'a # b [c] "d" {e} \' # 'g' = [""",
    'long = """\n[a]\nb = 1\n# c\n"quoted", ""doubly"", \\""" \\\n\n   end""""" # "d"\nnext = 2',
    "long = '''\n[a]\nb = 1\n# c\n'quoted', ''doubly'' \\''''' # 'd'\nnext = 2",
    'escapes = "\\b\\t\\n\\f\\r\\e\\"\\\\\\x41\\u00e9\\U0001F57A"',
    "empty = ''\nempties = ['', \"\", '''''', \"\"\"\"\"\", [], {}]",
    'one = """"""\ntwo = """\n"""\nthree = """a"""""\nfour = 4',
    "x = [\"\"\"a\"\"\"\"\", '''b''''', '''''c''', 4]",
    "one = ''''''\ntwo = '''\n'''\nthree = '''a'''''\nfour = 4",
    'a.b . c\t.\t\'d e\'."f\\u002eg".\'h"\' = 1\na.b."\\u0064" = 2\n"a".\'b\'."" = 3',
    "1 = 1\n-2_ = 2\n3.14 = 3\n'' = 4\ntrue = 5\ninf = 6\n2025-04-24 = 7",
    "x = [1,\n# [a]\n  2, # ]\n\t[3, [\n4]\n],[],\n[\n'a'\n]\n,]#]\ny = 5",
    "x = [{a = 1, b.c = 2}, {}, {a = {d = [3, {e = 4}]}}, ]",
    'x = { # {\n  a = 1, # }\n\n  b.c = [2,\n3], \'d\' = { }\n, e = """\n} \\\n"""\n# f = 7\n,}\ny = 4',
    'x = {\n    name = "a"\n  , b = [\n[\n1]]\n}',
    "x = 2025-04-24\ny = 2025-04-24 10:30:00\nz = [2025-04-25 10:30:00Z, 2025-04-26, 10:30, 2025-04-27 01:02+01:00 ]",
    "x = {a = 2025-04-24 10:30:00-05:00, b = 2025-04-24T10:30:00.5z, c = 07:32:00.999999 }",
    "x = [+1, -2, 1_000, 0xFF, 0o17, 0b1, 1e6, -6.26e-34, 9_2.1, inf, -inf, true, false]",
    "a = 1\n[b]\nc = 2\n[ b . 'd e' ] # [x]\nf = 3\n[b.\"g\"]\n[h.i.j]\nk = 4\n[h]\nl = 5",
    "[[a]]\nb = 1\n[[a]]\n[a.c]\nd = 2\n[[a.e]]\nf = 3\n[[a.e]]\nf = 4\n[a.e.g]\nh = 5\n[[a]]\n[[a.e]]\nf = 6",
    "[a.b]\nx = 1\n[c]\nx = 2\n[a.d]\nx = 3\n[[c.e]]\nx = 4\n[a]\nx = 5\n[[c.e]]\nx = 6",
    "[fruit]\napple.color = 'red'\napple.taste.sweet = true\n[fruit.apple.texture]\nsmooth = 1",
    "[[a.b]]\nx = 1\n[[a.b]]\nx = 2\n[a]\nx = 3",
    " \t[ a ]\t\n \tb\t=\t1\t\n\n\n  # c = 2\n  d=3",
    "'É' = 1\n\"日本語\" = 'É 🕺' # É\nx = ['é', 'e\u0301']",
    "a = 1\n[b]",
    "",
    "# only a comment",
]


@pytest.mark.parametrize("text", NOTATIONS)
@pytest.mark.parametrize("end", ["", "\n"])
def test_the_text_at_every_path_is_its_key_and_its_value(text: str, end: str) -> None:
    for path, value in paths_of(tomli.loads(text)):
        key, notation = texts_at(text + end, path)
        if notation.startswith("[") and (isinstance(value, dict) or notation.startswith("[[")):
            continue  # a header, for the next test
        if not isinstance(value, dict) or notation.startswith("{"):
            assert (path, reads_as(notation)) == (path, value)
        assert (path, list(tomli.loads(f"{key} = 0"))) == (path, [last_name(path)])


TABLES: list[tuple[str, Path, str, str]] = [
    ("[a]\nb = 1", ("a",), "a", "[a]"),
    ("[ a . 'b c' ] # d", ("a", "b c"), "'b c'", "[ a . 'b c' ]"),
    ("[a.b]", ("a",), "a", "[a.b]"),
    ("[a.b]\n[a]", ("a",), "a", "[a]"),
    ("[a.b.c]\n[a.d]", ("a",), "a", "[a.b.c]"),
    ("[[ a ]]\n[[a]]", ("a",), "a", "[[ a ]]"),
    ("[[ a ]]\n[[a]]", ("a", 1), "a", "[[a]]"),
    ("[[a]]\n[[a]]\n[[a.b]]", ("a", 1, "b"), "b", "[[a.b]]"),
    ("[[a]]\n[[a]]\n[a.b.c]", ("a", 1, "b"), "b", "[a.b.c]"),
    ("a.b.c = 1\na.b.d = 2", ("a",), "a", "a.b.c = 1"),
    ("a.b.c = 1\na.b.d = 2", ("a", "b"), "b", "a.b.c = 1"),
    ("[x]\na . b = {c.d = 1}", ("x", "a", "b", "c"), "c", "c.d = 1"),
    ("[fruit]\napple.color = 1\n[fruit.apple.texture]", ("fruit", "apple"), "apple", "apple.color = 1"),
]


@pytest.mark.parametrize(("text", "path", "key", "value"), TABLES)
def test_a_table_stands_where_its_header_is_or_what_implies_it(text: str, path: Path, key: str, value: str) -> None:
    assert texts_at(text, path) == (key, value)


ENCLOSING: list[tuple[str, Path, str]] = [
    ("a = 1", ("b",), ""),
    ("a = 1", ("a", "b"), "1"),
    ("a = 1", ("a", 0), "1"),
    ("[a]\nb = 1", ("a", "c"), "[a]"),
    ("[a]\nb = 1", ("a", "c", 0, "d"), "[a]"),
    ("[a]\nb = [1, 2]", ("a", "b", 2), "[1, 2]"),
    ("[a]\nb = [1, {c = 2}]", ("a", "b", 1, "d"), "{c = 2}"),
    ("[a]\nb = [1, {c = 2}]", ("a", "b", 0, "d"), "1"),
    ("a = 'b = 1'", ("a", "b"), "'b = 1'"),
    ("[[a]]\n[[a]]", ("a", 1, "b"), "[[a]]"),
    ("[[a]]", ("a", 1), "[[a]]"),
    ("a.b.c = 1", ("a", "b", "d"), "a.b.c = 1"),
    ("[a.b]", ("a", "c"), "[a.b]"),
    ("", ("a",), ""),
    ("[a]", (), ""),
]


@pytest.mark.parametrize(("text", "path", "value"), ENCLOSING)
def test_what_is_not_in_the_text_stands_in_what_would_enclose_it(text: str, path: Path, value: str) -> None:
    assert texts_at(text, path)[1] == value


@pytest.mark.parametrize(
    ("text", "path", "key", "value"),
    [
        ("a = 1", ("a",), Place(1, 1, 1, 2), Place(1, 5, 1, 6)),
        ("\n\n  a = 1\n", ("a",), Place(3, 3, 3, 4), Place(3, 7, 3, 8)),
        ('"É" = "É" # É', ("É",), Place(1, 1, 1, 4), Place(1, 7, 1, 10)),
        ('x = ["🕺", "日本", "é"]', ("x", 2), Place(1, 1, 1, 2), Place(1, 17, 1, 20)),
        ('x = ["e\u0301", 2]', ("x", 1), Place(1, 1, 1, 2), Place(1, 12, 1, 13)),
        ("\tx =\t1", ("x",), Place(1, 2, 1, 3), Place(1, 6, 1, 7)),
        ('x = """\na\n"""', ("x",), Place(1, 1, 1, 2), Place(1, 5, 3, 4)),
        ("x = [\n  1,\n  2\n]\n", ("x",), Place(1, 1, 1, 2), Place(1, 5, 4, 2)),
        ("x = [\n  1,\n  2\n]\n", ("x", 1), Place(1, 1, 1, 2), Place(3, 3, 3, 4)),
        ("a = 'x\u2028y\x85z'\nb = 2", ("b",), Place(2, 1, 2, 2), Place(2, 5, 2, 6)),
        ("[a]", ("a",), Place(1, 2, 1, 3), Place(1, 1, 1, 4)),
        ("", ("a",), Place(1, 1, 1, 1), Place(1, 1, 1, 1)),
    ],
)
def test_places_count_lines_and_characters_from_one(text: str, path: Path, key: Place, value: Place) -> None:
    document = Document(text)
    assert tuple(map(document.place, document.find(path))) == (key, value)


def test_of_very_many_tables_no_more_are_read_than_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    read = 0

    def counted(*given: Any, **named: Any) -> Iterator[Table]:
        nonlocal read
        for table in outline(*given, **named):
            read += 1
            yield table

    monkeypatch.setattr("etoile_cli.check.toml.document.outline", counted)
    document = Document("[show]\na = 1\n[[cast]]\n[cast.x.y]\n" + "[[cast]]\nb = 1\n" * 1_000)
    for path, line in {
        ("show", "a"): 2,
        ("cast", 0, "x"): 4,
        ("cast", 0, "z"): 3,
        ("cast", 9, "b"): 22,
    }.items():
        assert document.place(document.find(path)[0]).line == line
    assert read < 200


def test_the_end_of_a_text_has_a_place() -> None:
    assert Document("a = 1").place((5, 5)) == Place(1, 6, 1, 6)
    assert Document("a = 1\n").place((6, 6)) == Place(2, 1, 2, 1)


def test_a_line_is_told_without_its_end() -> None:
    document = Document("é = 1\n\n  b")
    assert [document.line(number) for number in (1, 2, 3)] == ["é = 1", "", "  b"]


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_neither_a_byte_order_mark_nor_the_kind_of_line_ends_moves_a_place(before: bytes, end: bytes) -> None:
    lines = ["format = 1", "[show]", 'note = """', "É", '"""', 'title = ["É", 1]', "x = 2"]
    report = check(before + end.join(line.encode() for line in lines), "x", date(2026, 11, 22))
    assert [(each.key, *each.place) for each in report.problems if each.severity is Severity.ERROR] == [
        ("title", 6, 9, 6, 17),
        ("x", 7, 1, 7, 2),
    ]


def test_tables_that_headers_imply_have_a_place_however_many_are_asked_for() -> None:
    document = Document("".join(f"[a{number}.b]\n" for number in range(100)))
    lines = [document.place(document.find((f"a{number}",))[0]).line for number in range(100)]
    assert lines == list(range(1, 101))
