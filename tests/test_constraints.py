"""The versions that `.ci/run` installs are ones that `pyproject.toml` allows, of everything that it names."""

import re
import tomllib
from collections.abc import Iterator

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.door import CHECKOUT

LINES = (CHECKOUT / ".ci" / "constraints.txt").read_text(encoding="utf-8").splitlines()
PINNED = dict(line.split("==") for line in LINES if not line.startswith("#"))


def requirements() -> Iterator[Requirement]:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    named = [project["project"]["dependencies"], project["build-system"]["requires"]]
    for group in (*named, *project["project"]["optional-dependencies"].values()):
        yield from map(Requirement, group)


@pytest.mark.parametrize("requirement", list(requirements()), ids=lambda requirement: requirement.name)
def test_what_is_installed_to_test_a_change_is_what_people_may_get(requirement: Requirement) -> None:
    pinned = {canonicalize_name(name): version for name, version in PINNED.items()}
    assert Version(pinned[canonicalize_name(requirement.name)]) in requirement.specifier


@pytest.mark.parametrize("line", LINES)
def test_constraints_are_names_and_versions_alone(line: str) -> None:
    assert line.startswith("# ") or re.fullmatch(r"[\w.-]+==[\w.]+", line)


def test_a_new_major_version_of_what_prints_or_reads_is_not_installed_unseen() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    for requirement in map(Requirement, project["project"]["dependencies"]):
        assert any(each.operator == "<" for each in requirement.specifier), requirement.name
