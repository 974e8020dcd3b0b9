"""The card and the prose, whatever the catalogue says."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.catalogue.enumerations import OfferKind, OfferUrlKind, TrailerKind, TrailerUrlKind
from etoile_cli.catalogue.model import (
    Catalogue,
    Offer,
    Trailer,
)
from etoile_cli.catalogue.reader import Location, read
from etoile_cli.catalogue.records import Show
from etoile_cli.listing.summary.card import card
from etoile_cli.listing.summary.prose import prose
from etoile_cli.text.styles import ACCENT, bare
from etoile_cli.text.widths import text_width
from etoile_cli.wording.offers import offer_text
from tests.controls import controls_in
from tests.door import CHECKOUT, run
from tests.strategies import catalogues, thorough

TODAY = date(2026, 11, 22)
ETOILE = read(Location(str(CHECKOUT / "data" / "etoile.toml"), "option"))


def drawn(catalogue: Catalogue, width: int = 80, *, links: bool = True, note: bool = False) -> list[str]:
    return [bare(line).rstrip() for line in card(catalogue, TODAY, width, links=links, note=note)]


@thorough
@given(catalogues, st.integers(20, 130), st.booleans())
def test_any_catalogue_has_a_card_that_fits_and_is_safe(catalogue: Catalogue, width: int, links: bool) -> None:
    lines = drawn(catalogue, width, links=links, note=True)
    assert max(map(text_width, lines)) <= width
    assert controls_in("".join(lines)) == set()


@thorough
@given(catalogues)
def test_any_catalogue_reads_as_prose_of_safe_lines(catalogue: Catalogue) -> None:
    lines = list(prose(catalogue, TODAY))
    assert controls_in("".join(lines)) == set()


@pytest.mark.parametrize("logline", [" ", "\u200b", "\u0301", "\n\n"])
def test_a_logline_without_a_letter_is_no_logline(logline: str) -> None:
    assert drawn(Catalogue(format=1, show=Show(title="A", logline=logline)))


def test_the_card_of_etoile_fits_36_rows_with_the_prompt() -> None:
    assert len(drawn(ETOILE)) == 35


def test_an_address_that_is_no_link_is_broken_only_where_no_line_holds_it() -> None:
    lines = drawn(ETOILE, links=False)
    assert lines[17:23] == [
        "               checked 6 June 2025, 17 months ago · a search for it",
        "    https://www.primevideo.com/search/ref=atv_nb_sr?phrase=%C3%89toile",
        "     Trailer   a search for “Étoile – Official Trailer | Prime Video”",
        "               https://www.youtube.com/results?search_query=%C3%89toile+%E2%80",
        "               %93+Official+Trailer+%7C+Prime+Video",
        "",
    ]
    assert len(lines) == 38


@pytest.mark.parametrize("title", ["Erkenci Kuş", "Νησί", "iZombie", "Schitt’s Creek", "Người phán xử", "Łódź"])
def test_a_title_stands_there_as_it_is_written(title: str) -> None:
    titled = [
        line
        for line in card(Catalogue(format=1, show=Show(title=title)), TODAY, 80, links=True)
        if ACCENT in dict(line).values()
    ]
    assert [bare(line).strip() for line in titled] == [title]


def test_watch_and_trailer_come_before_the_premise() -> None:
    lines = drawn(ETOILE)
    starts = [
        next(at for at, line in enumerate(lines) if word in line) for word in ("Watch", "Trailer", "ballet companies")
    ]
    assert starts == sorted(starts)


SEARCHED = Catalogue(
    format=1,
    show=Show(title="A"),
    availability=(
        Offer(
            service="S",
            offer=OfferKind.FREE,
            regions=("FR",),
            url="https://s.example/?q",
            url_kind=OfferUrlKind.SEARCH,
            checked=TODAY,
        ),
        Offer(
            service="P",
            offer=OfferKind.BUY,
            regions=("FR",),
            url="https://p.example/1",
            url_kind=OfferUrlKind.PAGE,
            checked=TODAY,
        ),
        Offer(
            service="H",
            offer=OfferKind.ADS,
            regions=("FR",),
            url="https://h.example/",
            url_kind=OfferUrlKind.HOME,
            checked=date(2026, 11, 1),
        ),
    ),
    trailers=(Trailer(title="T", url="https://t.example/?q", url_kind=TrailerUrlKind.SEARCH),),
)

LINKED = """\
       Watch   S, free, France · checked 22 November 2026, today
               a search for it
               P, buy, France · checked 22 November 2026, today
               H, ads, France · checked 1 November 2026, 3 weeks ago
               the home page
     Trailer   a search for “T”
"""
SPELT_OUT = """\
       Watch   S, free, France · checked 22 November 2026, today
               a search for it · https://s.example/?q
               P, buy, France · checked 22 November 2026, today
               https://p.example/1
               H, ads, France · checked 1 November 2026, 3 weeks ago
               the home page · https://h.example/
     Trailer   a search for “T” · https://t.example/?q
