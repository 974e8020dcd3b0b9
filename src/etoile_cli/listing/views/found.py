"""What a search found, for people: sections as headings, their records, and the words marked in them."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from etoile_cli.listing.blocks import beside, indented
from etoile_cli.listing.columns import Match, section_name
from etoile_cli.listing.marks import places_of
from etoile_cli.listing.terms.marks import Marks
from etoile_cli.text.styles import ACCENT, LABEL, MARK, PLAIN, QUIET, STRONG, Line, Segment, Style, wrapped_line
from etoile_cli.text.values import in_words, show
from etoile_cli.text.widths import text_width

_INDENT = 2
_GAP = 2
# With fewer columns a text would be a column of single words.
_LEAST = 16


def found(matches: Sequence[Match], words: Sequence[str], width: int) -> Iterator[Line]:
    """Yield the records of each section under its name; sections come in the order of their first records."""
    marks = Marks(words)
    order = {section: at for at, section in enumerate(dict.fromkeys(match.section for match in matches))}
    ordered = sorted(matches, key=lambda match: order[match.section])
    for section, group in groupby(ordered, key=lambda match: match.section):
        records = [_found(match, marks) for match in group]
        if order[section]:
            yield ()
        yield [(section_name(section), ACCENT), (f" · {len(records):,}", QUIET)]
        column = max((text_width(key) for record in records for key, *_ in record.places), default=0) + _GAP
        for record in records:
            yield from indented(_lines(record, column, width - _INDENT), _INDENT)


class _Found(NamedTuple):
    """A record's name, and the keys and texts that hold the words and are not already in the name, marked."""

    name: Line
    places: Sequence[tuple[str, Line]]


def _found(match: Match, marks: Marks) -> _Found:
    """Return a record with the keys and the texts that hold the words, except texts that its name contains."""
    name, kind = show(match.name), type(match.record)
    in_name = {match.record.main, *match.record.in_heading}
    marked = list(marks.plain)
    places = []
    for key, _, text in (place.partition(":") for place in match.match):
        shown = show(text)
        words = marks.under(kind, key, shown)
        if key in in_name and shown in name:
            marked += words
        else:
            places.append((in_words(key), _marked(shown, words, PLAIN)))
    return _Found(_marked(name, sorted(marked, key=len, reverse=True), STRONG), places)


def _lines(record: _Found, column: int, width: int) -> Iterator[Line]:
    yield from wrapped_line(record.name, width, hanging=_INDENT)
    for key, text in record.places:
        yield from indented(_place(key, text, column, width - _INDENT), _INDENT)


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
