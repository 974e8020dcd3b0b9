"""Where the statements of a text stand that tomli refuses.

One that is never closed must not take the rest of the file with it: it ends before the next line that looks like
another statement; a string, before one that is surely none of its text.
"""

import re
from collections.abc import Collection, Iterator

from etoile_cli.check.toml.open_strings import ends_with_string, lost_string_end, open_string_at, open_string_end
from etoile_cli.check.toml.scanner import KEY, REST_OF_LINE, Span, scan, skip_blanks, without_blanks
from etoile_cli.check.toml.values_below import value_below_end

# An inline table of more lines is taken for one that is never closed.
_MOST_LINES = 200
# Once so many characters were looked at in vain, ends are looked for in the next line, or within so many characters:
# a file of a thousand strings that are never closed would take hours.
_PATIENCE = 1_000_000
_NEAR = 10_000

_LIKELY_STATEMENT = re.compile(rf"^[ \t]*(?:{KEY}[ \t]*=|\[\[?[ \t]*{KEY}[ \t]*\]\]?{REST_OF_LINE})", re.MULTILINE)


def lenient_statements(text: str, sections: Collection[str]) -> Iterator[Span]:
    """Yield the spans of the statements, as far as they can be told; `sections` are names that headers have."""
    names = "|".join(map(re.escape, sections))
    section_header = re.compile(rf"^[ \t]*\[\[?[ \t]*(?:{names})[ \t]*\]\]?{REST_OF_LINE}", re.MULTILINE)
    patience = _PATIENCE
    # Before it, nothing ends that has not begun.
    position = vain = 0
    while (begin := skip_blanks(text, position)) < len(text):
        end, most_lines = (len(text), _MOST_LINES) if patience > 0 else (min(begin + _NEAR, len(text)), 1)
        position, is_open = scan(text, begin, end, most_lines=most_lines)
        patience -= position - begin if is_open else 0
        first_line_end = text.find("\n", begin, position)
        if below := value_below_end(text, (begin, position), sections):
            position = below
        elif string := open_string_at(text, (begin, position), is_open=is_open):
            position = open_string_end(text, string, sections)
        elif first_line_end < 0 and begin >= vain:
            string_end, vain = lost_string_end(text, (begin, position), sections)
            position = string_end or position
        elif first_line_end >= 0 and (is_open or not ends_with_string(text, (begin, position))):
            pattern = _LIKELY_STATEMENT if is_open else section_header
            following = pattern.finditer(text, first_line_end + 1, position)
            outer = (each.start() for each in following if not _is_inside(text, begin, each.group()))
            position = next(outer, position)
        position = without_blanks(text, begin, position)
        yield begin, position


def _is_inside(text: str, begin: int, line: str) -> bool:
    """Tell whether the line of a pair is indented more than the statement before it, as those of inline tables are."""
    indent = begin - (text.rfind("\n", 0, begin) + 1)
    return len(line) - len(line.lstrip(" \t")) > indent and not line.lstrip(" \t").startswith("[")
