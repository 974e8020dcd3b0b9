"""That a section is declared once, in all that belongs to it, and is everywhere from then on."""

import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import pytest
from msgspec import Meta

from etoile_cli.catalogue.episodes import Episode
from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue, Image, Offer, Trailer, Verdict, record_types
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import CastMember, Company, Contributor, Setting, Show, Source
from etoile_cli.catalogue.section import Groups, Page, Section
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.catalogue.vocabulary import Name
from etoile_cli.cli.registry import COMMANDS
from etoile_cli.listing.columns import columns_of
from etoile_cli.listing.formats import Format
from tests.catalogue import extended
from tests.door import CHECKOUT, PATIENCE, environment

TRANSCRIBED = (
    "etoile --help",
    "etoile festivals --help",
    *(f"etoile festivals -c $EXTENDED -f {format_}" for format_ in Format),
    "etoile festivals -c $EXTENDED -f table --columns all",
    "etoile festivals orbe -c $EXTENDED --columns festival,note",
    "etoile festivals -c $EXTENDED --sort=-day,festival --columns day,festival",
    "etoile festivals -c $EXTENDED --columns festivel",
    "etoile festivals nowhere -c $EXTENDED",
    "etoile festivals",
    "etoile screenings",
    "etoile showings",
    "etoile theatre",
    "etoile festivls",
    "etoile people -c $EXTENDED",
    "etoile people -c $EXTENDED -f table",
    "etoile search lumen -c $EXTENDED",
    "etoile search lumen -c $EXTENDED -f table",
    "etoile search japan -c $EXTENDED -f md",
    "etoile get showings.festival -c $EXTENDED",
    "etoile get 'screenings[orbe].city' --json -c $EXTENDED",
    "etoile get theatre.citi",
    "etoile summary -c $EXTENDED",
    "etoile trailer -c $EXTENDED",
    "etoile path -c $EXTENDED",
    *(f"etoile {name} -c $EXTENDED" for name in ("cast", "episodes", "sources")),
    *(f"etoile export {name} -c $EXTENDED" for name in ("html", "md", "json", "jsonl", "toml", "jsonld", "csl")),
    "etoile diff /dev/null -c $EXTENDED",
    "etoile init --title x -",
    "etoile import tests/importing/data/harbour/tvmaze.json --into $EXTENDED --dry-run",
    "etoile edit festival",
    "etoile add screening festival=Lumen id=lumen talk=9 standing=shown -c $EXTENDED --dry-run",
    "etoile add screening festival=Lumen standing=soon -c $EXTENDED --dry-run",
    "etoile set festivals orbe talk=9 standing= -c $EXTENDED --dry-run",
    "etoile set festival note=x",
    "etoile remove showings orbe -c $EXTENDED --dry-run",
    "etoile check $EXTENDED",
    "etoile check $MISCALLED",
    "etoile festivals -c $MISCALLED",
    "etoile check $UNREADABLE",
    "etoile shows -c $EXTENDED --columns show,years,records",
    "etoile festivals -c $EXTENDED -c data/etoile.toml",
    "etoile people -c $EXTENDED -c data/etoile.toml shows:2..",
    "TAB etoile fes",
    "TAB etoile festivals -c $EXTENDED ",
    "TAB etoile search -c $EXTENDED or",
    "TAB etoile festivals --columns festival,st",
    "TAB etoile festivals --sort da",
    "TAB etoile get fest",
    "TAB etoile get screenings.ta",
    "TAB etoile add fest",
    "TAB etoile add festivals t",
    "TAB etoile set screening orbe standing=",
    "TAB etoile remove -c $EXTENDED festivals orb",
)


def test_a_section_that_is_declared_is_everywhere(golden: Callable[[str, str], None], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.catalogue.extended"],
        input="\n".join([*TRANSCRIBED, f"etoile export nfo -c $EXTENDED -o {tmp_path}"]),
        capture_output=True,
        encoding="utf-8",
        env=environment(),
        cwd=CHECKOUT,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.stderr, done.returncode) == ("", 0)
    golden("declared-section", done.stdout.replace(str(tmp_path), "$DIRECTORY"))
    assert sorted(file.name for file in tmp_path.iterdir()) == ["S01E01.nfo", "tvshow.nfo"]


def test_every_command_is_run_on_a_declared_section() -> None:
    """Save those of the other sections; `schema`, of which a part is in the transcript, is run in any case."""
    run = {command.removeprefix("TAB ").split()[1] for command in TRANSCRIBED}
    others = {section.command for section in SECTIONS.values()}
    assert {str(command.name) for command in COMMANDS} - others <= {*run, "schema"}


# What is forgotten is noticed at once.


class _Extended(Catalogue, frozen=True):
    screenings: Annotated[tuple[extended.Screening, ...], Meta(description="Screenings.")] = ()


def test_a_section_without_a_declaration_is_noticed() -> None:
    with pytest.raises(TypeError, match=r"^no Section in catalogue/sections\.py declares screenings$"):
        record_types(_Extended)


