"""What is wrong with the header of a table: by itself, or where it stands."""

from collections.abc import Iterator

from msgspec.structs import replace

from etoile_cli.catalogue.model import SECTIONS
from etoile_cli.check.broken.fault import Fault, reads, syntax
from etoile_cli.check.broken.superfluous import superfluous, unseen
from etoile_cli.check.problem import Finding
from etoile_cli.check.structure.arrays import table_for_array
from etoile_cli.check.structure.values import WRONG_TYPE
from etoile_cli.check.toml.document import Document
from etoile_cli.check.toml.marks import FOREIGN
from etoile_cli.check.toml.outline import Path
from etoile_cli.check.toml.scanner import Span
from etoile_cli.check.writing import NO_HINT, Hint, propose


def in_header(text: str, header: Span, offset: int, told: str) -> Fault:
    """Return what is wrong with a header, by what tomli told of it and where."""
    if fault := unseen(text, header, header):
        return fault
    begin, end = header
    section = _as_section(text[begin:end])._replace(span=header)
    if told.startswith("Expected newline"):
        fault = superfluous(text, header, (offset, end), "a header")
        return fault._replace(hint=fault.hint or section)
    one_word = Hint("a name is one word, or stands in quotes") if " " in text[begin:end] else NO_HINT
    closing = "]]" if text.startswith("[[", begin) else "]"
    if told.startswith("Expected ']") and closing not in text[begin:end]:
        rest = (end - text.endswith("]", begin, end), end)
        closed = Hint(f"end it with {closing}", closing, rest)
        hint = section or (closed if reads(text, header, closed) else one_word)
        return Fault(header, "this header is not closed", hint)
    return Fault(header, "this is not the header of a table", section or one_word)


def without_brackets(text: str, header: Span, section: str) -> Fault:
    """Return what is wrong with a line that was meant as the header of a section, or of the show."""
    hint = propose("[show]" if section == "show" else f"[[{section}]]")
    return unseen(text, header, header) or Fault(header, "this is not the header of a table", hint)


def has_single_brackets(document: Document, path: Path | None, header: Span) -> bool:
    """Tell whether the header of a record has the brackets of one table."""
    return bool(path and isinstance(path[-1], int)) and not document.text.startswith("[[", header[0])


def misplaced(document: Document, path: Path, header: Span) -> Iterator[Finding]:
    """Yield what is wrong with a header that is TOML: its brackets, or that it stands twice."""
    text = document.text[slice(*header)]
    if has_single_brackets(document, path, header):
        if path[0] not in SECTIONS:
            return  # the name is wrong, too, and that is told
        yield replace(table_for_array(str(path[0])), span=header)
    elif path == ("show",) and text.startswith("[["):
        yield Finding(WRONG_TYPE, path, '"show" must be a table, found an array', propose("[show]"), span=header)
    elif document.tables_at(path)[0].header != header:
        yield syntax(f"{text} already stands", header, path, first=path)


def _as_section(header: str) -> Hint:
    """Return how to write the header of a section whose brackets or quotation marks are wrong."""
    name = header.strip("[] \t").strip(f"{FOREIGN}\"'").strip()
    if name == "show":
        return propose("[show]")
    return propose(f"[[{name}]]") if name in SECTIONS else NO_HINT
