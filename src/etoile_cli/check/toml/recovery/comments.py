"""Control characters in comments, which TOML does not allow there either."""

import re
from collections.abc import Iterator

from etoile_cli.check.toml.advice.fault import Fault
from etoile_cli.check.toml.lenient.document import LenientDocument

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def controls_in_comments(document: LenientDocument) -> Iterator[Fault]:
    """Yield the control characters between the statements of a text."""
    begin = 0
    for statement in [*document.statements, (len(document.text), 0)]:
        for found in _CONTROL.finditer(document.text, begin, statement[0]):
            yield Fault(found.span(), f"a comment can't hold the character U+{ord(found.group()):04X}")
        begin = statement[1]
