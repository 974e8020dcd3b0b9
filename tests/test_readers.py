"""What README.md says of reading tsv and csv elsewhere, run as it stands there: every value comes back."""

import csv
import io
import json
import os
import re
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import DATA
from tests.door import CHECKOUT, entry_point, environment, run
from tests.programs import required_reader

README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(sh|python|sql)\n(.*?)```", README, flags=re.DOTALL)

Table = list[list[Any]]


@pytest.fixture(params=["quoting", "hostile"])
def meant(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Table:
    """Return the keys and values that `cast --json` gives; the files that README.md has written are where we are."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ETOILE_CATALOGUE", str(DATA / f"{request.param}.toml"))
    for command in _block("sh", "> cast.tsv"):
        _shell(command)
    records = json.loads(run("etoile cast --json").stdout)
    return [list(records[0]), *([_or_nothing(value) for value in record.values()] for record in records)]


def test_python_reads_back_every_value(meant: Table) -> None:
    with Path("cast.tsv").open(encoding="utf-8", newline="") as file:
        assert _decoded(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE), meant) == meant
    with Path("cast.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file, strict=True)) == _joined(meant)


def test_csvkit_reads_back_every_value(meant: Table) -> None:
    required_reader("csvkit")
    from_tsv, from_csv = (_table(_shell(command)) for command in _block("sh", "csvformat"))
    assert _decoded(from_tsv, meant) == meant
    assert from_csv == _joined(meant)


def test_pandas_reads_back_every_value(meant: Table) -> None:
    required_reader("pandas")
    names: dict[str, Any] = {}
    exec("\n".join(_block("python", "pandas")), names)
    from_tsv, from_csv = ([list(names[each]), *names[each].to_numpy().tolist()] for each in ("from_tsv", "from_csv"))
    assert _decoded(from_tsv, meant) == meant
    assert from_csv == _joined(meant)


def test_duckdb_reads_back_every_value(meant: Table) -> None:
    required_reader("duckdb")
    import duckdb

    answers = [duckdb.sql(query) for query in _block("sql", "read_csv")]
    # It takes what is empty for nothing.
    from_tsv, from_csv = (
        [each.columns, *([value or "" for value in row] for row in each.fetchall())] for each in answers
    )
    assert _decoded(from_tsv, meant) == meant
    assert from_csv == _joined(meant)


def _block(language: str, words: str) -> list[str]:
    """Return the lines of the one block of README.md in a language that holds the words."""
    [block] = [text for each, text in BLOCKS if each == language and words in text]
    return block.splitlines()


def _shell(command: str) -> str:
    path = f"{Path(entry_point()).parent}:{environment()['PATH']}"
    done = subprocess.run(
        ["sh", "-c", command],
        env=environment({"PATH": path, "ETOILE_CATALOGUE": os.environ["ETOILE_CATALOGUE"]}),
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    return done.stdout.decode()


def _table(text: str) -> Table:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def _or_nothing(value: Any) -> Any:
    """Return a value, or an empty text for one that is not known."""
    return "" if value is None else value


def _joined(table: Table) -> Table:
    """Return a table whose lists are texts, as csv has them."""
    return [[_text(value) for value in row] for row in table]


def _text(value: Any) -> Any:
    match value:
        case list():
            return "; ".join(value)
        case dict():
            return "; ".join(
                f"{key}={','.join(each) if isinstance(each, list) else each}" for key, each in value.items()
            )
        case _:
            return value


def _decoded(table: Iterable[Sequence[str]], meant: Table) -> Table:
    """Return the values of a tsv; where a list is meant, a list."""
    return [
        [_value(field, value) for field, value in zip(*rows, strict=True)] for rows in zip(table, meant, strict=True)
    ]


def _value(field: str, meant: Any) -> Any:
    """Return what a field of a tsv holds: a list or a table, where that is meant."""
    match meant:
        case list():
            return _items(field)
        case dict():
            pairs = re.findall(r"((?:\\.|[^\\=;])*)=((?:\\.|[^\\;])*)(?:; |$)", field)
            return {_unescaped(key): _pair(text, meant.get(_unescaped(key))) for key, text in pairs}
        case _:
            return _unescaped(field)


def _pair(text: str, meant: Any) -> Any:
    """Return the value of a key of a table; the items of a list in it are joined by commas."""
    if not isinstance(meant, list):
        return _unescaped(text)
    return [_unescaped(item) for item, _ in re.findall(r"((?:\\.|[^\\,])+)(,|$)", text)]


def _items(field: str) -> list[str]:
    return [_unescaped(item) for item, _ in re.findall(r"((?:\\.|[^\\;])+)(; |$)", field)]


def _unescaped(field: str) -> str:
    """Undo the escapes that README.md names."""
    return re.sub(r"\\(?:u([0-9a-f]{4})|(.))", _character, field)


def _character(escape: re.Match[str]) -> str:
    code, letter = escape.groups()
    return chr(int(code, 16)) if code else {"t": "\t", "n": "\n"}.get(letter, letter)
