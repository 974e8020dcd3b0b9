"""Strings that are not closed: with what they were meant to end, as far as that is clear."""

import re
from typing import NamedTuple

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.check.broken.fault import Fault, if_toml
from etoile_cli.check.corrections import unquoted
from etoile_cli.check.toml.marks import FOREIGN, is_paired, is_plain, is_whole
from etoile_cli.check.toml.scanner import Span, is_toml, line_end
from etoile_cli.check.writing import NO_HINT, Hint, propose, value_of

_QUOTES = ('"""', "'''", '"', "'")
_NOT_CLOSED = "this string is not closed"
_LINES = ', or put """ at both ends of several lines'
_ITEM = re.compile(r"[^\n,\]}]*")
_OTHER_END = re.compile(rf"[^\n,\]}}{FOREIGN}\"']+[{FOREIGN}\"'](?=[ \t]*[,\]}}])")
_CLOSERS = re.compile(r"[ \t\]},]*(?=\n|\Z)")
_ESCAPED_QUOTE = re.compile(r"\\(.)", re.DOTALL)
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
# What may end with an apostrophe: the boys', rollin'.
_WITH_APOSTROPHE = re.compile(r".*[sn]['’]", re.DOTALL)
_FEET_AND_INCHES = re.compile(r".*\d['’′]\d+[\"”″]", re.DOTALL)


class _Ending(NamedTuple):
    """How a string was meant to end: in words, how many characters its quote replaces, `None` if that is unclear."""

    words: str
    replaced: int | None


def unclosed(text: str, value: Span, opened: Span, declared: Declared | None) -> Fault:
    """Return what is wrong with a string that is never closed; a proposal is made where it is clear what was meant."""
    quotes = next(each for each in _QUOTES if text.startswith(each, opened[0]))
    begin, end = span = (opened[0], line_end(text, opened))
    if len(quotes) > 1:
        return Fault(span, _NOT_CLOSED, _triple(text, value, opened, quotes, declared))
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
    """Return that a string is not closed that is an item of brackets, and ends before a comma if that is clear."""
    begin, comma = item
    quote = text[begin]
    end = begin + len(text[begin:comma].rstrip(" \t"))
    if not any(map(str.isalnum, text[begin:end])):
        return Fault((begin, comma), _NOT_CLOSED)
    words, replaced = _ending(text[begin + 1 : end], quote)
    is_clear = is_clear and replaced is not None and not _ends_with_stop(text, end)
    hint = Hint(words, quote, (end - (replaced or 0), end)) if is_clear else Hint(words)
    return Fault((begin, comma), _NOT_CLOSED, if_toml(text, pair, hint) if hint.text else hint)


def _in_brackets(text: str, value: Span, span: Span) -> Fault:
    """Return how a string ends that takes the end of its line with it, brackets and other items perhaps."""
    begin, end = span
    quote = text[begin]
    if other := _OTHER_END.match(text, begin + 1, end):
        words, replaced = _ending(other.group(), quote)
        if replaced == 1:
            hint = Hint(words, quote, (other.end() - 1, other.end()))
            return Fault((begin, other.end()), _NOT_CLOSED, _within(text, value, hint))
    item = _ITEM.match(text, begin + 1, end)
    stop = begin + 1 + len(item.group().rstrip(" \t")) if item else end
    words, replaced = _ending(text[begin + 1 : stop], quote)
    words += _LINES if quote == '"' and words.startswith("end") else ""
    if replaced == 0 and not _ends_with_stop(text, stop) and _CLOSERS.match(text, stop, end):
        return Fault(span, _NOT_CLOSED, _within(text, value, Hint(words, quote, (stop, stop))))
    return Fault(span, _NOT_CLOSED, Hint(words))


def _ends_with_stop(text: str, end: int) -> bool:
    """Tell whether a full stop stands before an offset: an item has none, and it may stand for the quote."""
    return text[end - 1] == "."


def _within(text: str, value: Span, hint: Hint) -> Hint:
    """Return a hint with its text if TOML reads the value that has it."""
    begin, end = hint.span or value
    changed = f"{text[value[0] : begin]}{hint.text}{text[end : value[1]]}"
    return hint if is_toml(f"x = {changed}") else Hint(hint.words)


def _triple(text: str, value: Span, opened: Span, quotes: str, declared: Declared | None) -> Hint:
    """Return how to close a string with three quotes: one is enough where it is a text of one line."""
    if "\n" in text[slice(*opened)]:
        return Hint(f"end it with {quotes}")
    inner = text[slice(*opened)].strip(quotes[0])
    is_clear = opened == value and is_plain(inner) and not {*"\\\"'"} & {*inner}
    hint = unquoted(inner, declared) if is_clear else NO_HINT
    if hint.text:
        return propose(hint.text, span=opened)
    return Hint(f"put one {quotes[0]} at both ends, or {quotes}")


def _ending(inner: str, quote: str) -> _Ending:
    """Return how a string was meant to end of which the text is known, and a wrong quote perhaps behind it."""
    if quote == '"' and inner.endswith('\\"') and _ESCAPED_QUOTE.findall(inner).count('"') % 2:
        return _Ending(r"\" is a quote in the text: leave out the backslash, or write \\ for it", None)
    if _is_other_end(inner, quote):
        return _Ending(f"end it with {quote} and not with {inner[-1]}", 1 if is_whole(inner[:-1]) else None)
    is_clear = _is_clear(inner) and (quote == '"' or '\\"' not in inner)
    return _Ending(f"end it with {quote}", 0 if is_clear else None)


def _is_other_end(inner: str, quote: str) -> bool:
    """Tell whether a text ends with a quotation mark that nothing in it opens, and that is not the right one."""
    last, rest = inner[-1:], inner[:-1]
    if last == quote or not last or last not in f"{FOREIGN}\"'" or _is_apostrophe_or_inches(inner):
        return False
    if last in "'’":
        return not {*"'‘‚‛`´"} & {*_APOSTROPHE.sub("", rest)}
    return '"' not in rest if last == '"' else is_paired(rest) and not is_paired(inner)


def _is_clear(inner: str) -> bool:
    return is_whole(inner) and not _is_apostrophe_or_inches(inner) and not inner.endswith(("\\", "'", "’"))


def _is_apostrophe_or_inches(inner: str) -> bool:
    return bool(_WITH_APOSTROPHE.fullmatch(inner) or _FEET_AND_INCHES.fullmatch(inner))
