"""What is wrong with the lines of a pair: its value begins below its key, or its opening quotes are broken."""

import re

from etoile_cli.check.toml.advice.fault import Fault
from etoile_cli.check.toml.advice.hints import NO_HINT, Hint, certain, propose
from etoile_cli.check.toml.advice.quotation_marks import FOREIGN
from etoile_cli.check.toml.advice.quoting import shorten
from etoile_cli.check.toml.scanner import MULTILINE_QUOTES, Span, key_span, skip_blanks, value_span
from etoile_cli.check.toml.syntax.edits import if_toml

_BREAK = re.compile(r"(?P<before>[ \t]*\n[ \t\n]*)?(?:[ \t]*=[ \t]*)(?P<after>(?:#[^\n]*)?\n)?")

_OPENING_QUOTES = re.compile(rf"[{FOREIGN}\"']*")


def value_below_key(text: str, pair: Span) -> Fault | None:
    """Return the fault of a value, or its `=`, on a line below that of its key; `None` if it isn't."""
    key = key_span(text, pair)
    found = _BREAK.match(text, key[1], pair[1])
    if found is None or not (found["before"] or found["after"]):
        return None
    value = skip_blanks(text, found.end())
    if text.endswith("]", *pair) and text[value] in "\"'":
        opened = Hint("write [ after it", " [", (found.start("after"),) * 2)
        equals = text.index("=", key[1])
        return Fault((equals, equals + 1), 'there is no [ after "="', if_toml(text, pair, opened))
    moved = certain(if_toml(text, pair, Hint("write it there", " = ", (key[1], value))))
    what = '"=" must be' if found["before"] else "the value must begin"
    is_clear = "#" not in text[key[1] : value]
    return Fault(key, f"{what} on the line of its key", moved if is_clear else NO_HINT)


def without_opening_quotes(text: str, pair: Span) -> Fault | None:
    """Return the fault of a multi-line string that has closing but no opening quotes; `None` if the value is none."""
    begin, end = value_span(text, pair)
    quotes = text[end - 3 : end]
    if quotes not in MULTILINE_QUOTES or "\n" not in text[begin:end] or text.startswith((quotes, "[", "{"), begin):
        return None
    opening = _OPENING_QUOTES.match(text, begin, end)
    found = opening.group() if opening else ""
    here = (begin, begin + len(found))
    hint = if_toml(text, pair, propose(quotes, span=here))
    if not found:
        return Fault((begin, text.index("\n", begin)), f"there is no {quotes} before the text", hint)
    # A single foreign mark may begin a quotation.
    is_clear = len(found) > 1 or found in "\"'" or text.startswith("\\\n", here[1])
    return Fault(here, f"expected {quotes}, found {shorten(found)}", hint if is_clear else Hint(hint.words))
