"""What other programs find in the exports of the invented shows is what the files say: JSON-LD, nfo, CSL-JSON."""

import json
import re
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.door import run
from tests.shows.shows import NAMES, data_of, path_of, records_in

every = pytest.mark.parametrize("name", NAMES)

Record = dict[str, Any]


def exported(name: str, format_: str) -> Any:
    return json.loads(run(f"etoile export {format_} -c '{path_of(name)}'").stdout)


def iso(value: date | str | None) -> str | None:
    """Return a date as ISO 8601 has it, known whole or in part."""
    return value.isoformat() if isinstance(value, date) else value


def numbers_of(episode: Record) -> range:
    """Return the numbers of the episodes that a film is."""
    return range(episode["number"], episode.get("through", episode["number"]) + 1)


@every
def test_json_ld_has_the_seasons_with_their_titles_dates_and_numbers(name: str) -> None:
    found = exported(name, "jsonld")["containsSeason"]
    keys = ("seasonNumber", "name", "startDate", "endDate", "numberOfEpisodes", "description")
    assert [tuple(season.get(key) for key in keys) for season in found] == [
        (
            season["number"],
            season.get("title"),
            iso(season.get("premiere")),
            iso(season.get("finale")),
            season.get("episodes"),
            season.get("premise"),
        )
        for season in records_in(data_of(name), "seasons")
    ]


@every
def test_json_ld_has_every_episode_in_its_season(name: str) -> None:
    found = {
        season["seasonNumber"]: [_told(each) for each in season.get("episode", [])]
        for season in exported(name, "jsonld")["containsSeason"]
    }
    written: dict[int, list[tuple[Any, ...]]] = {number: [] for number in found}
    for episode in records_in(data_of(name), "episodes"):
        written[episode["season"]].append(_written(episode))
    assert found == written


def _told(episode: Record) -> tuple[Any, ...]:
    titles = {each["@language"]: each["@value"] for each in episode.get("alternateName", [])}
    duration = re.sub(r"^PT(\d+)M$", r"\1", episode.get("duration", ""))
    keys = ("name", "datePublished", "position", "abstract")
    return str(episode["episodeNumber"]), duration, titles, *(_squeezed(episode.get(key)) for key in keys)


def _written(episode: Record) -> tuple[Any, ...]:
    numbers = dict.fromkeys((numbers_of(episode)[0], numbers_of(episode)[-1]))
    return (
        "-".join(map(str, numbers)),
        str(episode.get("runtime", "")),
        episode.get("titles", {}),
        episode["title"],
        iso(episode.get("released")),
        episode.get("absolute"),
        _squeezed(episode.get("synopsis")),
    )


def _squeezed(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value


@every
def test_nfo_is_a_file_for_each_film_and_each_season(name: str, tmp_path: Path) -> None:
    run(f"etoile export nfo -c '{path_of(name)}' -o '{tmp_path / 'nfo'}'")
    episodes = records_in(data_of(name), "episodes")
    stems = ["-".join([f"S{each['season']:02}", *(f"E{n:02}" for n in numbers_of(each))]) for each in episodes]
    seasons = [f"Season {each['number']:02}" for each in records_in(data_of(name), "seasons")]
    files = {file.stem: file.read_text(encoding="utf-8") for file in (tmp_path / "nfo").iterdir()}
    assert sorted(files) == sorted(["tvshow", *seasons, *(stem.replace("-E", "E", 1) for stem in stems)])
    for episode, stem in zip(episodes, stems, strict=True):
        assert _films(files[stem.replace("-E", "E", 1)]) == [
            (episode["season"], number, episode["title"], _squeezed(episode.get("synopsis")), _shown_before(episode))
            for number in numbers_of(episode)
        ]


def _films(nfo: str) -> list[tuple[Any, ...]]:
    """Return season, number, title, plot, and where it is to be shown, of each root of a file."""
    roots = ET.fromstring(f"<all>{nfo.partition('?>')[2]}</all>")
    return [
        (
            int(root.findtext("season", "")),
            int(root.findtext("episode", "")),
            root.findtext("title"),
            _squeezed(root.findtext("plot")),
            tuple(root.findtext(key) for key in ("displayseason", "displayepisode")),
        )
        for root in roots
    ]


def _shown_before(episode: Record) -> tuple[str | None, str | None]:
    """Return the season and the number before which a special is shown: those after the episode that it follows."""
    if "follows" not in episode:
        return None, None
    season, number = map(int, re.findall(r"\d+", episode["follows"]))
    return str(season), str(number + 1)


@every
def test_csl_has_the_show_and_every_source_with_its_authors_and_its_date(name: str) -> None:
    show, *sources = exported(name, "csl")
    assert show["title"] == data_of(name)["show"]["title"]
    found = [
        (
            source["id"],
            source["title"],
            [author["literal"] for author in source.get("author", [])],
            source.get("issued", {}).get("date-parts"),
            source.get("language"),
            source.get("URL"),
        )
        for source in sources
    ]
    assert found == [
        (
            source["id"],
            source["title"],
            source.get("authors", []),
            [[int(part) for part in iso(source["published"]).split("-")]] if "published" in source else None,
            source.get("language"),
            source.get("url", source.get("archived")),
        )
        for source in records_in(data_of(name), "sources")
    ]
