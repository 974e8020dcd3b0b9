"""A site as text: its files, how they lead to each other, and what none of its pages may hold."""

import gc
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from etoile_cli.catalogue.holding import Holding
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import parse
from etoile_cli.catalogue.records import CastMember, Show
from etoile_cli.errors import CatalogueError
from etoile_cli.export.html_ import html
from etoile_cli.export.site.site import site
from etoile_cli.system.directories import write_directory
from tests.controls import controls_in
from tests.export.pages import assert_allows_its_style_alone, elements, filled, is_web_page, links_of, what_loads
from tests.export.site.shelves import each_of, holdings, in_all, led_to, links_out_of, of_titles, pages, read
from tests.strategies import brief, catalogues
from tests.work import lines_executed
from tests.written import held

libraries = st.lists(catalogues.map(in_all), min_size=1, max_size=3).map(holdings)
# So many shows and people that both are parted by letters, and people have an index of their own.
CROWD = tuple(CastMember(name=f"{chr(65 + number % 26)}{number}") for number in range(201))
MANY = [Catalogue(format=1, show=Show(title=f"{chr(65 + n % 26)}{n}"), cast=CROWD if n < 2 else ()) for n in range(41)]


def whatever(test: Callable[[Sequence[Holding]], None]) -> Callable[[], None]:
    """Run a test for the library of all shows in files, for a large one, for a hostile one, and for any other."""
    for library in (read(), holdings(MANY), holdings([in_all(filled("<a href='../x'>&\x1b"))] * 2)):
        test = example(library)(test)
    return brief(given(libraries)(test))


# Its files.


def test_a_site_has_a_page_for_each_show_then_for_each_person_in_several_then_an_index() -> None:
    everybody = [in_all(catalogue) for catalogue in (of("A"), of("B"))]
    assert list(pages(holdings([*everybody, of("C")]))) == [
        *("shows/a.html", "shows/b.html", "shows/c.html"),
        "people/everybody.html",
        "index.html",
    ]
    assert list(pages(holdings([of("A")]))) == ["shows/a.html", "index.html"]
    assert list(pages(holdings(MANY)))[-2:] == ["people/index.html", "index.html"]


def of(title: str, content: str = "") -> Catalogue:
    return parse(f'format = 1\n[show]\ntitle = "{title}"\n{content}'.encode())


def test_who_is_only_named_by_awards_has_no_page_for_that_need_be_no_person() -> None:
    award = '[[awards]]\naward = "Emmys 2025"\nresult = "won"\nrecipients = ["The crew"]\n'
    assert list(pages(holdings([of("A", award), of("B", award)]))) == ["shows/a.html", "shows/b.html", "index.html"]
    crew = '[[crew]]\nname = "The crew"\n'
    assert "people/the-crew.html" in pages(holdings([of("A", award), of("B", crew)]))


def test_people_of_one_name_with_other_ids_have_a_page_each() -> None:
    cast = '[[cast]]\nname = "John Smith"\nids = { imdb = "nm000000%d" }\n'
    library = holdings([of(title, cast % number) for title, number in (("A", 1), ("B", 1), ("C", 2), ("D", 2))])
    found = pages(library)
    files = [file for file in found if file.startswith("people/")]
    assert len(files) == 2
    assert all(re.fullmatch(r"people/john-smith-[0-9a-f]{8}\.html", file) for file in files)
    shows = [[each.text() for each in elements(found[file]).all("h3")] for file in files]
    assert shows == [["A", "B"], ["C", "D"]]


@pytest.mark.parametrize("title", ["../../x", "/x", "..", "con", "index", "\0", "a/../../b", "W" * 1_000])
def test_no_title_leads_out_of_the_directory(title: str, tmp_path: Path) -> None:
    directory = tmp_path / "a" / "site"
    directory.parent.mkdir()
    library = of_titles(title, title)
    for _ in range(2):
        write_directory(str(directory), site(each_of(library)), replace=True)
    paths = [path for path in held(tmp_path) if path not in {"a", "a/site", "a/site/shows", "a/site/people"}]
    assert len(paths) == 4
    assert {path.rpartition("/")[0] for path in paths} == {"a/site", "a/site/shows", "a/site/people"}


