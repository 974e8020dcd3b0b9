"""What the index of a site and the pages of people say."""

from collections.abc import Callable

from etoile_cli.catalogue.holding import Holding
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import parse
from etoile_cli.catalogue.records import CastMember, Show
from tests.export.pages import elements
from tests.export.site.shelves import holdings, of_titles, pages, read

BEAR = """\
format = 1
[show]
title = "The Bear"
original_title = "El oso"
titles = { es = "El oso" }
premiere = 2022-06-23
ended = "2025"
status = "ended"
networks = ["FX", "Hulu"]
logline = "A chef comes home."
[[creators]]
name = "Vera Holm"
roles = ["creator", "writer"]
[[cast]]
name = "VERA HOLM"
sort_name = "Holm, Vera"
aliases = ["V. Holm"]
character = "Ada"
role = "a cook"
billing = "guest"
profession = "chef"
known_for = ["Étoile"]
ids = { imdb = "nm0000001" }
episodes = ["S01E01", "S01E02"]
[[episodes]]
season = 1
number = 1
title = "System"
directors = ["Vera Holm"]
[[episodes]]
season = 1
number = 2
title = "Hands"
[[sources]]
id = "a"
title = "A"
"""
ETOILE = """\
format = 1
[show]
title = "Étoile"
[[crew]]
name = "Vera Holm"
[[awards]]
award = "Emmys 2025"
category = "Choreography"
result = "won"
recipients = ["Vera Holm"]
episodes = ["S01E01"]
"""


def library() -> list[Holding]:
    return holdings([parse(each.encode()) for each in (BEAR, ETOILE)])


def said(page: str) -> list[str]:
    """Return what a page says, a line for each element that stands apart from others, without its end."""
    apart = {"h1", "h2", "h3", "p", "li", "dt", "dd"}
    told = [
        each for each in elements(page).all() if each.tag in apart and not list(each.all("h3"))[each.tag == "h3" :]
    ]
    return [f"{each.tag}: {' '.join(each.text().split())}" for each in told][:-1]


def test_the_index_tells_of_each_show_what_it_is_and_how_much_is_recorded() -> None:
    assert said(pages(library())["index.html"]) == [
        "p: 2 shows · 1 person in several of them",
        "h1: Shows",
        "li: Shows",
        "li: People in several shows",
        "h2: Shows",
        "h3: Étoile",
        "p: 2 records",
        "h3: The Bear",
        "p: originally El oso",
        "p: 2022–2025 · 2 episodes listed · ended · FX and Hulu",
        "p: A chef comes home.",
        "p: 4 records, 1 source",
        "h2: People in several shows",
        "li: Vera Holm 2 shows",
    ]


def test_the_page_of_a_person_tells_what_is_known_of_them_and_what_they_do_in_each_show() -> None:
    page = pages(library())["people/vera-holm.html"]
    assert said(page) == [
        "li: All shows",
        "li: People",
        "p: 2 shows",
        "h1: Vera Holm",
        "h2: About",
        "dt: Aliases",
        "dd: VERA HOLM, V. Holm",
        "dt: Profession",
        "dd: chef",
        "dt: Known for",
        "dd: Étoile",
        "dt: Id",
        "dd: IMDb nm0000001",
        "h2: Shows",
        "h3: The Bear",
        "p: 2022–2025 · 2 episodes listed · ended · FX and Hulu",
        "li: Ada a cook, guest, S01E01–S01E02",
        "li: creator",
        "li: writer",
        "li: director S01E01",
        "h3: Étoile",
        "li: crew",
        "li: Emmys 2025: Choreography won for S01E01",
    ]


def test_the_pages_of_real_shows_say_this(golden: Callable[[str, str], None]) -> None:
    found = pages(read())
    told = (
        f"== {file}\n" + "".join(f"{line}\n" for line in said(found[file])) for file in found if file[:6] != "shows/"
    )
    golden("site", "\n".join(told))


def test_an_id_leads_to_its_page_and_a_show_to_the_place_that_names_the_person() -> None:
    page = elements(pages(library())["people/vera-holm.html"])
    links = {each.text(): each.attributes["href"] for each in page.all("a")}
    assert links == {
        "All shows": "../index.html",
        "People": "../index.html#people",
        "IMDb nm0000001": "https://www.imdb.com/name/nm0000001/",
        "The Bear": "../shows/the-bear.html#person-vera-holm",
        "Étoile": "../shows/etoile.html#person-vera-holm",
    }


def test_addresses_of_other_scripts_are_percent_encoded_and_titles_are_not() -> None:
    [link] = [each for each in elements(pages(of_titles("東京", "B"))["index.html"]).all("a") if each.text() == "東京"]
    assert link.attributes["href"] == "shows/%E6%9D%B1%E4%BA%AC.html"


def test_a_title_in_another_language_says_so() -> None:
    page = pages(library())["index.html"]
    assert '<span dir="auto" lang="es">El oso</span>' in page


def test_of_a_show_of_which_nothing_is_known_only_that_is_said() -> None:
    bare = holdings([Catalogue(format=1, show=Show(title="A"))])
    assert said(pages(bare)["index.html"])[-2:] == ["h3: A", "p: nothing recorded yet"]
    blank = [Holding(" ", "", Catalogue(format=1, show=Show(title=" ")))]
    assert "h3: (no title)" in said(pages(blank)["index.html"])


def test_long_texts_are_repeated_in_short() -> None:
    cast = (CastMember(name="N" * 1_000, character="C" * 1_000, role="R" * 1_000),)
    show = Show(title="T" * 1_000, logline="L" * 1_000, networks=("W" * 1_000,) * 5)
    found = pages(holdings([Catalogue(format=1, show=show, cast=cast)] * 2))
    index = found["index.html"]
    person = next(text for file, text in found.items() if file.startswith("people/"))
    assert index.count(f"{'T' * 199}…") == person.count(f"{'T' * 199}…") == 2
    assert f"{'L' * 499}…" in index
    assert f"{'N' * 199}…" in index
    assert "W…, " in index
    assert f"{'C' * 199}…" in person
    assert f"{'R' * 199}…" in person
    assert not any(letter * 500 in index + person for letter in "TNCRLW")


def test_few_shows_and_people_stand_in_one_section_and_many_under_letters() -> None:
    few = pages(of_titles(*(f"{letter}{n}" for letter in "AB" for n in range(20))))["index.html"]
    assert [each.attributes["id"] for each in elements(few).all("section")] == ["shows", "people"]
    many = elements(pages(of_titles(*(f"{letter}{n}" for letter in "ABC" for n in range(14))))["index.html"])
    assert [each.attributes["id"] for each in many.all("section")] == ["letter-a", "letter-b", "letter-c", "people"]
    contents = [(each.text(), each.attributes["href"]) for each in many.one("nav").all("a")]
    assert contents == [
        ("A", "#letter-a"),
        ("B", "#letter-b"),
        ("C", "#letter-c"),
        ("People in several shows", "#people"),
    ]
