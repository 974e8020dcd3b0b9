"""A problem of a catalogue, as data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in one place: `code` names the kind, `record` the place, `guess` what may have been meant."""

    code: str
    record: str
    message: str
    guess: str = ""

    def text(self, path: str) -> str:
        """Return the problem as a line: file, code, record, what is expected and what is there."""
        place = f"{self.record}: " if self.record else ""
        guess = f' (did you mean "{self.guess}"?)' if self.guess else ""
        return f"{path}: error[{self.code}]: {place}{self.message}{guess}"
