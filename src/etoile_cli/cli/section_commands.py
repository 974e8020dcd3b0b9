"""The commands of the sections that have no options of their own, all made by one function."""

from collections.abc import Callable

from etoile_cli.cli.common_options import CatalogueFile, ColorWhen
from etoile_cli.cli.options import AsJson, Columns, FormatName, Header, Null, Sort, Words
from etoile_cli.cli.printing import list_section
from etoile_cli.cli.view import View
from etoile_cli.system.output import Color


def listing(section: str) -> Callable[..., None]:
    """Return the function of the command that lists a section."""

    def command(
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
        list_section(section, catalogue, words, View(format_, as_json, columns, sort, header, null), color)

    return command
