from enum import EnumMeta
from pathlib import Path

import pytest

from etoile_cli import vocabulary
from tests.door import run

INVALID = Path(__file__).resolve().parents[1] / "data" / "invalid"
CASES = sorted(INVALID.glob("*.toml"))
TOLD = "".join(each.read_text(encoding="utf-8") for each in INVALID.glob("*.txt"))

ENUMERATIONS = [
    each for each in vars(vocabulary).values() if isinstance(each, EnumMeta) and each.__module__ == vocabulary.__name__
]
CODES = ["syntax", "missing-key", "unknown-key", "wrong-type", "bad-value", "newer-format"]


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_a_broken_catalogue_is_told_what_is_wrong_with_it(
    case: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(INVALID)
    done = run(f"etoile -c {case.name} cast", code=3)
    expected = case.with_suffix(".txt")
    if request.config.getoption("--update-golden"):
        expected.write_text(done.stderr, encoding="utf-8")
    assert (done.stdout, done.stderr) == ("", expected.read_text(encoding="utf-8"))


def test_every_expected_message_has_its_catalogue() -> None:
    assert sorted(INVALID.glob("*.txt")) == [case.with_suffix(".txt") for case in CASES]


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_case(code: str) -> None:
    assert f"error[{code}]: " in TOLD


@pytest.mark.parametrize("enumeration", ENUMERATIONS)
def test_every_enumeration_has_a_case_that_lists_its_values(enumeration: EnumMeta) -> None:
    values = ", ".join(f'"{each}"' for each in enumeration)
    assert f"must be one of {values}, found " in TOLD
