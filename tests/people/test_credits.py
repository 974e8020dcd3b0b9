"""Who is credited with what in a catalogue."""

import pickle
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import pytest

from etoile_cli.catalogue.enumerations import AwardResult, Billing
from etoile_cli.catalogue.reader import parse
from etoile_cli.people.credit import Credit, Honour, Part, Role, Run
from etoile_cli.people.credits import credits_of
from etoile_cli.people.person import Person, joined
from tests.shows.shows import NAMES, catalogue_of, data_of, records_in
from tests.work import lines_executed

FERRY = b"""\
format = 1
show = { title = "The Ferry" }
creators = [{ name = "Jo Marsh", aliases = ["J. Marsh"], roles = ["creator", "writer"], known_for = ["The Pier"] }]
crew = [{ name = "Mei Tanaka" }]
episodes = [
  { season = 1, number = 1, through = 2, title = "Out", directors = ["Ana Ruiz"], writers = ["Jo Marsh"] },
  { season = 1, number = 3, title = "Home", directors = ["Ana Ruiz", "Mei Tanaka"] },
]

[[cast]]
name = "Ana Ruiz"
sort_name = "Ruiz, Ana"
character = "Vera Holm"
role = "pilot"
billing = "guest"
profession = "sailor"
episodes = ["S01E01", "S01E03", "S02E02-S02E01"]
ids = { imdb = "nm0000001" }

[[awards]]
award = "Golden Mast 2025"
category = "Directing"
recipients = ["Ana Ruiz", "The Ferry Company"]
result = "won"
episodes = ["S01E03"]

[[sources]]
id = "book"
title = "A Book"
authors = ["Nobody of the Show"]
"""
HOME = (Run("S01E03", (1, 3), (1, 3)),)
BOTH = (Run("S01E01–S01E03", (1, 1), (1, 3)),)


def test_every_mention_of_a_person_is_a_credit_in_the_order_of_the_catalogue() -> None:
    show, award = "The Ferry", Honour("Golden Mast 2025", "Directing", AwardResult.WON, ("S01E03",), "The Ferry")
    assert credits_of(show, parse(FERRY)) == [
        Credit(
            "Jo Marsh",
            show,
            "creators",
            1,
            aliases=("J. Marsh",),
            known_for=("The Pier",),
            roles=(Role("creator", "creators", (), show), Role("writer", "creators", (), show)),
        ),
        Credit("Mei Tanaka", show, "crew", 1, roles=(Role(None, "crew", (), show),)),
        Credit(
            "Ana Ruiz",
            show,
            "cast",
            1,
            sort_name="Ruiz, Ana",
            profession="sailor",
            ids={"imdb": "nm0000001"},
            parts=(Part("Vera Holm", "pilot", Billing.GUEST, ("S01E01", "S01E03", "S02E02-S02E01"), show),),
            runs=(*BOTH, Run("S02E02-S02E01", (100_000, 0), (100_000, 0))),
        ),
        Credit(
            "Ana Ruiz",
            show,
            "episodes",
            roles=(Role("director", "episodes", ("S01E01-S01E02", "S01E03"), show),),
            runs=BOTH,
        ),
        Credit(
            "Jo Marsh",
            show,
            "episodes",
            roles=(Role("writer", "episodes", ("S01E01-S01E02",), show),),
            runs=(Run("S01E01–E02", (1, 1), (1, 2)),),
        ),
        Credit("Mei Tanaka", show, "episodes", roles=(Role("director", "episodes", ("S01E03",), show),), runs=HOME),
        Credit("Ana Ruiz", show, "awards", 1, awards=(award,), runs=HOME),
        Credit("The Ferry Company", show, "awards", 1, awards=(award,), runs=HOME),
    ]


def test_a_catalogue_without_people_has_no_credits() -> None:
    assert credits_of("x", parse(b'format = 1\nshow = { title = "x" }')) == []


def test_credits_go_through_pickle_and_message_pack() -> None:
    credits_ = [each for name in NAMES for each in credits_of(name, catalogue_of(name))]
    assert pickle.loads(pickle.dumps(credits_)) == credits_
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(credits_), type=list[Credit]) == credits_


def _named(name: str) -> Iterator[str]:
    """Yield every name of a person in a file."""
    data = data_of(name)
    for section in ("creators", "crew", "cast"):
        for record in records_in(data, section):
            yield from [record["name"], *record.get("aliases", ())]
    for section, keys in (("episodes", ("directors", "writers")), ("awards", ("recipients",))):
        yield from (each for record in records_in(data, section) for key in keys for each in record.get(key, ()))


def _forms(people: Sequence[Person]) -> list[str]:
    return [form for person in people for form in (person.name, *person.aliases)]


@pytest.mark.parametrize("name", NAMES)
def test_everybody_in_an_invented_show_is_there_once_with_all_parts_and_awards(name: str) -> None:
    people, data = joined(credits_of(name, catalogue_of(name))), data_of(name)
    forms = _forms(people)
    assert sorted(forms) == sorted(set(_named(name)))
    parts = [part.character for person in people for part in person.parts]
    assert sorted(map(str, parts)) == sorted(str(each.get("character")) for each in records_in(data, "cast"))
    awards = [award for person in people for award in person.awards]
    assert len(awards) == sum(len(each.get("recipients", ())) for each in records_in(data, "awards"))


@pytest.mark.parametrize("name", NAMES)
def test_everybody_did_something_and_no_role_is_there_twice(name: str) -> None:
    for person in joined(credits_of(name, catalogue_of(name))):
        assert [*person.parts, *person.roles, *person.awards]
        roles = [(role.role, role.section) for role in person.roles]
        assert len(roles) == len(set(roles))


def _of_many_episodes(number: int) -> Any:
    episodes = "".join(
        f'[[episodes]]\nseason = 1\nnumber = {at}\ntitle = "E"\ndirectors = ["D{at % 7}"]\n' for at in range(number)
    )
    parts = "".join(f'[[cast]]\nname = "P{at}"\nepisodes = ["S01E01-S01E{number}"]\n' for at in range(number))
    return parse(f'format = 1\nshow = {{ title = "x" }}\n{episodes}{parts}'.encode())


def test_twice_the_records_take_twice_the_work() -> None:
    less, more = map(_of_many_episodes, (300, 600))
    assert lines_executed(lambda: credits_of("x", more)) / lines_executed(lambda: credits_of("x", less)) < 2.2
