"""What is wrong with a statement that is not TOML, where exactly, and what to do."""

import re
from collections.abc import Iterator
from itertools import pairwise

import tomli
from msgspec import inspect

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.check.broken.brackets import missing, twice, wrong_sign
from etoile_cli.check.broken.enclosures import unopened, wrong_enclosure
from etoile_cli.check.broken.fault import Fault, if_toml, reads
from etoile_cli.check.broken.headers import in_header
from etoile_cli.check.broken.line_breaks import below_its_key, without_first_quotes
from etoile_cli.check.broken.pairs import Taken, without_value
from etoile_cli.check.broken.slips import not_a_value
from etoile_cli.check.broken.strings import ends_early, ends_early_in_brackets, in_string
from etoile_cli.check.broken.superfluous import superfluous, unseen
from etoile_cli.check.broken.unclosed import unclosed
from etoile_cli.check.corrections import QUOTED
from etoile_cli.check.expectation import expected_within
from etoile_cli.check.quoting import shorten
from etoile_cli.check.structure.values import BAD_VALUE
from etoile_cli.check.toml.bare import COMMAS, Bare, Followed, is_value, item_with_sign
from etoile_cli.check.toml.marks import FOREIGN, enclosed
from etoile_cli.check.toml.scanner import (
    Span,
    is_header,
    key_parts,
    key_span,
    line_end,
    open_string,
    value_span,
)
from etoile_cli.check.writing import NO_HINT, Hint, propose, value_of

_DAY_AND_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[ Tt][0-9]{2}:[0-9:.]+(?:[Zz]|[+-][0-9:]+)?)?")
_COMMA = re.compile(r"[ \t]*,[ \t]*")
_COMMENT = re.compile(r"[ \t]+#")
# A comment that takes in the end of brackets, or what parts their items.
_COMMENT_IN_BRACKETS = re.compile(r"[ \t]+#[^\n]*[,\]}]")
_SIGN_IN_TEXT = re.compile(r"[ \t]+#[^\s#]")
_SIGNS = re.compile(r"[=:>]+|[,;]+|[|.](?=[ \t]*[\"'])")
# What begins a text of several lines elsewhere.
_BEGINS_LINES = frozenset({">", "|", ">-", "|-", ">+", "|+", "\\", "```", "´´´", "‘‘‘", "’’’", "“““", "”””", "<<EOF"})


def faults_of(text: str, statement: Span, table: Declared | None, taken: Taken) -> list[Fault]:
    """Return what is wrong with a statement taken by itself: several faults only where several values are none.

    `table` declares the table that the statement is in, as far as that is known, `taken` tells which keys that has.
    """
    begin, end = statement
    try:
        tomli.loads(text[begin:end])
    except tomli.TOMLDecodeError as error:
        if is_header(text, statement):
            return [in_header(text, statement, begin + error.pos, error.msg)]
        if fault := below_its_key(text, statement) or without_first_quotes(text, statement):
            return [fault]
        value = value_span(text, statement)
        if value[0] == value[1] or key_span(text, statement)[1] == begin:
            return [without_value(text, statement, table, taken)]
        names = tuple(name for name, _ in key_parts(text, statement))
        return list(_in_value(text, statement, begin + error.pos, error.msg, table and table.at(names)))
    except RecursionError:
        return [Fault(statement, "nested too deeply")]
    except ValueError:  # int() refuses very long numbers, and tomli lets its error through
        return [Fault(value_span(text, statement), "a number with too many digits")]
    return []


def _in_value(text: str, pair: Span, offset: int, told: str, declared: Declared | None) -> Iterator[Fault]:
    value = value_span(text, pair)
    followed = Followed(text, value)
    bare = followed.bare
    if fault := wrong_enclosure(text, pair, value, followed, declared):
        yield fault
        return
    unclear = _of_one_text(text, bare)
    for each in bare:
        of_item = declared.at(each.path) if declared else None
        if declared and not of_item:
            within = Hint(expected_within(declared, each.path))
            yield Fault(each.span, f"{shorten(text[slice(*each.span)])} is not a value", within)
        else:
            fault = _no_value(text, pair, each.span, of_item, is_only=len(bare) == 1)
            is_unclear = each in unclear and (of_item is None or of_item.is_free_text)
            yield fault._replace(hint=Hint(QUOTED)) if is_unclear else fault
    yield from (wrong_sign(each, text[slice(*each.span)]) for each in followed.signs)
    if any(_hides_the_rest(text, each.span) for each in bare) or (bare and not bare[0].path):
        return
    if fault := _behind_items(text, pair, followed, declared):
        yield fault
    elif not bare and not followed.signs:
        yield _told(text, pair, offset, told, declared) or Fault(pair, "nested too deeply")


def _of_one_text(text: str, bare: list[Bare]) -> set[Bare]:
    """Return the items that may be parts of one text with a comma in it: only the last of two has a quote."""
    pairs = [
        (each, other)
        for each, other in pairwise(bare)
        if _ends_quoted(text[slice(*other.span)]) and _COMMA.fullmatch(text, each.span[1], other.span[0])
    ]
    return {each for both in pairs for each in both}


