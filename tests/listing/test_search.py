from collections.abc import Sequence
from datetime import date
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from etoile_cli.catalogue.enumerations import Billing, Status
from etoile_cli.catalogue.episodes import Episode
from etoile_cli.catalogue.model import (
    RECORD_TYPES,
    Catalogue,
    Trailer,
)
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import CastMember, Company, Contributor, Setting, Show, Source
from etoile_cli.catalogue.references import References
from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.listing.search import having_words, search
from etoile_cli.listing.snippets import snippet
from etoile_cli.listing.sorting import sort_records
from etoile_cli.text.dates import PartialDate
from etoile_cli.text.folding import fold
from tests.strategies import sections_with_records, texts, thorough

COMPANIES = Catalogue(
    format=1,
    show=Show(title="Étoile"),
    companies=(
        Company(id="mbt", name="Metropolitan Ballet Theater"),
        Company(id="lbn", name="Le Ballet National"),
    ),
)
NO_COMPANIES = Catalogue(format=1, show=Show(title="Étoile"))
CAST = [
    CastMember(name="Luke Kirby", character="Jack McMillan", company="mbt", billing=Billing.MAIN, sources=("wtw",)),
    CastMember(name="Lou de Laâge", character="Cheyenne Toussaint", company="lbn", known_for=("The Innocents", "Nox")),
    CastMember(name="Taïs Vinolo", note="Danced in “L’Œuvre”.", episodes=("S01E07",)),
    CastMember(name=normalize("NFD", "Éva Łódź"), role="mother–daughter pair", company="gone"),
]


def found(*words: str) -> list[str]:
    return [normalize("NFC", part.name).split()[0] for part in having_words(CAST, words, COMPANIES)]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ([], ["Luke", "Lou", "Taïs", "Éva"]),
        ([""], ["Luke", "Lou", "Taïs", "Éva"]),
        ([" ", "\t"], ["Luke", "Lou", "Taïs", "Éva"]),
        (["kirby"], ["Luke"]),
        (["KIRBY"], ["Luke"]),
        (["irb"], ["Luke"]),
        (["laage"], ["Lou"]),
        (["LAÂGE"], ["Lou"]),
        ([normalize("NFD", "laâge")], ["Lou"]),
        (["eva", "łódź"], ["Éva"]),
        (["éva lodz"], ["Éva"]),
        (["tais"], ["Taïs"]),
        (["l'oeuvre"], ["Taïs"]),
        (["ŒUVRE"], ["Taïs"]),
        (['"l’œuvre"'], ["Taïs"]),
        (["mother-daughter"], ["Éva"]),
        # Every word counts, wherever in the record it stands.
        (["luke", "jack"], ["Luke"]),
        (["jack", "luke"], ["Luke"]),
        (["luke", "cheyenne"], []),
        (["luke", ""], ["Luke"]),
        # A phrase stands in one value, as it is.
        (["luke kirby"], ["Luke"]),
        (["  luke   kirby "], ["Luke"]),
        (["kirby luke"], []),
        (["kirby jack"], []),
        (["innocents nox"], []),
        (["the innocents"], ["Lou"]),
        # A company counts by its name, and by its id only if it has none.
        (["ballet"], ["Luke", "Lou"]),
        (["metropolitan ballet theater"], ["Luke"]),
        (["mbt"], ["Luke"]),
        (["gone"], ["Éva"]),
        (["main"], ["Luke"]),
        (["s01e07"], ["Taïs"]),
        # Where something is from is not what it is.
        (["wtw"], []),
        (["none"], []),
        (["nobody"], []),
    ],
)
def test_a_record_stays_if_it_holds_all_words(words: Sequence[str], names: Sequence[str]) -> None:
    assert found(*words) == list(names)


