"""What a file keeps of the file that it replaces."""

import os
import stat
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from etoile_cli.system.files import write_file
from tests.door import entry_point, environment, run
from tests.written import held, laid

OLD = "old\n"

# user::rw-, user:12345:rw-, group::r--, mask::rw-, other::---, as Linux keeps it.
_NOBODY = 0xFFFFFFFF
_ENTRIES = ((1, 6, _NOBODY), (2, 6, 12345), (4, 4, _NOBODY), (16, 6, _NOBODY), (32, 0, _NOBODY))
ACL = struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in _ENTRIES)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_file_that_is_replaced_keeps_owner_and_attributes(here: Path) -> None:
    laid(here, {"it": OLD})
    if os.geteuid() == 0:
        os.chown("it", 12345, 54321)
    try:
        os.setxattr("it", "user.note", b"kept")
    except OSError:
        pytest.skip("this file system has no extended attributes")
    status = Path("it").stat()
    write_file("it", ["new"], replace=True)
    assert (Path("it").stat().st_uid, Path("it").stat().st_gid) == (status.st_uid, status.st_gid)
    assert os.getxattr("it", "user.note") == b"kept"


def test_it_gets_no_acl_that_the_other_had_not(here: Path) -> None:
    laid(here, {"it": OLD})
    Path("it").chmod(0o640)
    try:
        os.setxattr(here, "system.posix_acl_default", ACL)
    except OSError:
        pytest.skip("this file system has no ACL")
    write_file("it", ["new"], replace=True)
    assert "system.posix_acl_access" not in os.listxattr("it")
    assert stat.S_IMODE(Path("it").stat().st_mode) == 0o640


def test_it_keeps_the_acl_that_the_other_had(here: Path) -> None:
    laid(here, {"it": OLD})
    try:
        os.setxattr("it", "system.posix_acl_access", ACL)
    except OSError:
        pytest.skip("this file system has no ACL")
    write_file("it", ["new"], replace=True)
    assert os.getxattr("it", "system.posix_acl_access") == ACL


# The root user may give a file to anybody, but not in a program that has lost the capability for it.
_WITHOUT_CHOWN = """
import ctypes, os, sys
PR_CAPBSET_DROP, CAP_CHOWN = 24, 0
ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_CHOWN, 0, 0, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can lay a file of another owner")
def test_what_it_may_not_keep_is_said(here: Path) -> None:
    laid(here, {"it": OLD})
    os.chown("it", 12345, 54321)
    Path("it").chmod(0o4644)
    command = [sys.executable, "-c", _WITHOUT_CHOWN, entry_point(), "export", "csl", "-o", "it", "--force"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment(), check=False)
    assert (done.stdout, done.stderr, done.returncode) == ("", "etoile: it: could not keep owner and group\n", 0)
    assert (Path("it").stat().st_uid, stat.S_IMODE(Path("it").stat().st_mode)) == (0, 0o644)


def test_nothing_is_said_of_a_file_that_is_not_replaced(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    laid(here, {"it": OLD})
    Path("it").chmod(0o600)
    monkeypatch.setattr(os, "chmod", refused)
    monkeypatch.setattr(os, "replace", refused)
    done = run("etoile export csl -o it --force", code=4)
    assert (done.stdout, done.stderr) == ("", "etoile: error: it: no permission to write there\n")
    assert held(here) == {"it": OLD}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can lay a file of another owner")
def test_a_group_is_kept_where_the_owner_may_not_be(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    laid(here, {"it": OLD})
    os.chown("it", 12345, 54321)
    given = os.fchown

    def fchown(descriptor: int, owner: int, group: int) -> None:
        if owner != -1:
            raise PermissionError
        given(descriptor, owner, group)

    monkeypatch.setattr(os, "fchown", fchown)
    done = run("etoile export csl -o it --force")
    assert (done.stdout, done.stderr) == ("", "etoile: it: could not keep owner\n")
    assert (Path("it").stat().st_uid, Path("it").stat().st_gid) == (0, 54321)


def test_a_file_system_without_modes_is_written_to(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    laid(here, {"it": OLD})
    Path("it").chmod(0o600)
    monkeypatch.setattr(os, "chmod", refused)
    done = run("etoile export csl -o it --force")
    assert (done.stdout, done.stderr) == ("", "etoile: it: could not keep mode\n")
