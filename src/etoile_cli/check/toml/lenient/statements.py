"""The spans of the statements of a text that tomli rejects.

A statement that is never closed must not take the rest of the file with it: it ends before the next line that looks
like another statement; a string ends before a line that surely does not belong to it.
"""

import re
from collections.abc import Iterator

from etoile_cli.check.toml.advice.declarations import Declarations, headers
from etoile_cli.check.toml.lenient.open_strings import (
    end_of_string_without_opening,
    ends_with_string,
    open_string_at,
    open_string_end,
)
from etoile_cli.check.toml.lenient.values_below import value_below_end
from etoile_cli.check.toml.scanner import KEY, REST_OF_LINE, Span, scan, skip_blanks, without_blanks

# An inline table of more lines counts as never closed.
_MOST_LINES = 200
# After scanning so many characters for missing quotes or brackets, the scanner looks for further ones only in the next
# line, and within `_NEAR` characters: a file of a thousand open strings would take hours.
_PATIENCE = 1_000_000
_NEAR = 10_000

_LIKELY_STATEMENT = re.compile(rf"^[ \t]*(?:{KEY}[ \t]*=|\[\[?[ \t]*{KEY}[ \t]*\]\]?{REST_OF_LINE})", re.MULTILINE)


def lenient_statements(text: str, declarations: Declarations) -> Iterator[Span]:
    """Yield the spans of the statements, as far as they can be recognised."""
    known = headers(declarations)
    names = "|".join(map(re.escape, known)) or "(?!)"
    known_header = re.compile(rf"^[ \t]*\[\[?[ \t]*(?:{names})[ \t]*\]\]?{REST_OF_LINE}", re.MULTILINE)
    patience = _PATIENCE
    # No string without opening quotes ends before `searched`: those lines have been searched.
    position = searched = 0
    while (begin := skip_blanks(text, position)) < len(text):
        end, most_lines = (len(text), _MOST_LINES) if patience > 0 else (min(begin + _NEAR, len(text)), 1)
        position, is_open = scan(text, begin, end, most_lines=most_lines)
        patience -= position - begin if is_open else 0
        first_line_end = text.find("\n", begin, position)
        if below := value_below_end(text, (begin, position), known):
            position = below
        elif string := open_string_at(text, (begin, position), is_open=is_open):
            position = open_string_end(text, string, declarations)
        elif first_line_end < 0 and begin >= searched:
            string_end, searched = end_of_string_without_opening(text, (begin, position), declarations)
            position = string_end or position
        elif first_line_end >= 0 and (is_open or not ends_with_string(text, (begin, position))):
            pattern = _LIKELY_STATEMENT if is_open else known_header
            following = pattern.finditer(text, first_line_end + 1, position)
            outer = (each.start() for each in following if not _is_indented(text, begin, each.group()))
            position = next(outer, position)
        position = without_blanks(text, begin, position)
        yield begin, position


def _is_indented(text: str, begin: int, line: str) -> bool:
    """Return whether the line of a pair is indented more than the statement before it, as in an inline table."""
    indent = begin - (text.rfind("\n", 0, begin) + 1)
    return len(line) - len(line.lstrip(" \t")) > indent and not line.lstrip(" \t").startswith("[")
