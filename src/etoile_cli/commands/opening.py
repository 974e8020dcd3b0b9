"""Opening the catalogue that a command reads."""

from etoile_cli.errors import CatalogueError
from etoile_cli.model import Catalogue
from etoile_cli.reader import InvalidCatalogueError, Location, display_path, locate, read

_MOST_TOLD = 10


def open_catalogue(option: str | None) -> Catalogue:
    """Read the catalogue that the option names, else the environment's, else the built-in one.

    Raises CatalogueError, with every problem it has, if it can't be used.
    """
    location = locate(option)
    try:
        return read(location)
    except InvalidCatalogueError as error:
        raise _explained(error, location) from None


def _explained(error: InvalidCatalogueError, location: Location) -> CatalogueError:
    from etoile_cli.checking.structure import structure_problems
    from etoile_cli.escaping import escape_controls

    path = display_path(location)
    problems = structure_problems(error.data)
    lines = [escape_controls(problem.text(path)) for problem in problems[:_MOST_TOLD]]
    if (rest := len(problems) - _MOST_TOLD) > 0:
        lines.append(f"{path}: and {rest} more {'problem' if rest == 1 else 'problems'}")
    newer = any(problem.code == "newer-format" for problem in problems)
    return CatalogueError(lines=lines, hint="a newer etoile reads it" if newer else "")
