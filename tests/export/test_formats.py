"""Every format, over every sort of catalogue: made whole, always the same, safe to print."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given

from etoile_cli.catalogue.episodes import Episode
from etoile_cli.catalogue.holding import Holding
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import Location, read
from etoile_cli.catalogue.records import CastMember, Company, Show, Source
from etoile_cli.export.formats import ExportFormat, lines_of
from etoile_cli.export.nfo import nfo
from tests.controls import controls_in
from tests.door import CHECKOUT
from tests.processes import run_all
from tests.strategies import brief, catalogues
from tests.thoroughness import THOROUGH, breadth
from tests.written import held

MANY = 10_000 if THOROUGH else 2_000
CATALOGUES = {
    "shipped": CHECKOUT / "data" / "etoile.toml",
    "minimal": CHECKOUT / "tests" / "data" / "minimal.toml",
    "hostile": CHECKOUT / "tests" / "data" / "hostile.toml",
}
LARGE = Catalogue(
    format=1,
    show=Show(title="Large", sources=("source-0",)),
    companies=tuple(Company(id=f"company-{number}", name=f"Company {number}") for number in range(10)),
    cast=tuple(
        CastMember(
            name=f"Actor {number}",
            character=f"Part {number}",
            company=f"company-{number % 10}",
            episodes=(f"S01E{number % 8 + 1:02}",),
            sources=(f"source-{number % 100}",),
        )
        for number in range(MANY)
    ),
    episodes=tuple(Episode(season=1, number=number, title=f"Episode {number}") for number in range(1, 9)),
    sources=tuple(
        Source(id=f"source-{number}", title=f"Source {number}", url=f"https://example.org/{number}")
        for number in range(100)
    ),
)

FORMATS = [each for each in ExportFormat if each is not ExportFormat.SQLITE]  # a database is no text

every_format = pytest.mark.parametrize("format_", FORMATS)
every_catalogue = pytest.mark.parametrize("name", breadth([*CATALOGUES, "large"], list(CATALOGUES)))


def catalogue_of(name: str) -> Catalogue:
    return LARGE if name == "large" else read(Location(str(CATALOGUES[name]), "option"))


def whole(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def made(catalogue: Catalogue, format_: ExportFormat) -> Mapping[str, str]:
    """Return the text of every file of a format by its name."""
    if format_ is ExportFormat.NFO:
        return {name: whole(lines) for name, lines in nfo(catalogue).items()}
    return {f"it.{format_}": whole(lines_of(Holding(catalogue.show.title, "", catalogue), format_))}


@cache
def made_once(name: str, format_: ExportFormat) -> Mapping[str, str]:
    return made(catalogue_of(name), format_)


def assert_sound(files: Mapping[str, str]) -> None:
    assert files
    for name, text in files.items():
        assert text.strip(), name
        assert text[-1] == "\n" != text[-2], name
        assert controls_in("".join(set(text))) <= {"\n"}, name
        assert text.encode().decode() == text, name


@every_catalogue
@every_format
def test_every_format_is_text_that_is_safe_to_print_and_ends_with_one_newline(
    name: str, format_: ExportFormat
) -> None:
    assert_sound(made_once(name, format_))


@brief
@given(catalogues)
def test_whatever_a_catalogue_holds_every_format_is_such_a_text(catalogue: Catalogue) -> None:
    for format_ in FORMATS:
        assert_sound(made(catalogue, format_))


@every_catalogue
@every_format
def test_the_same_catalogue_gives_the_same_text(name: str, format_: ExportFormat) -> None:
    assert made(catalogue_of(name), format_) == made_once(name, format_)


@pytest.mark.parametrize("format_", [each for each in FORMATS if each is not ExportFormat.CSL])
def test_none_of_many_parts_is_left_out(format_: ExportFormat) -> None:
    text = "".join(made_once("large", format_).values())
    for word in ("Actor", "Part"):
        assert {int(number) for number in re.findall(rf"\b{word} (\d+)\b", text)} == set(range(MANY)), word


def _exported(directory: Path, env: Mapping[str, str]) -> Mapping[str, str | None]:
    """Return what the program writes in every format, of two catalogues, in an environment."""
    directory.mkdir()
    commands = [
        f"etoile -c '{CATALOGUES[name]}' export {format_} -o '{directory}/{name}.{format_}'"
        for name in ("shipped", "hostile")
        for format_ in ExportFormat
    ]
    assert {(done.stdout, done.stderr, done.code) for done in run_all(commands, env=env)} == {("", "", 0)}
    return held(directory)


def test_no_day_place_or_process_changes_an_export(tmp_path: Path) -> None:
    first = _exported(tmp_path / "first", {"PYTHONHASHSEED": "1"})
    assert len(first) == 2 * len(ExportFormat) + len(nfo(catalogue_of("shipped"))) + len(nfo(catalogue_of("hostile")))
    other = {
        "PYTHONHASHSEED": "2",
        "ETOILE_TODAY": "1999-12-31",
        "TZ": "Asia/Tokyo",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "COLUMNS": "20",
        "FORCE_COLOR": "1",
        "ETOILE_FORMAT": "json",
    }
    assert _exported(tmp_path / "other", other) == first
