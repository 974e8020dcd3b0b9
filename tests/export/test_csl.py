"""CSL-JSON: the form that reference managers read, and the bibliography that one of them makes of it."""

import itertools
import json
import re
import subprocess
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET, Meta, Struct, UnsetType

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.records import Contributor, Show, Source
from etoile_cli.export.csl import csl
from etoile_cli.text.dates import Date as AnyDate
from etoile_cli.text.dates import PartialDate
from tests.controls import controls_in
from tests.door import CHECKOUT, PATIENCE, run, run_process
from tests.programs import required, required_package
from tests.strategies import brief, catalogues

DATA = CHECKOUT / "tests" / "data"
FULL = DATA / "full.toml"
CATALOGUES = [CHECKOUT / "data" / "etoile.toml", FULL, DATA / "hostile.toml", DATA / "minimal.toml"]

# What the schema of CSL-JSON allows, as far as a show and its sources need it; all else is refused.
Text = Annotated[str, Meta(min_length=1)] | UnsetType
Address = Annotated[str, Meta(pattern=r"^(?i:https?)://[^\s<>\"{}|\\^`]*\Z")] | UnsetType


class Name(Struct, forbid_unknown_fields=True):
    """A name in two parts or in one."""

    family: Text = UNSET
    given: Text = UNSET
    literal: Text = UNSET

    def __post_init__(self) -> None:
        if [self.family is UNSET, self.given is UNSET, self.literal is UNSET] not in ([0, 0, 1], [1, 1, 0]):
            raise ValueError("neither in two parts nor in one")


class Date(Struct, forbid_unknown_fields=True, rename="kebab"):
    """A day, a month or a year, or a range of two of these."""

    date_parts: Annotated[
        list[Annotated[list[int], Meta(min_length=1, max_length=3)]], Meta(min_length=1, max_length=2)
    ]


class Item(
    Struct,
    forbid_unknown_fields=True,
    rename={"container_title": "container-title", "original_title": "original-title"},
):
    """The show or a source."""

    id: Annotated[str, Meta(min_length=1)]
    type: Literal["broadcast", "webpage", "document"]
    title: str
    original_title: Text = UNSET
    author: Annotated[list[Name], Meta(min_length=1)] | UnsetType = UNSET
    container_title: Text = UNSET
    publisher: Text = UNSET
    genre: Text = UNSET
    issued: Date | UnsetType = UNSET
    accessed: Date | UnsetType = UNSET
    URL: Address = UNSET
    archive: Text = UNSET
    archive_location: Address = UNSET
    abstract: Text = UNSET
    keyword: Text = UNSET
    language: Text = UNSET
    note: Text = UNSET


def read(lines: Iterable[str]) -> list[Item]:
    return msgspec.json.decode("\n".join(lines), type=list[Item])


def items_of(*sources: Source, creators: tuple[Contributor, ...] = ()) -> list[Item]:
    return read(csl(Catalogue(format=1, show=Show(title="x"), creators=creators, sources=sources)))


def source(**values: str | tuple[str, ...]) -> Source:
    return Source(**{"id": "x", "title": "x", "url": ""} | values)


