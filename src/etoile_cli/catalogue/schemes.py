"""Identifiers of the show in other databases: the names of the schemes, the forms of their ids, the pages of ids.

A scheme is listed here if the address of a page can be made from the id alone, without the title. Ids of other schemes
are shown, but don't link anywhere. Whether an id exists is not checked: only the database knows.
"""

import re
from collections.abc import Mapping

from msgspec import Struct

from etoile_cli.text.placeholders import is_placeholder


class Scheme(Struct, frozen=True):
    """A scheme of ids: its key in catalogues, its name, a pattern for ids, an example, the address of an id's page.

    `meant_by` are patterns for texts that people write in place of an id, such as an address; their group captures
    what `template` completes to an id. In `address` and `template`, `{}` marks where the id or the captured text goes.
    """

    key: str
    name: str
    form: str
    example: str
    address: str
    meant_by: tuple[str, ...]
    template: str = "{}"


_NUMBER = r"[1-9][0-9]*"
_EIDR = r"(?:[0-9A-F]{4}-){5}[0-9A-Z]"

SCHEMES: Mapping[str, Scheme] = {
    scheme.key: scheme
    for scheme in (
        Scheme(
            "imdb",
            "IMDb",
            r"tt(?!0+$)[0-9]{7,}",
            "tt0123456",
            "https://www.imdb.com/title/{}/",
            (r"\btt([0-9]{7,})\b", r"^([0-9]{7,8})$"),
            "tt{}",
        ),
        Scheme(
            "tmdb",
            "TMDB",
            _NUMBER,
            "12345",
            "https://www.themoviedb.org/tv/{}",
            (rf"\btv/0*({_NUMBER})\b", rf"^(?:tmdb[:/-]+)?0*({_NUMBER})(?:-[a-z].*)?$"),
        ),
        Scheme(
            "tvdb",
            "TheTVDB",
            _NUMBER,
            "12345",
            "https://www.thetvdb.com/dereferrer/series/{}",
            (
                # `/series/24` without `dereferrer` holds no id: it is the page of the show called 24.
                rf"\bdereferrer/series/0*({_NUMBER})\b",
                rf"[?&](?:series)?id=0*({_NUMBER})\b",
                rf"^(?:tvdb[:/-]+)?0*({_NUMBER})$",
            ),
        ),
        Scheme(
            "tvmaze",
            "TVmaze",
            _NUMBER,
            "12345",
            "https://www.tvmaze.com/shows/{}",
            (rf"\bshows/0*({_NUMBER})\b", rf"^(?:tvmaze[:/-]+)?0*({_NUMBER})$"),
        ),
        Scheme(
            "eidr",
            "EIDR",
            rf"10\.5240/{_EIDR}",
            "10.5240/0123-4567-89AB-CDEF-0123-Z",
            "https://doi.org/{}",
            (rf"\b10\.5240[/:]({_EIDR})(?![\w-])", rf"^({_EIDR})$"),
            "10.5240/{}",
        ),
        Scheme(
            "wikidata",
            "Wikidata",
            rf"Q{_NUMBER}",
            "Q12345",
            "https://www.wikidata.org/wiki/{}",
            (rf"\bQ({_NUMBER})\b", rf"^({_NUMBER})$"),
            "Q{}",
        ),
    )
}
"""The known schemes by their keys in catalogues."""

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


def scheme_of(key: str) -> Scheme | None:
    """Return the scheme that a key in any spelling names; `None` if it is not known."""
    plain = re.sub(_INSIGNIFICANT, "", key.lower())
    return SCHEMES.get(_OTHER_KEYS.get(plain, plain))


def scheme_key(key: str) -> str:
    """Return the right spelling of a scheme's key: the known one, else the key itself without superfluous blanks."""
    known = scheme_of(key)
    return known.key if known else " ".join(key.split())


def scheme_name(key: str) -> str:
    """Return the name of a scheme, or its key if it is not known."""
    known = scheme_of(key)
    return known.name if known else key


def is_id(key: str, id_: str) -> bool:
    """Return whether an id has the form of its scheme or, if that is not known, is no placeholder."""
    known = scheme_of(key)
    return bool(re.fullmatch(known.form, id_)) if known else not is_placeholder(id_)


def page_of(key: str, id_: str) -> str | None:
    """Return the address of the page of an id; `None` if the scheme is not known or the id lacks its form."""
    known = scheme_of(key)
    return known.address.format(id_) if known and is_id(key, id_) else None


def id_meant(scheme: Scheme, text: str) -> str:
    """Return the id that a text means, such as the address of its page; empty if there is none or more than one."""
    found = {group for pattern in scheme.meant_by for group in re.findall(pattern, text.strip(), re.IGNORECASE)}
    ids = {scheme.template.format(group.upper()) for group in found}
    return next((id_ for id_ in ids if len(ids) == 1 and is_id(scheme.key, id_)), "")


def valid_ids(ids: Mapping[str, str]) -> dict[str, str]:
    """Return the ids that have the form of their scheme, one for each scheme, by the right spelling of its key.

    If several keys mean the same scheme, the one in the right spelling counts, else the first.
    """
    spellings: dict[str, dict[str, str]] = {}
    for key, id_ in ids.items():
        if key.strip() and is_id(key, id_):
            spellings.setdefault(scheme_key(key).lower(), {})[key] = id_
    found = {}
    for spelt in spellings.values():
        key = scheme_key(next(iter(spelt)))
        found[key] = spelt.get(key, next(iter(spelt.values())))
    return found
