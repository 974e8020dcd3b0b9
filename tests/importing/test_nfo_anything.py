"""Whatever the files hold, taking them in ends without an error, and what is taken in can be made a catalogue."""

import copy
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.errors import EtoileError
from etoile_cli.importing.formats.nfo.format import NFO
from etoile_cli.importing.intake.fitting import fit
from etoile_cli.importing.intake.intake import Intake
from etoile_cli.importing.reading.file import File, Kind
from tests.importing.nfo_files import DAY, samples
from tests.strategies import examples, texts

SAMPLES = {
    program: [file.tree for file in samples(program)]
    for program in ("kodi", "jellyfin", "tinymediamanager", "sonarr", "mediaelch")
}
WORDS = ["-1", "0", "1", "2", "99999999999999999999", "2021-03-04", "TV-MA", "a / b", "<b>x</b>", "tt9000001"]
NAMES = ["#text", "@type", "@number", "@default", "title", "season", "episode", "actor", "name", "id"]
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | texts | st.sampled_from(WORDS)
KEYS = texts | st.sampled_from(NAMES)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8
)


def holders(tree: Any) -> list[Any]:
    """Return all tables and lists of a tree, itself first."""
    found, waiting = [], [tree]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict | list | tuple):
            waiting += value.values() if isinstance(value, dict) else value
        if isinstance(value, dict | list):
            found.append(value)
    return found


@st.composite
def spoilt(draw: st.DrawFn) -> list[Any]:
    """Draw the trees of a program's files in which some values are replaced, repeated or left out."""
    trees: list[Any] = copy.deepcopy(draw(st.sampled_from(list(SAMPLES.values()))))
    for _ in range(draw(st.integers(1, 6))):
        holder = draw(st.sampled_from(holders(trees)))
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        key = draw(st.sampled_from(keys)) if keys else None
        value = draw(VALUES)
        match draw(st.sampled_from(["put", "drop", "add", "twice"])):
            case "put" if key is not None:
                holder[key] = value
            case "drop" if key is not None:
                del holder[key]
            case "twice" if key is not None and isinstance(holder, list):
                holder.append(copy.deepcopy(holder[key]))
            case _ if isinstance(holder, dict):
                holder[draw(KEYS)] = value
            case _:
                holder.append(value)
    return trees


@examples(800)
@given(spoilt(), st.booleans())
def test_nothing_that_is_spoilt_stops_an_import(trees: list[Any], is_prose_wanted: bool) -> None:
    files = [File(f"{at}.nfo", Kind.XML, tree, DAY) for at, tree in enumerate(trees)]
    intake = Intake(DAY, texts=is_prose_wanted)
    assert all(isinstance(NFO.recognises(file), bool) for file in files)
    try:
        NFO.take_in(files, intake)
    except EtoileError:
        return
    assert intake.origin is not None
    intake.show.setdefault("title", "A")
    data = {"format": 1} | intake.data
    fit(data, date(2026, 9, 1))
    assert fit(data, date(2026, 9, 1)) == []
