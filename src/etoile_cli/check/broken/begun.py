"""Records whose header is missing, or has a name of its own."""

from collections.abc import Iterable

from msgspec.structs import replace

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import SECTIONS
from etoile_cli.check.broken.lost import has_value
from etoile_cli.check.problem import Finding
from etoile_cli.check.structure.arrays import table_for_array
from etoile_cli.check.toml.document import Document
from etoile_cli.check.toml.outline import Path, Table
from etoile_cli.check.toml.scanner import Span, key_parts
from etoile_cli.check.writing import Hint, propose

# Of a longer record, nobody looks which section it is of.
_MOST_PAIRS = 100
# A key that stands twice is a slip; of a record without a header, more do.
_MOST_TWICE = 1


def section_begun(document: Document, table: Table, pair: Span) -> str:
    """Return the section of which a record seems to begin with a pair whose key is taken; empty if none does.

    All keys from there on are keys of it, and those are there that each of its records has; several are taken.
    """
    pairs = [each for each in document.pairs_of(table) if each >= pair]
    names = _names(document, pairs)
    before = _names(document, (each for each in document.pairs_of(table) if each < pair))
    if len(pairs) > _MOST_PAIRS or len(names & before) <= _MOST_TWICE:
        return ""
    own = table.path[0] if table.path else ""
    known = {section: declarations(record_type) for section, record_type in SECTIONS.items()}
    required = {section: {key for key in keys if keys[key].required} for section, keys in known.items()}
    fitting = [section for section in known if required[section] <= names <= known[section].keys()]
    return str(own) if own in fitting else fitting[0] if len(fitting) == 1 else ""


def named_records(document: Document, path: Path, header: Span) -> list[Finding]:
    """Return the problems of records with names in their headers, `[cast.luke]`, before the header of one without.

    None where something else stands in the way of that.
    """
    section = str(path[0])
    if len(path) != 2 or section not in SECTIONS:
        return []
    before = (each for each in document.tables if each.header and each.header < header)
    return [_named_record(document, section, each) for each in before if each.path and _is_named(each.path, section)]


def _is_named(path: Path, section: str) -> bool:
    match path:
        case (name, str()) | (name, str(), int()):
            return name == section
        case _:
            return False


def _named_record(document: Document, section: str, table: Table) -> Finding:
    known = declarations(SECTIONS[section])
    is_whole = {key for key in known if known[key].required} <= _names(document, document.pairs_of(table))
    hint = propose(f"[[{section}]]") if is_whole else Hint(f"each record begins with [[{section}]]")
    return replace(table_for_array(section), hint=hint, span=table.header)


def _names(document: Document, pairs: Iterable[Span]) -> set[str]:
    return {key_parts(document.text, pair)[0][0] for pair in pairs if has_value(document.text, pair)}
