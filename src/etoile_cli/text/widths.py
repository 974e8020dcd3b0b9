"""The columns that a text takes on a terminal, and where its lines break.

Terminals differ in joined characters: some draw 👩‍🎤 in two columns, others in four. The largest number counts, so
that lines fit every terminal.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

# Latin, Greek and Cyrillic letters, signs, quotes and box-drawing characters, which take one column each. Most texts
# have no others, and are measured without loading wcwidth's tables.
_PLAIN = (
    r"[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u0482\u048a-\u052f\u1e00-\u1eff"
    r"\u2010-\u2027\u2500-\u257f✦]*"
)

# Thai, Lao, Burmese, Khmer, Chinese and Japanese: scripts that write no blanks between words.
_UNSPACED = (
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
    r"\u2e80-\u312f\u31a0-\u9fff\uf900-\ufaff\uff01-\uff9f\U00020000-\U0003ffff]"
)
# Categories of characters that don't begin a line (marks, closing brackets, 。, ー), and those that don't end one
# (opening brackets); some vowels are written before their consonant, and don't end a line either.
_CLOSING = frozenset({"Mn", "Mc", "Me", "Pe", "Pf", "Po", "Lm"})
_OPENING = frozenset({"Ps", "Pi"})
_LEADING_VOWELS = frozenset("เแโใไເແໂໃໄ")

_EMOJI_STYLE = "\ufe0f"
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)

# A word longer than a line is broken after a slash or else a no-break space, if it has one.
_BREAKS = "/\xa0"
# The end of a word that is broken between letters has at least so many columns: `:458:7:` stays with its file.
_LEAST_END = 16

Span = tuple[int, int]
"""The positions where a slice of a text begins and ends."""


def text_width(text: str) -> int:
    """Return the columns of a text without controls, the most that any terminal draws it in.

    A spacing mark takes one, as in glibc and terminals. Rich 15 counts none for those of Devanagari, Tamil, Telugu and
    others, which makes its lines too long.
    """
    if is_plain(text):
        return len(text)
    columns = sum(map(_columns, text))
    return columns + _widened(text) if _EMOJI_STYLE in text else columns


def is_plain(text: str) -> bool:
    """Return whether each character of a text takes one column, and belongs to a script with blanks between words."""
    return text.isascii() or _plain().fullmatch(text) is not None


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(_PLAIN)


@cache
def _columns(character: str) -> int:
    """Return the columns of a character by itself."""
    from unicodedata import category, east_asian_width

    from wcwidth import wcwidth

    kind = category(character)
    if kind == "Mc" or ord(character) in _FLAG_LETTERS:
        return 1
    # Some versions of wcwidth, and some terminals, count no columns for a lone skin tone, which is wide.
    is_wide = east_asian_width(character) in "WF" and not kind.startswith("M")
    return max(wcwidth(character), 2 if is_wide else 0)


def _widened(text: str) -> int:
    """Return the columns that characters take in addition because a variation selector makes emoji of them."""
    from wcwidth import wcswidth

    pairs = re.findall(f"[^{_EMOJI_STYLE}]{_EMOJI_STYLE}", text)
    return sum(max(wcswidth(pair) - _columns(pair[0]), 0) for pair in pairs)


def beginning(text: str, width: int) -> str:
    """Return as much of the beginning of a text as fits a width; letters keep their marks."""
    end = 0
    for first, last in _letters(text):
        width -= text_width(text[first:last])
        if width < 0:
            break
        end = last
    return text[:end]


def ending(text: str, width: int) -> str:
    """Return as much of the end of a text as fits a width; letters keep their marks."""
    begin = len(text)
    for first, last in reversed(list(_letters(text))):
        width -= text_width(text[first:last])
        if width < 0:
            break
        begin = first
    return text[begin:]


def wrapped(text: str, width: int) -> list[str]:
    """Return a text wrapped to a width: at least one line, broken between words, and inside words longer than a line.

    Blanks at a break are omitted. A line feed in the text begins a new line.
    """
    if text_width(text) <= width and "\n" not in text:
        return [text]
    return [line[begin:end] for line in text.split("\n") for begin, end in line_spans(line, width)]


def line_spans(text: str, width: int, *, hanging: int = 0) -> list[Span]:
    """Return the span of each line of a wrapped text; lines after the first are `hanging` columns narrower."""
    if text_width(text) <= width:
        return [(0, len(text))]
    if _is_simple(text, width - hanging):
        return list(_simple_spans(text, width, hanging))
    lines: list[Span] = []
    begin = end = used = 0
    for first, last in _units(text, width - hanging):
        columns = text_width(text[first:last])
        gap = first - end
        if used and used + gap + columns > (width - hanging if lines else width):
            lines.append((begin, end))
            begin, used, gap = first, 0, 0
        used += gap + columns
        end = last
    return [*lines, (begin, end)]


def _is_simple(text: str, room: int) -> bool:
    """Return whether a text is words that fit a line, a single blank between each two, and has no wide characters."""
    is_spaced = "  " not in text and not text.startswith(" ") and not text.endswith(" ")
    return is_spaced and is_plain(text) and max(map(len, text.split(" "))) <= room


def _simple_spans(text: str, width: int, hanging: int) -> Iterator[Span]:
    """Yield likewise the spans of the lines of a simple text: from blank to blank, without looking at each word."""
    begin, room = 0, width
    while len(text) - begin > room:
        end = text.rindex(" ", begin, begin + room + 1)
        yield begin, end
        begin, room = end + 1, width - hanging
    yield begin, len(text)


def longest_unit(text: str) -> int:
    """Return the columns of the longest unit of a text that should not be broken: a word, in most scripts."""
    words = text.replace("\n", " ").split(" ")
    if not breaks_anywhere(text):
        return max(map(text_width, words))
    return max(text_width(word[begin:end]) for word in words for begin, end in _words(word))


def breaks_anywhere(text: str) -> bool:
    """Return whether a text has letters of a script without blanks between words, where a line may break anywhere."""
    return not text.isascii() and re.search(_UNSPACED, text) is not None


def _units(text: str, room: int) -> Iterator[Span]:
    """Yield the units that lines consist of: words, letters of scripts without blanks, pieces of words too long."""
    has_words = not breaks_anywhere(text)
    for word in re.finditer("[^ ]+", text):
        if has_words and text_width(word.group()) <= room:
            yield word.span()
            continue
        for begin, end in _words(word.group()):
            unit = word.group()[begin:end]
            for first, last in _pieces(unit, room):
                yield word.start() + begin + first, word.start() + begin + last


def _words(text: str) -> Iterator[Span]:
    """Yield the units of a text without blanks: all of it, or single letters in a script without blanks."""
    begin = end = 0
    if breaks_anywhere(text):
        before = ""
        for first, last in _letters(text):
            letter = text[first:last]
            if before and _may_break(before, letter):
                yield begin, end
                begin = end
            before, end = letter, last
    yield begin, len(text)


def _may_break(before: str, after: str) -> bool:
    """Return whether a line may break between two letters."""
    from unicodedata import category

    if not (re.match(_UNSPACED, before) or re.match(_UNSPACED, after)):
        return False
    is_opening = before in _LEADING_VOWELS or category(before[-1]) in _OPENING
    return not is_opening and category(after[0]) not in _CLOSING


def _pieces(word: str, room: int, breaks: str = _BREAKS) -> Iterator[Span]:
    """Yield the pieces of a word that fit a line: all of it, else broken after slashes, no-break spaces or letters."""
    if text_width(word) <= room:
        yield 0, len(word)
    elif breaks:
        for piece in re.finditer(f"[^{breaks[0]}]*{breaks[0]}+|[^{breaks[0]}]+", word):
            for begin, end in _pieces(piece.group(), room, breaks[1:]):
                yield piece.start() + begin, piece.start() + end
    else:
        yield from _letters_and_end(word, room)


def _letters_and_end(word: str, room: int) -> Iterator[Span]:
    """Yield the letters of a word one by one, and the last ones together."""
    letters = [each for letter in _letters(word) for each in _fitting(letter, word, room)]
    left = min(_LEAST_END, room // 2)
    while len(letters) > 1 and (left := left - text_width(word[slice(*letters[-1])])) >= 0:
        begin = letters.pop()[0]
    yield from letters
    if letters[-1][1] < len(word):
        yield begin, len(word)


def _fitting(letter: Span, word: str, room: int) -> Iterable[Span]:
    """Return a letter, or its single characters if it has more marks than fit a line."""
    if text_width(word[slice(*letter)]) <= room:
        return [letter]
    return ((at, at + 1) for at in range(*letter))


def _letters(text: str) -> Iterator[Span]:
    """Yield the letters of a text, each with its marks and whatever else is drawn together with it."""
    if text.isascii():
        yield from zip(range(len(text)), range(1, len(text) + 1), strict=True)
        return
    from unicodedata import category

    from wcwidth import iter_graphemes

    begin = end = 0
    for cluster in iter_graphemes(text):
        # Unicode's grapheme clusters separate some Burmese marks from their letter.
        if end > begin and not category(cluster[0]).startswith("M"):
            yield begin, end
            begin = end
        end += len(cluster)
    if text:
        yield begin, end
