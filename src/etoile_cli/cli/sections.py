"""The section that an argument names, by any of its names."""

from typing import Annotated

import typer

from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.cli.options import completed_by
from etoile_cli.errors import UsageError

SHOW = "show"

SectionName = Annotated[
    str,
    typer.Argument(metavar="SECTION", help=f"{', '.join(SECTIONS)}.", autocompletion=completed_by("complete_section")),
]
SectionOrShow = Annotated[
    str,
    typer.Argument(
        metavar="SECTION",
        help=f"show, {', '.join(SECTIONS)}.",
        autocompletion=completed_by("complete_section_or_show"),
    ),
]


def section_named(text: str, *, or_show: bool = False) -> str:
    """Return the key of the section that a text names: by its key, its command, or a name of one of its records.

    Raises UsageError if there is none. `show`, which is no section, is returned only where it may be named.
    """
    known = [*([SHOW] if or_show else []), *SECTIONS]
    name = text.strip().lower().replace("_", "-")
    if found := {each: each for each in known}.get(name) or _by_other_names().get(name):
        return found
    if name == SHOW:
        raise UsageError(
            "there is one show, always", hint="etoile set show KEY=VALUE changes it, KEY= takes a key out"
        )
    from etoile_cli.text.suggestions import nearest, suggestion

    raise UsageError(
        f'no section "{text}"{suggestion(nearest(name, known))}', hint=f"the sections are {', '.join(known)}"
    )


def _by_other_names() -> dict[str, str]:
    names = {section.command: section.key for section in SECTIONS.values()}
    for section in SECTIONS.values():
        for name in (section.singular, section.plural.replace(" ", "-"), *section.other_names, *section.tried_as):
            names.setdefault(name, section.key)
    return names
