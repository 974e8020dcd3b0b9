"""Which catalogue is read, and why."""

import json
from pathlib import Path

import pytest

from tests.door import CHECKOUT, run

BUILT_IN = CHECKOUT / "data" / "etoile.toml"


@pytest.mark.parametrize(
    ("command", "named", "path", "why"),
    [
        ("etoile path", "", BUILT_IN, "the built-in catalogue"),
        ("etoile path", "other.toml", "other.toml", "named by ETOILE_CATALOGUE"),
        ("etoile path -c my.toml", "other.toml", "my.toml", "named by --catalogue"),
        ("etoile -c my.toml path", "", "my.toml", "named by --catalogue"),
    ],
)
def test_path_says_which_catalogue_and_why(
    command: str, named: str, path: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(command, env={"ETOILE_CATALOGUE": named})
    assert done.stdout == f"{tmp_path / path}\n"
    assert done.stderr == f"etoile: {why}\n"


def test_path_of_standard_input_is_a_dash() -> None:
    assert run("etoile -c - path").stdout == "-\n"


def test_path_as_data_names_the_origin() -> None:
    assert json.loads(run("etoile path --json").stdout) == {"path": str(BUILT_IN), "origin": "built in"}
    assert run("etoile path -f tsv").stdout == f"{BUILT_IN}\tbuilt in\n"
