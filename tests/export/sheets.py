"""A fact sheet as its readers see it and as the booklet's words have it, and catalogues that try to break it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
import tomli
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.toml_values import from_toml
from etoile_cli.export.booklet import booklet
from etoile_cli.export.chapters import Chapter, ChapterEntry
from etoile_cli.export.distinct import distinct
from etoile_cli.export.facts import PARAGRAPHS, Fact
from etoile_cli.export.marks import Mark as SourceMark
from tests.door import CHECKOUT
from tests.strategies import catalogues

# CommonMark with GitHub's tables, strikethrough and footnotes; every address as it is written, the forbidden ones too.
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
PARSER.disable(["footnote_inline", "footnote_tail"])
PARSER.normalizeLink = PARSER.normalizeLinkText = str
PARSER.validateLink = lambda _: True

FULL = CHECKOUT / "tests/data/full.toml"

# What begins or ends a block, or means something within one.
HOSTILE = [
    *("# heading", "#", "a #", "a ##", "- list", "-", "--- ", "* * *", "_ _ _", "+ list", "1. number", "12) number"),
    *("> quote", "===", "    code", "```", "~~~ x", "| a | b |", "| --- |", "a\n---\nb", "a\n\nb", "a  \nb", "a\\\nb"),
    *("[x]: y", "[^1]", "[^1]: y", "^[note]", "[ ] task", "![^1]", "!", "a!", "[x]", "[x](y)", "![x](y)", "[x][y]"),
    *("*a*", "**a**", "_a_", "__a__", "a_b_c", "~a~", "~~a~~", "`a`", "``", "\\", "\\\\", "a\\", "a|b", "a\\|b"),
    *("<b>", "</b>", "<br>", "<!-- a -->", "<a@b.c>", "<https://a.b>", "<?a?>", "&amp;", "&#65;", "&#x41;", "&copy;"),
    *("https://a.b/", "see HTTP://a.b", "www.a.b", "(www.a.b)", "ftp://a.b", ":star:", "@a", "#1", "$a$", "$$", "^a^"),
    *("\u3000a\u3000", "\xa0a", "\u2028a\u202eb\x1b[0m", "日本語", "👩‍👩‍👧‍👦 🇫🇷", "e\u0301", "a\tb\r\nc", "\x85"),
]

# The keys whose values are codes, addresses or what other records refer to; no text may stand there.
CODES = {"status", "languages", "countries", "id", "country", "company", "billing", "uses", "offer", "regions", "url"}
CODES |= {"url_kind", "kind", "language", "sources", "episodes", "result", "archived", "except", "follows", "cites"}
CODES |= {"ended", "premiere", "released", "published", "date"}


class Link(NamedTuple):
    text: str
    address: str


class Mark(NamedTuple):
    label: str


class Bold(NamedTuple):
    text: str


Piece = str | Link | Mark | Bold

# The elements that hold a text, the outermost first: `ul li p`; and the text in pieces.
Block = tuple[str, list[Piece]]


def rendered(markdown: str) -> Iterator[Block]:
    """Return the texts of a document; whatever a fact sheet has no use for, a block of code say, is an error."""
    return _told(_parsed(markdown))


def links(markdown: str) -> list[Link]:
    return [piece for _, text in rendered(markdown) for piece in text if isinstance(piece, Link)]


def _told(blocks: Iterable[tuple[str, Iterable[Piece]]]) -> Iterator[Block]:
    """Yield the blocks that hold a text, and the empty cells of tables."""
    for path, parts in blocks:
        text = _joined(parts)
        if text or path.endswith(("th", "td")):
            yield path, text


def _parsed(markdown: str) -> Iterator[tuple[str, Iterable[Piece]]]:
    path: list[str] = []
    for token in PARSER.parse(markdown):
        if token.nesting == 1:
            path.append(f"note {token.meta['label']}" if token.type == "footnote_reference_open" else token.tag)
        elif token.nesting == -1:
            path.pop()
        else:
            assert token.type == "inline", token
            yield " ".join(path), _pieces(iter(token.children or []))


def _pieces(tokens: Iterator[Token]) -> Iterator[Piece]:
    for token in tokens:
        match token.type:
            case "text":
                yield token.content
            case "html_inline":
                assert token.content == "<br>", token
                yield "\n"
            case "footnote_ref":
                yield Mark(token.meta["label"])
            case "link_open":
                assert set(token.attrs) == {"href"}
                yield Link(_text_until("link_close", tokens), str(token.attrs["href"]))
            case "strong_open":
                yield Bold(_text_until("strong_close", tokens))
            case _:
                raise AssertionError(token)


def _text_until(end: str, tokens: Iterator[Token]) -> str:
    text, close = next(tokens), next(tokens)
    assert (text.type, close.type) == ("text", end)
    return text.content


def _joined(parts: Iterable[Piece]) -> list[Piece]:
    """Return pieces with texts that follow each other made one, and no blanks at the ends."""
    whole: list[Piece] = []
    for part in parts:
        if isinstance(part, str) and whole and isinstance(whole[-1], str):
            whole[-1] += part
        else:
            whole.append(part)
    if whole and isinstance(whole[0], str):
        whole[0] = whole[0].lstrip()
    if whole and isinstance(whole[-1], str):
        whole[-1] = whole[-1].rstrip()
    return [part for part in whole if part]


def expected(catalogue: Catalogue) -> Iterator[Block]:
    """Return the texts that a catalogue's fact sheet should have."""
    return _told(_blocks(catalogue))


