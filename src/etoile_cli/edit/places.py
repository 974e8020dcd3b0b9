"""The line of a catalogue's file that a record stands in, or its first error."""

from datetime import date

from etoile_cli.check.check import Rules, check
from etoile_cli.check.decoding import decode
from etoile_cli.check.toml.document import Document
from etoile_cli.check.toml.outline import Path
from etoile_cli.edit.toml.additions import example_of
from etoile_cli.edit.toml.tables import Tables


def line_of(content: bytes, path: Path) -> int:
    """Return the line of the show or a record, counted from 1, in a catalogue that can be read."""
    document = Document(decode(content)[0])
    return document.place(document.find(path)[1]).line


def line_of_example(content: bytes, section: str) -> int | None:
    """Return the line of an example of a section in comments, as `init` writes them; `None` if there is none."""
    text = decode(content)[0]
    found = example_of(Tables(text), section)
    return None if found is None else text.count("\n", 0, found) + 1


def line_of_first_error(content: bytes, name: str, today: date) -> int | None:
    """Return the line of the first error that `check` finds; `None` if there is none."""
    problems = check(content, name, Rules(today, only_errors=True)).problems
    return next((each.place.line for each in problems), None)
