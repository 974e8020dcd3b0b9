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
from etoile_cli.catalogue.enumerations import OfferUrlKind, Status
from etoile_cli.catalogue.vocabulary import (
    AGES,
    COPIES,
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
    EpisodeRuns,
    Id,
    Language,
    Languages,
    Minutes,
    PersonIds,
    Region,
    SettingUses,
    ShowIds,
    SourceId,
    Text,
    Texts,
)

_HERE = Path(__file__).parent
NAMES = {f"${name}": str(_HERE / f"{name.lower()}.toml") for name in ("WIDENED", "MISTAKEN")}


# Days, each of which has an age.
SeenOn = Annotated[dt.date, Meta(extra={AGES: True})]


class CastMember(records.CastMember, frozen=True):
    """A part with a key of every declared type, under names that nothing in the program knows."""

    born_in: Annotated[Country | None, Meta(description="A country.")] = None
    lived_in: Annotated[Countries, Meta(description="Countries.", extra={ONE: "home"})] = ()
    speaks: Annotated[Language | None, Meta(description="A language.")] = None
    sings_in: Annotated[Languages, Meta(description="Languages.")] = ()
    agency: Annotated[CompanyId | None, Meta(description="A company.")] = None
    guest_of: Annotated[tuple[CompanyId, ...], Meta(description="Companies.")] = ()
    debut: Annotated[EpisodeCode | None, Meta(description="An episode.")] = None
    solos: Annotated[tuple[EpisodeCode, ...], Meta(description="Episodes.")] = ()
    guest_in: Annotated[EpisodeRuns, Meta(description="Episodes, seasons and runs.")] = ()
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
    old_homepages: Annotated[tuple[Address, ...], Meta(description="Addresses.")] = ()
    rehearsals: Annotated[tuple[dt.date, ...], Meta(description="Days.")] = ()
    seen_on: Annotated[tuple[SeenOn, ...], Meta(description="Days of which the age matters.")] = ()
    scenes: Annotated[tuple[Minutes, ...], Meta(description="Minutes.")] = ()
    vouched_by: Annotated[SourceId | None, Meta(description="A source.")] = None
    called_in: Annotated[dict[Language, Text], Meta(description="Texts by language.")] = {}  # noqa: RUF012 as below
    fees: Annotated[dict[Region, Minutes], Meta(description="Minutes by region.")] = {}  # noqa: RUF012 as below
    pets: Annotated[Texts, Meta(description="Names.", extra={OFFERED: True})] = ()
    agent_of: Annotated[CompanyId | None, Meta(description="A company.", extra={OFFERED: True})] = None
    homepage_since: Annotated[dt.date | None, Meta(description="Since when.", extra={DATES: "homepage"})] = None
    videos: Annotated[tuple[Address, ...], Meta(description="Addresses.")] = ()
    videos_kind: Annotated[OfferUrlKind | None, Meta(description="Their kind.", extra={KIND_OF: "videos"})] = None
    speaks_well: Annotated[dict[Language, bool], Meta(description="Yes or no.")] = {}  # noqa: RUF012 as below
    pages_in: Annotated[dict[Language, Address], Meta(description="Addresses.")] = {}  # noqa: RUF012 as below
    first_in: Annotated[dict[Region, dt.date], Meta(description="Days.")] = {}  # noqa: RUF012 as below
    height: Annotated[float | None, Meta(description="Metres.")] = None
    curtain: Annotated[dt.time | None, Meta(description="A time of day.")] = None
    handles: Annotated[PersonIds, Meta(description="Ids elsewhere.")] = {}  # noqa: RUF012 msgspec copies it


class Show(records.Show, frozen=True):
    """The show with keys of its own: tables, a second list of ids elsewhere, a day that dates another value."""

    shown_in: Annotated[Countries, Meta(description="Countries.")] = ()
    also_ids: Annotated[ShowIds, Meta(description="Ids elsewhere.")] = {}  # noqa: RUF012 msgspec copies it
    advice: Annotated[dict[Region, Text], Meta(description="Advice.")] = {}  # noqa: RUF012 msgspec copies it
    renewal: Annotated[Status | None, Meta(description="A word of few.")] = None
    renewed: Annotated[dt.date | None, Meta(description="Since when.", extra={DATES: "renewal"})] = None


class Setting(records.Setting, frozen=True):
    """A place with an id, which no key is called, and a second order."""

    tag: Annotated[Id | None, Meta(description="An id.")] = None
    city_index: Annotated[Text | None, Meta(description="An order of cities.", extra={SORTS: "city"})] = None
    name_index: Annotated[Text | None, Meta(description="An order.", extra={SORTS: "name"})] = None
    open_air: Annotated[bool | None, Meta(description="Yes or no.")] = None
    map_of_it: Annotated[Address | None, Meta(description="An address.")] = None


class Source(records.Source, frozen=True, kw_only=True):
    """A source with a third address, which is a copy of what the second leads to."""

    mirror: Annotated[Address | None, Meta(description="Another.", extra={LABEL: "mirror"})] = None
    mirrored: Annotated[
        Address | None, Meta(description="A copy.", extra={COPIES: "mirror", LABEL: "copy of the mirror"})
    ] = None


def main() -> None:
    """Run the commands, and print each with what it answers."""
    for wider in (Show, CastMember, Setting, Source):
        setattr(records, wider.__name__, wider)
    from tests.transcripts import transcript

    sys.stdout.write(transcript(sys.stdin.read().splitlines(), NAMES))


if __name__ == "__main__":
    main()
