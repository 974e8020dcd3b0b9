"""The headings of sections, in comments above their first records."""

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue


def heading(section: str) -> str:
    """Return the heading of a section: its name, and what its records are."""
    use = declarations(Catalogue)[section].description.removesuffix(".")
    name = section.capitalize()
    return f"{name}." if use.lower() in {f"the {section}", section} else f"{name}: {use[0].lower()}{use[1:]}."


def has_headings(text: bytes) -> bool:
    """Return whether the text of a catalogue has such headings: one that was begun by an import."""
    return any(f"\n# {heading(section)}".encode() in text for section in RECORD_TYPES)
