"""How far a string goes on that is never closed, or closed some lines below: its lines may look like anything."""

import re
from collections.abc import Collection
from functools import cache

from etoile_cli.check.toml.scanner import (
    KEY,
    REST_OF_LINE,
    Span,
    is_toml,
    line_end,
    skip_blanks,
    string_end,
)

_OPENING = re.compile(rf"{KEY}[ \t]*=[ \t]*(?P<quotes>\"\"\"|'''|[\"'])")
_PAIR = re.compile(rf"[ \t]*{KEY}[ \t]*(?:=|:[ \t]*[\"'\[{{])")
_HEADER = re.compile(rf"[ \t]*\[\[?[ \t]*(?P<name>{KEY})[ \t]*\]\]?{REST_OF_LINE}")
_ONLY_WORD = re.compile(r"[^\w=.\n]*+(?P<name>\w++)[^\w=.\n]*+(?=\n|\Z)")
_TRIPLE = ('"""', "'''")
_EMPTY = re.compile(rf"{KEY}[ \t]*=[ \t]*(?:\"\"|'')")
# A value that is none, or the first quotes of one with too few of them.
_BROKEN = re.compile(rf"{KEY}[ \t]*=[ \t]*(?:\"\"(?!\")|''(?!')|[^\s\"'#\[{{])")
_LAST_QUOTES = re.compile(r"(?![ \t]*#)(?:(?!\"\"\"|''')[^\n])*+(?:\"\"\"|''')[ \t]*(?=\n|\Z)")
_NOTHING = re.compile(REST_OF_LINE)
# Up to the end of the last line that holds more than a comment.
_LAST_LINE = re.compile(r"(?s:.*)^(?![ \t\r]*(?:#[^\n]*)?$)[^\n]++$", re.MULTILINE)
_CLOSING = {
    '"': re.compile(r"^(?:[^\"\\\n]++|\\.)*+\"[ \t,;]*$", re.MULTILINE),
    "'": re.compile(r"^[^\n]*'[ \t,;]*$", re.MULTILINE),
}

# As many headers of tables without a key may follow one another; of more, nobody looks what comes behind them.
_MOST_HEADERS = 5

# A text whose first quotes are gone is looked for no further.
_MOST_LINES = 1_000


def open_string_at(text: str, statement: Span, *, is_open: bool) -> Span | None:
    """Return where a string stands that is the value of a statement and not closed there; `None` if there is none.

    `is_open` tells that something in the statement is never closed. So is a string that the quotes of another one end.
    """
    opening = _OPENING.match(text, *statement)
    if opening is None:
        return None
    begin = opening.start("quotes")
    if len(opening["quotes"]) > 1:
        return (begin, statement[1]) if is_open or _ends_another(text, statement) else None
    return None if string_end(text, (begin, statement[1])) else (begin, len(text))


def ends_with_string(text: str, statement: Span) -> bool:
    """Tell whether a statement ends with a string of several lines."""
    return text.endswith(_TRIPLE, *statement) and not _ends_another(text, statement)


def _ends_another(text: str, statement: Span) -> bool:
    """Tell whether the last line of a statement rather begins a string of its own."""
    last_line = text.rfind("\n", *statement) + 1
    opening = _OPENING.match(text, skip_blanks(text, last_line)) if last_line else None
    return opening is not None and len(opening["quotes"]) > 1


def lost_string_end(text: str, statement: Span, sections: Collection[str]) -> tuple[int | None, int]:
    """Return where the string ends whose first quotes are broken or gone: behind the last ones, a few lines below.

    `None` if there are none; and how far was looked.
    """
    first = text[slice(*statement)]
    seems_broken = first.endswith(_TRIPLE) or _BROKEN.match(first)
    is_candidate = _EMPTY.fullmatch(first) or (seems_broken and not is_toml(first))
    if not is_candidate and (_PAIR.match(first) or _HEADER.match(first)):
        return None, statement[1]
    position = line_end(text, (statement[1], len(text)))
    for _ in range(_MOST_LINES):
        line = position + 1
        if line > len(text) or _PAIR.match(text, line) or _begins_table(text, line, sections):
            break
        position = line_end(text, (line, len(text)))
        if _LAST_QUOTES.match(text, line):
            return position, position
    return None, position


def open_string_end(text: str, string: Span, sections: Collection[str]) -> int:
    """Return where an open string ends: before the next statement, or with the line that has its quotes."""
    begin, limit = string
    first_end = line_end(text, (begin, len(text)))
    stop = _next_statement(text, first_end + 1, limit, sections)
    if not text.startswith(_TRIPLE, begin):
        for last_line in _CLOSING[text[begin]].finditer(text, first_end + 1, stop):
            if not _NOTHING.match(text, last_line.start()):
                return min(last_line.end(), limit)
    last = _LAST_LINE.match(text, first_end + 1, stop)
    return min(last.end() if last else first_end, limit)


def _next_statement(text: str, line: int, limit: int, sections: Collection[str]) -> int:
    """Return where the first line from one on begins that is surely a statement; behind the limit if none is."""
    end = line_end(text, (limit, len(text)))
    for candidate in _may_end(*sections).finditer(text, line, end):
        begin = candidate.start()
        if _PAIR.match(text, begin) or _begins_table(text, begin, sections):
            return begin
    return min(end + 1, len(text))


@cache
def _may_end(*sections: str) -> re.Pattern[str]:
    """Return what a line looks like that may be a statement: most are none, and need not be looked at one by one."""
    names = "|".join(map(re.escape, sections))
    word = rf"[^\w=.\n]*+(?i:{names})[^\w=.\n]*+$"
    return re.compile(rf"^(?:[ \t]*(?:{KEY}[ \t]*[=:]|\[)|{word})", re.MULTILINE)


def _begins_table(text: str, line: int, sections: Collection[str]) -> bool:
    """Tell whether a line is a header: a statement follows, and an array of tables has none in its records."""
    if header := _HEADER.match(text, line):
        name = header["name"]
        is_within = name not in sections and name.partition(".")[0] in {*sections} - {"show"}
        return not is_within and _is_statement(text, line)
    word = _ONLY_WORD.match(text, line)
    is_section = word is not None and word["name"].lower() in sections
    return is_section and _PAIR.match(text, skip_blanks(text, line_end(text, (line, len(text))))) is not None


def _is_statement(text: str, line: int) -> bool:
    """Tell whether a pair or the end of the text stands at a line, or behind it, if that is a header, or a few are."""
    for _ in range(_MOST_HEADERS):
        if line >= len(text) or not _HEADER.match(text, line):
            break
        line = skip_blanks(text, line_end(text, (line, len(text))))
    return line >= len(text) or bool(_PAIR.match(text, line) or _HEADER.match(text, line))
