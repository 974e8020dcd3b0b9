"""Bringing an import into a catalogue: its source, its show, and what would bring errors."""

from datetime import date
from typing import Any

import pytest

from etoile_cli.edit.operations import Add, Operation, Put, intended
from etoile_cli.errors import UsageError
from etoile_cli.importing.imported import Imported
from etoile_cli.importing.into.bringing_in import brought_in
from etoile_cli.importing.into.harmless import without_errors
from etoile_cli.importing.into.same_show import refuse_other_show
from etoile_cli.importing.into.sources import Kept, kept_source

Record = dict[str, Any]

DAY, LATER = date(2021, 3, 4), date(2022, 3, 4)
PAGE = "https://db.example/shows/1"
SOURCE: Record = {"id": "db", "title": "The Ferry", "publisher": "Db", "url": PAGE, "accessed": DAY}
SHOW: Record = {"format": 1, "show": {"title": "The Ferry"}}


class TestSources:
    """An import rests on one record of [[sources]]."""

    def test_a_source_that_is_not_there_is_added(self) -> None:
        assert kept_source([], SOURCE) == Kept("db", [Add("sources", SOURCE)])

    def test_one_of_another_page_leaves_the_id_to_it(self) -> None:
        assert kept_source([{"id": "db", "title": "Other", "url": "https://other.example"}], SOURCE) == Kept(
            "db-2", [Add("sources", {**SOURCE, "id": "db-2"})]
        )

    @pytest.mark.parametrize("url", [PAGE, "http://www.db.example/shows/1/"])
    def test_the_same_page_is_the_same_source_whatever_its_id(self, url: str) -> None:
        there = {"id": "mine", "title": "What I read", "url": url, "accessed": DAY}
        assert kept_source([there], SOURCE) == Kept("mine", [])

    def test_the_page_of_the_same_show_is_whatever_its_address_says_besides(self) -> None:
        there = {"id": "mine", "title": "What I read", "url": "https://www.tvmaze.com/shows/61234", "accessed": DAY}
        page = "https://www.tvmaze.com/shows/61234/the-ferry"
        assert kept_source([there], {**SOURCE, "url": page}).id == "mine"

    def test_of_several_of_one_page_the_one_that_was_read_last_is(self) -> None:
        there = [SOURCE, {**SOURCE, "id": "db-2", "accessed": LATER}, {**SOURCE, "id": "db-3"}]
        assert kept_source(there, SOURCE).id == "db-2"

    def test_without_a_page_the_same_title_of_the_same_publisher_is(self) -> None:
        source = {"id": "nfo", "title": "nfo files"}
        assert kept_source([{"id": "files", "title": "nfo files"}], source) == Kept("files", [])
        assert kept_source([{"id": "nfo", "title": "Others"}], source)[0] == "nfo-2"

    def test_one_that_was_read_again_has_the_later_day(self) -> None:
        there = [SOURCE]
        assert kept_source(there, {**SOURCE, "accessed": LATER}).operations == [Put(("sources", 0), "accessed", LATER)]
        assert kept_source([{**SOURCE, "accessed": LATER}], SOURCE).operations == []

    def test_the_licence_of_its_texts_is_added_to_what_its_note_says(self) -> None:
        there = [{**SOURCE, "note": "Read twice."}]
        assert kept_source(there, {**SOURCE, "note": "Texts: CC BY-SA."}).operations == [
            Put(("sources", 0), "note", "Read twice. Texts: CC BY-SA.")
        ]


class TestOneShow:
    """What is about another show is refused."""

    @pytest.mark.parametrize(
        ("there", "given"),
        [
            ({"title": "Étoile"}, {"title": "etoile"}),
            ({"title": "A", "also_known_as": ["B"]}, {"title": "b"}),
            ({"title": "A", "titles": {"de": "B"}}, {"title": "C", "original_title": "B"}),
            ({"title": "A", "ids": {"imdb": "tt1"}}, {"title": "B", "ids": {"imdb": "tt1"}}),
            ({"title": "A", "ids": {"imdb": "tt1", "tmdb": "2"}}, {"title": "A", "ids": {"imdb": "tt1", "tmdb": "3"}}),
            ({"title": "A"}, {}),
        ],
    )
    def test_shows_that_share_a_title_or_an_id_are_one(self, there: Record, given: Record) -> None:
        refuse_other_show(there, given)

    def test_shows_that_share_nothing_are_two(self) -> None:
        with pytest.raises(UsageError) as caught:
            refuse_other_show({"title": "A"}, {"title": "B"})
        assert caught.value.message == 'this import is about "B", the catalogue about "A"'
        assert caught.value.hint == "if they are one show, say so first: etoile set show also_known_as+=B -c FILE"

    def test_a_remake_has_the_title_and_another_id(self) -> None:
        with pytest.raises(UsageError) as caught:
            refuse_other_show({"title": "A", "ids": {"imdb": "tt1"}}, {"title": "A", "ids": {"imdb": "tt2"}})
        assert caught.value.message == 'two shows are called "A": imdb tt1 and tt2'
        assert caught.value.hint == "if they are one, correct the id first: etoile set show ids.imdb=tt2 -c FILE"


