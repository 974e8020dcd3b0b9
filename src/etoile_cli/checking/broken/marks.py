"""Quotation marks that TOML doesn't know: which of them enclose a text, and which stand alone."""

import re

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
_APOSTROPHE = re.compile(rf"(?<=\w)[{FOREIGN}'](?=\w)")


def enclosed(text: str) -> str:
    """Return what one pair of foreign marks encloses, none but apostrophes in it; empty if none does."""
    found = _ENCLOSED.fullmatch(_APOSTROPHE.sub("x", text))
    size = 2 if found and found["double"] else 1
    return text[size:-size].strip() if found else ""


def is_paired(text: str) -> bool:
    """Tell whether every foreign mark in a text has another that it belongs to, or is an apostrophe."""
    is_unclear = len(text) > 1 and text[0] == text[-1] == "’"
    return not is_unclear and _PAIRED.fullmatch(_APOSTROPHE.sub("x", text)) is not None
