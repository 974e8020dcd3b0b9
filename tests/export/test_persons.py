"""A person with several records on the page: linked, and told once."""

import json
import re
from collections.abc import Sequence
from html import unescape

import pytest
from hypothesis import given

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import parse
from etoile_cli.export.html_ import html
from etoile_cli.export.persons import Elsewhere, persons_in
from tests.door import run
from tests.export.pages import FULL, HOSTILE, SHIPPED
from tests.strategies import brief, catalogues
from tests.work import lines_executed

FERRY = """\
format = 1
show = { title = "The Ferry" }

[[creators]]
name = "Jo Marsh"
known_for = ["Tide"]

[[crew]]
name = "A. Ruiz"
roles = ["director", "writer"]
aliases = ["Ana Ruiz"]
known_for = ["Tide", "The Pier"]
ids = { imdb = "nm0000001", tmdb = "7" }
sources = ["site"]
cites = { known_for = ["book"] }

[[crew]]
name = "Mei Tanaka"

[[cast]]
name = "Ana Ruiz"
character = "Vera Holm"
known_for = ["Tide"]
profession = "sailor"
ids = { imdb = "nm0000001" }

[[cast]]
name = "Ana Ruiz"
character = "Lu, her sister"
profession = "sailor"

[[episodes]]
season = 1
number = 1
title = "Out"
directors = ["Ana Ruiz", "Mei Tanaka"]
writers = ["Jo Marsh", "Una Strand"]

[[awards]]
award = "Golden Mast"
recipients = ["Jo Marsh", "Una Strand"]
result = "won"

[[sources]]
id = "site"
title = "The site"

[[sources]]
id = "book"
title = "The book"
"""


@pytest.fixture(scope="module")
def page() -> str:
    return "\n".join(html(parse(FERRY.encode())))


