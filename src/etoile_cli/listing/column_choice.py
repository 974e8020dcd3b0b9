"""Which columns of a section are printed: those that somebody names, or those that a format shows by itself."""

from collections.abc import Iterable, Sequence

from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.listing.column import Column
from etoile_cli.listing.columns import ALL, column_key, columns_if_any, columns_of, find_column, usual_columns
from etoile_cli.listing.formats import Format

_FOR_PEOPLE = (Format.TABLE, Format.MD)


def choose_columns(
    section: str, names: Sequence[str] | None, format_: Format = Format.TSV, besides: Sequence[str] = ()
) -> tuple[Column, ...]:
    """Return the named columns of a section, or those that it usually shows in a format; `all` means every one.

    Unless some are named, those `besides` come after the usual ones. Formats for people have none, unless it is named,
    whose values they already read in another.
    Raises UsageError for a name the section doesn't have.
    """
    known = columns_of(section)
    named = [name for name in names or () if column_key(name) != ALL]
    if names is None:
        usual = [*_usual(section, format_), *besides]
        names = [name for name in usual if _is_shown(section, known[name], format_)]
    chosen = [each for name in names for each in (known if column_key(name) == ALL else [name])]
    columns = {column.name: column for column in (find_column(section, name) for name in chosen)}
    asked = {find_column(section, name).name for name in named}
    told = _told_by(columns.values()) - asked if format_ in _FOR_PEOPLE else ()
    return tuple(column for name, column in columns.items() if name not in told)


def _usual(section: str, format_: Format) -> Sequence[str]:
    """Return the usual columns; for people with those of `if_any`, each before the first whose key comes after it."""
    usual = list(usual_columns(section))
    if format_ not in _FOR_PEOPLE:
        return usual
    keys = list(columns_of(section))
    for name in columns_if_any(section):
        later = [at for at, each in enumerate(usual) if keys.index(each) > keys.index(name)]
        usual.insert(later[0] if later else len(usual), name)
    return usual


def _is_shown(section: str, column: Column, format_: Format) -> bool:
    """Return whether a format shows a column unasked: ids are for programs, those of some sections for people, too."""
    if format_ not in _FOR_PEOPLE or not column.declared.identifies:
        return True
    return format_ is Format.TABLE and SECTIONS[section].shows_ids


def _told_by(columns: Iterable[Column]) -> set[str]:
    """Return the names of the columns of which people read the values in others: what is left out of these, say."""
    return {name for column in columns for name in column.tells}
