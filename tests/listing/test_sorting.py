from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.catalogue.enumerations import Billing, OfferKind, SettingUse
from etoile_cli.catalogue.episodes import Episode
from etoile_cli.catalogue.model import Offer
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import CastMember, Company, Setting
from etoile_cli.errors import UsageError
from etoile_cli.listing.columns import columns_of
from etoile_cli.listing.sorting import SortValue, sort_key, sort_records
from etoile_cli.text.dates import Date, PartialDate
from tests.strategies import sections_with_records, thorough


def names(records: Sequence[CastMember]) -> str:
    return " ".join(record.name for record in records)


def by_name(section: str, records: Sequence[CastMember], *keys: str) -> str:
    return names(sort_records(section, records, keys))


@pytest.mark.parametrize(
    ("keys", "order"),
    [
        ([], "D É A ß B"),
        (["name"], "A B D É ß"),
        (["-name"], "ß É D B A"),
        # As declared: main, recurring, guest; absent last both ways.
        (["billing"], "É ß D A B"),
        (["-billing"], "D A É ß B"),
        (["billing", "name"], "É ß A D B"),
        (["-billing", "name"], "A D É ß B"),
        (["billing", "-name"], "ß É D A B"),
        (["known_for"], "A É D ß B"),
        (["-known_for"], "D É A ß B"),
        # An empty text is as good as none.
        (["role"], "ß D É A B"),
        (["-role"], "D ß É A B"),
    ],
)
def test_records_sort_by_what_their_columns_hold(keys: list[str], order: str) -> None:
    cast = [
        CastMember(name="D", billing=Billing.GUEST, known_for=("b", "a"), role="b"),
        CastMember(name="É", billing=Billing.MAIN, known_for=("B",), role=""),
        CastMember(name="A", billing=Billing.GUEST, known_for=("a", "z")),
        CastMember(name="ß", billing=Billing.MAIN, role="Á"),
        CastMember(name="B"),
    ]
    assert by_name("cast", cast, *keys) == order


def test_names_sort_by_their_sort_name() -> None:
    cast = [
        CastMember(name="Zoé", sort_name="Aa, Zoé"),
        CastMember(name="Étienne"),
        CastMember(name="Bea", sort_name=""),
        CastMember(name="Al", sort_name="Ż, Al"),
    ]
    assert by_name("cast", cast, "name") == "Zoé Bea Étienne Al"
    # The column of that name sorts by what is there.
    assert by_name("cast", cast, "sort_name") == "Zoé Al Étienne Bea"


def episode(number: int, *, runtime: int | None = None, released: Date | None = None, season: int = 1) -> Episode:
    return Episode(season=season, number=number, title="x", runtime=runtime, released=released)


def test_dates_known_in_part_sort_where_they_begin_before_that_day() -> None:
    released = [date(2025, 4, 1), PartialDate(2025), date(2024, 12, 31), PartialDate(2025, 4), None, date(2025, 1, 1)]
    episodes = [episode(number, released=each) for number, each in enumerate(released, start=1)]
    assert [each.number for each in sort_records("episodes", episodes, ["released"])] == [3, 2, 6, 4, 1, 5]
    assert [each.number for each in sort_records("episodes", episodes, ["-released"])] == [1, 4, 6, 2, 3, 5]


@pytest.mark.parametrize(
    ("key", "order"),
    [
        ("number", [1, 2, 10, 11]),
        ("-number", [11, 10, 2, 1]),
        ("runtime", [11, 10, 1, 2]),
        ("-runtime", [1, 10, 11, 2]),
        ("released", [2, 11, 1, 10]),
        ("-released", [1, 11, 2, 10]),
        ("episode", [2, 11, 1, 10]),
        ("-episode", [10, 1, 11, 2]),
    ],
)
def test_numbers_sort_as_numbers_and_dates_as_dates(key: str, order: list[int]) -> None:
    episodes = [
        episode(10, runtime=52, season=100),
        episode(2, released=date(999, 1, 1), season=1),
        episode(1, runtime=100, released=date(2025, 4, 24), season=11),
        episode(11, runtime=9, released=date(1000, 1, 1)),
    ]
    assert [each.number for each in sort_records("episodes", episodes, [key])] == order


def test_truth_sorts_behind_its_opposite() -> None:
    companies = [Company(id="a", name="A", fictional=True), Company("b", "B"), Company("c", "C", fictional=False)]
    assert [each.id for each in sort_records("companies", companies, ["fictional"])] == ["c", "a", "b"]


def test_lists_of_choices_sort_as_declared() -> None:
    places = [
        Setting(name="A", uses=(SettingUse.FILMING,)),
        Setting(name="B", uses=(SettingUse.STORY, SettingUse.FILMING)),
        Setting(name="C"),
    ]
    assert [each.name for each in sort_records("settings", places, ["uses"])] == ["B", "A", "C"]


def test_offers_sort_by_their_kind_as_declared() -> None:
    offers = [
        Offer(service=kind.value, offer=kind, regions=("FR",), checked=date(2025, 1, 1))
        for kind in (OfferKind.BUY, OfferKind.ADS, OfferKind.FREE)
    ]
    assert [each.service for each in sort_records("availability", offers, ["offer"])] == ["free", "ads", "buy"]


@pytest.mark.parametrize("key", ["nope", "-nope", "--name", "-", ""])
def test_records_sort_by_columns_that_exist(key: str) -> None:
    with pytest.raises(UsageError, match=r"^no such column"):
        sort_records("cast", [], ["name", key])


@thorough
@given(sections_with_records.flatmap(lambda drawn: st.tuples(st.just(drawn), keys_of(drawn[0]))))
def test_sorting_loses_nothing_and_is_stable(drawn: tuple[tuple[str, list[Record]], list[str]]) -> None:
    (section, records), keys = drawn
    ordered = sort_records(section, records, keys)
    assert sorted(map(id, ordered)) == sorted(map(id, records))
    assert list(map(id, sort_records(section, ordered, keys))) == list(map(id, ordered))


@thorough
@given(sections_with_records.flatmap(lambda drawn: st.tuples(st.just(drawn), keys_of(drawn[0], least=1))))
def test_absent_values_come_last_in_both_directions(drawn: tuple[tuple[str, list[Record]], list[str]]) -> None:
    (section, records), (key, *_) = drawn
    column = columns_of(section)[key.removeprefix("-")]
    value_of = column.order()
    keys = [sort_key(value_of(record)) for record in sort_records(section, records, [key])]
    present = [each for each in keys if each is not None]
    assert keys == present + [None] * (len(keys) - len(present))
    assert present == sorted(present, reverse=key.startswith("-"))


def keys_of(section: str, *, least: int = 0) -> st.SearchStrategy[list[str]]:
    columns = st.sampled_from(list(columns_of(section)))
    return st.lists(columns | columns.map("-{}".format), min_size=least, max_size=3)


@pytest.mark.parametrize(
    ("value", "key"),
    [
        (None, None),
        ("", None),
        ((), None),
        ({}, None),
        (0, 0),
        (False, False),
        (date(2025, 4, 24), date(2025, 4, 24)),
        ("Étoile", "etoile"),
        ((1, 7), (1, 7)),
        (Billing.GUEST, 2),
        (("Łódź", "B"), ("lodz", "b")),
        ((SettingUse.FILMING, SettingUse.STORY), (1, 0)),
        ({"IMDb": "TT1"}, (("imdb", "tt1"),)),
    ],
)
def test_values_sort_by_what_they_are(value: SortValue, key: object) -> None:
    assert sort_key(value) == key
