"""The ids in `tvshow.nfo`: one is the default, all have their form, and no two shows are one to a library."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from etoile_cli.catalogue.episodes import Episode
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.records import Show
from etoile_cli.export.nfo import nfo
from etoile_cli.export.slugs import slug
from tests.export.libraries import jellyfin_key, kodi_ids, read
from tests.strategies import brief, catalogues, texts

OWN = slug("The Show", None)

SOME_IDS = st.sampled_from(["", "0", "1", "tt0000001", "https://www.imdb.com/title/tt0000001/"]) | texts


def show_file(catalogue: Catalogue) -> str:
    return "\n".join(nfo(catalogue)["tvshow.nfo"])


def about(title: str, ids: dict[str, str]) -> Catalogue:
    return Catalogue(format=1, show=Show(title=title, ids=ids))


@pytest.mark.parametrize(
    ("ids", "written"),
    [
        ({}, [("etoile", OWN, "true")]),
        ({"imdb": "tt0000001", "tmdb": "2"}, [("imdb", "tt0000001", "true"), ("tmdb", "2", None)]),
        ({"own": "1", "tvmaze": "2", "tvdb": "3"}, [("own", "1", None), ("tvmaze", "2", None), ("tvdb", "3", "true")]),
        ({"own": "1", "wikidata": "Q2"}, [("own", "1", None), ("wikidata", "Q2", "true")]),
        ({"own": "1", "My Own": "2"}, [("etoile", OWN, "true"), ("own", "1", None), ("My Own", "2", None)]),
        ({"IMDb": "tt0000001"}, [("imdb", "tt0000001", "true")]),
        ({"IMDB": "tt0000001", "imdb": "tt0000002"}, [("imdb", "tt0000002", "true")]),
        ({"IMDB": "tt0000001", "imdb": ""}, [("imdb", "tt0000001", "true")]),
        ({"imdb": "https://www.imdb.com/title/tt0000001/", "tvdb": "0", "own": "-1"}, [("etoile", OWN, "true")]),
        ({"tvdb": "0", "tmdb": "2"}, [("tmdb", "2", "true")]),
        ({"": "1", " ": "2", "own": " "}, [("etoile", OWN, "true")]),
        ({"Etoile": "1"}, [("etoile", OWN, "true")]),
        ({"etoile": "1", "tvdb": "2"}, [("etoile", "1", None), ("tvdb", "2", "true")]),
    ],
)
def test_one_id_is_the_default_and_all_have_their_form(
    ids: dict[str, str], written: list[tuple[str, str, str | None]]
) -> None:
    assert read(show_file(about("The Show", ids)))["uniqueid"] == written


@brief
@given(catalogues, st.dictionaries(st.sampled_from(["imdb", "IMDB", "tvdb", "x", "X", ""]), SOME_IDS))
def test_kodi_always_has_an_id_to_look_for_and_jellyfin_groups_by_none_without_its_form(
    catalogue: Catalogue, ids: dict[str, str]
) -> None:
    text = show_file(replace(catalogue, show=replace(catalogue.show, ids=ids)))
    kept, looked_for = kodi_ids(text)
    assert looked_for
    assert text.count('default="true"') == 1
    assert len({type_.lower() for type_ in kept}) == len(kept) == text.count("<uniqueid")
    assert re.fullmatch("tt[0-9]{7,}|[1-9][0-9]*", jellyfin_key(text) or "1")


@pytest.mark.parametrize("ids", [{}, {"tvdb": "0"}, {"imdb": "https://www.imdb.com/"}, {"own": "1"}, {"IMDB": ""}])
def test_two_shows_are_not_one_to_a_library(ids: dict[str, str]) -> None:
    first, second = (show_file(about(title, ids)) for title in ("Étoile", "Etoile"))
    assert kodi_ids(first)[1] not in kodi_ids(second)[0].values()
    assert jellyfin_key(first) is jellyfin_key(second) is None


def test_an_episode_without_ids_is_known_by_its_show_season_and_number() -> None:
    catalogue = replace(about("The Show", {"tvdb": "1"}), episodes=(Episode(season=1, number=1, title="A"),))
    assert "uniqueid" not in read("\n".join(nfo(catalogue)["S01E01.nfo"]))


def test_an_episode_has_its_ids_that_have_their_form() -> None:
    ids = {"tmdb": "34", "imdb": "tt0000002", "tvdb": "The Swap", "wikidata": "Q1"}
    catalogue = replace(about("The Show", {}), episodes=(Episode(season=1, number=1, title="A", ids=ids),))
    found = read("\n".join(nfo(catalogue)["S01E01.nfo"]))["uniqueid"]
    assert found == [("tmdb", "34", "true"), ("imdb", "tt0000002", None), ("wikidata", "Q1", None)]
