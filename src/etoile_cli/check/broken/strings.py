"""What is wrong with the strings of a statement that is not TOML: their quotation marks, and what stands in them."""

import re

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.check.broken.doubled import around_brackets, doubled, doubled_in_brackets
from etoile_cli.check.broken.fault import Fault, if_toml, reads
from etoile_cli.check.broken.unclosed import unclosed_item
from etoile_cli.check.corrections import unquoted
from etoile_cli.check.toml.bare import line_before_comment
from etoile_cli.check.toml.marks import FOREIGN, is_whole
from etoile_cli.check.toml.scanner import KEY, Span, string_at, string_end
from etoile_cli.check.writing import NO_HINT, Hint

_TRIPLE = ('"""', "'''")
_DIGITS = {r"\x": "two", r"\u": "four", r"\U": "eight"}
_INSIDE = {'"': Hint(r'write \" for each " inside "…"'), "'": Hint("put the text in double quotes")}
# As far as a string goes on in brackets, if a quotation mark in it ended it.
_GOES_ON = re.compile(r"[^,\]}\n]*[\"'](?=[ \t]*(?:[,\]}#]|$))", re.MULTILINE)
# One more at an end of a text, or without a letter before it, is rather too many than an apostrophe.
_APOSTROPHES = re.compile(r"(?:[^']|(?<=\w)'(?!'|\Z))+")
_LEAVE_OUT = Hint("leave out the backslash")
_ESCAPED = re.compile(r"\\.")
_REST_OF_ITEM = re.compile(r"[^,\[\]{}\n]*")
# What a string ends with that took in the opening quote of the next item, and what a quotation at its end does.
_TO_NEXT_ITEM = re.compile(rf".*,[ \t]*(?:{KEY}[ \t]*=[ \t]*)?", re.DOTALL)
_TWO_ENDS = re.compile(r"[^\n]*?(?<=[^\s,\[{=\"'])(?:\"\"|'')[ \t]*(?:[,\]}\n]|\Z)")


def ends_early(text: str, value: Span, declared: Declared | None) -> Fault | None:
    """Return the quotation mark or apostrophe that ends a string in the middle of a line, `None` if none does."""
    begin, quote = value[0], text[value[0]]
    end = string_end(text, value)
    if fault := around_brackets(text, value, declared) or doubled(text, value, declared):
        return fault
    if end is None or text.startswith(_TRIPLE, begin):
        return None
    last = line_before_comment(text, (end, value[1]))[1]
    rest, whole = text[end:last], text[begin + 1 : last - 1]
    is_odd = _ESCAPED.sub("", whole).count(quote) % 2 == 1
    goes_on = rest[:1].isalnum() or rest == quote or (is_odd and rest.lstrip(" \t")[:1].isalnum())
    if not rest.endswith(quote) or not goes_on or "=" in rest:
        return None
    is_doubled = {text[begin : begin + 2], text[last - 2 : last]} == {quote * 2}
    is_clear = (quote == "'" or not is_odd) and not is_doubled and "\n" not in text[begin : value[1]]
    return _ended(text, (begin, end), (begin, last), declared if is_clear else None, is_clear=is_clear)


def ends_early_in_brackets(text: str, pair: Span, string: Span, declared: Declared | None) -> Fault:
    """Return what is wrong with a string in brackets that has an end, and no comma or bracket behind it."""
    begin, end = string
    quote = text[begin]
    comma = text.find(",", begin, end)
    if comma >= 0 and not _is_quotation(text, string):
        # A blank behind the quote is rather of the text that the quote interrupts.
        return unclosed_item(text, pair, (begin, comma), is_clear=text[end] not in " \t")
    if fault := doubled_in_brackets(text, pair, begin):
        return fault
    whole = _GOES_ON.match(text, end, pair[1])
    is_clear = whole is not None and text[whole.end() - 1] == quote == "'"
    fault = _ended(text, string, (begin, whole.end() if whole else end), declared, is_clear=is_clear)
    is_all = fault.hint.text is None or reads(text, pair, fault.hint)  # what is behind it, nobody looked at
    return fault if is_all else fault._replace(hint=_INSIDE[quote])


def _is_quotation(text: str, string: Span) -> bool:
    """Tell whether a string with a comma in it is rather one with a quotation, as in `"Hello, "World""`."""
    begin, end = string
    quote = text[begin]
    rest = _REST_OF_ITEM.match(text, end)
    quotes = rest.group().count(quote) if rest else 0
    opens_next = _TO_NEXT_ITEM.fullmatch(text, begin + 1, end - 1)
    return opens_next is None or (quotes > 0 and quotes % 2 == 0) or _TWO_ENDS.match(text, end) is not None


def _ended(text: str, string: Span, whole: Span, declared: Declared | None, *, is_clear: bool) -> Fault:
    """Return that a string is ended by a mark inside `whole`, which is proposed if it is clear that it was meant."""
    quote = text[string[0]]
    inner = text[whole[0] + 1 : whole[1] - 1]
    is_text = "\\" not in inner and is_whole(inner) and (quote == '"' or _APOSTROPHES.fullmatch(inner))
    hint = unquoted(inner, declared) if is_clear and is_text else NO_HINT
    proposed = Hint(f"write {hint.text}", hint.text, whole) if hint.text else _INSIDE[quote]
    return Fault((string[1] - 1, string[1]), f"this {quote} ends the string", proposed)


def in_string(text: str, pair: Span, offset: int, told: str) -> Fault | None:
    """Return what no string can hold as it is, by what tomli told of it; `None` if it told of something else."""
    if told.startswith(("Illegal character", "Found invalid character")):
        return Fault((offset, offset + 1), f"a string can't hold the character U+{ord(text[offset]):04X} as it is")
    if not told.startswith(("Unescaped", "Invalid hex", "Escaped character")):
        return None
    backslash = text.rfind("\\", pair[0], offset + 1)
    span = (backslash, min(backslash + 2, pair[1]))
    escape = text[slice(*span)]
    single = _in_single_quotes(text[slice(*string_at(text, pair, backslash))])
    hint = if_toml(text, pair, Hint(rf"for a plain backslash write \\{single}", rf"\{escape}", span))
    if escape[1:] in {"'", *FOREIGN}:
        hint = if_toml(text, pair, Hint("leave out the backslash", "'", span)) if escape == r"\'" else _LEAVE_OUT
    if digits := _DIGITS.get(escape) if "hex" in told or "scalar" in told else None:
        return Fault(span, f"{escape} stands before the {digits} hexadecimal digits of a character", hint)
    return Fault(span, f"no such escape: {escape}", hint)


def _in_single_quotes(string: str) -> str:
    """Return that a string may stand in single quotes, if it may: with none of those in it."""
    single, number = ("'''", "three ") if string.startswith('"""') else ("'", "")
    return "" if single in string else f", or put the text in {number}single quotes"
