"""Which records hold the words that somebody looks for, and where in them."""

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import accumulate
from typing import Any, NamedTuple, TypeVar

from etoile_cli.catalogue.declarations import Declared, declarations
from etoile_cli.catalogue.model import SECTIONS, Catalogue
from etoile_cli.catalogue.records import Record
from etoile_cli.catalogue.references import References
from etoile_cli.listing.columns import Match, heading
from etoile_cli.listing.readings import reading
from etoile_cli.text.folding import fold
from etoile_cli.text.values import exact

R = TypeVar("R", bound=Record)

# Of a longer text, a search shows this many words on each side of what it found.
_SHORT = 120
_AROUND = 8

# No word can hold it, so none is found across two values.
_BETWEEN = " \0 "


class Searched(NamedTuple):
    """A value, or an item of one: the text in which words are looked for, and what people and programs read of it."""

    text: str
    read: str
    exact: str


Texts = Mapping[str, Sequence[Searched]]


def having_words(records: Sequence[R], words: Sequence[str], catalogue: Catalogue) -> Sequence[R]:
    """Return the records that hold all the words somewhere, whatever their case and accents.

    A word is found anywhere in a text, a phrase with blanks only as a whole. The ids of a record's sources don't
    count, the name of its company does.
    """
    references = References(catalogue)
    wanted = [fold(word) for word in words]
    return [record for record in records if _holds(_texts(record, references), wanted)] if any(wanted) else records


def search(catalogue: Catalogue, words: Sequence[str], *, for_people: bool = True) -> list[Match]:
    """Return every record of the catalogue, the show's own included, that holds all the words.

    The match says where they are: for people in the words around them, for programs in the values that hold them.
    """
    references = References(catalogue)
    wanted = [fold(word) for word in words]
    matches = []
    for section, record in _every_record(catalogue):
        texts = _texts(record, references)
        if _holds(texts, wanted):
            places = tuple(_places(texts, type(record), wanted, for_people=for_people))
            matches.append(Match(section, heading(record), places, record))
    return matches


def _every_record(catalogue: Catalogue) -> Iterator[tuple[str, Record]]:
    yield "show", catalogue.show
    for section in SECTIONS:
        for record in getattr(catalogue, section):
            yield section, record


def _texts(record: Record, references: References) -> Texts:
    """Return what can be searched in a record, by its keys and the names of its derived columns."""
    texts = {
        key: list(_searched(declared, getattr(record, key), references))
        for key, declared in declarations(type(record)).items()
        if not (declared.item and declared.item.cites)
    }
    derived = {name: str(getattr(record, each.attribute)) for name, each in record.derived.items()}
    return texts | {name: [Searched(text, text, text)] for name, text in derived.items()}


def _searched(declared: Declared, value: Any, references: References) -> Iterator[Searched]:
    """Yield the texts of a value; where people read another than the exact one, both are searched."""
    match value:
        case None | bool():
            return
        case tuple():
            for each in value:
                yield from _searched(declared.item or declared, each, references)
        case Mapping():
            yield Searched(exact(value), reading(declared, value, references), exact(value))
        case str() if not (declared.standard or declared.refers_to):
            yield Searched(value, value, value)
        case str() | date():
            read = reading(declared, value, references)
            is_exact = isinstance(value, str) and references.is_lost(declared.refers_to, value)
            yield Searched(exact(value) if is_exact else f"{read} ({exact(value)})", read, exact(value))
        case _:
            yield Searched(exact(value), exact(value), exact(value))


def _holds(texts: Texts, wanted: Sequence[str]) -> bool:
    searched = fold(_BETWEEN.join(each.text for every in texts.values() for each in every))
    return all(word in searched for word in wanted)


def _places(texts: Texts, record_type: type[Record], wanted: Sequence[str], *, for_people: bool) -> list[str]:
    """Return `key: text` for every key that has one of the words; an address or a sort name only if no other has."""
    known = declarations(record_type)
    little = {key for key, declared in known.items() if declared.sorts or declared.is_address}
    telling = {key: each for key, each in texts.items() if key not in little}
    return _places_in(telling, wanted, for_people=for_people) or _places_in(texts, wanted, for_people=for_people)


def _places_in(texts: Texts, wanted: Sequence[str], *, for_people: bool) -> list[str]:
    places = []
    for key, every in texts.items():
        found = ((each, word) for each in every if (word := _first_in(each.text, wanted)))
        shown = [_around(each, word, wanted) if for_people else each.exact for each, word in found]
        if shown:
            places.append(f"{key}: {', '.join(shown)}")
    return places


def _around(searched: Searched, word: str, wanted: Sequence[str]) -> str:
    """Return what people read around a word, or the text itself if only that has one."""
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
