"""What a summary says of the show: no false totals, and nothing of one thing that is true of another."""

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from etoile_cli.catalogue.enumerations import Billing, OfferKind, Status
from etoile_cli.catalogue.episodes import Episode, Season
from etoile_cli.catalogue.model import (
    Catalogue,
    Offer,
)
from etoile_cli.catalogue.records import CastMember, Contributor, Show
from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.text.dates import Date, PartialDate
from etoile_cli.wording.offers import offer_terms
from etoile_cli.wording.show import details, headline, people, summary_headline

Film = tuple[int, int] | tuple[int, int, int]
Counts = Mapping[int, int | None]


def catalogue(films: Sequence[Film], seasons: int | None, counts: Counts) -> Catalogue:
    episodes = tuple(
        Episode(season=season, number=number, through=through[0] if through else None, title="T")
        for season, number, *through in films
    )
    records = tuple(Season(number=number, episodes=count) for number, count in counts.items())
    return Catalogue(format=1, show=Show(title="S", seasons=seasons), episodes=episodes, seasons=records)


TWO_SEASONS: list[Film] = [(1, 1), (1, 2), (2, 1), (2, 2), (2, 3)]


@pytest.mark.parametrize(
    ("films", "seasons", "counts", "told"),
    [
        (TWO_SEASONS, 2, {}, ["2 seasons", "5 episodes listed"]),
        (TWO_SEASONS, None, {}, ["5 episodes listed"]),
        (TWO_SEASONS, 2, {1: 2, 2: 3}, ["2 seasons", "5 episodes"]),
        (TWO_SEASONS, 2, {2: 13, 1: 8}, ["2 seasons", "21 episodes"]),
        ([], 2, {1: 8, 2: 13}, ["2 seasons", "21 episodes"]),
        ([], None, {1: 1}, ["1 season", "1 episode"]),
        # A season of which it isn't known, one without a record, one that may be missing.
        (TWO_SEASONS, 2, {1: 8, 2: None}, ["2 seasons", "5 episodes listed"]),
        (TWO_SEASONS, 3, {1: 8, 2: 13}, ["3 seasons", "5 episodes listed"]),
        (TWO_SEASONS, None, {1: 8}, ["5 episodes listed"]),
        ([(3, 1)], 2, {1: 8, 2: 13}, ["2 seasons", "1 episode listed"]),
        (TWO_SEASONS, None, {1: None, 2: None}, ["2 seasons", "5 episodes listed"]),
        ([(2, 1)], None, {2: 8}, ["1 episode listed"]),
        ([], 2, {2019: 8, 2020: 13}, ["2 seasons", "21 episodes"]),
        # Specials are counted apart.
        ([(0, 1), *TWO_SEASONS], 2, {1: 2, 2: 3}, ["2 seasons", "5 episodes", "1 special listed"]),
        ([(0, 1), (0, 2), *TWO_SEASONS], 2, {}, ["2 seasons", "5 episodes and 2 specials listed"]),
        ([(0, 1), *TWO_SEASONS], 2, {0: 3, 1: 2, 2: 3}, ["2 seasons", "5 episodes", "3 specials"]),
        ([(0, 1), *TWO_SEASONS], 2, {0: 3}, ["2 seasons", "5 episodes listed", "3 specials"]),
        ([(0, 1)], 1, {}, ["1 season", "1 special listed"]),
        # A film of several episodes is so many, and nothing counts twice.
        ([(1, 1, 2), (1, 3)], 1, {}, ["1 season", "3 episodes listed"]),
        ([(1, 1, 2), (1, 2), (1, 1)], 1, {}, ["1 season", "2 episodes listed"]),
        ([(1, 1), (1, 1)], 1, {}, ["1 season", "1 episode listed"]),
        ([(1, 1, 99_999)], None, {}, ["99,999 episodes listed"]),
        ([], 99_999, {}, ["99,999 seasons"]),
        ([], None, {}, []),
    ],
)
def test_all_episodes_are_counted_only_where_every_season_says_how_many_it_has(
    films: Sequence[Film], seasons: int | None, counts: Counts, told: list[str]
) -> None:
    assert headline(catalogue(films, seasons, counts)) == told


