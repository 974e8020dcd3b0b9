"""What is wrong with a statement that is not TOML: where, and what to do."""

import re
from collections.abc import Iterator

import tomli

from etoile_cli.check.toml.advice.declarations import Declaration, Kind
from etoile_cli.check.toml.advice.fault import Fault
from etoile_cli.check.toml.advice.hints import NO_HINT, Hint, propose
from etoile_cli.check.toml.notation import value_of
from etoile_cli.check.toml.scanner import Span, is_header, key_span, line_end, open_string, value_span
from etoile_cli.check.toml.syntax.brackets import missing, wrong_separator
from etoile_cli.check.toml.syntax.context import Context
from etoile_cli.check.toml.syntax.duplicate_keys import duplicate_inline_key
from etoile_cli.check.toml.syntax.headers import in_header
from etoile_cli.check.toml.syntax.incomplete_pairs import without_value
from etoile_cli.check.toml.syntax.line_breaks import value_below_key, without_opening_quotes
from etoile_cli.check.toml.syntax.outer_brackets import without_opening_bracket, wrong_brackets
from etoile_cli.check.toml.syntax.strings import ends_early, in_string, item_ends_early
from etoile_cli.check.toml.syntax.unclosed_strings import unclosed_string
from etoile_cli.check.toml.syntax.unexpected import unexpected
from etoile_cli.check.toml.syntax.unquoted_items import faults_of_unquoted
from etoile_cli.check.toml.syntax.value_scan import ValueScan

# A comment that hides the closing bracket of a value, or a comma between its items.
_COMMENT_IN_BRACKETS = re.compile(r"[ \t]+#[^\n]*[,\]}]")

# A short text in quotes, and what follows them.
_ENDS_OUTSIDE = re.compile(r"([\"'])([^\"'\n]{1,40})\1([^\"'#\n]{1,10})")


def faults_of(text: str, statement: Span, context: Context) -> list[Fault]:
    """Return the faults of a statement by itself; several only if several of its values are not TOML."""
    begin, end = statement
    try:
        tomli.loads(text[begin:end])
    except tomli.TOMLDecodeError as error:
        if is_header(text, statement):
            return [in_header(text, statement, begin + error.pos, error.msg, context.declarations)]
        if fault := value_below_key(text, statement) or without_opening_quotes(text, statement):
            return [fault]
        value = value_span(text, statement)
        if value[0] == value[1] or key_span(text, statement)[1] == begin:
            return [without_value(text, statement, context)]
        return list(_in_value(text, statement, begin + error.pos, error.msg, context))
    except RecursionError:
        return [Fault(statement, "nested too deeply")]
    except ValueError:  # of int(), for a number that is too long: tomli passes it on
        return [Fault(value_span(text, statement), "a number with too many digits")]
    return []


def _in_value(text: str, pair: Span, offset: int, error: str, context: Context) -> Iterator[Fault]:
    """Yield the faults of a pair's value; tomli's error and its offset are used only for what nothing else finds."""
    value = value_span(text, pair)
    declared = context.declared(text, pair)
    scan = ValueScan(text, value)
    if fault := wrong_brackets(text, pair, value, scan, declared):
        yield fault
        return
    yield from faults_of_unquoted(text, pair, scan.unquoted, declared, context)
    yield from (wrong_separator(each, text[slice(*each.span)]) for each in scan.separators)
    is_whole = bool(scan.unquoted) and not scan.unquoted[0].path
    if is_whole or any(_hides_the_rest(text, each.span) for each in scan.unquoted):
        return
    if fault := _at_end_of_scan(text, pair, scan, declared, context):
        yield fault
    elif not scan.unquoted and not scan.separators:
        yield _from_error(text, pair, offset, error, declared) or Fault(pair, "nested too deeply")


def _hides_the_rest(text: str, item: Span) -> bool:
    """Return whether a text without quotes makes unclear what is a string, a bracket or a comment after it."""
    comment = _COMMENT_IN_BRACKETS.match(text, item[1])
    return comment is not None or any(sign in text[slice(*item)] for sign in "\"'#")


def _at_end_of_scan(
    text: str, pair: Span, scan: ValueScan, declared: Declaration | None, context: Context
) -> Fault | None:
    """Return what is wrong where the scan of a value ended too early; `None` if it reached the end."""
    value = value_span(text, pair)
    if early := scan.early_end:
        return item_ends_early(text, pair, early.span, declared and declared.at(early.path))
    if text[value[0]] in "\"'" and (fault := ends_early(text, value, declared)):
        return fault
    if opened := open_string(text, value):
        return unclosed_string(text, value, opened, declared)
    return missing(text, pair, scan.stop, declared, context) if scan.stop else None


def _from_error(text: str, pair: Span, offset: int, error: str, declared: Declaration | None) -> Fault | None:
    """Return tomli's error in our words, if it is one of those that only tomli notices."""
    value = value_span(text, pair)
    rest = (offset, max(line_end(text, (offset, value[1])), offset + 1))
    if fault := in_string(text, pair, offset, error):
        return fault
    if error.startswith(("Duplicate inline table key", "Cannot")):
        return duplicate_inline_key(text, value, offset)
    if error.startswith("Expected newline"):
        fault = without_opening_bracket(text, value, declared) or unexpected(text, pair, rest, "the value")
        return fault._replace(hint=fault.hint or _as_array(text, value, declared) or _as_whole(text, value, declared))
    return None


def _as_array(text: str, value: Span, declared: Declaration | None) -> Hint:
    """Return the hint to write values with commas between them as an array; no hint if the key takes none."""
    if declared is None or declared.kind is not Kind.ARRAY:
        return NO_HINT
    array = f"[{text[slice(*value)]}]"
    return propose(array, span=value) if declared.fits(value_of(array)) else NO_HINT


def _as_whole(text: str, value: Span, declared: Declaration | None) -> Hint:
    """Return what to do about a value of which the end is outside of its quotes: `"1979"?`; no hint if unclear."""
    whole = _ENDS_OUTSIDE.fullmatch(text[slice(*value)])
    hint = (
        declared.unquoted(f"{whole[2]}{whole[3]}") if whole and declared and declared.kind is Kind.OTHER else NO_HINT
    )
    return hint if hint.text is None else NO_HINT
