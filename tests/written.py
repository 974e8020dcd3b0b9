"""What a test finds written below a directory, and how it lays what is there before."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from etoile_cli.errors import DeliveryError

# The text of a file by its path, `None` for a directory.
Held = Mapping[str, str | None]


def held(directory: Path) -> Held:
    """Return what there is below a directory, hidden or not; bytes that are no text come as surrogates."""
    return {
        str(each.relative_to(directory)): each.read_bytes().decode(errors="surrogateescape")
        if each.is_file()
        else None
        for each in directory.rglob("*")
    }


def laid(directory: Path, files: Held) -> Held:
    """Make files and directories, and return them."""
    for path, text in files.items():
        if text is None:
            (directory / path).mkdir()
        else:
            (directory / path).write_text(text, encoding="utf-8")
    return files


@contextmanager
def refused(message: str, hint: str = "") -> Iterator[None]:
    """Expect that something can't be delivered."""
    with pytest.raises(DeliveryError) as caught:
        yield
    assert (caught.value.message, caught.value.hint) == (message, hint)