MAY, YEAR = PartialDate(2017, 5), PartialDate(2021)


@pytest.mark.parametrize(
    ("premiere", "ended", "status", "told"),
    [
        (date(2017, 5, 2), date(2021, 12, 3), Status.ENDED, ["2017–2021"]),
        (MAY, YEAR, Status.CANCELLED, ["2017–2021"]),
        (MAY, YEAR, None, ["2017–2021"]),
        (MAY, PartialDate(2017), Status.ENDED, ["2017"]),
        (MAY, None, Status.ENDED, ["2017"]),
        (MAY, None, None, ["2017"]),
        (MAY, None, Status.ANNOUNCED, ["2017"]),
        (MAY, None, Status.IN_PRODUCTION, ["2017"]),
        (MAY, None, Status.RUNNING, ["since 2017"]),
        (MAY, None, Status.HIATUS, ["since 2017"]),
        (MAY, YEAR, Status.RUNNING, ["2017–2021"]),
        (None, YEAR, Status.ENDED, ["until 2021"]),
        (None, None, Status.RUNNING, []),
    ],
)
def test_the_years_are_those_of_the_run(
    premiere: Date | None, ended: Date | None, status: Status | None, told: list[str]
) -> None:
    show = Show(title="S", premiere=premiere, ended=ended, status=status)
    assert headline(Catalogue(format=1, show=show)) == told


def test_dates_that_are_known_in_part_and_a_range_of_minutes_read_as_people_write_them() -> None:
    show = Show(
        title="S",
        premiere=MAY,
        ended=YEAR,
        status=Status.IN_PRODUCTION,
        status_date=PartialDate(2016, 12),
        runtime=Extent([52, 75]),
    )
    assert details(Catalogue(format=1, show=show)) == [
        ("Premiere", "May 2017"),
        ("Ended", "2021"),
        ("Status", "in production, December 2016"),
    ]
    assert summary_headline(Catalogue(format=1, show=show)) == ["2017–2021", "52–75 minutes"]


@pytest.mark.parametrize(
    ("premiere", "ended", "status", "told"),
    [
        (MAY, MAY, Status.CANCELLED, False),
        (MAY, MAY, None, True),
        (MAY, YEAR, Status.ENDED, True),
    ],
)
def test_the_end_is_not_told_of_a_show_that_is_known_to_be_over_on_the_day_it_began(
    premiere: Date, ended: Date, status: Status | None, told: bool
) -> None:
    show = Show(title="S", premiere=premiere, ended=ended, status=status)
    assert ("Ended" in dict(details(Catalogue(format=1, show=show)))) is told


@pytest.mark.parametrize(
    ("runtime", "text"),
    [
        ([1], "1 minute"),
        ([60], "60 minutes"),
        ([60, 60], "60 minutes"),
        ([1, 2], "1–2 minutes"),
        ([1_000, 99_999], "1,000–99,999 minutes"),
    ],
)
def test_a_range_is_told_with_its_unit(runtime: list[int], text: str) -> None:
    assert summary_headline(Catalogue(format=1, show=Show(title="S", runtime=Extent(runtime)))) == [text]


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        (PartialDate(2026, 12), None, ["from December 2026"]),
        (PartialDate(2026, 11), None, []),
        (PartialDate(2027), PartialDate(2028), ["from 2027", "until 2028"]),
        (None, PartialDate(2026, 11), ["until November 2026"]),
        (None, PartialDate(2026), ["until 2026"]),
        (None, PartialDate(2026, 10), ["ended October 2026"]),
    ],
)
def test_an_offer_has_begun_or_ended_only_where_that_is_sure(
    since: Date | None, until: Date | None, told: list[str]
) -> None:
    today = date(2026, 11, 22)
    offer = Offer(service="A", offer=OfferKind.FREE, regions=("FR",), since=since, until=until, checked=today)
    assert offer_terms(offer, today) == ", ".join(["free", "France", *told])


