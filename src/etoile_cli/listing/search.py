"""Searching records for words: which records hold them, and where."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple, TypeVar

from etoile_cli.catalogue.codes import Place
from etoile_cli.catalogue.declarations import Declared, declarations
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.references import References
from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.listing.columns import Match
from etoile_cli.listing.held_episodes import episodes_among, run_with
from etoile_cli.listing.resting import ids_among, names_of_sources
from etoile_cli.listing.snippets import snippet
from etoile_cli.text.dates import PartialDate
from etoile_cli.text.folding import fold
from etoile_cli.text.values import exact
from etoile_cli.wording.runs import runs_in_words
from etoile_cli.wording.values import reading

R = TypeVar("R", bound=Record)

# No word can hold it, so none is found across two values.
_BETWEEN = " \0 "


class _Key(NamedTuple):
    """What is searched in a record: a key or a derived column.

    `declared` is the declaration of its value or, if that is a list, of the items; `plain` says that people read the
    value or the items as they are. Of a column that names episodes, `run` is the attribute that holds their codes.
    """

    name: str
    attribute: str
    declared: Declared
    plain: bool
    run: str = ""

    def codes(self, record: Record) -> Sequence[str]:
        """Return the codes of the episodes that a record names here."""
        if self.declared.runs:
            codes: Sequence[str] = getattr(record, self.attribute)
            return codes
        return [getattr(record, self.run)] if self.run else ()


class _Query(NamedTuple):
    """What is looked for: folded words, and the places of the episodes that some of them name."""

    words: Sequence[str]
    episodes: Mapping[str, Place]
    references: References

    def first_in(self, text: str) -> str | None:
        """Return the first of the words that is in a text."""
        folded = fold(text)
        return next((word for word in self.words if word in folded), None)

    def runs(self, record: Record, key: _Key) -> Iterator[tuple[str, str]]:
        """Yield the words whose episodes a record names under a key, each with the run that holds it."""
        codes = key.codes(record) if self.episodes else ()
        if codes:
            named = ((word, self.episodes[word]) for word in self.words if word in self.episodes)
            runs = ((word, run_with(place, codes, self.references.numbering)) for word, place in named)
            yield from ((word, run) for word, run in runs if run)


def _query(words: Sequence[str], catalogue: Catalogue) -> _Query:
    folded = [fold(word) for word in words]
    return _Query(folded, episodes_among(folded), References(catalogue))


class _Searched(NamedTuple):
    """A value, or an item of one: the text in which words are looked for, and what people and programs read of it."""

    text: str
    read: str
    exact: str


def having_words(records: Sequence[R], words: Sequence[str], catalogue: Catalogue) -> Sequence[R]:
    """Return the records that hold all the words somewhere, whatever their case and accents.

    A word is found anywhere in a text, a phrase with blanks only as a whole. The ids of a record's sources don't
    count here, the name of its company does. The code of an episode is also found in the runs that hold it.
    """
    query = _query(words, catalogue)
    return [record for record in records if _holds(record, query)] if any(query.words) else records


def search(catalogue: Catalogue, words: Sequence[str], *, for_people: bool = True) -> list[Match]:
    """Return every record of the catalogue, the show's own included, that holds all the words.

    A word that is the whole id of a source is also held by the records that name this source. A match quotes the
    places: for people with some words around them, for programs as the whole values.
    """
    query = _query(words, catalogue)
    ids = ids_among(catalogue, query.words)
    matches = []
    for section, record in catalogue.every_record():
        named = list(names_of_sources(record, ids, query.references)) if ids else []
        found = {id_ for each in named for id_ in each.ids}
        if _holds(record, query._replace(words=[word for word in query.words if word not in found])):
            places = _places(record, query, for_people=for_people)
            places += [f"{each.key}: {each.read if for_people else each.exact}" for each in named]
            matches.append(Match(section, record.heading, tuple(places), record))
    return matches


@cache
def _keys(record_type: type[Record]) -> Sequence[_Key]:
    """Return what is searched in the records of a type: everything but the ids of sources."""
    known = {name: declared.each for name, declared in declarations(record_type).items()}
    keys = [
        _Key(name, name, each, each.is_text and each.is_exact)
        for name, each in known.items()
        if not each.held.is_citation
    ]
    derived = (
        _Key(name, each.read or each.attribute, Declared(str), plain=True, run=each.run)
        for name, each in record_type.derived.items()
    )
    return [*keys, *derived]


def _holds(record: Record, query: _Query) -> bool:
    keys = _keys(type(record))
    searched = fold(_BETWEEN.join(text for key in keys for text in _texts(record, key, query.references)))
    missing = {word for word in query.words if word not in searched}
    if not missing <= query.episodes.keys():
        return False
    return not missing or missing <= {word for key in keys for word, _ in query.runs(record, key)}


def _texts(record: Record, key: _Key, references: References) -> Iterable[str]:
    """Return the texts of a value in which words are looked for."""
    value = getattr(record, key.attribute)
    if value is None:
        return ()
    if key.plain:
        return value if isinstance(value, tuple) else (value,)
    return [each.text for each in _searched(key.declared, value, references)]


def _searched(declared: Declared, value: Any, references: References) -> Iterator[_Searched]:
    """Yield a value, or its items; where people read something else than the exact value, both are searched."""
    match value:
        case None | bool():
            return
        case Extent() | date() | PartialDate():
            yield _with_reading(declared, value, references)
        case tuple() if declared.runs and value:
            written = exact(value)
            read = ", ".join(runs_in_words(value, references.numbering))
            yield _Searched(written if fold(read) == fold(written) else f"{read} ({written})", read, written)
        case tuple():
            for each in value:
                yield from _searched(declared, each, references)
        case Mapping():
            yield from _searched_pairs(declared, value, references)
        case int() if declared.words:
            yield _with_reading(declared, value, references)
        case str() if (
            declared.standard
            or declared.is_hyphenated
            or (declared.refers_to and references.record(declared.refers_to, value))
        ):
            yield _with_reading(declared, value, references)
        case _:
            written = exact(value)
            yield _Searched(written, written, written)


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


def _places(record: Record, query: _Query, *, for_people: bool) -> list[str]:
    """Return `key: text` for every key that has one of the words; addresses and sort names only if no other has."""
    keys: list[_Key] = []
    little: list[_Key] = []
    for key in _keys(type(record)):
        (little if key.declared.sorts or key.declared.is_address else keys).append(key)
    found = _places_in(record, keys, query, for_people=for_people)
    return found or _places_in(record, little, query, for_people=for_people)


def _places_in(record: Record, keys: Iterable[_Key], query: _Query, *, for_people: bool) -> list[str]:
    places = []
    for key in keys:
        found = list(_found(record, key, query)) or _found_in_runs(record, key, query)
        shown = [_around(each, word, query) if for_people else each.exact for each, word in found]
        if shown:
            places.append(f"{key.name}: {', '.join(shown)}")
    return places


def _found(record: Record, key: _Key, query: _Query) -> Iterator[tuple[_Searched, str]]:
    """Yield what has one of the words under a key, with the first of these words."""
    if key.plain:
        plain = ((text, query.first_in(text)) for text in _texts(record, key, query.references))
        yield from ((_Searched(text, text, text), word) for text, word in plain if word)
        return
    for each in _searched(key.declared, getattr(record, key.attribute), query.references):
        if word := query.first_in(each.text):
            yield each, word


def _found_in_runs(record: Record, key: _Key, query: _Query) -> Sequence[tuple[_Searched, str]]:
    """Return likewise the runs under a key in which there is an episode looked for; programs read the whole list."""
    runs = {run: word for word, run in query.runs(record, key)}
    if not runs:
        return []
    read = ", ".join(runs)
    return [(_Searched(read, read, exact(getattr(record, key.attribute))), next(iter(runs.values())))]


def _around(searched: _Searched, word: str, query: _Query) -> str:
    """Return the words around a match in the text that people read or, if only that has one, in the searched text."""
    found = query.first_in(searched.read)
    return snippet(searched.read, found) if found else snippet(searched.text, word)
