"""What is wrong with each text without quotes: a whole value, or an item in brackets."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from etoile_cli.check.toml.advice.declarations import Declaration
from etoile_cli.check.toml.advice.fault import Fault, FaultKind
from etoile_cli.check.toml.advice.hints import NO_HINT, QUOTED, Hint, certain
from etoile_cli.check.toml.advice.quotation_marks import FOREIGN, enclosed
from etoile_cli.check.toml.advice.quoting import quote, shorten
from etoile_cli.check.toml.notation import written
from etoile_cli.check.toml.outline import Path
from etoile_cli.check.toml.scanner import Span, value_span
from etoile_cli.check.toml.syntax.blanks import odd_blank
from etoile_cli.check.toml.syntax.context import Context
from etoile_cli.check.toml.syntax.edits import if_toml, makes_toml
from etoile_cli.check.toml.syntax.unexpected import unexpected
from etoile_cli.check.toml.syntax.unquoted_text import not_a_value
from etoile_cli.check.toml.syntax.value_scan import COMMAS, Unquoted, is_bare_value, item_with_sign

_DAY_AND_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[ Tt][0-9]{2}:[0-9:.]+(?:[Zz]|[+-][0-9:]+)?)?")
# A text that is surely all of a string.
_PLAIN_TEXT = re.compile(r"\w(?:[\w .,:!?&()+–—’'-]*[\w.!?)])?")
_COMMA = re.compile(r"[ \t]*,[ \t]*")
_COMMENT = re.compile(r"[ \t]+#")
_SIGN_IN_TEXT = re.compile(r"[ \t]+#[^\s#]")
_SIGNS = re.compile(r"[=:>]+|[,;]+|[|.](?=[ \t]*[\"'])")
# What begins a text of several lines in other formats.
_BEGINS_LINES = frozenset({">", "|", ">-", "|-", ">+", "|+", "\\", "```", "´´´", "‘‘‘", "’’’", "“““", "”””", "<<EOF"})


def faults_of_unquoted(
    text: str, pair: Span, unquoted: Sequence[Unquoted], declared: Declaration | None, context: Context
) -> Iterator[Fault]:
    """Yield what is wrong with each text without quotes in the value of a pair."""
    unclear = _of_one_text(text, unquoted)
    for each in unquoted:
        of_item = declared.at(each.path) if declared else None
        if declared and not of_item:
            within = Hint(_expected_around(declared, each.path))
            yield Fault(each.span, f"{shorten(text[slice(*each.span)])} is not a value", within)
        else:
            fault = _fault(text, pair, each.span, of_item, context, is_only=len(unquoted) == 1)
            is_unclear = each in unclear and (of_item is None or of_item.is_free_text)
            yield fault._replace(hint=Hint(QUOTED)) if is_unclear else fault


def _of_one_text(text: str, unquoted: Sequence[Unquoted]) -> set[Unquoted]:
    """Return items that may be one text with a comma in it: two in a row, the second with only a closing quote."""
    pairs = [
        (each, other)
        for each, other in pairwise(unquoted)
        if _ends_quoted(text[slice(*other.span)]) and _COMMA.fullmatch(text, each.span[1], other.span[0])
    ]
    return {each for both in pairs for each in both}


def _ends_quoted(token: str) -> bool:
    """Return whether a text has a quotation mark at its end that has no opening mark."""
    return token[-1] in f"{FOREIGN}\"'" and not enclosed(token) and token[0] not in f"{FOREIGN}\"'"


def _expected_around(declared: Declaration, path: Path) -> str:
    """Return what the innermost declared value around an undeclared path must be: `"skin" must be …`."""
    known = [declared]
    for step in path:
        if (found := known[-1].at((step,))) is None:
            break
        known.append(found)
    match path[: len(known) - 1]:
        case ():
            name = "it"
        case (*_, int() as position):
            name = f"item {position + 1}"
        case (*_, key):
            name = quote(str(key))
    return f"{name} must be {known[-1].expected}"


def _fault(
    text: str, pair: Span, span: Span, declared: Declaration | None, context: Context, *, is_only: bool
) -> Fault:
    """Return what is wrong with a text without quotes; `is_only` says that the value has no other such text."""
    if not (declared and declared.is_free_text) and (comment := _COMMENT.search(text, *span)):
        span = (span[0], comment.start())
    begin, end = span
    token = text[begin:end]
    if token[-1] in f",{COMMAS}" and is_bare_value(token[:-1]):
        return unexpected(text, pair, (end - 1, end), "the value")
    is_whole = begin == value_span(text, pair)[0]
    if is_whole and token in _BEGINS_LINES:
        return Fault(span, f"{token} is not a value", Hint('put """ at both ends of several lines'))
    sign = _SIGNS.match(text, begin, end)
    if sign and (fault := _sign(text, pair, span, sign.span(), is_whole=is_whole)):
        return fault
    if _DAY_AND_TIME.fullmatch(token) and not (declared and declared.fits(token)):
        hint = declared.unquoted(token) if declared else NO_HINT
        message = f"there is no such day or time: {token}"
        return Fault(span, message, hint if hint.text else NO_HINT, kind=FaultKind.BAD_VALUE)
    message, hint = not_a_value(token, declared, context.declarations)
    if is_whole:
        if hint.text and not makes_toml(text, pair, hint._replace(span=span)):
            hint = NO_HINT
        is_clear = hint.is_certain or (hint.text == written(token) and _is_all(text, span, declared))
        return odd_blank(text, pair, span) or Fault(span, message, certain(hint, when=is_clear))
    if is_only and _COMMENT.match(text, end) and (whole := _with_comment(text, pair, span, declared, context)):
        return whole
    # An item is tried by itself: trying the whole array once for each of its items would take hours.
    return odd_blank(text, span, span, "x = ") or Fault(span, message, _hint_for_item(text, span) or hint)


