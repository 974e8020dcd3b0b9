"""Searching records for words: which records hold them, and where."""

from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import accumulate
from typing import Any, NamedTuple, TypeVar

from etoile_cli.catalogue.declarations import Declared, declarations
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.references import References
from etoile_cli.catalogue.toml_values import Range
from etoile_cli.listing.columns import Match
from etoile_cli.listing.resting import ids_among, names_of_sources
from etoile_cli.text.dates import PartialDate
from etoile_cli.text.folding import fold
from etoile_cli.text.values import exact
from etoile_cli.wording.runs import runs_in_words
from etoile_cli.wording.values import reading

R = TypeVar("R", bound=Record)

# In a longer text than this, a search shows so many words on each side of what it found.
_SHORT = 120
_AROUND = 8

# No word can hold it, so none is found across two values.
_BETWEEN = " \0 "


class _Key(NamedTuple):
    """What is searched in a record: a key or a derived column.

    `declared` is the declaration of its value or, if that is a list, of the items; `plain` says that people read the
    value or the items as they are.
    """

    name: str
    attribute: str
    declared: Declared
    plain: bool


class _Searched(NamedTuple):
    """A value, or an item of one: the text in which words are looked for, and what people and programs read of it."""

    text: str
    read: str
    exact: str


def having_words(records: Sequence[R], words: Sequence[str], catalogue: Catalogue) -> Sequence[R]:
    """Return the records that hold all the words somewhere, whatever their case and accents.

    A word is found anywhere in a text, a phrase with blanks only as a whole. The ids of a record's sources don't
    count here, the name of its company does.
    """
    references = References(catalogue)
    wanted = [fold(word) for word in words]
    return [record for record in records if _holds(record, references, wanted)] if any(wanted) else records


def search(catalogue: Catalogue, words: Sequence[str], *, for_people: bool = True) -> list[Match]:
    """Return every record of the catalogue, the show's own included, that holds all the words.

    A word that is the whole id of a source is also held by the records that name this source. A match quotes the
    places: for people with some words around them, for programs as the whole values.
    """
    references = References(catalogue)
    wanted = [fold(word) for word in words]
    ids = ids_among(catalogue, wanted)
    matches = []
    for section, record in catalogue.every_record():
        named = list(names_of_sources(record, ids, references)) if ids else []
        found = {id_ for each in named for id_ in each.ids}
        if _holds(record, references, [word for word in wanted if word not in found]):
            places = _places(record, references, wanted, for_people=for_people)
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
    derived = record_type.derived.items()
    return [*keys, *(_Key(name, each.read or each.attribute, Declared(str), plain=True) for name, each in derived)]


def _holds(record: Record, references: References, wanted: Sequence[str]) -> bool:
    texts = (text for key in _keys(type(record)) for text in _texts(record, key, references))
    searched = fold(_BETWEEN.join(texts))
    return all(word in searched for word in wanted)


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
        case Range() | date() | PartialDate():
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


def _places(record: Record, references: References, wanted: Sequence[str], *, for_people: bool) -> list[str]:
    """Return `key: text` for every key that has one of the words; addresses and sort names only if no other has."""
    keys: list[_Key] = []
    little: list[_Key] = []
    for key in _keys(type(record)):
        (little if key.declared.sorts or key.declared.is_address else keys).append(key)
    found = _places_in(record, keys, references, wanted, for_people=for_people)
    return found or _places_in(record, little, references, wanted, for_people=for_people)


def _places_in(
    record: Record, keys: Iterable[_Key], references: References, wanted: Sequence[str], *, for_people: bool
) -> list[str]:
    places = []
    for key in keys:
        found = _found(record, key, references, wanted)
        shown = [_around(each, word, wanted) if for_people else each.exact for each, word in found]
        if shown:
            places.append(f"{key.name}: {', '.join(shown)}")
    return places


def _found(
    record: Record, key: _Key, references: References, wanted: Sequence[str]
) -> Iterator[tuple[_Searched, str]]:
    """Yield what has one of the words under a key, with the first of these words."""
    if key.plain:
        plain = ((text, _first_in(text, wanted)) for text in _texts(record, key, references))
        yield from ((_Searched(text, text, text), word) for text, word in plain if word)
        return
    for each in _searched(key.declared, getattr(record, key.attribute), references):
        if word := _first_in(each.text, wanted):
            yield each, word


def _around(searched: _Searched, word: str, wanted: Sequence[str]) -> str:
    """Return the words around a match in the text that people read or, if only that has one, in the searched text."""
    found = _first_in(searched.read, wanted)
    return snippet(searched.read, found) if found else snippet(searched.text, word)


def _first_in(text: str, wanted: Sequence[str]) -> str | None:
    folded = fold(text)
    return next((word for word in wanted if word in folded), None)


def snippet(text: str, word: str) -> str:
    """Return a text, or of a long one the words around the first place of a folded word, with `…` for the rest."""
    if len(text) <= _SHORT:
        return text
    words = [each for each in text.split() if fold(each)]
    folded = [fold(each) for each in words]
    ends = list(accumulate(len(each) + 1 for each in folded))
    start = " ".join(folded).find(word)
    first = max(bisect(ends, start) - _AROUND, 0)
    last = bisect(ends, start + len(word)) + 1 + _AROUND
    return " ".join([*(["…"] if first else []), *words[first:last], *(["…"] if last < len(words) else [])])
