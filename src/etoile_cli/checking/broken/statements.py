"""What is wrong with a statement that is not TOML, where exactly, and what to do."""

import re
from collections.abc import Iterator

import tomli

from etoile_cli.checking.broken.fault import Fault, if_toml, reads
from etoile_cli.checking.broken.headers import in_header
from etoile_cli.checking.broken.pairs import Taken, without_value
from etoile_cli.checking.broken.slips import not_a_value
from etoile_cli.checking.broken.strings import ends_early, ends_early_in_brackets, in_string, line_end, unclosed
from etoile_cli.checking.broken.superfluous import superfluous, unseen
from etoile_cli.checking.declarations import Declared
from etoile_cli.checking.problem import Code
from etoile_cli.checking.quoting import shorten
from etoile_cli.checking.remedies import required
from etoile_cli.checking.toml.bare import bare_texts
from etoile_cli.checking.toml.scanner import (
    Span,
    is_header,
    is_toml,
    item_spans,
    key_parts,
    key_span,
    open_bracket,
    open_string,
    value_span,
)
from etoile_cli.checking.writing import NO_HINT, Hint

_WORD = re.compile(r"[^\s,#\[\]{}]+|.")
_DAY_AND_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[ Tt][0-9]{2}:[0-9:.]+(?:[Zz]|[+-][0-9:]+)?)?")
_COMMENT = re.compile(r"[ \t]+#")
_SIGN_IN_TEXT = re.compile(r"[ \t]+#[^\s#]")
_SIGNS = re.compile(r"[=:>]+")


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
    found = list(bare_texts(text, value))
    bare = [each for each in found if not each.is_string and not is_toml(f"x = {text[slice(*each.span)]}")]
    for each in bare:
        of_item = declared.at(each.path) if declared else None
        if declared and not of_item:
            yield Fault(each.span, f"{shorten(text[slice(*each.span)])} is not a value", required(declared))
        else:
            yield _no_value(text, pair, each.span, of_item)
    if any(sign in text[slice(*each.span)] for each in bare for sign in "\"'#") or (bare and not bare[0].path):
        return  # what is a string, a bracket or a comment behind it, nobody knows
    if found and found[-1].is_string and found[-1].path:
        yield ends_early_in_brackets(text, pair, found[-1].span, declared and declared.at(found[-1].path))
    elif text[value[0]] in "\"'" and (early := ends_early(text, value, declared)):
        yield early
    elif opened := open_string(text, value):
        yield unclosed(text, value, opened, declared)
    elif (bracket := open_bracket(text, value)) is not None:
        what, closing = ("array", "]") if text[bracket] == "[" else ("inline table", "}")
        hint = if_toml(text, pair, Hint(f"end it with {closing}", closing, (value[1], value[1])))
        yield Fault((bracket, bracket + 1), f"this {what} is not closed", hint)
    elif not bare:
        yield in_string(text, pair, offset, told) or _between_values(text, pair, offset, told)


def _between_values(text: str, pair: Span, offset: int, told: str) -> Fault:
    """Return what stands between values, or is missing there."""
    value = value_span(text, pair)
    end = value[1]
    rest = (offset, max(line_end(text, (offset, end)), offset + 1))
    if told.startswith("Duplicate inline table key"):
        return _twice_in_table(text, value)
    if told.startswith("Unclosed"):
        return Fault(rest, f"a comma is missing before {shorten(text[slice(*rest)])}")
    if told.startswith("Expected '='"):
        return Fault((offset, offset + 1), 'expected "=" after the key')
    if told.startswith("Expected newline"):
        return superfluous(text, pair, rest, "the value")
    word = _WORD.match(text, offset, end)
    return unseen(text, pair, rest) or superfluous(text, pair, word.span() if word else rest, "a value")


def _twice_in_table(text: str, table: Span) -> Fault:
    seen = set()
    for pair in item_spans(text, table):
        key = key_span(text, pair)
        names = tuple(name for name, _ in key_parts(text, pair))
        if names in seen:
            return Fault(key, f"{shorten(text[slice(*key)])} stands twice in this table")
        seen.add(names)
    return Fault(table, "a key stands twice in this table")


def _no_value(text: str, pair: Span, span: Span, declared: Declared | None) -> Fault:
    """Return what is wrong with what stands without quotes and is no value."""
    if not (declared and declared.is_free_text) and (comment := _COMMENT.search(text, *span)):
        span = (span[0], comment.start())
    begin, end = span
    token = text[begin:end]
    if token[-1] in ",;" and is_toml(f"x = {token[:-1]}"):
        return superfluous(text, pair, (end - 1, end), "the value")
    if sign := _SIGNS.match(text, begin, end):
        return Fault(sign.span(), 'one "=" is enough', if_toml(text, pair, Hint("leave it out", "", sign.span())))
    if _DAY_AND_TIME.fullmatch(token) and not (declared and declared.fits(token)):
        return Fault(span, f"there is no such day or time: {token}", code=Code.BAD_VALUE)
    message, hint = not_a_value(token, declared)
    is_whole = begin == value_span(text, pair)[0]  # of several items, others may be wrong, too
    if is_whole and hint.text and not reads(text, pair, hint._replace(span=span)):
        hint = NO_HINT
    if not is_whole and _SIGN_IN_TEXT.match(text, end):
        hint = Hint("text stands in quotes, and # begins a comment")
    # An item is looked at by itself: the whole array, once for each item, would take hours.
    blank = unseen(text, pair, span) if is_whole else unseen(text, span, span, "x = ")
    return blank or Fault(span, message, hint)
