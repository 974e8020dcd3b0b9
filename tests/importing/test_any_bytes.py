"""Whatever a file holds: a catalogue without errors, or a clear word why there is none; soon, and without a crash."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.door import CHECKOUT
from tests.importing.promises import becomes_a_catalogue, hold
from tests.test_fuzz import mutated

FILES = sorted(each for each in (CHECKOUT / "tests" / "importing" / "data").rglob("*") if each.is_file())
SAMPLES = {str(each.relative_to(CHECKOUT)): each.read_bytes() for each in FILES}


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_keeps_what_is_promised(name: str) -> None:
    """Those that need others, a season say, are refused."""
    hold(SAMPLES[name])


WHOLE = [name for name in SAMPLES if re.search(r"tvshow\.nfo|/show\.json|tv\.json|show-with|/jsonld/|tv-with", name)]


@pytest.mark.parametrize("name", WHOLE)
def test_every_sample_of_a_show_becomes_a_catalogue(name: str) -> None:
    assert becomes_a_catalogue(SAMPLES[name], texts=True)


@given(mutated(st.sampled_from(sorted(SAMPLES.values()))))
def test_so_does_what_is_broken(content: bytes) -> None:
    hold(content)