def _blocks(catalogue: Catalogue) -> Iterator[tuple[str, Iterable[Piece]]]:
    about = booklet(catalogue)
    labels = labels_of(catalogue)
    yield "h1", [about.title]
    yield "blockquote p", [about.logline, *(_marks(about.cited["logline"], labels) if about.logline else [])]
    yield "p", [about.headline]
    for fact in about.facts:
        yield "ul li p", [Bold(f"{fact.label.strip()}:"), " ", *_value(fact, labels)]
    if about.marks:
        yield "ul li p", [Bold("Sources:"), *_marks(about.marks, labels)]
    yield from (("p", [paragraph]) for paragraph in about.note[:-1])
    yield "p", [*about.note[-1:], *(_marks(about.cited["note"], labels) if about.note else [])]
    yield "h2", ["Premise"] if about.premise else []
    yield from (("p", [paragraph]) for paragraph in about.premise)
    yield "p", _stated(about.premise, about.cited["premise"], labels)
    yield "h2", ["Themes"] if about.themes else []
    yield from (("ul li p", [theme]) for theme in about.themes)
    yield "p", _stated(about.themes, about.cited["themes"], labels)
    for chapter in about.chapters:
        yield "h2", [chapter.heading]
        if not chapter.heads:
            yield from _table(chapter, chapter.entries(), labels)
            continue
        for group in chapter.groups():
            yield "h3", [group.heading, *_marks(group.marks, labels)]
            for fact in group.facts:
                yield "ul li p", [Bold(f"{fact.label}:"), " ", *_value(fact, labels)]
            yield from _table(chapter, group.entries, labels) if group.has_entries else ()
    cited = cited_sources(catalogue)
    sources = [(entry.number, _source(entry, labels)) for entry in about.sources.entries()]
    others = [text for number, text in sources if number not in cited]
    yield "h2", ["Further sources"] if others else []
    yield from (("ul li p", text) for text in others)
    yield from ((f"note {labels[number]} p", text) for number, text in sources if number in cited)


def _table(
    chapter: Chapter, entries: Iterable[ChapterEntry], labels: Mapping[int, str]
) -> Iterator[tuple[str, Iterable[Piece]]]:
    yield from (("table thead tr th", [name]) for name in chapter.labels().values())
    for entry in entries:
        yield from (("table tbody tr td", _cell(fact, entry, chapter.main, labels)) for fact in entry.cells)


def labels_of(catalogue: Catalogue) -> dict[int, str]:
    """Return the labels of the footnotes by the number of the source: its id, where that can be one."""
    ids = [source.id.lower() for source in catalogue.sources]
    plain = [
        id_ if re.fullmatch("[0-9a-z_-]+", id_) else f"source-{number}" for number, id_ in enumerate(ids, start=1)
    ]
    return dict(enumerate(distinct(plain), start=1))