@pytest.mark.parametrize("words", ["24 april 2025", "2025-04-24", "april", "2025", "04-24"])
def test_dates_are_found_as_people_and_programs_write_them(words: str) -> None:
    episodes = [
        Episode(season=1, number=1, title="A", released=date(2025, 4, 24)),
        Episode(season=2, number=3, title="B"),
    ]
    assert having_words(episodes, [words], NO_COMPANIES) == episodes[:1]


@pytest.mark.parametrize("words", ["true", "yes", "fictional"])
def test_truth_values_are_no_text(words: str) -> None:
    assert having_words([Company(id="a", name="B", fictional=True)], [words], NO_COMPANIES) == []


def test_numbers_are_found_as_they_are_written() -> None:
    episodes = [Episode(season=1, number=1, title="A", runtime=52), Episode(season=1, number=2, title="B", runtime=45)]
    assert having_words(episodes, ["45"], NO_COMPANIES) == episodes[1:]


@thorough
@given(sections_with_records, st.lists(texts, max_size=3))
def test_no_record_is_made_up_or_moved(drawn: tuple[str, list[Record]], words: list[str]) -> None:
    _, records = drawn
    kept = having_words(records, words, NO_COMPANIES)
    positions = [next(at for at, record in enumerate(records) if record is each) for each in kept]
    assert positions == sorted(positions)
    assert kept == having_words(kept, words, NO_COMPANIES)


@thorough
@given(st.lists(st.builds(CastMember, name=texts.filter(bool), note=texts), max_size=5), texts, st.data())
def test_a_part_of_a_text_finds_it_however_it_is_spelt(
    records: list[CastMember], text: str, data: st.DataObject
) -> None:
    member = CastMember(name="x", note=f"before {text} after")
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded)))
    word = folded[start : data.draw(st.integers(start, len(folded)))]
    assert member in having_words([*records, member], [word], NO_COMPANIES)


CATALOGUE = Catalogue(
    format=1,
    show=Show(
        title="Étoile",
        premiere=date(2025, 4, 24),
        countries=("US",),
        themes=("ballet", "Paris"),
        ids={"imdb": "tt0000001", "tmdb": "12"},
    ),
    creators=(Contributor(name="A", known_for=("Gilmore Girls", "Bunheads")),),
    companies=(Company(id="lbn", name="Le Ballet National", city="Paris"),),
    cast=(
        CastMember(name="B", company="lbn", known_for=("Gilmore Girls",)),
        CastMember(name="C", character="Paris", role="girl of Paris"),
    ),
    settings=(Setting(name="Paris", city="Paris"),),
    episodes=(Episode(season=1, number=2, title="Paris"),),
    trailers=(Trailer(title="Trailer", url="https://example.org/paris"),),
    sources=(
        Source(id="x", title="On Paris", publisher="P", url="https://example.org/paris"),
        Source(id="paris-2", title="Other", url="https://example.org/"),
    ),
)


