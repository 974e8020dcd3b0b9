"""The catalogue as a fact sheet to paste into a post: Markdown, GitHub-flavoured, with footnotes for the sources.

Every text is escaped so that it renders as it is. GitHub leaves out footnotes that nothing refers to: sources that no
record names are a list of their own.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.export.booklet import Booklet, booklet
from etoile_cli.export.chapters import Chapter, ChapterEntry
from etoile_cli.export.distinct import distinct
from etoile_cli.export.facts import PARAGRAPHS, Fact
from etoile_cli.export.groups import Group
from etoile_cli.export.marks import Mark
from etoile_cli.export.pieces import Piece
from etoile_cli.text.markdown import ENTITY, md_inline, md_row

# Signs that begin a heading, a list or a rule at the beginning of a block, and those that end a heading (CommonMark 4
# and 5).
_SIGN_OF_BLOCK = r"^[#+>-]"
_NUMBER_OF_ITEM = r"^(\d{1,9})([.)])"
_END_OF_HEADING = r"(?:^|(?<=\s))#(?=#*$)"
# Labels of footnotes, whose case doesn't count. That of a link has up to 999 characters (CommonMark 6.3).
_LABEL = r"[a-z0-9_-]{1,900}"
_ESCAPED = r"\\\g<0>"
# In a row of a table or an item of a list.
_BETWEEN_PARAGRAPHS = "<br><br>"

Labels = Mapping[int, str]


def md(catalogue: Catalogue) -> Iterator[str]:
    """Yield the lines of the fact sheet."""
    sheet = booklet(catalogue)
    labels = _labels(catalogue)
    yield f"# {re.sub(_END_OF_HEADING, _ESCAPED, _line(sheet.title))}"
    yield from _opening(sheet, labels)
    for chapter in sheet.chapters:
        yield from ["", f"## {chapter.heading}", ""]
        yield from _tables(chapter, labels)
    yield from _sources(sheet.sources, labels, _cited(catalogue, sheet.sources))


def _labels(catalogue: Catalogue) -> Labels:
    """Return the labels of the footnotes by the numbers of the sources: their ids, as far as they can be labels."""
    numbered = enumerate((source.id.lower() for source in catalogue.sources), start=1)
    names = distinct(id_ if re.fullmatch(_LABEL, id_) else f"source-{number}" for number, id_ in numbered)
    return dict(enumerate(names, start=1))


def _opening(sheet: Booklet, labels: Labels) -> Iterator[str]:
    facts = [f"- **{md_inline(fact.label.strip())}:** {_value(fact, labels)}" for fact in sheet.facts]
    if sheet.marks:
        facts.append(f"- **Sources:**{_marks(sheet.marks, labels)}")
    for block in (
        [f"> {_line(sheet.logline)}{_marks(sheet.cited['logline'], labels)}"] if sheet.logline else [],
        [sheet.headline] if sheet.headline else [],
        facts,
        _paragraphs(sheet.note, labels, sheet.cited["note"]),
    ):
        if block:
            yield from ["", *block]
    if sheet.premise:
        yield from ["", "## Premise"]
        for paragraph in sheet.premise:
            yield from ["", _line(paragraph)]
        yield from _stated(sheet.cited["premise"], labels)
    if sheet.themes:
        yield from ["", "## Themes", "", *(f"- {_line(theme)}" for theme in sheet.themes)]
        yield from _stated(sheet.cited["themes"], labels)


def _paragraphs(paragraphs: Sequence[str], labels: Labels, marks: Sequence[Mark]) -> list[str]:
    """Return the lines of paragraphs, with marks behind the last."""
    lines = [line for paragraph in paragraphs for line in ("", _line(paragraph))]
    return [*lines[1:-1], f"{lines[-1]}{_marks(marks, labels)}"] if lines else []


def _stated(marks: Sequence[Mark], labels: Labels) -> Iterator[str]:
    """Yield the marks of a text of several paragraphs or items, below it."""
    if marks:
        yield from ["", f"Stated by{_marks(marks, labels)}"]


def _tables(chapter: Chapter, labels: Labels) -> Iterator[str]:
    """Yield the lines of a chapter: a table or, if records can head groups of it, a table for each group."""
    groups = chapter.groups() if chapter.heads else [Group("", chapter.entries())]
    blocks = (block for group in groups for block in _blocks(chapter, group, labels))
    yield from next(blocks)
    for block in blocks:
        yield from ["", *block]


def _blocks(chapter: Chapter, group: Group[ChapterEntry, Mark], labels: Labels) -> Iterator[Iterable[str]]:
    """Yield the heading of a group, its facts and its table, of which any may be missing."""
    if heading := re.sub(_END_OF_HEADING, _ESCAPED, _line(group.heading)):
        yield [f"### {heading}{_marks(group.marks, labels)}"]
    if group.facts:
        yield [f"- **{md_inline(fact.label)}:** {_value(fact, labels)}" for fact in group.facts]
    if group.has_entries:
        yield _table(chapter, group.entries, labels)


def _table(chapter: Chapter, entries: Iterable[ChapterEntry], labels: Labels) -> Iterator[str]:
    yield md_row(chapter.labels().values())
    yield md_row("---" for _ in chapter.columns)
    for entry in entries:
        yield md_row(
            [_main(fact, entry, labels) if fact.key == chapter.main else _value(fact, labels) for fact in entry.cells]
        )


def _main(fact: Fact, entry: ChapterEntry, labels: Labels) -> str:
    details = [f"{md_inline(each.label)}: {_value(each, labels)}" for each in entry.details]
    return "<br>".join([f"{_value(fact, labels)}{_marks(entry.marks, labels)}", *details])


def _sources(sources: Chapter, labels: Labels, cited: set[int]) -> Iterator[str]:
    """Yield the sources that are referred to as footnotes, and the others as a list."""
    others = sources.entries(lambda number: number not in cited)
    footnotes = sources.entries(lambda number: number in cited)
    yield from _block(["## Further sources", ""], (f"- {_source(sources, each, labels)}" for each in others))
    yield from _block([], (f"[^{labels[each.number]}]: {_source(sources, each, labels)}" for each in footnotes))


def _block(opening: Iterable[str], lines: Iterator[str]) -> Iterator[str]:
    """Yield a blank line, the `opening` and the lines; nothing if there are no lines."""
    first = next(lines, None)
    if first is not None:
        yield from ["", *opening, first]
        yield from lines


def _source(chapter: Chapter, entry: ChapterEntry, labels: Labels) -> str:
    """Return a source in a line: `Title [^b], author, publisher, 1 April 2025, <address>. Note`."""
    facts = [fact for fact in (*entry.cells, *entry.details) if fact.pieces]
    texts = {fact.key: chapter.introduction(fact) + _value(fact, labels) for fact in facts}
    title, note = texts.pop(chapter.main, ""), texts.pop("note", "")
    values = [f"{_beginning(title)}{_marks(entry.marks, labels)}", *texts.values()]
    return ". ".join(filter(None, [", ".join(filter(None, values)), note]))


def _cited(catalogue: Catalogue, sources: Chapter) -> set[int]:
    """Return the numbers of the sources that any record refers to."""
    return {mark.number for mark in sources.lookup.every(record for _, record in catalogue.every_record())}


def _marks(marks: Iterable[Mark], labels: Labels) -> str:
    """Return footnote marks with a blank before each, since GitHub leaves no room between them."""
    return "".join(f" [^{labels[mark.number]}]" if mark.number else f" \\[{md_inline(mark.text)}\\]" for mark in marks)


def _value(fact: Fact, labels: Labels) -> str:
    separator = _BETWEEN_PARAGRAPHS if fact.kind == PARAGRAPHS else fact.separator
    pieces = [
        f"{_piece(piece)}{_marks(piece.marks, labels)}" if piece.marks else _piece(piece) for piece in fact.pieces
    ]
    return separator.join(pieces)


def _piece(piece: Piece) -> str:
    if not piece.link or piece.link.startswith("#"):  # rows have no addresses of their own, as they have on a page
        return md_inline(piece.before + piece.text)
    before = md_inline(piece.before)
    if piece.link == piece.text and not re.search(ENTITY, piece.link):
        return f"{before}<{piece.link}>"
    return f"{before}[{md_inline(piece.text)}](<{re.sub(ENTITY, '&amp;', piece.link)}>)"


def _line(text: str) -> str:
    """Return a line of text as Markdown that renders as it is where a block begins."""
    return _beginning(md_inline(text))


def _beginning(markdown: str) -> str:
    return re.sub(_NUMBER_OF_ITEM, r"\1\\\2", re.sub(_SIGN_OF_BLOCK, _ESCAPED, markdown))
