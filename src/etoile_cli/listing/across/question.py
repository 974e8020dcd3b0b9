"""What is asked of each show of a library, and how the answers are printed."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from etoile_cli.listing.formats import Format
from etoile_cli.listing.selection import Select


class Question(Struct, frozen=True):
    """A question to each show of a library: what is listed of it, and what the lines of that are.

    `words` choose the records. `names` are those of the columns that somebody chose, `sort` those to order all records
    by; `width` and `links` say what the terminal is like, `end` is what ends a record.
    """

    section: str
    select: Select
    format: Format
    today: date
    words: Sequence[str] = ()
    names: Sequence[str] | None = None
    sort: Sequence[str] = ()
    header: bool | None = None
    width: int = 80
    links: bool = False
    end: str = "\n"

    @property
    def is_array(self) -> bool:
        """Whether the records of a show stay together in one array of all."""
        return self.format is Format.JSON and not self.sort

    @property
    def has_view(self) -> bool:
        """Whether people may get a view of their own for each show, instead of a table of all."""
        return self.format is Format.TABLE and self.names is None and not self.sort and not self.header
