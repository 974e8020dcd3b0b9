"""The rules that follow from a key's declared type: they hold for any key of that type, whatever its name."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any

import pytest
from msgspec import Meta

from etoile_cli.catalogue.declarations import Declared, declarations
from etoile_cli.catalogue.enumerations import OfferUrlKind, TrailerUrlKind
from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.vocabulary import (
    FOLLOWS,
    KIND_OF,
    Address,
    Minutes,
    Name,
    PastDate,
    ShowIds,
    SourceId,
    Text,
)
from etoile_cli.check.codes import Rule
from etoile_cli.check.contents import Contents, Entry
from etoile_cli.check.problem import Code, Finding, Target
from etoile_cli.check.rules.dates import dates_out_of_order
from etoile_cli.check.rules.ids import malformed_ids
from etoile_cli.check.rules.links import search_links
from etoile_cli.check.rules.named_ids import REFERENCES
from etoile_cli.check.rules.references import _CODES, unknown_references
from etoile_cli.check.rules.repetition import repeated_items
from etoile_cli.check.rules.sources import unsourced_records, unused_sources
from etoile_cli.check.rules.texts import wrong_texts
from etoile_cli.check.structure.record_tables import with_misplaced_keys
from etoile_cli.check.structure.values import BAD_VALUE, WRONG_TYPE, value_findings
from etoile_cli.check.toml.advice.hints import Hint
from tests.check.test_explanations import DAY
from tests.door import TODAY

RECORDS = [Show, *RECORD_TYPES.values()]
NOTHING_TWICE = Meta(extra_json_schema={"uniqueItems": True})


class Festival(Record, frozen=True):
    """A record that no catalogue has: its keys have the types of others and names of their own."""

    homepage: Address | None = None
    pages: tuple[Address, ...] = ()
    leads_to: Annotated[OfferUrlKind | None, Meta(extra={KIND_OF: "homepage"})] = None
    video_leads_to: Annotated[TrailerUrlKind | None, Meta(extra={KIND_OF: "pages"})] = None
    visited: PastDate | None = None
    opens: date | None = None
    closes: Annotated[date | None, Meta(extra={FOLLOWS: "opens"})] = None
    remark: str | None = None
    programme: SourceId | None = None
    witnesses: tuple[SourceId, ...] = ()
    sites: dict[str, Address] = {}  # noqa: RUF012 msgspec copies it
    handles: ShowIds = {}  # noqa: RUF012 msgspec copies it
    names: dict[str, Text] = {}  # noqa: RUF012 msgspec copies it
    nights: tuple[PastDate, ...] = ()
    renewals: tuple[Annotated[date, Meta(extra={FOLLOWS: "opens"})], ...] = ()
    holidays: Annotated[tuple[date, ...], NOTHING_TWICE] = ()
    lengths: Annotated[tuple[Minutes, ...], NOTHING_TWICE] = ()
    stars: float | None = None
    score: Annotated[float, Meta(ge=0, le=10)] | None = None


class WideShow(Show, frozen=True):
    """A show with one more table."""

    titles: dict[str, Text] = {}  # noqa: RUF012 msgspec copies it


class Widened(Catalogue, frozen=True):
    """A catalogue with such records."""

    show: WideShow
    festivals: tuple[Festival, ...] = ()


@pytest.fixture(autouse=True)
def _widened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("etoile_cli.catalogue.declarations._catalogue", lambda: Declared(Widened))


def problems(rule: Rule, values: Mapping[str, Any], *others: Entry) -> Iterator[tuple[Sequence[str | int], str]]:
    entries = [Entry(("festivals", 0), Festival, values), *others]
    for finding in rule(Contents(entries, DAY)):
        assert isinstance(finding, Finding)
        yield finding.path[2:], finding.message


@pytest.mark.parametrize(
    ("rule", "values", "expected"),
    [
        (wrong_texts, {"homepage": "HTTP://a.example"}, [(("homepage",), '"homepage" is http, not https')]),
        (
            wrong_texts,
            {"pages": ["https://a.example", None, "http://b.example"]},
            [(("pages", 2), '"pages", item 3: is http, not https')],
        ),
        (wrong_texts, {"remark": "http://a.example", "homepage": None}, []),
        (
            search_links,
            {"leads_to": "search", "homepage": "https://a.example"},
            [(("homepage",), '"homepage" is a search, not a page')],
        ),
        (search_links, {"leads_to": "search"}, [(("leads_to",), '"leads_to" is a search, not a page')]),
        (
            search_links,
            {"video_leads_to": "search", "pages": ["https://a.example"]},
            [(("pages",), '"pages" is a search, not a page')],
        ),
        (search_links, {"leads_to": "page", "remark": "search", "homepage": "https://a.example"}, []),
        (dates_out_of_order, {"visited": DAY}, []),
        (dates_out_of_order, {"opens": date(2030, 1, 1), "closes": date(2030, 1, 1)}, []),
        (
            dates_out_of_order,
            {"visited": date(2026, 11, 23)},
            [(("visited",), '"visited" 2026-11-23 is in the future')],
        ),
        (
            dates_out_of_order,
            {"opens": date(2026, 2, 2), "closes": date(2026, 2, 1)},
            [(("closes",), '"closes" 2026-02-01 is before "opens" 2026-02-02')],
        ),
        (dates_out_of_order, {"opens": None, "closes": date(2026, 2, 1)}, []),
        (
            unknown_references,
            {"programme": "a"},
            [(("programme",), '"programme" names "a", and there is no such source')],
        ),
        (
            wrong_texts,
            {"sites": {"a": "https://a.example", "b": "http://b.example"}},
            [(("sites", "b"), '"sites", key "b": is http, not https')],
        ),
        (
            malformed_ids,
            {"handles": {"IMDB": "tt0000001", "tvdb": "x", "own": "1"}, "names": {"IMDB": "0"}},
            [
                (("handles", "IMDB"), '"handles", key "IMDB": is not how the scheme is spelt'),
                (
                    ("handles", "tvdb"),
                    '"handles", key "tvdb": must be an id of TheTVDB like "12345", found the string "x"',
                ),
            ],
        ),
        (
            malformed_ids,
            {"handles": {"remark": "1"}, "names": {"remark": "1"}},
            [(("handles", "remark"), '"handles", key "remark": is a key of the record, and names no scheme')],
        ),
        (
            wrong_texts,
            {"handles": {"remark": "1"}, "names": {"remark": "1", "fr": "Fête"}, "sites": {"remark": "https://a.a"}},
            [
                (("sites", "remark"), '"sites", key "remark": is a key of the record'),
                (("names", "remark"), '"names", key "remark": is a key of the record'),
            ],
        ),
        (unsourced_records, {}, [(("programme",), "names no source")]),
        (unsourced_records, {"witnesses": []}, [(("witnesses",), "names no source")]),
        (unsourced_records, {"programme": "a", "witnesses": []}, []),
        (unsourced_records, {"witnesses": ["a"]}, []),
        (unsourced_records, {"programme": None}, []),
        (
            repeated_items,
            {"holidays": [DAY, None, date(2026, 1, 1), DAY], "lengths": [90, 60, 90]},
            [
                (("holidays", 3), '"holidays" holds the date 2026-11-22 twice'),
                (("lengths", 2), '"lengths" holds the integer 90 twice'),
            ],
        ),
        (
            dates_out_of_order,
            {"nights": [DAY, None, date(2026, 11, 23)]},
            [(("nights", 2), '"nights", item 3: 2026-11-23 is in the future')],
        ),
        (
            dates_out_of_order,
            {"opens": date(2026, 2, 2), "renewals": [date(2026, 2, 1), date(2026, 2, 2)]},
            [(("renewals", 0), '"renewals", item 1: 2026-02-01 is before "opens" 2026-02-02')],
        ),
    ],
)
def test_a_rule_asks_for_the_type_and_not_for_the_name(
    rule: Rule, values: Mapping[str, Any], expected: list[tuple[Sequence[str | int], str]]
) -> None:
    assert [*problems(rule, values)] == expected


def test_what_to_do_about_a_search_names_the_key_that_says_so() -> None:
    contents = Contents([Entry(("festivals", 0), Festival, {"leads_to": "search"})], DAY)
    (found,) = search_links(contents)
    assert found.hint == Hint('give the address of the page, and leads_to = "page", once it is known')


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, [(("id",), 'no record names "a"')]),
        ({"remark": "a"}, [(("id",), 'no record names "a"')]),
        ({"programme": "a"}, []),
        ({"programme": None}, []),
        ({"sources": ["a"]}, []),
        ({"sources": ["b", None]}, []),
    ],
)
def test_a_source_is_used_where_any_key_of_that_type_names_it(
    values: Mapping[str, Any], expected: list[tuple[Sequence[str | int], str]]
) -> None:
    class Sourced(Festival, frozen=True):
        sources: tuple[SourceId, ...] = ()

    entries = [
        Entry(("festivals", 0), Sourced, values),
        Entry(("sources", 0), RECORD_TYPES["sources"], {"id": "a"}),
    ]
    found = unused_sources(Contents(entries, date.fromisoformat(TODAY)))
    assert [(each.path[2:], each.message) for each in found] == expected


def test_a_record_whose_type_cites_no_sources_needs_none() -> None:
    class Prop(Record, frozen=True):
        what: Name

    assert [*unsourced_records(Contents([Entry(("props", 0), Prop, {"what": "A shoe"})], DAY))] == []


@pytest.mark.parametrize(("values", "target"), [({}, Target.RECORD), ({"witnesses": []}, Target.VALUE)])
def test_a_record_without_a_source_is_reported_at_the_key_that_is_there(
    values: Mapping[str, Any], target: Target
) -> None:
    (found,) = unsourced_records(Contents([Entry(("festivals", 0), Festival, values)], DAY))
    assert found.target is target


# Keys below the header of a table of their record.


@pytest.mark.parametrize(
    ("record", "record_type", "hint"),
    [
        (("show",), WideShow, "write it below [show] itself, before its titles"),
        (("festivals", 0), Festival, "write it below [[festivals]] itself, before its names"),
    ],
)
def test_a_key_in_a_table_of_its_record_is_to_be_written_before_that_table(
    record: tuple[str | int, ...], record_type: type[Record], hint: str
) -> None:
    table = hint.rpartition(" ")[2]
    of_text, of_list = list(declarations(record_type))[:2]
    (of_rule,) = wrong_texts(Contents([Entry(record, record_type, {table: {of_text: "A"}})], DAY))
    held = {of_list: ["A"], "other": [], of_text: "A"}
    misplaced, other = value_findings((*record, table), held, declarations(record_type)[table])
    assert [of_rule.hint[0], misplaced.hint[0]] == [hint, hint]  # type: ignore[index]
    assert misplaced.path == (*record, table, of_list)
    assert callable(other.hint)


def test_a_key_in_a_table_of_its_record_is_not_missing_nor_is_anything_concluded_from_that() -> None:
    show = {"title": "A", "titles": {"genres": ["B"], "title": "C", "fr": "D"}}
    assert with_misplaced_keys(show, WideShow, {}) == {"genres": None, **show}
    assert with_misplaced_keys({"names": {"opens": DAY}}, Festival, {}) == {"opens": None, "names": {"opens": DAY}}
    assert with_misplaced_keys({"remark": "A"}, Festival, {"names": {"opens": DAY}}) == {"remark": "A"}


# Numbers.


@pytest.mark.parametrize(
    ("key", "value", "code", "message", "hint"),
    [
        ("stars", "8.5", WRONG_TYPE, 'must be a number, found the string "8.5"', "write 8.5, without quotes"),
        ("stars", "8", WRONG_TYPE, 'must be a number, found the string "8"', "write 8, without quotes"),
        ("stars", "nan", WRONG_TYPE, 'must be a number, found the string "nan"', ""),
        ("stars", True, WRONG_TYPE, "must be a number, found true", ""),
        ("stars", DAY, WRONG_TYPE, "must be a number, found the date 2026-11-22", ""),
        ("stars", [8.5], WRONG_TYPE, "must be a number, found an array", ""),
        ("stars", 10**400, BAD_VALUE, "must be a number, found an integer of over 64 bits", ""),
        ("score", 10.5, BAD_VALUE, "must be a number from 0 to 10, found the float 10.5", ""),
        ("score", 11.0, BAD_VALUE, "must be a number from 0 to 10, found the float 11.0", ""),
        ("score", "11.0", WRONG_TYPE, 'must be a number from 0 to 10, found the string "11.0"', ""),
    ],
)
def test_what_is_no_number_is_reported_with_the_number_that_was_meant(
    key: str, value: object, code: Code, message: str, hint: str
) -> None:
    (found,) = value_findings(("festivals", 0, key), value, declarations(Festival)[key])
    assert (found.code, found.message) == (code, f'"{key}" {message}')
    assert callable(found.hint)
    assert found.hint(f'"{value}"').words == hint


@pytest.mark.parametrize("value", [8, 8.5])
def test_a_number_may_be_an_integer(value: float) -> None:
    assert declarations(Festival)["stars"].accepts(value)


# What the catalogue declares leads somewhere.


@pytest.mark.parametrize("record_type", RECORDS)
def test_a_day_follows_another_of_its_record(record_type: type[Record]) -> None:
    known = declarations(record_type)
    for declared in known.values():
        if declared.follows:
            assert declared.is_date
            assert known[declared.follows].is_date
        if declared.done:
            assert declared.is_date


@pytest.mark.parametrize("record_type", RECORDS)
def test_what_an_address_leads_to_is_said_of_an_address_of_the_record(record_type: type[Record]) -> None:
    known = declarations(record_type)
    assert [key for key, each in known.items() if each.kind_of and not known[each.kind_of].is_address] == []


@pytest.mark.parametrize("record_type", RECORDS)
def test_an_unknown_reference_of_every_key_has_its_code(record_type: type[Record]) -> None:
    referring = {(each.item or each).refers_to for each in declarations(record_type).values()} - {""}
    assert referring <= {*_CODES}
    assert referring <= REFERENCES.keys()