@pytest.mark.parametrize(
    ("words", "matches"),
    [
        (
            ["gilmore girls"],
            [("creators", "A", ("known_for: Gilmore Girls",)), ("cast", "B", ("known_for: Gilmore Girls",))],
        ),
        (
            ["girls", "bunheads"],
            [("creators", "A", ("known_for: Gilmore Girls, Bunheads",))],
        ),
        (
            ["PARIS"],
            [
                ("show", "Étoile", ("themes: Paris",)),
                ("companies", "Le Ballet National", ("city: Paris",)),
                ("cast", "C", ("character: Paris", "role: girl of Paris")),
                ("settings", "Paris", ("name: Paris", "city: Paris")),
                ("episodes", "S01E02 Paris", ("title: Paris",)),
                ("trailers", "Trailer", ("url: https://example.org/paris",)),
                ("sources", "P: On Paris", ("title: On Paris",)),
                ("sources", "Other", ("id: paris-2",)),
            ],
        ),
        (
            ["le ballet"],
            [
                ("companies", "Le Ballet National", ("name: Le Ballet National",)),
                ("cast", "B", ("company: Le Ballet National",)),
            ],
        ),
        (["april"], [("show", "Étoile", ("premiere: 24 April 2025",))]),
        (["2025-04"], [("show", "Étoile", ("premiere: 24 April 2025 (2025-04-24)",))]),
        (
            ["lbn"],
            [("companies", "Le Ballet National", ("id: lbn",)), ("cast", "B", ("company: Le Ballet National (lbn)",))],
        ),
        (["united states"], [("show", "Étoile", ("countries: United States",))]),
        (["us)"], [("show", "Étoile", ("countries: United States (US)",))]),
        (["tt0000001"], [("show", "Étoile", ("ids: IMDb tt0000001, TMDB 12",))]),
        (["imdb=tt"], [("show", "Étoile", ("ids: imdb=tt0000001; tmdb=12",))]),
        (["étoile", "ballet"], [("show", "Étoile", ("title: Étoile", "themes: ballet"))]),
        (["nothing like it"], []),
    ],
)
def test_a_search_tells_where_the_words_stand(
    words: list[str], matches: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    assert [(each.section, each.name, each.match) for each in search(CATALOGUE, words)] == matches


def test_a_match_keeps_its_record() -> None:
    (match,) = search(CATALOGUE, ["bunheads"])
    assert match.record is CATALOGUE.creators[0]


def test_every_section_is_searched() -> None:
    everything = [each.section for each in search(CATALOGUE, [""])]
    assert list(dict.fromkeys(everything)) == [
        "show",
        *(section for section in RECORD_TYPES if getattr(CATALOGUE, section)),
    ]


NUMBERED = " ".join(f"word{number:02}" for number in range(40))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("a short text", "short", "a short text"),
        ("x" * 120, "x", "x" * 120),
        ("x" * 500, "x", "x" * 500),
        (NUMBERED, "word00", f"{NUMBERED[:62]} …"),
        (NUMBERED, "word05", f"{NUMBERED[:97]} …"),
        (NUMBERED, "word08", f"{NUMBERED[:118]} …"),
        (NUMBERED, "word09", f"… {NUMBERED[7:125]} …"),
        (NUMBERED, "word20 word21", f"… {NUMBERED[84:209]} …"),
        (NUMBERED, "rd20 wo", f"… {NUMBERED[84:209]} …"),
        (NUMBERED, "word31", f"… {NUMBERED[161:]}"),
        (NUMBERED, "word39", f"… {NUMBERED[217:]}"),
        (f"{NUMBERED}\n\nLou de\tLaâge", "de laage", f"… {NUMBERED[231:]} Lou de Laâge"),
    ],
)
def test_of_a_long_text_the_words_around_the_place_are_shown(text: str, word: str, expected: str) -> None:
    assert snippet(text, word) == expected


@thorough
@given(
    st.lists(st.text("abcé½ﬁ\u0301'’-", min_size=1, max_size=8), min_size=30, max_size=60),
    st.integers(0, 29),
    st.integers(1, 3),
)
@example([*["word"] * 30, "a", "\u0301", "b"], 29, 4)
def test_an_excerpt_has_the_words_it_is_for(words: list[str], start: int, number: int) -> None:
    phrase = fold(" ".join(words[start : start + number]))
    assert phrase in fold(snippet(" ".join(words), phrase))


def test_companies_go_by_their_ids() -> None:
    assert References(CATALOGUE).name("companies", "lbn") == "Le Ballet National"


def test_what_a_search_found_can_be_sorted() -> None:
    matches = search(CATALOGUE, ["paris"])
    assert [each.name for each in sort_records("search", matches, ["-section", "name"])] == [
        "Trailer",
        "Other",
        "P: On Paris",
        "Étoile",
        "Paris",
        "S01E02 Paris",
        "Le Ballet National",
        "C",
    ]


