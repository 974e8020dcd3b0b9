"""A show as a list of shows has it: what it is, where it stands, and how much of it is recorded."""

from typing import Annotated

from msgspec import Meta

from etoile_cli.catalogue.enumerations import GOING_ON, Status
from etoile_cli.catalogue.holding import Holding
from etoile_cli.catalogue.record import Derived, Record
from etoile_cli.catalogue.vocabulary import HYPHENATED, ONE, Count, Countries, Languages, Name, Text, Texts
from etoile_cli.text.dates import Date
from etoile_cli.text.escaping import without_undecoded
from etoile_cli.wording.seasons import listed_episodes, totals
from etoile_cli.wording.show import years_of


class ShowEntry(Record, frozen=True):
    """A show of a library; `show` is its name, which no other show there has."""

    main = "show"
    derived = {"years": Derived("years", ("premiere", "ended"), tuple, "years_read")}  # noqa: RUF012

    show: Annotated[Name, Meta(description="What the library calls the show.")]
    title: Annotated[Name, Meta(description="Its title.")]
    original_title: Annotated[Text | None, Meta(description="The title in its own language, if another.")]
    premiere: Annotated[Date | None, Meta(description="The day it was first shown.")]
    ended: Annotated[Date | None, Meta(description="The last day of its run.")]
    status: Annotated[Status | None, Meta(description="Where it stands.", extra={HYPHENATED: True})]
    networks: Annotated[Texts, Meta(description="Who shows it first.", extra={ONE: "network"})]
    genres: Annotated[Texts, Meta(description="Its genres.", extra={ONE: "genre"})]
    languages: Annotated[Languages, Meta(description="Its languages.", extra={ONE: "language"})]
    countries: Annotated[Countries, Meta(description="Where it is made.", extra={ONE: "country"})]
    seasons: Annotated[Count | None, Meta(description="How many seasons it has, if that is known.")]
    episodes: Annotated[Count | None, Meta(description="How many episodes it has, if that is known.")]
    listed: Annotated[int, Meta(description="How many episodes its catalogue lists, without specials.")]
    records: Annotated[int, Meta(description="How many records its catalogue has, without the sources.")]
    sources: Annotated[int, Meta(description="How many sources they rest on.")]
    file: Annotated[Text, Meta(description="The path of its catalogue.")]

    @property
    def years(self) -> str:
        """The years of its run, as ISO 8601 has an interval: `2017/2021`, `2017/..` if it goes on, or `2017`."""
        begin = str(self.premiere.year) if self.premiere else ""
        end = str(self.ended.year) if self.ended else ".." if self.status in GOING_ON else ""
        return f"{begin}/{end}" if end and end != begin else begin

    @property
    def years_read(self) -> str:
        """The same in words: `2017–2021`, `since 2017`."""
        return years_of(self.premiere, self.ended, self.status)

    @property
    def episodes_read(self) -> int | str | None:
        """How many episodes it has or, if that is not known, how many are listed: `35 listed`."""
        return self.episodes or (f"{self.listed:,} listed" if self.listed else None)


def entry_of(holding: Holding) -> ShowEntry:
    """Return what a list says of a show."""
    about, numbers = holding.catalogue.show, totals(holding.catalogue)
    records = sum(1 for section, _ in holding.catalogue.every_record() if section not in {"show", "sources"})
    return ShowEntry(
        show=holding.name,
        title=about.title,
        original_title=about.original_title,
        premiere=about.premiere,
        ended=about.ended,
        status=about.status,
        networks=about.networks,
        genres=about.genres,
        languages=about.languages,
        countries=about.countries,
        seasons=numbers.seasons,
        episodes=numbers.episodes,
        listed=listed_episodes(holding.catalogue),
        records=records,
        sources=len(holding.catalogue.sources),
        file=without_undecoded(holding.path),
    )
