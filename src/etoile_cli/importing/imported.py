"""An import: what the files of one show become, where it comes from, and what is told of it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from msgspec import Struct, field

from etoile_cli.catalogue.sections import SHOW
from etoile_cli.importing.formats.format import Format
from etoile_cli.importing.intake.fitting import fit
from etoile_cli.importing.intake.intake import Intake, Record
from etoile_cli.importing.intake.sources import cite, source_record
from etoile_cli.importing.reading.file import File, Kind
from etoile_cli.importing.reading.tree import Left, untaken
from etoile_cli.importing.reading.xml_ import TEXT


class Imported(Struct):
    """The data of a catalogue, in which the show and every record name their source; that is not among them.

    `texts_left` counts somebody's texts that were not wanted, by their keys. `left_out` are messages about what
    doesn't fit its key, `untaken` are the values that no key is for, by their paths.
    """

    data: dict[str, Any]
    source: Record
    texts_left: Counter[str] = field(default_factory=Counter)
    left_out: list[str] = field(default_factory=list)
    untaken: dict[str, Left] = field(default_factory=dict)

    @property
    def title(self) -> str | None:
        """The title of the show, if the files say it."""
        title: str | None = self.data.get(SHOW, {}).get("title")
        return title


def imported(files: Sequence[File], format_: Format, accessed: date, today: date, *, texts: bool) -> Imported:
    """Return what files of a format become; ages are counted to `today`. Takes the trees of the files apart.

    Raises UsageError if they are about several shows, CatalogueError if about none.
    """
    intake = Intake(accessed=accessed, texts=texts)
    format_.take_in(files, intake)
    if intake.origin is None:
        raise RuntimeError(f"{format_.name} does not say where it comes from")
    source = source_record(intake.origin, accessed, has_texts=intake.has_texts)
    data = cite(intake, source["id"])
    data["sources"] = [source]
    left_out = intake.left_out + fit(data, today)
    return Imported(data, source, intake.texts_left, left_out, _untaken(files))


def _untaken(files: Sequence[File]) -> dict[str, Left]:
    """Return what is left at each path, of all files."""
    rest: dict[str, Left] = {}
    for file in files:
        for path, (times, first) in _left_in(file):
            before = rest.get(path)
            rest[path] = Left(times + before.times, before.first) if before else Left(times, first)
    return rest


def _left_in(file: File) -> Iterator[tuple[str, Left]]:
    """Yield what is left of a file. The paths of XML have no lists, as anything may be there twice."""
    if file.kind is Kind.XML:
        for name, node in file.tree:
            for path, left in untaken({name: node}).items():
                yield path.replace("[]", "").removesuffix(f".{TEXT}"), left
    else:
        for path, left in untaken(file.tree).items():
            yield path.removeprefix("[]").removeprefix("."), left