def _is_all(text: str, span: Span, declared: Declaration | None) -> bool:
    """Return whether a text without quotes is surely all of a string: what follows a `#` may belong to a title."""
    if declared is None or not declared.fits(text[slice(*span)]):
        return False
    is_plain = _PLAIN_TEXT.fullmatch(text, *span) is not None
    return is_plain and not (declared.is_free_text and _COMMENT.match(text, span[1]))


def _hint_for_item(text: str, span: Span) -> Hint:
    """Return the hint about what is more likely wrong with an item than its quotes; no hint if nothing is."""
    if ";" in text[slice(*span)].rstrip(";"):
        return Hint("text must be in quotes, and a comma between two")
    if _SIGN_IN_TEXT.match(text, span[1]):
        return Hint("text must be in quotes, and # begins a comment")
    return NO_HINT


def _sign(text: str, pair: Span, whole: Span, sign: Span, *, is_whole: bool) -> Fault | None:
    """Return the fault of signs before a value, or in its place; `None` if they may belong to a text."""
    found = text[slice(*sign)]
    if sign == whole:
        hint = Hint("write one, or leave the key out") if is_whole else NO_HINT
        return Fault(sign, f"{found} is not a value", hint)
    hint = if_toml(text, pair, Hint("leave it out", "", sign))
    # A `>` that doesn't follow a `=` begins a quotation.
    if "=" in found or (found == ">" and text[sign[0] - 1] == "="):
        return Fault(sign, 'one "=" is enough', hint)
    return Fault(sign, f"unexpected {found} before the value", hint) if hint.text is not None else None


def _with_comment(text: str, pair: Span, item: Span, declared: Declaration | None, context: Context) -> Fault | None:
    """Return the fault of an item that is one text with the comment after it; `None` if it may be a comment."""
    span = item_with_sign(text, (item[0], pair[1]))
    message, hint = not_a_value(text[slice(*span)], declared, context.declarations)
    if not hint.text or not makes_toml(text, pair, hint._replace(span=span)):
        return None
    is_comment = makes_toml(text, pair, Hint("", '"x"', item))
    return None if is_comment else Fault(span, message, hint)
