"""What a page has for every value and every record, as HTML.

The templates call these functions as they would call macros, which take several times as long: a large catalogue has a
million values. Every text goes through `escaped`; whatever else is in the HTML is our own.
"""

from collections.abc import Sequence
from functools import lru_cache

from etoile_cli.export.chapters import Chapter, ChapterEntry
from etoile_cli.export.directions import direction
from etoile_cli.export.facts import PAIRS, PARAGRAPHS, Fact
from etoile_cli.export.marks import Mark, runs
from etoile_cli.export.pieces import Piece

# No line breaks before marks, nor within a run of them.
_BEFORE_MARKS = "&#8239;"
_DASH = "&#8288;–&#8288;"


def escaped(text: str) -> str:
    """Return a text as HTML that shows it, in an element or in the quotes of an attribute, as the templates do.

    markupsafe, which the templates have it from, makes an object for each text, and takes three times as long.
    """
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("'", "&#39;")
        .replace('"', "&#34;")
    )


def marks(of: Sequence[Mark]) -> str:
    """Return marks, of which several in a row are a run; nothing if there are none."""
    if not of:
        return ""
    links = [_DASH.join(map(_mark, run)) for run in runs(of)] if len(of) > 1 else map(_mark, of)
    return f'<span class="marks">{" ".join(links)}</span>'


def _mark(mark: Mark) -> str:
    number, text = mark.number, escaped(mark.text)
    if not number:
        return f'<span dir="auto">[{text}]</span>'
    return f'<a href="#source-{number}" title="{text}" aria-label="Source {number}">{number}</a>'


def value(fact: Fact) -> str:
    """Return the value of a fact.

    Paragraphs, and the pairs of a table, are items: the stylesheet gives each a line of its own where there is room.
    """
    if len(fact.pieces) < 2 or fact.kind not in {PAIRS, PARAGRAPHS}:
        return pieces(fact.pieces, fact.separator)
    end = f'<span class="separator">{escaped(fact.separator.strip())}</span>' if fact.kind == PAIRS else ""
    items = [f'<span class="item">{_piece(each)}{end}</span>' for each in fact.pieces[:-1]]
    return " ".join([*items, f'<span class="item">{_piece(fact.pieces[-1])}</span>'])


def pieces(of: Sequence[Piece], separator: str = ", ") -> str:
    """Return the pieces of a value, with what stands between them."""
    return escaped(separator).join(map(_piece, of)) if len(of) > 1 else _piece(of[0]) if of else ""


def _piece(piece: Piece) -> str:
    text = escaped(piece.text)
    if piece.link:
        element = f'<a href="{escaped(piece.link)}" dir="auto">{text}</a>'
    elif piece.day:
        element = f'<time datetime="{escaped(piece.day)}">{text}</time>'
    else:
        language = f' lang="{escaped(piece.language)}"' if piece.language else ""
        element = f'<span dir="{direction(piece.text)}"{language}>{text}</span>'
    if piece.before:
        element = escaped(piece.before) + element
    return f"{element}{_BEFORE_MARKS}{marks(piece.marks)}" if piece.marks else element


def facts(of: Sequence[Fact], class_: str) -> str:
    """Return facts as the lines of a list; nothing if there are none."""
    if not of:
        return ""
    items = [f"{_label(fact.classes, fact.label)} <dd>{value(fact)}</dd></div>\n" for fact in of]
    return f'  <dl class="{escaped(class_)}">\n{"".join(items)}  </dl>\n'


def row(chapter: Chapter, entry: ChapterEntry) -> str:
    """Return the lines of a record: a row group, which a narrow screen shows as a card."""
    attributes = [
        f' {name}="{escaped(text)}"'
        for name, text in (("id", entry.anchor), ("data-id", entry.id), ("data-sort-name", entry.sort_name))
        if text
    ]
    main, group = chapter.main, chapter.group
    cells = [
        _heading(fact, entry) if fact.key == main else f"{_cell(fact.classes, fact.label)}{value(fact)}</td>\n"
        for fact in entry.cells
        if fact.key != group
    ]
    return (
        f'    <tbody role="rowgroup"{"".join(attributes)}>\n      <tr role="row">\n{"".join(cells)}      </tr>\n'
        f"{_details(chapter.details_of(entry), len(cells))}    </tbody>\n"
    )


def _heading(fact: Fact, entry: ChapterEntry) -> str:
    end = f"{_BEFORE_MARKS}{marks(entry.marks)}" if entry.marks else ""
    return f'        <th role="rowheader" scope="row">{value(fact)}{end}</th>\n'


def _details(of: Sequence[Fact], columns: int) -> str:
    """Return the row below the one of a record, which is as wide as all its columns; nothing if there are no facts."""
    if not of:
        return ""
    return (
        '      <tr role="row" class="details">\n'
        f'        <td role="cell" colspan="{columns}">\n{facts(of, "details")}\n        </td>\n      </tr>\n'
    )


# All records have the same few columns and labels.
@lru_cache(maxsize=256)
def _cell(classes: str, label: str) -> str:
    """Return the beginning of a cell, up to its value."""
    return f'        <td role="cell" class="{escaped(classes)}" data-label="{escaped(label)}">'


@lru_cache(maxsize=256)
def _label(classes: str, label: str) -> str:
    """Return the beginning of a line with a label, up to its value."""
    return f'    <div class="{escaped(classes.replace("_", "-"))}"><dt dir="auto">{escaped(label)}</dt>'
