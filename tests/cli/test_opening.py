"""Opening a catalogue: what happens where the reader and the checker disagree."""

import pytest

from etoile_cli.catalogue.reader import InvalidCatalogueError
from etoile_cli.cli import opening, reading


def test_a_catalogue_refused_without_a_reason_is_told_as_a_bug_of_ours(
    monkeypatch: pytest.MonkeyPatch, minimal: str
) -> None:
    def refuse(_content: bytes) -> None:
        raise InvalidCatalogueError("no reason at all")

    monkeypatch.setattr(reading, "parse", refuse)
    with pytest.raises(InvalidCatalogueError) as raised:
        opening.open_catalogue([minimal])
    assert str(raised.value) == "no reason at all"
    (note,) = raised.value.__notes__
    assert " ".join(note.split()) == (
        "This is a bug of etoile: it can't read the catalogue, and `etoile check` finds no mistake in it. "
        "Please report it, with the catalogue and these lines, to whoever you have etoile from."
    )
