"""Characters that must never be printed as they are, and the escapes that are printed instead.

C0 and C1 controls can move the cursor or begin a terminal's escape sequence; bidirectional controls reorder the text
around them; U+2028 and U+2029 break lines. A TOML string may hold all of them. A byte that is not UTF-8 in the name of
a file or in an environment variable, 0x9B say, is a lone surrogate in Python, which would be written as that byte.
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
    r"""Return a text with every control character as an escape: a tab as `\t`, the escape character as `\u001b`."""
    if text.isprintable():
        return text
    return re.sub(_UNSAFE, _escape, text)


def escape_message(text: str, begin: int = 0, end: int | None = None) -> str:
    """Return a text, or a slice of it, with controls and meaningless invisible characters as escapes."""
    if text.isascii():
        return escape_controls(text[begin:end])
    from etoile_cli.text.invisible import show_invisible

    return escape_controls(show_invisible(text, begin, end))


def escape_lines(text: str) -> str:
    """Return a text with every control character but line feeds as an escape."""
    return "\n".join(map(escape_controls, text.split("\n")))


def controls_in(text: str) -> list[str]:
    """Return the control characters in a text, each once, without tabs and line breaks, which any text may hold."""
    if text.isprintable():
        return []
    return [each for each in dict.fromkeys(re.findall(_UNSAFE, text)) if each not in _NAMED]


def without_undecoded(text: str) -> str:
    """Return a text with the name of a file in it as Unicode: bytes of the name that are not UTF-8 become U+FFFD."""
    return os.fsencode(text).decode(errors="replace")


def escape_json(text: str) -> str:
    r"""Return JSON with the controls that it allows (DEL, C1, bidirectional) as `\uXXXX`; its value stays the same."""
    if text.isascii() and "\x7f" not in text:
        return text
    # Printable text holds none of them, and is told faster than the pattern is compiled.
    if text.replace("\n", "").isprintable():
        return text
    return re.sub(_UNSAFE_IN_JSON, _escape, text)
