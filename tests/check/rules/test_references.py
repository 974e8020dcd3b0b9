"""That records may refer to those of any section, by an id or a code, and that what is forgotten then is noticed."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

import pytest
from msgspec import Meta

from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.records import Derived, Record
from etoile_cli.catalogue.sections import SECTIONS, Page, Section
from etoile_cli.catalogue.vocabulary import REFERS_TO, Id, Name
from etoile_cli.check.contents import Contents, Entry
from etoile_cli.check.problem import Code, Severity
from etoile_cli.check.rules.named_ids import REFERENCES, references
from etoile_cli.check.rules.references import _CODES, codes_of, unknown_references
from tests.check.test_explanations import DAY


class Theatre(Record, frozen=True):
    """What records refer to by an id that is called otherwise."""

    slug: Id
    name: Name


class Scene(Record, frozen=True):
    """What records refer to by a code that is made of its keys."""

    identity: ClassVar[tuple[str, ...]] = ("act", "scene")
    derived: ClassVar[Mapping[str, Derived]] = {"at": Derived("code", ("act", "scene"), "{}/{}".format)}

    act: int
    scene: int


class Visit(Record, frozen=True):
    """What refers to them."""

    where: Annotated[Name | None, Meta(extra={REFERS_TO: "theatres"})] = None
    saw: tuple[Annotated[Name, Meta(extra={REFERS_TO: "scenes"})], ...] = ()


def test_any_section_is_referred_to_that_has_a_code(monkeypatch: pytest.MonkeyPatch) -> None:
    types: dict[str, type[Record]] = {"theatres": Theatre, "scenes": Scene, "visits": Visit}
    unknown = Code("unknown-thing", Severity.ERROR, means="", why="", wrong="", right="")
    for section, record_type in types.items():
        declared = Section(section, section.removesuffix("s"), "", columns=(), page=Page(99, "", ()))
        monkeypatch.setitem(SECTIONS, section, declared)  # type: ignore[arg-type]
        monkeypatch.setitem(RECORD_TYPES, section, record_type)
    for section, reference in references(types).items():
        monkeypatch.setitem(REFERENCES, section, reference)  # type: ignore[arg-type]
        monkeypatch.setitem(_CODES, section, unknown)  # type: ignore[arg-type]
    entries = [
        Entry(("theatres", 0), Theatre, {"slug": "garnier", "name": "Palais Garnier"}),
        Entry(("scenes", 0), Scene, {"act": 1, "scene": 2}),
        Entry(("visits", 0), Visit, {"where": "garnier", "saw": ["1/2", "1/3"]}),
        Entry(("visits", 1), Visit, {"where": "garnir"}),
        Entry(("visits", 2), Visit, {"where": "https://a.example"}),
    ]
    found = [*unknown_references(Contents(entries, DAY))]
    assert [(each.code, each.path, each.message) for each in found] == [
        (unknown, ("visits", 0, "saw", 1), '"saw", item 2: names "1/3", and there is no such scene'),
        (unknown, ("visits", 1, "where"), '"where" names "garnir", and there is no such theatre'),
        (unknown, ("visits", 2, "where"), '"where" names "https://a.example", and there is no such theatre'),
    ]
    assert [each.hint("").words for each in found if callable(each.hint)] == [
        'did you mean "1/2"?',
        'did you mean "garnier"?',
        "write the id of a record in [[theatres]]",
    ]
    entries[2:] = [Entry(("visits", each), Visit, {"where": "garnir"}) for each in range(2)]
    (found_once,) = unknown_references(Contents(entries, DAY))
    assert (found_once.path, found_once.message) == (
        ("theatres", 0, "slug"),
        'no record names "garnier", and 2 name "garnir"',
    )


def test_a_reference_to_no_section_is_noticed() -> None:
    with pytest.raises(TypeError, match=r"^Visit\.saw refers to scenes, and there is no such section$"):
        references({"theatres": Theatre, "visits": Visit})


def test_a_reference_to_records_without_an_id_or_a_code_is_noticed() -> None:
    message = (
        "records refer to a Visit, which has neither a key of the type Id nor a derived value that is made of its"
    )
    with pytest.raises(TypeError, match=rf"^{message} identity$"):
        references({"theatres": Theatre, "scenes": Visit, "visits": Visit})


def test_a_reference_without_a_code_for_unknown_ones_is_noticed() -> None:
    with pytest.raises(TypeError, match=r"^no code in check/rules/references\.py is for references to scenes$"):
        codes_of(["sources", "scenes"], _CODES)
