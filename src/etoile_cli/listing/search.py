"""Searching records for words: which records hold them, and where."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.references import References
from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.listing.columns import Match
from etoile_cli.listing.query import Key, Query, keys_of, query_of
from etoile_cli.listing.snippets import snippet
from etoile_cli.listing.source_uses import ids_among, names_of_sources
from etoile_cli.text.dates import PartialDate
from etoile_cli.text.folding import fold
from etoile_cli.text.values import exact, is_absent
from etoile_cli.wording.runs import runs_in_words
from etoile_cli.wording.values import reading

R = TypeVar("R", bound=Record)

# No word can hold it, so none is found across two values.
_BETWEEN = " \0 "


class _Searched(Struct, frozen=True):
    """A value, or an item of one: the text in which words are looked for, and what people and programs read of it."""

    text: str
    read: str
    exact: str


def having_words(records: Sequence[R], words: Sequence[str], catalogue: Catalogue) -> Sequence[R]:
    """Return the records that hold all the words somewhere, whatever their case and accents.

    A word is found anywhere in a text, a phrase with blanks only as a whole. The ids of a record's sources don't
    count here, the name of its company does. A word that names episodes is found in the runs that have any of them.
    """
    query = query_of(words, catalogue)
    return [record for record in records if _holds(record, query)] if any(query.words) else records


def keys_with_words(
    records: Sequence[Record], keys: Collection[str], words: Sequence[str], catalogue: Catalogue
) -> Collection[str]:
    """Return those of the keys under which any of the records holds any of the words."""
    query = query_of(words, catalogue)
    return {
        key.name
        for record in records
        for key in keys_of(type(record))
        if key.name in keys and _places_in(record, [key], query, for_people=False)
    }


def search(catalogue: Catalogue, words: Sequence[str], *, for_people: bool = True) -> list[Match]:
    """Return every record of the catalogue, the show's own included, that holds all the words.

    A word that is the whole id of a source is also held by the records that name this source. A match quotes the
    places: for people with some words around them, for programs as the whole values.
    """
    query = query_of(words, catalogue)
    ids = ids_among(catalogue, query.words)
    matches = []
    for section, record in catalogue.every_record():
        named = list(names_of_sources(record, ids, query.references)) if ids else []
        found = {id_ for each in named for id_ in each.ids}
        if _holds(record, replace(query, words=[word for word in query.words if word not in found])):
            places = _places(record, query, for_people=for_people)
            places += [f"{each.key}: {each.read if for_people else each.exact}" for each in named]
            name = record.heading if for_people else record.exact_heading
            matches.append(Match(section, name, tuple(places), record))
    return matches


def _holds(record: Record, query: Query) -> bool:
    keys = keys_of(type(record))
    if not query.episodes:
        return not _missing(record, keys, query.words, query.references)
    plain = [word for word in query.words if word not in query.episodes]
    if _missing(record, keys, plain, query.references):
        return False
    named = {word for key in keys for word, _ in query.runs(record, key)}
    others = [word for word in query.episodes if word in query.words and word not in named]
    return not _missing(record, [key for key in keys if not key.numbers], others, query.references)


def _missing(record: Record, keys: Iterable[Key], words: Sequence[str], references: References) -> Sequence[str]:
    """Return which of the words a record doesn't hold in the texts of some keys."""
    if not words:
        return ()
    searched = fold(_BETWEEN.join(text for key in keys for text in _texts(record, key, references)))
    return [word for word in words if word not in searched]


def _texts(record: Record, key: Key, references: References) -> Iterable[str]:
    """Return the texts of a value in which words are looked for."""
    value = getattr(record, key.read)
    if is_absent(value):
        return ()
    if key.plain:
        return value if isinstance(value, tuple) else (value,)
    return [each.text for each in _searched(key.declared, value, references)]


def _searched(declared: Declared, value: Any, references: References) -> Iterator[_Searched]:
    """Yield a value, or its items; where people read something else than the exact value, both are searched."""
    match value:
        case bool():
            return
        case int() if declared.words:
            yield _with_reading(declared, value, references)
        case str() if (
            declared.standard
            or declared.is_hyphenated
            or (declared.refers_to and references.record(declared.refers_to, value))
        ):
            yield _with_reading(declared, value, references)
        case str() | int():
            written = exact(value)
            yield _Searched(written, written, written)
        case Extent() | date() | PartialDate():
            yield _with_reading(declared, value, references)
        case tuple() if declared.runs:
            written = exact(value)
            read = ", ".join(runs_in_words(value, references.numbering))
            yield _Searched(written if fold(read) == fold(written) else f"{read} ({written})", read, written)
        case tuple():
            for each in value:
                yield from _searched(declared, each, references)
        case Mapping():
            yield from _searched_pairs(declared, value, references)


def _searched_pairs(declared: Declared, table: Mapping[str, Any], references: References) -> Iterator[_Searched]:
    """Yield the pairs of a table; those of ids in other databases together, as they are written."""
    if declared.held.is_other_id:
        written = exact(table)
        yield _Searched(written, reading(declared, table, references), written)
        return
    for key, each in table.items():
        yield _with_reading(declared, {key: each}, references)


def _with_reading(declared: Declared, value: Any, references: References) -> _Searched:
    read, written = reading(declared, value, references), exact(value)
    return _Searched(f"{read} ({written})", read, written)


def _places(record: Record, query: Query, *, for_people: bool) -> list[str]:
    """Return `key: text` for every key that has one of the words; addresses and sort names only if no other has."""
    keys: list[Key] = []
    little: list[Key] = []
    for key in keys_of(type(record)):
        (little if key.declared.sorts or key.declared.is_address else keys).append(key)
    found = _places_in(record, keys, query, for_people=for_people)
    return found or _places_in(record, little, query, for_people=for_people)


def _places_in(record: Record, keys: Iterable[Key], query: Query, *, for_people: bool) -> list[str]:
    places = []
    for key in keys:
        if is_absent(getattr(record, key.attribute)):
            continue
        found = [*_found(record, key, query), *_found_in_runs(record, key, query)]
        if for_people:
            shown = dict.fromkeys(_around(each, word, key, query) for each, word in found)
        else:
            shown = dict.fromkeys(each.exact for each, _ in found)
        if shown:
            places.append(f"{key.name}: {', '.join(shown)}")
    return places


def _found(record: Record, key: Key, query: Query) -> Iterator[tuple[_Searched, str]]:
    """Yield what has one of the words under a key, with the first of these words."""
    if key.plain:
        plain = ((text, query.first_in(text, key)) for text in _texts(record, key, query.references))
        exactly = exact(getattr(record, key.attribute)) if key.read != key.attribute else ""
        yield from ((_Searched(text, text, exactly or text), word) for text, word in plain if word)
        return
    for each in _searched(key.declared, getattr(record, key.attribute), query.references):
        if word := query.first_in(each.text, key):
            yield each, word


def _found_in_runs(record: Record, key: Key, query: Query) -> Iterator[tuple[_Searched, str]]:
    """Yield likewise the runs under a key that have episodes looked for; programs read the whole value."""
    for word, run in query.runs(record, key):
        yield _Searched(run, run, exact(getattr(record, key.attribute))), word


def _around(searched: _Searched, word: str, key: Key, query: Query) -> str:
    """Return the words around a match in the text that people read or, if only that has one, in the searched text."""
    if word in query.episodes and key.numbers:
        return searched.read
    found = query.first_in(searched.read, key)
    return snippet(searched.read, found) if found else snippet(searched.text, word)
