"""Strings, numbers and dates as TOML 1.1 lets people write them."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from random import Random

_ESCAPES = {"\b": "b", "\t": "t", "\n": "n", "\f": "f", "\r": "r", "\x1b": "e", '"': '"', "\\": "\\"}
_CONTROLS = "".join(map(chr, (*range(9), *range(10, 32), 127)))
_MUST_ESCAPE = f'"\\{_CONTROLS}'
_NOT_LITERAL = re.compile(f"['{_CONTROLS}]")
_NOT_LONG_LITERAL = re.compile(f"'''|[{_CONTROLS.replace(chr(10), '')}]")

Scalar = str | bool | int | float | date | time


class ScalarNotation:
    """What writes a value now this way, now that."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.one_of = random.choice

    def maybe(self, chance: float = 0.3) -> bool:
        return self.random.random() > 1 - chance

    def scalar(self, value: Scalar) -> str:
        match value:
            case str():
                return self._long_string(value) if self.maybe() else self.string(value)
            case bool():
                return "true" if value else "false"
            case int():
                return self.one_of(list(_integers(value)))
            case float():
                return self.one_of((repr(value), repr(value) if value < 0 else f"+{abs(value)!r}"))
            case datetime() | time():
                return self._moment(value)
            case _:
                return value.isoformat()

    def string(self, text: str) -> str:
        if self.maybe(0.5) and not _NOT_LITERAL.search(text):
            return f"'{text}'"
        return f'"{"".join(map(self._character, text))}"'

    def _long_string(self, text: str) -> str:
        # A line end that follows the quotes is no part of the text.
        begin = "\n" if text.startswith("\n") or self.maybe() else ""
        if self.maybe(0.5) and not _NOT_LONG_LITERAL.search(text):
            return f"'''{begin}{text}'''"
        return f'"""{begin}{"".join(self._long_parts(text))}"""'

    def _long_parts(self, text: str) -> Iterator[str]:
        quotes = 0
        for character in text:
            if character not in " \t\n" and self.maybe(0.1):
                yield self.one_of(("\\\n", "\\\n\n  ", "\\ \n\t"))
                quotes = 0
            # Two quotes in a row need no escape, nor do line ends.
            is_bare_quote = character == '"' and quotes < 2 and self.maybe()
            quotes = quotes + 1 if is_bare_quote else 0
            yield character if is_bare_quote or character == "\n" else self._character(character)

    def _character(self, character: str) -> str:
        if character not in _MUST_ESCAPE and not self.maybe(0.1):
            return character
        number = ord(character)
        ways = [f"\\U{number:08X}"]
        if number <= 0xFFFF:
            ways.append(f"\\u{number:04x}")
        if number <= 0xFF:
            ways.append(f"\\x{number:02x}")
        if character in _ESCAPES:
            ways += [f"\\{_ESCAPES[character]}"] * 3
        return self.one_of(ways)

    def _moment(self, value: datetime | time) -> str:
        is_whole_minute = not value.second and not value.microsecond
        written = value.isoformat(timespec="minutes" if is_whole_minute and self.maybe() else "auto")
        return written.replace("T", self.one_of("Tt ")).replace("+00:00", self.one_of(("+00:00", "Z", "z")))


def _integers(value: int) -> Iterator[str]:
    yield from (str(value), f"{value:_}")
    if value >= 0:
        yield from (f"+{value}", f"0x{value:X}", f"0x{value:_x}", f"0o{value:o}", f"0b{value:b}")
