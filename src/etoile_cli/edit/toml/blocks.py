"""The lines of a table with all that belongs to it, from the comment above its header to that below its pairs."""

import re

from etoile_cli.check.toml.outline import Table
from etoile_cli.edit.text.lines import after_line, comments_above, comments_below, line_at, line_start
from etoile_cli.edit.toml.tables import Tables

# A line of a sentence that has begun above: it begins with a small letter, and is no comment for a program.
_GOES_ON = re.compile(r"[ \t]*#[ \t]*(?![\w-]+:)[a-z]")
_KEY_IN_COMMENT = re.compile(r"[ \t]*#[# \t]*[\w.\"-]+[ \t]*=")


def end_of(tables: Tables, table: Table) -> int:
    """Return the offset after the lines of a table.

    Keys in comments directly below them belong to it, `# role = "?"`, unless a header follows without an empty line.
    """
    pairs = tables.pairs_in(table)
    end = pairs[-1].span[1] if pairs else table.header[1] if table.header else 0
    after = after_line(tables.text, end) if end else 0
    below = comments_below(tables.text, after)
    if below < len(tables.text) and line_at(tables.text, below):
        return after
    while after < below and _KEY_IN_COMMENT.match(tables.text, after):
        after = after_line(tables.text, after)
    return after


def start_of(tables: Tables, table: Table, *, is_first: bool = False) -> int:
    """Return where the lines of a table begin, with the comments directly above its header.

    Above the first table of a section, a comment that begins with the name of the section is about the section.
    """
    if table.header is None:
        return 0
    header = line_start(tables.text, table.header[0])
    start = comments_above(tables.text, header, floor_of(tables, table))
    return _below_heading(tables.text, start, header, str(table.path[0])) if is_first and table.path else start


def _below_heading(text: str, start: int, header: int, section: str) -> int:
    """Return where comments go on below the one that is about the section, which may take several lines."""
    if not re.match(rf"[\W_]*{re.escape(section)}\b", text[start:header], re.IGNORECASE):
        return start
    start = after_line(text, start)
    while start < header and _GOES_ON.match(text, start):
        start = after_line(text, start)
    return start


def floor_of(tables: Tables, table: Table) -> int:
    """Return where the last pair or header before a table ends."""
    above = tables.before(table)
    if above is None:
        return 0
    pairs = tables.pairs_in(above)
    return pairs[-1].span[1] if pairs else above.header[1] if above.header else 0
