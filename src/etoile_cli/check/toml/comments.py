"""The comments of a text: a `#` in a string begins none."""

from collections.abc import Iterator

from etoile_cli.check.toml.document import Document
from etoile_cli.check.toml.scanner import Span, line_end, signs_of_comments


def comments_with(document: Document, words: str) -> Iterator[Span]:
    """Yield the spans of the comments that hold some words, in their order, each up to the end of its line."""
    text = document.text
    wanted = text.find(words)
    if wanted < 0:
        return
    position = 0
    for begin, end in (*document.statements, (len(text), len(text))):
        while 0 <= wanted < begin:
            # Between statements there are only blanks and comments.
            sign = text.find("#", max(text.rfind("\n", position, wanted) + 1, position), wanted)
            line = (sign, line_end(text, (wanted, len(text))))
            if sign >= 0:
                yield line
            wanted = text.find(words, line[1])
        if begin <= wanted < end:
            for sign in signs_of_comments(text, (begin, end)):
                line = (sign, line_end(text, (sign, end)))
                if text.find(words, *line) >= 0:
                    yield line
            wanted = text.find(words, end)
        if wanted < 0:
            return
        position = end
