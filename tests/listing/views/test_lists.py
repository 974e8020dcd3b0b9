"""Offers, sources, trailers and what a search found, as people see them: exact lines at several widths."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import parse
from etoile_cli.listing.column_choice import choose_columns
from etoile_cli.listing.listing import Listing
from etoile_cli.listing.search import search
from etoile_cli.listing.views.choice import view_of
from etoile_cli.text.styles import MARK, bare
from etoile_cli.text.widths import text_width
from tests.controls import controls_in
from tests.door import run
from tests.strategies import catalogues, thorough

TODAY = date(2026, 11, 22)

CATALOGUE = """
format = 1
show = { title = "A Show" }

[[cast]]
name = "Lou de Laâge"
role = "a star (étoile)"
note = "Known as Laage, too."

[[availability]]
service = "Prime Video"
offer = "subscription"
regions = ["FR", "US"]
url = "https://prime.example/search?phrase=A+Show"
url_kind = "search"
checked = 2026-11-01

[[availability]]
service = "The Australian Broadcasting Company"
offer = "free"
regions = ["AU"]
until = 2027-01-01
url = "https://abc.example/a-show/and/an/address/that/has/no/room/beside/the/name/of/the/service"
url_kind = "page"
checked = 2026-11-22

[[trailers]]
title = "The first"
kind = "teaser"
published = 2025-01-01
url = "https://video.example/1"

[[trailers]]
title = "The second"
url = "https://video.example/search?q=2"
url_kind = "search"

[[sources]]
id = "paper"
publisher = "The Paper"
title = "All about Lou de Laâge"
url = "https://paper.example/1"
published = 2025-04-24

[[sources]]
id = "book"
title = "A book"
url = "https://book.example/"
"""

SHOWN = {
    ("where-to-watch", 100): """\
Prime Video  subscription, France and United States · checked 1 November 2026, 3 weeks ago
             a search for it
             https://prime.example/search?phrase=A+Show
The Australian Broadcasting Company
             free, Australia, until 1 January 2027 · checked 22 November 2026, today
  https://abc.example/a-show/and/an/address/that/has/no/room/beside/the/name/of/the/service
""",
    ("where-to-watch", 60): """\
Prime Video  subscription, France and United States
             checked 1 November 2026, 3 weeks ago
             a search for it
             https://prime.example/search?phrase=A+Show
The Australian Broadcasting Company
             free, Australia, until 1 January 2027
             checked 22 November 2026, today
  https://abc.example/a-show/and/an/address/that/has/no/
  room/beside/the/name/of/the/service
""",
    ("where-to-watch", 40): """\
Prime Video
  subscription, France and United States
  checked 1 November 2026, 3 weeks ago
  a search for it
  https://prime.example/
  search?phrase=A+Show
The Australian Broadcasting Company
  free, Australia, until 1 January 2027
  checked 22 November 2026, today
  https://abc.example/a-show/and/an/
  address/that/has/no/room/beside/the/
  name/of/the/service
""",
    ("sources", 80): """\
paper  The Paper: All about Lou de Laâge · 24 April 2025
       https://paper.example/1
book   A book
       https://book.example/
""",
    ("sources", 40): """\
paper
  The Paper: All about Lou de Laâge
  24 April 2025
  https://paper.example/1
book
  A book
  https://book.example/
""",
    ("trailer --all", 80): """\
The first
teaser, 1 January 2025
https://video.example/1

The second
a search for it: its own address is not known
https://video.example/search?q=2
""",
    ("search laage", 80): """\
cast · 1
  Lou de Laâge
    note  Known as Laage, too.

sources · 1
  The Paper: All about Lou de Laâge
""",
    ("search etoile star", 40): """\
cast · 1
  Lou de Laâge
    role  a star (étoile)
""",
}


@pytest.mark.parametrize(("command", "width"), SHOWN)
def test_what_people_see_without_links(command: str, width: int) -> None:
    done = run(f"etoile -c - {command} -f table", stdin=CATALOGUE, env={"COLUMNS": str(width)})
    assert (done.stdout, done.stderr) == (SHOWN[command, width], "")


@pytest.mark.parametrize("options", ["--columns all", "--header"])
@pytest.mark.parametrize("command", ["where-to-watch", "sources", "search e"])
def test_columns_that_are_asked_for_are_a_table(command: str, options: str) -> None:
    done = run(f"etoile -c - {command} -f table {options}", stdin=CATALOGUE, env={"COLUMNS": "300"})
    assert set(done.stdout.splitlines()[1]) == {"─"}


@pytest.mark.parametrize("column", ["section", "name"])
def test_a_search_that_is_sorted_keeps_its_sections_together(column: str) -> None:
    done = run(f"etoile -c - search e --sort=-{column} -f table", stdin=CATALOGUE)
    headings = [line.split(" · ")[0] for line in done.stdout.splitlines() if line and not line.startswith(" ")]
    assert sorted(headings) == ["cast", "sources", "trailers", "where to watch"]


def _listing(section: str, records: object, words: tuple[str, ...] = ()) -> Listing:
    return Listing(records, choose_columns(section, None), TODAY, words=words)  # type: ignore[arg-type]


@thorough
@given(catalogues, st.integers(20, 130), st.booleans(), st.sampled_from("e1aé"))
def test_any_catalogue_has_lists_that_fit_and_are_safe(
    catalogue: Catalogue, width: int, links: bool, word: str
) -> None:
    listings = {
        "availability": _listing("availability", catalogue.availability),
        "sources": _listing("sources", catalogue.sources),
        "search": _listing("search", search(catalogue, [word]), (word,)),
    }
    for section, listing in listings.items():
        lines = list(map(bare, view_of(section, listing, width, links=links) or ()))
        assert [line for line in lines if text_width(line.rstrip()) > width] == [], section
        assert controls_in("".join(lines)) == set(), section


def test_the_words_that_were_searched_for_are_marked_whatever_their_accents() -> None:
    catalogue = parse(CATALOGUE.encode())
    listing = _listing("search", search(catalogue, ["laage"]), ("laage",))
    lines = view_of("search", listing, 80, links=True) or ()
    assert [text for line in lines for text, style in line if style == MARK] == ["Laâge", "Laage", "Laâge"]


def test_a_source_without_a_publisher_is_called_by_its_title() -> None:
    catalogue = """format = 1
show = { title = "A" }
cast = [{ name = "B", sources = ["s1", "s2"] }]
sources = [{ id = "s1", title = "A talk", url = "https://a.example/" }]
"""
    drawn = run("etoile -c - cast --columns name,sources -f table", stdin=catalogue).stdout
    assert drawn.splitlines()[-1] == "B     A talk, s2"
