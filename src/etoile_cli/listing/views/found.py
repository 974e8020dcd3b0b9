"""What a search found, for people: sections as headings, their records, and the words marked in them."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from etoile_cli.listing.blocks import beside, indented
from etoile_cli.listing.columns import Match, section_name
from etoile_cli.listing.marks import places_of
from etoile_cli.text.folding import fold
from etoile_cli.text.styles import ACCENT, LABEL, MARK, PLAIN, QUIET, STRONG, Line, Segment, Style, wrapped_line
from etoile_cli.text.values import in_words, show
from etoile_cli.text.widths import text_width

_INDENT = 2
_GAP = 2
# With fewer columns a text would be a column of single words.
_LEAST = 16


def found(matches: Sequence[Match], words: Sequence[str], width: int) -> Iterator[Line]:
    """Yield the records of each section under its name; sections come in the order of their first records."""
    wanted = sorted(filter(None, map(fold, words)), key=len, reverse=True)
    order = {section: at for at, section in enumerate(dict.fromkeys(match.section for match in matches))}
    ordered = sorted(matches, key=lambda match: order[match.section])
    for section, group in groupby(ordered, key=lambda match: match.section):
        records = [_Found(show(match.name), _places(match)) for match in group]
        if order[section]:
            yield ()
        yield [(section_name(section), ACCENT), (f" · {len(records):,}", QUIET)]
        column = max((text_width(key) for record in records for key, _ in record.places), default=0) + _GAP
        for record in records:
            yield from indented(_lines(record, wanted, column, width - _INDENT), _INDENT)


class _Found(NamedTuple):
    """A record's name, and the keys and texts that hold the words and are not already in the name."""

    name: str
    places: Sequence[tuple[str, str]]


def _places(match: Match) -> Sequence[tuple[str, str]]:
    """Return the keys and the texts that hold the words, except texts that the name of the record contains."""
    name = show(match.name)
    in_name = {match.record.main, *match.record.in_heading}
    parted = (place.partition(":") for place in match.match)
    shown = ((key, show(text)) for key, _, text in parted)
    return [(in_words(key), text) for key, text in shown if key not in in_name or text not in name]


def _lines(record: _Found, words: Sequence[str], column: int, width: int) -> Iterator[Line]:
    yield from wrapped_line(_marked(record.name, words, STRONG), width, hanging=_INDENT)
    for key, text in record.places:
        yield from indented(_place(key, _marked(text, words, PLAIN), column, width - _INDENT), _INDENT)


def _place(key: str, text: Line, column: int, width: int) -> Iterator[Line]:
    """Yield a key and the text beside it, or below it where there is little room."""
    if width - column >= _LEAST:
        yield from beside([(key, LABEL)], wrapped_line(text, width - column), column)
    else:
        yield [(key, LABEL)]
        yield from indented(wrapped_line(text, width - _INDENT), _INDENT)


def _marked(text: str, words: Sequence[str], style: Style) -> Line:
    segments: list[Segment] = []
    end = 0
    for begin, finish in sorted(places_of(words, text)):
        if finish > end:
            segments += [(text[end:begin], style), (text[max(begin, end) : finish], MARK)]
            end = finish
    return [each for each in [*segments, (text[end:], style)] if each[0]]
