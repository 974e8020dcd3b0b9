"""The records of seasons and episodes."""

from typing import Annotated

from msgspec import Meta

from etoile_cli.catalogue.codes import episode_code, film_code, season_code, season_name
from etoile_cli.catalogue.record import Derived, Record
from etoile_cli.catalogue.vocabulary import (
    BEGINS,
    FOLLOWS,
    LABEL,
    ONE,
    Cites,
    Count,
    EpisodeCode,
    EpisodeIds,
    Minutes,
    Note,
    Ordinal,
    People,
    SeasonNumber,
    Sources,
    Text,
    Title,
    Titles,
)
from etoile_cli.text.dates import Date


class Season(Record, frozen=True):
    """A season; of an anthology, a story of its own."""

    main = "number"
    identity = ("number",)
    in_heading = ("title",)
    codes = {"number": "code"}

    number: SeasonNumber
    title: Annotated[Text | None, Meta(description="Its own title, if it has one.")] = None
    premiere: Annotated[Date | None, Meta(description="The day its first episode was first shown.")] = None
    finale: Annotated[
        Date | None, Meta(description="The day its last episode was first shown.", extra={FOLLOWS: "premiere"})
    ] = None
    episodes: Annotated[Count | None, Meta(description="How many episodes it has, listed here or not.")] = None
    premise: Annotated[Text | None, Meta(description="What it is about.")] = None
    sources: Sources = ()
    cites: Cites = {}
    note: Note = None

    @property
    def heading(self) -> str:
        """Its number and its title, if that says more: `Season 2: The Return`; the season 0 is `Specials`."""
        says_more = self.title and self.title.casefold() != self.short_name.casefold()
        return f"{self.short_name}: {self.title}" if says_more else self.short_name

    @property
    def code(self) -> str:
        """The code by which a list of episodes names it: S02."""
        return season_code(self.number)

    @property
    def short_name(self) -> str:
        """`Season 2`, or `Specials`."""
        return season_name(self.number)


class Episode(Record, frozen=True, kw_only=True):
    """An episode; known everywhere as S01E01."""

    main = "title"
    identity = ("season", "number")
    derived = {"episode": Derived("code", ("season", "number"), episode_code, "film", ("through",))}
    in_heading = ("episode",)
    codes = {"episode": "run"}

    season: SeasonNumber
    number: Annotated[Ordinal, Meta(description="The number within the season.", extra={BEGINS: "through"})]
    through: Annotated[Ordinal | None, Meta(description="The last number, where one film is several episodes.")] = None
    title: Title
    titles: Annotated[
        Titles, Meta(description="Its titles in other languages, by language.", extra={ONE: "title"})
    ] = {}
    released: Annotated[Date | None, Meta(description="The day it was first shown.")] = None
    runtime: Annotated[Minutes | None, Meta(description="Its length in minutes.")] = None
    directors: Annotated[People, Meta(description="Who directed it.", extra={ONE: "director"})] = ()
    writers: Annotated[People, Meta(description="Who wrote it.", extra={ONE: "writer"})] = ()
    absolute: Annotated[Count | None, Meta(description="Its number in the whole run of the show.")] = None
    synopsis: Annotated[Text | None, Meta(description="What happens in it.")] = None
    follows: Annotated[
        EpisodeCode | None, Meta(description="The episode after which a special belongs.", extra={LABEL: "after"})
    ] = None
    ids: Annotated[EpisodeIds, Meta(description="Its ids elsewhere, by scheme.", extra={ONE: "id"})] = {}
    sources: Sources = ()
    cites: Cites = {}
    note: Note = None

    @property
    def code(self) -> str:
        """The code by which the episode is known: S01E01."""
        return episode_code(self.season, self.number)

    @property
    def film(self) -> str:
        """The code as people read it: S01E01, or S01E01–E02 if the film is several episodes."""
        return film_code(self.season, self.number, self.through)

    @property
    def run(self) -> str:
        """The code as a list of episodes has it: S01E01, or S01E01-S01E02 if the film is several episodes."""
        return self.code if self.film == self.code else f"{self.code}-{episode_code(self.season, self.through or 0)}"

    @property
    def heading(self) -> str:
        """Its code and its title."""
        return f"{self.film} {self.title}"

    @property
    def exact_heading(self) -> str:
        """Its exact code and its title."""
        return f"{self.code} {self.title}"

    @property
    def short_name(self) -> str:
        """Its code."""
        return self.code
