"""Quotation marks that TOML doesn't know: which of them enclose a text, and which stand alone."""

import re

from etoile_cli.checking.toml.scanner import Span

FOREIGN = "“”„‟〝〞〟＂«»‘’‚‛＇‹›「」『』`´"
"""Every such mark; the second of `‘’` is an apostrophe, too."""

_ALONE = FOREIGN.replace("’", "")
# What opens a text, and what closes it: people mix the marks of one kind.
_KINDS = (
    ("“„”‟〝＂", '”“‟〞〟＂"'),
    ("‘‚‛＇`´", "’‘‛＇`´'"),
    ("«", "»"),
    ("»", "«"),
    ("‹", "›"),
    ("›", "‹"),
    ("「", "」"),
    ("『", "』"),
)
_INNER = rf'[^{_ALONE}"]+'
_QUOTED = "|".join(f"[{opening}]{_INNER}[{closing}]" for opening, closing in _KINDS)
_ENCLOSED = re.compile(rf"(?P<double>``)?(?(double){_INNER}''|(?:{_QUOTED}))")
_PAIRED = re.compile(rf"(?:[^{_ALONE}]|{_QUOTED})*")
# Those that are apostrophes, too, enclose no more than an item.
_WITH_COMMAS = re.compile("|".join(f"[{each[0]}]{_INNER}[{each[1]}]" for each in _KINDS if "‘" not in each[0]))
_APOSTROPHE = re.compile(rf"(?<=\w)[{FOREIGN}'](?=\w)")


def enclosed(text: str) -> str:
    """Return what one pair of foreign marks encloses, none but apostrophes in it; empty if none does."""
    found = _ENCLOSED.fullmatch(_APOSTROPHE.sub("x", text))
    size = 2 if found and found["double"] else 1
    return text[size:-size].strip() if found else ""


def enclosed_end(text: str, span: Span) -> int | None:
    """Return where the text ends that a span begins with between foreign marks; `None` if it begins with none."""
    found = _WITH_COMMAS.match(text, *span)
    return found.end() if found and "\n" not in found.group() else None


def is_paired(text: str) -> bool:
    """Tell whether every foreign mark in a text has another that it belongs to, or is an apostrophe."""
    is_unclear = len(text) > 1 and text[0] == text[-1] == "’"
    return not is_unclear and _PAIRED.fullmatch(_APOSTROPHE.sub("x", text)) is not None
