"""Catalogues that can't hold a word, told by their bytes, which is much faster than to read them.

A word is looked for where the letters of every record stand: in the file. Only what people read in place of a code,
the name of a country say, has its letters elsewhere; such words are looked for in the records alone. What a file has
beyond ASCII, or as an escape, is folded as a search folds it.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from etoile_cli.catalogue.reader import BYTE_ORDER_MARK
from etoile_cli.text.folding import fold

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_ESCAPES = (b"\\u", b"\\U", b"\\x")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2}))")
# In a string of several lines, a backslash at the end of a line joins it with the next.
_JOINED = re.compile(rb"\\[ \t]*\r?\n\s*")
_LAST_CHARACTER = 0x10FFFF


class Sieve(Struct, frozen=True):
    """What the letters of a file must hold: runs of letters of the words that are looked for, folded."""

    runs: tuple[str, ...]

    @classmethod
    def of(cls, words: Iterable[str]) -> "Sieve":
        """Return the sieve of plain words, all of which a record must hold."""
        from etoile_cli.library.names_of_codes import names_of_codes

        runs = dict.fromkeys(run for word in words for run in _LETTERS.findall(fold(word)))
        elsewhere = names_of_codes() if runs else ""
        return cls(tuple(run for run in runs if run not in elsewhere))

    def may_hold(self, content: bytes) -> bool:
        """Return whether a record in the bytes of a file may hold the words; `True` if that is not certain."""
        if not self.runs:
            return True
        if b"\\" in content:
            content = _JOINED.sub(b"", content)
        plain = content.lower()
        missing = [run for run in self.runs if run.encode() not in plain]
        if not missing:
            return True
        special = b" ".join(set(_special(content.removeprefix(BYTE_ORDER_MARK))))
        try:
            text = special.decode()
        except UnicodeDecodeError:  # what is wrong with the file is told when it is read
            return True
        folded = fold(text)
        if "\\" in text:
            folded += fold(_ESCAPE.sub(_unescaped, text))
        return all(run in folded for run in missing)


def _special(content: bytes) -> Iterator[bytes]:
    """Yield what has a letter beyond ASCII, or an escape for one, from blank to blank."""
    has_escapes = any(each in content for each in _ESCAPES)
    for line in content.splitlines():
        if not line.isascii() or (has_escapes and b"\\" in line):
            yield from (each for each in line.split() if not each.isascii() or b"\\" in each)


def _unescaped(found: re.Match[str]) -> str:
    number = int(found[1] or found[2] or found[3], 16)
    return chr(number) if number <= _LAST_CHARACTER else found[0]
