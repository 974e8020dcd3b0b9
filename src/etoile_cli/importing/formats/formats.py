"""The formats that are imported, and which one files are of."""

from collections.abc import Sequence

from etoile_cli.errors import CatalogueError, UsageError
from etoile_cli.importing.formats.format import Format
from etoile_cli.importing.formats.jsonld.format import JSONLD
from etoile_cli.importing.formats.names import FormatName
from etoile_cli.importing.formats.nfo.format import NFO
from etoile_cli.importing.formats.tmdb.format import TMDB
from etoile_cli.importing.formats.tvmaze.format import TVMAZE
from etoile_cli.importing.intake.texts import one_line
from etoile_cli.importing.reading.file import File
from etoile_cli.text.values import enumerate_words, in_short

FORMATS: Sequence[Format] = (NFO, TVMAZE, TMDB, JSONLD)
"""Every format, those first whose marks are plainest."""
_IMPORTED = (
    "nfo files of shows, answers of TVmaze and TMDB, and JSON-LD of a TVSeries are; --from says which one a file is"
)


def format_of(files: Sequence[File]) -> Format:
    """Return the format of files; raises CatalogueError if one has none, UsageError if they have several.

    An empty list, as databases answer where there is nothing, is of any format.
    """
    found: dict[str, Format] = {}
    for file in [each for each in files if each.tree != []] or files[:1]:
        format_ = next((each for each in FORMATS if each.recognises(file)), None)
        if format_ is None:
            raise _unknown(file)
        found.setdefault(format_.name, format_)
    if len(found) > 1:
        raise UsageError(
            f"the files are of several formats: {enumerate_words(list(found))}",
            hint="import one of them, then the other with --into",
        )
    return next(iter(found.values()))


def _unknown(file: File) -> CatalogueError:
    """Return the error about a file that is of none of the formats; of a database, with the reason that it gave."""
    tree = file.tree if isinstance(file.tree, dict) else {}
    reasons = (tree.get(key) for key in ("status_message", "message", "error"))
    if reason := next((each for each in reasons if isinstance(each, str) and each.strip()), ""):
        name = tree.get("name")
        said = f"{name}: {reason}" if isinstance(name, str) else reason
        return CatalogueError(f'{file.name}: is no show: the answer is "{in_short(one_line(said))}"')
    if isinstance(tree.get("results"), list):
        return CatalogueError(f"{file.name}: is a search", hint="fetch the show itself: /3/tv/ and its id")
    return CatalogueError(f"{file.name}: is about no show, or of no format that is imported", hint=_IMPORTED)


def format_named(name: FormatName, files: Sequence[File]) -> Format:
    """Return a format; raises CatalogueError if a file is not even written in what that is written in."""
    found = next(each for each in FORMATS if each.name is name)
    for file in files:
        if file.kind not in found.kinds:
            raise CatalogueError(f"{file.name}: can't be {name}: this is {file.kind.upper()}")
    return found
