"""Catalogues that can't hold a word, told by their bytes, which is much faster than to read them.

A word is looked for where the letters of every record stand: in the file. Only what people read in place of a code,
the name of a country say, has its letters elsewhere; such words are looked for in the records alone. What a file has
beyond ASCII, or as an escape, is folded as a search folds it.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from etoile_cli.catalogue.reader import BYTE_ORDER_MARK
from etoile_cli.text.escaping import escape_controls
from etoile_cli.text.folding import fold

_LETTERS = re.compile(r"[^\W\d_]{2,}")
# Those of letters, and of controls of which people read an escape that ends in a letter.
_ESCAPES = (b"\\u", b"\\U", b"\\x", b"\\e", b"\\f")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|[ef])")
_NAMED = {"\\e": "\x1b", "\\f": "\f"}
# In a string of several lines, a backslash at the end of a line joins it with the next.
_JOINED = re.compile(rb"\\[ \t]*\r?\n\s*")
_LAST_CHARACTER = 0x10FFFF
# A larger file is read: to part it into words would take more memory.
_LARGE = 8 << 20


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
        if not missing or len(content) > _LARGE:
            return True
        special = b" ".join(set(_special(content.removeprefix(BYTE_ORDER_MARK))))
        try:
            folded = "\n".join(map(fold, _readings(special.decode())))
        except UnicodeDecodeError:  # what is wrong with the file is told when it is read
            return True
        return all(run in folded for run in missing)


def _special(content: bytes) -> Iterator[bytes]:
    """Yield what has a letter beyond ASCII, or an escape for one, from blank to blank."""
    lines = content.splitlines()
    special = {line for line in lines if not line.isascii()}
    if b"\\" in content and any(each in content for each in _ESCAPES):
        special.update(line for line in lines if b"\\" in line)
    for line in special:
        yield from (each for each in line.split() if not each.isascii() or b"\\" in each)


def _readings(text: str) -> Iterator[str]:
    """Yield a text as it stands in a file, with what its escapes mean, and as people read it, without controls."""
    yield text
    meant = _ESCAPE.sub(_unescaped, text) if "\\" in text else text
    if meant != text:
        yield meant
    if (read := escape_controls(meant)) != meant:
        yield read


def _unescaped(found: re.Match[str]) -> str:
    if found[0] in _NAMED:
        return _NAMED[found[0]]
    number = int(found[1] or found[2] or found[3], 16)
    return chr(number) if number <= _LAST_CHARACTER else found[0]
