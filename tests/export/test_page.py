"""The page as text: its shape, and what it must never hold. What a browser makes of it is in test_browser.py."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue
from etoile_cli.catalogue.reader import parse
from etoile_cli.catalogue.records import CastMember, Show, Source
from etoile_cli.export.html_ import html
from etoile_cli.export.jsonld import jsonld
from tests.controls import controls_in
from tests.door import run, run_process
from tests.export.pages import (
    FILES,
    HOSTILE,
    MINIMAL,
    SHIPPED,
    Element,
    assert_allows_its_style_alone,
    elements,
    is_web_page,
    links_of,
    of_show,
    outline,
    page_of,
    text_of,
    what_loads,
    whatever,
)
from tests.strategies import brief, texts

ABOUT = {"show": "The show", "premise": "Premise", "themes": "Themes"}
SECTIONS_OF_PAGE = {
    "cast": "Cast",
    "creators": "Creators",
    "crew": "Crew",
    "seasons": "Seasons",
    "episodes": "Episodes",
    "settings": "Settings",
    "companies": "Companies",
    "availability": "Where to watch",
    "trailers": "Trailers",
    "reception": "Reception",
    "awards": "Awards",
    "images": "Picture credits",
    "sources": "Sources",
}


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def page(request: pytest.FixtureRequest) -> str:
    return run(f"etoile -c '{request.param}' export html").stdout


# The same bytes, whoever asks.


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_page_depends_on_the_catalogue_alone(path: str) -> None:
    command = f"etoile -c '{path}' export html"
    here = run_process(command, env={"PYTHONHASHSEED": "1", "LC_ALL": "C", "ETOILE_TODAY": "2025-01-01"})
    there = run_process(command, env={"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo", "COLUMNS": "40"})
    assert here == there
    assert (here.stderr, here.stdout) == ("", text_of(parse(Path(path).read_bytes())))


def test_a_page_is_a_whole_text(page: str) -> None:
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n')
    assert page.endswith("</body>\n</html>\n")


def test_a_large_page_comes_in_pieces_of_whole_lines() -> None:
    cast = tuple(CastMember(name=f"Actor {number}", note="a note") for number in range(2_000))
    catalogue = Catalogue(format=1, show=Show(title="x"), cast=cast)
    pieces = list(html(catalogue))
    assert max(piece.count("<tbody") for piece in pieces) < 200
    assert len(list(page_of(catalogue).all("tbody"))) == 2_000


# Its shape.


@whatever
def test_every_link_within_a_page_leads_somewhere(catalogue: Catalogue) -> None:
    page = page_of(catalogue)
    ids = [each.attributes["id"] for each in page.all() if "id" in each.attributes]
    assert len(set(ids)) == len(ids)
    assert {each[1:] for each in links_of(page) if each.startswith("#")} <= set(ids)


@whatever
def test_what_holds_something_has_a_heading_and_an_entry_in_the_contents(catalogue: Catalogue) -> None:
    page = page_of(catalogue)
    sections = list(page.all("section"))
    found = [section.attributes["id"] for section in sections]
    assert [key for key in found if key not in ABOUT] == [
        key for key in SECTIONS_OF_PAGE if stand_apart(catalogue, key)
    ]
    assert not catalogue.cast or found[0] == "cast"
    for section, key in zip(sections, found, strict=True):
        heading = section.one("h2")
        assert heading.text() == (ABOUT | SECTIONS_OF_PAGE)[key]
        assert section.attributes["aria-labelledby"] == heading.attributes["id"]
        assert section.text().replace(heading.text(), "", 1).strip(" \n")  # a no-break space is a text
    contents = [(link.attributes["href"], link.text()) for nav in page.all("nav") for link in nav.all("a")]
    headings = [(f"#{key}", section.one("h2").text()) for key, section in zip(found, sections, strict=True)]
    assert contents == (headings if len(headings) > 1 else [])


def stand_apart(catalogue: Catalogue, section: str) -> bool:
    """Tell whether a section has records that don't head others, as a season heads its episodes."""
    numbers = [season.number for season in catalogue.seasons]
    heads = set(numbers) if catalogue.episodes else set()
    return len(numbers) > len(heads) if section == "seasons" else bool(getattr(catalogue, section))


def test_a_source_without_a_title_keeps_its_own_sources() -> None:
    blank = Source(id="a", title="\n", url="https://x.example/", sources=("a",))
    (entry,) = page_of(Catalogue(format=1, show=Show(title="x"), sources=(blank,))).all("li")
    assert entry.text().split() == ["1", "https://x.example/"]