def record(page: str, anchor: str) -> str:
    """Return what stands at a place of the page, as text with its links as `[text](address)`."""
    _, _, rest = page.partition(f'id="{anchor}"')
    body = rest.partition("</tbody>")[0].partition(">")[2]
    linked = re.sub(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', r"[\2](\1)", body)
    return re.sub(r"\s+([,;])|\s+", r"\1 ", unescape(re.sub("<[^>]*>", " ", linked))).replace("  ", " ").strip()


def test_the_first_record_of_a_person_leads_to_all_others_and_these_back(page: str) -> None:
    imdb = "[IMDb nm0000001](https://www.imdb.com/name/nm0000001/)"
    assert record(page, "person-ana-ruiz") == (
        f"Ana Ruiz Vera Holm Profession sailor Known for Tide Id {imdb} "
        "Also [plays Lu, her sister](#person-ana-ruiz-cast); [director, writer](#person-ana-ruiz-crew)"
    )


def test_what_is_known_of_a_person_is_told_where_it_is_said_first(page: str) -> None:
    assert record(page, "person-ana-ruiz-cast") == "Ana Ruiz Lu, her sister Also [plays Vera Holm](#person-ana-ruiz)"
    assert record(page, "person-ana-ruiz-crew") == (
        "A. Ruiz [1](#source-1) director, writer The Pier [2](#source-2) "
        "Id [TMDB 7](https://www.themoviedb.org/person/7) Also [plays Vera Holm](#person-ana-ruiz)"
    )


def test_names_in_lists_lead_to_the_record_of_the_person(page: str) -> None:
    assert '<a href="#person-ana-ruiz" dir="auto">Ana Ruiz</a>, <a href="#person-mei-tanaka" dir="auto">Mei T' in page
    assert '<a href="#person-jo-marsh" dir="auto">Jo Marsh</a>, <span dir="auto">Una Strand</span>' in page


def test_a_role_that_only_episodes_tell_leads_there() -> None:
    persons = persons_in(parse(FERRY.encode()))
    assert persons.also["crew", 2] == [Elsewhere("director", "#episodes")]
    assert persons.also["creators", 1] == [Elsewhere("writer", "#episodes")]


def test_who_is_mentioned_once_has_no_place_of_their_own() -> None:
    ferry = FERRY.replace('"Ana Ruiz", "Mei Tanaka"', '"Ana Ruiz"')
    persons = persons_in(parse(ferry.encode()))
    assert persons.anchors == {
        ("cast", 1): "person-ana-ruiz",
        ("cast", 2): "person-ana-ruiz-cast",
        ("crew", 1): "person-ana-ruiz-crew",
        ("creators", 1): "person-jo-marsh",
    }


def test_people_whose_names_make_the_same_id_have_different_ones() -> None:
    names = ["Ana-Ruiz", "Ana-Ruiz", "Ana Ruiz", "Ana Ruiz", "!!", "!!", "Ana Ruiz Cast", "Ana Ruiz Cast"]
    cast = "".join(f'[[cast]]\nname = "{name}"\n' for name in names)
    persons = persons_in(parse(f'format = 1\nshow = {{ title = "x" }}\n{cast}'.encode()))
    assert [persons.anchors["cast", number] for number in range(1, 9)] == [
        "person-ana-ruiz",
        "person-ana-ruiz-cast",
        "person-ana-ruiz-2",
        "person-ana-ruiz-cast-2",
        "person-unnamed",
        "person-unnamed-cast",
        "person-ana-ruiz-cast-3",
        "person-ana-ruiz-cast-cast",
    ]


def test_json_ld_knows_that_it_is_the_same_person() -> None:
    series = json.loads(run("etoile -c - export jsonld", stdin=FERRY).stdout)
    ana, lu = (part["actor"]["@id"] for part in series["actor"])
    crew = [each["contributor"]["@id"] if "contributor" in each else each["@id"] for each in series["contributor"]]
    [episode] = series["containsSeason"][0]["episode"]
    assert {ana, lu, crew[0], episode["director"][0]["@id"]} == {"#person-ana-ruiz"}
    assert crew[1] == episode["director"][1]["@id"] == "#person-mei-tanaka"
    assert [each.get("@id") for each in episode["author"]] == ["#person-jo-marsh", None]


def test_a_fact_sheet_tells_it_without_links() -> None:
    sheet = run("etoile -c - export md", stdin=FERRY).stdout
    assert "| Ana Ruiz<br>Profession: sailor<br>Known for: Tide<br>Id: [IMDb nm0000001](<" in sheet
    assert "<br>Also: plays Lu, her sister; director, writer | Vera Holm |" in sheet
    assert "| Ana Ruiz<br>Also: plays Vera Holm | Lu, her sister |" in sheet


def _ids(lines: str) -> list[str]:
    return re.findall(r'\sid="([^"]*)"', lines)


def _holds(catalogue: Catalogue) -> None:
    """Check that no two places of a page have the same id, and that every link within it leads somewhere."""
    page = "\n".join(html(catalogue))
    ids = _ids(page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', page)) <= set(ids)


@pytest.mark.parametrize("path", [SHIPPED, FULL, HOSTILE], ids=lambda path: path.stem)
def test_every_place_has_its_own_id_and_every_link_leads_to_one(path: object) -> None:
    _holds(parse(path.read_bytes()))  # type: ignore[attr-defined]


@brief
@given(catalogues)
def test_so_it_is_for_any_catalogue(catalogue: Catalogue) -> None:
    _holds(catalogue)


def _alike(number: int) -> Sequence[str]:
    parts = "".join(f'[[cast]]\nname = "A"\ncharacter = "C{at}"\nknown_for = ["K{at}"]\n' for at in range(number))
    return list(html(parse(f'format = 1\nshow = {{ title = "x" }}\n{parts}'.encode())))


def test_twice_the_records_of_one_person_take_twice_the_work() -> None:
    _alike(1)
    less, more = (lines_executed(lambda number=number: _alike(number)) for number in (100, 200))  # type: ignore[misc]
    assert more / less < 2.2
