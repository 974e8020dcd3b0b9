"""What is wrong in comments: they hold anything but control characters."""

import re
from collections.abc import Iterator

from etoile_cli.check.broken.fault import syntax
from etoile_cli.check.problem import Finding
from etoile_cli.check.toml.document import Document

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def controls_in_comments(document: Document) -> Iterator[Finding]:
    """Yield the control characters that stand in comments, where TOML has none either."""
    begin = 0
    for statement in [*document.statements, (len(document.text), 0)]:
        for found in _CONTROL.finditer(document.text, begin, statement[0]):
            message = f"a comment can't hold the character U+{ord(found.group()):04X}"
            yield syntax(message, found.span(), ())
        begin = statement[1]
