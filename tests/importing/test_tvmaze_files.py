"""Which answers are TVmaze's, and which are about one show."""

import pytest
from hypothesis import given

from etoile_cli.errors import CatalogueError, UsageError
from etoile_cli.importing.formats.tvmaze.format import TVMAZE
from etoile_cli.importing.reading.file import File
from tests.importing.json_answers import (
    answer,
    anything,
    broken,
    changed,
    is_made_valid,
    of_tree,
    refusal,
    taken_in,
)
from tests.strategies import examples

WHOLE = "tvmaze/show-with-embedded.json"


PARTS = ("show", "episodes", "seasons", "cast", "crew", "akas", "images")


def test_answers_of_several_files_are_the_same_as_one_with_everything_embedded() -> None:
    apart = taken_in(TVMAZE, *(answer(f"tvmaze/{name}.json") for name in PARTS), texts=True)
    together = taken_in(TVMAZE, answer(WHOLE), texts=True)
    assert apart.data == together.data
    assert apart.left_out == together.left_out


def test_what_several_files_repeat_is_taken_in_once() -> None:
    files = [answer(WHOLE), *(answer(f"tvmaze/{name}.json") for name in PARTS)]
    repeated, once = taken_in(TVMAZE, *files), taken_in(TVMAZE, answer(WHOLE))
    assert (repeated.data, repeated.left_out) == (once.data, once.left_out)
    assert repeated.texts_left.total() == once.texts_left.total() == 3


def test_several_shows_are_refused() -> None:
    message = 'search.json holds several shows: "Harbour Nine", "Harbour Ten"'
    assert refusal(TVMAZE, UsageError, answer("tvmaze/search.json")) == message
    links = {"self": {"href": "https://api.tvmaze.com/shows/7"}}
    other = changed("tvmaze/show.json", name="Seven", url="https://www.tvmaze.com/shows/7/seven", _links=links)
    assert refusal(TVMAZE, UsageError, other, answer("tvmaze/episodes.json")) == (
        'the files hold several shows: "Seven", "Harbour Nine"'
    )


def test_a_search_that_found_one_show_is_that_show() -> None:
    file = answer("tvmaze/search.json")
    del file.tree[1]
    assert taken_in(TVMAZE, file).show["title"] == "Harbour Nine"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {}),
        ({}, {"url": None, "_links": None}),
        ({"url": None, "_links": None}, {}),
        ({}, {"url": "https://example.org/shows/2", "_links": None}),
        ({"url": None, "_links": None, "id": None}, {"url": None, "_links": None, "id": None}),
        ({"url": None, "_links": None, "id": None}, {}),
        ({"externals": None, "url": None, "_links": None}, {"externals": None, "url": None, "_links": None}),
    ],
)
def test_what_a_search_found_is_a_show_each_whatever_it_says(
    first: dict[str, object], second: dict[str, object]
) -> None:
    file = answer("tvmaze/search.json")
    for item, changes in zip(file.tree, (first, second), strict=True):
        item["show"].update(changes)
        item["rank"] = 1
    message = 'search.json holds several shows: "Harbour Nine", "Harbour Ten"'
    assert TVMAZE.recognises(file)
    assert refusal(TVMAZE, UsageError, file) == message
    only = of_tree([dict(reversed(file.tree[0].items()))])
    assert taken_in(TVMAZE, only).show["title"] == "Harbour Nine"


def test_a_show_is_known_by_its_ids_elsewhere_if_its_address_is_another() -> None:
    shows = [
        changed("tvmaze/show.json", url="https://example.org/a", _links={}).tree,
        changed("tvmaze/show.json", url=None, _links=None, id=2).tree,
    ]
    assert (
        refusal(TVMAZE, UsageError, of_tree(shows))
        == 'answer.json holds several shows: "Harbour Nine", "Harbour Nine"'
    )
    assert taken_in(TVMAZE, of_tree(shows[0])).show["title"] == "Harbour Nine"


def test_what_another_service_found_is_no_answer() -> None:
    assert not TVMAZE.recognises(of_tree([{"score": 1, "show": {"title": "A", "ids": {"trakt": 1}}}]))


def test_answers_without_a_show_or_its_title_are_refused() -> None:
    assert refusal(TVMAZE, CatalogueError, answer("tvmaze/cast.json")) == "cast.json: tells of no show"
    assert refusal(TVMAZE, CatalogueError, changed("tvmaze/show.json", name=" ")) == "show.json: the show has no title"


@pytest.mark.parametrize(
    "tree",
    [{}, [], None, "a", {"name": "X"}, [{"name": "X", "country": "DE"}], {"url": "https://example.org/shows/1"}],
)
def test_what_is_no_answer_is_not_recognised(tree: object) -> None:
    assert not TVMAZE.recognises(of_tree(tree))


@examples(400)
@given(broken(WHOLE), broken("tvmaze/episode-with-guests.json"), anything)
def test_no_broken_answer_makes_a_wrong_catalogue(whole: File, guests: File, tree: object) -> None:
    is_made_valid(TVMAZE, whole, guests)
    is_made_valid(TVMAZE, of_tree(tree))
