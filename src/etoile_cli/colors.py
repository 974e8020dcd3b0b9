"""Colours of help pages and messages, as terminals take them: too few for Rich, which takes 30 ms to import."""

import re

_BOLD = "\x1b[1m"
_HEADING = "\x1b[35m"
_QUIET = "\x1b[2m"
_ERROR = "\x1b[1;31m"
_WARNING = "\x1b[1;33m"
_END = "\x1b[0m"

# How a message begins: `etoile: error:`, `hint:`, or the place and the code of a problem.
_ERROR_LABEL = r"^(etoile: )(error:)"
_HINT_LABEL = r"^(hint:)"
_PROBLEM = r"^(.*?:[0-9]+:[0-9]+:)(\s+)((?:error|(warning))\[[a-z-]+\]:)"


def bold(text: str) -> str:
    """Return a text in bold letters."""
    return f"{_BOLD}{text}{_END}"


def heading(text: str) -> str:
    """Return the heading of a part of a help page."""
    return f"{_HEADING}{text}{_END}"


def styled_message(message: str) -> str:
    """Return a message with its beginning in the colours of `check`: what sort of message it is."""
    message = re.sub(_ERROR_LABEL, rf"\1{_ERROR}\2{_END}", message)
    message = re.sub(_HINT_LABEL, rf"{_QUIET}\1{_END}", message)
    return re.sub(_PROBLEM, _styled_problem, message)


def _styled_problem(found: re.Match[str]) -> str:
    return f"{bold(found[1])}{found[2]}{_WARNING if found[4] else _ERROR}{found[3]}{_END}"
