from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from etoile_cli.catalogue.reader import InvalidCatalogueError, parse
from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.text.dates import PartialDate
from tests.door import run


def read(statement: str) -> Any:
    return parse(f'format = 1\n[show]\ntitle = "x"\n{statement}\n'.encode()).show


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2025-04-24", date(2025, 4, 24)),
        ('"2025-04"', PartialDate(2025, 4)),
        ('"2025"', PartialDate(2025)),
        ("'2025'", PartialDate(2025)),
    ],
)
def test_a_date_is_a_day_or_a_month_or_a_year_in_quotes(written: str, value: object) -> None:
    assert read(f"premiere = {written}").premiere == value


@pytest.mark.parametrize(
    "written",
    [
        '"2025-04-24"',
        '"2025-13"',
        '""',
        "2025",
        "2025.04",
        "true",
        '["2025"]',
        "2025-04-24T10:00:00",
        "10:00:00",
        "{}",
    ],
)
def test_nothing_else_is_a_date(written: str) -> None:
    with pytest.raises(InvalidCatalogueError):
        read(f"premiere = {written}")


@pytest.mark.parametrize("key", ["accessed", "checked"])
def test_a_day_on_which_somebody_looked_is_known_as_a_whole(key: str) -> None:
    section = {"accessed": "sources", "checked": "availability"}[key]
    others = {"accessed": 'id = "a"\ntitle = "A"', "checked": 'service = "A"\noffer = "free"\nregions = ["FR"]'}[key]
    content = f'format = 1\n[show]\ntitle = "x"\n[[{section}]]\n{others}\n{key} = '
    assert parse(f"{content}2025-04-24".encode()).show.title == "x"
    with pytest.raises(InvalidCatalogueError):
        parse(f'{content}"2025-04"'.encode())


@pytest.mark.parametrize(
    ("written", "value"), [("60", (60,)), ("[52, 75]", (52, 75)), ("[60, 60]", (60, 60)), ("99999", (99_999,))]
)
def test_a_range_is_one_number_or_the_least_and_the_most(written: str, value: tuple[int, ...]) -> None:
    runtime = read(f"runtime = {written}").runtime
    assert (runtime, type(runtime)) == (value, Extent)


@pytest.mark.parametrize(
    "written",
    [
        "0",
        "-60",
        "100000",
        "60.0",
        "true",
        '"60"',
        "[]",
        "[60]",
        "[75, 52]",
        "[1, 2, 3]",
        "[0, 60]",
        "[true, 60]",
        "[52, 75.0]",
        "[[52], 75]",
        "{}",
        "2025-04-24",
        '["52", "75"]',
        "[1, 100000]",
    ],
)
def test_nothing_else_is_a_range(written: str) -> None:
    with pytest.raises(InvalidCatalogueError):
        read(f"runtime = {written}")


def test_machine_formats_give_both_as_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "it.toml"
    path.write_text('format = 1\n\n[show]\ntitle = "x"\npremiere = "2025-04"\nended = "2025"\nruntime = [52, 75]\n')
    values = msgspec.json.decode(run(f"etoile -c {path} summary --json").stdout)
    assert (values["premiere"], values["ended"], values["runtime"]) == ("2025-04", "2025", [52, 75])
    lines = run(f"etoile -c {path} summary -f tsv").stdout.splitlines()
    assert {"premiere\t2025-04", "ended\t2025", "runtime\t52; 75"} <= set(lines)
    exported = run(f"etoile -c {path} export toml").stdout
    assert 'premiere = "2025-04"\nended = "2025"\nruntime = [\n    52,\n    75,\n]\n' in exported
    assert parse(exported.encode()) == parse(path.read_bytes())


def test_a_date_time_is_no_date_even_to_the_reader() -> None:
    assert isinstance(datetime(2025, 4, 24), date)  # noqa: DTZ001
    with pytest.raises(InvalidCatalogueError):
        read("ended = 2025-04-24T00:00:00Z")
