"""What a search found, for people: section by section its records, with the lines where the words stand."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.text import Text

from etoile_cli.columns import Match
from etoile_cli.folding import places_of
from etoile_cli.render.grid import Cell, Lines, add_block, add_fields
from etoile_cli.render.style import ACCENT, NAME, QUIET
from etoile_cli.values import show

_INDENT = 2
_GAP = 2


def matches(found: Sequence[Match], words: Sequence[str], width: int) -> Iterator[Text]:
    """Yield the records that were found, section by section, the words in them marked."""
    for number, (section, records) in enumerate(groupby(found, key=lambda match: match.section)):
        lines = Lines()
        if number:
            lines.end()
        lines.add(section, ACCENT)
        lines.end()
        for record in records:
            _add_match(lines, record, words, width)
            yield lines.text()
            lines = Lines()


def _add_match(lines: Lines, match: Match, words: Sequence[str], width: int) -> None:
    name = show(match.name)
    add_block(lines, Cell(name, NAME, marks=places_of(name, words)), width, indent=_INDENT, hanging=_INDENT)
    parted = [place.partition(": ") for place in match.match]
    told = [(key, show(text)) for key, _, text in parted if show(text) not in name]
    fields = [(Cell(key.replace("_", " "), QUIET), Cell(text, marks=places_of(text, words))) for key, text in told]
    add_fields(lines, fields, width, indent=2 * _INDENT, gap=_GAP)
