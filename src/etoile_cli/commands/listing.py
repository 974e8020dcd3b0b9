"""Printing records the way the command line asks for: the last step of every listing."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from etoile_cli.columns import choose_columns, command_of
from etoile_cli.commands.view import View
from etoile_cli.environment import today
from etoile_cli.errors import NoMatchError
from etoile_cli.escaping import escape_lines
from etoile_cli.formats import Format
from etoile_cli.model import Catalogue, Record
from etoile_cli.output import Color, is_colored, on_terminal, say, width, write, write_rich
from etoile_cli.progress import stage
from etoile_cli.render.lines import lines_of
from etoile_cli.render.listing import Listing
from etoile_cli.values import count

if TYPE_CHECKING:  # imported where a terminal looks
    from rich.text import Text


def list_section(
    section: str,
    catalogue: Catalogue,
    records: Sequence[Record],
    words: Sequence[str] | None,
    view: View,
    color: Color,
    *,
    asked: Sequence[str] = (),
) -> None:
    """Print the records of a section that hold the words.

    `asked` says what else the records were chosen by. Raises NoMatchError, once a whole empty document is printed,
    if records were asked for and there are none.
    """
    kept = _having_words(records, words, catalogue) if words else records
    print_records(section, kept, view, color, catalogue)
    if kept:
        return
    if asked := [*quoted(words), *asked]:
        raise NoMatchError(f"nothing in {command_of(section)} matches {' and '.join(asked)}")
    say(f"the catalogue records nothing under {command_of(section)}")


def _having_words(records: Sequence[Record], words: Sequence[str], catalogue: Catalogue) -> Sequence[Record]:
    from etoile_cli.selection import having_words

    stage(f"searching {count(len(records), 'record')}")
    return having_words(records, words, catalogue.company_names())


def print_records(
    section: str,
    records: Sequence[Any],
    view: View,
    color: Color,
    catalogue: Catalogue,
    *,
    words: Sequence[str] = (),
) -> None:
    """Print records, whatever their number, in the format, the columns and the order asked for.

    `words` are what the records of a search were found by.
    """
    if keys := view.sort_keys():
        from etoile_cli.selection import sort_records

        stage(f"sorting {count(len(records), 'record')}")
        records = sort_records(section, records, keys)
    names = view.column_names()
    format_ = view.format_or_default()
    if format_ is Format.TABLE and names is None and (drawn := _drawn(section, records, words, color)):
        write_rich(drawn, color)
        return
    listing = Listing(
        records=records,
        columns=choose_columns(section, names),
        today=today(),
        whole=names is None,
        header=view.header,
        companies=catalogue.company_names(),
        sources={source.id: source for source in catalogue.sources},
    )
    print_listing(listing, format_, color)


def _drawn(section: str, records: Sequence[Any], words: Sequence[str], color: Color) -> "Iterator[Text] | None":
    """Return what people see instead of a table, `None` where that is a table."""
    links = is_colored(color)
    match section:
        case "search":
            from etoile_cli.render.matches import matches

            return matches(records, words, width())
        case "sources":
            from etoile_cli.render.bibliography import bibliography

            return bibliography(records, width(), links=links)
        case "availability":
            from etoile_cli.render.offers import offers

            return offers(records, today(), width(), links=links)
        case _:
            return None


def print_listing(listing: Listing, format_: Format, color: Color) -> None:
    """Print a listing: drawn for people, or as lines for programs."""
    if format_ is not Format.TABLE:
        lines = lines_of(listing, format_)
        # CSV holds values as they are; only a program may get them so.
        write(map(escape_lines, lines) if format_ is Format.CSV and on_terminal() else lines)
    elif listing.records:
        from etoile_cli.render.table import table

        stage(f"laying out {count(len(listing.records), 'record')}")
        write_rich(table(listing, width()), color)


def print_object(value: object, format_: Format) -> None:
    """Print what is always one thing as one JSON object, indented unless the format is JSON Lines."""
    from etoile_cli.render.json_ import json_line, json_text

    write([json_line(value) if format_ is Format.JSONL else json_text(value)])


def quoted(words: Sequence[str] | None) -> list[str]:
    """Return words as a message names them; blank ones asked for nothing."""
    return [f'"{word}"' for word in words or () if word.strip()]
