"""Ids elsewhere: which have the form of their scheme, what was meant by the others, which programs get."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.catalogue.id_schemes import SCHEMES
from etoile_cli.catalogue.schemes import id_meant, is_id, page_of, scheme_key, scheme_name, scheme_of, valid_ids
from etoile_cli.catalogue.vocabulary import IdKind
from tests.strategies import texts, thorough

EIDR = "10.5240/0123-4567-89AB-CDEF-0123-Z"
SHOW, PERSON, EPISODE = SCHEMES

WHOLE = {
    "imdb": ["tt0000001", "tt12345678"],
    "tmdb": ["1", "1399"],
    "tvdb": ["121361"],
    "tvmaze": ["82"],
    "eidr": [EIDR],
    "wikidata": ["Q1", "Q23572"],
}
NO_ID = [
    "",
    " ",
    "0",
    "-1",
    "00",
    "x",
    "n/a",
    "tt1",
    "tt0000000",
    "Q0",
    "1\n",
    " 1",
    "1.0",
    "\u0661",
    "10.5240/",
    "nm0000001",
]


def test_an_id_has_the_form_of_its_scheme() -> None:
    for key, ids in WHOLE.items():
        assert [id_ for id_ in [*ids, SCHEMES[SHOW][key].example] if not is_id(SHOW, key, id_)] == []
        assert [id_ for id_ in NO_ID if is_id(SHOW, key, id_)] == []
        page = page_of(SHOW, key, ids[0])
        assert page is not None
        assert ids[0] in page
    assert page_of(SHOW, "tvdb", "0") is page_of(SHOW, "own", "1") is None


def test_a_name_in_an_address_is_an_id_unless_it_says_that_none_is_known() -> None:
    ids = ["etoile", "the_show", "24", "the-show-2", "none", "0", "tbd", "The Show", "the_show/s01", ""]
    assert [id_ for id_ in ids if is_id(SHOW, "rottentomatoes", id_)] == ["etoile", "the_show", "24", "the-show-2"]
    assert page_of(SHOW, "rottentomatoes", "the_show") == "https://www.rottentomatoes.com/tv/the_show"


@pytest.mark.parametrize("id_", ["1", "a", "é", "-2", "a=b;c", "https://example.org/", "0.1", "nobody"])
def test_an_id_of_an_unknown_scheme_is_what_says_something(id_: str) -> None:
    assert is_id(SHOW, "own", id_)


@pytest.mark.parametrize(
    "id_", ["", " ", "0", "000", "-", "?", "-1", "none", "NULL", "n/a", "N/A", "nil", "unknown", "TBA", "tbd", "todo"]
)
def test_a_placeholder_is_no_id_of_any_scheme(id_: str) -> None:
    assert not is_id(SHOW, "own", id_)


@pytest.mark.parametrize(
    ("key", "right", "name"),
    [
        ("imdb", "imdb", "IMDb"),
        ("IMDb", "imdb", "IMDb"),
        (" imdb ", "imdb", "IMDb"),
        ("imdb_id", "imdb", "IMDb"),
        ("tmdbid", "tmdb", "TMDB"),
        ("themoviedb", "tmdb", "TMDB"),
        ("TheTVDB", "tvdb", "TheTVDB"),
        ("wikidata-id", "wikidata", "Wikidata"),
        ("Rotten Tomatoes", "rottentomatoes", "Rotten Tomatoes"),
        ("own", "own", "own"),
        (" My  Own ", "My Own", " My  Own "),
        ("id", "id", "id"),
    ],
)
def test_a_scheme_is_known_however_it_is_spelt(key: str, right: str, name: str) -> None:
    assert (scheme_key(key), scheme_name(key)) == (right, name)


@pytest.mark.parametrize(
    ("key", "text", "id_"),
    [
        ("imdb", "https://www.imdb.com/title/tt0000001/", "tt0000001"),
        ("imdb", "https://m.imdb.com/title/tt0000001/episodes?ref_=1234567", "tt0000001"),
        ("imdb", "TT0000001", "tt0000001"),
        ("imdb", " tt0000001\n", "tt0000001"),
        ("imdb", "0000001", "tt0000001"),
        ("imdb", "tt0000001, tt0000002", ""),
        ("imdb", "https://www.imdb.com/name/nm0000001/", ""),
        ("imdb", "tt0000000", ""),
        ("imdb", "tt123", ""),
        ("tmdb", "https://www.themoviedb.org/tv/1399-game-of-thrones", "1399"),
        ("tmdb", "1399-game-of-thrones", "1399"),
        ("tmdb", "tmdb:1399", "1399"),
        ("tmdb", "01399", "1399"),
        ("tmdb", "https://www.themoviedb.org/movie/1399", ""),
        ("tmdb", "-1", ""),
        ("tvdb", "https://www.thetvdb.com/dereferrer/series/121361", "121361"),
        ("tvdb", "https://thetvdb.com/?tab=series&id=121361&lid=7", "121361"),
        ("tvdb", "https://thetvdb.com/?tab=episode&seriesid=1&seasonid=2&id=3", ""),
        ("tvdb", "https://thetvdb.com/series/24", ""),  # the show called 24
        ("tvdb", "tt0000001", ""),
        ("tvmaze", "https://www.tvmaze.com/shows/82/game-of-thrones", "82"),
        ("eidr", f"https://doi.org/{EIDR.lower()}", EIDR),
        ("eidr", "urn:eidr:10.5240:0123-4567-89AB-CDEF-0123-Z", EIDR),
        ("eidr", "0123-4567-89AB-CDEF-0123-Z", EIDR),
        ("rottentomatoes", "https://www.rottentomatoes.com/tv/the_show/s01", "the_show"),
        ("rottentomatoes", "tv/the_show", "the_show"),
        ("rottentomatoes", "The_Show", "the_show"),
        ("rottentomatoes", "https://www.rottentomatoes.com/m/the_show", ""),
        ("rottentomatoes", "The Show", ""),
        ("rottentomatoes", "n/a", ""),
        ("wikidata", "http://www.wikidata.org/entity/Q42", "Q42"),
        ("wikidata", "q42", "Q42"),
        ("wikidata", "Q0", ""),
        ("wikidata", "Q42 or Q43", ""),
    ],
)
def test_what_was_meant_is_guessed_where_it_is_clear(key: str, text: str, id_: str) -> None:
    assert id_meant(SCHEMES[SHOW][key], text) == id_


ALL = [(kind, key) for kind, schemes in SCHEMES.items() for key in schemes]
BEGINNINGS = ["", "tt000000", "https://www.imdb.com/title/tt0000001", "tv/", "Q", "shows/0", "10.5240/", f"{EIDR} "]


@thorough
@given(st.sampled_from(ALL), st.sampled_from(BEGINNINGS), texts, st.sampled_from(["", "1", "/2"]))
def test_what_is_guessed_has_the_form(scheme: tuple[IdKind, str], beginning: str, text: str, end: str) -> None:
    kind, key = scheme
    guess = id_meant(SCHEMES[kind][key], f"{beginning}{text}{end}")
    assert not guess or is_id(kind, key, guess)


@pytest.mark.parametrize(
    ("kind", "key", "id_", "page"),
    [
        (PERSON, "imdb", "nm0000001", "https://www.imdb.com/name/nm0000001/"),
        (PERSON, "tmdb", "12", "https://www.themoviedb.org/person/12"),
        (PERSON, "tvdb", "12", "https://www.thetvdb.com/people/12"),
        (PERSON, "tvmaze", "12", "https://www.tvmaze.com/people/12"),
        (PERSON, "wikidata", "Q12", "https://www.wikidata.org/wiki/Q12"),
        (PERSON, "eidr", "anything", None),  # it has no people
        (EPISODE, "imdb", "tt0000001", "https://www.imdb.com/title/tt0000001/"),
        (EPISODE, "tmdb", "12", None),  # its pages need the show
        (EPISODE, "tvdb", "12", "https://www.thetvdb.com/dereferrer/episode/12"),
        (EPISODE, "tvmaze", "12", "https://www.tvmaze.com/episodes/12"),
        (EPISODE, "eidr", EIDR, f"https://doi.org/{EIDR}"),
        (EPISODE, "wikidata", "Q12", "https://www.wikidata.org/wiki/Q12"),
    ],
)
def test_a_person_and_an_episode_have_ids_and_pages_of_their_own(
    kind: IdKind, key: str, id_: str, page: str | None
) -> None:
    assert is_id(kind, key, id_)
    assert page_of(kind, key, id_) == page


@pytest.mark.parametrize(
    ("kind", "key", "id_"),
    [
        (SHOW, "imdb", "nm0000001"),
        (PERSON, "imdb", "tt0000001"),
        (EPISODE, "imdb", "nm0000001"),
        (EPISODE, "tmdb", "x"),
    ],
)
def test_an_id_of_another_kind_is_none(kind: IdKind, key: str, id_: str) -> None:
    assert not is_id(kind, key, id_)
    assert page_of(kind, key, id_) is None
    assert valid_ids(kind, {key: id_}) == {}


@pytest.mark.parametrize(
    ("kind", "key", "text", "id_"),
    [
        (PERSON, "imdb", "https://www.imdb.com/name/nm0000001/bio", "nm0000001"),
        (PERSON, "imdb", "0000001", "nm0000001"),
        (PERSON, "imdb", "https://www.imdb.com/title/tt0000001/", ""),
        (PERSON, "tmdb", "https://www.themoviedb.org/person/12-luke-kirby", "12"),
        (PERSON, "tmdb", "https://www.themoviedb.org/tv/12", ""),
        (PERSON, "tvmaze", "https://www.tvmaze.com/people/12/luke-kirby", "12"),
        (PERSON, "tvdb", "https://thetvdb.com/people/12", "12"),
        (EPISODE, "tvdb", "https://thetvdb.com/series/etoile/episodes/12", "12"),
        (EPISODE, "tvdb", "https://thetvdb.com/dereferrer/episode/12", "12"),
        (EPISODE, "tvmaze", "https://www.tvmaze.com/episodes/12/etoile-1x01", "12"),
        (EPISODE, "tmdb", "tmdb:12", "12"),
    ],
)
def test_what_was_meant_is_guessed_for_a_person_and_an_episode(kind: IdKind, key: str, text: str, id_: str) -> None:
    scheme = scheme_of(kind, key)
    assert scheme
    assert id_meant(scheme, text) == id_


@pytest.mark.parametrize(
    ("ids", "true"),
    [
        ({}, {}),
        ({"imdb": "https://www.imdb.com/title/tt0000001/", "tvdb": "0", "own": "-"}, {}),
        ({"own": "1", "imdb": "tt0000001"}, {"own": "1", "imdb": "tt0000001"}),
        ({"IMDB": "tt0000001", "tmdb_id": "2"}, {"imdb": "tt0000001", "tmdb": "2"}),
        ({"IMDB": "tt0000001", "imdb": "tt0000002"}, {"imdb": "tt0000002"}),
        ({"IMDB": "tt0000001", "imdb": "tt2"}, {"imdb": "tt0000001"}),
        ({"Own": "0", "own": "1", "OWN": "2"}, {"own": "1"}),
        ({"": "1", " ": "2", " a\n b ": "3"}, {"a b": "3"}),
    ],
)
def test_programs_are_told_one_id_of_a_scheme_and_none_without_its_form(
    ids: dict[str, str], true: dict[str, str]
) -> None:
    assert list(valid_ids(SHOW, ids).items()) == list(true.items())
