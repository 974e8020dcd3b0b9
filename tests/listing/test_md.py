import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.records import CastMember, Show, Source
from etoile_cli.listing.cells import Cells, is_reworded
from etoile_cli.listing.column import Column
from etoile_cli.listing.listing import Listing
from etoile_cli.listing.md import md
from etoile_cli.text.dates import PartialDate
from etoile_cli.text.escaping import escape_controls
from etoile_cli.text.markdown import md_text
from etoile_cli.text.values import Value, readable
from tests.door import run
from tests.listing.listings import CAST, NAMES, listing, listings
from tests.strategies import texts, thorough

# CommonMark with GitHub's tables and strikethrough. GitHub's bare links are tested by what the source holds.
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# As CommonMark has it: markdown-it's own way shows `%C3%A9` as `é`.
PARSER.normalizeLinkText = str
# A link without brackets begins so (GFM 6.9).
BARE_LINK = re.compile(r"(?<!<)(?:https?|ftp)://|www\.", re.IGNORECASE)

HOSTILE = [
    "",
    "plain",
    "a | b",
    "a \\| b",
    "back\\slash \\\\ \\",
    "*bold* _under_ **x** __y__ ~~struck~~ `code` ``",
    "[link](https://example.org) ![image](x.png) [ref] [^1] [x]: y",
    "<b>bold</b> <script>alert(1)</script> <!-- x --> <https://example.org>",
    "&amp; &copy; &#x41; &#65;",
    "# heading",
    "- list",
    "1. number",
    "> quote",
    "---",
    "| --- |",
    "[bold]Łódź[/] :star: 日本語 👩‍👩‍👧‍👦",
    "line\nline\r\nline\ttab\x00\x1b[31m\x85\u2028\u202e",
    "http://example.org/ www.example.org user@example.org",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "ftp://example.org/",
    "https://example.org/<b>|</b>",
    "https://example.org/a b",
    "$x$ $$y$$ a\\$b",
    "=1+1",
    "'single' \"double\"",
]

ADDRESSES = [
    "https://example.org/",
    "HTTPS://EXAMPLE.ORG/",
    "http://example.org/a_b_c?x=*1*&y=[2](3)&copy=4#~~5~~`6`",
    "https://example.org/é/%C3%A9/日本",
    "https://www.youtube.com/results?search_query=%C3%89toile+%E2%80%93+Official+Trailer+%7C+Prime+Video",
]


