"""What an import brings into a catalogue."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from etoile_cli.edit.operations import Add, Put, intended
from etoile_cli.importing.into.merging import Merged, merged
from tests.importing.merges import Record, bring, gained, one

DAY = date(2021, 3, 4)


class TestFilling:
    """What is empty is filled, and cited."""

    def test_a_value_that_is_missing_is_put_and_its_source_named(self) -> None:
        there = {"name": "Ana Ruiz", "character": "Vera", "sources": ["page"]}
        assert one("cast", there, {"name": "Ana Ruiz", "character": "Vera", "role": "captain"}) == {
            **there,
            "role": "captain",
            "cites": {"role": ["db"]},
        }

    def test_what_rests_on_the_source_as_a_whole_names_it_no_second_time(self) -> None:
        there = {"name": "Ana Ruiz", "sources": ["db"]}
        assert one("cast", there, {"name": "Ana Ruiz", "role": "captain"}) == {**there, "role": "captain"}

    def test_a_table_gains_the_keys_that_it_lacks(self) -> None:
        there = {"name": "Ana Ruiz", "ids": {"imdb": "nm0000001"}}
        given = {"name": "Ana Ruiz", "ids": {"imdb": "nm0000001", "tvmaze": "7"}}
        assert one("cast", there, given) == {
            "name": "Ana Ruiz",
            "ids": {"imdb": "nm0000001", "tvmaze": "7"},
            "cites": {"ids": ["db"]},
        }

    def test_a_new_record_names_its_source_and_has_the_order_of_the_model(self) -> None:
        done = bring({}, {"cast": [{"character": "Vera", "name": "Ana Ruiz"}]})
        assert done.operations == [
            Add("cast", {"name": "Ana Ruiz", "character": "Vera", "sources": ["db"]}),
        ]
        [added] = done.operations
        assert isinstance(added, Add)
        assert list(added.record) == ["name", "character", "sources"]

    def test_a_list_that_gains_something_rests_on_those_who_stated_the_rest_as_well(self) -> None:
        there = {"name": "Jo Ek", "roles": ["director"], "sources": ["book"]}
        assert one("crew", there, {"name": "Jo Ek", "roles": ["writer"]})["cites"] == {"roles": ["book", "db"]}

    def test_so_does_a_list_whose_record_rests_on_the_source_already(self) -> None:
        there = {"name": "Jo Ek", "roles": ["director"], "sources": ["db"], "cites": {"roles": ["book"]}}
        assert one("crew", there, {"name": "Jo Ek", "roles": ["writer"]})["cites"] == {"roles": ["book", "db"]}

    def test_a_second_time_nothing_changes(self) -> None:
        there: Record = {"cast": [{"name": "Ana Ruiz", "sources": ["page"]}], "show": {"title": "The Ferry"}}
        given: Record = {
            "show": {"title": "The Ferry", "genres": ["Drama"], "ids": {"tvmaze": "1"}},
            "cast": [{"name": "Ana Ruiz", "character": "Vera"}, {"name": "Jo Ek"}],
            "episodes": [{"season": 1, "number": 1, "title": "One"}],
            "companies": [{"id": "a", "name": "A"}],
        }
        first = merged(there, given, "db", prefers_given=False)
        assert first.operations
        again = merged(intended(there, first.operations), given, "db", prefers_given=False)
        assert again == Merged()


class TestUniting:
    """Lists are united."""

    def test_texts_that_fold_alike_are_the_same(self) -> None:
        there = {"name": "Jo Ek", "roles": ["Director"], "cites": {"roles": ["page"]}}
        assert one("crew", there, {"name": "Jo Ek", "roles": ["director", "writer"]}) == {
            "name": "Jo Ek",
            "roles": ["Director", "writer"],
            "cites": {"roles": ["page", "db"]},
        }

    def test_a_list_that_has_everything_stays(self) -> None:
        there = {"name": "Jo Ek", "roles": ["director", "writer"]}
        assert one("crew", there, {"name": "Jo Ek", "roles": ["WRITER"]}) == there

    @pytest.mark.parametrize(
        ("there", "given", "after"),
        [
            (["S01"], ["S01E02"], ["S01"]),
            (["S01E01-S01E03"], ["S01E02", "S01E04"], ["S01E01-S01E03", "S01E04"]),
            (["S01E01"], ["S01E01"], ["S01E01"]),
        ],
    )
    def test_episodes_are_counted_and_not_compared_as_texts(
        self, there: Sequence[str], given: Sequence[str], after: Sequence[str]
    ) -> None:
        records = {"seasons": [{"number": 1, "episodes": 6}], "crew": [{"name": "Jo Ek", "episodes": there}]}
        done = gained(records, {"crew": [{"name": "Jo Ek", "episodes": given}]})
        assert done["crew"][0]["episodes"] == after

    def test_a_director_is_one_person_under_every_name_that_the_import_knows(self) -> None:
        there = {"episodes": [{"season": 1, "number": 1, "title": "One", "directors": ["Ілля Бондар"]}]}
        given = {
            "crew": [{"name": "Illia Bondar", "aliases": ["Ілля Бондар"]}],
            "episodes": [{"season": 1, "number": 1, "title": "One", "directors": ["Illia Bondar"]}],
        }
        assert gained(there, given)["episodes"] == there["episodes"]

    def test_so_is_one_whose_id_says_so(self) -> None:
        there = {
            "crew": [{"name": "Ілля Бондар", "ids": {"tmdb": "5"}}],
            "episodes": [{"season": 1, "number": 1, "title": "One", "writers": ["Ілля Бондар"]}],
        }
        given = {
            "crew": [{"name": "Illia Bondar", "ids": {"tmdb": "5"}}],
            "episodes": [{"season": 1, "number": 1, "title": "One", "writers": ["Illia Bondar", "Jo Ek"]}],
        }
        done = bring(there, given)
        assert done.operations[0] == Put(("episodes", 0), "writers", ["Ілля Бондар", "Jo Ek"])


class TestDiffering:
    """What differs is kept and told."""

    def test_a_value_that_differs_is_kept_and_told(self) -> None:
        done = bring({"seasons": [{"number": 1, "episodes": 6}]}, {"seasons": [{"number": 1, "episodes": 8}]})
        assert done == Merged([], ["seasons: 1: episodes: 6 is kept, db has 8"], [])

    def test_it_is_replaced_where_the_import_is_preferred_and_nothing_is_told(self) -> None:
        there = {"seasons": [{"number": 1, "episodes": 6, "sources": ["page"], "cites": {"episodes": ["other"]}}]}
        done = gained(there, {"seasons": [{"number": 1, "episodes": 8}]}, prefers_given=True)
        assert done["seasons"] == [{"number": 1, "episodes": 8, "sources": ["page"], "cites": {"episodes": ["db"]}}]

    @pytest.mark.parametrize(
        ("there", "given"),
        [("2021-03", DAY), ("2021", DAY), ("2021", "2021-03")],
    )
    def test_a_date_in_part_is_completed(self, there: Any, given: Any) -> None:
        record = {"season": 1, "number": 1, "title": "One"}
        assert one("episodes", {**record, "released": there}, {**record, "released": given}) == {
            **record,
            "released": given,
            "cites": {"released": ["db"]},
        }

    def test_a_date_that_is_fuller_already_stays(self) -> None:
        record = {"season": 1, "number": 1, "title": "One", "released": DAY}
        assert one("episodes", record, {**record, "released": "2021"}) == record

    def test_a_running_time_within_the_known_ones_agrees(self) -> None:
        assert (
            bring({"show": {"title": "A", "runtime": [50, 60]}}, {"show": {"title": "A", "runtime": 55}}) == Merged()
        )

    def test_an_offer_was_checked_on_the_later_day(self) -> None:
        there = {"service": "Vod", "offer": "rent", "regions": ["US"], "checked": DAY}
        later = date(2022, 1, 1)
        assert one("availability", there, {**there, "checked": later})["checked"] == later
        assert one("availability", {**there, "checked": later}, there)["checked"] == later

    def test_one_of_its_other_names_is_no_conflict(self) -> None:
        there = {"name": "Jo Ek", "aliases": ["Johan Ek"], "ids": {"tvmaze": "1"}}
        assert one("crew", there, {"name": "Johan Ek", "ids": {"tvmaze": "1"}}) == there


class TestUnits:
    """What says something of a value goes with it."""

    def test_what_an_address_leads_to_is_not_said_of_another_address(self) -> None:
        record = {"service": "Vod", "offer": "rent", "regions": ["US"], "checked": DAY}
        there = {**record, "url": "https://vod.example/"}
        done = bring(
            {"availability": [there]},
            {"availability": [{**there, "url": "https://vod.example/7", "url_kind": "page"}]},
        )
        assert done.operations == []

    def test_the_day_of_a_status_goes_with_the_status(self) -> None:
        there = {"show": {"title": "The Ferry", "status": "running", "status_date": DAY, "sources": ["page"]}}
        done = gained(there, {"show": {"title": "The Ferry", "status": "ended"}}, prefers_given=True)
        assert done["show"] == {
            "title": "The Ferry",
            "status": "ended",
            "sources": ["page"],
            "cites": {"status": ["db"]},
        }

    def test_nobody_has_checked_a_region_that_the_import_does_not_name(self) -> None:
        there = {"service": "Vod", "offer": "rent", "regions": ["FR", "US"], "checked": DAY}
        done = bring(
            {"availability": [there]}, {"availability": [{**there, "regions": ["FR"], "checked": date(2022, 1, 1)}]}
        )
        assert done.operations == []


class TestCiting:
    """What is cited is true."""

    def test_a_value_that_is_replaced_rests_on_the_import_alone(self) -> None:
        record = {"number": 1, "episodes": 6, "sources": ["book", "db"]}
        done = gained({"seasons": [record]}, {"seasons": [{"number": 1, "episodes": 8}]}, prefers_given=True)
        assert done["seasons"][0]["cites"] == {"episodes": ["db"]}

    def test_a_title_that_is_replaced_stays_among_the_others_if_the_import_has_it_there(self) -> None:
        given = {"show": {"title": "The Ferry", "also_known_as": ["Ferry"]}}
        there = {"show": {"title": "Ferry"}}
        done = bring(there, given, prefers_given=True)
        after = intended(there, done.operations)
        assert after["show"]["also_known_as"] == ["Ferry"]
        assert bring(after, given, prefers_given=True).operations == []
