"""The benchmarks: the same rows are measured, on catalogues in order."""

import importlib
from types import ModuleType

import pytest

from etoile_cli.columns import DEFAULTS
from etoile_cli.reader import parse
from tests.door import CHECKOUT, run

BENCHMARKS = CHECKOUT / "benchmarks"


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    monkeypatch.syspath_prepend(str(BENCHMARKS / "floors"))


def module(name: str) -> ModuleType:
    return importlib.import_module(name)


def generated(records: int) -> str:
    return "".join(f"{line}\n" for line in module("generate").catalogue(records))


def test_generated_catalogues_have_the_records_asked_for_and_no_problems() -> None:
    text = generated(200)
    assert len(parse(text.encode()).cast) == 200
    assert run("etoile check -", stdin=text).stderr == "etoile: no problems\n"


def test_a_seed_makes_the_same_catalogue_every_time() -> None:
    generate = module("generate")
    assert generated(50) == generated(50)
    assert list(generate.catalogue(50)) != list(generate.catalogue(50, seed=1))


def test_the_floor_prints_the_same_columns() -> None:
    assert module("floor_b").COLUMNS == DEFAULTS["cast"] == module("peers").COLUMNS
