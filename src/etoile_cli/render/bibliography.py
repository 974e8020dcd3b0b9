"""The sources for people: one line each where it fits, the title leading to the page."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from etoile_cli.model import Source
from etoile_cli.render.grid import Cell, Lines, add_block, add_fields
from etoile_cli.render.style import QUIET, is_followed
from etoile_cli.values import readable_date, show
from etoile_cli.widths import text_width

# From here up there is room for the ids by which records name the sources.
_WIDE = 100
_LONGEST_ID = 24
_INDENT = 2


def bibliography(records: Sequence[Source], width: int, *, links: bool) -> Iterator[Text]:
    """Yield the sources one under the other; an address that can't be a link stands below."""
    ids = [show(source.id) for source in records]
    wide = max((text_width(id_) for id_ in ids), default=0)
    has_ids = width >= _WIDE and wide <= _LONGEST_ID
    for id_, source in zip(ids, records, strict=True):
        cells = [_title(source)]
        if not (links and is_followed(source.url)):
            cells.append(Cell(show(source.url), QUIET))
        lines = Lines()
        if has_ids:
            fields = [(Cell("" if number else id_, QUIET), cell) for number, cell in enumerate(cells)]
            add_fields(lines, fields, width, gap=_INDENT, least=wide)
        else:
            for number, cell in enumerate(cells):
                add_block(lines, cell, width, indent=_INDENT if number else 0, hanging=0 if number else _INDENT)
        yield lines.text()


def _title(source: Source) -> Cell:
    """Return what a source is called: its publisher, its title and its day."""
    published = readable_date(source.published) if source.published else ""
    named = ": ".join(filter(None, [show(source.publisher or ""), show(source.title)]))
    return Cell(", ".join(filter(None, [named, published])), address=source.url)