KNOWN_IN_PART = Catalogue(
    format=1,
    show=Show(title="A", premiere=PartialDate(2025, 4), status=Status.IN_PRODUCTION, runtime=Extent([52, 75])),
    trailers=(Trailer(title="B", url="https://x/", published=PartialDate(2025)),),
)


@pytest.mark.parametrize(
    ("words", "names", "places"),
    [
        (["april", "2025"], ["A"], ["premiere: April 2025"]),
        (["april 2025"], ["A"], ["premiere: April 2025"]),
        (["2025-04"], ["A"], ["premiere: April 2025 (2025-04)"]),
        (["in production"], ["A"], ["status: in production"]),
        (["in-production"], ["A"], ["status: in production (in-production)"]),
        (["75 minutes"], ["A"], ["runtime: 52–75 minutes"]),
        (["2025"], ["A", "B"], ["premiere: April 2025", "published: 2025"]),
    ],
)
def test_what_is_known_in_part_is_found_by_what_people_and_by_what_programs_read(
    words: list[str], names: list[str], places: list[str]
) -> None:
    matches = search(KNOWN_IN_PART, words)
    assert [match.name for match in matches] == names
    assert [place for match in matches for place in match.match] == places


RUNS = Catalogue(
    format=1,
    show=Show(title="A"),
    crew=(Contributor(name="Written", episodes=("S02E05",)), Contributor(name="Whole", episodes=("S02",))),
    cast=(
        CastMember(name="Run", episodes=("S01E01", "S02E01-S02E13")),
        CastMember(name="Seasons", episodes=("S01E07-S03E02",)),
        CastMember(name="Later", episodes=("S02E06-S02E13", "S03")),
        CastMember(name="None"),
    ),
    episodes=(
        Episode(season=2, number=4, through=6, title="Film"),
        Episode(season=2, number=7, title="Seventh"),
    ),
)


@pytest.mark.parametrize("word", ["S02E05", "s02e05"])
def test_an_episode_is_found_in_the_runs_seasons_and_films_that_hold_it(word: str) -> None:
    assert [(each.name, each.match) for each in search(RUNS, [word])] == [
        ("Written", ("episodes: S02E04–E06",)),
        ("Whole", ("episodes: Season 2",)),
        ("Run", ("episodes: S02E01–S02E13",)),
        ("Seasons", ("episodes: S01E07–S03E02",)),
        ("Later", ("episodes: S02E04–S02E13",)),
        ("S02E04–E06 Film", ("episode: S02E04–E06",)),
    ]
    assert [part.name for part in having_words(RUNS.cast, [word], RUNS)] == ["Run", "Seasons", "Later"]
    assert [each.title for each in having_words(RUNS.episodes, [word], RUNS)] == ["Film"]


def test_programs_read_the_whole_list_in_which_an_episode_is() -> None:
    found = {each.name: each.match for each in search(RUNS, ["S02E05"], for_people=False)}
    assert found["Run"] == ("episodes: S01E01; S02E01-S02E13",)
    assert found["S02E04 Film"] == ("episode: S02E04",)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["S02E05", "film"], ["S02E04–E06 Film"]),
        (["S02E07", "film"], []),
        (["S02E05", "S01E01"], ["Run"]),
        (["S02E05", "S03E02"], ["Seasons", "Later"]),
        (["S02E05 film"], []),
        (["S02E1"], ["Run", "Later"]),
        (["S2E7"], ["Whole", "Run", "Seasons", "Later", "S02E07 Seventh"]),
        (["s02e07–e08"], ["Whole", "Run", "Seasons", "Later", "S02E07 Seventh"]),
        (["S02"], ["Written", "Whole", "Run", "Seasons", "Later", "S02E04–E06 Film", "S02E07 Seventh"]),
    ],
)
def test_every_word_counts_beside_an_episode(words: list[str], names: list[str]) -> None:
    assert [each.name for each in search(RUNS, words)] == names