def cited_sources(catalogue: Catalogue) -> set[int]:
    """Return the numbers of the sources that a record names; of two with the same id the first is meant."""
    ids = [source.id for source in catalogue.sources]
    named = [id_ for record in records(catalogue) for id_ in _named_by(record)]
    return {ids.index(id_) + 1 for id_ in named if id_ in ids}


def _named_by(record: Any) -> list[str]:
    return [*record.sources, *(id_ for ids in record.cites.values() for id_ in ids)]


def records(catalogue: Catalogue) -> list[Record]:
    return [catalogue.show, *(record for section in RECORD_TYPES for record in getattr(catalogue, section))]


def _value(fact: Fact, labels: Mapping[int, str]) -> list[Piece]:
    parts = [
        [
            # A place on a page is none in a sheet.
            Link(each.text, each.link) if each.link and each.link[0] != "#" else f"{each.before}{each.text}",
            *_marks(each.marks, labels),
        ]
        for each in fact.pieces
    ]
    between = ["\n", "\n"] if fact.kind == PARAGRAPHS else [fact.separator]
    return [piece for part in parts for piece in (*between, *part)][len(between) :]


def _stated(texts: Sequence[str], marks: Sequence[SourceMark], labels: Mapping[int, str]) -> list[Piece]:
    return ["Stated by", *_marks(marks, labels)] if texts and marks else []


def _marks(marks: Iterable[SourceMark], labels: Mapping[int, str]) -> list[Piece]:
    return [piece for mark in marks for piece in (" ", Mark(labels[mark.number]) if mark.number else f"[{mark.text}]")]


def _cell(fact: Fact, entry: ChapterEntry, main: str, labels: Mapping[int, str]) -> list[Piece]:
    if fact.key != main:
        return _value(fact, labels)
    details = [piece for each in entry.details for piece in ("\n", f"{each.label}: ", *_value(each, labels))]
    return [*_value(fact, labels), *_marks(entry.marks, labels), *details]


def _source(entry: ChapterEntry, labels: Mapping[int, str]) -> list[Piece]:
    values = {fact.key: _value(fact, labels) for fact in (*entry.cells, *entry.details) if fact.pieces}
    title, note = values.pop("title", []), values.pop("note", [])
    for name in {"accessed", "language"} & values.keys():
        values[name].insert(0, {"language": "in "}.get(name, f"{name} "))
    others = [piece for value in values.values() for piece in (", ", *value)]
    return [*title, *_marks(entry.marks, labels), *others, *([". ", *note] if note else [])]


def everywhere(text: str) -> Catalogue:
    """Return the catalogue that has every key, in which every text is this one."""

    def put(key: str, value: Any) -> Any:
        match value:
            case dict() if key == "ids":
                return dict.fromkeys([*value, text], text)
            case dict() if key == "cites":
                return value
            case dict() if key in {"titles", "ratings"}:
                return dict.fromkeys(value, text)
            case dict():
                return {name: put(name, each) for name, each in value.items()}
            case list():
                return [put(key, each) for each in value]
            case str() if key not in CODES:
                return text
            case _:
                return value

    return msgspec.convert(put("", tomli.loads(FULL.read_text(encoding="utf-8"))), Catalogue, dec_hook=from_toml)


@st.composite
def sourced(draw: st.DrawFn) -> Catalogue:
    """Draw a catalogue whose records name sources that are there, and one that isn't."""
    catalogue = draw(catalogues)
    ids = st.sampled_from([*(source.id for source in catalogue.sources), "nowhere"])

    def cite(record: Record) -> Record:
        return msgspec.structs.replace(record, sources=tuple(draw(st.lists(ids, unique=True, max_size=3))))

    sections = {name: tuple(map(cite, getattr(catalogue, name))) for name in RECORD_TYPES}
    return msgspec.structs.replace(catalogue, show=cite(catalogue.show), **sections)
