"""What `etoile export nfo` writes comes back, as far as the files hold it."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from msgspec.structs import replace

from etoile_cli.catalogue.codes import episode_code
from etoile_cli.catalogue.countries import alpha2_codes, country_code, country_name, former_code, is_country
from etoile_cli.catalogue.enumerations import Status
from etoile_cli.catalogue.episodes import Episode, Season
from etoile_cli.catalogue.former_countries import FORMER_COUNTRIES
from etoile_cli.catalogue.id_schemes import SCHEMES
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import parse
from etoile_cli.catalogue.record import first_by
from etoile_cli.catalogue.records import CastMember, Show
from etoile_cli.catalogue.schemes import valid_ids
from etoile_cli.export.nfo import nfo
from etoile_cli.export.nfo_elements import plain
from etoile_cli.export.nfo_places import numbers
from etoile_cli.importing.intake.intake import Intake
from etoile_cli.importing.intake.texts import is_to_come, one_line
from etoile_cli.importing.intake.texts import paragraphs as read_paragraphs
from etoile_cli.text.dates import Date
from etoile_cli.text.values import paragraphs
from tests.importing.folded import once
from tests.importing.nfo_files import left, taken, xml_file
from tests.strategies import brief, catalogues

DATA = Path(__file__).parents[2]
# What `etoile export nfo` writes of each status, and what that is taken for.
STATUS = {
    Status.ANNOUNCED: None,
    Status.IN_PRODUCTION: None,
    Status.RUNNING: "running",
    Status.HIATUS: "running",
    Status.ENDED: "ended",
    Status.CANCELLED: "ended",
}


def back(catalogue: Catalogue) -> Intake:
    return taken([xml_file("\n".join(lines), name) for name, lines in nfo(catalogue).items()])


def seen(text: str | None) -> str:
    return one_line(plain(text or ""))


def split(texts: Iterable[str]) -> list[str]:
    parts = (part.strip() for text in texts for part in seen(text).split(" / "))
    return once(part for part in parts if part)


def prose(text: str | None) -> str:
    return read_paragraphs("\n\n".join(map(plain, paragraphs(text or ""))))


def day(value: Date | None) -> date | str | None:
    # A year is written without zeros before it.
    return value if value is None or isinstance(value, date) else str(value.year) if value.year >= 1_000 else None


def known_ids(ids: dict[str, str], kind: Any) -> dict[str, str]:
    return {scheme: id_ for scheme, id_ in valid_ids(kind, ids).items() if scheme in SCHEMES[kind]}


def given_values(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}


def expected_show(about: Show) -> dict[str, Any]:
    logline = read_paragraphs(plain(about.logline or ""))
    premise = prose(about.premise) or prose(about.logline)
    original = seen(about.original_title)
    return given_values(
        {
            "title": seen(about.title),
            "original_title": original if original != seen(about.title) else None,
            "premiere": day(about.premiere),
            "ended": about.ended if isinstance(about.ended, date) else None,
            "status": STATUS[about.status] if about.status else None,
            "networks": split(about.networks),
            "runtime": about.runtime[0] if about.runtime and about.runtime[0] == about.runtime[-1] else None,
            "genres": split(about.genres),
            "themes": once(filter(None, map(seen, about.themes))),
            "countries": list(dict.fromkeys(filter(is_country, about.countries))),
            "logline": logline,
            "premise": premise if premise != logline else None,
            "ids": known_ids(about.ids, "show"),
        }
    )


def expected_episode(episode: Episode) -> dict[str, Any]:
    last = numbers(episode)[-1]
    return given_values(
        {
            "season": episode.season,
            "number": episode.number,
            "through": last if last > episode.number else None,
            "title": "" if is_to_come(seen(episode.title)) else seen(episode.title),
            "released": day(episode.released),
            "runtime": episode.runtime,
            "directors": split(episode.directors),
            "writers": split(episode.writers),
            "synopsis": prose(episode.synopsis),
            "ids": known_ids(episode.ids, "episode"),
        }
    )


def without(record: dict[str, Any], kind: Any = "show", *keys: str) -> dict[str, Any]:
    """Return a record without some keys, and with ids of known schemes alone."""
    ids = {scheme: id_ for scheme, id_ in record.get("ids", {}).items() if scheme in SCHEMES[kind]}
    return given_values({key: value for key, value in record.items() if key not in keys} | {"ids": ids})


def expected_cast(cast: Iterable[CastMember]) -> set[tuple[str, str]]:
    return {
        (name, part) for each in cast if (name := seen(each.name)) for part in split([each.character or ""]) or [""]
    }


@pytest.mark.parametrize(
    "path", ["data/etoile.toml", "tests/data/full.toml", "tests/data/seasons.toml", "tests/data/minimal.toml"]
)
def test_a_catalogue_comes_back(path: str) -> None:
    catalogue = parse((DATA / path).read_bytes())
    intake = back(catalogue)
    assert without(intake.show, "show", "ratings") == expected_show(catalogue.show)
    assert [each["name"] for each in intake.sections.get("creators", [])] == [x.name for x in catalogue.creators]
    records = intake.sections.get("episodes", [])
    ordered = sorted(catalogue.episodes, key=lambda each: (each.season, each.number))
    assert [without(each, "episode", "follows") for each in records] == list(map(expected_episode, ordered))
    films = {episode_code(each.season, number): each.code for each in ordered for number in numbers(each)}
    assert [each.get("follows") for each in records] == [films.get(each.follows or "") for each in ordered]
    assert {(each["name"], each.get("character", "")) for each in intake.sections.get("cast", [])} >= {
        (each.name, each.character or "") for each in catalogue.cast
    }


@brief
@given(catalogues)
def test_any_show_and_its_episodes_come_back(catalogue: Catalogue) -> None:
    catalogue = replace(catalogue, seasons=tuple(first_by(lambda each: each.number, catalogue.seasons).values()))
    intake = back(catalogue)
    show = without(intake.show, "show", "ratings")
    assert show.pop("ids", {}).items() >= expected_show(catalogue.show).get("ids", {}).items()
    assert show == {key: value for key, value in expected_show(catalogue.show).items() if key != "ids"}
    assert [each["name"] for each in intake.sections.get("creators", [])] == split(
        each.name for each in catalogue.creators
    )
    ordered = sorted(catalogue.episodes, key=lambda each: (each.season, each.number))
    assert [without(each, "episode", "follows") for each in intake.sections.get("episodes", [])] == [
        expected for each in ordered if "title" in (expected := expected_episode(each))
    ]
    assert {(each["name"], each.get("character", "")) for each in intake.sections.get("cast", [])} >= expected_cast(
        catalogue.cast
    )


@brief
@given(catalogues)
def test_any_seasons_come_back(catalogue: Catalogue) -> None:
    seasons = sorted(first_by(lambda each: each.number, catalogue.seasons).values(), key=lambda each: each.number)
    found = back(replace(catalogue, seasons=tuple(seasons))).sections.get("seasons", [])
    assert found == [
        given_values(
            {
                "number": each.number,
                "title": None if each.heading == each.short_name else seen(each.title),
                "premiere": day(each.premiere),
                "premise": prose(each.premise),
            }
        )
        for each in seasons
    ]


@pytest.mark.parametrize("code", sorted({*alpha2_codes(), *FORMER_COUNTRIES}))
def test_any_country_comes_back(code: str) -> None:
    show = back(Catalogue(format=1, show=Show(title="A", countries=(code,)))).show
    name = country_name(code)
    is_name_of_another = code in FORMER_COUNTRIES and (country_code(name) or former_code(name)) != code
    assert is_name_of_another or show.get("countries") == [code]


@pytest.mark.parametrize(
    ("ratings", "found"),
    [
        ({"US": "TV-MA", "FR": "12"}, {"US": "TV-MA"}),
        ({"FR": "12", "DE": "16"}, {"FR": "12"}),
        ({"US": "R"}, None),
    ],
)
def test_the_age_rating_that_is_written_comes_back(ratings: dict[str, str], found: dict[str, str] | None) -> None:
    assert back(Catalogue(format=1, show=Show(title="A", ratings=ratings))).show.get("ratings") == found


def test_the_episodes_of_the_cast_come_back_if_every_episode_has_somebody() -> None:
    cast = (
        CastMember(name="A", character="X"),
        CastMember(name="B", character="Y", episodes=("S01E01-S01E02", "S02E01")),
        CastMember(name="C", character="Z", episodes=("S01E03",)),
        CastMember(name="C", character="Q", episodes=("S02E01-S02E02",)),
    )
    places = [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2)]
    episodes = tuple(Episode(season=season, number=number, title=f"{season} {number}") for season, number in places)
    seasons = (Season(number=1), Season(number=2))
    catalogue = Catalogue(format=1, show=Show(title="T"), cast=cast, seasons=seasons, episodes=episodes)
    found = back(catalogue).sections["cast"]
    assert [(each["name"], each["character"], each.get("episodes")) for each in found] == [
        ("A", "X", None),
        ("B", "Y", ["S01E01-S01E02", "S02E01"]),
        ("C", "Z", ["S01E03"]),
        ("C", "Q", ["S02"]),
    ]


def test_nothing_that_is_written_is_left_in_the_tree() -> None:
    catalogue = parse((DATA / "tests/data/full.toml").read_bytes())
    files = [xml_file("\n".join(lines), name) for name, lines in nfo(catalogue).items()]
    taken(files)
    assert not left(files)
