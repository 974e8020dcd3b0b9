"""What is promised of any bytes that are imported: a catalogue without errors, or a clear word why there is none."""

from datetime import date

import tomli

from etoile_cli.catalogue.reader import parse
from etoile_cli.check.check import check
from etoile_cli.check.problem import Severity
from etoile_cli.edit.data import is_same
from etoile_cli.errors import CatalogueError, UsageError
from etoile_cli.importing.formats.formats import format_of
from etoile_cli.importing.imported import imported
from etoile_cli.importing.into.bringing_in import brought_in
from etoile_cli.importing.into.laying_out import new_catalogue
from etoile_cli.importing.reading.file import File
from etoile_cli.importing.reading.files import Content, Passed
from etoile_cli.importing.reading.trees import trees
from tests.controls import controls_in
from tests.promises import BrokenPromiseError, within

DAY = date(2026, 11, 22)

# Of processor time, so that a busy machine is no hang.
_SECONDS = 2
_SECONDS_A_BYTE = 0.000_2


def hold(content: bytes, patience: float = 1) -> None:
    """Raise BrokenPromiseError, TimeoutError or whatever an import raises, if bytes break a promise.

    `patience` is how many times as long everything may take where Python is slowed down.
    """
    with within(patience * (_SECONDS + _SECONDS_A_BYTE * len(content))):
        for texts in (False, True):
            becomes_a_catalogue(content, texts=texts)


def becomes_a_catalogue(content: bytes, *, texts: bool) -> bool:
    """Return whether bytes become a catalogue, and hold it to what is promised."""
    try:
        files = [each for each in _trees(content) if isinstance(each, File)]
        found = imported(files, format_of(files), DAY, DAY, texts=texts)
    except (CatalogueError, UsageError) as error:
        _promise(bool(error.message), "what is refused is refused with a word")
        return False
    told = [*found.left_out, *found.untaken]
    _promise(all(isinstance(each, str) for each in told), "what is told is text")
    if found.title is None:
        return False
    text = "".join(f"{line}\n" for line in new_catalogue(found.data, found.source))
    report = check(text.encode(), "it.toml", DAY)
    _promise(not report.counts[Severity.ERROR], "what is imported has no errors")
    _promise(not controls_in(text.replace("\n", "")), "what is imported has no controls")
    data = tomli.loads(text)
    _promise(
        is_same(data, {"format": 1} | {key: value for key, value in found.data.items() if value}), "it reads back"
    )
    parse(text.encode())
    again = brought_in(data, found, DAY, prefers_given=False)
    _promise(not (again.operations or again.conflicts), "a second import changes nothing, and tells of no difference")
    return True


def _trees(content: bytes) -> list[File | CatalogueError]:
    return list(trees([Content("it", content, DAY, is_named=True)], Passed()))


def _promise(holds: bool, promise: str) -> None:
    if not holds:
        raise BrokenPromiseError(promise)
