"""Which records are kept, and in which order."""

import re
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from itertools import accumulate
from operator import itemgetter
from typing import TypeVar

from etoile_cli.catalogue.model import SECTIONS, Catalogue
from etoile_cli.catalogue.names import NAMES
from etoile_cli.catalogue.records import CastMember, Episode, Record
from etoile_cli.catalogue.schemes import scheme_name
from etoile_cli.listing.columns import Column, Match, SortValue, find_column, heading
from etoile_cli.text.folding import fold
from etoile_cli.text.values import Value, exact, items, readable

T = TypeVar("T")
R = TypeVar("R", bound=Record)

SortKey = tuple[int | str | tuple[str, str], ...] | str | int | date

# Of a longer text, a search shows this many words on each side of what it found.
_SHORT = 120
_AROUND = 8

_TELLS_LITTLE = frozenset({"sort_name", "url"})

# What stands behind a name or a day for those who look for its code.
_REWORDED = re.compile(r" \([^()]*\)$")
_ENDS_WITH_DAY = re.compile(r"^[0-9]{1,2} [A-Z][a-z]+ [0-9]{4} \([0-9-]+\)$")

# No word can hold it, so none is found across two values.
_BETWEEN = " \0 "


def having_words(records: Sequence[R], words: Sequence[str], companies: Mapping[str, str]) -> Sequence[R]:
    """Return the records that hold all the words somewhere, whatever their case and accents.

    A word is found anywhere in a text; one with blanks in it is found as it stands. The ids of a record's
    sources don't count, the name of its company does. `companies` is the companies' names by id.
    """
    wanted = [fold(word) for word in words]
    return [record for record in records if _holds(_texts(record, companies), wanted)] if any(wanted) else records


def search(catalogue: Catalogue, words: Sequence[str], *, for_people: bool = True) -> list[Match]:
    """Return every record of the catalogue, the show's own included, that holds all the words.

    It tells where they stand: to people in the words around them, to programs in the values that hold them.
    """
    companies = catalogue.company_names()
    wanted = [fold(word) for word in words]
    matches = []
    for section, record in _every_record(catalogue):
        texts = _texts(record, companies)
        if _holds(texts, wanted):
            shown = _readings(texts) if for_people else _values(record)
            places = tuple(_places(texts, wanted, shown, for_people=for_people))
            matches.append(Match(section, heading(record), places, record))
    return matches


def _every_record(catalogue: Catalogue) -> Iterator[tuple[str, Record]]:
    yield "show", catalogue.show
    for section in SECTIONS:
        for record in getattr(catalogue, section):
            yield section, record


def _texts(record: Record, companies: Mapping[str, str]) -> dict[str, list[str]]:
    """Return what can be searched in a record: the texts under each of its keys."""
    texts = {key: _searchable(key, getattr(record, key)) for key in record.__struct_fields__ if key != "sources"}
    if isinstance(record, Episode):
        texts["episode"] = [record.code]
    if isinstance(record, CastMember) and record.company and record.company in companies:
        texts["company"] = [f"{companies[record.company]} ({record.company})"]
    return texts


def _searchable(key: str, value: Value) -> list[str]:
    """Return the texts of a value: as it is and, where people read something else, as they read it."""
    match value:
        case None | bool():
            return []
        case date():
            return [f"{readable(value)} ({exact(value)})"]
        case tuple() if key in NAMES:
            return [f"{NAMES[key](code)} ({code})" for code in value]
        case tuple():
            return list(value)
        case str() if key in NAMES:
            return [f"{NAMES[key](value)} ({value})"]
        case _:
            return [exact(value)]


def _holds(texts: Mapping[str, Sequence[str]], wanted: Sequence[str]) -> bool:
    searched = fold(_BETWEEN.join(text for each in texts.values() for text in each))
    return all(word in searched for word in wanted)


