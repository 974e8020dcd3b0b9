"""The rules that follow from a key's declared type: they hold for any key of that type, whatever its name."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any

import pytest
from msgspec import Meta, inspect

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.records import Record, Show
from etoile_cli.catalogue.vocabulary import (
    FOLLOWS,
    KIND_OF,
    Address,
    OfferUrlKind,
    PastDate,
    SourceId,
    TrailerUrlKind,
)
from etoile_cli.check.codes import Rule
from etoile_cli.check.contents import Contents, Entry
from etoile_cli.check.problem import Finding
from etoile_cli.check.rules.dates import dates_out_of_order
from etoile_cli.check.rules.links import insecure_addresses, search_links
from etoile_cli.check.rules.references import _CODES, unknown_references
from etoile_cli.check.rules.sources import unused_sources
from tests.check.test_explanations import DAY
from tests.door import TODAY

RECORDS = [Show, *RECORD_TYPES.values()]


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


def problems(rule: Rule, values: Mapping[str, Any], *others: Entry) -> Iterator[tuple[Sequence[str | int], str]]:
    entries = [Entry(("festivals", 0), Festival, values), *others]
    for finding in rule(Contents(entries, DAY)):
        assert isinstance(finding, Finding)
        yield finding.path[2:], finding.message


@pytest.mark.parametrize(
    ("rule", "values", "expected"),
    [
        (insecure_addresses, {"homepage": "HTTP://a.example"}, [(("homepage",), '"homepage" is http, not https')]),
        (
            insecure_addresses,
            {"pages": ["https://a.example", None, "http://b.example"]},
            [(("pages", 2), '"pages", item 3: is http, not https')],
        ),
        (insecure_addresses, {"remark": "http://a.example", "homepage": None}, []),
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
    ],
)
def test_a_rule_asks_for_the_type_and_not_for_the_name(
    rule: Rule, values: Mapping[str, Any], expected: list[tuple[Sequence[str | int], str]]
) -> None:
    assert [*problems(rule, values)] == expected


def test_what_to_do_about_a_search_names_the_key_that_says_so() -> None:
    contents = Contents([Entry(("festivals", 0), Festival, {"leads_to": "search"})], DAY)
    (found,) = search_links(contents)
    assert found.hint == ('give the address of the page, and leads_to = "page", once it is known', None, None)


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


# What the catalogue declares leads somewhere.


@pytest.mark.parametrize("record_type", RECORDS)
def test_a_day_follows_another_of_its_record(record_type: type[Record]) -> None:
    known = declarations(record_type)
    for declared in known.values():
        if declared.follows:
            assert isinstance(declared.type, inspect.DateType)
            assert isinstance(known[declared.follows].type, inspect.DateType)
        if declared.done:
            assert isinstance(declared.type, inspect.DateType)


@pytest.mark.parametrize("record_type", RECORDS)
def test_what_an_address_leads_to_is_said_of_an_address_of_the_record(record_type: type[Record]) -> None:
    known = declarations(record_type)
    assert [key for key, each in known.items() if each.kind_of and not known[each.kind_of].is_address] == []


@pytest.mark.parametrize("record_type", RECORDS)
def test_an_unknown_reference_of_every_key_has_its_code(record_type: type[Record]) -> None:
    referring = {(each.item or each).refers_to for each in declarations(record_type).values()} - {""}
    assert referring <= {*_CODES}
