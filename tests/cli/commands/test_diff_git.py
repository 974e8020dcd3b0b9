"""What docs/keeping.md says of git, in a real repository: difftool, an external diff, a textconv."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.compare.catalogues import HEAD, records
from tests.door import CHECKOUT, PATIENCE, entry_point, environment
from tests.programs import required

BEFORE = HEAD + records("cast", 'name = "Olivia Cooke"; character = "Sid Baker"')
AFTER = "# A comment\n" + BEFORE.replace("Sid Baker", "Sidonie Baker")
LINE = "cast: Olivia Cooke: character: Sid Baker → Sidonie Baker\n"
DOCUMENTED = re.findall(
    r"^(?:git config|echo) .+$", (CHECKOUT / "docs" / "keeping.md").read_text(encoding="utf-8"), flags=re.MULTILINE
)


class Repository:
    """A repository with one commit, in which a catalogue was changed since."""

    def __init__(self, path: Path) -> None:
        required("git")
        self.path = path
        search = f"{Path(entry_point()).parent}{os.pathsep}{os.environ['PATH']}"
        who = {f"GIT_{role}_{what}": "test" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        own = {"HOME": str(path), "GIT_CONFIG_NOSYSTEM": "1", "GIT_CEILING_DIRECTORIES": str(path.parent)}
        inherited = {name: value for name, value in environment().items() if not name.startswith("GIT_")}
        self._environment = inherited | {"PATH": search, "LC_ALL": "C.UTF-8"} | who | own
        self.run("git init -q")
        for name in ("my.show.toml", "gone.show.toml"):
            (path / name).write_text(BEFORE, encoding="utf-8")
        self.run("git add . && git commit -qm one")
        (path / "my.show.toml").write_text(AFTER, encoding="utf-8")

    def configure(self, *words: str) -> None:
        """Run the lines of the documentation that have one of the words."""
        lines = [line for line in DOCUMENTED if any(word in line for word in words)]
        assert len(lines) == len(words)
        for line in lines:
            self.run(line)

    def run(self, line: str, code: int = 0) -> tuple[str, str]:
        done = subprocess.run(
            ["sh", "-c", line],
            cwd=self.path,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == code, done
        return done.stdout, done.stderr


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def test_difftool_tells_the_changes_of_records(repository: Repository) -> None:
    repository.configure("difftool.etoile.cmd", "difftool.prompt")
    done = repository.run("git difftool --tool etoile")
    assert done == (LINE, "etoile: 1 record changed\n")


def test_git_diff_tells_the_changes_of_records(repository: Repository) -> None:
    repository.configure(".gitattributes", "diff.etoile.command")
    assert repository.run("git diff") == (f"my.show.toml:\n{LINE}", "etoile: 1 record changed\n")
    assert "+character" in repository.run("git diff --no-ext-diff")[0]
    repository.run("git commit -qam two")
    assert repository.run("git log -p -1 --format= --ext-diff -- '*.show.toml'")[0].strip() == (
        f"my.show.toml:\n{LINE}".strip()
    )


def test_git_diff_names_each_file_and_shows_the_lines_of_one_that_is_broken(repository: Repository) -> None:
    repository.configure(".gitattributes", "diff.etoile.command")
    (repository.path / "gone.show.toml").write_text(
        BEFORE.replace('name = "Olivia', "name = Olivia"), encoding="utf-8"
    )
    stdout, stderr = repository.run("git diff")
    broken, _, read = stdout.partition("my.show.toml:\n")
    assert broken.startswith("gone.show.toml:\ndiff --git ")
    assert '\n-name = "Olivia Cooke"\n+name = Olivia Cooke"\n' in broken
    assert read == LINE
    assert "error[syntax]" in stderr
    assert stderr.endswith("etoile: 1 record changed\n")


@pytest.mark.parametrize(
    ("change", "sign"),
    [("git rm -q gone.show.toml", "-"), ("cp gone.show.toml x.show.toml && git add -N x.show.toml", "+")],
)
def test_a_file_that_came_or_went_is_told_record_by_record(change: str, sign: str, repository: Repository) -> None:
    repository.configure(".gitattributes", "diff.etoile.command", "difftool.etoile.cmd", "difftool.prompt")
    repository.run(change)
    told = f"show: {sign} Test\ncast: {sign} Olivia Cooke (Sid Baker)\n"
    assert told in repository.run("git diff HEAD")[0]
    assert told in repository.run("git difftool --tool etoile HEAD")[0]


def test_a_textconv_shows_a_value_a_line_without_comments(repository: Repository) -> None:
    repository.configure(".gitattributes", "diff.etoile.textconv")
    lines = repository.run("git diff -U0 -- my.show.toml")[0].splitlines()
    assert [line for line in lines if re.match(r"[-+][^-+]", line)] == [
        '-character = "Sid Baker"',
        '+character = "Sidonie Baker"',
    ]


def test_a_catalogue_that_is_broken_can_not_be_converted(repository: Repository) -> None:
    repository.configure(".gitattributes", "diff.etoile.textconv")
    (repository.path / "my.show.toml").write_text("format = 1\n[show]\n", encoding="utf-8")
    stderr = repository.run("git diff -- my.show.toml", code=128)[1]
    assert "error[missing-key]: show" in stderr
    assert "-[[cast]]" in repository.run("git diff --no-textconv -- my.show.toml")[0]
