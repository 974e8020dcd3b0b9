"""A long text cut to the words around what was found in it."""

from bisect import bisect
from itertools import accumulate

from etoile_cli.text.folding import fold

# In a longer text than this, a search shows so many words on each side of what it found.
_SHORT = 120
_AROUND = 8


def snippet(text: str, word: str) -> str:
    """Return a text, or of a long one the words around the first place of a folded word, with `…` for the rest."""
    if len(text) <= _SHORT:
        return text
    words = [each for each in text.split() if fold(each)]
    folded = [fold(each) for each in words]
    ends = list(accumulate(len(each) + 1 for each in folded))
    start = " ".join(folded).find(word)
    first = max(bisect(ends, start) - _AROUND, 0)
    last = bisect(ends, start + len(word)) + 1 + _AROUND
    return " ".join([*(["…"] if first else []), *words[first:last], *(["…"] if last < len(words) else [])])
