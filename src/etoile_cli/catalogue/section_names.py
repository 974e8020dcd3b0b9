"""What sections answer to: their keys, and other names that people have for them."""

from etoile_cli.catalogue.sections import SECTIONS, SHOW


def section_called(text: str, *, or_show: bool = False) -> str | None:
    """Return the key of the section that a text names, by any name of it or of one of its records; `None` if none.

    `show`, which is no section, is returned only where it may be named.
    """
    name = text.strip().lower().replace("_", "-")
    if name == SHOW:
        return SHOW if or_show else None
    return name if name in SECTIONS else other_section_names().get(name)


def other_section_names() -> dict[str, str]:
    """Return the keys of the sections by their other names, commands among them."""
    names = {section.command: section.key for section in SECTIONS.values()}
    for section in SECTIONS.values():
        for name in (section.singular, section.plural.replace(" ", "-"), *section.other_names, *section.tried_as):
            names.setdefault(name, section.key)
    return names


def section_names(*, or_show: bool = False) -> list[str]:
    """Return the names by which messages call the sections."""
    return [*([SHOW] if or_show else []), *SECTIONS]
