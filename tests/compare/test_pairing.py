"""Which records are the same: nothing is dropped, nothing is paired by nonsense."""

from collections import Counter
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.catalogue.records import CastMember, Contributor
from etoile_cli.compare.pairing import pairing
from tests.compare.catalogues import records, told
from tests.strategies import examples


@pytest.mark.parametrize(
    ("section", "old", "new", "lines"),
    [
        ("cast", 'name = "A"; character = "B"', "", ["cast: - A (B)"]),
        ("cast", "", 'name = "A"', ["cast: + A"]),
        ("companies", "", 'id = "lb"; name = "Le Ballet"', ["companies: + Le Ballet (lb)"]),
        (
            "sources",
            "",
            'id = "bww"; title = "T"; publisher = "BroadwayWorld"',
            ["sources: + BroadwayWorld: T (bww)"],
        ),
        ("episodes", "", 'season = 0; number = 2; title = "Extra"', ["episodes: + S00E02 Extra"]),
        ("seasons", "", "number = 0", ["seasons: + Specials"]),
        ("crew", "", 'name = "A"; roles = ["director", "writer"]', ["crew: + A (director, writer)"]),
        (
            "availability",
            "",
            'service = "Mubi"; offer = "rent"; regions = ["FR"]; checked = 2025-01-01',
            ["availability: + Mubi (rent)"],
        ),
        ("awards", "", 'award = "Emmys"; category = "Dance"; result = "won"', ["awards: + Emmys: Dance (won)"]),
        ("images", 'title = "A"; credit = "C"; url = "https://e.org/1"', "", ["images: - A (C)"]),
    ],
)
def test_a_record_that_came_or_went_is_told_with_what_distinguishes_it(
    section: str, old: str, new: str, lines: list[str]
) -> None:
    assert told(*(records(section, keys) if keys else "" for keys in (old, new))) == lines


@pytest.mark.parametrize(
    ("section", "old", "new", "line"),
    [
        ("cast", 'name = "Taïs Vinolo"', 'name = "Tais Vinolo"', "Taïs Vinolo: name: Taïs Vinolo → Tais Vinolo"),
        ("cast", 'name = "Ελένη Παπά"', 'name = "Ελένη Παππά"', "Ελένη Παπά: name: Ελένη Παπά → Ελένη Παππά"),
        (
            "cast",
            'name = "A"; character = "Sid"; billing = "guest"; sources = ["a"]',
            'name = "A"; character = "Marge"; billing = "guest"; sources = ["a"]',
            "A: character: Sid → Marge",
        ),
        (
            "cast",
            'name = "Freddie Fox"; character = "James Webb"; billing = "guest"',
            'name = "Tom Hughes"; character = "James Webb"; billing = "guest"',
            "Freddie Fox: name: Freddie Fox → Tom Hughes",
        ),
        (
            "episodes",
            'season = 1; number = 5; title = "The Swap"',
            'season = 1; number = 6; title = "The Swap"',
            "S01E05 The Swap: number: 5 → 6",
        ),
        (
            "reception",
            'outlet = "NYT"; kind = "review"; verdict = "Splendid"; url = "https://nyt.com/etoile"',
            'outlet = "The New York Times"; kind = "review"; verdict = "Splendid"; url = "https://nyt.com/etoile"',
            "NYT: outlet: NYT → The New York Times",
        ),
        (
            "sources",
            'id = "a"; title = "On dance"; url = "https://e.org/1"',
            'id = "b"; title = "On dance"; url = "https://e.org/1"',
            "On dance: id: a → b",
        ),
    ],
)
def test_a_changed_name_is_told_as_a_change(section: str, old: str, new: str, line: str) -> None:
    assert told(records(section, old), records(section, new)) == [f"{section}: {line}"]


@pytest.mark.parametrize(
    ("section", "old", "new"),
    [
        (
            "cast",
            'name = "Freddie Fox"; character = "James Webb"; billing = "guest"; sources = ["bww"]',
            'name = "John Smith"; character = "A waiter"; billing = "guest"; sources = ["bww"]',
        ),
        (
            "settings",
            'name = "Palais Garnier"; city = "Paris"; country = "FR"; uses = ["filming"]',
            'name = "Gare du Nord"; city = "Paris"; country = "FR"; uses = ["filming"]',
        ),
        (
            "sources",
            'id = "bww-cast"; title = "The cast"; publisher = "B"; url = "https://b.com/a"; accessed = 2025-01-01',
            'id = "bww-tour"; title = "A tour"; publisher = "B"; url = "https://b.com/b"; accessed = 2025-01-01',
        ),
        (
            "sources",
            'id = "a"; title = "Étoile"; publisher = "A"; url = "https://a.com/x"; accessed = 2025-01-01',
            'id = "b"; title = "Étoile"; publisher = "B"; url = "https://b.com/x"; accessed = 2025-01-01',
        ),
        (
            "awards",
            'award = "Emmys 2024"; category = "Dance"; result = "won"',
            'award = "Emmys 2025"; category = "Dance"; result = "won"',
        ),
        (
            "cast",
            'name = "John Lam"; ids = { imdb = "nm1" }; billing = "guest"',
            'name = "John Lamb"; ids = { imdb = "nm2" }; billing = "guest"',
        ),
    ],
)
def test_records_that_have_only_common_things_in_common_are_not_paired(section: str, old: str, new: str) -> None:
    signs = [line.split(": ")[1][0] for line in told(records(section, old), records(section, new))]
    assert signs == ["-", "+"]


