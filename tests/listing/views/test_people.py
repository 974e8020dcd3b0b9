"""People as people see them: exact lines at several widths, in a show and in a library."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import parse
from etoile_cli.listing.views.people import people_list
from etoile_cli.people.credits import credits_of
from etoile_cli.people.person import Person, joined
from etoile_cli.text.styles import bare
from etoile_cli.text.widths import text_width
from tests.controls import controls_in
from tests.door import run
from tests.strategies import brief, catalogues

FERRY = """\
format = 1
show = { title = "The Ferry" }
crew = [
  { name = "Ana Ruiz", roles = ["director", "writer"], episodes = ["S01E02"], known_for = ["Tide", "The Pier"] },
  { name = "Ana Ruiz", roles = ["producer"] },
]
episodes = [
  { season = 1, number = 1, title = "Out", directors = ["Jo March Lindqvist-Fernandez"] },
  { season = 1, number = 2, title = "Home" },
]
awards = [{ award = "Golden Mast", category = "Best", recipients = ["Ana Ruiz"], result = "won" }]

[[cast]]
name = "Ana Ruiz"
character = "Vera Holm, the pilot of the night boat"
aliases = ["A. Ruiz"]
profession = "sailor"
billing = "recurring"
episodes = ["S01E01-S01E02"]

[[cast]]
name = "Mei Tanaka"
"""

PIER = """\
format = 1
show = { title = "The Pier" }
cast = [{ name = "A. Ruiz", character = "Lu", billing = "guest", episodes = ["S03E01"] }]
creators = [{ name = "Jo March Lindqvist-Fernandez" }]
"""


def seen(words: str, width: int) -> str:
    return run(f"etoile -c - people {words} -f table", stdin=FERRY, env={"COLUMNS": str(width)}).stdout


def library() -> list[Person]:
    shows = [parse(text.encode()) for text in (FERRY, PIER)]
    return joined([credit for each in shows for credit in credits_of(each.show.title, each)])


def drawn(people: Sequence[Person], width: int, words: Sequence[str] = ()) -> list[str]:
    return [bare(line) for line in people_list(people, words, width, in_library=True)]


def test_what_somebody_does_stands_beside_the_name() -> None:
    assert (
        seen("", 80)
        == """\
Ana Ruiz    as Vera Holm, the pilot of the night boat (recurring, S01E01–S01E02)
            director, writer (S01E02) · producer · Golden Mast: Best (won)
Mei Tanaka  in the cast
Jo March Lindqvist-Fernandez
            director (S01E01)
"""
    )


def test_in_a_narrow_terminal_it_stands_below() -> None:
    assert (
        seen("", 40)
        == """\
Ana Ruiz
  as Vera Holm, the pilot of the night
  boat (recurring, S01E01–S01E02)
  director, writer (S01E02) · producer
  Golden Mast: Best (won)
Mei Tanaka
  in the cast
Jo March Lindqvist-Fernandez
  director (S01E01)
"""
    )


def test_what_else_is_known_is_told_where_it_has_the_words() -> None:
    assert seen("sailor pier", 120).splitlines()[2:] == ["          sailor", "          known for Tide, The Pier"]
    assert seen("'a. ruiz'", 120).splitlines()[2:] == ["          also A. Ruiz"]


def test_columns_and_headers_ask_for_the_table() -> None:
    assert seen("mei --columns name,shows", 80).splitlines()[2:] == ["Mei Tanaka  The Ferry"]
    assert seen("mei --header", 80).splitlines()[0] == "name        parts"


def test_in_a_library_each_show_has_a_line() -> None:
    assert drawn(library(), 80) == [
        "Ana Ruiz    The Ferry",
        "              as Vera Holm, the pilot of the night boat (recurring,",
        "              S01E01–S01E02) · director, writer (S01E02) · producer",
        "              Golden Mast: Best (won)",
        "            The Pier · as Lu (guest, S03E01)",
        "Mei Tanaka  The Ferry · in the cast",
        "Jo March Lindqvist-Fernandez",
        "            The Ferry · director (S01E01)",
        "            The Pier · creator",
    ]
    assert drawn(library(), 40, ["pier"])[:6] == [
        "Ana Ruiz",
        "  The Ferry",
        "    as Vera Holm, the pilot of the night",
        "    boat (recurring, S01E01–S01E02)",
        "    director, writer (S01E02) · producer",
        "    Golden Mast: Best (won)",
    ]


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@brief
@given(st.lists(catalogues, max_size=2))
def test_no_line_is_too_long_and_no_control_is_drawn(width: int, shows: list[Catalogue]) -> None:
    people = joined([credit for number, each in enumerate(shows) for credit in credits_of(f"Show {number}", each)])
    for line in people_list(people, ["e"], width, in_library=len(shows) > 1):
        assert text_width(bare(line)) <= width
        assert not controls_in(bare(line))
