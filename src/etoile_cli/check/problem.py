"""What is wrong with a catalogue, as data: its code, its place, what is expected, what is there, what to do."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum, StrEnum
from typing import NamedTuple

from msgspec import Struct

from etoile_cli.check.toml.document import Document, Place
from etoile_cli.check.toml.hints import NO_HINT, Hint
from etoile_cli.check.toml.outline import Path
from etoile_cli.check.toml.scanner import Span


class Severity(StrEnum):
    """How bad it is."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """What sort of problem it is; `explanations.toml` tells of each what it means and why it matters."""

    SYNTAX = "syntax"
    MISSING_KEY = "missing-key"
    UNKNOWN_KEY = "unknown-key"
    WRONG_TYPE = "wrong-type"
    BAD_VALUE = "bad-value"
    DUPLICATE = "duplicate"
    UNKNOWN_SOURCE = "unknown-source"
    UNKNOWN_COMPANY = "unknown-company"
    UNKNOWN_EPISODE = "unknown-episode"
    NEWER_FORMAT = "newer-format"

    UNSOURCED = "unsourced"
    UNUSED_SOURCE = "unused-source"
    EPISODE_GAP = "episode-gap"
    DATE_ORDER = "date-order"
    STALE_AVAILABILITY = "stale-availability"
    MALFORMED_ID = "malformed-id"
    INSECURE_URL = "insecure-url"
    SEARCH_LINK = "search-link"
    CONTROL_CHARACTER = "control-character"
    INVISIBLE_CHARACTER = "invisible-character"
    CONTRADICTION = "contradiction"
    STACKED_MARKS = "stacked-marks"

    @property
    def severity(self) -> Severity:
        """Return whether such a problem is an error or a warning."""
        return Severity.WARNING if self in _WARNINGS else Severity.ERROR


_CODES = list(Code)
_WARNINGS = frozenset(_CODES[_CODES.index(Code.UNSOURCED) :])


Advice = Hint | Callable[[str], Hint]
"""What to do; a function of the text at the place, where it is needed or finding out takes time.

It is asked for the problems that are told, and only for those.
"""


class Part(Enum):
    """What of a path a problem points at."""

    KEY = "key"
    VALUE = "value"
    RECORD = "record"
    """The record that lacks the key: its header."""


class Finding(Struct, frozen=True):
    """A problem that a rule found at a path of the data, its place in the text not yet looked up.

    `span` is the place where no path leads to it, `first` the path of what this repeats.
    """

    code: Code
    path: Path
    message: str
    hint: Advice = NO_HINT
    part: Part = Part.VALUE
    span: Span | None = None
    first: Path | None = None


class Edit(NamedTuple):
    """A change to a file's text: what stands in the place of a span."""

    span: Span
    text: str


class Problem(Struct, frozen=True):
    """What is wrong in one place, in the words of the file; `edit` does what the hint proposes, if it proposes any."""

    place: Place
    code: Code
    record: str
    key: str
    message: str
    hint: str
    edit: Edit | None = None

    @property
    def severity(self) -> Severity:
        """Return whether it is an error or a warning."""
        return self.code.severity


class Report(Struct, frozen=True):
    """The problems of a file, sorted by place, and how many there are of each severity.

    Of very many, only the first are told. `path` is the file as messages name it. Where not all is complete, there are
    more errors than those that are counted, and nobody has looked for warnings.
    """

    path: str
    document: Document
    problems: Sequence[Problem]
    counts: Mapping[Severity, int]
    is_complete: bool = True

    def fails(self, *, strict: bool) -> bool:
        """Tell whether the file does not pass: it has errors or, if that is strict, warnings."""
        return any(self.counts[severity] for severity in (Severity if strict else (Severity.ERROR,)))
