"""The seasons and the episodes of a show, whether the show holds them or they name what they are part of."""

import re
from collections import deque
from collections.abc import Iterable

from etoile_cli.catalogue.codes import episode_code, season_code
from etoile_cli.importing.formats.jsonld.cast import Cast
from etoile_cli.importing.formats.jsonld.graph import Thing
from etoile_cli.importing.formats.jsonld.ids import take_ids
from etoile_cli.importing.formats.jsonld.people import people_names
from etoile_cli.importing.formats.jsonld.readings import day, minutes, number, prose, quoted, text
from etoile_cli.importing.formats.jsonld.titles import take_titles
from etoile_cli.importing.intake.intake import Intake, Record
from etoile_cli.importing.intake.season_titles import own_title, season_number

SEASONS = frozenset({"TVSeason", "CreativeWorkSeason"})
EPISODES = frozenset({"TVEpisode", "Episode"})

_FILM = re.compile(r"([0-9]{1,5})(?: ?[-–] ?([0-9]{1,5}))?")


class Seasons:
    """The seasons and episodes, each once; what several pages say of one is put together."""

    def __init__(self, intake: Intake, cast: Cast) -> None:
        self._intake = intake
        self._cast = cast
        self._seen: set[int] = set()
        self._waiting: deque[tuple[Thing, int | None]] = deque()
        self._seasons: dict[int, Record] = {}
        self._with_episodes: set[int] = set()
        self._episodes: dict[tuple[int, int, str], Record] = {}

    def put_of(self, show: Thing) -> None:
        """Put the seasons and the episodes that a show holds."""
        for season in [
            *show.things("containsSeason", "season", "seasons"),
            *show.things_of(lambda part: part.types & SEASONS, "hasPart"),
        ]:
            self._put_season(season)
        self._await_episodes(show, None)
        self._put_waiting()

    def put(self, part: Thing) -> None:
        """Put a season with its episodes, or an episode with the season that it names."""
        if part.types & SEASONS:
            self._put_season(part)
        else:
            self._waiting.append((part, None))
        self._put_waiting()

    def _await_episodes(self, holder: Thing, of_season: int | None) -> None:
        """Note the episodes of a season or a show; they may name other seasons, and these other episodes."""
        held = holder.things("episode", "episodes") + holder.things_of(lambda part: part.types & EPISODES, "hasPart")
        self._waiting.extend((each, of_season) for each in held)

    def _put_waiting(self) -> None:
        while self._waiting:
            episode, of_season = self._waiting.popleft()
            if id(episode.node) not in self._seen:
                self._seen.add(id(episode.node))
                self._put_episode(episode, of_season)

    def _put_season(self, season: Thing) -> int | None:
        """Put a season, and note its episodes; return its number, `None` if it has none."""
        season.drop("partOfSeries")
        stated, title = number(season, "seasonNumber"), text(season, "name")
        number_ = season_number(title) if stated is None else stated
        if id(season.node) in self._seen:
            return number_
        self._seen.add(id(season.node))
        if number_ is None:
            self._intake.leave_out(f"season {quoted(title)}" if title else "a season", "has no number")
        else:
            self._put_record(number_, season, own_title(number_, title))
            self._cast.put_in(season_code(number_), season)
        self._await_episodes(season, number_)
        return number_

    def _put_episode(self, episode: Thing, of_season: int | None) -> None:
        """Put an episode, of a season unless it names its own."""
        episode.drop("partOfSeries")
        for season in episode.things("partOfSeason"):
            stated = self._put_season(season)
            of_season = of_season if stated is None else stated
        title, film = text(episode, "name"), _FILM.fullmatch(text(episode, "episodeNumber"))
        what = f"episode {quoted(title)}" if title else "an episode"
        if not film:
            self._intake.leave_out(what, "has no number")
        elif of_season is None:
            self._intake.leave_out(what, "is in no season that has a number")
        elif not title:
            self._intake.leave_out(episode_code(of_season, int(film[1])), "has no title")
        else:
            through = int(film[2]) if film[2] and film[2] != film[1] else None
            self._put_details(episode, of_season, int(film[1]), through, title)

    def put_seasons(self) -> None:
        """Add the seasons, once all are known; one of which nothing is known but its episodes needs no record."""
        for number_, record in self._seasons.items():
            if len(record) > 1 or number_ not in self._with_episodes:
                self._intake.sections.setdefault("seasons", []).append(record)

    def number_of_episodes(self) -> int | None:
        """Return how many episodes all seasons have by what they say; `None` if one doesn't."""
        counts: list[int | None] = [record.get("episodes") for number, record in self._seasons.items() if number]
        known = [each for each in counts if each is not None]
        return sum(known) if known and len(known) == len(counts) else None

    def _put_record(self, number_: int, season: Thing, title: str) -> None:
        record = self._seasons.setdefault(number_, {"number": number_})
        what = f"of season {number_}"
        for key, value in {
            "title": title,
            "premiere": day(season, self._intake, f"premiere {what}", "startDate", "datePublished"),
            "finale": day(season, self._intake, f"finale {what}", "endDate"),
            "episodes": number(season, "numberOfEpisodes") or None,
        }.items():
            self._intake.put(record, key, value)
        self._intake.put_prose(record, "premise", prose(season, "description", "abstract"))

    def _put_details(self, episode: Thing, season: int, number_: int, through: int | None, title: str) -> None:
        self._with_episodes.add(season)
        code = episode_code(season, number_)
        key = season, number_, title.casefold()
        if key not in self._episodes:
            self._episodes[key] = self._intake.add("episodes", {"season": season, "number": number_, "title": title})
        record = self._episodes[key]
        _put_all(
            self._intake,
            record,
            {
                "through": through,
                "titles": take_titles(episode, "alternateName"),
                "released": day(episode, self._intake, f"date of {code}", "datePublished"),
                "runtime": minutes(episode, self._intake, f"length of {code}", "duration", "timeRequired"),
                "directors": people_names(episode, self._intake, "director", "directors"),
                "writers": people_names(episode, self._intake, "author"),
                "ids": take_ids(episode, "episode"),
            }.items(),
        )
        self._intake.put_prose(record, "synopsis", prose(episode, "abstract", "description"))
        run = f"{code}-{episode_code(season, through)}" if through and through > number_ else code
        self._cast.put_in(run, episode)


def _put_all(intake: Intake, record: Record, values: Iterable[tuple[str, object]]) -> None:
    for key, value in values:
        intake.put(record, key, value)
