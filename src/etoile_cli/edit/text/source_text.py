r"""The bytes of a file and the text in them, of which an edit replaces a span.

The text has `\n` as the end of each line, as the checker reads it; the file keeps its own line ends.
"""

import re
from bisect import bisect_left
from functools import cached_property

from etoile_cli.check.problem import Edit

_MARK = "\ufeff"


class SourceText:
    """The text of a file. Raises UnicodeDecodeError if the bytes are not UTF-8.

    `whole` are all characters of the file, its byte-order mark and its line ends included.
    """

    def __init__(self, content: bytes) -> None:
        self.whole = content.decode()
        self._offset = len(_MARK) if self.whole.startswith(_MARK) else 0
        self.text = self.whole.removeprefix(_MARK).replace("\r\n", "\n")

    @cached_property
    def _crlf(self) -> list[int]:
        """The offsets in the text of the line ends that are CRLF in the file."""
        found = re.finditer("\r\n", self.whole)
        return [each.start() - self._offset - number for number, each in enumerate(found)]

    def in_file(self, edit: Edit) -> Edit:
        """Return an edit of the text as one of the whole file, with the line ends of the lines around it."""
        (begin, end), text = edit
        return Edit((self._place(begin), self._place(end)), self._with_line_ends(text, begin))

    def _place(self, offset: int) -> int:
        return self._offset + offset + bisect_left(self._crlf, offset)

    def _with_line_ends(self, text: str, offset: int) -> str:
        """Return a new text with the line end of the line above it or, if it is in the first, of that."""
        if not self._crlf or "\n" not in text:
            return text
        line_end = self.text.rfind("\n", 0, offset)
        line_end = line_end if line_end >= 0 else self.text.find("\n")
        near = bisect_left(self._crlf, line_end)
        is_crlf = near < len(self._crlf) and self._crlf[near] == line_end
        return text.replace("\n", "\r\n") if is_crlf else text