@whatever
def test_every_file_has_its_own_name_and_is_a_whole_text(library: Sequence[Holding]) -> None:
    files = [file for file, _ in site(each_of(library))]
    assert len(set(files)) == len(files) > len(library)
    for text in pages(library).values():
        assert text.startswith('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n')
        assert text.endswith("</body>\n</html>\n")


# How its pages lead to each other.


@whatever
def test_every_link_leads_somewhere(library: Sequence[Holding]) -> None:
    found = {file: elements(text) for file, text in pages(library).items()}
    ids = {
        file: [each.attributes["id"] for each in page.all() if "id" in each.attributes] for file, page in found.items()
    }
    for file, page in found.items():
        assert len(set(ids[file])) == len(ids[file])
        own = set(links_out_of(page))
        assert all(map(is_web_page, set(links_of(page)) - own))
        for target, id_ in (led_to(file, link) for link in own):
            assert target in found
            assert not id_ or id_ in ids[target]


@whatever
def test_from_the_index_one_gets_to_every_page_and_back(library: Sequence[Holding]) -> None:
    found = {file: elements(text) for file, text in pages(library).items()}
    led = {file: {led_to(file, link)[0] for link in links_out_of(page)} for file, page in found.items()}
    reached, before = {"index.html"}, set()
    while reached != before:
        before, reached = reached, reached.union(*(led[each] for each in reached))
    assert reached == set(found)
    assert [file for file in found if "index.html" not in led[file] and file != "index.html"] == []


@whatever
def test_the_page_of_a_show_is_that_of_its_export_but_for_links_to_the_site(library: Sequence[Holding]) -> None:
    texts = iter(pages(library).values())
    for holding in library:
        text = next(texts)
        assert text.count(BACK) == 1
        assert told(text.replace(BACK, "")) == told("".join(f"{line}\n" for line in html(holding.catalogue)))


BACK = """\
<nav class="site" aria-label="Site">
  <ul>
    <li><a href="../index.html">All shows</a></li>
  </ul>
</nav>
"""


def told(page: str) -> str:
    """Return a page in which names have neither links to people nor directions, and their records no ids."""
    plain = re.sub(
        r'<a href="(?:\.\./people/|#person-)[^"]*" dir="auto">(.*?)</a>', r'<span dir="auto">\1</span>', page
    )
    return re.sub(r' dir="\w+"|(?<=<tbody role="rowgroup") id="[^"]*"', "", plain)


def test_the_record_of_somebody_in_several_shows_has_a_place_to_which_their_page_leads() -> None:
    crew = '[[crew]]\nname = "Nobody"\n[[crew]]\nname = "Vera"\n'
    found = pages(holdings([of("A", crew), of("B", crew.replace("crew", "creators"))]))
    page = elements(found["shows/a.html"])
    assert [each.attributes.get("id") for each in page.all("tbody")] == ["crew-1", "crew-2"]
    links = [each.attributes["href"] for each in elements(found["people/vera.html"]).one("main").all("a")]
    assert links == ["../shows/a.html#crew-2", "../shows/b.html#creators-2"]


def test_the_names_of_people_in_several_shows_lead_to_their_pages() -> None:
    others = """\
[[creators]]
name = "Vera"
[[episodes]]
season = 1
number = 1
title = "Vera"
directors = ["Vera", "Nobody"]
[[awards]]
award = "Vera"
result = "won"
recipients = ["Vera"]
[[cast]]
name = "vera"
character = "Vera"
[[cast]]
name = "Vera's mother"
note = "Vera"
"""
    page = elements(pages(holdings([of("A", others), of("B", '[[crew]]\nname = "Vera"\n')]))["shows/a.html"])
    links = [each for each in page.all("a") if each.attributes["href"].startswith("../people/")]
    assert {each.attributes["href"] for each in links} == {"../people/vera.html"}
    sections = {
        each.attributes["id"]: [link.text() for link in each.all("a") if link in links] for each in page.all("section")
    }
    assert sections == {"cast": ["vera"], "creators": ["Vera"], "episodes": ["Vera"], "awards": ["Vera"]}


