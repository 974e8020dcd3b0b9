"""The text of a file whose bytes need not be UTF-8: those that are not stay as they are."""

import codecs
from bisect import bisect_left
from collections.abc import Sequence

from etoile_cli.check.problem import Edit
from etoile_cli.edit.text.source_text import SourceText
from etoile_cli.edit.text.splicing import splice

_ERRORS = "surrogateescape"


class AnyText:
    """The text of a file as the checker reads it, with U+FFFD for each sequence of bytes that is not UTF-8.

    `whole` are all characters of the file, with a lone surrogate for each such byte, as Python has them.
    """

    def __init__(self, content: bytes) -> None:
        self.whole = content.decode(errors=_ERRORS)
        replaced, sizes = _replaced(content)
        self._source = SourceText(replaced.encode())
        # Where each such sequence is in the text with U+FFFD for it, and how many characters more those before it are.
        self._lost = [at for at, _ in sizes]
        self._longer = [0]
        for _, size in sizes:
            self._longer.append(self._longer[-1] + size - 1)

    def in_file(self, edits: Sequence[Edit]) -> list[Edit]:
        """Return edits of the text, which are sorted, as edits of the whole file."""
        return [self._in_file(self._source.in_file(edit)) for edit in edits]

    def _in_file(self, edit: Edit) -> Edit:
        begin, end = (each + self._longer[bisect_left(self._lost, each)] for each in edit.span)
        return Edit((begin, end), edit.text)

    def spliced(self, edits: Sequence[Edit]) -> bytes:
        """Return the bytes of the file with edits made, which are in terms of the whole file."""
        return splice(self.whole, edits).encode(errors=_ERRORS)


def _replaced(content: bytes) -> tuple[str, list[tuple[int, int]]]:
    """Return a text with U+FFFD for each sequence of bytes that is not UTF-8, the places of these, and their sizes."""
    found: list[tuple[int, int]] = []

    def replace(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error  # nothing is encoded with it
        found.append((error.start, error.end - error.start))
        return "\ufffd", error.end

    codecs.register_error("etoile-replace", replace)
    text = content.decode(errors="etoile-replace")
    sizes = []
    position = at = 0
    for start, size in found:
        at += len(content[position:start].decode())
        sizes.append((at, size))
        position, at = start + size, at + 1
    return text, sizes
