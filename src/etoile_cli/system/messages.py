"""How what is said on standard error looks on a terminal: within its width, its labels in colour."""

import re

from etoile_cli.text.styles import FAULT, QUIET, STRONG, WARNING, Line, Style, styled, wrapped_line

# `etoile: error: …`, `hint: …`, `file:1:2: error[code]: …`, or a sentence with none of these labels.
_MESSAGE = (
    r"(?s)(etoile: |)((?:.+?:\d+:\d+:(?= (?:error|warning)\[))?)( ?)"
    r"((?:(?:error|warning)(?:\[[a-z-]+\])?:|hint:)?)(.*)"
)
_INDENT = 2


def message_lines(message: str, width: int) -> list[Line]:
    """Return a message in lines of a width in columns, wrapped at words but not in a place, what follows indented."""
    parts = re.fullmatch(_MESSAGE, message)
    if parts is None:
        raise ValueError(message)  # it matches any text
    program, place, gap, label, text = parts.groups()
    line = styled(program, (place, STRONG), gap, (label, _style(label)), text)
    return wrapped_line(line, width, hanging=_INDENT, whole=len(program) + len(place))


def _style(label: str) -> Style:
    if label == "hint:":
        return QUIET
    return WARNING if label.startswith("warning") else FAULT
