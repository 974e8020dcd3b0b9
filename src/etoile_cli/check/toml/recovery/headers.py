"""Headers that are TOML by themselves and wrong where they are: their brackets, or a table that is there already."""

from etoile_cli.check.toml.advice.array_headers import as_array, table_for_array
from etoile_cli.check.toml.advice.declarations import Declarations
from etoile_cli.check.toml.advice.fault import Fault, FaultKind
from etoile_cli.check.toml.advice.hints import Hint, certain, propose
from etoile_cli.check.toml.document import Document
from etoile_cli.check.toml.outline import Path
from etoile_cli.check.toml.scanner import Span


def has_single_brackets(document: Document, path: Path | None, header: Span) -> bool:
    """Return whether the header of an array's table has the brackets of a single table."""
    return bool(path and isinstance(path[-1], int)) and not document.text.startswith("[[", header[0])


def header_in_wrong_place(document: Document, path: Path, header: Span, declarations: Declarations) -> Fault | None:
    """Return the fault of a header that has the wrong brackets or repeats an earlier one; `None` if neither."""
    text = document.text[slice(*header)]
    name = str(path[0])
    if has_single_brackets(document, path, header):
        # A name that is not declared is reported later, by the part of the checker that knows the format.
        return single_brackets(name, header, as_array(name, text)) if name in declarations.arrays else None
    if len(path) == 1 and name in declarations.tables and text.startswith("[["):
        message = f'"{name}" must be a table, found an array'
        return Fault(header, message, certain(propose(f"[{name}]")), FaultKind.WRONG_TYPE, path)
    if document.tables_at(path)[0].header != header:
        return Fault(header, f"{text} is there already", path=path, first=path)
    return None


def single_brackets(array: str, header: Span, hint: Hint) -> Fault:
    """Return the fault of a header that begins a single table where the format has an array of tables."""
    return Fault(header, table_for_array(array), hint, FaultKind.WRONG_TYPE, (array,))
