"""`etoile summary`: the show on one card."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.cli.common_options import CatalogueFile, ColorWhen
from etoile_cli.cli.opening import open_catalogue
from etoile_cli.cli.options import AsJson, FormatName, OneShow
from etoile_cli.cli.printing import print_listing, print_object
from etoile_cli.cli.view import View
from etoile_cli.listing.formats import Format
from etoile_cli.system.environment import today
from etoile_cli.system.output import Color, on_terminal, takes_links, width, write, write_lines

if TYPE_CHECKING:  # JSON needs no rows
    from etoile_cli.listing.listing import KeyValue

Note = Annotated[bool, typer.Option("--note", help="The whole note as well, however long it is.")]


def summary(
    shows: OneShow = None,
    note: Note = False,
    format_: FormatName = None,
    as_json: AsJson = False,
    catalogue: CatalogueFile = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Print the show on one card: who is in it, where to watch it, the trailer, what it is about."""
    opened = open_catalogue(catalogue, shows or ())
    chosen = View(format_, as_json).chosen_format()
    if chosen is Format.TABLE or (chosen is None and on_terminal()):
        from etoile_cli.listing.summary.card import card

        write_lines(card(opened, today(), width(), links=takes_links(color), note=note), color)
    elif chosen is None:
        from etoile_cli.listing.summary.prose import prose

        write(prose(opened, today()))
    elif chosen in (Format.JSON, Format.JSONL):
        print_object(_object(opened), chosen)
    else:
        from etoile_cli.listing.listing import Listing, columns_of_keys

        rows = _rows_for_people(opened) if chosen is Format.MD else _rows(opened)
        print_listing(Listing(list(rows), columns_of_keys(), today(), catalogue=opened), chosen, color)


_ALSO = ("creators", "availability", "trailers")


def _object(catalogue: Catalogue) -> dict[str, object]:
    return msgspec.structs.asdict(catalogue.show) | {name: getattr(catalogue, name) for name in _ALSO}


def _rows(catalogue: Catalogue) -> "Iterator[KeyValue]":
    from etoile_cli.listing.listing import KeyValue

    for key in catalogue.show.__struct_encode_fields__:
        yield KeyValue(key, getattr(catalogue.show, key))
    for name in _ALSO:
        yield KeyValue(name, tuple(record.heading for record in getattr(catalogue, name)))


def _rows_for_people(catalogue: Catalogue) -> "Iterator[KeyValue]":
    """Yield the rows that say something, and who is in the show; without offers that were over when last checked."""
    from etoile_cli.listing.listing import KeyValue
    from etoile_cli.wording.cast import starring
    from etoile_cli.wording.offers import open_offers

    label, names = starring(catalogue.cast)
    offers = open_offers(catalogue.availability)
    catalogue = msgspec.structs.replace(catalogue, availability=tuple(offers))
    for row in _rows(catalogue):
        if row.key == _ALSO[0] and names:
            yield KeyValue(label.lower(), names)
        if row.value not in (None, (), {}, ""):
            yield row
