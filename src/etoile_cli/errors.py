"""What can go wrong, each with its exit code."""

from collections.abc import Sequence
from typing import ClassVar


class EtoileError(Exception):
    """A failure that the user reads as one message, without a traceback.

    `message` is printed after the program's name, `lines` are printed as they are; an error has one or the other.
    `hint` says what to do next.
    """

    exit_code: ClassVar[int]
    is_fault: ClassVar[bool] = True

    def __init__(self, message: str = "", *, hint: str = "", lines: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.lines = tuple(lines)


class ReaderGoneError(EtoileError):
    """The program that reads the output has closed the pipe, as `head` does: nothing to say, nothing wrong."""

    exit_code = 0


class NoMatchError(EtoileError):
    """The answer is no: a search or a filter matched nothing."""

    exit_code = 1
    is_fault = False


class UsageError(EtoileError):
    """The command line, or an environment variable, asks for something that does not exist."""

    exit_code = 2


class CatalogueError(EtoileError):
    """The catalogue can't be used: missing, unreadable, not TOML, not valid.

    Where catalogues are looked for, `file` is the path of the one that can't be opened, `<stdin>` for standard input.
    """

    exit_code = 3
    file = ""

    @property
    def reason(self) -> str:
        """The message without the name of the file that it begins with."""
        return self.message.rpartition(": ")[2]


class DeliveryError(EtoileError):
    """The result could not be delivered: a full disk, a browser that does not start."""

    exit_code = 4


class ExistsError(DeliveryError):
    """A file can't be made, because there is one of that name."""


class NotWrittenError(EtoileError):
    """A change was refused, and the catalogue is as it was: the change would have brought errors, say."""

    exit_code = 4
