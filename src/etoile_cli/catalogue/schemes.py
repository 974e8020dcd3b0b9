"""Ids in other databases: how their schemes are spelt, whether an id has its form, where its page is.

Whether an id exists is not checked: only the database knows.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from etoile_cli.catalogue.id_schemes import SCHEMES, Scheme
from etoile_cli.catalogue.vocabulary import IdKind
from etoile_cli.text.placeholders import is_placeholder

# Other names that people and programs use.
_OTHER_KEYS = {
    "internetmoviedatabase": "imdb",
    "moviedb": "tmdb",
    "themoviedb": "tmdb",
    "themoviedatabase": "tmdb",
    "thetvdb": "tvdb",
}
# Blanks, signs and a final `id` make no difference: `imdb_id`, `tvdbid`, `the-movie-db`, `The TVDB`.
_INSIGNIFICANT = r"[\W_]|id[\W_]*$"
_NAMES = {scheme.key: scheme.name for schemes in SCHEMES.values() for scheme in schemes.values()}


def scheme_of(kind: IdKind, key: str) -> Scheme | None:
    """Return the scheme that a key in any spelling names for ids of a kind; `None` if it is not known."""
    return SCHEMES[kind].get(_known_key(key))


def scheme_key(key: str) -> str:
    """Return the right spelling of a scheme's key: the known one, else the key itself without superfluous blanks."""
    known = _known_key(key)
    return known if known in _NAMES else " ".join(key.split())


def scheme_name(key: str) -> str:
    """Return the name of a scheme, or its key if it is not known."""
    return _NAMES.get(_known_key(key), key)


# Very many records have ids in the same few schemes.
@lru_cache(maxsize=64)
def _known_key(key: str) -> str:
    """Return the key of a scheme without what is insignificant in its spelling."""
    plain = re.sub(_INSIGNIFICANT, "", key.lower())
    return _OTHER_KEYS.get(plain, plain)


def is_id(kind: IdKind, key: str, id_: str) -> bool:
    """Return whether an id has the form of its scheme or, if that is not known, is no placeholder."""
    known = scheme_of(kind, key)
    return _has_form(known, id_) if known else not is_placeholder(id_)


def _has_form(scheme: Scheme, id_: str) -> bool:
    return bool(re.fullmatch(scheme.form, id_)) and not is_placeholder(id_)


def page_of(kind: IdKind, key: str, id_: str) -> str | None:
    """Return the address of the page of an id; `None` if its scheme has none or is unknown, or it lacks its form."""
    known = scheme_of(kind, key)
    return known.address.format(id_) if known and known.address and _has_form(known, id_) else None


def id_meant(scheme: Scheme, text: str) -> str:
    """Return the id that a text means, such as the address of its page; empty if there is none or more than one."""
    found = {group for pattern in scheme.meant_by for group in re.findall(pattern, text.strip(), re.IGNORECASE)}
    spellings = {tuple(scheme.template.format(each) for each in (group.upper(), group.lower())) for group in found}
    return next((id_ for ids in spellings if len(spellings) == 1 for id_ in ids if _has_form(scheme, id_)), "")


def valid_ids(kind: IdKind, ids: Mapping[str, str]) -> dict[str, str]:
    """Return the ids that have the form of their scheme, one for each scheme, by the right spelling of its key.

    If several keys mean the same scheme, the one in the right spelling counts, else the first.
    """
    spellings: dict[str, dict[str, str]] = {}
    for key, id_ in ids.items():
        if key.strip() and is_id(kind, key, id_):
            spellings.setdefault(scheme_key(key).lower(), {})[key] = id_
    found = {}
    for spelt in spellings.values():
        key = scheme_key(next(iter(spelt)))
        found[key] = spelt.get(key, next(iter(spelt.values())))
    return found
