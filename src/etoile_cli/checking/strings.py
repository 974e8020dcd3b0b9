"""What is wrong with the strings of a statement that is not TOML: their quotation marks, and what stands in them."""

import re
from typing import NamedTuple

from etoile_cli.checking.problem import Code
from etoile_cli.checking.slips import CURLY, MARKS, ONLY_STRAIGHT
from etoile_cli.checking.toml.scanner import Span, open_string, string_end
from etoile_cli.checking.writing import write, write_as_it_is

_QUOTES = ('"""', "'''", '"', "'")
_DIGITS = {r"\x": "two", r"\u": "four", r"\U": "eight"}
_PLAIN_BACKSLASH = r"for a plain backslash write \\, or put the text in single quotes"
# As much of a line as stands before a comment, if it has one behind a blank.
_BEFORE_COMMENT = re.compile(r"(?:[^\n#]++|(?<![ \t])#)++")
_UNOPENED_ITEM = re.compile(r"[\[,][ \t]*((?![\"'\[\]{},\s])[^\"'\[\]{},\n]*[\"'])(?=[ \t]*[,\]])")


class Fault(NamedTuple):
    """What is wrong with a statement: where, in which words, and what to do."""

    span: Span
    message: str
    hint: str = ""
    code: Code = Code.SYNTAX


def quote_inside(text: str, value: Span) -> Fault | None:
    """Return the quotation mark or apostrophe that ends a string in the middle, `None` if none does."""
    line = text[value[0] : line_end(text, value)]
    quote = line[0]
    end = string_end(text, value) if quote in "\"'" else None
    if end is None or end >= value[1] or not text[end].isalnum() or not line.endswith(quote):
        return None
    other = "'" if quote == '"' else '"'
    hint = write_as_it_is(f"{other}{line[1:-1]}{other}")
    return Fault((end - 1, end), f"this {quote} ends the string", hint or r'write \" for each " inside "…"')


def quote_missing(text: str, value: Span) -> Fault | None:
    """Return the text that ends with a quotation mark and begins with none, by itself or in an array; `None` if none.

    Otherwise the mark at its end would be told as the beginning of a string that is not closed.
    """
    if open_string(text, value) is None:
        return None
    begin, end = value[0], line_end(text, value)
    if text[begin] not in "[{":
        line = _BEFORE_COMMENT.match(text, begin, end)
        if line is None or text[begin] in "\"'" or line[0].rstrip()[-1] not in "\"'":
            return None
        found: Span = (begin, begin + len(line[0].rstrip()))
    elif item := _UNOPENED_ITEM.search(text, begin, end):
        found = item.span(1)
    else:
        return None
    message = ONLY_STRAIGHT if text[found[0]] in CURLY else "the opening quote is missing"
    return Fault(found, message, write(text[slice(*found)].strip(MARKS)))


def unclosed(text: str, opened: Span) -> Fault:
    """Return what is wrong with a string that is never closed."""
    quotes = next(each for each in _QUOTES if text.startswith(each, opened[0]))
    span = (opened[0], line_end(text, opened))
    last = text[span[1] - 1]
    if last in "“”‘’»'" and span[1] - span[0] > 1:
        return Fault(span, "this string is not closed", f"end it with {quotes} and not with {last}")
    lines = ', or put """ at both ends of several lines' if quotes == '"' else ""
    return Fault(span, "this string is not closed", f"end it with {quotes}{lines}")


def in_string(text: str, pair: Span, offset: int, told: str) -> Fault | None:
    """Return what no string can hold as it is, by what tomli told of it; `None` if it told of something else."""
    if told.startswith(("Illegal character", "Found invalid character")):
        return Fault((offset, offset + 1), f"a string can't hold the character U+{ord(text[offset]):04X} as it is")
    if not told.startswith(("Unescaped", "Invalid hex", "Escaped character")):
        return None
    backslash = text.rfind("\\", pair[0], offset + 1)
    span = (backslash, min(backslash + 2, pair[1]))
    escape = text[slice(*span)]
    if digits := _DIGITS.get(escape) if "hex" in told or "scalar" in told else None:
        return Fault(span, f"{escape} stands before the {digits} hexadecimal digits of a character", _PLAIN_BACKSLASH)
    return Fault(span, f"no such escape: {escape}", _PLAIN_BACKSLASH)


def line_end(text: str, span: Span) -> int:
    """Return where the line or, if that is earlier, the span ends."""
    line_end = text.find("\n", *span)
    return span[1] if line_end < 0 else line_end
