"""What is wrong with the strings of a statement: quotes that end them too early, characters that they can't hold."""

import re

from etoile_cli.check.toml.advice.declarations import Declaration
from etoile_cli.check.toml.advice.fault import Fault
from etoile_cli.check.toml.advice.hints import NO_HINT, Hint
from etoile_cli.check.toml.advice.quotation_marks import FOREIGN, is_whole
from etoile_cli.check.toml.scanner import KEY, MULTILINE_QUOTES, Span, string_at, string_end
from etoile_cli.check.toml.syntax.edits import if_toml, makes_toml
from etoile_cli.check.toml.syntax.extra_quotes import extra_quotes, extra_quotes_of_item, quotes_around_brackets
from etoile_cli.check.toml.syntax.unclosed_strings import unclosed_item
from etoile_cli.check.toml.syntax.unquoted_text import unquoted
from etoile_cli.check.toml.syntax.value_scan import line_before_comment

_DIGITS = {r"\x": "two", r"\u": "four", r"\U": "eight"}
_INSIDE = {'"': Hint(r'write \" for each " inside "…"'), "'": Hint("put the text in double quotes")}
# The rest of an item whose string goes on after a quote inside it.
_GOES_ON = re.compile(r"[^,\]}\n]*[\"'](?=[ \t]*(?:[,\]}#]|$))", re.MULTILINE)
# A second `'` in a row, one at the end or one without a letter before it is more likely too many than an apostrophe.
_APOSTROPHES = re.compile(r"(?:[^']|(?<=\w)'(?!'|\Z))+")
_LEAVE_OUT = Hint("leave out the backslash")
_ESCAPED = re.compile(r"\\.")
_REST_OF_ITEM = re.compile(r"[^,\[\]{}\n]*")
# A string that ends like this is closed by what was meant as the opening quote of the next item.
_TO_NEXT_ITEM = re.compile(rf".*,[ \t]*(?:{KEY}[ \t]*=[ \t]*)?", re.DOTALL)
# A quotation at the end of a string: two closing quotes in a row.
_TWO_ENDS = re.compile(r"[^\n]*?(?<=[^\s,\[{=\"'])(?:\"\"|'')[ \t]*(?:[,\]}\n]|\Z)")


def ends_early(text: str, value: Span, declared: Declaration | None) -> Fault | None:
    """Return the fault of a quote or apostrophe that ends a string in the middle of a line; `None` if none does."""
    begin, quote = value[0], text[value[0]]
    end = string_end(text, value)
    if fault := quotes_around_brackets(text, value, declared) or extra_quotes(text, value, declared):
        return fault
    if end is None or text.startswith(MULTILINE_QUOTES, begin):
        return None
    last = line_before_comment(text, (end, value[1]))[1]
    rest, whole = text[end:last], text[begin + 1 : last - 1]
    is_odd = _ESCAPED.sub("", whole).count(quote) % 2 == 1
    goes_on = rest[:1].isalnum() or rest == quote or (is_odd and rest.lstrip(" \t")[:1].isalnum())
    if not rest.endswith(quote) or not goes_on or "=" in rest:
        return None
    is_doubled = {text[begin : begin + 2], text[last - 2 : last]} == {quote * 2}
    is_clear = (quote == "'" or not is_odd) and not is_doubled and "\n" not in text[begin : value[1]]
    return _ended_early(text, (begin, end), (begin, last), declared if is_clear else None, is_clear=is_clear)


def item_ends_early(text: str, pair: Span, string: Span, declared: Declaration | None) -> Fault:
    """Return what is wrong with a string in brackets that is followed by neither a comma nor a bracket."""
    begin, end = string
    quote = text[begin]
    comma = text.find(",", begin, end)
    if comma >= 0 and not _has_quotation(text, string):
        # A blank after the closing quote: more likely, the text goes on after a quote in it.
        return unclosed_item(text, pair, (begin, comma), is_clear=text[end] not in " \t")
    if fault := extra_quotes_of_item(text, pair, begin):
        return fault
    whole = _GOES_ON.match(text, end, pair[1])
    is_clear = whole is not None and text[whole.end() - 1] == quote == "'"
    fault = _ended_early(text, string, (begin, whole.end() if whole else end), declared, is_clear=is_clear)
    is_all = fault.hint.text is None or makes_toml(text, pair, fault.hint)  # what follows it is not scanned
    return fault if is_all else fault._replace(hint=_INSIDE[quote])


def _has_quotation(text: str, string: Span) -> bool:
    """Return whether a string with a comma in it more likely has a quotation in it: `"Hello, "World""`."""
    begin, end = string
    quote = text[begin]
    rest = _REST_OF_ITEM.match(text, end)
    quotes = rest.group().count(quote) if rest else 0
    opens_next = _TO_NEXT_ITEM.fullmatch(text, begin + 1, end - 1)
    return opens_next is None or (quotes > 0 and quotes % 2 == 0) or _TWO_ENDS.match(text, end) is not None


def _ended_early(text: str, string: Span, whole: Span, declared: Declaration | None, *, is_clear: bool) -> Fault:
    """Return the fault of a string that a quote inside `whole` ends; if it `is_clear`, all of `whole` is proposed."""
    quote = text[string[0]]
    inner = text[whole[0] + 1 : whole[1] - 1]
    is_text = "\\" not in inner and is_whole(inner) and (quote == '"' or _APOSTROPHES.fullmatch(inner))
    hint = unquoted(inner, declared) if is_clear and is_text else NO_HINT
    proposed = Hint(f"write {hint.text}", hint.text, whole) if hint.text else _INSIDE[quote]
    return Fault((string[1] - 1, string[1]), f"this {quote} ends the string", proposed)


def in_string(text: str, pair: Span, offset: int, error: str) -> Fault | None:
    """Return the fault of a character or an escape in a string, from tomli's error; `None` for other errors."""
    if error.startswith(("Illegal character", "Found invalid character")):
        return Fault((offset, offset + 1), f"a string can't hold the character U+{ord(text[offset]):04X} as it is")
    if not error.startswith(("Unescaped", "Invalid hex", "Escaped character")):
        return None
    backslash = text.rfind("\\", pair[0], offset + 1)
    span = (backslash, min(backslash + 2, pair[1]))
    escape = text[slice(*span)]
    single = _or_single_quotes(text[slice(*string_at(text, pair, backslash))])
    hint = if_toml(text, pair, Hint(rf"for a plain backslash write \\{single}", rf"\{escape}", span))
    if escape[1:] in {"'", *FOREIGN}:
        hint = if_toml(text, pair, Hint("leave out the backslash", "'", span)) if escape == r"\'" else _LEAVE_OUT
    if digits := _DIGITS.get(escape) if "hex" in error or "scalar" in error else None:
        return Fault(span, f"{escape} comes before the {digits} hexadecimal digits of a character", hint)
    return Fault(span, f"no such escape: {escape}", hint)


def _or_single_quotes(string: str) -> str:
    """Return the advice to put a string in single quotes, as the end of a hint; empty if such quotes are in it."""
    single, number = ("'''", "three ") if string.startswith('"""') else ("'", "")
    return "" if single in string else f", or put the text in {number}single quotes"
