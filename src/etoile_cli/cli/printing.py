"""Printing records as the command line asks for it: the last step of every command that lists some."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from etoile_cli.catalogue.holding import Holding
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.record import Record
from etoile_cli.cli.opening import library_asked, open_holding, words_besides_shows
from etoile_cli.cli.view import View
from etoile_cli.errors import NoMatchError
from etoile_cli.listing.formats import Format, json_of, lines_of
from etoile_cli.listing.selection import Select, Selected
from etoile_cli.system.environment import today
from etoile_cli.system.output import Color, on_terminal, takes_links, width, write, write_lines
from etoile_cli.system.progress import stage
from etoile_cli.text.escaping import escape_lines

if TYPE_CHECKING:  # JSON needs no columns
    from etoile_cli.listing.column import Column
    from etoile_cli.listing.listing import Listing


def list_section(
    section: str, options: Sequence[str] | None, words: Sequence[str] | None, view: View, color: Color
) -> None:
    """Print those of the records of a section that contain the words, of one show or of several.

    `options` are the catalogues that were named. If words are given and nothing is left, prints an empty document and
    raises NoMatchError.
    """
    list_selected(section, options, partial(_selected, section=section), words or (), view, color)


def list_selected(
    section: str,
    options: Sequence[str] | None,
    select: Select,
    words: Sequence[str],
    view: View,
    color: Color,
    *,
    is_filtered: bool = False,
) -> None:
    """Print the records of a section that a function selects by words likewise.

    It `is_filtered` if an option chooses as well, which may be wrong.
    """
    view.refuse_commas(words)
    library = library_asked(options)
    if library is not None:
        from etoile_cli.cli.across import list_across

        list_across(section, library, select, words, view, color, is_filtered=is_filtered)
        return
    holding = open_holding(options)
    try:
        others, asked = words_besides_shows(words, holding.name)
    except NoMatchError:
        print_records(section, (), view, color, holding.catalogue)
        raise
    selected = select(others, holding)
    print_records(section, selected.records, view, color, holding.catalogue, words=selected.words)
    if not selected.records:
        _tell_nothing(section, selected, [*asked, *selected.asked], others)


def _tell_nothing(section: str, selected: Selected, asked: Sequence[str], others: Sequence[str]) -> None:
    """Say that a section has no records, or raise NoMatchError if something was asked of them."""
    from etoile_cli.cli.no_match import no_match, nothing_under

    if asked and selected.number:
        raise no_match(section, asked, others)
    nothing = nothing_under(section, "the catalogue records")
    if asked:
        raise NoMatchError(nothing)
    from etoile_cli.system.messages import say

    say(nothing)


def _selected(words: Sequence[str], holding: Holding, *, section: str) -> Selected:
    return with_words(getattr(holding.catalogue, section), words, holding.catalogue)


def with_words(
    records: Sequence[Record], words: Sequence[str], catalogue: Catalogue, *, asked: Iterable[str] = (), of: int = 0
) -> Selected:
    """Return which of some records contain the words.

    `asked` describes the filters that were applied before, `of` is how many records there were before them.
    """
    if not words:
        return Selected(records, of or len(records), list(asked))
    from etoile_cli.text.values import quoted

    kept = _having_words(records, words, catalogue)
    return Selected(kept, of or len(records), [*quoted(words), *asked], [word for word in words if word.strip()])


def _having_words(records: Sequence[Record], words: Sequence[str], catalogue: Catalogue) -> Sequence[Record]:
    from etoile_cli.listing.search import having_words

    _begin("searching", records)
    return having_words(records, words, catalogue)


def _begin(doing: str, records: Sequence[object]) -> None:
    """Say on standard error what is being done, and with how many records, if it takes long."""
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
    besides: Sequence[str] = (),
    instead: "Mapping[str, Column] | None" = None,
) -> None:
    """Print records, or an empty document, in the format, with the columns and in the order of a view.

    `words` are those that were searched for: a table shows the columns that have them. `besides` are columns to show
    after the usual ones, `instead` those that take the place of the section's own of that name.
    """
    if keys := view.sort_keys():
        from etoile_cli.listing.sorting import sort_records

        _begin("sorting", records)
        records = sort_records(section, records, keys, catalogue)
    format_ = view.format_or_default()
    if view.column_names() is None and format_ in (Format.JSON, Format.JSONL):  # every key of every record, as it is
        write(json_of(records, format_), view.end)
        return
    listing = _listing(section, records, catalogue, words, view, besides, instead or {})
    print_listing(listing, format_, color, section, view.end)


def _listing(
    section: str,
    records: Sequence[object],
    catalogue: Catalogue,
    words: Sequence[str],
    view: View,
    besides: Sequence[str],
    instead: "Mapping[str, Column]",
) -> "Listing":
    """Return records that are in their order already, with the columns that a view has of them."""
    from etoile_cli.listing.column_choice import choose_columns
    from etoile_cli.listing.columns import columns_if_any, usual_columns
    from etoile_cli.listing.listing import Listing

    names, format_, extra = view.column_names(), view.format_or_default(), columns_if_any(section)
    chosen = choose_columns(section, names, format_, besides)
    return Listing(
        records=records,
        columns=tuple(instead.get(each.name, each).within(catalogue) for each in chosen),
        today=today(),
        whole=names is None,
        usual=usual_columns(section),
        if_any=_without_words(extra, records, words, catalogue) if format_ is Format.TABLE else extra,
        header=view.header,
        catalogue=catalogue,
        words=words,
        is_sorted=bool(view.sort_keys()),
    )


def _without_words(
    columns: Sequence[str], records: Sequence[object], words: Sequence[str], catalogue: Catalogue
) -> Sequence[str]:
    """Return the columns in which no record has a word that was searched for."""
    if not (columns and words):
        return columns
    from etoile_cli.listing.search import keys_with_words

    found = keys_with_words([each for each in records if isinstance(each, Record)], columns, words, catalogue)
    return [column for column in columns if column not in found]


def print_listing(listing: "Listing", format_: Format, color: Color, section: str = "", end: str = "\n") -> None:
    """Print a listing in a format: as a table or the section's own layout for people, or as lines for programs.

    `end` is what ends a line for programs.
    """
    if format_ is not Format.TABLE:
        lines = lines_of(listing, format_)
        # CSV holds values unchanged, with their controls, which must not reach a terminal.
        write(map(escape_lines, lines) if format_ is Format.CSV and on_terminal() else lines, end)
    elif listing.records:
        from etoile_cli.listing.views.choice import view_of

        _begin("laying out", listing.records)
        view = view_of(section, listing, width(), links=takes_links(color))
        if view is None:
            from etoile_cli.listing.table import table

            view = table(listing, width())
        write_lines(view, color)


def print_object(value: object, format_: Format) -> None:
    """Print a single value as one JSON object, indented unless the format is JSON Lines."""
    from etoile_cli.text.json_ import json_line, json_text

    write([json_line(value) if format_ is Format.JSONL else json_text(value)])
