"""The columns of a listing of several shows: those of one, and before them the show."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from etoile_cli.listing.column import Column
from etoile_cli.listing.column_choice import choose_columns
from etoile_cli.listing.columns import ALL, SHOWS, column_key, find_column
from etoile_cli.listing.formats import Format

SHOW = "show"
"""The name of the column that says of which show a record is."""


class _OfShow(Struct, frozen=True):
    """The owner of the column: no key of a catalogue."""

    show: str


def column_of_show(name: str) -> Column:
    """Return the column of the records of a show, by its name."""
    return Column(SHOW, _always(name), _OfShow)


def _always(value: str) -> Callable[[object], str]:
    return lambda _: value


def place_of_show(section: str, names: Sequence[str] | None, format_: Format) -> tuple[int | None, tuple[Column, ...]]:
    """Return where the column of the show is, `None` if it is not to be there, and the other columns.

    It comes first, unless columns are named. A list of shows has it as its own. Raises UsageError for a name that the
    section doesn't have.
    """
    if section == SHOWS:
        return None, choose_columns(section, names, format_)
    if names is None:
        return 0, choose_columns(section, None, format_)
    keys = [column_key(name) for name in names]
    others = [name for name, key in zip(names, keys, strict=True) if key != SHOW]
    for name in others:
        if column_key(name) != ALL:
            find_column(section, name, [SHOW])
    columns = choose_columns(section, others, format_) if others else ()
    if SHOW in keys:
        before = names[: keys.index(SHOW)]
        return len(choose_columns(section, before, format_)) if before else 0, columns
    return (0 if ALL in keys else None), columns
