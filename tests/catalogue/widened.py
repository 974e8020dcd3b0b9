"""A program that runs commands on a format with more keys: one of every declared type in the records of the cast.

It is a process of its own, because the keys must be there before anything else is imported: `python -m
tests.catalogue.widened` takes commands, a line each, and prints a transcript of them.
"""

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated

from msgspec import Meta

from etoile_cli.catalogue import records
from etoile_cli.catalogue.vocabulary import (
    AGES,
    DATES,
    ENDS,
    KIND_OF,
    LABEL,
    OFFERED,
    ONE,
    SORTS,
    Address,
    CompanyId,
    Count,
    Countries,
    Country,
    EpisodeCode,
    EpisodeCodes,
    Language,
    Languages,
    Minutes,
    OfferUrlKind,
    OtherId,
    SettingUses,
    SourceId,
    Status,
    Text,
    Texts,
)

_HERE = Path(__file__).parent
NAMES = {f"${name}": str(_HERE / f"{name.lower()}.toml") for name in ("WIDENED", "MISTAKEN")}


class CastMember(records.CastMember, frozen=True):
    """A part with a key of every declared type, under names that nothing in the program knows."""

    born_in: Annotated[Country | None, Meta(description="A country.")] = None
    lived_in: Annotated[Countries, Meta(description="Countries.", extra={ONE: "home"})] = ()
    speaks: Annotated[Language | None, Meta(description="A language.")] = None
    sings_in: Annotated[Languages, Meta(description="Languages.")] = ()
    agency: Annotated[CompanyId | None, Meta(description="A company.")] = None
    guest_of: Annotated[tuple[CompanyId, ...], Meta(description="Companies.")] = ()
    debut: Annotated[EpisodeCode | None, Meta(description="An episode.")] = None
    solos: Annotated[EpisodeCodes, Meta(description="Episodes.")] = ()
    witnesses: Annotated[tuple[SourceId, ...], Meta(description="Sources.")] = ()
    solo_length: Annotated[Minutes | None, Meta(description="Minutes.")] = None
    shoes: Annotated[Count | None, Meta(description="A number.")] = None
    born: Annotated[dt.date | None, Meta(description="A day.")] = None
    seen: Annotated[dt.date | None, Meta(description="A day of which the age matters.", extra={AGES: True})] = None
    under_contract: Annotated[dt.date | None, Meta(description="A last day.", extra={ENDS: True})] = None
    homepage: Annotated[Address | None, Meta(description="An address.", extra={LABEL: "web site"})] = None
    homepage_kind: Annotated[OfferUrlKind | None, Meta(description="Its kind.", extra={KIND_OF: "homepage"})] = None
    retired: Annotated[bool | None, Meta(description="Yes or no.")] = None
    standing: Annotated[Status | None, Meta(description="A word of few.")] = None
    standing_since: Annotated[dt.date | None, Meta(description="Since when.", extra={DATES: "standing"})] = None
    works_in: Annotated[SettingUses, Meta(description="Words of few.")] = ()
    motto: Annotated[Text | None, Meta(description="A text.")] = None
    nicknames: Annotated[Texts, Meta(description="Texts.", extra={ONE: "nickname"})] = ()
    stage_name: Annotated[Text | None, Meta(description="A name.", extra={OFFERED: True})] = None
    index_name: Annotated[Text | None, Meta(description="An order.", extra={SORTS: "stage_name"})] = None
    handles: Annotated[dict[str, OtherId], Meta(description="Ids elsewhere.")] = {}  # noqa: RUF012 msgspec copies it


def main() -> None:
    """Run the commands, and print each with what it answers."""
    records.CastMember = CastMember  # type: ignore[misc]
    from tests.transcripts import transcript

    sys.stdout.write(transcript(sys.stdin.read().splitlines(), NAMES))


if __name__ == "__main__":
    main()