TWINS = ('name = "A"; character = "B"; role = "x"', 'name = "A"; character = "B"; role = "y"')


def test_equal_records_with_one_identity_are_paired_first() -> None:
    old = records("cast", *TWINS)
    assert told(old, records("cast", *reversed(TWINS))) == []
    assert told(old, records("cast", TWINS[1])) == ["cast: - A (B, x)"]
    assert told(old, records("cast", TWINS[1], f'{TWINS[0]}; billing = "main"')) == ["cast: A (B, x): billing: + main"]


def test_a_record_is_paired_with_its_equal_even_if_another_is_spelt_almost_so() -> None:
    spellings = ('name = "A"; character = "B"; role = "étoile"', 'name = "A"; character = "B"; role = "Etoile"')
    assert told(records("cast", *spellings), records("cast", *reversed(spellings))) == []


def test_records_with_one_identity_are_paired_by_likeness_whatever_their_order() -> None:
    offers = [
        'service = "P"; offer = "rent"; regions = ["FR", "BE"]; checked = 2025-01-01',
        'service = "P"; offer = "buy"; regions = ["US"]; checked = 2025-01-01',
    ]
    later = [each.replace("2025-01-01", "2025-02-02") for each in offers]
    for order in permutations(later):
        assert told(records("availability", *offers), records("availability", *order)) == [
            "availability: P (rent): checked: 2025-01-01 → 2025-02-02",
            "availability: P (buy): checked: 2025-01-01 → 2025-02-02",
        ]


def test_offers_of_one_service_that_share_nothing_else_are_not_paired() -> None:
    kept = 'service = "P"; offer = "free"; regions = ["JP"]; url = "https://p.com"; checked = 2025-01-01'
    gone = 'service = "P"; offer = "rent"; regions = ["FR"]; url = "https://p.com"; checked = 2025-01-01'
    come = 'service = "P"; offer = "buy"; regions = ["US"]; url = "https://p.com"; checked = 2025-01-01'
    assert told(records("availability", kept, gone), records("availability", come, kept)) == [
        "availability: - P (rent)",
        "availability: + P (buy)",
    ]


def test_a_name_that_several_records_have_is_told_with_what_distinguishes_them() -> None:
    parts = ['name = "A"; character = "B"', 'name = "A"; character = "C"']
    new = records("cast", parts[0], f'{parts[1]}; role = "x"')
    assert told(records("cast", *parts), new) == ["cast: A (C): role: + x"]


def test_the_order_of_records_is_no_change() -> None:
    parts = [f'name = "{name}"' for name in "ABC"]
    for order in permutations(parts):
        assert told(records("cast", *parts), records("cast", *order)) == []


_NAMES = st.sampled_from(["Ann Lee", "Ann Leigh", "Bo", "李明", "李敏"])
PARTS = st.builds(
    CastMember,
    name=_NAMES,
    character=st.none() | st.sampled_from(["Sid", "Sidonie"]),
    role=st.none() | st.sampled_from(["dancer", "teacher"]),
    sources=st.sampled_from([(), ("a",), ("a", "b")]),
)
CREW = st.builds(Contributor, name=_NAMES, roles=st.sampled_from([(), ("director",), ("writer", "director")]))


@given(st.one_of(*[st.tuples(*[st.lists(each, max_size=8)] * 2) for each in (PARTS, CREW)]))
@examples(200)
def test_every_record_is_in_one_pair_or_alone_and_equal_ones_are_paired(sides: tuple[list, list]) -> None:
    old, new = sides
    found = pairing(old, new)
    assert sorted([*(one for one, _ in found.pairs), *found.gone]) == list(range(len(old)))
    assert sorted([*(other for _, other in found.pairs), *found.come]) == list(range(len(new)))
    equal = sum(old[one] == new[other] for one, other in found.pairs)
    assert equal == (Counter(map(repr, old)) & Counter(map(repr, new))).total()
