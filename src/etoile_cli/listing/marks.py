"""Where words are in a text, whatever their case and accents: `laage` is found at the end of `Lou de Laâge`."""

from collections.abc import Iterator, Sequence
from unicodedata import category

from etoile_cli.text.folding import fold
from etoile_cli.text.widths import Span

# The vowels and final consonants of Korean, where its syllables are spelt letter by letter.
_JAMO = range(0x1160, 0x1200)


def places_of(words: Sequence[str], text: str) -> list[Span]:
    """Return the spans of folded words in a text; none in the rare case that it folds differently letter by letter."""
    whole = fold(text)
    wanted = [word for word in words if word and word in whole]
    if not wanted:
        return []
    folded, origins = whole, [(at, at + 1) for at in range(len(text))]
    if not (text.isascii() and len(whole) == len(text)):
        folded, origins = _folded(text)
    if folded.strip() != whole:
        return []
    found = (place for word in wanted for place in _places(word, folded))
    return [(origins[begin][0], origins[end - 1][1]) for begin, end in found]


def _folded(text: str) -> tuple[str, list[Span]]:
    """Return a text folded letter by letter, and for each character of the result the span that it comes from."""
    folded = ""
    origins: list[Span] = []
    for start, end in _letters(text):
        letters = fold(text[start:end]) or (" " if text[start:end].isspace() and not folded.endswith(" ") else "")
        folded += letters
        origins += [(start, end)] * len(letters)
    return folded, origins


def _letters(text: str) -> Iterator[Span]:
    """Yield the span of each letter with the marks that belong to it."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not (category(text[at])[0] == "M" or ord(text[at]) in _JAMO):
            yield start, at
            start = at


def _places(word: str, folded: str) -> Iterator[Span]:
    begin = folded.find(word)
    while begin >= 0:
        yield begin, begin + len(word)
        begin = folded.find(word, begin + len(word))
