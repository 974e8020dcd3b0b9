"""JSON-LD against the types that schema.org has: every property and every value, wherever they are."""

import json
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.door import CHECKOUT, run
from tests.programs import NODE_MODULES, required, required_package

DATA = CHECKOUT / "tests" / "data"
CATALOGUES = [CHECKOUT / "data" / "etoile.toml", DATA / "full.toml", DATA / "hostile.toml", DATA / "minimal.toml"]

FLAGS = ["--noEmit", "--strict", *("--target", "es2022"), *("--lib", "es2022")]
MODULES = ["--skipLibCheck", "--module", "esnext", "--moduleResolution", "bundler"]

Thing = dict[str, Any]


def refused(documents: Mapping[str, str], directory: Path) -> set[str]:
    """Return which of the documents are no `TVSeries` to the compiler."""
    for package in ("typescript", "schema-dts", "schema-dts-lib"):
        required_package(package)
    (directory / "node_modules").symlink_to(NODE_MODULES)
    lines = ["import type { TVSeries, WithContext } from 'schema-dts';"]
    for number, text in enumerate(documents.values()):
        lines.append(f"export const document{number}: WithContext<TVSeries> = {' '.join(text.splitlines())};")
    (directory / "documents.ts").write_text("\n".join(lines), encoding="utf-8")
    compiler = [required("node"), NODE_MODULES / "typescript" / "bin" / "tsc", *FLAGS, *MODULES, "documents.ts"]
    done = subprocess.run(compiler, cwd=directory, capture_output=True, encoding="utf-8", timeout=300, check=False)
    errors = re.findall(r"^documents\.ts\((\d+),", done.stdout, re.MULTILINE)
    assert done.returncode == 0 or errors, done
    return {list(documents)[int(line) - 2] for line in errors}


def slips(thing: Thing, path: str, whole: Callable[[Thing], Thing]) -> Iterator[tuple[str, Thing]]:
    """Yield documents with one slip each: a wrong name, a wrong value, a wrong element, a wrong type, anywhere."""
    kind = {"@type": thing["@type"]}
    yield f"{path}@type", whole({"@type": "Nothing"})
    for key, value in thing.items():
        if key == "@type":
            continue
        many = isinstance(value, list)
        yield f"{path}{key}: misspelt", whole(kind | {f"{key}_": value})
        yield f"{path}{key}: wrong value", whole(kind | {key: True})
        if many:
            yield f"{path}{key}: wrong element", whole(kind | {key: [*value, True]})
        for each in value if many else [value]:
            if isinstance(each, dict):
                yield from slips(each, f"{path}{key}.", _around(kind, key, many, whole))


def _around(kind: Thing, key: str, many: bool, whole: Callable[[Thing], Thing]) -> Callable[[Thing], Thing]:
    return lambda inner: whole(kind | {key: [inner] if many else inner})


def test_every_property_and_value_is_one_of_schema_org(tmp_path: Path) -> None:
    documents = {path.name: run(f"etoile -c '{path}' export jsonld").stdout for path in CATALOGUES}
    assert refused(documents, tmp_path) == set()


def test_the_types_refuse_every_slip_wherever_it_is(tmp_path: Path) -> None:
    series: Thing = json.loads(run(f"etoile -c '{DATA / 'full.toml'}' export jsonld").stdout)
    context = {"@context": series.pop("@context")}
    made = dict(slips(series, "", lambda thing: context | thing))
    assert len(made) > 200
    assert {"containsSeason.episode.actor.actor.name: wrong value", "sameAs: wrong element"} < made.keys()
    documents = {name: json.dumps(document) for name, document in made.items()}
    # What an id identifies may be a truth value.
    assert made.keys() - refused(documents, tmp_path) == {"identifier.value: wrong value"}