def rendered(lines: Iterator[str]) -> list[list[tuple[str, str]]]:
    """Return the rows of a Markdown document that is one table: of each cell what is read and where it leads."""
    tokens = PARSER.parse("\n".join(lines))
    assert [token.type for token in tokens if token.level == 0] == ["table_open", "table_close"]
    rows: list[list[tuple[str, str]]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(cell(token.children or []))
    return rows


def cell(children: list[Token]) -> tuple[str, str]:
    match [token.type for token in children]:
        case []:
            return "", ""
        case ["text"]:
            return children[0].content, ""
        case ["link_open", "text", "link_close"] if children[0].markup == "autolink":
            return children[1].content, str(children[0].attrs["href"])
        case _:
            return "".join(map(line, children)), ""


def line(child: Token) -> str:
    """Return a piece of a cell that has several lines."""
    assert (child.type, child.content) == ("html_inline", "<br>") or child.type == "text", child
    return child.content if child.type == "text" else "\n"


def shown_as(value: str) -> str:
    """Return what a reader should see of a value: itself, its newlines as newlines, other controls as escapes."""
    return "\n".join(escape_controls(each) for each in re.split(r"\r?\n", value))


def one_cell(value: str) -> tuple[str, str]:
    (_, [shown]) = rendered(md(listing("cast", [CastMember(name=value)], ["name"])))
    return shown


def test_a_table_is_laid_out_as_github_has_it() -> None:
    assert list(md(listing("cast", CAST, NAMES))) == [
        "| name | known for | billing |",
        "| --- | --- | --- |",
        "| Luke Kirby | Maisel, a;b | main |",
        '| tab\\\\there, "quote"\\\\ |  |  |',
    ]


def test_a_table_of_no_records_is_its_header() -> None:
    assert list(md(listing("cast", [], ["name"]))) == ["| name |", "| --- |"]


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_renders_as_itself(value: str) -> None:
    assert one_cell(value) == (shown_as(value), "")


@pytest.mark.parametrize("value", ADDRESSES)
def test_an_address_is_a_link_that_shows_itself(value: str) -> None:
    assert md_text(value) == f"<{value}>"
    assert one_cell(value) == (value, PARSER.normalizeLink(value))


@pytest.mark.parametrize(
    "value",
    [*HOSTILE, "see http://example.org", "Www.example.org", "wwww.example.org", "(ftp://example.org)", "x_www.a.b"],
)
def test_github_finds_no_bare_link(value: str) -> None:
    assert BARE_LINK.search(md_text(value)) is None


@thorough
@given(texts | st.sampled_from(HOSTILE).flatmap(lambda text: texts.map(lambda more: text + more)))
def test_any_value_renders_as_itself(value: str) -> None:
    shown, address = one_cell(value)
    assert shown.strip() == shown_as(value).strip()
    assert not address or value.lower().startswith(("http://", "https://"))


@thorough
@given(st.text("htps:/w.é?&;=#%[]()*_<>|\\ \n", max_size=20).map("https://".__add__))
def test_only_an_address_becomes_a_link(value: str) -> None:
    shown, _ = one_cell(value)
    assert shown.strip() == shown_as(value).strip()


@thorough
@given(listings)
def test_any_listing_is_one_table_of_what_people_read(shown: Listing) -> None:
    names, *rows = rendered(md(shown))
    assert [text for text, _ in names] == [name.replace("_", " ") for name in shown.names()]
    assert [[text.strip() for text, _ in row] for row in rows] == [
        [read(shown, column, record, column.read(record)) for column in shown.columns] for record in shown.records
    ]


def read(shown: Listing, column: Column, record: object, value: Value) -> str:
    match value:
        case date() | PartialDate():
            return readable(value)
        case tuple() if column.name == "sources":
            return "; ".join(map(shown_as, dict.fromkeys(value))).strip()
        case str() if not is_reworded(column.declared, value):
            return shown_as(value).strip()
        case _:
            return next(Cells(shown).texts(column, [record])).strip()


def test_md_says_what_people_read(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(KEYS, encoding="utf-8")

    def cells(command: str) -> list[str]:
        return run(f"etoile -c {path} {command} -f md").stdout.splitlines()[2:]

    assert cells("cast --columns name,company,episodes") == ["| A | The Met | S01E01 |"]
    assert cells("companies --columns id,country,fictional") == ["| mbt | United States | yes |"]
    assert cells("settings --columns name,fictional") == ["| P |  |"], "that something is real says nothing"
    assert cells("episodes --columns episode,released,runtime") == ["| S01E01 | 24 April 2025 | 1 minute |"]
    assert cells("where-to-watch --columns regions,until,checked,url_kind") == [
        "| France, worldwide | 1 May 2026 | 6 June 2025 | a search, not its own page |"
    ]
    assert cells("summary")[1:] == [
        "| original title | y |",
        "| titles | French: z, French (Canada): w |",
        "| premiere | 24 April 2025 |",
        "| ended | May 2025 |",
        "| status | ended |",
        "| status date | 1 June 2025 |",
        "| seasons | 1 |",
        "| networks | A, B |",
        "| runtime | 52–75 minutes |",
        "| ratings | United States: TV-MA |",
        "| languages | Standard Arabic, French (Canada) |",
        "| countries | United States |",
        "| premise | One.<br><br>Two. |",
        "| ids | IMDb tt0000001 |",
        "| sources | [Paper](<https://example.org/a>) |",
        "| cites | title: [Paper](<https://example.org/a>); ended: [Paper](<https://example.org/a>) |",
        "| cast | A |",
        "| where to watch | S |",
    ]


KEYS = """
format = 1
show = { title = "x", premiere = 2025-04-24, status = "ended", status_date = 2025-06-01, seasons = 1, \
networks = ["A", "B"], languages = ["arb", "fr-CA"], countries = ["US"], premise = "One.\\n\\nTwo.", \
ids = { imdb = "tt0000001" }, original_title = "y", titles = { fr = "z", fr-CA = "w" }, ended = "2025-05", \
runtime = [52, 75], ratings = { US = "TV-MA" }, sources = ["a"], cites = { title = ["a"], ended = ["a"] } }
cast = [{ name = "A", company = "mbt", episodes = ["S01E01"] }]
companies = [{ id = "mbt", name = "The Met", country = "US", fictional = true }]
settings = [{ name = "P", fictional = false }]
episodes = [{ season = 1, number = 1, title = "E", released = 2025-04-24, runtime = 1 }]
availability = [{ service = "S", offer = "rent", regions = ["FR", "worldwide"], until = 2026-05-01, \
checked = 2025-06-06, url = "https://example.org/", url_kind = "search" }]
sources = [{ id = "a", title = "A", publisher = "Paper", url = "https://example.org/a" }]
""".replace("\\\n", "")


def test_sources_are_links_by_their_publishers() -> None:
    sources = (
        Source(id="a", title="An *article*", publisher="The [Paper]", url="https://example.org/a"),
        Source(id="b", title="A | talk", url="https://example.org/b"),
        Source(id="c", title="A book", publisher="Press", url="isbn:1"),
        Source(id="d", title="A trap", url="https://example.org/\u202ed"),
    )
    known = Catalogue(format=1, show=Show(title="A"), sources=sources)
    cited = [CastMember(name="A", sources=("a", "b", "c", "d", "no_such_"))]
    assert list(md(msgspec.structs.replace(listing("cast", cited, ["sources"]), catalogue=known)))[2] == (
        r"| [The \[Paper\]](<https://example.org/a>); [A \| talk](<https://example.org/b>); Press; A trap; no_such\_ |"
    )


def test_a_summary_names_only_ids_that_have_the_form_of_their_schemes() -> None:
    ids = '{ IMDB = "https://www.imdb.com/title/tt0000001/", tmdb_id = "12", tvdb = "0", mine = "n/a", trakt = "x" }'
    rows = run("etoile -c - summary -f md", stdin=f'format = 1\nshow = {{ title = "A", ids = {ids} }}').stdout
    assert "| ids | TMDB 12, trakt x |\n" in rows
