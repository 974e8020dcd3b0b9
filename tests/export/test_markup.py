"""What a page has for every value: nothing in a text ends the element or the attribute that it stands in."""

from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis.strategies import text
from markupsafe import escape

from etoile_cli.export.facts import PAIRS, Fact
from etoile_cli.export.marks import Mark
from etoile_cli.export.markup import escaped, facts, marks, pieces, value
from etoile_cli.export.pieces import Piece

_ATTACK = """</dd></span><script>'"&amp;&"""


@example(_ATTACK)
@given(text())
def test_texts_are_escaped_as_the_templates_escape_them(given_text: str) -> None:
    assert escaped(given_text) == str(escape(given_text))
    assert unescape(escaped(_ATTACK)) == _ATTACK


@pytest.mark.parametrize(
    "html",
    [
        marks([Mark(1, _ATTACK), Mark(0, _ATTACK)]),
        pieces([Piece(_ATTACK, before=_ATTACK, language=_ATTACK, marks=(Mark(2, _ATTACK),))] * 2, _ATTACK),
        pieces([Piece(_ATTACK, f"https://example.org/{_ATTACK}"), Piece(_ATTACK, day=_ATTACK)]),
        value(Fact("key", "Label", (Piece(_ATTACK), Piece(_ATTACK)), PAIRS)),
        facts([Fact(_ATTACK, _ATTACK, (Piece(_ATTACK),))], _ATTACK),
    ],
)
def test_no_text_makes_an_element(html: str) -> None:
    reader = _Elements()
    reader.feed(html)
    assert "script" not in reader.begun
    assert reader.begun.keys() <= {"a", "span", "time", "dl", "div", "dt", "dd"}
    assert reader.begun == reader.ended
    assert reader.attributes <= {"class", "href", "title", "aria-label", "dir", "lang", "datetime"}


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
