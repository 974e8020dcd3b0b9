"""A section that the program doesn't have, declared before the rest of it is imported, and command lines run with it.

In a process of its own: `python -m tests.catalogue.awards` reads command lines as JSON and writes what each printed.
"""

import datetime as dt
import json
import sys
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from etoile_cli.catalogue import model
from etoile_cli.catalogue.records import Record
from etoile_cli.catalogue.sections import SECTIONS, Groups, Page, Section
from etoile_cli.catalogue.vocabulary import Address, CountryCode, Id, Name, Note, Sources, Text


class Result(StrEnum):
    """How it ended."""

    WON = "won"
    NOMINATED = "nominated"


class Award(Record, frozen=True, kw_only=True):
    """A prize that the show won, or nearly."""

    main: ClassVar[str] = "prize"
    identity: ClassVar[tuple[str, ...]] = ("id",)

    id: Annotated[Id, Meta(description="What nothing refers to.")]
    prize: Annotated[Name, Meta(description="What the prize is called.")]
    category: Annotated[Text | None, Meta(description="For what.")] = None
    result: Annotated[Result | None, Meta(description="How it ended.")] = None
    country: CountryCode = None
    given: Annotated[dt.date | None, Meta(description="The day it was given.")] = None
    url: Annotated[Address | None, Meta(description="The address.")] = None
    sources: Sources = ()
    note: Note = None


class Catalogue(model.Catalogue, frozen=True):
    """A whole catalogue."""

    awards: Annotated[tuple[Award, ...], Meta(description="The prizes.")] = ()


AWARDS = Section(
    "awards",
    "prize",
    "List the prizes.",
    "etoile prizes",
    "etoile prizes cameo --json",
    columns=("id", "prize", "category", "result"),
    page=Page(
        3, "Prizes", ("prize", "category", "result"), Groups("result", {"won": "Won", "nominated": "Nominated"})
    ),
    plural="prizes won",
    command="prizes",
    other_names=("honours",),
    tried_as=("trophies",),
)


def declare() -> None:
    """Declare the section, as its two files would."""
    SECTIONS["awards"] = AWARDS  # type: ignore[index]
    model.Catalogue = Catalogue  # type: ignore[misc]
    model.RECORD_TYPES = model.record_types(Catalogue)


def main() -> None:
    """Run each command line of standard input, with what its environment has besides."""
    declare()
    from tests.door import CHECKOUT, run_to_its_end

    sys.path.insert(0, str(CHECKOUT / "scripts"))
    from reference import format_lines

    ran = [run_to_its_end(command, env=env) for command, env in json.load(sys.stdin)]
    json.dump(
        {"ran": [[run.stdout, run.stderr, run.code] for run in ran], "reference": list(format_lines())}, sys.stdout
    )


if __name__ == "__main__":
    main()