def _readings(texts: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Return the texts as people read them: of `France (FR)` the name, of ids elsewhere those of the schemes."""
    return {key: [_reading(key, text) for text in each] for key, each in texts.items()}


def _reading(key: str, text: str) -> str:
    if key == "ids":
        parted = (each.partition("=") for each in text.split("; "))
        return ", ".join(f"{scheme_name(scheme)} {id_}" for scheme, _, id_ in parted)
    return _REWORDED.sub("", text) if key in NAMES or key == "company" or _ENDS_WITH_DAY.search(text) else text


def _values(record: Record) -> dict[str, list[str]]:
    """Return the values under each key as they are, in the places of their texts."""
    values = {key: getattr(record, key) for key in record.__struct_fields__}
    listed = {key: list(items(value)) if isinstance(value, tuple) else [exact(value)] for key, value in values.items()}
    return listed | ({"episode": [record.code]} if isinstance(record, Episode) else {})


def _places(
    texts: Mapping[str, Sequence[str]], wanted: Sequence[str], shown: Mapping[str, Sequence[str]], *, for_people: bool
) -> list[str]:
    """Return `key: text` for every key whose text has one of the words; what tells little, if nothing else does.

    `shown` is what stands for each text; to people, the text itself does where the words are in it alone.
    """
    told = {key: each for key, each in texts.items() if key not in _TELLS_LITTLE}
    found = _places_in(told, wanted, shown, for_people=for_people)
    return found or _places_in(texts, wanted, shown, for_people=for_people)


def _places_in(
    texts: Mapping[str, Sequence[str]], wanted: Sequence[str], shown: Mapping[str, Sequence[str]], *, for_people: bool
) -> list[str]:
    places = []
    for key, each in texts.items():
        held = ((at, text, word) for at, text in enumerate(each) if (word := _first_in(text, wanted)))
        parts = [
            _around(shown[key][at], text, word, wanted) if for_people else shown[key][at] for at, text, word in held
        ]
        if parts:
            places.append(f"{key}: {', '.join(parts)}")
    return places


def _around(reading: str, text: str, word: str, wanted: Sequence[str]) -> str:
    """Return what people read around a word, or the text itself if only that has one."""
    found = _first_in(reading, wanted)
    return excerpt(reading, found) if found else excerpt(text, word)


def _first_in(text: str, wanted: Sequence[str]) -> str | None:
    folded = fold(text)
    return next((word for word in wanted if word in folded), None)


def excerpt(text: str, word: str) -> str:
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


def sort_records(section: str, records: Sequence[T], keys: Sequence[str]) -> list[T]:
    """Return the records ordered by columns, `-name` backwards: absent values last, ties in the given order.

    Raises UsageError for a column the section doesn't have.
    """
    ordered = list(records)
    for key in reversed(keys):
        column = find_column(section, key.removeprefix("-"))
        ordered = _sorted(ordered, column, descending=key.startswith("-"))
    return ordered


def _sorted(records: list[T], column: Column, *, descending: bool) -> list[T]:
    keyed = [(sort_key(column.sort_value(record)), record) for record in records]
    present = [pair for pair in keyed if pair[0] is not None]
    # reverse=True keeps ties in their order.
    present.sort(key=itemgetter(0), reverse=descending)
    return [record for _, record in present] + [record for key, record in keyed if key is None]


def sort_key(value: SortValue) -> SortKey | None:
    """Return what a value sorts by: text folded, numbers and dates as they are, enumerations as declared.

    Returns `None` for what is absent or empty.
    """
    match value:
        case None | "":
            return None
        case Enum():
            return list(type(value)).index(value)
        case str():
            return fold(value)
        case int() | date():
            return value
        case Mapping():
            return tuple((fold(key), fold(each)) for key, each in value.items()) or None
        case _:
            return tuple(map(_member_key, value)) or None


def _member_key(member: int | str) -> int | str:
    match member:
        case Enum():
            return list(type(member)).index(member)
        case int():
            return member
        case _:
            return fold(member)