class TestErrors:
    """What would bring an error is left out and told, and everything else comes."""

    def test_a_value_that_is_wrong_is_left_out_with_what_cites_it(self) -> None:
        there = SHOW | {"episodes": [{"season": 1, "number": 1, "title": "One"}]}
        wanted: list[Operation] = [
            Put(("episodes", 0), "through", 0),
            Put(("episodes", 0), "runtime", 50),
            Put(("episodes", 0), "cites", {"through": ["db"], "runtime": ["db"]}),
            Add("sources", SOURCE),
        ]
        kept, told = without_errors(there, wanted, LATER)
        assert told == ['episode "One": through: "through" is 0, and must be more than "number", 1']
        [episode] = intended(there, kept)["episodes"]
        assert episode == {"season": 1, "number": 1, "title": "One", "runtime": 50, "cites": {"runtime": ["db"]}}

    def test_a_film_over_an_episode_that_is_there_is_left_out(self) -> None:
        there = SHOW | {"episodes": [{"season": 1, "number": each, "title": "A"} for each in (1, 2)]}
        wanted: list[Operation] = [Put(("episodes", 0), "through", 2), Add("sources", SOURCE)]
        assert without_errors(there, wanted, LATER) == (
            [Add("sources", SOURCE)],
            ['episode "A": number: S01E02 is in S01E01–E02, the film (episode "A")'],
        )

    def test_of_a_new_record_as_little_goes_as_brings_an_error(self) -> None:
        wanted: list[Operation] = [
            Add("sources", SOURCE),
            Add("crew", {"name": "Jo Ek", "episodes": ["S09E09"], "ids": {"tmdb": "1"}}),
            Add("crew", {"name": " "}),
        ]
        there = SHOW | {"episodes": [{"season": 1, "number": 1, "title": "One"}]}
        kept, told = without_errors(there, wanted, LATER)
        assert [each.partition(": ")[0] for each in told] == ["crew number 2", 'crew "Jo Ek"']
        assert intended(there, kept)["crew"] == [{"name": "Jo Ek", "ids": {"tmdb": "1"}}]

    def test_specials_that_follow_each_other_lose_no_more_than_the_first_place(self) -> None:
        chain = [
            Add("episodes", {"season": 0, "number": each, "title": "A", "follows": f"S00E{each - 1:02}"})
            for each in range(2, 80)
        ]
        kept, told = without_errors(SHOW, [Add("sources", SOURCE), *chain], LATER)
        assert len(told) == 1
        assert [each.get("follows") for each in intended(SHOW, kept)["episodes"]][:2] == [None, "S00E02"]

    def test_an_error_that_is_there_and_less_so_now_keeps_nothing_out(self) -> None:
        there = SHOW | {"crew": [{"name": "Jo Ek", "episodes": ["S01E01", "S01E07"]}]}
        wanted: list[Operation] = [Add("episodes", {"season": 1, "number": 1, "title": "One"})]
        assert without_errors(there, wanted, LATER) == (wanted, [])

    def test_what_others_name_a_record_by_is_not_replaced(self) -> None:
        there = SHOW | {
            "seasons": [{"number": 1, "episodes": 8}],
            "episodes": [{"season": 1, "number": 1, "title": "One"}],
            "crew": [{"name": "Jo Ek", "episodes": ["S01E07"]}],
        }
        wanted: list[Operation] = [Put(("seasons", 0), "episodes", 6), Put(("show",), "genres", ["drama"])]
        kept, told = without_errors(there, wanted, LATER)
        assert kept == wanted[1:]
        assert len(told) == 1

    def test_errors_that_are_there_already_keep_nothing_out(self) -> None:
        there = {"format": 1, "show": {"title": "A", "premiere": LATER, "ended": DAY}}
        wanted: list[Operation] = [Put(("show",), "genres", ["drama"])]
        assert without_errors(there, wanted, LATER) == (wanted, [])


def test_what_was_read_later_is_a_source_of_its_own_if_what_was_read_before_is_kept() -> None:
    """The kept value rests on what the source said on the earlier day, and not on what it says now."""
    show = {"title": "The Ferry", "seasons": 1, "sources": ["db"]}
    there = {"format": 1, "show": show, "sources": [SOURCE]}
    now = {**SOURCE, "accessed": LATER}
    given = Imported({"show": {"title": "The Ferry", "seasons": 2, "genres": ["drama"]}, "sources": [now]}, now)
    done = brought_in(there, given, LATER, prefers_given=False)
    assert done.conflicts == ["show: seasons: 1 is kept, db-2 has 2"]
    after = intended(there, done.operations)
    assert after["show"] == {**show, "genres": ["drama"], "cites": {"genres": ["db-2"]}}
    assert after["sources"] == [SOURCE, {**now, "id": "db-2"}]
    assert brought_in(after, given, LATER, prefers_given=False).operations == []


def test_where_nothing_is_new_not_even_the_source_comes() -> None:
    given = Imported({"show": {"title": "The Ferry"}, "sources": [SOURCE]}, SOURCE)
    assert brought_in(SHOW, given, LATER, prefers_given=False).operations == []


def test_a_source_of_which_nothing_is_left_does_not_come() -> None:
    there = SHOW | {"episodes": [{"season": 1, "number": each, "title": "A"} for each in (1, 2)]}
    data = {"show": {"title": "The Ferry"}, "crew": [{"name": " "}]}
    done = brought_in(there, Imported(data | {"sources": [SOURCE]}, SOURCE), LATER, prefers_given=False)
    assert (done.operations, len(done.left_out)) == ([], 1)


def test_a_source_comes_first_and_with_what_rests_on_it() -> None:
    given = Imported({"show": {"title": "The Ferry", "genres": ["drama"]}, "sources": [SOURCE]}, SOURCE)
    assert brought_in(SHOW, given, LATER, prefers_given=False).operations == [
        Add("sources", SOURCE),
        Put(("show",), "genres", ["drama"]),
        Put(("show",), "cites", {"genres": ["db"]}),
    ]
