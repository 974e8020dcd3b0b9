"""Strings that are never closed: where and with which quote they were meant to end, if that is clear."""

import re
from typing import NamedTuple

from etoile_cli.check.toml.advice.declarations import Declaration
from etoile_cli.check.toml.advice.fault import Fault
from etoile_cli.check.toml.advice.hints import NO_HINT, Hint, propose
from etoile_cli.check.toml.advice.quotation_marks import (
    APOSTROPHE,
    FEET_AND_INCHES,
    FOREIGN,
    is_paired,
    is_plain,
    is_whole,
)
from etoile_cli.check.toml.notation import value_of
from etoile_cli.check.toml.scanner import Span, is_toml, line_end
from etoile_cli.check.toml.syntax.edits import edited, if_toml
from etoile_cli.check.toml.syntax.unquoted_text import unquoted

_QUOTES = ('"""', "'''", '"', "'")
_NOT_CLOSED = "this string is not closed"
_LINES = ', or put """ at both ends of several lines'
_ITEM = re.compile(r"[^\n,\]}]*")
_OTHER_END = re.compile(rf"[^\n,\]}}{FOREIGN}\"']+[{FOREIGN}\"'](?=[ \t]*[,\]}}])")
_CLOSERS = re.compile(r"[ \t\]},]*(?=\n|\Z)")
_ESCAPED_QUOTE = re.compile(r"\\(.)", re.DOTALL)
# Texts that may end with an apostrophe: the boys', rollin'.
_WITH_APOSTROPHE = re.compile(r".*[sn]['’]", re.DOTALL)


class _Ending(NamedTuple):
    """How a string was meant to end: in words, and how many characters the quote replaces; `None` if unclear."""

    words: str
    replaced: int | None


def unclosed_string(text: str, value: Span, opened: Span, declared: Declaration | None) -> Fault:
    """Return the fault of a string that is never closed; its hint has a text if it is clear what was meant."""
    quotes = next(each for each in _QUOTES if text.startswith(each, opened[0]))
    begin, end = span = (opened[0], line_end(text, opened))
    if len(quotes) > 1:
        return Fault(span, _NOT_CLOSED, _closing_three(text, value, opened, quotes, declared))
    if span != value:
        return _in_brackets(text, value, span)
    words, replaced = ending = _ending(text[begin + 1 : end], quotes)
    words += _LINES if quotes == '"' and replaced != 1 and ending.words.startswith("end") else ""
    meant = value_of(f"{text[begin : end - (replaced or 0)]}{quotes}")
    hint = unquoted(meant, declared) if isinstance(meant, str) and replaced is not None else NO_HINT
    if hint.text is None:
        return Fault(span, _NOT_CLOSED, Hint(words))
    is_string = hint.text[0] in _QUOTES
    closed = Hint(words, quotes, (end - (replaced or 0), end))
    return Fault(span, _NOT_CLOSED, closed if is_string else hint._replace(span=span))


def unclosed_item(text: str, pair: Span, item: Span, *, is_clear: bool) -> Fault:
    """Return the fault of a string in brackets that is not closed; its span ends at a comma.

    If it `is_clear` that the string was meant to end before that comma, the hint has a text.
    """
    begin, comma = item
    quote = text[begin]
    end = begin + len(text[begin:comma].rstrip(" \t"))
    if not any(map(str.isalnum, text[begin:end])):
        return Fault((begin, comma), _NOT_CLOSED)
    words, replaced = _ending(text[begin + 1 : end], quote)
    is_clear = is_clear and replaced is not None and not _ends_with_full_stop(text, end)
    hint = Hint(words, quote, (end - (replaced or 0), end)) if is_clear else Hint(words)
    return Fault((begin, comma), _NOT_CLOSED, if_toml(text, pair, hint) if hint.text else hint)


def _in_brackets(text: str, value: Span, span: Span) -> Fault:
    """Return the fault of an open string in brackets: its line may also have other items and the closing brackets."""
    begin, end = span
    quote = text[begin]
    if other := _OTHER_END.match(text, begin + 1, end):
        words, replaced = _ending(other.group(), quote)
        if replaced == 1:
            hint = Hint(words, quote, (other.end() - 1, other.end()))
            return Fault((begin, other.end()), _NOT_CLOSED, _if_value(text, value, hint))
    item = _ITEM.match(text, begin + 1, end)
    stop = begin + 1 + len(item.group().rstrip(" \t")) if item else end
    words, replaced = _ending(text[begin + 1 : stop], quote)
    words += _LINES if quote == '"' and words.startswith("end") else ""
    if replaced == 0 and not _ends_with_full_stop(text, stop) and _CLOSERS.match(text, stop, end):
        return Fault(span, _NOT_CLOSED, _if_value(text, value, Hint(words, quote, (stop, stop))))
    return Fault(span, _NOT_CLOSED, Hint(words))


def _ends_with_full_stop(text: str, end: int) -> bool:
    """Return whether a full stop is before an offset: items have none, so it may be a slip for the quote."""
    return text[end - 1] == "."


def _if_value(text: str, value: Span, hint: Hint) -> Hint:
    """Return a hint, but only its words if the value would not be TOML with its text."""
    return hint if is_toml(f"x = {edited(text, value, hint)}") else Hint(hint.words)


def _closing_three(text: str, value: Span, opened: Span, quotes: str, declared: Declaration | None) -> Hint:
    """Return how to close a string with three opening quotes; on one line, one quote at each end is enough."""
    if "\n" in text[slice(*opened)]:
        return Hint(f"end it with {quotes}")
    inner = text[slice(*opened)].strip(quotes[0])
    is_clear = opened == value and is_plain(inner) and not {*"\\\"'"} & {*inner}
    hint = unquoted(inner, declared) if is_clear else NO_HINT
    if hint.text:
        return propose(hint.text, span=opened)
    return Hint(f"put one {quotes[0]} at both ends, or {quotes}")


def _ending(inner: str, quote: str) -> _Ending:
    """Return how a string was meant to end, from what follows its opening quote: a text, perhaps a wrong quote."""
    if quote == '"' and inner.endswith('\\"') and _ESCAPED_QUOTE.findall(inner).count('"') % 2:
        return _Ending(r"\" is a quote in the text: leave out the backslash, or write \\ for it", None)
    if _ends_with_wrong_quote(inner, quote):
        return _Ending(f"end it with {quote} and not with {inner[-1]}", 1 if is_whole(inner[:-1]) else None)
    is_clear = _is_clear(inner) and (quote == '"' or '\\"' not in inner)
    return _Ending(f"end it with {quote}", 0 if is_clear else None)


def _ends_with_wrong_quote(inner: str, quote: str) -> bool:
    """Return whether a text ends with a wrong quotation mark that has no opening mark in the text."""
    last, rest = inner[-1:], inner[:-1]
    if last == quote or not last or last not in f"{FOREIGN}\"'" or _ends_with_apostrophe_or_inches(inner):
        return False
    if last in "'’":
        return not {*"'‘‚‛`´"} & {*APOSTROPHE.sub("", rest)}
    return '"' not in rest if last == '"' else is_paired(rest) and not is_paired(inner)


def _is_clear(inner: str) -> bool:
    return is_whole(inner) and not _ends_with_apostrophe_or_inches(inner) and not inner.endswith(("\\", "'", "’"))


def _ends_with_apostrophe_or_inches(inner: str) -> bool:
    return bool(_WITH_APOSTROPHE.fullmatch(inner) or FEET_AND_INCHES.fullmatch(inner))