def test_a_name_is_a_link_only_where_it_is_that_of_the_person() -> None:
    cast = '[[cast]]\nname = "John Smith"\nids = { imdb = "nm0000001" }\n'
    other = '[[crew]]\nname = "John Smith"\nids = { imdb = "nm0000002" }\n'
    page = elements(pages(holdings([of("A", cast + other), of("B", cast)]))["shows/a.html"])
    linked = {
        each.attributes["id"]: [link.attributes["href"] for link in each.all("a")] for each in page.all("section")
    }
    assert linked["cast"][0] == "../people/john-smith.html"
    assert "../people/john-smith.html" not in linked["crew"]


# What they must never hold.


@whatever
def test_no_page_loads_anything_or_holds_a_raw_control(library: Sequence[Holding]) -> None:
    for file, text in pages(library).items():
        assert controls_in(text) <= {"\n"}
        page = elements(text)
        assert what_loads(page) == set()
        data = [each.attributes["type"] for each in page.all("script")]
        assert data == (["application/ld+json"] if file.startswith("shows/") else [])
        assert re.findall(r"(?i)@import|@font-face|url\(|image\(|image-set\(|src\(", page.one("style").text()) == []


def test_each_policy_allows_its_own_style_and_nothing_else() -> None:
    for text in pages(read()).values():
        assert_allows_its_style_alone(text)


# How much is held, and how much is done.


def test_each_file_is_made_when_it_is_asked_for_and_no_catalogue_is_kept() -> None:
    alive = []

    def library() -> Iterator[Holding]:
        for number in range(30):
            alive.append(sum(isinstance(each, Catalogue) for each in gc.get_objects()))
            content = b'format = 1\n[show]\ntitle = "%d"\n[[cast]]\nname = "A"\n' % number
            yield Holding(str(number), "", parse(content))

    gc.collect()
    for _, lines in site(lambda function: map(function, library())):
        sum(map(len, lines))
    assert len(alive) == 60
    assert max(alive) - min(alive) <= 2


def test_twice_the_shows_take_twice_the_work() -> None:
    def work(number: int) -> int:
        shows = [in_all(Catalogue(format=1, show=Show(title=f"T{n}")), f"N{n // 2}") for n in range(number)]
        return lines_executed(lambda: pages(holdings(shows)))

    pages(holdings(MANY[:2]))  # imports and compiles what is needed once
    assert work(200) < 2.2 * work(100)


def test_the_same_library_gives_the_same_bytes() -> None:
    assert pages(read()) == pages(read())


# A library that changes meanwhile.


@pytest.mark.parametrize("second", [["A"], ["A", "B", "C"], ["A", "C"], ["A", "A"], []])
def test_a_library_that_changes_meanwhile_is_an_error_and_nothing_is_written(
    second: list[str], tmp_path: Path
) -> None:
    readings = iter([of_titles("A", "B"), [Holding(each, "", of(each)) for each in second]])
    with pytest.raises(CatalogueError) as caught:
        write_directory(str(tmp_path / "it"), site(lambda function: map(function, next(readings))), replace=False)
    assert (caught.value.message, caught.value.hint) == (
        "the library changed while it was read",
        "export it again",
    )
    assert held(tmp_path) == {}


def test_people_who_have_left_meanwhile_are_such_a_change(tmp_path: Path) -> None:
    readings = iter([of_titles("A", "B"), [Holding(each, "", of(each)) for each in "AB"]])
    with pytest.raises(CatalogueError):
        write_directory(str(tmp_path / "it"), site(lambda function: map(function, next(readings))), replace=False)
    assert held(tmp_path) == {}
