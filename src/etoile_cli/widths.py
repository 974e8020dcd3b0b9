"""How many columns a terminal gives a text, and where its lines break: for tables, cards, excerpts and progress.

Rich 15 counts the spacing marks of Devanagari, Tamil, Telugu and others as nothing, so that its lines are too long;
glibc, terminals and the package wcwidth give them a column. Texts are therefore wrapped and padded here.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

Line = tuple[int, int]
"""A line of a text: the offset of its first character, and the one behind its last."""

# Letters, signs and quotes of one column each: what most texts consist of, measured without loading tables.
_PLAIN = (
    r"[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u0384-\u03ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2500-\u257f]*"
)
_PICTURE = "\u203c-\u3299\U0001f000-\U0001faff"
# Emoji of several parts: flags, and pictures that a selector, a colour of skin or a joiner changes.
_EMOJI = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}"
    f"|[#*0-9\u00a9\u00ae{_PICTURE}](?:[\ufe0f\u20e3\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]|(?<=\u200d)[{_PICTURE}])+"
)
# No line breaks at a no-break blank.
_WORD = re.compile(r"[\S\u00a0\u2007\u202f]+")
_COMPONENT = re.compile(r"[^/]*/|[^/]+")
# The last letter of a name with the line and the column behind it.
_PLACE = re.compile(r".(?::[0-9]+:[0-9]+:)$")
# Scripts that part no words by blanks: their lines break between any two letters.
_UNPARTED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)


def text_width(text: str) -> int:
    """Return the columns that a text without controls takes."""
    if text.isascii() or re.fullmatch(_PLAIN, text):
        return len(text)
    from wcwidth import wcswidth

    emoji = _EMOJI.findall(text)
    others = _EMOJI.sub("", text) if emoji else text
    # Letter by letter, as the C library has it: wcswidth makes one of the letters that fonts may join.
    return sum(map(_letter_width, others)) + sum(max(wcswidth(each), 0) for each in emoji)


def _letter_width(letter: str) -> int:
    from unicodedata import category

    from wcwidth import wcwidth

    return max(wcwidth(letter), category(letter) == "Mc")


def wrapped(text: str, width: int) -> list[str]:
    """Return a text in lines of at most so many columns; see `lines_of`."""
    return [text[begin:end] for begin, end in lines_of(text, width)]


def padded(text: str, width: int) -> str:
    """Return a text with blanks behind it, as many as there is room for."""
    return text + " " * (width - text_width(text))


def breaks_anywhere(word: str) -> bool:
    """Tell whether a word is of a script that parts no words by blanks, so that a line may break within it."""
    return _UNPARTED.search(word) is not None


def beginning(text: str, width: int) -> str:
    """Return as much of the beginning of a text as fits so many columns."""
    end = used = 0
    for letter in _letters(text):
        used += text_width(letter)
        if used > width:
            break
        end += len(letter)
    return text[:end]


def lines_of(text: str, width: int) -> list[Line]:
    """Return the lines of a text that fit a width, at least one.

    It breaks at blanks, which vanish there. A word that is too long breaks between letters, never between a letter and
    its marks.
    """
    lines: list[Line] = []
    begin = 0
    for paragraph in text.split("\n"):
        end = begin + len(paragraph)
        if text_width(paragraph) <= width:
            lines.append((begin, end))
        else:
            lines += _broken(text, begin, end, width)
        begin = end + 1
    return lines


def hanging_lines(text: str, width: int, *, path: int = 0, indent: int = 0) -> list[Line]:
    """Return the lines of a text of one paragraph whose lines after the first are indented.

    The text may begin with so many characters of a path, with or without blanks in it: if they are too many for a
    line, they break behind slashes.
    """
    if text_width(text[:path]) > width:
        pieces = chain(_components(text[:path], width - indent), _pieces(text, path, len(text), width - indent))
        return list(_joined(text, pieces, width - indent))
    # Measured as one word, which it is even if it has blanks.
    head = "x" * text_width(text[:path])
    lines = [(0, lines_of(head + text[path:], width)[0][1] - len(head) + path)]
    begin = lines[-1][1]
    begin += len(text[begin:]) - len(text[begin:].lstrip(" "))
    if begin < len(text):
        lines += [(begin + first, begin + last) for first, last in lines_of(text[begin:], width - indent)]
    return lines


def _broken(text: str, begin: int, end: int, width: int) -> Iterator[Line]:
    """Yield the lines of a paragraph that is too wide for one."""
    yield from _joined(text, _pieces(text, begin, end, width), width) if text[begin:end].strip() else [(begin, begin)]


def _joined(text: str, pieces: Iterable[Line], width: int) -> Iterator[Line]:
    """Yield lines of as many pieces as fit, the blanks between them included."""
    line: Line | None = None
    used = 0
    for piece in pieces:
        wide = text_width(text[slice(*piece)])
        gap = piece[0] - line[1] if line else 0
        if line and used + gap + wide > width:
            yield line
            line = None
        if line:
            line, used = (line[0], piece[1]), used + gap + wide
        else:
            line, used = piece, wide
    if line:
        yield line


def _pieces(text: str, begin: int, end: int, width: int) -> Iterator[Line]:
    """Yield what stays together: words, and the letters of those that are too long or part no words by blanks."""
    for word in _WORD.finditer(text, begin, end):
        if text_width(word[0]) > width or _UNPARTED.search(word[0]):
            yield from _letters_at(word[0], word.start())
        else:
            yield word.span()


def _components(path: str, width: int) -> Iterator[Line]:
    """Yield the parts of a path, each with the slash behind it, and the letters of those that are too long."""
    for part in _COMPONENT.finditer(path):
        if text_width(part[0]) > width:
            place = _PLACE.search(part[0])
            end = place.start() if place else len(part[0])
            yield from _letters_at(part[0][:end], part.start())
            yield part.start() + end, part.end()
        else:
            yield part.span()


def _letters_at(word: str, begin: int) -> Iterator[Line]:
    for letter in _letters(word):
        yield begin, begin + len(letter)
        begin += len(letter)


def _letters(word: str) -> Iterable[str]:
    """Return the letters of a word, each with its marks."""
    if word.isascii():
        return word
    from wcwidth import iter_graphemes

    return iter_graphemes(word)
