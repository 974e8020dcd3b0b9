"""Texts of others as a catalogue has them: HTML as plain text, no controls, blanks only between words.

HTML is taken for what its tags are known to be, and by patterns: the parser of the standard library takes, in versions
that are still in use, the square of the time for some broken texts.
"""

import html
import re

_BLOCKS = "p|br|div|li|ul|ol|h[1-6]|blockquote|tr|table|hr"
_BREAK = re.compile(rf"(?i)</?(?:{_BLOCKS})\b[^<>]*>")
_INLINE = re.compile(r"(?i)</?(?:a|abbr|b|cite|code|em|font|i|img|q|s|small|span|strong|sub|sup|td|th|tt|u)\b[^<>]*>")
_UNSEEN = re.compile(r"(?is)<(script|style)\b[^<>]*>.*?(?:</\1\s*>|\Z)")
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
# Controls but for blanks, and halves of surrogate pairs, which JSON can hold and UTF-8 can't.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")
# U+001C to U+001F and U+0085 part lines, to Python.
_BLANK = re.compile(r"[ \t\r\n\v\f\x1c-\x1f\x85\u2028\u2029]+")
_TO_COME = re.compile(r"(?i)tb[acd]|t\.b\.[acd]\.|n/a")
_EMPTY_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def one_line(text: str) -> str:
    """Return a text in one line, without markup and controls; empty if nothing is left."""
    if "<" in text:
        text = _INLINE.sub("", _BREAK.sub(" ", _UNSEEN.sub(" ", text)))
    return _BLANK.sub(" ", _IMPOSSIBLE.sub("", text)).strip()


def paragraphs(text: str) -> str:
    """Return prose, which may be HTML, as paragraphs with an empty line between them; empty if nothing is left."""
    if _BREAK.search(text) or _INLINE.search(text) or _UNSEEN.search(text):
        text = _BREAK.sub("\n\n", _UNSEEN.sub(" ", _BLANK.sub(" ", text)))
    text = unescaped(_INLINE.sub("", text).replace("\r\n", "\n"))
    return "\n\n".join(filter(None, map(one_line, _EMPTY_LINES.split(text))))


def is_to_come(line: str) -> bool:
    """Return whether a text only says that it is still to come, as databases have it for the title of an episode."""
    return bool(_TO_COME.fullmatch(line))


def unescaped(text: str) -> str:
    """Return a text with the entities of HTML as the characters that they mean."""
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text
