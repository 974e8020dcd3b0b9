"""Which characters must never reach a terminal, by what Unicode says of them and not by a list of ours."""

import re
import unicodedata

# An embedding, override or isolate of direction, or the end of one; the marks have no such property of their own.
_DIRECTIONS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_MARKS = {"LEFT-TO-RIGHT MARK", "RIGHT-TO-LEFT MARK", "ARABIC LETTER MARK"}

_ESCAPE = re.compile(r"\\(?:(?P<named>[tnr\\;,=])|u(?P<code>[0-9a-f]{4}))")
_NAMED = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\", ";": ";", ",": ",", "=": "="}


def is_control(character: str) -> bool:
    """Tell whether a character controls the terminal, the order of the text around it or the end of the line."""
    return (
        unicodedata.category(character) in {"Cc", "Zl", "Zp"}
        or unicodedata.bidirectional(character) in _DIRECTIONS
        or unicodedata.name(character, "") in _MARKS
    )


def controls_in(text: str) -> set[str]:
    """Return the characters of a text that must not reach a terminal."""
    return set(filter(is_control, text))


def unescape(text: str) -> str:
    r"""Read back the text of a TSV or CSV field: `\t`, `\n`, `\r`, `\\`, `\;`, `\,`, `\=` and `\u001b`."""
    return _ESCAPE.sub(lambda match: _NAMED.get(match["named"]) or chr(int(match["code"], 16)), text)
