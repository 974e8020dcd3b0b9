"""The catalogue in the bytes of a file, or why it can't be used."""

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import STANDARD_INPUT, InvalidCatalogueError, Location, name_of, parse
from etoile_cli.errors import CatalogueError
from etoile_cli.system.progress import stage

# Errors that are printed if a catalogue can't be read.
_MOST_SHOWN = 10
_OUR_BUG = """
This is a bug of etoile: it can't read the catalogue, and `etoile check` finds no mistake in it. Please report it, with
the catalogue and these lines, to whoever you have etoile from."""


def catalogue_in(content: bytes, location: Location) -> Catalogue:
    """Return the catalogue in the bytes of a file; raises CatalogueError, likewise, if it can't be used."""
    stage(f"reading {name_of(location)}", len(content))
    try:
        return parse(content)
    except InvalidCatalogueError as error:
        explained = _explained(content, location)
        if explained is None:
            error.add_note(_OUR_BUG)
            raise
        raise explained from None


def refused(content: bytes, location: Location) -> CatalogueError:
    """Return the error of a catalogue that can't be used."""
    try:
        catalogue_in(content, location)
    except CatalogueError as error:
        return error
    raise ValueError("the catalogue can be used")


def _explained(content: bytes, location: Location) -> CatalogueError | None:
    """Return the errors in a catalogue as `etoile check` prints them, `None` if it finds none."""
    from shlex import quote

    from etoile_cli.check.check import refusals
    from etoile_cli.check.problem import Severity
    from etoile_cli.check.reports.line import lines
    from etoile_cli.text.values import count

    stage(f"checking {name_of(location)}")
    report = refusals(content, name_of(location), _MOST_SHOWN)
    if not report.problems:
        return None
    shown = lines([report])
    rest = report.counts[Severity.ERROR] - len(shown)
    command = "etoile check -" if location.path == STANDARD_INPUT else f"etoile check {quote(location.path)}"
    hint = f"{'' if report.is_complete else 'over '}{count(rest, 'more problem')}, see {command}" if rest else ""
    return CatalogueError(lines=shown, hint=hint)
