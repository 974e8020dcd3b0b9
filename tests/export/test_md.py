import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any
from urllib.parse import unquote

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.catalogue.id_schemes import SCHEMES
from etoile_cli.catalogue.model import (
    RECORD_TYPES,
    Catalogue,
    Image,
)
from etoile_cli.catalogue.reader import parse
from etoile_cli.catalogue.records import CastMember, Show, Source
from etoile_cli.catalogue.vocabulary import is_web_address
from etoile_cli.export.md import md
from etoile_cli.text.values import readable_date, show
from tests.controls import controls_in
from tests.door import CHECKOUT, run, run_process
from tests.export.sheets import (
    CODES,
    FULL,
    HOSTILE,
    Mark,
    cited_sources,
    everywhere,
    expected,
    labels_of,
    links,
    records,
    rendered,
    sourced,
)
from tests.strategies import brief, texts

PATHS = ["data/etoile.toml", "tests/data/full.toml", "tests/data/hostile.toml", "tests/data/minimal.toml"]

ADDRESSES = [
    "https://example.org/?a=b&copy;=c&amp;d",
    "http://example.org/a b|c\\d`e`<f>\"g\"{h}^i'j'(k)[l]*m*_n_~o~",
    "HTTPS://EXAMPLE.ORG/é/%C3%A9/日本",
    "https://example.org/\u202e\x1b[0m\n",
]

# What GitHub makes a link of (GFM 6.9) though it stands between no brackets.
BARE_LINK = re.compile(r"(?:https?|ftp)://|www\.", re.IGNORECASE)
IN_BRACKETS = re.compile(r"<https?://[^<>\s]*>", re.IGNORECASE)


def sheet(catalogue: Catalogue) -> str:
    return "".join(f"{line}\n" for line in md(catalogue))


def about(text: str = "The Show", **more: Any) -> Catalogue:
    return Catalogue(format=1, show=Show(title=text), **more)


def with_address(address: str) -> Catalogue:
    image, source = Image(title="A", credit="B", url=address), Source(id="a", title="A", url=address)
    return about(images=(image,), sources=(source,))


@pytest.mark.parametrize("path", PATHS)
def test_a_sheet_renders_as_the_words_of_the_booklet(path: str) -> None:
    catalogue = parse((CHECKOUT / path).read_bytes())
    assert list(rendered(run(f"etoile -c '{CHECKOUT / path}' export md").stdout)) == list(expected(catalogue))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_renders_as_itself_wherever_it_stands(text: str) -> None:
    catalogue = everywhere(text)
    assert list(rendered(sheet(catalogue))) == list(expected(catalogue))


@brief
@given(sourced())
def test_any_sheet_renders_as_the_words_of_the_booklet(catalogue: Catalogue) -> None:
    assert list(rendered(sheet(catalogue))) == list(expected(catalogue))


@brief
@given(st.sampled_from(["", *HOSTILE]), texts)
def test_any_text_renders_as_itself_wherever_it_stands(beginning: str, text: str) -> None:
    catalogue = everywhere(f"{beginning}{text}" or "x")
    assert list(rendered(sheet(catalogue))) == list(expected(catalogue))


def test_every_text_and_every_day_of_a_catalogue_is_told() -> None:
    shown = "\n".join("".join(map(str, text)) for _, text in rendered(sheet(parse(FULL.read_bytes()))))
    for table in tables(tomli.loads(FULL.read_text(encoding="utf-8"))):
        for key, value in table.items():
            for each in value if isinstance(value, list) else [value]:
                match each:
                    case str() if key not in {*CODES, "sort_name", "premise"}:
                        assert show(each) in shown
                    case date():
                        assert readable_date(each) in shown


