"""What is wrong with the header of a table that is not TOML."""

from etoile_cli.check.toml.advice.declarations import Declarations, header, headers
from etoile_cli.check.toml.advice.fault import Fault
from etoile_cli.check.toml.advice.hints import NO_HINT, Hint, certain, propose
from etoile_cli.check.toml.advice.quotation_marks import FOREIGN
from etoile_cli.check.toml.scanner import Span
from etoile_cli.check.toml.syntax.blanks import odd_blank
from etoile_cli.check.toml.syntax.edits import makes_toml
from etoile_cli.check.toml.syntax.unexpected import unexpected

_NO_HEADER = "this is not the header of a table"


def in_header(text: str, span: Span, offset: int, error: str, declarations: Declarations) -> Fault:
    """Return what is wrong with a header, from tomli's error and its offset."""
    if fault := odd_blank(text, span, span):
        return fault
    begin, end = span
    known = _known_header(text[begin:end], declarations)._replace(span=span)
    if error.startswith("Expected newline"):
        fault = unexpected(text, span, (offset, end), "a header")
        return fault._replace(hint=fault.hint or known)
    one_word = Hint("a name is one word, or is written in quotes") if " " in text[begin:end] else NO_HINT
    closing = "]]" if text.startswith("[[", begin) else "]"
    if error.startswith("Expected ']") and closing not in text[begin:end]:
        rest = (end - text.endswith("]", begin, end), end)
        closed = Hint(f"end it with {closing}", closing, rest)
        hint = known or (closed if makes_toml(text, span, closed) else one_word)
        return Fault(span, "this header is not closed", hint)
    return Fault(span, _NO_HEADER, known or one_word)


def without_brackets(text: str, span: Span, name: str, declarations: Declarations) -> Fault:
    """Return the fault of a line that was meant as a header of this name but is none."""
    return odd_blank(text, span, span) or Fault(span, _NO_HEADER, propose(header(name, declarations)))


def _known_header(text: str, declarations: Declarations) -> Hint:
    """Return how to write a header whose brackets or quotation marks are wrong, if its name is known."""
    name = text.strip("[] \t").strip(f"{FOREIGN}\"'").strip()
    return certain(propose(header(name, declarations))) if name in headers(declarations) else NO_HINT
