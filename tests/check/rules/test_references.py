"""That records may refer to those of any section, by an id or a code, and that what is forgotten then is noticed."""

from collections.abc import Mapping, Sequence
from typing import Annotated, ClassVar

import pytest
from msgspec import Meta

from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.record import Derived, Record
from etoile_cli.catalogue.section import Page, Section
from etoile_cli.catalogue.sections import SECTIONS
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
    derived: ClassVar[Mapping[str, Derived]] = {
        "page": Derived("page", ("scene",), str),
        "at": Derived("code", ("act", "scene"), "{}/{}".format),
    }

    act: int
    scene: int


class Visit(Record, frozen=True):
    """What refers to them."""

    where: Annotated[Name | None, Meta(extra={REFERS_TO: "theatres"})] = None
    saw: tuple[Annotated[Name, Meta(extra={REFERS_TO: "scenes"})], ...] = ()


UNKNOWN_THING = Code("unknown-thing", Severity.ERROR, means="", why="", wrong="", right="")
RECORDS = [
    Entry(("theatres", 0), Theatre, {"slug": "garnier", "name": "Palais Garnier"}),
    Entry(("scenes", 0), Scene, {"act": 10, "scene": 20}),
]


@pytest.fixture
def _declared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Declare the sections of such records."""
    types: dict[str, type[Record]] = {"theatres": Theatre, "scenes": Scene, "visits": Visit}
    for section, record_type in types.items():
        declared = Section(section, section.removesuffix("s"), "", columns=(), page=Page(99, "", ()))
        monkeypatch.setitem(SECTIONS, section, declared)  # type: ignore[arg-type]
        monkeypatch.setitem(RECORD_TYPES, section, record_type)
    for section, reference in references(types).items():
        monkeypatch.setitem(REFERENCES, section, reference)  # type: ignore[arg-type]
        monkeypatch.setitem(_CODES, section, UNKNOWN_THING)  # type: ignore[arg-type]


def problems(*visits: Mapping[str, object]) -> list[tuple[Sequence[str | int], str, str]]:
    entries = [*RECORDS, *(Entry(("visits", number), Visit, visit) for number, visit in enumerate(visits))]
    found = [*unknown_references(Contents(entries, DAY))]
    assert {each.code for each in found} <= {UNKNOWN_THING}
    hints = [each.hint("") if callable(each.hint) else each.hint for each in found]
    return [(each.path, each.message, hint.words) for each, hint in zip(found, hints, strict=True)]


@pytest.mark.usefixtures("_declared")
def test_any_section_is_referred_to_by_the_id_or_the_code_of_its_records() -> None:
    visits = {"where": "garnier", "saw": ["10/20", "10/21"]}, {"where": "garnir"}, {"where": "https://a.example"}
    assert problems(*visits) == [
        (
            ("visits", 0, "saw", 1),
            '"saw", item 2: names "10/21", and there is no such scene',
            'did you mean "10/20"?',
        ),
        (("visits", 1, "where"), '"where" names "garnir", and there is no such theatre', 'did you mean "garnier"?'),
        (
            ("visits", 2, "where"),
            '"where" names "https://a.example", and there is no such theatre',
            "write the id of a record in [[theatres]]",
        ),
    ]


@pytest.mark.usefixtures("_declared")
def test_an_id_may_be_misspelt_in_its_own_record_whatever_its_key_and_a_code_may_not() -> None:
    assert problems({"where": "garnir"}, {"where": "garnir"}) == [
        (("theatres", 0, "slug"), 'no record names "garnier", and 2 name "garnir"', 'did you mean "garnir"?')
    ]
    assert [path for path, *_ in problems({"saw": ["10/21"]}, {"saw": ["10/21"]})] == [
        ("visits", 0, "saw", 0),
        ("visits", 1, "saw", 0),
    ]


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
