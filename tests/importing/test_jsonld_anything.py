"""Whatever a document of JSON-LD holds, it is taken in or refused."""

from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.errors import EtoileError
from etoile_cli.importing.formats.jsonld.format import JSONLD
from etoile_cli.importing.intake.intake import Intake
from etoile_cli.importing.reading.file import File, Kind
from etoile_cli.importing.reading.tree import untaken
from tests.importing.documents import DAY, SAMPLES, is_made_valid, sample
from tests.strategies import examples, texts

IDS = ["#show", "#s1", "#signe", "#quay", "#mara", "#network", "#e1", "#nobody"]


TYPES = [
    "TVSeries",
    "TVSeason",
    "TVEpisode",
    "Person",
    "PerformanceRole",
    "Role",
    "Organization",
    "WebPage",
    "schema:x",
]


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | texts
    | st.sampled_from(
        [*IDS, "0", "1-2", "2021-00-00", "PT9M", "US TV-MA", "https://www.imdb.com/title/tt9900001/", 10**4000]
    )
    | st.builds(lambda id_: {"@id": id_}, st.sampled_from(IDS))
    | st.builds(lambda type_: {"@type": type_}, st.sampled_from(TYPES)),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "@value", "@language", "@list", "@type", "@id", "actor"]) | texts,
            inner,
            max_size=3,
        )
    ),
)


def holders(tree: Any) -> Iterator[Any]:
    """Yield the tables and lists of a tree."""
    if isinstance(tree, dict | list) and tree:
        yield tree
        for each in tree.values() if isinstance(tree, dict) else tree:
            yield from holders(each)


@st.composite
def spoilt(draw: st.DrawFn) -> File:
    """Draw a sample in which values are replaced, moved to other keys or left out."""
    file = sample(draw(st.sampled_from(SAMPLES)))
    tree = [file.tree]
    for _ in range(draw(st.integers(1, 6))):
        holder = draw(st.sampled_from(list(holders(tree))))
        key = draw(st.sampled_from(list(holder) if isinstance(holder, dict) else range(len(holder))))
        match draw(st.integers(0, 3)):
            case 0 if holder is not tree:
                del holder[key]
            case 1 if isinstance(holder, dict):
                others = [each for other in holders(tree) if isinstance(other, dict) for each in other]
                holder[draw(st.sampled_from(others))] = holder.pop(key)
            case _:
                holder[key] = draw(values)
    return File(file.name, file.kind, tree[0], DAY)


@examples(400)
@given(spoilt(), st.booleans())
def test_any_document_is_taken_in_or_refused(file: File, wants_texts: bool) -> None:
    JSONLD.recognises(file)
    intake = Intake(DAY, texts=wants_texts)
    try:
        JSONLD.take_in([file], intake)
    except EtoileError:
        return
    untaken(file.tree)
    assert intake.origin is not None
    assert is_made_valid(intake)


@examples(100)
@given(values)
def test_what_is_nothing_known_is_refused(tree: Any) -> None:
    file = File("x", Kind.JSON, tree, DAY)
    JSONLD.recognises(file)
    try:
        JSONLD.take_in([file], Intake(DAY))
    except EtoileError:
        return
