"""What is wrong with a catalogue, as data: codes, findings, problems, and the report of a file."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum, StrEnum
from typing import NamedTuple

from msgspec import Struct

from etoile_cli.check.toml.advice.hints import NO_HINT, Hint
from etoile_cli.check.toml.document import Document, Place
from etoile_cli.check.toml.outline import Path
from etoile_cli.check.toml.scanner import Span


class Severity(StrEnum):
    """How bad a problem is."""

    ERROR = "error"
    WARNING = "warning"


class Code(Struct, frozen=True, eq=False):
    """A kind of problem: its name, how bad it is, and what `etoile check --explain` prints about it.

    Each is declared once, in the module that finds it, and listed in `codes`. `means` says what is wrong, `why` says
    why that matters. `wrong` is a whole catalogue with this problem, `right` is the same one without it. What `ages`
    can become wrong or right as days pass.
    """

    name: str
    severity: Severity
    means: str
    why: str
    wrong: str
    right: str
    ages: bool = False

    def __str__(self) -> str:
        return self.name


Advice = Hint | Callable[[str], Hint]
"""What to do about a problem: a hint, or a function that makes one from the text at the place of the problem.

The function is called only for problems that are reported, so it may take time.
"""


class Target(Enum):
    """What a problem points at: the key that its path leads to, its value, or the record around it."""

    KEY = "key"
    VALUE = "value"
    PAIR = "pair"
    """The key, whose value a hint replaces, too."""
    RECORD = "record"
    """Its header, if a key is missing in the record."""


class Finding(Struct, frozen=True):
    """A problem at a path of the data; its line and column are not looked up yet.

    `span` is the place in the text, for problems to which no path leads. `first` is the path of the record or key that
    this one repeats: its line is added to the message. `rewrite` makes the change of a text that certainly mends the
    problem, if that is more than the hint's text; it returns `None` where that isn't certain.
    """

    code: Code
    path: Path
    message: str
    hint: Advice = NO_HINT
    target: Target = Target.VALUE
    span: Span | None = None
    first: Path | None = None
    rewrite: "Callable[[Document], Edit | None] | None" = None


class Edit(NamedTuple):
    """A change to a file: a span of its text, and the text to put there."""

    span: Span
    text: str


class Problem(Struct, frozen=True):
    """What is wrong at one place of a file; `edit` is the change that the hint proposes, if it proposes one.

    The change `is_certain` if nobody could mean anything else. `path` leads to the `target`, or into the record.
    """

    place: Place
    code: Code
    record: str
    key: str
    message: str
    hint: str
    edit: Edit | None = None
    is_certain: bool = False
    path: Path = ()
    target: Target = Target.VALUE

    @property
    def severity(self) -> Severity:
        """Whether it is an error or a warning."""
        return self.code.severity


class Report(Struct, frozen=True):
    """The problems of a file, sorted by place, and how many there are of each severity.

    Of very many problems only the first are listed. `path` is the file's name in messages. If `is_complete` is false,
    the check ended early: there are more errors than were counted, and warnings were not looked for.
    """

    path: str
    document: Document
    problems: Sequence[Problem]
    counts: Mapping[Severity, int]
    is_complete: bool = True

    def fails(self, *, strict: bool) -> bool:
        """Return whether the file does not pass: it has errors or, if the check is strict, warnings."""
        return any(self.counts[severity] for severity in (Severity if strict else (Severity.ERROR,)))
