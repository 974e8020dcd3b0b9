"""What can go wrong, each with its exit code."""

from collections.abc import Sequence
from typing import ClassVar


class EtoileError(Exception):
    """Something the user should be told in one message, without a traceback.

    `lines` are complete lines for standard error; where there are none, `message` is printed behind the
    program's name. `hint` says what to do next.
    """

    exit_code: ClassVar[int]
    is_fault: ClassVar[bool] = True

    def __init__(self, message: str = "", *, hint: str = "", lines: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.lines = tuple(lines)


class ReaderGoneError(EtoileError):
    """Whoever read the output has read enough, as `head` does: nothing to say, nothing wrong."""

    exit_code = 0


class NoMatchError(EtoileError):
    """The answer is no: a search or a filter matched nothing."""

    exit_code = 1
    is_fault = False


class UsageError(EtoileError):
    """The command line asks for something that is not there."""

    exit_code = 2


class CatalogueError(EtoileError):
    """The catalogue can't be used: missing, unreadable, not TOML, not valid."""

    exit_code = 3

    @property
    def reason(self) -> str:
        """Why, without the name of the file that the message begins with."""
        return self.message.rpartition(": ")[2]


class DeliveryError(EtoileError):
    """The answer is known but could not be delivered: a full disk, a browser that does not start."""

    exit_code = 4
