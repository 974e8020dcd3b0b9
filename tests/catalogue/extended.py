"""A program that runs commands on a format with one more section, declared as its two files would declare it.

It is a process of its own, because the section must be there before anything else is imported: `python -m
tests.catalogue.extended` takes commands, a line each, and prints a transcript of them, then what the schema and the
reference say of the section.
"""

import datetime as dt
import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, ClassVar

from msgspec import Meta

from etoile_cli.catalogue import model
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.section import Groups, Page, Section
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.catalogue.vocabulary import (
    LABEL,
    ONE,
    Address,
    City,
    CountryCode,
    Id,
    Minutes,
    Name,
    Note,
    People,
    Sources,
)

_HERE = Path(__file__).parent
NAMES = {f"${name}": str(_HERE / f"{name.lower()}.toml") for name in ("EXTENDED", "MISCALLED", "UNREADABLE")}


class Standing(StrEnum):
    """Whether it took place."""

    SHOWN = "shown"
    PLANNED = "planned"


class Screening(Record, frozen=True, kw_only=True):
    """A screening of the show in public."""

    main: ClassVar[str] = "festival"
    identity: ClassVar[tuple[str, ...]] = ("id",)

    id: Annotated[Id, Meta(description="What nothing refers to.")]
    festival: Annotated[Name, Meta(description="Who shows it.")]
    city: City = None
    country: CountryCode = None
    standing: Annotated[Standing | None, Meta(description="Whether it took place.")] = None
    day: Annotated[dt.date | None, Meta(description="The day.")] = None
    talk: Annotated[Minutes | None, Meta(description="How long the talk was, in minutes.")] = None
    hosts: Annotated[People, Meta(description="Who spoke.", extra={ONE: "host"})] = ()
    url: Annotated[Address | None, Meta(description="The address.", extra={LABEL: "address"})] = None
    sources: Sources = ()
    note: Note = None


class Catalogue(model.Catalogue, frozen=True):
    """A whole catalogue."""

    screenings: Annotated[tuple[Screening, ...], Meta(description="Where it was shown in public.")] = ()


SCREENINGS = Section(
    "screenings",
    "screening",
    "List where the show was shown in public.",
    "etoile festivals",
    "etoile festivals lumen --json",
    columns=("id", "festival", "city", "standing"),
    page=Page(
        11,
        "In public",
        ("festival", "city", "day", "standing"),
        Groups("standing", {"planned": "To come", "shown": "Past"}, "Of unknown date"),
    ),
    plural="festivals and screenings",
    command="festivals",
    other_names=("showings",),
    tried_as=("theatre",),
)


def declare() -> None:
    """Declare the section."""
    SECTIONS["screenings"] = SCREENINGS  # type: ignore[index]
    model.Catalogue = Catalogue  # type: ignore[misc]
    model.RECORD_TYPES = model.record_types(Catalogue)


def main() -> None:
    """Run the commands, and print each with what it answers; then the section's schema and reference."""
    declare()
    from tests.door import CHECKOUT, run
    from tests.transcripts import transcript

    sys.path.insert(0, str(CHECKOUT / "scripts"))
    from reference import format_lines

    sys.stdout.write(transcript(sys.stdin.read().splitlines(), NAMES))
    schema = json.loads(run("etoile schema").stdout)
    named = {name: schema["$defs"][name] for name in ("Screening", "Standing")}
    sys.stdout.write(f"\n{json.dumps({'properties': schema['properties']['screenings'], '$defs': named}, indent=2)}\n")
    reference = "\n".join(format_lines())
    sys.stdout.write(f"\n{reference[reference.index('## `[[screenings]]`') :]}")


if __name__ == "__main__":
    main()
