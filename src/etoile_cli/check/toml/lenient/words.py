"""A line of one word, with signs around it at most: what is left of a header in a list, say."""

# No sign of a key or a number: neither `=` nor a full stop.
_SIGNS = r"[^\w=.\n]*+"


def one_word(word: str) -> str:
    """Return a pattern of such lines, from a pattern of the word; its group `word` is the word."""
    return f"{_SIGNS}(?P<word>{word}){_SIGNS}"
