"""Every catalogue in tests/data/invalid, and the exact text that `etoile check` prints of it."""

from enum import EnumMeta, StrEnum
from pathlib import Path

import pytest

from etoile_cli.catalogue import enumerations
from etoile_cli.catalogue.reader import InvalidCatalogueError, parse
from etoile_cli.check.codes import FOUND_BY
from etoile_cli.check.problem import Code
from tests.door import Run, run

INVALID = Path(__file__).resolve().parents[1] / "data" / "invalid"
CASES = sorted(INVALID.glob("*.toml"))
TOLD = "".join(each.read_text(encoding="utf-8") for each in INVALID.glob("*.txt"))
MOST_TOLD = 10

ENUMERATIONS = [each for each in vars(enumerations).values() if isinstance(each, EnumMeta) and each is not StrEnum]

every_case = pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])


def is_refused(case: Path) -> bool:
    try:
        parse(case.read_bytes())
    except InvalidCatalogueError:
        return True
    return False


def check(case: Path) -> Run:
    return run(f"etoile check {case.name}", code=1 if "error[" in told(case) else 0)


def record(case: Path) -> None:
    command = f"etoile check {case.name}"
    try:
        done = run(command, code=1)
    except AssertionError:
        done = run(command)
    case.with_suffix(".txt").write_text(done.stdout + done.stderr, encoding="utf-8")


def told(case: Path) -> str:
    return case.with_suffix(".txt").read_text(encoding="utf-8")


@every_case
def test_check_tells_everything_that_is_wrong(
    case: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(INVALID)
    if request.config.getoption("--update-golden"):
        record(case)
    done = check(case)
    assert done.stdout + done.stderr == told(case)
    assert done.stderr.startswith("etoile: ")


@every_case
def test_other_commands_tell_the_same_and_only_what_keeps_them_from_reading(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(INVALID)
    lines = check(case).stdout.splitlines()
    if not is_refused(case):
        assert run(f"etoile -c {case.name} summary --json").stdout != ""
        return
    done = run(f"etoile -c {case.name} cast", code=3)
    problems = [line for line in done.stderr.splitlines() if not line.startswith("hint: ")]
    assert done.stdout == ""
    assert 1 <= len(problems) <= MOST_TOLD
    assert problems == [line for line in lines if line in problems]


def test_every_expected_text_has_its_catalogue() -> None:
    assert sorted(INVALID.glob("*.txt")) == [case.with_suffix(".txt") for case in CASES]


@pytest.mark.parametrize("code", FOUND_BY, ids=str)
def test_every_code_has_a_case(code: Code) -> None:
    assert f"{code.severity}[{code}]: " in TOLD


@pytest.mark.parametrize("enumeration", ENUMERATIONS)
def test_every_enumeration_has_a_case_that_lists_its_values(enumeration: EnumMeta) -> None:
    values = ", ".join(f'"{each}"' for each in enumeration)
    assert f"must be one of {values}, found " in TOLD
