"""Searching records for words and terms: which records hold them, and where."""

from collections.abc import Collection, Iterable, Sequence
from typing import TypeVar

from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue
from etoile_cli.catalogue.record import Record
from etoile_cli.listing.columns import Match
from etoile_cli.listing.places import places_in, places_of, texts_of
from etoile_cli.listing.query import Key, Query, keys_of, query_of
from etoile_cli.listing.source_uses import ids_among, names_of_sources
from etoile_cli.text.folding import fold, fold_letters

R = TypeVar("R", bound=Record)

# No word can hold it, so none is found across two values.
_BETWEEN = " \0 "


def having_words(records: Sequence[R], words: Sequence[str], catalogue: Catalogue) -> Sequence[R]:
    """Return the records that hold all the words somewhere, and all the terms, whatever their case and accents.

    A word is found anywhere in a text, a phrase with blanks only as a whole. The ids of a record's sources don't
    count here, the name of its company does. A word that names episodes is found in the runs that have any of them.
    Raises UsageError if a term gives a key a value that it can't have.
    """
    if not records:
        return records
    query = query_of(words, catalogue, _types(records))
    return records if query.asks_nothing else [record for record in records if _holds(record, query)]


def keys_with_words(
    records: Sequence[Record], keys: Collection[str], words: Sequence[str], catalogue: Catalogue
) -> Collection[str]:
    """Return those of the keys under which any of the records holds any of the words and terms."""
    if not records:  # whose keys would not be known
        return set()
    query = query_of(words, catalogue, _types(records))
    return {
        key.name
        for record in records
        for key in keys_of(type(record))
        if key.name in keys and places_in(record, [key], query, for_people=False)
    }


def search(catalogue: Catalogue, words: Sequence[str], *, for_people: bool = True) -> list[Match]:
    """Return every record of the catalogue, the show's own included, that holds all the words and terms.

    A word that is the whole id of a source is also held by the records that name this source. A match quotes the
    places: for people with some words around them, for programs as the whole values.
    """
    query = query_of(words, catalogue, [type(catalogue.show), *RECORD_TYPES.values()], of_sections=True)
    ids = ids_among(catalogue, query.words)
    absent = ids_among(catalogue, [word for each in query.absent for word in each.words])
    matches = []
    for section, record in catalogue.every_record():
        named = list(names_of_sources(record, ids, query.references)) if ids else []
        found = {id_ for each in named for id_ in each.ids} if named else ()
        if absent and any(names_of_sources(record, absent, query.references)):
            continue
        if _holds(record, query, found=found, section=section):
            places = places_of(record, query, for_people=for_people)
            places += [f"{each.key}: {each.read if for_people else each.exact}" for each in named]
            name = record.heading if for_people else record.exact_heading
            matches.append(Match(section, name, tuple(places), record))
    return matches


def _types(records: Iterable[Record]) -> Sequence[type[Record]]:
    return list({type(record): None for record in records})


def _holds(record: Record, query: Query, *, found: Collection[str] = (), section: str = "") -> bool:
    """Return whether a record holds the terms, all words but those that were found already, and none of the others."""
    if query.terms and not query.terms.hold(record, section):
        return False
    words = [word for word in query.words if word not in found] if found else query.words
    if not _holds_words(record, words, query):
        return False
    return not query.absent or not any(_holds_words(record, each.words, each) for each in query.absent)


def _holds_words(record: Record, words: Sequence[str], query: Query) -> bool:
    keys = keys_of(type(record))
    if not query.episodes:
        return not _missing(record, keys, words, query)
    plain = [word for word in words if word not in query.episodes]
    if _missing(record, keys, plain, query):
        return False
    named = {word for key in keys for word, _ in query.runs(record, key)}
    others = [word for word in query.episodes if word in words and word not in named]
    return not _missing(record, [key for key in keys if not key.numbers], others, query)


def _missing(record: Record, keys: Iterable[Key], words: Sequence[str], query: Query) -> Sequence[str]:
    """Return which of the words a record doesn't hold in the texts of some keys."""
    if not words:
        return ()
    texts = _BETWEEN.join([text for key in keys for text in texts_of(record, key, query)])
    # Words without blanks, as nearly all are, are found in whatever white space there is.
    folded = fold(texts) if " " in "".join(words) else fold_letters(texts)
    return [word for word in words if word not in folded]