def test_a_declaration_without_a_section_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SECTIONS, "screenings", extended.SCREENINGS)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"^no field of Catalogue holds the records of screenings$"):
        record_types(Catalogue)
    assert record_types(_Extended) == {**RECORD_TYPES, "screenings": extended.Screening}


def test_a_record_type_that_nothing_names_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    class Prop(Record, frozen=True):
        """A thing."""

        what: Annotated[Name, Meta(description="What it is.")]

    class WithProps(Catalogue, frozen=True):
        """A whole catalogue."""

        screenings: Annotated[tuple[Prop, ...], Meta(description="Things.")] = ()

    monkeypatch.setitem(SECTIONS, "screenings", extended.SCREENINGS)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"^Prop has no key name: its `main` must name another$"):
        record_types(WithProps)


@pytest.mark.parametrize(
    "misspelt",
    [
        {"columns": ("title", "rolls")},
        {"page": Page(20, "Pictures", ("title", "rolls"))},
        {"page": Page(20, "Pictures", ("title",), labelled=("rolls",))},
        {"page": Page(20, "Pictures", ("title",), Groups("rolls", {}))},
    ],
    ids=["listing", "page", "labelled", "groups"],
)
def test_a_column_that_no_record_has_is_noticed(misspelt: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    declared = {"columns": ("title",), "page": Page(20, "Pictures", ("title",))} | misspelt
    monkeypatch.setitem(SECTIONS, "images", Section("images", "image", "List the pictures.", **declared))  # type: ignore[arg-type]
    message = r"^the Section images in catalogue/sections\.py names columns that Image lacks: rolls$"
    with pytest.raises(TypeError, match=message):
        record_types(Catalogue)


@pytest.mark.parametrize("section", SECTIONS)
def test_a_declaration_names_columns_that_there_are(section: str) -> None:
    declared, known, main = SECTIONS[section], columns_of(section), RECORD_TYPES[section].main
    groups = declared.page.groups
    named = {*declared.columns, *declared.page.columns, *declared.page.labelled, *([groups.key] if groups else [])}
    assert named <= known.keys()
    assert main in declared.columns
    assert main in declared.page.columns
    assert set(RECORD_TYPES[section].in_heading) <= known.keys()


def test_no_two_sections_have_a_name_or_a_place_in_common() -> None:
    declared = SECTIONS.values()
    names = [{each.key, each.plural, each.command, *each.other_names, *each.tried_as} for each in declared]
    assert [name for name, times in Counter(name for each in names for name in each).items() if times > 1] == []
    assert len({each.page.place for each in declared}) == len(declared)
    assert len({each.page.heading for each in declared}) == len(declared)


def test_the_help_has_the_commands_of_the_sections_in_their_order() -> None:
    commands = [str(command.name) for command in COMMANDS]
    assert [name for name in commands if name in {each.command for each in SECTIONS.values()}] == [
        each.command for each in SECTIONS.values()
    ]


# Groups.


def test_groups_come_in_the_order_of_their_headings_and_those_without_a_value_last() -> None:
    groups = Groups("season", {1: "First", ...: "Season {}", 0: "Specials"})
    values = [0, 3, None, 1, 20]
    assert [name for *_, name in sorted(map(groups.group_of, values))] == [
        "First",
        "Season 3",
        "Season 20",
        "Specials",
        "Others",
    ]


def test_a_value_that_has_no_heading_is_among_the_last() -> None:
    groups = Groups("result", {"won": "Won"}, "Not won")
    assert [name for *_, name in sorted(map(groups.group_of, ["lost", "won", None]))] == ["Won", "Not won", "Not won"]


# What a record is called.


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (Show(title="Étoile"), "Étoile"),
        (Contributor(name="A"), "A"),
        (Company(id="a", name="B"), "B"),
        (CastMember(name="A", character="B"), "A"),
        (Setting(name="A"), "A"),
        (Episode(season=1, number=7, title="The Slip"), "S01E07 The Slip"),
        (Episode(season=0, number=0, title="Special"), "S00E00 Special"),
        (Episode(season=100, number=1000, title="Long"), "S100E1000 Long"),
        (Offer(service="A", offer="free", regions=("FR",), checked=date(2025, 1, 1)), "A"),
        (Trailer(title="A", url="https://example.org/"), "A"),
        (Verdict(outlet="A", kind="score", verdict="B"), "A"),
        (Image(title="A", credit="B", url="https://example.org/"), "A"),
        (Source(id="a", title="B", url="https://example.org/"), "B"),
        (Source(id="a", title="B", publisher="C", url="https://example.org/"), "C: B"),
    ],
)
def test_every_record_has_a_heading(record: Record, name: str) -> None:
    assert record.heading == name


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (CastMember(name="A", character="B"), "A"),
        (Episode(season=1, number=7, title="The Slip"), "S01E07"),
        (Verdict(outlet="A", kind="score", verdict="B"), "A"),
        (Source(id="a", title="B", url="https://example.org/"), "B"),
        (Source(id="a", title="B", publisher="C", url="https://example.org/"), "C"),
    ],
)
def test_every_record_has_a_name_where_another_refers_to_it(record: Record, name: str) -> None:
    assert record.short_name == name
