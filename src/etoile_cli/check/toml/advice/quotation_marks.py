"""Quotation marks that TOML doesn't know: which of them enclose a text, and which are alone."""

import re

from etoile_cli.check.toml.scanner import Span

FOREIGN = "“”„‟〝〞〟＂«»‘’‚‛＇‹›「」『』`´"
"""Every such mark; `’` is also an apostrophe."""

FOREIGN_KEY = re.compile(rf"([{FOREIGN}](\w+)[{FOREIGN}])(?=[ \t]*=)")
"""A key between such marks: the first group has the marks, the second has none."""

APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
"""An apostrophe inside a word."""

FEET_AND_INCHES = re.compile(r".*\d['’′]\d+[\"”″]", re.DOTALL)
"""A text that ends with a length in feet and inches, whose marks enclose nothing."""

_ALONE = FOREIGN.replace("’", "")
# Opening and closing marks: people mix the marks of one row.
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
_PAIRED = re.compile(rf"(?:[^{_ALONE}]++|{_QUOTED})*+")
# Marks that may be apostrophes enclose no text with a comma in it.
_WITH_COMMAS = re.compile("|".join(f"[{each[0]}]{_INNER}[{each[1]}]" for each in _KINDS if "‘" not in each[0]))
# An apostrophe in the wrong mark, too.
_BETWEEN_LETTERS = re.compile(rf"(?<=\w)[{FOREIGN}'](?=\w)")
# Characters that no text begins or ends with: if its quotes are wrong, they probably belong to what is around it.
_NO_BEGINNING = frozenset(",;:|<>([{)]}\\=")
_NO_END = frozenset(",;:|<([{\\=#")
_BRACKETS = re.compile(r"[()\[\]{}<>]")
_OPENING = {")": "(", "]": "[", "}": "{", ">": "<"}


def enclosed(text: str) -> str:
    """Return the text that one pair of foreign marks encloses; empty if none does, or more marks are in it."""
    found = _ENCLOSED.fullmatch(_BETWEEN_LETTERS.sub("x", text))
    size = 2 if found and found["double"] else 1
    return text[size:-size].strip() if found else ""


def enclosed_end(text: str, span: Span) -> int | None:
    """Return where a text in foreign marks at the beginning of a span ends; `None` if there is no such text."""
    found = _WITH_COMMAS.match(text, *span)
    return found.end() if found and "\n" not in found.group() else None


def is_paired(text: str) -> bool:
    """Return whether every foreign mark in a text is one of a pair, or an apostrophe."""
    is_unclear = len(text) > 1 and text[0] == text[-1] == "’"
    return not is_unclear and _PAIRED.fullmatch(_BETWEEN_LETTERS.sub("x", text)) is not None


def is_whole(text: str) -> bool:
    """Return whether a text is surely the whole text that was meant, though the quotes around it are wrong.

    Its brackets and quotation marks are in pairs, and no character at its ends may belong to what is around it.
    """
    text = text.strip()
    marks = f"{FOREIGN}\"'"
    return (
        any(map(str.isalnum, text))
        and text[0] not in _NO_BEGINNING
        and text[-1] not in _NO_END
        and not (text[0] in marks and text[-1] in marks)
        and text.count('"') % 2 == 0
        and _has_paired_brackets(text)
        and is_paired(text)
    )


def is_plain(text: str) -> bool:
    """Return whether a text is whole, and has no blank or mark at its ends."""
    return is_whole(text) and text == text.strip() and not {text[0], text[-1]} & {*FOREIGN, '"', "'"}


def _has_paired_brackets(text: str) -> bool:
    opened: list[str] = []
    for bracket in _BRACKETS.findall(text):
        if bracket not in _OPENING:
            opened.append(bracket)
        elif not opened or opened.pop() != _OPENING[bracket]:
            return False
    return not opened
