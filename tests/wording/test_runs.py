"""Lists of episodes as people read them: the shortest that says the same, with no run that the catalogue lacks."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.catalogue.codes import episode_code
from etoile_cli.catalogue.numbering import Numbering
from etoile_cli.catalogue.spans import film_span
from etoile_cli.wording.runs import runs_in_words
from tests.strategies import brief


def numbering(*films: tuple[int, int, int | None], counts: dict[int, int | None] | None = None) -> Numbering:
    return Numbering([film_span(*film) for film in films], counts or {})


def season(number: int, episodes: int) -> list[tuple[int, int, int | None]]:
    return [(number, each, None) for each in range(1, episodes + 1)]


def codes(number: int, first: int, last: int) -> list[str]:
    return [episode_code(number, each) for each in range(first, last + 1)]


# Seasons 2, 3 and 4, of which the third has 14 episodes; nothing says how many any has.
LISTED = numbering(*season(2, 13), *season(3, 14), *season(4, 13))
FORTY = [*codes(2, 1, 13), *codes(3, 1, 14), *codes(4, 1, 13)]
COUNTED = numbering(counts={0: 3, 1: 8, 2: 13, 3: None, 4: 10})


@pytest.mark.parametrize(
    ("named", "known", "read"),
    [
        (FORTY, LISTED, ["S02E01–S04E13"]),
        (FORTY[::-1], LISTED, ["S02E01–S04E13"]),
        (["S02E01-S03E14", "S04E01-S04E13"], LISTED, ["S02E01–S04E13"]),
        # The next season is the next only after the last episode.
        ([*codes(2, 1, 12), "S03E01"], LISTED, ["S02E01–S02E12", "S03E01"]),
        (["S02E13", "S03E01"], LISTED, ["S02E13–S03E01"]),
        (["S02E13", "S03E01"], numbering(), ["S02E13", "S03E01"]),
        (["S02E13", "S03E01"], numbering((2, 13, None), (3, 1, None), counts={2: 20}), ["S02E13", "S03E01"]),
        (["S02E13", "S03E01"], numbering((2, 13, None), (3, 1, None), counts={2: 13}), ["S02E13–S03E01"]),
        (["S02E13", "S03E02"], numbering((2, 13, None), (3, 2, None)), ["S02E13", "S03E02"]),
        (["S02E13", "S04E01"], numbering((2, 13, None), (4, 1, None)), ["S02E13", "S04E01"]),
        # Specials come last, as everywhere.
        (["S00E03", "S01E01"], COUNTED, ["S01E01", "S00E03"]),
        # Numbers in a season need no listing, but none may be missing.
        (["S09E01", "S09E02", "S09E04"], numbering(), ["S09E01–S09E02", "S09E04"]),
        # A whole season is one that is named, or one that is known to have no more.
        (["S02"], LISTED, ["Season 2"]),
        (["S00"], numbering(), ["Specials"]),
        (codes(2, 1, 13), LISTED, ["S02E01–S02E13"]),
        (codes(2, 1, 13), COUNTED, ["Season 2"]),
        (["S02E01-S02E13"], COUNTED, ["Season 2"]),
        (codes(0, 1, 3), COUNTED, ["Specials"]),
        (codes(2, 1, 12), COUNTED, ["S02E01–S02E12"]),
        (["S02", "S02E05"], LISTED, ["Season 2"]),
        (["S03", "S02"], LISTED, ["Seasons 2–3"]),
        (["S01", "S02"], COUNTED, ["Seasons 1–2"]),
        ([*codes(1, 1, 8), "S02E01-S02E13"], COUNTED, ["Seasons 1–2"]),
        (["S02", "S03"], COUNTED, ["Seasons 2–3"]),
        (["S00", "S01", "S02E01"], COUNTED, ["S01E01–S02E01", "Specials"]),
        (["S01", "S03"], COUNTED, ["Season 1", "Season 3"]),
        (["S01E02-S01E08", "S02"], COUNTED, ["S01E02–S02E13"]),
        (["S01", "S02"], numbering(counts={1: 1, 2: 1}), ["Seasons 1–2"]),
        (["S00E01-S02E13"], numbering(counts={0: 1, 2: 13}), ["S00E01–S02E13"]),
        (["S01E07-S02E04", "S02"], LISTED, ["S01E07–S02"]),
        (["S01"], numbering(counts={1: 1}), ["S01E01"]),
        # The numbers of a season may go on from those of the one before.
        (["S01E26", "S02E27"], numbering((2, 27, None), counts={1: 26, 2: 26}), ["S01E26–S02E27"]),
        (["S01", "S02"], numbering((1, 26, None), (2, 27, None), counts={1: 26, 2: 26}), ["Seasons 1–2"]),
        (["S01E26", "S02E27"], numbering((1, 26, None), (2, 27, None)), ["S01E26–S02E27"]),
        (["S01E26", "S02E28"], numbering((1, 26, None), (2, 27, None)), ["S01E26", "S02E28"]),
        (["S01E26", "S02E27"], numbering((2, 27, None), counts={1: 26, 2: 30}), ["S01E26", "S02E27"]),
        (["S01E26", "S02E27"], numbering((2, 27, None), counts={1: 26}), ["S01E26–S02E27"]),
        (["S01E26", "S02E28"], numbering((2, 27, 28), counts={1: 26, 2: 52}), ["S01E26", "S02E27–E28"]),
        # A film may be several episodes.
        (["S01E01"], numbering((1, 1, 2)), ["S01E01–E02"]),
        (["S01E02"], numbering((1, 1, 2)), ["S01E01–E02"]),
        (["S01E01", "S01E03"], numbering((1, 1, 2), (1, 3, None)), ["S01E01–S01E03"]),
        # What can't be right stays as it is.
        (["S02E05-S02E01", "S02E01"], LISTED, ["S02E01", "S02E05-S02E01"]),
        (["S02E999999999999", "S01"], LISTED, ["Season 1", "S02E999999999999"]),
        (["S01E01-S99999E99999"], numbering(), ["S01E01–S99999E99999"]),
        (["S02E01", "S02E01"], LISTED, ["S02E01"]),
        ([], LISTED, []),
    ],
)
def test_a_list_reads_as_the_shortest_that_says_the_same(
    named: Sequence[str], known: Numbering, read: Sequence[str]
) -> None:
    assert runs_in_words(named, known) == read


places = st.tuples(st.integers(1, 3), st.integers(1, 4))


@brief
@given(st.sets(places), st.sets(places))
def test_a_list_names_just_the_listed_episodes_that_are_meant(
    listed: set[tuple[int, int]], meant: set[tuple[int, int]]
) -> None:
    known = numbering(*((*place, None) for place in listed))
    read = runs_in_words([episode_code(*place) for place in meant & listed], known)
    spans = [known.span(text.replace("–", "-")) for text in read]
    assert {
        place for place in listed if any(span and span.first <= place <= span.last for span in spans)
    } == meant & listed
    assert len(read) <= len(meant)