def test_every_section_of_the_model_has_a_heading() -> None:
    assert set(SECTIONS_OF_PAGE) == set(RECORD_TYPES)


@whatever
def test_every_row_has_a_cell_for_each_column(catalogue: Catalogue) -> None:
    for table in page_of(catalogue).all("table"):
        columns, head, *bodies = (list(group.all()) for group in table.children if isinstance(group, Element))
        labels = [cell.text() for cell in head if cell.tag == "th"]
        assert len(columns) - 1 == len(labels)
        for body in bodies:
            row, *details = (each for each in body if each.tag == "tr")
            cells = [each for each in row.children if isinstance(each, Element)]
            given = zip(labels, cells, strict=True)
            # Of several things that a column holds, a cell may have one: Recipients, Recipient.
            assert [
                label for label, each in given if not label.startswith(each.attributes.get("data-label", ""))
            ] == []
            assert len(list(row.all("th"))) == 1
            assert [each.one("td").attributes["colspan"] for each in details] == [str(len(labels))] * len(details)


def test_a_page_of_a_title_is_small_and_whole() -> None:
    page = page_of(parse(MINIMAL.read_bytes()))
    assert page.one("title").text() == page.one("h1").text() == page.one("header").text().strip() == "Untitled"
    assert not page.one("main").text().strip()
    assert not list(page.all("nav"))
    assert [each.attributes for each in page.all("meta") if each.attributes.get("name") == "description"] == []


def test_a_page_speaks_of_marks_only_where_it_has_some() -> None:
    assert "small number" in page_of(parse(SHIPPED.read_bytes())).one("footer").text()
    assert "small number" not in page_of(parse(MINIMAL.read_bytes())).one("footer").text()


def test_the_hostile_page_says_this(golden: Callable[[str, str], None]) -> None:
    golden("page_hostile", "".join(f"{line}\n" for line in outline(page_of(parse(HOSTILE.read_bytes())))))


# What it must never hold.


@whatever
def test_a_page_holds_no_raw_controls(catalogue: Catalogue) -> None:
    assert controls_in(text_of(catalogue)) <= {"\n"}


web = st.sampled_from(["http://", "HTTPS://"])
other = st.sampled_from(
    ["javascript:", " javascript:", "java\nscript:", "\x01javascript:", "data:text/html,", "//", "#"]
)


@brief
@given(st.builds("{}{}".format, web | other | st.just(""), texts))
def test_only_web_addresses_are_links(address: str) -> None:
    sources = (Source(id="x", title="x", url=address),)
    links = links_of(page_of(Catalogue(format=1, show=Show(title="x"), sources=sources)))
    assert len(links) == is_web_page(address)
    assert all(re.fullmatch(r"(?i)https?://[^\s<>\"{}|\\^`\x00-\x1f\x7f]*", link) for link in links)


@whatever
def test_a_page_loads_nothing(catalogue: Catalogue) -> None:
    page = page_of(catalogue)
    assert what_loads(page) == set()
    assert [each.attributes["type"] for each in page.all("script")] == ["application/ld+json"]
    assert all(re.match(r"(?i)#|https?://", link) for link in links_of(page))


def test_the_style_loads_nothing(page: str) -> None:
    style = elements(page).one("style").text()
    assert re.findall(r"(?i)@import|@font-face|url\(|image\(|image-set\(|src\(", style) == []


def test_the_policy_allows_the_style_and_nothing_else(page: str) -> None:
    assert_allows_its_style_alone(page)


# The data for search engines.


@whatever
def test_a_page_holds_the_json_ld_of_its_catalogue(catalogue: Catalogue) -> None:
    assert json.loads(page_of(catalogue).one("script").text()) == msgspec.json.decode("\n".join(jsonld(catalogue)))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_page_holds_what_export_jsonld_prints(path: str) -> None:
    page = elements(run(f"etoile -c '{path}' export html").stdout)
    assert json.loads(page.one("script").text()) == json.loads(run(f"etoile -c '{path}' export jsonld").stdout)


@pytest.mark.parametrize("end", ["</script>", "</SCRIPT >", "<!--", "<!--<script>", "]]>", "&lt;/script&gt;", "'\"&"])
def test_no_text_ends_the_json_ld(end: str) -> None:
    page = page_of(of_show(title=end, logline=f"a{end}b"))
    script = page.one("script").text()
    data = json.loads(script)
    assert (data["name"], data["abstract"]) == (end, f"a{end}b")
    assert "<" not in script
    assert (page.one("title").text(), page.one("h1").text()) == (end, end)
