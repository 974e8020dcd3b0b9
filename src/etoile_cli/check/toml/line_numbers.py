"""The line and column of an offset, counted from the nearest indexed offset, of which there is one every 4,096."""

from array import array
from bisect import bisect_left

_STEP = 4096


class LineNumbers:
    """The lines of a text, counted from 1; an index of every line could take twenty times the memory of the text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._numbers = array("q")
        self._starts = array("q")
        number, start = 1, 0
        for begin in range(0, len(text) + 1, _STEP):
            self._numbers.append(number)
            self._starts.append(start)
            number += text.count("\n", begin, begin + _STEP)
            start = text.rfind("\n", begin, begin + _STEP) + 1 or start

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Return the line of an offset and its column in that line, both counted from 1."""
        step = offset // _STEP
        begin = step * _STEP
        number = self._numbers[step] + self._text.count("\n", begin, offset)
        start = self._text.rfind("\n", begin, offset) + 1 or self._starts[step]
        return number, offset - start + 1

    def text_of(self, number: int) -> str:
        """Return the text of a line without its line end."""
        step = max(bisect_left(self._numbers, number) - 1, 0)
        start = self._starts[step]
        for _ in range(number - self._numbers[step]):
            start = self._text.index("\n", start) + 1
        end = self._text.find("\n", start)
        return self._text[start:] if end < 0 else self._text[start:end]
