import pytest
from hypothesis import given

from etoile_cli.errors import CatalogueError, UsageError
from etoile_cli.importing.formats.tmdb.format import TMDB
from etoile_cli.importing.reading.file import File
from tests.importing.json_answers import (
    answer,
    anything,
    broken,
    changed,
    is_made_valid,
    left,
    of_tree,
    refusal,
    taken_in,
)
from tests.strategies import examples

WHOLE = "tmdb/tv-with-appended.json"
APPENDED = (
    "aggregate-credits",
    "content-ratings",
    "alternative-titles",
    "translations",
    "keywords",
    "external-ids",
    "videos",
    "watch-providers",
)


def test_answers_of_several_files_are_the_same_as_appended_ones() -> None:
    whole = answer(WHOLE)
    del whole.tree["credits"], whole.tree["images"]
    names = ("tv", "season-1", *APPENDED)
    apart = taken_in(TMDB, *(answer(f"tmdb/{name}.json") for name in names), texts=True)
    together = taken_in(TMDB, whole, texts=True)
    assert (apart.data, apart.left_out) == (together.data, together.left_out)


def test_what_several_files_repeat_is_taken_in_once() -> None:
    files = [answer(WHOLE), *(answer(f"tmdb/{name}.json") for name in ("tv", "season-1", *APPENDED))]
    repeated, once = taken_in(TMDB, *files), taken_in(TMDB, answer(WHOLE))
    assert (repeated.data, repeated.left_out) == (once.data, once.left_out)
    assert left(*files[1:]) == []
    assert repeated.texts_left.total() == once.texts_left.total() == 4


def test_a_value_that_two_answers_about_the_show_say_differently_stays_in_the_other() -> None:
    other = of_tree(changed("tmdb/tv.json", name="Die Nachtlampe").tree, "de.json")
    assert taken_in(TMDB, answer(WHOLE), other).show["title"] == "The Night Lamp"
    assert left(other) == ["name"]


def test_an_answer_of_its_own_is_emptied_as_if_it_were_appended() -> None:
    files = [answer("tmdb/tv.json"), *(answer(f"tmdb/{name}.json") for name in APPENDED)]
    taken_in(TMDB, *files)
    assert left(*files[1:]) == []


def test_what_an_episode_repeats_of_the_show_and_its_season_is_dropped() -> None:
    file, episode = answer(WHOLE), answer("tmdb/season-1-episode-2.json")
    taken_in(TMDB, file, episode)
    paths = left(file, episode)
    assert [path for path in paths if "show_id" in path or "credits.cast[].name" in path] == []


def test_several_shows_are_refused() -> None:
    other = of_tree(changed("tmdb/tv.json", id=5, name="Five").tree, "other.json")
    assert refusal(TMDB, UsageError, answer("tmdb/tv.json"), other) == (
        'the files hold several shows: tv.json "The Night Lamp", other.json "Five"'
    )
    message = 'the files hold several shows: season-1.json is not of "Five"'
    assert refusal(TMDB, UsageError, other, answer("tmdb/season-1.json")) == message


def test_answers_without_a_show_or_its_title_are_refused() -> None:
    assert refusal(TMDB, CatalogueError, answer("tmdb/season-1.json")) == "season-1.json: tells of no show"
    assert refusal(TMDB, CatalogueError, changed("tmdb/tv.json", name="")) == "tv.json: the show has no title"


@pytest.mark.parametrize(
    "tree", [{}, [], None, "a", {"id": 1, "results": []}, {"id": 1, "original_title": "A Film", "runtime": 90}]
)
def test_what_is_no_answer_is_not_recognised(tree: object) -> None:
    assert not TMDB.recognises(of_tree(tree))


@examples(400)
@given(broken(WHOLE), broken("tmdb/season-1-episode-2.json"), broken("tmdb/season-1.json"), anything)
def test_no_broken_answer_makes_a_wrong_catalogue(whole: File, episode: File, season: File, tree: object) -> None:
    is_made_valid(TMDB, whole, episode, season)
    is_made_valid(TMDB, of_tree(tree))