def cited(items: list[Item]) -> list[str]:
    """Return each item's line of a bibliography in APA style, without what keeps text from being markup."""
    for package in ("core", "plugin-csl"):
        required_package(f"@citation-js/{package}")
    reader = [required("node"), str(Path(__file__).with_name("cite.js"))]
    given = msgspec.json.encode(items)
    done = subprocess.run(reader, input=given, capture_output=True, timeout=PATIENCE, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    return [json.loads(line).replace("\u2060", "") for line in done.stdout.splitlines()]


def plainly(text: str) -> str:
    """Return a text without what processors set as the style wants it: quotation marks, and blanks before a colon."""
    return re.sub("[\"'“”‘’]", "'", text.replace("\u202f", " "))


def test_the_shipped_show_and_its_sources_are_cited_as_apa_wants_it() -> None:
    items = read(run("etoile export csl").stdout.splitlines())
    chosen = [item for item in items if item.id in {"show", "fqm", "bww-trailer", "avclub-review"}]
    assert cited(chosen) == [
        "Sherman-Palladino, A., & Palladino, D. (2025, April 24). Étoile [Television series]. Prime Video.",
        f"Étoile: A Ballet Drama Bridging New York and Paris. (2025). French Quarter Magazine. {chosen[1].URL}",
        f"[Video: the first trailer]. (2025, March 26). BroadwayWorld. {chosen[2].URL}",
        f"[Review of the series]. (2025). The A.V. Club. {chosen[3].URL}",
    ]


def test_every_entry_is_cited_by_its_title() -> None:
    items = [item for path in CATALOGUES for item in read(run(f"etoile -c '{path}' export csl").stdout.splitlines())]
    missing = [
        item for item, line in zip(items, cited(items), strict=True) if plainly(item.title) not in plainly(line)
    ]
    assert (missing, {item.type for item in items}) == ([], {"broadcast", "webpage", "document"})


PLAIN = [
    "<script>alert(1)</script>",
    "<I>x</I> <em>x</em> <span>x</span>",
    "x<b and c>d <i",
    "$5 & more, $x$ at 100 %",
    "&amp; &lt;i&gt; &#x41; x",
    "\"quoted\", 'single' and don't",
    "{x} \\emph{x} \\\\",
    "_a_ *b* `c` ~~d~~ e^2^ [f](g)",
]
MARKUP = [
    *(f"<{tag}>x</{tag}>" for tag in ("i", "b", "sup", "sub", "sc")),
    *(f"a <span {style}>b</span> c" for style in ('class="nocase"', 'style="font-variant:small-caps;"')),
    *(f"a {''.join(tags)} z" for tags in itertools.product(["<i>", "</i>", "<b>", "</b>", "<", "x"], repeat=3)),
]


def test_what_would_be_markup_in_a_title_is_cited_as_it_is() -> None:
    (_, *items) = items_of(*(source(id=str(number), title=title) for number, title in enumerate(PLAIN + MARKUP)))
    assert list(map(plainly, cited(items))) == [f"{plainly(title)}. (n.d.)." for title in PLAIN + MARKUP]


def test_what_would_be_markup_in_a_name_is_cited_as_it_is() -> None:
    (_, item) = items_of(source(authors=("A <i>B</i>",), publisher="The <b>C</b> <sup>D</sup>"))
    (line,) = cited([item])
    # The style sets the name of a site in capitals.
    assert line.lower() == "a <i>b</i>. (n.d.). x. the <b>c</b> <sup>d</sup>."


@pytest.mark.parametrize("title", PLAIN)
def test_a_title_that_is_no_markup_stays_the_same(title: str) -> None:
    assert items_of(source(title=title))[1].title == title


@brief
@given(catalogues)
def test_any_catalogue_is_csl_json_without_raw_controls(catalogue: Catalogue) -> None:
    text = "\n".join(csl(catalogue))
    assert controls_in(text) <= {"\n"}
    show, *sources = read([text])
    types = ["webpage" if each.address else "document" for each in catalogue.sources]
    assert [show.type, *(each.type for each in sources)] == ["broadcast", *types]


@brief
@given(st.lists(st.sampled_from(["show", "show-2", "show-3", "s", "s-2", "s 1"])))
def test_ids_are_those_of_the_sources_and_never_two_alike(ids: list[str]) -> None:
    show, *items = items_of(*(source(id=each) for each in ids))
    assert len({show.id, *(item.id for item in items)}) == 1 + len(ids)
    firsts = [ids.index(each) for each in set(ids)]
    assert [items[first].id for first in firsts] == [ids[first] for first in firsts]


@pytest.mark.parametrize(
    ("ids", "expected"), [((), "show"), (("show-2",), "show"), (("show",), "show-2"), (("show-2", "show"), "show-3")]
)
def test_the_show_has_an_id_that_no_source_has(ids: tuple[str, ...], expected: str) -> None:
    assert items_of(*(source(id=each) for each in ids))[0].id == expected


@pytest.mark.parametrize(
    ("sort_name", "expected"),
    [
        ("Laâge, Lou de", Name(family="Laâge", given="Lou de")),
        (" laage ,\tLOU DE\n", Name(family="laage", given="LOU DE")),
        ("Lou, de Laâge", Name(family="Lou", given="de Laâge")),
        *((odd, Name(literal="Lou de Laâge")) for odd in (None, "", " \n", "Lou de Laâge", ", Lou", "Laâge,", ",")),
        ("Nelson, Rogers", Name(literal="Lou de Laâge")),
        ("Laâge, Lou", Name(literal="Lou de Laâge")),
    ],
)
def test_a_name_is_split_as_its_sort_name_says_if_that_makes_the_name(sort_name: str | None, expected: Name) -> None:
    (show,) = items_of(creators=(Contributor(name="Lou de\nLaâge", sort_name=sort_name),))
    assert show.author == [expected]


def test_texts_are_lines_whose_controls_are_seen() -> None:
    (_, item) = items_of(source(title="\tA \n B\x1b", authors=("C\nD",), publisher="E\x9b", note="F\n\nG"))
    assert (item.title, item.author, item.publisher) == ("A B\\u001b", [Name(literal="C D")], "E\\u009b")
    assert item.note == "F G"


@pytest.mark.parametrize(("languages", "expected"), [((), UNSET), (("fr-CA",), "fr-CA"), (("en", "fr"), UNSET)])
def test_the_language_is_named_where_there_is_one(languages: tuple[str, ...], expected: str) -> None:
    (item,) = read(csl(Catalogue(format=1, show=Show(title="x", languages=languages))))
    assert item.language == expected


@pytest.mark.parametrize(
    ("premiere", "ended", "issued"),
    [
        (date(2017, 5, 2), None, [[2017, 5, 2]]),
        (PartialDate(2017, 5), None, [[2017, 5]]),
        (PartialDate(2017), date(2021, 12, 3), [[2017], [2021]]),
        (date(2017, 5, 2), PartialDate(2021, 12), [[2017, 5], [2021, 12]]),
        (date(2017, 5, 2), PartialDate(2017, 6), [[2017, 5], [2017, 6]]),
        (date(2017, 5, 2), PartialDate(2017), [[2017]]),
        (date(2017, 5, 2), date(2017, 5, 2), [[2017, 5, 2]]),
        (None, date(2021, 12, 3), None),
    ],
)
def test_a_show_is_issued_in_all_its_run_as_far_as_that_is_known(
    premiere: AnyDate | None, ended: AnyDate | None, issued: list[list[int]] | None
) -> None:
    (item,) = read(csl(Catalogue(format=1, show=Show(title="x", premiere=premiere, ended=ended))))
    assert item.issued == (Date(date_parts=issued) if issued else UNSET)


@pytest.mark.parametrize(
    ("premiere", "ended", "told"),
    [
        (date(2017, 5, 2), date(2021, 12, 3), "2017–2021, May 2–December 3"),
        (date(2017, 5, 2), PartialDate(2021, 12), "2017–2021, May–December"),
        (PartialDate(2017), date(2021, 12, 3), "2017–2021"),
        (date(2017, 5, 2), PartialDate(2017), "2017"),
    ],
)
def test_citeproc_takes_the_run_of_a_show_whose_dates_are_known_in_part(
    premiere: AnyDate, ended: AnyDate, told: str
) -> None:
    items = read(csl(Catalogue(format=1, show=Show(title="x", premiere=premiere, ended=ended))))
    assert cited(items) == [f"x. ({told}). [Television series]."]


def test_the_note_tells_the_ids_that_have_the_form_of_their_scheme() -> None:
    ids = {"imdb": "https://www.imdb.com/title/tt0000001/", "IMDB": "tt0000001", "tvdb": "0", "isan": "0000-0001"}
    catalogue = Catalogue(format=1, show=Show(title="x", ids=ids, note="n"))
    assert read(csl(catalogue))[0].note == "IMDb: tt0000001\nisan: 0000-0001\nn"


@pytest.mark.parametrize("blank", [" ", "\t\n"])
def test_a_blank_name_is_nobodys(blank: str) -> None:
    show, item = items_of(source(authors=(blank,), publisher=blank), creators=(Contributor(name=blank),))
    assert (show.author, item.author, item.container_title) == (UNSET, UNSET, UNSET)


@pytest.mark.parametrize(
    ("url", "address", "note"),
    [
        ("https://example.org/a", "https://example.org/a", "n"),
        ("HTTP://example.org/a b\u202e{}", "HTTP://example.org/a%20b%E2%80%AE%7B%7D", "n"),
        ("javascript:alert(1)", UNSET, "javascript:alert(1)\nn"),
        ("file:///etc/\tpasswd", UNSET, "file:///etc/ passwd\nn"),
        ("urn:isbn:\x1b0", UNSET, "urn:isbn:\\u001b0\nn"),
        ("", UNSET, "n"),
    ],
)
def test_only_http_addresses_are_urls_and_others_stand_in_the_note(url: str, address: str, note: str) -> None:
    (_, item) = items_of(source(url=url, note="n"))
    assert (item.URL, item.note) == (address, note)


def test_every_fact_has_its_variable(golden: Callable[[str, str], None]) -> None:
    golden("csl_full", run(f"etoile -c '{FULL}' export csl").stdout)


def test_the_catalogue_gives_the_same_bytes_each_time() -> None:
    one, two = (run_process(f"etoile -c '{FULL}' export csl", env={"PYTHONHASHSEED": seed}).stdout for seed in "12")
    assert one == two
