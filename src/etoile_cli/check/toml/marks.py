"""Quotation marks that TOML doesn't know: which of them enclose a text, and which stand alone."""

import re

from etoile_cli.check.toml.scanner import Span

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
_PAIRED = re.compile(rf"(?:[^{_ALONE}]++|{_QUOTED})*+")
# Those that are apostrophes, too, enclose no more than an item.
_WITH_COMMAS = re.compile("|".join(f"[{each[0]}]{_INNER}[{each[1]}]" for each in _KINDS if "‘" not in each[0]))
_APOSTROPHE = re.compile(rf"(?<=\w)[{FOREIGN}'](?=\w)")
# With what no text begins or ends, where something is wrong with the quotes around it: it may belong to neither.
_NO_BEGINNING = frozenset(",;:|<>([{)]}\\=")
_NO_END = frozenset(",;:|<([{\\=#")
_BRACKETS = re.compile(r"[()\[\]{}<>]")
_OPENING = {")": "(", "]": "[", "}": "{", ">": "<"}


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


def is_whole(text: str) -> bool:
    """Tell whether a text is surely all that was meant, and nothing else, though the quotes around it are wrong.

    Its brackets and quotation marks are in pairs, and nothing at its ends could belong to what is around it.
    """
    text = text.strip()
    marks = f"{FOREIGN}\"'"
    return (
        any(map(str.isalnum, text))
        and text[0] not in _NO_BEGINNING
        and text[-1] not in _NO_END
        and not (text[0] in marks and text[-1] in marks)
        and text.count('"') % 2 == 0
        and _has_pairs(text)
        and is_paired(text)
    )


def is_plain(text: str) -> bool:
    """Tell whether a text is whole, and nothing at its ends is a mark that may stand for one of the quotes."""
    return is_whole(text) and text == text.strip() and not {text[0], text[-1]} & {*FOREIGN, '"', "'"}


def _has_pairs(text: str) -> bool:
    """Tell whether every bracket in a text has another that it belongs to."""
    opened: list[str] = []
    for bracket in _BRACKETS.findall(text):
        if bracket not in _OPENING:
            opened.append(bracket)
        elif not opened or opened.pop() != _OPENING[bracket]:
            return False
    return not opened
