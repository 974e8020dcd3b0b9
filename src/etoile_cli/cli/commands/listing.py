"""Printing records the way the command line asks for: the last step of every listing."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.records import Record
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.cli.commands.view import View
from etoile_cli.errors import NoMatchError
from etoile_cli.listing.formats import Format, json_of, lines_of
from etoile_cli.system.environment import today
from etoile_cli.system.output import Color, on_terminal, say, takes_links, width, write, write_lines
from etoile_cli.system.progress import stage
from etoile_cli.text.escaping import escape_lines

if TYPE_CHECKING:  # JSON needs no columns
    from etoile_cli.listing.listing import Listing


def list_section(
    section: str,
    catalogue: Catalogue,
    records: Sequence[Record],
    words: Sequence[str] | None,
    view: View,
    color: Color,
    *,
    asked: Iterable[str] = (),
) -> None:
    """Print the records of a section that hold the words.

    `asked` says what else the records were chosen by; it is read where nothing matches. Raises NoMatchError, once a
    whole empty document is printed, if records were asked for and there are none.
    """
    view.refuse_commas(words or ())
    kept = _having_words(records, words, catalogue) if words else records
    print_records(section, kept, view, color, catalogue)
    if kept:
        return
    if (asked := [*quoted(words), *asked]) and getattr(catalogue, section):
        raise NoMatchError(f"nothing in {SECTIONS[section].command} matches {' and '.join(asked)}")
    nothing = f"the catalogue records nothing under {SECTIONS[section].command}"
    if asked:
        raise NoMatchError(nothing)
    say(nothing)


def _having_words(records: Sequence[Record], words: Sequence[str], catalogue: Catalogue) -> Sequence[Record]:
    from etoile_cli.listing.search import having_words

    _begin("searching", records)
    return having_words(records, words, catalogue)


def _begin(doing: str, records: Sequence[object]) -> None:
    """Report what is done with records from here on."""
    from etoile_cli.text.values import count

    stage(f"{doing} {count(len(records), 'record')}")


def print_records(
    section: str,
    records: Sequence[object],
    view: View,
    color: Color,
    catalogue: Catalogue,
    *,
    words: Sequence[str] = (),
) -> None:
    """Print records, whatever their number, in the format, the columns and the order asked for."""
    if keys := view.sort_keys():
        from etoile_cli.listing.sorting import sort_records

        _begin("sorting", records)
        records = sort_records(section, records, keys)
    names, format_ = view.column_names(), view.format_or_default()
    if names is None and format_ in (Format.JSON, Format.JSONL):  # every key of every record, as it is
        write(json_of(records, format_))
        return
    from etoile_cli.listing.columns import choose_columns
    from etoile_cli.listing.listing import Listing

    listing = Listing(
        records=records,
        columns=choose_columns(section, names, format_),
        today=today(),
        whole=names is None,
        header=view.header,
        catalogue=catalogue,
        words=words,
    )
    print_listing(listing, format_, color, section)


def print_listing(listing: "Listing", format_: Format, color: Color, section: str = "") -> None:
    """Print a listing: drawn for people, or as lines for programs."""
    if format_ is not Format.TABLE:
        lines = lines_of(listing, format_)
        # CSV holds values as they are; only a program may get them so.
        write(map(escape_lines, lines) if format_ is Format.CSV and on_terminal() else lines)
    elif listing.records:
        from etoile_cli.listing.views.choice import view_of

        _begin("laying out", listing.records)
        view = view_of(section, listing, width(), links=takes_links(color))
        if view is None:
            from etoile_cli.listing.table import table

            view = table(listing, width())
        write_lines(view, color)


def print_object(value: object, format_: Format) -> None:
    """Print what is always one thing as one JSON object, indented unless the format is JSON Lines."""
    from etoile_cli.text.json_ import json_line, json_text

    write([json_line(value) if format_ is Format.JSONL else json_text(value)])


def quoted(words: Sequence[str] | None) -> list[str]:
    """Return words as a message names them; blank ones asked for nothing."""
    return [f'"{word}"' for word in words or () if word.strip()]
