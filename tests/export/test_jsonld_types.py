"""JSON-LD against the types that schema.org has: every property and every value, wherever they are."""

import json
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.door import CHECKOUT, run
from tests.programs import NODE_MODULES, required, required_package
from tests.thoroughness import breadth

DATA = CHECKOUT / "tests" / "data"
CATALOGUES = [CHECKOUT / "data" / "etoile.toml", DATA / "full.toml", DATA / "hostile.toml", DATA / "minimal.toml"]

FLAGS = ["--noEmit", "--strict", *("--target", "es2022"), *("--lib", "es2022")]
MODULES = ["--skipLibCheck", "--module", "esnext", "--moduleResolution", "bundler"]

Thing = dict[str, Any]


def refused_by_types(documents: Mapping[str, str], directory: Path) -> set[str]:
    """Return which of the documents are no `TVSeries` to the compiler."""
    for package in ("typescript", "schema-dts", "schema-dts-lib"):
        required_package(package)
    (directory / "node_modules").symlink_to(NODE_MODULES)
    lines = ["import type { TVSeries, WithContext } from 'schema-dts';"]
    for number, text in enumerate(documents.values()):
        lines.append(f"export const document{number}: WithContext<TVSeries> = {' '.join(text.splitlines())};")
    (directory / "documents.ts").write_text("\n".join(lines), encoding="utf-8")
    compiler = [required("node"), NODE_MODULES / "typescript" / "bin" / "tsc", *FLAGS, *MODULES, "documents.ts"]
    done = subprocess.run(compiler, cwd=directory, capture_output=True, encoding="utf-8", check=False)
    errors = re.findall(r"^documents\.ts\((\d+),", done.stdout, re.MULTILINE)
    assert done.returncode == 0 or errors, done
    return {list(documents)[int(line) - 2] for line in errors}


def slips(thing: Thing, path: str, whole: Callable[[Thing], Thing]) -> Iterator[tuple[str, Thing]]:
    """Yield documents with one slip each: a wrong name, a wrong value, a wrong element, a wrong type, anywhere."""
    kind = {"@type": thing["@type"]}
    yield f"{path}@type", whole({"@type": "Nothing"})
    for key, value in thing.items():
        if key.startswith("@"):
            continue
        many = isinstance(value, list)
        yield f"{path}{key}: misspelt", whole(kind | {f"{key}_": value})
        yield f"{path}{key}: wrong value", whole(kind | {key: True})
        if many:
            yield f"{path}{key}: wrong element", whole(kind | {key: [*value, True]})
        for each in value if many else [value]:
            if isinstance(each, dict) and "@type" in each:
                yield from slips(each, f"{path}{key}.", _around(kind, key, many, whole))


def _around(kind: Thing, key: str, many: bool, whole: Callable[[Thing], Thing]) -> Callable[[Thing], Thing]:
    return lambda inner: whole(kind | {key: [inner] if many else inner})


def exported(path: Path) -> str:
    return _without_languages(run(f"etoile -c '{path}' export jsonld").stdout)


def _without_languages(document: str) -> str:
    """Return JSON-LD whose texts have no languages: the types don't know that a text may be an object with one."""
    return json.dumps(json.loads(document, object_hook=lambda each: each.get("@value", each)))


# The value of an id may be a truth value.
ALLOWED = "identifier.value: wrong value"


@pytest.fixture(scope="module")
def spoilt() -> Mapping[str, str]:
    """Return documents with a slip each; unless all are asked for, every thing has one of each sort."""
    series: Thing = json.loads(exported(DATA / "full.toml"))
    context = {"@context": series.pop("@context")}
    every = {name: json.dumps(context | document) for name, document in slips(series, "", lambda thing: thing)}
    assert len(every) > 200
    first = {re.sub(r"[^.]*$", "", name.partition(":")[0]) + name.partition(":")[2]: name for name in reversed(every)}
    return {name: every[name] for name in breadth(list(every), [*first.values(), ALLOWED])}


@pytest.fixture(scope="module")
def refused(spoilt: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return which documents the compiler refuses, of all that are tried here: it takes seconds to begin."""
    documents = {path.name: exported(path) for path in CATALOGUES}
    return refused_by_types(documents | spoilt, tmp_path_factory.mktemp("types"))


def test_every_property_and_value_is_one_of_schema_org(refused: set[str]) -> None:
    assert refused.isdisjoint(path.name for path in CATALOGUES)


def test_the_types_refuse_every_slip_wherever_it_is(spoilt: Mapping[str, str], refused: set[str]) -> None:
    assert {"actor.actor.name: wrong value", "alternateName: wrong element"} < spoilt.keys()
    assert spoilt.keys() - refused == {name for name in spoilt if name.endswith(ALLOWED)}
