"""Where in a record words and terms are found, as a search tells it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from etoile_cli.catalogue.record import Record
from etoile_cli.listing.query import Key, Query, keys_of
from etoile_cli.listing.searched import Searched, searched
from etoile_cli.listing.snippets import snippet
from etoile_cli.text.folding import fold
from etoile_cli.text.values import exact, is_absent


def texts_of(record: Record, key: Key, query: Query) -> Iterable[str]:
    """Return the texts that a record has under a key, in which words are looked for."""
    value = getattr(record, key.read)
    if not value and is_absent(value):  # the cheaper question first
        return ()
    if key.plain:
        return value if isinstance(value, tuple) else (value,)
    if isinstance(value, str):
        return query.texts_read(key, value)
    return [each.text for each in searched(key.declared, value, query.references)]


def places_of(record: Record, query: Query, *, for_people: bool) -> list[str]:
    """Return `key: text` for every key that has one of the words or terms.

    Addresses and sort names have words only if no other key has one.
    """
    terms = _found_by_terms(record, query, for_people=for_people)
    keys: list[Key] = []
    little: list[Key] = []
    for key in keys_of(type(record)):
        is_little = (key.declared.sorts or key.declared.is_address) and key.name not in terms
        (little if is_little else keys).append(key)
    found = _places_in(record, keys, query, terms, for_people=for_people)
    found = found or _places_in(record, little, query, terms, for_people=for_people)
    return found + [f"{name}: {', '.join(terms[name])}" for name in terms if all(name != key.name for key in keys)]


def places_in(record: Record, keys: Iterable[Key], query: Query, *, for_people: bool) -> list[str]:
    """Return likewise those of some keys."""
    return _places_in(
        record, keys, query, _found_by_terms(record, query, for_people=for_people), for_people=for_people
    )


def _places_in(
    record: Record, keys: Iterable[Key], query: Query, terms: Mapping[str, Sequence[str]], *, for_people: bool
) -> list[str]:
    places = []
    for key in keys:
        if is_absent(getattr(record, key.attribute)):
            continue
        found = [*_found(record, key, query), *_found_in_runs(record, key, query)] if query.words else []
        if for_people:
            shown = dict.fromkeys(_around(each, word, key, query) for each, word in found)
        else:
            shown = dict.fromkeys(each.exact for each, _ in found)
        shown |= dict.fromkeys(terms.get(key.name, ()))
        if shown:
            places.append(f"{key.name}: {', '.join(shown)}")
    return places


def _found_by_terms(record: Record, query: Query, *, for_people: bool) -> Mapping[str, Sequence[str]]:
    """Return the texts that terms found, by their keys."""
    texts: dict[str, dict[str, None]] = {}
    for name, found, letters in query.terms.places(record) if query.terms else ():
        text = _around_letters(found, letters) if for_people else found.exact
        texts.setdefault(name, {})[text] = None
    return {name: list(each) for name, each in texts.items()}


def _around_letters(found: Searched, letters: str) -> str:
    is_only_in_text = letters not in fold(found.read) and letters in fold(found.text)
    return snippet(found.text if is_only_in_text else found.read, letters)


def _found(record: Record, key: Key, query: Query) -> Iterator[tuple[Searched, str]]:
    """Yield what has one of the words under a key, with the first of these words."""
    if key.plain:
        plain = ((text, query.first_in(text, key)) for text in texts_of(record, key, query))
        exactly = exact(getattr(record, key.attribute)) if key.read != key.attribute else ""
        yield from ((Searched(text, text, exactly or text), word) for text, word in plain if word)
        return
    for each in searched(key.declared, getattr(record, key.attribute), query.references):
        if word := query.first_in(each.text, key):
            yield each, word


def _found_in_runs(record: Record, key: Key, query: Query) -> Iterator[tuple[Searched, str]]:
    """Yield likewise the runs under a key that have episodes looked for; programs read the whole value."""
    for word, run in query.runs(record, key):
        yield Searched(run, run, exact(getattr(record, key.attribute))), word


def _around(place: Searched, word: str, key: Key, query: Query) -> str:
    """Return the words around a match in the text that people read or, if only that has one, in the searched text."""
    if word in query.episodes and key.numbers:
        return place.read
    found = query.first_in(place.read, key)
    return snippet(place.read, found) if found else snippet(place.text, word)
