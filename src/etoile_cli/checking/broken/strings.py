"""What is wrong with the strings of a statement that is not TOML: their quotation marks, and what stands in them."""

from etoile_cli.checking.broken.fault import Fault, if_toml
from etoile_cli.checking.declarations import Declared
from etoile_cli.checking.remedies import unquoted
from etoile_cli.checking.toml.scanner import Span, string_end
from etoile_cli.checking.writing import NO_HINT, Hint, value_of

_QUOTES = ('"""', "'''", '"', "'")
_CLOSING = "“”‘’»'"
_DIGITS = {r"\x": "two", r"\u": "four", r"\U": "eight"}


def quote_inside(text: str, value: Span, declared: Declared | None) -> Fault | None:
    """Return the quotation mark or apostrophe that ends a string in the middle, `None` if none does."""
    line = (value[0], line_end(text, value))
    quote = text[line[0]]
    end = string_end(text, value) if quote in "\"'" else None
    if end is None or end >= line[1] or not text[end].isalnum() or text[line[1] - 1] != quote:
        return None
    whole = text[line[0] + 1 : line[1] - 1]
    hint = unquoted(whole, declared) if "\\" not in whole and line[1] == value[1] else NO_HINT
    if hint.text is None:
        return Fault((end - 1, end), f"this {quote} ends the string", Hint(r'write \" for each " inside "…"'))
    return Fault((end - 1, end), f"this {quote} ends the string", Hint(f"write {hint.text}", hint.text, line))


def unclosed(text: str, value: Span, opened: Span, declared: Declared | None) -> Fault:
    """Return what is wrong with a string that is never closed; a proposal is made where it is the whole value."""
    quotes = next(each for each in _QUOTES if text.startswith(each, opened[0]))
    begin, end = span = (opened[0], line_end(text, opened))
    last = text[end - 1]
    is_other = last in _CLOSING and end - begin > 1
    if is_other:
        words = f"end it with {quotes} and not with {last}"
    else:
        words = f"end it with {quotes}" + (', or put """ at both ends of several lines' if quotes == '"' else "")
    ends: Span = (end - is_other, end)
    hint = _closed(text, (begin, ends[0]), declared) if span == value and len(quotes) == 1 else NO_HINT
    if hint.text is None:
        return Fault(span, "this string is not closed", Hint(words))
    is_string = hint.text[0] in _QUOTES
    return Fault(
        span, "this string is not closed", Hint(words, quotes, ends) if is_string else hint._replace(span=span)
    )


def _closed(text: str, span: Span, declared: Declared | None) -> Hint:
    """Return how to write a text without the quote at its end; no proposal where a comment may belong to it."""
    quote = text[span[0]]
    meant = value_of(f"{text[slice(*span)]}{quote}")
    return unquoted(meant, declared) if isinstance(meant, str) else NO_HINT


def in_string(text: str, pair: Span, offset: int, told: str) -> Fault | None:
    """Return what no string can hold as it is, by what tomli told of it; `None` if it told of something else."""
    if told.startswith(("Illegal character", "Found invalid character")):
        return Fault((offset, offset + 1), f"a string can't hold the character U+{ord(text[offset]):04X} as it is")
    if not told.startswith(("Unescaped", "Invalid hex", "Escaped character")):
        return None
    backslash = text.rfind("\\", pair[0], offset + 1)
    span = (backslash, min(backslash + 2, pair[1]))
    escape = text[slice(*span)]
    single = "" if "'" in text[slice(*pair)] else ", or put the text in single quotes"
    hint = if_toml(text, pair, Hint(rf"for a plain backslash write \\{single}", rf"\{escape}", span))
    if digits := _DIGITS.get(escape) if "hex" in told or "scalar" in told else None:
        return Fault(span, f"{escape} stands before the {digits} hexadecimal digits of a character", hint)
    return Fault(span, f"no such escape: {escape}", hint)


def line_end(text: str, span: Span) -> int:
    """Return where the line or, if that is earlier, the span ends."""
    line_end = text.find("\n", *span)
    return span[1] if line_end < 0 else line_end
