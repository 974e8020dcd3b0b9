"""Characters that must never reach a terminal raw, and how they are shown instead.

C0 and C1 controls can move the cursor or carry terminal escapes; the bidirectional controls reorder what
stands around them; U+2028 and U+2029 break lines. All of them are legal in a TOML string. What is not UTF-8 in the
name of a file or in a variable, a byte 0x9B say, is a lone surrogate to Python, which would be written as that byte.
"""

import os
import re

_BEYOND_C0 = "\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
_UNSAFE = f"[\x00-\x1f{_BEYOND_C0}\ud800-\udfff]"
_UNSAFE_IN_JSON = f"[{_BEYOND_C0}]"
_NAMED = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    return _NAMED.get(character) or f"\\u{ord(character):04x}"


def escape_controls(text: str) -> str:
    r"""Show every control character as an escape: a tab as `\t`, the escape character as `\u001b`."""
    if text.isprintable():
        return text
    return re.sub(_UNSAFE, _escape, text)


def escape_message(text: str, begin: int = 0, end: int | None = None) -> str:
    """Show, in a text or a part of it, controls and characters that nobody sees or can have meant as escapes."""
    if text.isascii():
        return escape_controls(text[begin:end])
    from etoile_cli.text.invisible import show_invisible

    return escape_controls(show_invisible(text, begin, end))


def escape_lines(text: str) -> str:
    """Show every control character as an escape, save the ends of lines."""
    return "\n".join(map(escape_controls, text.split("\n")))


def controls_in(text: str) -> list[str]:
    """Return the control characters of a text, each once; tabs and ends of lines, which belong to a text, are none."""
    if text.isprintable():
        return []
    return [each for each in dict.fromkeys(re.findall(_UNSAFE, text)) if each not in _NAMED]


def without_undecoded(text: str) -> str:
    """Return a text that any format can hold: U+FFFD for the bytes of a file's name that are not UTF-8."""
    return os.fsencode(text).decode(errors="replace")


def escape_json(text: str) -> str:
    r"""Escape what JSON lets through raw (DEL, C1, bidirectional controls) as `\uXXXX`; the value stays the same."""
    if text.isascii() and "\x7f" not in text:
        return text
    return re.sub(_UNSAFE_IN_JSON, _escape, text)
