import re
import time
from datetime import date
from pathlib import Path

import pytest

from etoile_cli.errors import UsageError
from etoile_cli.system.environment import catalogue_files, default_format, today
from tests.door import run


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", []),
        ("a b.toml", ["a b.toml"]),
        ("-", ["-"]),
        ("a.toml:b:-", ["a.toml", "b", "-"]),
        (":a.toml::b.toml:", ["a.toml", "b.toml"]),
        (":", []),
        ("~/a.toml:~", ["~/a.toml", "~"]),  # the shell reads these, where they are not quoted
    ],
)
def test_etoile_catalogue_names_files_parted_as_those_in_path(
    value: str, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ETOILE_CATALOGUE", value)
    assert catalogue_files() == expected


def test_a_path_that_has_a_colon_and_is_there_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a:b.toml", "c:d"):
        Path(name).mkdir()
        monkeypatch.setenv("ETOILE_CATALOGUE", name)
        assert catalogue_files() == [name]
    monkeypatch.setenv("ETOILE_CATALOGUE", "a:b.toml:c:d")
    assert catalogue_files() == ["a", "b.toml", "c", "d"]


@pytest.mark.parametrize(("value", "expected"), [("", None), ("json", "json"), ("nonsense", "nonsense")])
def test_etoile_format_names_a_format_if_it_is_not_empty(
    value: str, expected: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ETOILE_FORMAT", value)
    assert default_format() == expected


def test_without_the_variables_nothing_is_named() -> None:
    assert (catalogue_files(), default_format()) == ([], None)


@pytest.mark.parametrize(("fixed", "day"), [("2025-04-24", date(2025, 4, 24)), ("0001-01-01", date(1, 1, 1))])
def test_etoile_today_fixes_the_day(fixed: str, day: date, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ETOILE_TODAY", fixed)
    assert today() == day


def test_a_day_that_is_given_goes_before_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ETOILE_TODAY", "2025-04-24")
    assert today("2026-01-31") == date(2026, 1, 31)


@pytest.mark.parametrize("fixed", ["", None])
def test_else_it_is_the_day_it_is(fixed: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if fixed is None:
        monkeypatch.delenv("ETOILE_TODAY")
    else:
        monkeypatch.setenv("ETOILE_TODAY", fixed)
    before = time.strftime("%Y-%m-%d")
    assert before <= today().isoformat() <= time.strftime("%Y-%m-%d")


@pytest.mark.parametrize("given", ["", "tomorrow"])
def test_a_day_that_is_given_must_be_one(given: str) -> None:
    with pytest.raises(UsageError, match=f'^--today must be a date like 2025-04-24, found "{given}"$'):
        today(given)


@pytest.mark.parametrize("fixed", ["tomorrow", "2025-02-30", "24 April 2025", "2025-04", "2025-04-24T10:00", "20"])
def test_a_day_that_is_none_is_a_usage_error(fixed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ETOILE_TODAY", fixed)
    message = f'ETOILE_TODAY must be a date like 2025-04-24, found "{fixed}"'
    with pytest.raises(UsageError, match=f"^{re.escape(message)}$"):
        today()


@pytest.mark.parametrize(
    ("command", "env", "stderr"),
    [
        (
            "etoile summary",
            {"ETOILE_TODAY": "\x1b[31m"},
            'etoile: error: ETOILE_TODAY must be a date like 2025-04-24, found "\\u001b[31m"\n',
        ),
        (
            "etoile cast",
            {"ETOILE_FORMAT": "yaml"},
            """\
etoile: error: ETOILE_FORMAT names no format: "yaml"
hint: the formats are table, tsv, csv, json, jsonl, md
""",
        ),
    ],
)
def test_a_wrong_variable_is_a_usage_error(command: str, env: dict[str, str], stderr: str) -> None:
    done = run(command, code=2, env=env)
    assert (done.stdout, done.stderr) == ("", stderr)
