"""What a format of others is to an import: how it is known, and what takes it in."""

from collections.abc import Callable, Collection, Sequence

from msgspec import Struct

from etoile_cli.importing.formats.names import FormatName
from etoile_cli.importing.intake.intake import Intake
from etoile_cli.importing.reading.file import File, Kind


class Format(Struct, frozen=True):
    """A format.

    `name` is what `--from` calls it, `kinds` what it is written in. `recognises` says whether a file is of it.
    `take_in` takes what a catalogue has keys for out of the trees of all files of one show, and says where they come
    from.
    """

    name: FormatName
    kinds: Collection[Kind]
    recognises: Callable[[File], bool]
    take_in: Callable[[Sequence[File], Intake], None]
