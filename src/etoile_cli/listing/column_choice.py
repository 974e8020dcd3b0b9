"""Which columns of a section are printed: those that somebody names, or those that a format shows by itself."""

from collections.abc import Sequence

from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.listing.columns import ALL, Column, column_key, columns_if_any, columns_of, find_column, usual_columns
from etoile_cli.listing.formats import Format


def choose_columns(section: str, names: Sequence[str] | None, format_: Format = Format.TSV) -> tuple[Column, ...]:
    """Return the named columns of a section, or those that it usually shows in a format; `all` means every one.

    Raises UsageError for a name the section doesn't have.
    """
    known = columns_of(section)
    if names is None:
        usual = [*usual_columns(section), *(columns_if_any(section) if format_ is Format.TABLE else ())]
        names = [name for name in usual if _is_shown(section, known[name], format_)]
    chosen = [each for name in names for each in (known if column_key(name) == ALL else [name])]
    columns = [find_column(section, name) for name in chosen]
    return tuple({column.name: column for column in columns}.values())


def _is_shown(section: str, column: Column, format_: Format) -> bool:
    """Return whether a format shows a column unasked: ids are for programs, those of some sections for people, too."""
    if format_ not in (Format.TABLE, Format.MD) or not column.declared.identifies:
        return True
    return format_ is Format.TABLE and SECTIONS[section].shows_ids
