"""The card and the prose, whatever the catalogue says."""

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from etoile_cli.model import Catalogue, Offer, Show
from etoile_cli.render.card import card
from etoile_cli.render.facts import offer_text
from etoile_cli.render.prose import prose
from etoile_cli.vocabulary import OfferKind
from tests.controls import controls_in
from tests.door import run
from tests.strategies import catalogues, thorough

TODAY = date(2026, 11, 22)


@thorough
@given(catalogues, st.integers(20, 130))
def test_any_catalogue_has_a_card_that_fits_and_is_safe(catalogue: Catalogue, width: int) -> None:
    console = Console(file=io.StringIO(), width=width, color_system=None, markup=False, emoji=False, highlight=False)
    lines = console.render_lines(card(catalogue, TODAY, width), pad=False)
    drawn = "\n".join("".join(segment.text for segment in line) for line in lines)
    assert controls_in(drawn) <= {"\n"}


@thorough
@given(catalogues)
def test_any_catalogue_reads_as_prose_of_safe_lines(catalogue: Catalogue) -> None:
    lines = list(prose(catalogue, TODAY))
    assert controls_in("".join(lines)) == set()


@pytest.mark.parametrize("logline", [" ", "\u200b", "\u0301", "\n\n"])
def test_a_logline_without_a_letter_is_no_logline(logline: str) -> None:
    console = Console(file=io.StringIO(), width=80, color_system=None)
    console.print(card(Catalogue(format=1, show=Show(title="A", logline=logline)), TODAY, 80))


@pytest.mark.parametrize("columns", ["1", "2", "10"])
def test_too_narrow_a_terminal_is_drawn_in_as_if_it_had_20_columns(columns: str) -> None:
    for command in ("summary -f table", "cast -f table", "--help"):
        assert run(f"etoile {command}", env={"COLUMNS": columns}) == run(f"etoile {command}", env={"COLUMNS": "20"})


@pytest.mark.parametrize(
    ("until", "told"),
    [
        (None, ""),
        (date(2026, 11, 22), ", until 22 November 2026"),
        (date(2025, 1, 1), ", ended 1 January 2025"),
    ],
)
def test_an_offer_says_when_it_ends_or_has_ended(until: date | None, told: str) -> None:
    offer = Offer(service="S", offer=OfferKind.FREE, regions=("FR", "US"), until=until, checked=TODAY)
    catalogue = Catalogue(format=1, show=Show(title="A"), availability=(offer,))
    assert list(prose(catalogue, TODAY))[2] == (
        f"Watch: S, free, France and United States{told} (checked 22 November 2026, today)"
    )
    assert offer_text(offer, TODAY) == f"S, free, France and United States{told}"
