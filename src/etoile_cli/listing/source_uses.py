"""The uses of sources: how many facts rest on each, and where a record names those that are looked for."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

from msgspec import Struct

from etoile_cli.catalogue.citations import cited_values, citing_keys, every_source, sources_by_key
from etoile_cli.catalogue.declarations import identifying_key
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import Source
from etoile_cli.catalogue.references import References
from etoile_cli.text.folding import fold
from etoile_cli.text.values import in_words, show


def facts_on(catalogue: Catalogue) -> Callable[[Record], int]:
    """Return a function from a source to the number of records that name it and of values that are cited from it."""
    counts = Counter(id_ for _, record in catalogue.every_record() for id_ in every_source(record))
    key = identifying_key(Source)
    return lambda source: counts[getattr(source, key)]


class Named(Struct, frozen=True):
    """Where a record names sources that are looked for: the key, their folded ids, what programs and people read."""

    key: str
    ids: Collection[str]
    exact: str
    read: str


def ids_among(catalogue: Catalogue, words: Collection[str]) -> Collection[str]:
    """Return which of these folded words are ids of sources of a catalogue."""
    return {*words}.intersection(fold(source.id) for source in catalogue.sources)


def names_of_sources(record: Record, wanted: Collection[str], references: References) -> Iterator[Named]:
    """Yield where a record names the sources with these folded ids: `sources`, or `cites` with the keys of values."""
    for key, held in sources_by_key(record).items():
        if found := _wanted(held, wanted):
            read = ", ".join(_in_words(id_, references) for id_ in found)
            yield Named(key, {*map(fold, found)}, ", ".join(found), read)
    values = [(key, ids) for key, held in cited_values(record).items() if (ids := _wanted(held, wanted))]
    if values:
        exact = ", ".join(f"{key}={','.join(ids)}" for key, ids in values)
        read = "; ".join(
            f"{show(in_words(key))}: {', '.join(_in_words(id_, references) for id_ in ids)}" for key, ids in values
        )
        yield Named(citing_keys(type(record)).single[0], {fold(id_) for _, ids in values for id_ in ids}, exact, read)


def _wanted(ids: Sequence[str], wanted: Collection[str]) -> Sequence[str]:
    return [id_ for id_ in ids if fold(id_) in wanted]


def _in_words(id_: str, references: References) -> str:
    name = show(references.name("sources", id_))
    return name if fold(id_) == fold(name) else f"{name} ({show(id_)})"
