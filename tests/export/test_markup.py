"""What a page has for every value: nothing in a text ends the element or the attribute that it stands in."""

from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis.strategies import text
from markupsafe import escape

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.export.chapters import Chapter, ChapterEntry
from etoile_cli.export.facts import PAIRS, Fact
from etoile_cli.export.marks import Mark, lookup_in
from etoile_cli.export.markup import escaped, facts, marks, pieces, row, value
from etoile_cli.export.pieces import Piece

_ATTACK = """</dd></span><script>'"&amp;&"""
_CHAPTER = Chapter(
    "cast",
    ("name", "role"),
    "name",
    (),
    lookup_in(Catalogue(format=1, show=Show(title="A show"))),
    SECTIONS["cast"].page,
)
_ENTRY = ChapterEntry(
    1,
    _ATTACK,
    _ATTACK,
    _ATTACK,
    "",
    (Fact("name", _ATTACK, (Piece(_ATTACK),)), Fact("role", _ATTACK, (Piece(_ATTACK),))),
    (Fact("note", _ATTACK, (Piece(_ATTACK),)),),
    (Mark(3, _ATTACK),),
)
_ATTRIBUTES = {"class", "id", "href", "title", "aria-label", "dir", "lang", "datetime", "role", "scope", "colspan"}


@example(_ATTACK)
@given(text())
def test_texts_are_escaped_as_the_templates_escape_them(given_text: str) -> None:
    assert escaped(given_text) == str(escape(given_text))


@pytest.mark.parametrize(
    "html",
    [
        marks([Mark(1, _ATTACK), Mark(0, _ATTACK)]),
        pieces([Piece(_ATTACK, before=_ATTACK, language=_ATTACK, marks=(Mark(2, _ATTACK),))] * 2, _ATTACK),
        pieces([Piece(_ATTACK, f"https://example.org/{_ATTACK}"), Piece(_ATTACK, day=_ATTACK)]),
        value(Fact("key", "Label", (Piece(_ATTACK), Piece(_ATTACK)), PAIRS)),
        facts([Fact(_ATTACK, _ATTACK, (Piece(_ATTACK),))], _ATTACK),
        row(_CHAPTER, _ENTRY),
    ],
)
def test_no_text_makes_an_element(html: str) -> None:
    reader = _Elements()
    reader.feed(html)
    assert reader.begun.keys() <= {"a", "span", "time", "dl", "div", "dt", "dd", "tbody", "tr", "th", "td"}
    assert reader.begun == reader.ended
    assert {name for name in reader.attributes if not name.startswith("data-")} <= _ATTRIBUTES


def test_a_row_holds_its_texts_and_nothing_else() -> None:
    shown = str(escape(_ATTACK))
    assert f'<tbody role="rowgroup" id="{shown}" data-id="{shown}" data-sort-name="{shown}">' in row(_CHAPTER, _ENTRY)
    assert f'<td role="cell" class="{_ENTRY.cells[1].classes}" data-label="{shown}">' in row(_CHAPTER, _ENTRY)
    assert row(_CHAPTER, _ENTRY).count(shown) == 9


class _Elements(HTMLParser):
    """How often each element begins and ends, and the names of all attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.begun: dict[str, int] = {}
        self.ended: dict[str, int] = {}
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.begun[tag] = self.begun.get(tag, 0) + 1
        self.attributes.update(name for name, _ in attrs)

    def handle_endtag(self, tag: str) -> None:
        self.ended[tag] = self.ended.get(tag, 0) + 1


def test_several_marks_in_a_row_are_a_run() -> None:
    assert marks([]) == ""
    links = [f'<a href="#source-{number}" title="x" aria-label="Source {number}">{number}</a>' for number in (1, 3, 5)]
    shown = marks([Mark(number, "x") for number in (1, 3, 4, 5)])
    assert shown == f'<span class="marks">{links[0]} {links[1]}&#8288;–&#8288;{links[2]}</span>'
