r"""The bytes of a file and the text in them, of which an edit replaces a span.

The text has `\n` as the end of each line, as the checker reads it; the file keeps its own line ends.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from etoile_cli.catalogue.reader import BYTE_ORDER_MARK
from etoile_cli.check.problem import Edit
from etoile_cli.edit.splicing import splice


class SourceText:
    """The text of a file. Raises UnicodeDecodeError if the bytes are not UTF-8."""

    def __init__(self, content: bytes) -> None:
        self._mark = BYTE_ORDER_MARK if content.startswith(BYTE_ORDER_MARK) else b""
        self._raw = content.removeprefix(BYTE_ORDER_MARK).decode()
        self.text = self._raw.replace("\r\n", "\n")

    @cached_property
    def _crlf(self) -> list[int]:
        """The offsets in the text of the line ends that are CRLF in the file."""
        return [each.start() - number for number, each in enumerate(re.finditer("\r\n", self._raw))]

    def spliced(self, edits: Iterable[Edit]) -> bytes:
        """Return the bytes of the file with edits made; those at the same offset in the order given.

        Raises ValueError if two edits overlap.
        """
        return self._mark + splice(self._raw, map(self._edit_in_file, edits)).encode()

    def _edit_in_file(self, edit: Edit) -> Edit:
        (begin, end), text = edit
        return Edit((self._in_file(begin), self._in_file(end)), self._with_line_ends(text, begin))

    def _in_file(self, offset: int) -> int:
        """Return where an offset of the text is in the characters of the file."""
        return offset + bisect_left(self._crlf, offset)

    def _with_line_ends(self, text: str, offset: int) -> str:
        """Return a new text with the line ends of the lines around it: that of the line above, else of the next."""
        if not self._crlf or "\n" not in text:
            return text
        line_end = self.text.rfind("\n", 0, offset)
        line_end = line_end if line_end >= 0 else self.text.find("\n")
        near = bisect_left(self._crlf, line_end)
        is_crlf = near < len(self._crlf) and self._crlf[near] == line_end
        return text.replace("\n", "\r\n") if is_crlf else text