def tables(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield data["show"]
    yield data["show"]["ids"]
    for section in RECORD_TYPES:
        yield from data[section]


def test_a_catalogue_with_a_title_alone_is_a_heading(minimal: str) -> None:
    assert run(f"etoile -c '{minimal}' export md").stdout == "# Untitled\n"


def test_the_sheet_of_the_shipped_catalogue(golden: Callable[[str, str], None]) -> None:
    golden("fact-sheet", run("etoile export md").stdout)


def test_a_small_sheet_is_as_one_would_write_it() -> None:
    part = CastMember(name="Luke Kirby", character="Jack | John", known_for=("Maisel",), sources=("b", "a", "lost"))
    sources = (
        Source(
            id="a", title="A *review*", publisher="The Paper", url="https://a.example/", published=date(2025, 4, 1)
        ),
        Source(id="b", title="1. A talk", url="urn:x", sources=("a",), note="In French."),
        Source(id="c", title="Unread", url="https://c.example/"),
    )
    assert sheet(about("#1", cast=(part,), sources=sources)) == CAST_SHEET


CAST_SHEET = r"""# \#1

## Cast

| Name | Character |
| --- | --- |
| Luke Kirby [^a] [^b] \[lost\]<br>Known for: Maisel | Jack \| John |

## Further sources

- Unread, <https://c.example/>

[^a]: A \*review\*, The Paper, 1 April 2025, <https://a.example/>
[^b]: 1\. A talk [^a], urn:x. In French.
"""


@brief
@given(sourced())
def test_every_mark_has_one_note_and_every_note_a_mark(catalogue: Catalogue) -> None:
    marks = {piece.label for _, text in rendered(sheet(catalogue)) for piece in text if isinstance(piece, Mark)}
    notes = re.findall(r"^\[\^([0-9a-z_-]+)\]:", sheet(catalogue), flags=re.MULTILINE)
    labels = labels_of(catalogue)
    assert notes == [labels[number] for number in sorted(cited_sources(catalogue))]
    assert marks == set(notes)


def test_an_id_that_can_be_no_label_has_its_number() -> None:
    ids = ("Upper", "upper", "two words", "é", "source-4", "s" * 900, "s" * 901)
    sources = tuple(Source(id=id_, title="A", url="urn:a") for id_ in ids)
    found = sheet(about(sources=sources, cast=(CastMember(name="A", sources=ids),)))
    notes = re.findall(r"^\[\^(.*)\]:", found, flags=re.MULTILINE)
    assert notes == ["upper", "upper-2", "source-3", "source-4", "source-4-2", "s" * 900, "source-7"]
    assert len([text for text, _ in rendered(found) if text.startswith("note")]) == len(ids)


@brief
@given(sourced())
def test_a_row_has_as_many_cells_as_its_table_has_columns(catalogue: Catalogue) -> None:
    for table in re.findall(r"(?:^\|.*\n)+", sheet(catalogue), flags=re.MULTILINE):
        assert len({len(re.findall(r"(?:\\.|[^|\\\n])*\|", row)) for row in table.splitlines()}) == 1


def test_of_two_sources_with_the_same_id_the_first_is_meant() -> None:
    part = CastMember(name="A", sources=("a",))
    sources = (Source(id="a", title="First", url="urn:1"), Source(id="a", title="Second", url="urn:2"))
    assert list(rendered(sheet(about(cast=(part,), sources=sources))))[-4:] == [
        ("table tbody tr td", ["A ", Mark("a")]),
        ("h2", ["Further sources"]),
        ("ul li p", ["Second, urn:2"]),
        ("note a p", ["First, urn:1"]),
    ]


def test_a_source_that_a_record_names_twice_has_one_mark() -> None:
    part, source = CastMember(name="A", sources=("a", "a")), Source(id="a", title="A", url="urn:a")
    assert "| A [^a] |" in sheet(about(cast=(part,), sources=(source,))).splitlines()


def test_a_record_without_a_name_keeps_its_marks() -> None:
    part, source = CastMember(name=" ", sources=("a",)), Source(id="a", title="A", url="urn:a")
    assert ("table tbody tr td", [Mark("a")]) in rendered(sheet(about(cast=(part,), sources=(source,))))


@pytest.mark.parametrize("name", ["Wow!", "!", "Wow\\!", "[x]!"])
def test_a_name_and_its_mark_make_no_image(name: str) -> None:
    found = about(cast=(CastMember(name=name, sources=("a",)),), sources=(Source(id="a", title="A", url="urn:a"),))
    assert ("table tbody tr td", [f"{name} ", Mark("a")]) in rendered(sheet(found))


def test_an_empty_id_is_no_fact() -> None:
    about_ids = Catalogue(format=1, show=Show(title="A", ids={"imdb": "", "tmdb": " "}))
    assert sheet(about_ids) == "# A\n"


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_link_leads_to_the_address_of_the_catalogue(address: str) -> None:
    shown = sheet(with_address(address))
    leading = links(shown)
    assert controls_in(shown) <= {"\n"}
    assert [unquote(link.address) for link in leading] == [unquote(address)] * 2
    assert all(re.fullmatch(r"[^\s<>|\\`\"{}^]+", link.address) for link in leading)


def test_no_parser_finds_an_entity_in_an_address() -> None:
    source = Source(id="a", title="A", url="https://example.org/?a&copy;")
    assert sheet(about(sources=(source,))).splitlines()[-1] == (
        r"- A, [https\://example.org/?a\&copy;](<https://example.org/?a&amp;copy;>)"
    )


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//x",
        "ftp://x",
        "https://[x/",
        "https://",
        "https://a b/",
    ],
)
def test_only_an_http_address_is_a_link(address: str) -> None:
    shown = sheet(with_address(address))
    assert links(shown) == []
    assert sum(address in piece for _, text in rendered(shown) for piece in text) == 2


@brief
@given(sourced())
def test_links_lead_to_addresses_of_the_catalogue_or_pages_of_its_ids(catalogue: Catalogue) -> None:
    addresses = {unquote(each.url) for each in records(catalogue) if is_web_address(getattr(each, "url", None) or "")}
    ids = tuple(
        scheme.address.partition("{")[0]
        for schemes in SCHEMES.values()
        for scheme in schemes.values()
        if scheme.address
    )
    assert all(unquote(link.address) in addresses or link.address.startswith(ids) for link in links(sheet(catalogue)))


@pytest.mark.parametrize("text", HOSTILE)
def test_github_finds_no_bare_link(text: str) -> None:
    assert BARE_LINK.search(IN_BRACKETS.sub("", sheet(everywhere(text)))) is None


@brief
@given(sourced())
def test_no_raw_control_is_in_any_sheet(catalogue: Catalogue) -> None:
    assert controls_in(sheet(catalogue)) <= {"\n"}


def test_the_same_catalogue_gives_the_same_sheet_any_day_in_any_process() -> None:
    sheets = {run_process("etoile export md", env={"PYTHONHASHSEED": seed}).stdout for seed in ("1", "2")}
    assert sheets == {run("etoile export md", env={"ETOILE_TODAY": "1999-01-01"}).stdout}
