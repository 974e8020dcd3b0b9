"""From the bytes of a file to its text, and what is wrong with the bytes."""

from collections.abc import Iterator

from etoile_cli.catalogue.reader import BYTE_ORDER_MARK
from etoile_cli.check.not_toml import SYNTAX
from etoile_cli.check.problem import Finding
from etoile_cli.check.toml.advice.hints import Hint

_SAVE = "save the file as UTF-8"


def decode(content: bytes) -> tuple[str, list[Finding]]:
    r"""Return the text of a file, with `\n` as the end of each line, and what is wrong with its bytes.

    Every character keeps its column: bytes that are not UTF-8 become U+FFFD, and a carriage return within a line
    becomes a blank.
    """
    content = content.removeprefix(BYTE_ORDER_MARK)
    text = content.decode(errors="replace").replace("\r\n", "\n")
    findings = [*_wrong_bytes(content), *_carriage_returns(text)]
    return text.replace("\r", " " if "\n" in text else "\n"), findings


def is_binary(content: bytes) -> bool:
    """Return whether bytes are no text, or text with two bytes a character: too many of them are zero."""
    zeros = content.count(0)
    return zeros * 10 > len(content) or (zeros > 0 and not is_utf8(content))


def is_utf8(content: bytes) -> bool:
    """Return whether bytes are UTF-8. If so, a U+FFFD in the text comes from the file itself."""
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _wrong_bytes(content: bytes) -> Iterator[Finding]:
    """Yield the first byte that is not UTF-8; if all are UTF-8 but no text, the first zero byte."""
    try:
        content.decode()
    except UnicodeDecodeError as error:
        begin = len(content[: error.start].decode().replace("\r\n", "\n"))
        yield _syntax(f"not UTF-8: byte 0x{content[error.start]:02x}", begin, _SAVE)
    else:
        if is_binary(content):
            yield _syntax("not text: byte 0x00", content.decode().replace("\r\n", "\n").index("\0"), _SAVE)


def _carriage_returns(text: str) -> Iterator[Finding]:
    """Yield the first carriage return without a line feed after it."""
    if "\r" in text:
        yield _syntax("a carriage return alone", text.index("\r"), "save the file with line ends as LF or CRLF")


def _syntax(message: str, begin: int, hint: str) -> Finding:
    return Finding(SYNTAX, (), message, Hint(hint), span=(begin, begin + 1))