"""


@pytest.mark.parametrize(("links", "told"), [(True, LINKED), (False, SPELT_OUT)])
def test_an_address_is_a_link_or_spelt_out(links: bool, told: str) -> None:
    assert drawn(SEARCHED, 70, links=links)[4:-1] == told.splitlines()
    addresses = {
        text: style.link for line in card(SEARCHED, TODAY, 70, links=links) for text, style in line if style.link
    }
    linked = {
        "a search for it": "https://s.example/?q",
        "P": "https://p.example/1",
        "the home page": "https://h.example/",
        "a search for “T”": "https://t.example/?q",
    }
    assert addresses == (linked if links else {})


def test_an_address_that_cannot_be_a_link_is_spelt_out() -> None:
    trailer = Trailer(title="T", url="file:///etc/passwd")
    catalogue = Catalogue(format=1, show=Show(title="A"), trailers=(trailer,))
    assert drawn(catalogue)[4:-1] == ["     Trailer   T · file:///etc/passwd"]


def test_offers_that_were_all_checked_on_one_day_say_so_once() -> None:
    offers = tuple(Offer(service=name, offer=OfferKind.FREE, regions=("FR",), checked=TODAY) for name in "AB")
    catalogue = Catalogue(format=1, show=Show(title="A"), availability=offers)
    assert drawn(catalogue)[4:-1] == [
        "       Watch   A, free, France",
        "               B, free, France",
        "               checked 22 November 2026, today",
    ]


def test_a_short_note_is_shown_and_a_long_one_where_it_is_asked_for() -> None:
    def note(text: str, *, whole: bool = False) -> list[str]:
        return drawn(Catalogue(format=1, show=Show(title="A", note=text)), note=whole)[4:-1]

    assert note("Short.") == ["        Note   Short."]
    assert note("x " * 61) == ["        Note   read it with etoile summary --note"]
    assert " ".join(note("x " * 61, whole=True)).split()[1:] == ["x"] * 61


@pytest.mark.parametrize("columns", ["1", "2", "10"])
def test_too_narrow_a_terminal_is_drawn_in_as_if_it_had_20_columns(columns: str) -> None:
    for command in ("summary -f table", "cast -f table", "--help"):
        assert run(f"etoile {command}", env={"COLUMNS": columns}) == run(f"etoile {command}", env={"COLUMNS": "20"})


@pytest.mark.parametrize(
    ("until", "told"),
    [
        (None, ""),
        (date(2026, 11, 22), ", until 22 November 2026"),
        (date(2025, 1, 1), ", ended 1 January 2025"),  # since somebody last looked
    ],
)
def test_an_offer_says_when_it_ends_or_has_ended(until: date | None, told: str) -> None:
    checked = date(2024, 11, 22)
    offer = Offer(service="S", offer=OfferKind.FREE, regions=("FR", "US"), until=until, checked=checked)
    catalogue = Catalogue(format=1, show=Show(title="A"), availability=(offer,))
    assert list(prose(catalogue, TODAY))[2] == (
        f"Watch: S, free, France and United States{told} (checked 22 November 2024, 2 years ago)"
    )
    assert offer_text(offer, TODAY) == f"S, free, France and United States{told}"


def test_an_offer_that_was_over_when_somebody_last_looked_is_on_no_summary() -> None:
    over = Offer(service="V", offer=OfferKind.FREE, regions=("FR",), until=date(2026, 11, 1), checked=TODAY)
    catalogue = Catalogue(format=1, show=Show(title="A"), availability=(over,))
    assert list(prose(catalogue, TODAY)) == ["A"]
    assert not [line for line in drawn(catalogue) if "V" in line or "Watch" in line]


@pytest.mark.parametrize(
    ("kind", "told"), [(None, "Trailer"), (TrailerKind.CLIP, "Clip"), (TrailerKind.TEASER, "Teaser")]
)
def test_a_video_is_called_what_it_is(kind: TrailerKind | None, told: str) -> None:
    video = Trailer(title="V", kind=kind, url="https://v.example/")
    catalogue = Catalogue(format=1, show=Show(title="A"), trailers=(video,))
    assert list(prose(catalogue, TODAY))[2:] == [f"{told}: V", "https://v.example/"]
    assert [line.split() for line in drawn(catalogue) if "V" in line] == [[told, "V"]]


@pytest.mark.parametrize(
    ("titles", "told"),
    [
        ((), ""),
        # What differs only in case and accents is found all the same, and tells nobody anything.
        (("Etoile", "ÉTOILE", ""), ""),
        (("Etoile", "The Star", "the star"), "also known as The Star"),
        (("A", "B", "C", "D", "E"), "also known as A, B, C, D and 1 other"),
    ],
)
def test_the_other_titles_stand_below_the_title(titles: tuple[str, ...], told: str) -> None:
    catalogue = Catalogue(format=1, show=Show(title="Étoile", also_known_as=titles, premiere=date(2025, 4, 24)))
    expected = ["Étoile", *([told] if told else []), "2025"]
    assert list(prose(catalogue, TODAY))[: len(expected)] == expected
    assert [line.strip() for line in drawn(catalogue)[2 : 2 + len(expected)]] == expected
