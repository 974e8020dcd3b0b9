"""Values with sources of their own on page and fact sheet, and sources that are no pages."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from etoile_cli.catalogue.enumerations import Status
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.records import CastMember, Show, Source
from etoile_cli.export.html_ import html
from etoile_cli.export.marks import Mark, runs
from etoile_cli.export.md import md
from tests.door import CHECKOUT, run

CITES = CHECKOUT / "tests" / "data" / "cites.toml"


def exported(format_: str) -> str:
    return run(f"etoile -c '{CITES}' export {format_}").stdout


def lines_with(text: str, found: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if found in line]


def marks(*numbers: int) -> str:
    names = {1: "Paper: First", 2: "Deuxième", 3: "Third", 6: "A Press: The Ballet Book"}
    links = (
        f'<a href="#source-{number}" title="{names[number]}" aria-label="Source {number}">{number}</a>'
        for number in numbers
    )
    return f'<span class="marks">{" ".join(links)}</span>'


def test_the_fact_sheet_marks_the_value_that_a_source_states(golden: Callable[[str, str], None]) -> None:
    golden("cites-md", exported("md"))


def test_the_page_marks_the_value_that_a_source_states() -> None:
    page = exported("html")
    assert lines_with(page, 'class="premiere"') == [
        (
            '<div class="premiere"><dt dir="auto">Premiere</dt> <dd><time datetime="2025-04-24">24 April 2025</time>'
            f"&#8239;{marks(2, 3)}</dd></div>"
        )
    ]
    assert lines_with(page, 'class="logline"') == [
        f'<p class="logline" dir="auto">Two ballets trade their stars.&#8239;{marks(2)}</p>'
    ]
    assert lines_with(page, 'class="title"><dt') == [
        f'<div class="title"><dt dir="auto">Title</dt> <dd><span dir="auto">Étoile</span>&#8239;{marks(6)}</dd></div>'
    ]
    assert lines_with(page, ">Jack McMillan<") == [
        (
            '<td role="cell" class="character" data-label="Character"><span dir="auto">Jack McMillan</span>'
            f"&#8239;{marks(3)}</td>"
        )
    ]


def test_a_value_that_only_heads_its_group_on_the_page_is_shown_where_it_is_cited() -> None:
    assert lines_with(exported("html"), 'class="billing"><dt')[0] == (
        '<div class="billing"><dt dir="auto">Billing</dt> <dd><span dir="auto">main</span>&#8239;'
        f"{marks(6)}</dd></div>"
    )


def test_what_is_not_shown_has_its_marks_behind_the_name() -> None:
    page = exported("html")
    assert lines_with(page, ">Metropolitan Ballet Theater<") == [
        (
            '<th role="rowheader" scope="row"><span dir="auto">Metropolitan Ballet Theater</span>&#8239;'
            f"{marks(1, 2)}</th>"
        )
    ]


def test_a_source_behind_a_value_is_not_behind_the_name_too_but_one_behind_a_note_is() -> None:
    part = CastMember(
        name="A",
        character="B",
        note="C",
        sources=("a", "b", "c"),
        cites={"character": ("b",), "note": ("c",)},
    )
    sources = tuple(Source(id=id_, title=id_, url=f"https://example.org/{id_}") for id_ in "abc")
    sheet = list(md(Catalogue(format=1, show=Show(title="x"), cast=(part,), sources=sources)))
    assert "| A [^a] [^c]<br>Note: C [^c] | B [^b] |" in sheet


def test_who_states_the_address_of_a_source_is_behind_the_title_that_leads_there() -> None:
    def title(**facts: Any) -> list[str]:
        cited = Source(id="a", title="A", cites={"url": ("c",)}, sources=("b", "c"), **facts)
        others = (Source(id=id_, title=id_) for id_ in "bc")
        page = "\n".join(html(Catalogue(format=1, show=Show(title="x"), sources=(cited, *others))))
        return [re.sub("<[^>]*>", "", line) for line in lines_with(page, "<cite>")[:1]]

    assert title(url="https://example.org/a") == ["A2 3"]
    # Behind an address that can be no link, which is text, and behind the title where there is none.
    assert title(url="javascript:x") == ["A2"]
    assert title() == ["A2 3"]


def test_who_states_a_text_of_the_show_that_says_nothing_states_the_show() -> None:
    source = Source(id="b", title="B")
    about = Show(title="x", premise=" ", note="N", cites={"premise": ("b",)})
    page = "\n".join(html(Catalogue(format=1, show=about, sources=(source,))))
    assert [re.sub("<[^>]*>", "", line) for line in lines_with(page, "Stated by")] == ["Stated by 1"]


def test_every_id_of_the_show_has_the_marks_of_the_table() -> None:
    sheet = exported("md")
    assert lines_with(sheet, "IMDb id") == [
        "- **IMDb id:** [tt0000001](<https://www.imdb.com/title/tt0000001/>) [^s5]"
    ]
    assert lines_with(sheet, "TVmaze id") == ["- **TVmaze id:** [6](<https://www.tvmaze.com/shows/6>) [^s5]"]


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        ([], ""),
        ([1], "1"),
        ([1, 2], "1 2"),
        ([1, 2, 3], "1–3"),
        ([1, 3, 4, 5, 7, 8, 10], "1 3–5 7 8 10"),
        ([1, 2, 3, 5, 6, 7], "1–3 5–7"),
        ([2, 3, 4, 0, 0, 0], "2–4 0 0 0"),
    ],
)
def test_numbers_in_a_row_are_a_run(numbers: list[int], shown: str) -> None:
    found = runs([Mark(number, "") for number in numbers])
    assert " ".join("–".join(str(mark.number) for mark in run) for run in found) == shown


def test_ten_marks_take_two_links() -> None:
    assert lines_with(exported("html"), 'class="billing"><dt')[1].count("<a ") == 2


def test_a_source_without_an_address_is_no_link_and_an_archived_copy_is_one() -> None:
    sources = exported("html").partition('<section id="sources"')[2]
    assert lines_with(sources, "The Ballet Book<") == ['<cite><span dir="auto">The Ballet Book</span></cite>']
    assert lines_with(sources, "Deuxième<") == [
        '<cite><a href="https://example.org/2" hreflang="fr"><span dir="auto">Deuxième</span></a></cite>' + marks(1)
    ]
    assert lines_with(sources, "archived copy") == [
        '<span class="archived copy"><a href="https://archive.example/2" dir="auto">archived copy</a></span>',
        '<span class="archived copy"><a href="https://archive.example/3" dir="auto">archived copy</a></span>',
    ]


def test_reference_managers_get_a_document_where_there_is_no_address() -> None:
    items = {item.pop("id"): item for item in json.loads(exported("csl"))}
    assert items["book"] == {
        "type": "document",
        "title": "The Ballet Book",
        "author": [{"family": "Kirby", "given": "Luke"}, {"literal": "The Company"}, {"literal": "Luke Kirby"}],
        "publisher": "A Press",
        "issued": {"date-parts": [[2024, 5, 1]]},
    }
    assert items["credits"] == {"type": "document", "title": "End credits of the broadcast"}
    assert items["s2"] == {
        "type": "webpage",
        "title": "Deuxième",
        "URL": "https://example.org/2",
        "archive": "archive.example",
        "archive_location": "https://archive.example/2",
        "language": "fr",
    }
    assert items["s3"] == {
        "type": "webpage",
        "title": "Third",
        "URL": "https://archive.example/3",
        "archive": "archive.example",
        "archive_location": "https://archive.example/3",
    }


def test_search_engines_are_told_of_languages_and_archived_copies() -> None:
    cited = {each["name"]: each for each in json.loads(exported("jsonld"))["citation"]}
    assert cited["Deuxième"] == {
        "@type": "CreativeWork",
        "name": "Deuxième",
        "inLanguage": "fr",
        "archivedAt": "https://archive.example/2",
        "url": "https://example.org/2",
    }
    assert cited["End credits of the broadcast"] == {
        "@type": "CreativeWork",
        "name": "End credits of the broadcast",
    }


def test_what_is_cited_for_a_day_that_is_not_there_stands_behind_what_it_would_be_the_day_of() -> None:
    show = Show(title="A", status=Status.RUNNING, cites={"status": ("one",), "status_date": ("two",)})
    written = "".join(html(Catalogue(format=1, show=show)))
    assert ">running</span>&#8239;" in written
    [behind] = re.findall(r'>running</span>&#8239;<span class="marks">(.*?)</dd>', written)
    assert re.findall(r"\[(\w+)\]", behind) == ["one", "two"]
