"""The section that an argument names, by any of its names."""

from typing import Annotated

import typer

from etoile_cli.catalogue.section_names import other_section_names, section_called, section_names
from etoile_cli.catalogue.sections import SECTIONS, SHOW
from etoile_cli.cli.options import completed_by
from etoile_cli.errors import UsageError

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

# What several sections hold.
_PEOPLE = frozenset({"people", "person", "persons"})


def section_named(text: str, *, or_show: bool = False) -> str:
    """Return the key of the section that a text names: by its key, its command, or a name of one of its records.

    Raises UsageError if there is none. `show`, which is no section, is returned only where it may be named.
    """
    if found := section_called(text, or_show=or_show):
        return found
    if text.strip().lower() == SHOW:
        raise UsageError(
            "there is one show, always", hint="etoile set show KEY=VALUE changes it, KEY= takes a key out"
        )
    from etoile_cli.text.suggestions import nearest, suggestion

    if text.strip().lower() in _PEOPLE:
        raise UsageError(
            f'no section "{text}"',
            hint="a person is a record of cast, creators or crew; etoile people lists everybody once",
        )
    known = section_names(or_show=or_show)
    guess = nearest(text.strip().lower(), [*known, *other_section_names()])
    raise UsageError(
        f'no section "{text}"{suggestion(guess)}',
        hint=f"the sections are {', '.join(known)}",
    )
