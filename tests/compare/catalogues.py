"""Catalogues for comparisons, from a few lines of TOML."""

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import parse
from etoile_cli.compare.wording import change_lines

HEAD = 'format = 1\n[show]\ntitle = "Test"\n'


def catalogue(records: str) -> Catalogue:
    """Return a catalogue of a show and of records as TOML has them."""
    return parse((HEAD + records).encode())


def told(old: str, new: str) -> list[str]:
    """Return what changed between two catalogues of such records, a line a change."""
    return list(change_lines(catalogue(old), catalogue(new)))


def records(section: str, *tables: str) -> str:
    """Return records of a section from their keys: `name = "A"; role = "B"`."""
    return "".join(f"[[{section}]]\n" + table.replace("; ", "\n") + "\n" for table in tables)
