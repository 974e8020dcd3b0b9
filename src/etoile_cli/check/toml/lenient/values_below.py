"""A value that does not begin on the line of its key, as TOML demands."""

import re
from collections.abc import Collection

from etoile_cli.check.toml.scanner import KEY, REST_OF_LINE, SIMPLE_KEY, STRING, Span, is_toml, scan, skip_blanks

# A longer value is not recognised: a file of many brackets would take hours.
_NEAR = 10_000

_WITHOUT_VALUE = re.compile(rf"{KEY}[ \t]*(?P<equals>=?)")
_ITEMS = re.compile(rf"(?:{STRING}[ \t]*,?{REST_OF_LINE}[ \t\n]+)++\](?={REST_OF_LINE})", re.DOTALL)
_QUOTED = re.compile(rf"\[[ \t]*(?P<name>{SIMPLE_KEY})[ \t]*\]")


def value_below_end(text: str, statement: Span, headers: Collection[str]) -> int | None:
    """Return where a value ends that is in the lines below its key; `None` if there is none.

    The value must be TOML, and no statement by itself, which is a pair or the header of a table.
    """
    key = _WITHOUT_VALUE.fullmatch(text, *statement)
    if key is None:
        return None
    position = skip_blanks(text, statement[1])
    if not key["equals"]:
        if not text.startswith("=", position):
            return None
        position = skip_blanks(text, position + 1)
    if items := _ITEMS.match(text, position, position + _NEAR):
        return items.end()
    if position >= len(text):
        return None
    end = scan(text, position, min(position + _NEAR, len(text)), is_value=True).end
    value = text[position:end]
    return end if is_toml(f"x = {value}") and not _is_header(value, headers) else None


def _is_header(value: str, headers: Collection[str]) -> bool:
    """Return whether what may be an array is rather a header; `["x"]` is an array, unless x is a known header."""
    if not value.startswith("[") or not is_toml(value):
        return False
    quoted = value.startswith(('["', "['")) and _QUOTED.fullmatch(value)
    return not quoted or quoted["name"][1:-1] in headers