def cast(*billings: Billing | None) -> tuple[CastMember, ...]:
    return tuple(CastMember(name=f"N{at}", billing=billing) for at, billing in enumerate(billings))


MAIN, GUEST = Billing.MAIN, Billing.GUEST


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (cast(MAIN), [("Starring", "N0")]),
        (cast(GUEST, MAIN, MAIN, Billing.RECURRING, None), [("Starring", "N1 and N2, with 3 others")]),
        (cast(MAIN, MAIN, GUEST), [("Starring", "N0 and N1, with 1 other")]),
        (cast(GUEST, Billing.RECURRING), [("Cast", "N0 and N1")]),
        (cast(None, GUEST, None), [("Cast", "N0 and N2, with 1 other")]),
        ((), []),
        (cast(MAIN) + cast(MAIN) + cast(GUEST), [("Starring", "N0")]),
        (
            cast(*[MAIN] * 60),
            [("Starring", "N0, N1, N2, N3, N4, N5, N6, N7, N8, N9, N10 and N11, with 48 others")],
        ),
        (cast(*[MAIN] * 12), [("Starring", "N0, N1, N2, N3, N4, N5, N6, N7, N8, N9, N10 and N11")]),
    ],
)
def test_the_main_cast_is_named_and_everybody_else_counted_once(
    parts: tuple[CastMember, ...], told: list[tuple[str, str]]
) -> None:
    assert people(Catalogue(format=1, show=Show(title="S"), cast=parts)) == told


def test_creators_stand_behind_the_cast() -> None:
    creators = (Contributor(name="A"), Contributor(name="B"))
    assert people(Catalogue(format=1, show=Show(title="S"), cast=cast(MAIN), creators=creators)) == [
        ("Starring", "N0"),
        ("Created by", "A and B"),
    ]


def test_networks_have_a_line_of_their_own_and_no_day() -> None:
    several = Show(
        title="S",
        premiere=date(2017, 5, 2),
        networks=("Antena 3", "Netflix"),
        genres=("crime", "drama"),
        languages=("es", "fr"),
        countries=("ES", "FR"),
    )
    assert details(Catalogue(format=1, show=several)) == [
        ("Premiere", "2 May 2017"),
        ("Networks", "Antena 3 and Netflix"),
        ("Genres", "crime, drama"),
        ("Languages", "Spanish and French"),
        ("Countries", "Spain and France"),
    ]
    one = Show(title="S", networks=("Netflix",), genres=("crime",), languages=("es",), countries=("ES",))
    assert [label for label, _ in details(Catalogue(format=1, show=one))] == [
        "Network",
        "Genre",
        "Language",
        "Country",
    ]


@pytest.mark.parametrize(
    ("since", "until", "terms"),
    [
        (None, None, "free, worldwide"),
        (date(2026, 11, 22), None, "free, worldwide"),
        (date(2026, 11, 23), None, "free, worldwide, from 23 November 2026"),
        (date(2027, 1, 1), date(2027, 2, 1), "free, worldwide, from 1 January 2027, until 1 February 2027"),
        (date(2025, 1, 1), date(2026, 11, 21), "free, worldwide, ended 21 November 2026"),
    ],
)
def test_an_offer_that_is_to_come_or_over_says_so(since: date | None, until: date | None, terms: str) -> None:
    offer = Offer(
        service="A",
        offer=OfferKind.FREE,
        regions=("worldwide",),
        checked=date(2026, 11, 1),
        since=since,
        until=until,
    )
    assert offer_terms(offer, date(2026, 11, 22)) == terms
