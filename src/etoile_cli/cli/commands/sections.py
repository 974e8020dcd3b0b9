"""The commands that list a section and have no filters of their own, all made alike."""

from collections.abc import Callable

from etoile_cli.cli.commands.listing import list_section
from etoile_cli.cli.commands.opening import open_catalogue
from etoile_cli.cli.commands.view import View
from etoile_cli.cli.options import AsJson, CatalogueFile, ColorWhen, Columns, FormatName, Header, Sort, Words
from etoile_cli.system.output import Color


def _listing(section: str) -> Callable[..., None]:
    """Return the command that lists a section."""

    def command(
        words: Words = None,
        format_: FormatName = None,
        as_json: AsJson = False,
        columns: Columns = None,
        sort: Sort = None,
        header: Header = None,
        catalogue: CatalogueFile = None,
        color: ColorWhen = Color.AUTO,
    ) -> None:
        opened = open_catalogue(catalogue)
        view = View(format_, as_json, columns, sort, header)
        list_section(section, opened, getattr(opened, section), words, view, color)

    return command


creators = _listing("creators")
crew = _listing("crew")
companies = _listing("companies")
settings = _listing("settings")
episodes = _listing("episodes")
reception = _listing("reception")
images = _listing("images")
sources = _listing("sources")