def _ends_quoted(bare: str) -> bool:
    """Tell whether an item has a quotation mark at its end, and none before it that would be its first."""
    return bare[-1] in f"{FOREIGN}\"'" and not enclosed(bare) and bare[0] not in f"{FOREIGN}\"'"


def _hides_the_rest(text: str, bare: Span) -> bool:
    """Tell whether nobody knows what is a string, a bracket or a comment behind a text without quotes."""
    comment = _COMMENT_IN_BRACKETS.match(text, bare[1])
    return comment is not None or any(sign in text[slice(*bare)] for sign in "\"'#")


def _behind_items(text: str, pair: Span, followed: Followed, declared: Declared | None) -> Fault | None:
    """Return what is wrong where the items of a value, or its string, can't be followed any further."""
    value = value_span(text, pair)
    if cut := followed.cut:
        return ends_early_in_brackets(text, pair, cut.span, declared and declared.at(cut.path))
    if text[value[0]] in "\"'" and (early := ends_early(text, value, declared)):
        return early
    if opened := open_string(text, value):
        return unclosed(text, value, opened, declared)
    return missing(text, pair, followed.stop, declared) if followed.stop else None


def _told(text: str, pair: Span, offset: int, told: str, declared: Declared | None) -> Fault | None:
    """Return what tomli told, in our words, if it is what only it sees."""
    value = value_span(text, pair)
    rest = (offset, max(line_end(text, (offset, value[1])), offset + 1))
    if fault := in_string(text, pair, offset, told):
        return fault
    if told.startswith(("Duplicate inline table key", "Cannot")):
        return twice(text, value, offset)
    if told.startswith("Expected newline"):
        fault = unopened(text, value, declared) or superfluous(text, pair, rest, "the value")
        return fault._replace(hint=fault.hint or _as_array(text, value, declared))
    return None


def _as_array(text: str, value: Span, declared: Declared | None) -> Hint:
    """Return how to write values with commas between them as an array, if the key takes one."""
    if declared is None or not isinstance(declared.type, inspect.VarTupleType):
        return NO_HINT
    array = f"[{text[slice(*value)]}]"
    return propose(array, span=value) if declared.fits(value_of(array)) else NO_HINT


def _no_value(text: str, pair: Span, span: Span, declared: Declared | None, *, is_only: bool) -> Fault:
    """Return what is wrong with what stands without quotes and is no value; `is_only` if nothing else does."""
    if not (declared and declared.is_free_text) and (comment := _COMMENT.search(text, *span)):
        span = (span[0], comment.start())
    begin, end = span
    token = text[begin:end]
    if token[-1] in f",{COMMAS}" and is_value(token[:-1]):
        return superfluous(text, pair, (end - 1, end), "the value")
    is_whole = begin == value_span(text, pair)[0]  # of several items, others may be wrong, too
    if is_whole and token in _BEGINS_LINES:
        return Fault(span, f"{token} is not a value", Hint('put """ at both ends of several lines'))
    sign = _SIGNS.match(text, begin, end)
    if sign and (fault := _sign(text, pair, span, sign.span(), is_whole=is_whole)):
        return fault
    if _DAY_AND_TIME.fullmatch(token) and not (declared and declared.fits(token)):
        return Fault(span, f"there is no such day or time: {token}", code=BAD_VALUE)
    message, hint = not_a_value(token, declared)
    if is_whole and hint.text and not reads(text, pair, hint._replace(span=span)):
        hint = NO_HINT
    if not is_whole and _COMMENT.match(text, end) and is_only and (whole := _with_sign(text, pair, span, declared)):
        return whole
    if not is_whole and _SIGN_IN_TEXT.match(text, end):
        hint = Hint("text stands in quotes, and # begins a comment")
    if not is_whole and ";" in token.rstrip(";"):
        hint = Hint("text stands in quotes, and a comma between two")
    # An item is looked at by itself: the whole array, once for each item, would take hours.
    blank = unseen(text, pair, span) if is_whole else unseen(text, span, span, "x = ")
    return blank or Fault(span, message, hint)


def _sign(text: str, pair: Span, whole: Span, sign: Span, *, is_whole: bool) -> Fault | None:
    """Return what is wrong with signs before a value, or in its place; `None` if they may belong to a text."""
    found = text[slice(*sign)]
    if sign == whole:
        hint = Hint("write one, or leave the key out") if is_whole else NO_HINT
        return Fault(sign, f"{found} is not a value", hint)
    hint = if_toml(text, pair, Hint("leave it out", "", sign))
    # A `>` of its own begins a quotation.
    if "=" in found or (found == ">" and text[sign[0] - 1] == "="):
        return Fault(sign, 'one "=" is enough', hint)
    return Fault(sign, f"unexpected {found} before the value", hint) if hint.text is not None else None


def _with_sign(text: str, pair: Span, item: Span, declared: Declared | None) -> Fault | None:
    """Return that an item is no value, the `#` in it and what follows included, if only that is TOML in quotes."""
    span = item_with_sign(text, (item[0], pair[1]))
    message, hint = not_a_value(text[slice(*span)], declared)
    if not hint.text or not reads(text, pair, hint._replace(span=span)):
        return None
    is_comment = reads(text, pair, Hint("", '"x"', item))
    return None if is_comment else Fault(span, message, hint)
