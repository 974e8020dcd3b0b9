"""Which records of a catalogue the imported ones are."""

import pytest

from etoile_cli.edit.operations import Add, Put
from etoile_cli.importing.into.merging import Merged
from tests.importing.merges import bring, gained, one


class TestMeeting:
    """Records meet by ids, then by identity, then by folded names."""

    def test_an_episode_meets_by_its_id_though_it_is_numbered_otherwise(self) -> None:
        there = {"season": 1, "number": 2, "title": "Two", "ids": {"tvmaze": "20"}}
        done = bring(
            {"episodes": [there]}, {"episodes": [{"season": 1, "number": 3, "title": "Two", "ids": {"tvmaze": "20"}}]}
        )
        assert done.conflicts == ["episodes: S01E02 Two: number: 2 is kept, db has 3"]
        assert done.operations == []

    def test_a_person_meets_by_the_id_whatever_the_spelling(self) -> None:
        there = {"name": "Иван Петров", "character": "Vera", "ids": {"tmdb": "5"}}
        done = bring({"cast": [there]}, {"cast": [{"name": "Ivan Petrov", "character": "Vera", "ids": {"tmdb": "5"}}]})
        assert done.conflicts == ['cast: Иван Петров (Vera): name: "Иван Петров" is kept, db has "Ivan Petrov"']
        assert done.operations == []

    def test_a_person_meets_by_the_folded_name(self) -> None:
        there = {"name": "Lou de Laâge", "character": "Vera"}
        done = bring({"cast": [there]}, {"cast": [{"name": "lou de laage", "character": "VERA", "role": "captain"}]})
        assert next(each for each in done.operations if isinstance(each, Put)) == Put(("cast", 0), "role", "captain")
        assert not [each for each in done.operations if isinstance(each, Add)]

    def test_a_person_meets_by_a_name_that_only_the_import_knows(self) -> None:
        there = {"name": "Олена Ткач", "character": "Марта"}
        given = {"name": "Olena Tkach", "aliases": ["Олена Ткач"], "character": "Marta", "ids": {"tmdb": "7"}}
        done = bring({"cast": [there]}, {"cast": [given]})
        assert [each for each in done.operations if isinstance(each, Add)] == []
        assert Put(("cast", 0), "ids", {"tmdb": "7"}) in done.operations

    def test_a_special_is_no_episode_of_the_same_title(self) -> None:
        there = {"season": 1, "number": 1, "title": "Pilot"}
        given = {"season": 0, "number": 1, "title": "Pilot", "runtime": 5}
        done = gained({"episodes": [there]}, {"episodes": [given]})
        assert done["episodes"] == [there, {**given, "sources": ["db"]}]

    def test_a_name_that_is_another_name_of_somebody_else_makes_them_no_one_person(self) -> None:
        there = {"name": "李伟", "aliases": ["Li Wei"], "ids": {"imdb": "nm0000003"}}
        given = {"name": "Li Wei", "character": "Nils", "ids": {"imdb": "nm0000004"}}
        done = gained({"cast": [there]}, {"cast": [given]})
        assert done["cast"] == [there, {**given, "sources": ["db"]}]

    def test_two_people_of_whom_one_has_the_name_of_the_other_besides_are_two_in_lists(self) -> None:
        crew = [{"name": "Sam Lee", "aliases": ["Sam"]}, {"name": "Sam"}]
        episode = {"season": 1, "number": 1, "title": "One"}
        there = {"crew": crew, "episodes": [{**episode, "directors": ["Sam Lee"]}]}
        done = gained(there, {"episodes": [{**episode, "directors": ["Sam"]}]})
        assert done["episodes"][0]["directors"] == ["Sam Lee", "Sam"]

    def test_two_reviews_of_one_outlet_are_two(self) -> None:
        there = {"outlet": "The Paper", "kind": "review", "verdict": "Good."}
        given = {"outlet": "The Paper", "kind": "review", "verdict": "Bad.", "url": "https://paper.example/2"}
        done = gained({"reception": [there]}, {"reception": [given]})
        assert done["reception"] == [there, {**given, "sources": ["db"]}]

    def test_two_places_of_one_name_in_two_countries_are_two(self) -> None:
        there = {"name": "Harbour", "country": "FR"}
        done = gained({"settings": [there]}, {"settings": [{"name": "Harbour", "country": "GB"}]})
        assert len(done["settings"]) == 2

    def test_a_video_is_the_same_at_every_address_that_it_has(self) -> None:
        there = {"title": "Trailer", "url": "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=5"}
        given = {"title": "Trailer", "url": "https://youtu.be/dQw4w9WgXcQ", "kind": "trailer"}
        done = bring({"trailers": [there]}, {"trailers": [given]})
        assert done.operations[0] == Put(("trailers", 0), "kind", "trailer")
        assert done.conflicts == []

    def test_what_is_known_of_a_person_comes_to_the_first_of_several_parts(self) -> None:
        there = [{"name": "Jo Ek", "character": "A"}, {"name": "Jo Ek", "character": "B"}]
        done = gained({"cast": there}, {"cast": [{"name": "Jo Ek", "ids": {"tmdb": "1"}}]})
        assert done["cast"] == [{**there[0], "ids": {"tmdb": "1"}, "cites": {"ids": ["db"]}}, there[1]]

    def test_people_of_one_name_are_two_if_their_ids_say_so(self) -> None:
        there = {"name": "Jo Ek", "ids": {"tmdb": "1"}}
        done = gained({"crew": [there]}, {"crew": [{"name": "Jo Ek", "ids": {"tmdb": "2"}}]})
        assert done["crew"] == [there, {"name": "Jo Ek", "ids": {"tmdb": "2"}, "sources": ["db"]}]

    def test_each_part_of_an_actor_meets_its_own(self) -> None:
        there = [{"name": "Jo Ek", "character": "A"}, {"name": "Jo Ek", "character": "B"}]
        given = [{"name": "Jo Ek", "character": "B", "role": "b"}, {"name": "Jo Ek", "character": "A", "role": "a"}]
        done = gained({"cast": there}, {"cast": given})
        assert [each["role"] for each in done["cast"]] == ["a", "b"]

    def test_the_only_part_of_an_actor_is_the_only_one_that_is_imported(self) -> None:
        done = bring(
            {"cast": [{"name": "Jo Ek", "character": "Captain Vera Holm"}]},
            {"cast": [{"name": "Jo Ek", "character": "Vera"}]},
        )
        assert done.operations == []
        assert done.conflicts == [
            'cast: Jo Ek (Captain Vera Holm): character: "Captain Vera Holm" is kept, db has "Vera"'
        ]

    def test_a_part_that_may_be_one_of_several_is_left_out_and_told(self) -> None:
        there = [{"name": "Jo Ek", "character": "A"}, {"name": "Jo Ek", "character": "B"}]
        done = bring({"cast": there}, {"cast": [{"name": "Jo Ek", "role": "captain"}]})
        assert done == Merged([], [], ["cast: Jo Ek: may be any of Jo Ek (A) and Jo Ek (B)"])

    def test_a_second_part_is_new_beside_the_one_that_is_there(self) -> None:
        there = [{"name": "Jo Ek", "character": "A"}]
        done = gained({"cast": there}, {"cast": [*there, {"name": "Jo Ek", "character": "B"}]})
        assert done["cast"] == [*there, {"name": "Jo Ek", "character": "B", "sources": ["db"]}]

    def test_a_company_keeps_its_id_and_parts_refer_to_it(self) -> None:
        done = gained(
            {"companies": [{"id": "line", "name": "The Line"}]},
            {
                "companies": [{"id": "the-line", "name": "The Line"}, {"id": "line", "name": "Line"}],
                "cast": [{"name": "Jo Ek", "company": "the-line"}, {"name": "Ana Ruiz", "company": "line"}],
            },
        )
        assert [each["id"] for each in done["companies"]] == ["line", "line-2"]
        assert [each["company"] for each in done["cast"]] == ["line", "line-2"]

    def test_parts_of_one_actor_that_are_there_keep_what_is_plainly_another_apart(self) -> None:
        there = [{"name": "Jo Ek", "character": "Old Ann"}]
        given = [{"name": "Jo Ek", "character": "Older Ann"}, {"name": "Jo Ek", "character": "Third"}]
        done = bring({"cast": there}, {"cast": given})
        assert done.operations == [Add("cast", {**given[1], "sources": ["db"]})]
        assert done.conflicts == ['cast: Jo Ek (Old Ann): character: "Old Ann" is kept, db has "Older Ann"']

    def test_people_of_one_name_and_one_character_are_two_if_their_ids_say_so(self) -> None:
        there = {"name": "Kim Lee", "character": "Bo", "ids": {"tmdb": "99"}}
        given = [{"name": "Kim Lee", "character": "Bo", "ids": {"tmdb": "98"}}, there]
        done = gained({"cast": [there]}, {"cast": given})
        assert done["cast"] == [there, {**given[0], "sources": ["db"]}]

    def test_namesakes_who_are_both_there_meet_their_own(self) -> None:
        there = [{"name": "Cr", "ids": {"tmdb": "500"}}, {"name": "Cr", "ids": {"tmdb": "5"}}]
        assert gained({"creators": there}, {"creators": [there[1]]})["creators"] == there

    def test_films_of_other_lengths_complete_each_other_in_nothing(self) -> None:
        film = {"season": 1, "number": 1, "through": 2, "title": "Both", "ids": {"tvmaze": "5"}}
        single = {"season": 1, "number": 1, "title": "The first", "runtime": 50}
        for there, given, told in (
            (film, single, "episodes: S01E01 Both: this is S01E01–E02, the import has S01E01"),
            (single, film, "episodes: S01E01 The first: this is S01E01, the import has S01E01–E02"),
        ):
            for prefers in (False, True):
                done = bring({"episodes": [there]}, {"episodes": [given]}, prefers_given=prefers)
                assert done == Merged([], [told], [])

    def test_a_film_without_an_end_takes_no_time(self) -> None:
        film = {"season": 1, "number": 1, "through": 9_999_999, "title": "Both"}
        assert bring({"episodes": [film]}, {"episodes": [{"season": 1, "number": 2, "title": "B"}]}).conflicts == []

    def test_no_name_comes_to_the_others_that_the_record_has_elsewhere(self) -> None:
        there = {"title": "The Ferry", "original_title": "Το φέρι", "titles": {"de": "Die Fähre"}}
        given = {"title": "The Ferry", "also_known_as": ["Die Fahre", "το φερι", "the ferry", "Ferry"]}
        assert gained({"show": there}, {"show": given})["show"]["also_known_as"] == ["Ferry"]

    def test_spellings_that_fold_alike_are_no_difference(self) -> None:
        there = {"name": "José García", "character": "ANA"}
        assert one("cast", there, {"name": "Jose Garcia", "character": "Ana"}) == there

    def test_a_part_of_a_film_is_not_added(self) -> None:
        film = {"season": 1, "number": 1, "through": 2, "title": "Both"}
        done = bring({"episodes": [film]}, {"episodes": [{"season": 1, "number": 2, "title": "The second"}]})
        assert done == Merged([], ["episodes: S01E02 The second: is a part of S01E01–E02, which is kept"], [])


@pytest.mark.parametrize("number", [0, 1])
def test_many_parts_of_one_actor_take_no_square_of_the_time(number: int) -> None:
    """Comparing each of ten thousand with each would take minutes."""
    there = [{"name": "Jo Ek", "character": f"Part {each}"} for each in range(10_000)]
    given = [{"name": "Jo Ek", "character": f"Part {each + number * 20_000}"} for each in range(10_000)]
    done = bring({"cast": there}, {"cast": given})
    assert (done.operations, len(done.unclear)) == ([], number * 10_000)
