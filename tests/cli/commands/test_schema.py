import json
import subprocess
import sys
from typing import Any

import pytest

from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue
from etoile_cli.catalogue.records import Show
from tests.door import CHECKOUT, environment, run, run_process

FILE = CHECKOUT / "data" / "etoile.schema.json"
SCHEMA: dict[str, Any] = json.loads(FILE.read_bytes())
RECORDS = {record_type.__name__: record_type for record_type in (Show, *RECORD_TYPES.values())}
TABLES = {"Catalogue": SCHEMA, **{name: each for name, each in SCHEMA["$defs"].items() if "properties" in each}}
KEYS = [(name, key) for name, table in TABLES.items() for key in table["properties"]]


@pytest.mark.parametrize(
    ("command", "env"),
    [
        ("etoile schema", {}),
        ("etoile schema --color always", {"FORCE_COLOR": "1"}),
        ("etoile schema", {"ETOILE_FORMAT": "csv"}),
        # It is that of the format; no catalogue is read for it.
        ("etoile schema -c nowhere.toml", {"ETOILE_CATALOGUE": "nowhere.toml"}),
    ],
)
def test_the_schema_that_is_printed_is_the_file(command: str, env: dict[str, str]) -> None:
    done = run(command, env=env)
    assert (done.stdout.encode(), done.stderr) == (FILE.read_bytes(), "")


def test_the_catalogue_begins_with_a_directive_that_leads_editors_to_the_schema() -> None:
    first = (CHECKOUT / "data" / "etoile.toml").read_text(encoding="utf-8").partition("\n")[0]
    directive, _, place = first.partition(" ")
    assert directive == "#:schema"
    assert (CHECKOUT / "data" / place).resolve() == FILE


def test_it_says_which_json_schema_it_is_and_what_of() -> None:
    assert {key: SCHEMA[key] for key in ("$schema", "title", "description")} == {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A catalogue of etoile, format 1",
        "description": "A whole catalogue.",
    }


def test_it_has_every_table_and_key_of_the_model_and_no_other() -> None:
    declared = {"Catalogue": Catalogue, **RECORDS}
    assert [(name, key) for name, each in declared.items() for key in each.__struct_encode_fields__] == KEYS


@pytest.mark.parametrize("name", TABLES)
def test_a_table_allows_no_other_key(name: str) -> None:
    assert TABLES[name]["additionalProperties"] is False


@pytest.mark.parametrize("name", TABLES)
def test_every_key_has_a_title_and_a_description(name: str) -> None:
    for key, declared in TABLES[name]["properties"].items():
        assert declared["title"].casefold() == key.replace("_", " ")
        assert declared["title"][0].isupper()
        assert declared["description"].endswith("."), key


@pytest.mark.parametrize("name", SCHEMA["$defs"])
def test_every_table_and_enumeration_has_a_title_and_a_description(name: str) -> None:
    declared = SCHEMA["$defs"][name]
    assert declared["title"].replace(" ", "").casefold() == name.casefold()
    assert declared["description"].endswith(".")


@pytest.mark.parametrize("command", [["cast"], ["summary", "--json"], ["path"]])
def test_other_commands_do_not_wait_for_the_schema_or_the_checker(command: list[str]) -> None:
    shown = (
        "print([name for name in sys.modules if name.startswith(('etoile_cli.catalogue.schema', 'etoile_cli.check'))])"
    )
    program = (
        f"import atexit, sys; from etoile_cli.cli.app import app; atexit.register(lambda: {shown}); app({command})"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", env=environment(), check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_it_says_so_where_python_leaves_its_descriptions_out() -> None:
    done = run_process("etoile schema", env={"PYTHONOPTIMIZE": "2"})
    assert json.loads(done.stdout)["properties"].keys() == SCHEMA["properties"].keys()
    assert done.stderr == "etoile: what describes tables is missing: PYTHONOPTIMIZE=2 and -OO leave it out\n"
