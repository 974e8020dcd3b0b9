"""The text in the bytes of a file that others wrote, in the encoding that it says it has."""

import codecs
import re

from etoile_cli.errors import CatalogueError

_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
# So a document begins in an encoding of two bytes a letter, where no mark says so.
_UNMARKED = {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
_DECLARED = re.compile(rb"""^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""")
# Python knows others that are no encodings of a text, or that decode escapes.
_KNOWN = re.compile(
    r"(?i)utf-?8|us-ascii|ascii|iso-?8859-?[0-9]{1,2}|latin-?[0-9]|(?:windows-|cp)[0-9]{3,4}|koi8-[ru]|macintosh|"
    r"shift_?jis|sjis|euc-(?:jp|kr)|iso-2022-jp|gbk|gb2312|gb18030|big5"
)
# What Python says of a character whose last bytes are missing.
_CUT = frozenset({"unexpected end of data", "truncated data"})
_WIDE = re.compile(r"(?i)(?:utf|ucs)-?(?:16|32|2|4)(?:-?[lb]e)?")


def decoded(content: bytes, name: str) -> str:
    """Return the text in the bytes of a file.

    It is in the encoding of its byte-order mark, else of its XML declaration, else in UTF-8. Raises CatalogueError,
    which names the file and the line, if it isn't, or if the encoding is not known.
    """
    if wide := _UNMARKED.get(content[:2]):
        return _decoded(content, wide, name)
    declared = _DECLARED.match(content[:1_000])
    encoding = declared[1].decode() if declared else "utf-8"
    # One that is declared as UTF-16, and has a byte for each letter of that, is not: programs write it after all.
    return decoded_as(content, "utf-8" if declared and _WIDE.fullmatch(encoding) else encoding, name)


def decoded_as(content: bytes, encoding: str, name: str) -> str:
    """Return the text in the bytes of a file: in the encoding of its byte-order mark, else in the given one.

    Raises CatalogueError likewise.
    """
    if mark := mark_of(content):
        return _decoded(content[len(mark) :], _MARKS[mark], name)
    if not _KNOWN.fullmatch(encoding) and not _WIDE.fullmatch(encoding):
        raise CatalogueError(f'{name}: the encoding "{encoding}" is not known')
    return _decoded(content, encoding, name)


def mark_of(content: bytes) -> bytes:
    """Return the byte-order mark that the bytes of a file begin with; empty if they have none."""
    return next((mark for mark in _MARKS if content.startswith(mark)), b"")


def _decoded(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except LookupError:
        raise CatalogueError(f'{name}: the encoding "{encoding}" is not known') from None
    except UnicodeDecodeError as error:
        line = content[: error.start].decode(encoding, "ignore").count("\n") + 1
        if error.reason in _CUT and error.end == len(content):
            raise CatalogueError(f"{name}:{line}: ends too early") from None
        raise CatalogueError(
            f"{name}:{line}: is not {encoding.upper()} here", hint="iconv -f windows-1252 -t utf-8 converts it, say"
        ) from None
