"""What others run of this repository: the hooks of pre-commit and the action of GitHub, run as they run them."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.door import CHECKOUT, PATIENCE, entry_point, environment
from tests.programs import IN_CI, required
from tests.thoroughness import THOROUGH

HOOKS = yaml.safe_load((CHECKOUT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION = yaml.safe_load((CHECKOUT / "action.yml").read_text(encoding="utf-8"))
# What pip needs of the checkout to install it.
SHIPPED = (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE", "src", "data")
NO_INDEX = re.compile(r"Could not find a version|No matching distribution|Failed to establish|Temporary failure")

CONFIGURATION = """\
repos:
  - repo: {repository}
    rev: {revision}
    hooks:
      - id: etoile-fix
        files: ^shows/
      - id: etoile-check
        files: ^shows/
"""
CLEAN = 'format = 1\n[show]\ntitle = "Étoile"\nsources = []  # etoile: ignore[unsourced]\n'
BROKEN = f'{CLEAN}premiere = "2025-04-24"\n\n[[cast]]  # etoile: ignore[unsourced]\nname = "A"\nbilling = "big"\n'
MENDED = BROKEN.replace('"2025-04-24"', "2025-04-24")
TOLD = (
    'shows/broken.toml:9:11: error[bad-value]: cast "A": "billing" must be one of "main", "recurring", "guest", '
    'found the string "big"'
)


def git(folder: Path, *arguments: str) -> str:
    """Run git without the settings of whoever runs the tests, and return what it prints."""
    identity = {f"GIT_{who}_{what}": "t@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    settings = {**environment(identity), "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=settings, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def commit(folder: Path) -> str:
    """Make a repository of all that is in a folder, and return the name of its commit."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "All")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with catalogues and a file that configures a tool, which asks for the hooks of this checkout."""
    required("git")
    hooks, shows = tmp_path / "hooks", tmp_path / "mine" / "shows"
    hooks.mkdir()
    shows.mkdir(parents=True)
    for name in SHIPPED:
        copy = shutil.copytree if (CHECKOUT / name).is_dir() else shutil.copy
        copy(CHECKOUT / name, hooks / name)
    (shows / "clean.toml").write_text(CLEAN, encoding="utf-8")
    (shows / "broken.toml").write_text(BROKEN, encoding="utf-8")
    (tmp_path / "mine" / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    configuration = CONFIGURATION.format(repository=hooks, revision=commit(hooks))
    (tmp_path / "mine" / ".pre-commit-config.yaml").write_text(configuration, encoding="utf-8")
    commit(tmp_path / "mine")
    return tmp_path / "mine"


def pre_commit(repository: Path) -> subprocess.CompletedProcess[str]:
    settings = environment({"PRE_COMMIT_HOME": str(repository.parent / "home"), "GIT_CONFIG_GLOBAL": os.devnull})
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never"]
    done = subprocess.run(
        command, cwd=repository, env=settings, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False
    )
    if NO_INDEX.search(done.stdout + done.stderr) and not IN_CI:
        pytest.skip("no index from which pip could install what etoile needs")
    return done


def outcomes(output: str) -> Mapping[str, str]:
    """Return how each hook ended."""
    return dict(re.findall(r"^(etoile .*?)\.+(Passed|Failed|\(no files to check\)Skipped)$", output, re.MULTILINE))


def test_pre_commit_mends_and_checks_the_catalogues_of_a_repository(repository: Path) -> None:
    done = pre_commit(repository)
    assert outcomes(done.stdout) == {"etoile check --fix": "Failed", "etoile check": "Failed"}, done.stdout
    assert done.stdout.count(TOLD) == 2
    assert "etoile: 1 error in 2 files" in done.stdout
    assert "pyproject.toml" not in done.stdout
    assert (repository / "shows" / "broken.toml").read_text(encoding="utf-8") == MENDED
    (repository / "shows" / "broken.toml").write_text(MENDED.replace("big", "main"), encoding="utf-8")
    again = pre_commit(repository)
    assert outcomes(again.stdout) == {"etoile check --fix": "Passed", "etoile check": "Passed"}, again.stdout


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
@pytest.mark.parametrize(
    ("file", "is_checked"),
    [
        ("show.toml", True),
        ("shows/étoile.toml", True),
        ("my-pyproject.toml", True),
        ("pyproject.toml", False),
        ("tools/ruff.toml", False),
        (".taplo.toml", False),
        (".github/x.toml", False),
    ],
)
def test_a_hook_takes_no_file_that_configures_a_tool_for_a_catalogue(
    hook: Mapping[str, Any], file: str, is_checked: bool
) -> None:
    assert hook["types"] == ["toml"]
    assert (re.search(hook["exclude"], file) is None) is is_checked


def steps(folder: Path, files: str, arguments: str = "") -> subprocess.CompletedProcess[str]:
    """Run the steps of the action that are commands, where `etoile` is installed or has to be."""
    given = {
        "inputs.files": files,
        "inputs.arguments": arguments,
        "github.action_path": str(CHECKOUT),
        "steps.python.outputs.python-path": sys.executable,
    }
    commands = [step for step in ACTION["runs"]["steps"] if "run" in step]
    if not THOROUGH:
        installed = folder / "temp" / "etoile" / "bin" / "etoile"
        installed.parent.mkdir(parents=True)
        installed.symlink_to(entry_point())
        commands = commands[1:]
    for step in commands:
        own = {name: _filled(value, given) for name, value in step["env"].items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
            env=environment({"RUNNER_TEMP": str(folder / "temp"), **own}),
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
    return done


def _filled(text: str, given: Mapping[str, str]) -> str:
    """Return a text of the action with what stands for its expressions."""
    return re.sub(r"\$\{\{ (.*?) \}\}", lambda found: given[found[1]], text)


ANNOTATIONS = """\
::error file=broken.toml,line=5,endLine=5,col=12,endColumn=24,title=wrong-type::show: "premiere" must be a \
date, or a string like "2025-04" or "2025", found the string "2025-04-24" (write 2025-04-24, without quotes)
::error file=broken.toml,line=9,endLine=9,col=11,endColumn=16,title=bad-value::cast "A": "billing" must be \
one of "main", "recurring", "guest", found the string "big"
"""


@pytest.mark.parametrize("files", ["clean.toml broken.toml", "clean.toml\nbroken.toml\n", "[cb]*.toml"])
def test_the_action_shows_the_problems_of_several_files_beside_their_lines(files: str, tmp_path: Path) -> None:
    (tmp_path / "clean.toml").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "broken.toml").write_text(BROKEN, encoding="utf-8")
    done = steps(tmp_path, files)
    assert (done.stdout, done.stderr, done.returncode) == (ANNOTATIONS, "etoile: 2 errors in 2 files\n", 1)


@pytest.mark.parametrize("files", ["my show.toml\n", "clean.toml\nmy show.toml", "clean.toml\nmy *.toml\n"])
def test_the_action_takes_names_with_blanks_one_a_line(files: str, tmp_path: Path) -> None:
    (tmp_path / "clean.toml").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "my show.toml").write_text(BROKEN, encoding="utf-8")
    done = steps(tmp_path, files, "--ignore unsourced --strict")
    assert done.stdout == ANNOTATIONS.replace("broken.toml", "my show.toml")
    assert done.returncode == 1


def test_the_action_leaves_the_python_of_other_steps_alone() -> None:
    [python] = [step for step in ACTION["runs"]["steps"] if "uses" in step]
    assert python["with"]["update-environment"] is False
    commands = [step for step in ACTION["runs"]["steps"] if "run" in step]
    assert [word for step in commands for word in step["run"].split() if word.startswith(("python", '"$PYTHON"'))] == [
        '"$PYTHON"'
    ]
    assert commands[0]["env"]["PYTHON"] == f"${{{{ steps.{python['id']}.outputs.python-path }}}}"


def test_what_the_action_is_given_is_not_run_as_a_command(tmp_path: Path) -> None:
    done = steps(tmp_path, "$(touch run) `touch run` ; touch run")
    assert done.returncode == 3
    assert not (tmp_path / "run").exists()


def test_the_action_hands_options_on(tmp_path: Path) -> None:
    (tmp_path / "it.toml").write_text('format = 1\n[show]\ntitle = "x"\n', encoding="utf-8")
    assert steps(tmp_path, "it.toml", "--ignore unsourced --strict").returncode == 0
