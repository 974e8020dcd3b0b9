"""`etoile shows`: the shows of a library."""

from collections.abc import Sequence

from etoile_cli.catalogue.holding import Holding
from etoile_cli.cli.common_options import CatalogueFile, ColorWhen
from etoile_cli.cli.options import AsJson, Columns, FormatName, Header, Null, Sort, Words
from etoile_cli.cli.printing import list_selected, with_words
from etoile_cli.cli.view import View
from etoile_cli.listing.columns import SHOWS
from etoile_cli.listing.selection import Selected
from etoile_cli.listing.show_entry import entry_of
from etoile_cli.system.output import Color


def shows(
    words: Words = None,
    format_: FormatName = None,
    as_json: AsJson = False,
    columns: Columns = None,
    sort: Sort = None,
    header: Header = None,
    null: Null = False,
    catalogue: CatalogueFile = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Print the shows that hold all the words, in their title, status, networks, genres or file."""
    view = View(format_, as_json, columns, sort, header, null)
    list_selected(SHOWS, catalogue, _selected, words or (), view, color)


def _selected(words: Sequence[str], holding: Holding) -> Selected:
    return with_words([entry_of(holding)], words, holding.catalogue)
