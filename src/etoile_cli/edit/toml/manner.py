"""A value in the manner of the one that it replaces: a string of several lines stays one, folded if it was folded."""

import re
import textwrap

import tomli

from etoile_cli.check.toml.scanner import MULTILINE_QUOTES
from etoile_cli.edit.toml.written_values import Value, scalar_text, value_text

_QUOTES = '"""'
_FOLD = re.compile(r"(?<!\\)\\[ \t]*\n")
_NARROWEST = 60


def replacing(old: str, value: Value, *, indent: str = "", before: int = 0) -> str:
    """Return a value as TOML writes it, in the manner of the text of an old one; the rest is as in `value_text`."""
    if isinstance(value, str) and old.startswith((*MULTILINE_QUOTES, "'")):
        for text in _in_manner(old, value):
            if _is(text, value):
                return text
    return value_text(value, indent=indent, before=before, in_lines=old.startswith("[") and "\n" in old)


def _in_manner(old: str, value: str) -> list[str]:
    """Return the texts of a string in the manner of an old one, the most alike first; some may not be right."""
    if not old.startswith(MULTILINE_QUOTES):
        return [f"'{value}'"]
    quotes = old[:3]
    begin = "\n" if old.startswith(f"{quotes}\n") else ""
    in_basic = f"{_QUOTES}{begin}{_inner(value)}{_QUOTES}"
    if quotes == _QUOTES and _FOLD.search(old):
        return [_folded(old, value), in_basic]
    return [f"{quotes}{begin}{value}{quotes}", in_basic] if quotes != _QUOTES and value.isprintable() else [in_basic]


def _inner(value: str) -> str:
    """Return a string as it stands between the quotes of one of several lines."""
    text = scalar_text(f"\n{value}")  # the line break makes tomli-w write several lines
    return text.removeprefix(f"{_QUOTES}\n\n").removesuffix(_QUOTES)


def _folded(old: str, value: str) -> str:
    """Return a string in lines as long and as indented as the old ones, each but the last of a paragraph folded."""
    last = old.rpartition("\n")[2].removesuffix(_QUOTES)
    indent = last if last.isspace() and "\n" not in value else ""
    width = max(_NARROWEST, *map(len, old.split("\n"))) - len(indent) - len(" \\")
    paragraphs = [
        f" \\\n{indent}".join(textwrap.wrap(each, width, break_long_words=False, break_on_hyphens=False))
        for each in _inner(value).split("\n")
    ]
    return f"{_QUOTES}\\\n{indent}" + "\n".join(paragraphs) + f"\\\n{indent}{_QUOTES}"


def _is(text: str, value: str) -> bool:
    try:
        return tomli.loads(f"x = {text}") == {"x": value}
    except ValueError:
        return False
