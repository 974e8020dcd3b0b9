"""Catalogues written in all the ways that TOML has: what reads files at a glance must not depend on one of them."""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import read_data
from tests.strategies import catalogues, data_of

_BARE = re.compile("[A-Za-z0-9_-]+")
_NAMED = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_BLANK = " \t\n\r"
# More than is read at a glance.
_LONG = "# not a [show]\n" + "# and no title = 'either'\n" * 400
_BETWEEN = ("", "", "", "\n", "# title = 'no'\n", '# """\n', "\t# [show]\n", "  \n\n")


class Writer:
    """Writes data as TOML, each thing in a way that is drawn."""

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed)

    def file(self, data: Mapping[str, Any]) -> bytes:
        """Return a file with these data: what has no table of its own first, then the tables."""
        top = {key: value for key, value in data.items() if not isinstance(value, dict | list) or value == []}
        tables = {key: value for key, value in data.items() if key not in top}
        inline = [key for key in tables if self._chance(12)]
        statements = [self._pair(key, value) for key, value in self._shuffled(top)]
        statements += [statement for key in inline for statement in self._without_header(key, tables[key])]
        self._draw.shuffle(statements)
        if self._chance(8):
            statements.insert(0, _LONG)
        headed = [(key, value) for key, value in tables.items() if key not in inline]
        if self._chance(3):
            self._draw.shuffle(headed)
        statements += [statement for key, value in headed for statement in self._with_header(key, value)]
        text = "".join(f"{self._draw.choice(_BETWEEN)}{each}\n" for each in statements)
        if self._chance(4):
            text = re.sub("(?<!\r)\n", "\r\n", text)
        return (b"\xef\xbb\xbf" if self._chance(5) else b"") + text.encode()

    def _without_header(self, key: str, value: Any) -> list[str]:
        if isinstance(value, dict) and value and self._chance(2):
            return [
                f"{self._key(key)}{self._blank()}.{self._blank()}{self._pair(inner, each)}"
                for inner, each in self._shuffled(value)
            ]
        return [self._pair(key, value)]

    def _with_header(self, key: str, value: Any) -> list[str]:
        is_array = isinstance(value, list)
        blank, name = self._blank(), self._key(key)
        header = f"[[{blank}{name}{blank}]]" if is_array else f"[{blank}{name}{blank}]"
        return [
            statement
            for table in (value if is_array else [value])
            for statement in (
                f"{self._blank()}{header}{self._comment()}",
                *(self._pair(inner, each) for inner, each in self._shuffled(table)),
            )
        ]

    def _pair(self, key: str, value: Any) -> str:
        return f"{self._blank()}{self._key(key)}{self._blank()}={self._blank()}{self.value(value)}{self._comment()}"

    def _key(self, key: str) -> str:
        if _BARE.fullmatch(key) and not self._chance(6):
            return key
        return self._literal(key) if self._is_literal(key) and self._chance(2) else self._basic(key)

    def value(self, value: Any) -> str:
        """Return a value as TOML."""
        match value:
            case bool():
                return "true" if value else "false"
            case str():
                return self._text(value)
            case datetime() | date() | time():
                return value.isoformat()
            case list():
                return self._bracketed("[", list(map(self.value, value)), "]")
            case dict():
                pairs = [f"{self._key(key)} = {self.value(each)}" for key, each in self._shuffled(value)]
                return self._bracketed("{", pairs, "}")
            case _:
                return str(value)

    def _bracketed(self, begin: str, items: Sequence[str], end: str) -> str:
        if items and self._chance(4):
            inner = "".join(f"{self._blank()}{item},{self._comment()}\n" for item in items)
            return f"{begin}\n{inner}{end}"
        return f"{begin}{', '.join(items)}{end}"

    def _text(self, text: str) -> str:
        ways: list[Callable[[str], str]] = [self._basic, self._several_lines]
        if self._is_literal(text):
            ways += [self._literal, lambda each: f"'''\n{each}'''"]
        return self._draw.choice(ways)(text)

    @staticmethod
    def _is_literal(text: str) -> bool:
        return "'" not in text and (text.isprintable() or text.isalnum()) and "\x7f" not in text

    @staticmethod
    def _literal(text: str) -> str:
        return f"'{text}'"

    def _basic(self, text: str) -> str:
        return f'"{"".join(map(self._escaper(), text))}"'

    def _several_lines(self, text: str) -> str:
        escaped = self._escaper()
        written = ""
        for at, each in enumerate(text):
            is_joined = self._chance(12) and each not in _BLANK and (at == 0 or text[at - 1] not in _BLANK)
            written += f"\\{self._blank()}\n{self._blank()}{escaped(each)}" if is_joined else escaped(each)
        begin = "\n" if self._chance(2) else ""
        return f'"""{begin}{written}"""'

    def _escaper(self) -> Callable[[str], str]:
        """Return what writes a character: as an escape if it must be, and in some texts more or all of them."""
        share = self._draw.choice([0, 0, 0, 1, 3, "beyond ASCII"])

        def escaped(character: str) -> str:
            number = ord(character)
            is_drawn = not character.isascii() if share == "beyond ASCII" else bool(share) and self._chance(int(share))
            if character in _NAMED and not is_drawn:
                return _NAMED[character]
            if character.isprintable() and not is_drawn and character not in '"\\':
                return character
            ways = [f"\\U{number:08X}"]
            ways += [f"\\u{number:04x}"] if number <= 0xFFFF else []
            ways += [f"\\x{number:02x}"] if number <= 0xFF else []
            return self._draw.choice(ways)

        return escaped

    def _comment(self) -> str:
        return self._draw.choice(["", "", "", " ", "\t# a 'comment' with \"quotes\" and a \\u00e9", "#"])

    def _blank(self) -> str:
        return self._draw.choice(["", "", " ", "  ", "\t"])

    def _chance(self, of: int) -> bool:
        return self._draw.randrange(of) == 0

    def _shuffled(self, table: Mapping[str, Any]) -> list[tuple[str, Any]]:
        pairs = list(table.items())
        if self._chance(2):
            self._draw.shuffle(pairs)
        return pairs


def _written(catalogue: Catalogue, seed: int) -> bytes:
    data = data_of(catalogue)
    content = Writer(seed).file(data)
    assert read_data(content) == data
    return content


written_catalogues: SearchStrategy[tuple[Catalogue, bytes]] = st.builds(
    lambda catalogue, seed: (catalogue, _written(catalogue, seed)), catalogues, st.integers(0, 2**32)
)
"""Catalogues, each with the bytes of a file that holds it."""
