"""Every operator of a term against a plain filter in Python, over random catalogues."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec import inspect

from etoile_cli.catalogue.declarations import Declared, declarations
from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue, Offer
from etoile_cli.catalogue.records import CastMember, Company, Setting, Show, Source
from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.errors import UsageError
from etoile_cli.listing.search import having_words, search
from etoile_cli.text.dates import PartialDate
from etoile_cli.text.folding import fold
from tests.strategies import NEAR_CODES, brief, catalogues, examples, texts, values_of

SHOW = Show(title="x")
Holds = Callable[[Any], bool]


def is_text(declared: Declared) -> bool:
    is_enumeration = isinstance(declared.held.type, inspect.EnumType)
    return declared.held.is_text and declared.held.is_exact and declared.name is None and not is_enumeration


def items(value: Any) -> Sequence[Any]:
    """Return what a key holds, one by one."""
    if isinstance(value, tuple) and not isinstance(value, Extent):
        return value
    return () if value is None else (value,)


def is_absent(value: Any) -> bool:
    return value is None or len(items(value)) == 0 or value == {}


def assert_filters(catalogue: Catalogue, section: str, word: str, holds: Holds) -> None:
    """Check that a term keeps the records that a plain filter keeps, and `not:` the others."""
    records = getattr(catalogue, section)
    expected = [each for each in records if holds(each)]
    assert list(having_words(records, [word], catalogue)) == expected, word
    others = [each for each in records if not holds(each)]
    assert list(having_words(records, [f"not:{word}"], catalogue)) == others, word
    assert list(having_words(records, [f"not:not:{word}"], catalogue)) == expected, word


def keys_of(catalogue: Catalogue, wanted: Callable[[Declared], bool]) -> list[tuple[str, str]]:
    """Return the sections that have records, each with those of its keys that are wanted."""
    with_records = [name for name in RECORD_TYPES if getattr(catalogue, name)]
    return [
        (name, key) for name in with_records for key, each in declarations(RECORD_TYPES[name]).items() if wanted(each)
    ]


def drawn(
    data: st.DataObject, catalogue: Catalogue, wanted: Callable[[Declared], bool]
) -> Iterator[tuple[str, str, Any]]:
    """Yield a few sections, keys of them, and a value that some record may have there."""
    if keys := keys_of(catalogue, wanted):
        for section, key in data.draw(st.lists(st.sampled_from(keys), min_size=1, max_size=5)):
            held = [each for record in getattr(catalogue, section) for each in items(getattr(record, key))]
            yield section, key, data.draw(st.sampled_from(held)) if held else None


@brief
@given(catalogues, st.data())
def test_has_finds_the_records_that_have_a_value(catalogue: Catalogue, data: st.DataObject) -> None:
    for section, key, _ in drawn(data, catalogue, lambda _: True):
        for word in (f"has:{key}", f"{key}:", f"HAS:{key.upper().replace('_', '-')}"):
            assert_filters(catalogue, section, word, lambda each, key=key: not is_absent(getattr(each, key)))


@brief
@given(catalogues, st.data())
def test_a_text_is_found_in_the_key_that_is_asked_and_in_no_other(catalogue: Catalogue, data: st.DataObject) -> None:
    for section, key, held in drawn(data, catalogue, is_text):
        text = data.draw(st.sampled_from([held, held[1:4], held.upper()]) | texts) if held else data.draw(texts)
        if text.strip() and not text.startswith("="):
            wanted = fold(text)
            assert_filters(
                catalogue,
                section,
                f"{key}:{text}",
                lambda each, key=key, wanted=wanted: any(wanted in fold(text) for text in items(getattr(each, key))),
            )
        if text.strip():
            assert_filters(
                catalogue,
                section,
                f"{key}:={text}",
                lambda each, key=key, text=text: fold(text) in map(fold, items(getattr(each, key))),
            )


def days(date: Any) -> tuple[str, str]:
    """Return texts that sort before and after all days of a date, and among those of others where they belong."""
    text = date if isinstance(date, str) else date.isoformat()
    return f"{text}-00-00"[:10], f"{text}-99-99"[:10]


DATES = st.dates().map(str) | st.builds(PartialDate, st.integers(1, 9_999), st.integers(0, 12)).map(
    PartialDate.isoformat
)


@brief
@given(catalogues, st.data(), DATES, DATES)
def test_dates_are_found_in_the_ranges_that_they_may_lie_in(
    catalogue: Catalogue, data: st.DataObject, one: str, other: str
) -> None:
    for section, key, held in drawn(data, catalogue, lambda each: each.is_date):
        begin, end = sorted([data.draw(st.sampled_from([held.isoformat(), one])) if held else one, other])
        if days(begin)[0] > days(end)[1]:
            continue
        for word, first, last in (
            (f"{key}:{begin}", begin, begin),
            (f"{key}:{begin}..{end}", begin, end),
            (f"{key}:{begin}..", begin, "9999"),
            (f"{key}:..{end}", "0001", end),
        ):
            low, high = days(first)[0], days(last)[1]
            assert_filters(
                catalogue,
                section,
                word,
                lambda each, key=key, low=low, high=high: any(
                    days(date)[0] <= high and low <= days(date)[1] for date in items(getattr(each, key))
                ),
            )
        assert_filters(
            catalogue,
            section,
            f"{key}:={begin}",
            lambda each, key=key, begin=begin: [date.isoformat() for date in items(getattr(each, key))] == [begin],
        )


@brief
@given(catalogues, st.data(), st.integers(0, 200), st.integers(0, 99_999))
def test_numbers_are_found_in_ranges(catalogue: Catalogue, data: st.DataObject, one: int, other: int) -> None:
    for section, key, held in drawn(data, catalogue, lambda each: each.is_number):
        begin, end = sorted([data.draw(st.sampled_from([held, one])) if held is not None else one, other])
        for word, first, last in (
            (f"{key}:{begin}", begin, begin),
            (f"{key}:={begin}", begin, begin),
            (f"{key}:{begin}..{end}", begin, end),
            (f"{key}:{begin}..", begin, 99_999),
            (f"{key}:..{end}", 0, end),
        ):
            assert_filters(
                catalogue,
                section,
                word,
                lambda each, key=key, first=first, last=last: any(
                    first <= number <= last for number in items(getattr(each, key))
                ),
            )


@brief
@given(values_of(Extent), st.integers(1, 200), st.integers(1, 99_999))
def test_an_extent_is_found_by_the_ranges_that_it_overlaps(extent: Extent, one: int, other: int) -> None:
    begin, end = sorted([one, other])
    catalogue = Catalogue(format=1, show=Show(title="x", runtime=extent))

    def found(word: str) -> bool:
        return bool(search(catalogue, [word, "section:show"]))

    assert found(f"runtime:{begin}..{end}") == (extent[0] <= end and begin <= extent[-1])
    assert found(f"runtime:{begin}") == (extent[0] <= begin <= extent[-1])
    assert found(f"runtime:={begin}") == (set(extent) == {begin})
    assert found(f"runtime:{begin}..") == (begin <= extent[-1])
    assert found(f"runtime:..{end}") == (extent[0] <= end)


@brief
@given(catalogues, st.data())
def test_flags_and_words_of_an_enumeration_are_found_as_a_whole(catalogue: Catalogue, data: st.DataObject) -> None:
    for section, key, _ in drawn(data, catalogue, lambda each: each.is_flag):
        for text, flag in (("yes", True), ("TRUE", True), ("no", False), ("false", False)):
            assert_filters(
                catalogue, section, f"{key}:{text}", lambda each, key=key, flag=flag: getattr(each, key) is flag
            )
    for section, key, _ in drawn(data, catalogue, lambda each: isinstance(each.each.type, inspect.EnumType)):
        kind: Any = declarations(RECORD_TYPES[section])[key].each.type
        for member in kind.cls:
            for word in (f"{key}:{member}", f"{key}:={member.upper().replace('-', ' ')}"):
                assert_filters(
                    catalogue,
                    section,
                    word,
                    lambda each, key=key, member=member: member in items(getattr(each, key)),
                )


PLACES = [(season, number) for season in range(4) for number in range(-1, 8)]


def covered(code: str) -> set[tuple[int, int]]:
    """Return the episodes of three seasons and the specials that a code names, where seasons have no known end."""
    first, _, last = code.partition("-")

    def place(text: str, *, is_last: bool) -> tuple[int, int]:
        season, _, number = text.removeprefix("S").partition("E")
        return int(season), int(number) if number else (7 if is_last else -1)

    begin, end = place(first, is_last=False), place(last or first, is_last=True)
    return {each for each in PLACES if begin <= each <= end}


CODES = st.sampled_from([*NEAR_CODES, "S02", "S03E01-S03E05", "S02E02-S03E01"])


@examples(200)
@given(st.lists(st.lists(CODES, max_size=3), max_size=5), CODES, CODES)
def test_episodes_are_found_in_every_run_that_has_one_of_them(runs: list[list[str]], one: str, other: str) -> None:
    catalogue = Catalogue(
        format=1, show=SHOW, cast=tuple(CastMember(name="x", episodes=tuple(codes)) for codes in runs)
    )
    if wanted := covered(one):
        assert_filters(
            catalogue, "cast", f"episodes:{one}", lambda part: any(covered(code) & wanted for code in part.episodes)
        )
    between = {each for each in PLACES if min(covered(one) or [(9, 9)]) <= each <= max(covered(other) or [(-1, 0)])}
    begin, _, _ = one.partition("-")
    _, _, end = f"-{other}".rpartition("-")
    if between and covered(one) and covered(other):
        assert_filters(
            catalogue,
            "cast",
            f"episode:{begin}..{end.lower()}",
            lambda part: any(covered(code) & between for code in part.episodes),
        )


COUNTRIES = {"FR": "france", "US": "united states", "GB": "united kingdom", "JP": "japan"}
OFFERS = st.builds(
    lambda regions, omitted: Offer(
        service="x",
        offer="rent",  # type: ignore[arg-type]
        regions=tuple(regions),
        except_=tuple(omitted),
        checked=None,  # type: ignore[arg-type]
    ),
    st.lists(st.sampled_from([*COUNTRIES, "worldwide"]), min_size=1, max_size=3),
    st.lists(st.sampled_from(list(COUNTRIES)), max_size=2),
)


@examples(100)
@given(st.lists(OFFERS, max_size=5), st.sampled_from(list(COUNTRIES)))
def test_a_region_is_covered_by_its_code_and_by_the_whole_world(offers: list[Offer], code: str) -> None:
    catalogue = Catalogue(format=1, show=SHOW, availability=tuple(offers))
    for text in (code.lower(), COUNTRIES[code], COUNTRIES[code].upper()):
        assert_filters(
            catalogue,
            "availability",
            f"region:{text}",
            lambda offer: code in offer.regions or ("worldwide" in offer.regions and code not in offer.except_),
        )
        assert_filters(catalogue, "availability", f"regions:={text}", lambda offer: code in offer.regions)
        assert_filters(catalogue, "availability", f"except:{text}", lambda offer: code in offer.except_)


IDS = st.sampled_from(["a", "ab", "lbn", "mbt"])
NAMES = st.sampled_from(["Ballet", "Le Ballet", "ab", "É"])


@examples(100)
@given(
    st.dictionaries(IDS, NAMES, max_size=3),
    st.lists(st.none() | IDS | st.just("gone"), max_size=5),
    st.sampled_from(["a", "AB", "lbn", "ballet", "le ballet", "b", "e", "gone", "go"]),
)
def test_a_company_is_found_by_its_whole_id_or_name_or_else_by_a_part(
    names: dict[str, str], held: list[str | None], text: str
) -> None:
    catalogue = Catalogue(
        format=1,
        show=SHOW,
        companies=tuple(Company(id=id_, name=name) for id_, name in names.items()),
        cast=tuple(CastMember(name="x", company=id_) for id_ in held),
    )
    wanted = fold(text)
    by_id = {id_ for id_ in names if id_ == wanted}
    meant = by_id or {id_ for id_, name in names.items() if fold(name) == wanted}

    def holds(part: CastMember) -> bool:
        known = (part.company or "", fold(names.get(part.company or "", "")))
        return part.company in meant if meant else any(wanted in each for each in known)

    assert_filters(catalogue, "cast", f"company:{text}", holds)
    exactly = meant or {wanted}
    assert_filters(catalogue, "cast", f"company:={text}", lambda part: part.company in exactly)


@brief
@given(st.data())
def test_a_source_is_found_in_what_rests_on_it_wholly_or_for_one_value(data: st.DataObject) -> None:
    named = {f"source-{at}": f"title-{at}" for at in range(3)}
    some = st.lists(st.sampled_from(list(named)), max_size=2).map(tuple)
    settings = [
        Setting(name="x", sources=data.draw(some), cites={key: data.draw(some) for key in ("city", "name")})
        for _ in range(3)
    ]
    held = Catalogue(
        format=1,
        show=SHOW,
        settings=tuple(settings),
        sources=tuple(Source(id=id_, title=title) for id_, title in named.items()),
    )
    for id_, title in named.items():
        for text in (id_, id_.upper(), title):
            assert_filters(
                held,
                "settings",
                f"source:{text}",
                lambda each, id_=id_: id_ in each.sources or any(id_ in ids for ids in each.cites.values()),
            )
            assert_filters(held, "settings", f"sources:{text}", lambda each, id_=id_: id_ in each.sources)
            assert_filters(
                held, "settings", f"cites.city:{text}", lambda each, id_=id_: id_ in each.cites.get("city", ())
            )


@examples(100)
@given(st.lists(st.builds(CastMember, name=texts.filter(bool), note=texts), max_size=5), texts)
def test_not_before_a_word_finds_the_records_that_do_not_hold_it(records: list[CastMember], word: str) -> None:
    catalogue = Catalogue(format=1, show=SHOW, cast=tuple(records))
    if fold(word) and ":" not in word:
        having = having_words(records, [word], catalogue)
        others = [each for each in records if all(each is not one for one in having)]
        assert list(having_words(records, [f"not:{word}"], catalogue)) == others


@brief
@given(catalogues, st.data())
def test_all_terms_and_words_hold_together(catalogue: Catalogue, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(["has:note", "not:has:sources", "a", "not:e", "name:a"]), max_size=4))
    for section in RECORD_TYPES:
        records = getattr(catalogue, section)
        kept = records
        for word in words:
            kept = having_words(kept, [word], catalogue)
        assert list(having_words(records, words, catalogue)) == list(kept)


NAMES_OF_KEYS = [
    *{key: None for each in (Show, *RECORD_TYPES.values()) for key in each.__struct_encode_fields__},
    *("source", "section", "region", "episode", "cited", "ids.imdb", "titles.ko", "cites.name", "has", "nonesuch"),
]
VALUES = ["S01", "2025", "2025-04", "fr", "french", "main", "x..y", "..", "..2025", "S01..", "1..2", "yes"]


@examples(100)
@given(
    catalogues,
    st.sampled_from(NAMES_OF_KEYS),
    st.sampled_from([":", ":="]),
    texts | st.sampled_from(VALUES),
    st.sampled_from(["", "not:", "has:", "not:has:"]),
)
def test_whatever_a_term_asks_it_is_answered_or_refused(
    catalogue: Catalogue, key: str, operator: str, text: str, before: str
) -> None:
    word = f"{before}{key}{operator}{text}"
    with suppress(UsageError):
        for for_people in (True, False):
            for match in search(catalogue, [word], for_people=for_people):
                assert all(": " in place for place in match.match)
    for section in RECORD_TYPES:
        with suppress(UsageError):
            kept = having_words(getattr(catalogue, section), [word], catalogue)
            assert list(having_words(kept, [word], catalogue)) == list(kept)
