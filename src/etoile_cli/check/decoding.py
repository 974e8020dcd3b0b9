"""The text of a file: from its bytes, with line ends as TOML wants them, and what is wrong with those."""

from collections.abc import Iterator

from etoile_cli.catalogue.reader import BYTE_ORDER_MARK
from etoile_cli.check.problem import Code, Finding
from etoile_cli.check.toml.hints import Hint

_SAVE = "save the file as UTF-8"


def decode(content: bytes) -> tuple[str, list[Finding]]:
    r"""Return the text of a file with line ends as `\n`, and what is wrong with its bytes.

    What is not UTF-8 becomes U+FFFD, a carriage return that ends no line a blank: every character keeps its column.
    """
    content = content.removeprefix(BYTE_ORDER_MARK)
    text = content.decode(errors="replace").replace("\r\n", "\n")
    findings = [*_wrong_bytes(content), *_carriage_returns(text)]
    return text.replace("\r", " " if "\n" in text else "\n"), findings


def is_binary(content: bytes) -> bool:
    """Tell whether bytes are no text at all, or one of two bytes a character: many of them are zero, or odd ones."""
    zeros = content.count(0)
    return zeros * 10 > len(content) or (zeros > 0 and not is_utf8(content))


def is_utf8(content: bytes) -> bool:
    """Tell whether bytes are UTF-8, so that every U+FFFD in their text was written there."""
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _wrong_bytes(content: bytes) -> Iterator[Finding]:
    """Yield the first byte that is not UTF-8, or the first zero in what is no text."""
    try:
        content.decode()
    except UnicodeDecodeError as error:
        begin = len(content[: error.start].decode().replace("\r\n", "\n"))
        yield _syntax(f"not UTF-8: byte 0x{content[error.start]:02x}", begin, _SAVE)
    else:
        if is_binary(content):
            yield _syntax("not text: byte 0x00", content.decode().replace("\r\n", "\n").index("\0"), _SAVE)


def _carriage_returns(text: str) -> Iterator[Finding]:
    """Yield the first carriage return that stands alone."""
    if "\r" in text:
        yield _syntax("a carriage return alone", text.index("\r"), "save the file with line ends as LF or CRLF")


def _syntax(message: str, begin: int, hint: str) -> Finding:
    return Finding(Code.SYNTAX, (), message, Hint(hint), span=(begin, begin + 1))
