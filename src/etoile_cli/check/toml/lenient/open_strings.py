"""Where a string ends that is never closed, or is closed only some lines below."""

import re
from functools import cache

from etoile_cli.check.toml.advice.declarations import Declarations, headers
from etoile_cli.check.toml.lenient.words import one_word
from etoile_cli.check.toml.scanner import (
    KEY,
    MULTILINE_QUOTES,
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
_ONLY_WORD = re.compile(one_word(r"\w++") + r"(?=\n|\Z)")
_EMPTY = re.compile(rf"{KEY}[ \t]*=[ \t]*(?:\"\"|'')")
# A value that is not TOML, or too few opening quotes of one.
_BROKEN = re.compile(rf"{KEY}[ \t]*=[ \t]*(?:\"\"(?!\")|''(?!')|[^\s\"'#\[{{])")
_CLOSING_QUOTES = re.compile(r"(?![ \t]*#)(?:(?!\"\"\"|''')[^\n])*+(?:\"\"\"|''')[ \t]*(?=\n|\Z)")
_BLANK_LINE = re.compile(REST_OF_LINE)
# Up to the end of the last line that has more than a comment.
_LAST_LINE = re.compile(r"(?s:.*)^(?![ \t\r]*(?:#[^\n]*)?$)[^\n]++$", re.MULTILINE)
_CLOSING = {
    '"': re.compile(r"^(?:[^\"\\\n]++|\\.)*+\"[ \t,;]*$", re.MULTILINE),
    "'": re.compile(r"^[^\n]*'[ \t,;]*$", re.MULTILINE),
}

# After more headers in a row without a key between them, the next statement is not looked at.
_MOST_HEADERS = 5

# Closing quotes are looked for in so many lines.
_MOST_LINES = 1_000


def open_string_at(text: str, statement: Span, *, is_open: bool) -> Span | None:
    """Return the span of a string that is the value of a statement and not closed in it; `None` if there is none.

    `is_open` says that something in the statement is never closed. A string counts as open, too, if the quotes that
    close it are the opening quotes of another one.
    """
    opening = _OPENING.match(text, *statement)
    if opening is None:
        return None
    begin = opening.start("quotes")
    if len(opening["quotes"]) > 1:
        return (begin, statement[1]) if is_open or _ends_with_opening(text, statement) else None
    return None if string_end(text, (begin, statement[1])) else (begin, len(text))


def ends_with_string(text: str, statement: Span) -> bool:
    """Return whether a statement ends with a multi-line string."""
    return text.endswith(MULTILINE_QUOTES, *statement) and not _ends_with_opening(text, statement)


def _ends_with_opening(text: str, statement: Span) -> bool:
    """Return whether the last line of a statement of several lines opens a multi-line string of its own."""
    last_line = text.rfind("\n", *statement) + 1
    opening = _OPENING.match(text, skip_blanks(text, last_line)) if last_line else None
    return opening is not None and len(opening["quotes"]) > 1


def end_of_string_without_opening(text: str, statement: Span, declarations: Declarations) -> tuple[int | None, int]:
    """Return where a string with broken or missing opening quotes ends, and how far its end was looked for.

    The string ends after the closing quotes, some lines below the statement; `None` if there are none.
    """
    first = text[slice(*statement)]
    seems_broken = first.endswith(MULTILINE_QUOTES) or _BROKEN.match(first)
    is_candidate = _EMPTY.fullmatch(first) or (seems_broken and not is_toml(first))
    if not is_candidate and (_PAIR.match(first) or _HEADER.match(first)):
        return None, statement[1]
    position = line_end(text, (statement[1], len(text)))
    for _ in range(_MOST_LINES):
        line = position + 1
        if line > len(text) or _PAIR.match(text, line) or _begins_table(text, line, declarations):
            break
        position = line_end(text, (line, len(text)))
        if _CLOSING_QUOTES.match(text, line):
            return position, position
    return None, position


def open_string_end(text: str, string: Span, declarations: Declarations) -> int:
    """Return where an open string ends: at its closing quotes, or before the next statement."""
    begin, limit = string
    first_end = line_end(text, (begin, len(text)))
    stop = _next_statement(text, first_end + 1, limit, declarations)
    if not text.startswith(MULTILINE_QUOTES, begin):
        for last_line in _CLOSING[text[begin]].finditer(text, first_end + 1, stop):
            if not _BLANK_LINE.match(text, last_line.start()):
                return min(last_line.end(), limit)
    last = _LAST_LINE.match(text, first_end + 1, stop)
    return min(last.end() if last else first_end, limit)


def _next_statement(text: str, line: int, limit: int, declarations: Declarations) -> int:
    """Return where the first line that is surely a statement begins, at or after an offset; else one after `limit`."""
    end = line_end(text, (limit, len(text)))
    for candidate in _may_be_statement(*headers(declarations)).finditer(text, line, end):
        begin = candidate.start()
        if _PAIR.match(text, begin) or _begins_table(text, begin, declarations):
            return begin
    return min(end + 1, len(text))


@cache
def _may_be_statement(*names: str) -> re.Pattern[str]:
    """Return a pattern for lines that may be statements: most lines don't match, and need no closer look."""
    known = "|".join(map(re.escape, names)) or "(?!)"
    return re.compile(rf"^(?:[ \t]*(?:{KEY}[ \t]*[=:]|\[)|{one_word(f'(?i:{known})')}$)", re.MULTILINE)


def _begins_table(text: str, line: int, declarations: Declarations) -> bool:
    """Return whether a line begins a table that is not within a record, and a statement follows it."""
    if header := _HEADER.match(text, line):
        name = header["name"]
        is_of_record = name not in headers(declarations) and name.partition(".")[0] in declarations.arrays
        return not is_of_record and _is_statement(text, line)
    word = _ONLY_WORD.match(text, line)
    is_known = word is not None and word["word"].lower() in headers(declarations)
    return is_known and _PAIR.match(text, skip_blanks(text, line_end(text, (line, len(text))))) is not None


def _is_statement(text: str, line: int) -> bool:
    """Return whether a pair or the end of the text follows at a line, after skipping a few headers."""
    for _ in range(_MOST_HEADERS):
        if line >= len(text) or not _HEADER.match(text, line):
            break
        line = skip_blanks(text, line_end(text, (line, len(text))))
    return line >= len(text) or bool(_PAIR.match(text, line) or _HEADER.match(text, line))
