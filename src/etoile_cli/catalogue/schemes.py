"""The show's ids elsewhere: what the schemes are called, the forms of their ids, and the pages that ids lead to.

A scheme stands here if an id alone, without the title, leads to its page; the ids of others are told as they are, but
lead nowhere. Whether there is anything behind an id that has its form, only the scheme's own service knows.
"""

import re
from collections.abc import Mapping

from msgspec import Struct

from etoile_cli.text.placeholders import is_placeholder


class Scheme(Struct, frozen=True):
    """A scheme of ids: its key in catalogues, its name, the form of an id, an example, the address of an id's page.

    `known_by` are patterns of what people write instead, each with the part that tells the id; `whole` makes an id of
    that part. Where an id or a part belongs, there is `{}`.
    """

    key: str
    name: str
    form: str
    example: str
    address: str
    known_by: tuple[str, ...]
    whole: str = "{}"


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
                # `/series/24` alone is no id: there, too, is the show called 24.
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
"""The schemes whose pages are known, by the keys that catalogues use."""

# What else people and programs call them.
_OTHER_KEYS = {
    "internetmoviedatabase": "imdb",
    "moviedb": "tmdb",
    "themoviedb": "tmdb",
    "themoviedatabase": "tmdb",
    "thetvdb": "tvdb",
}
# `imdb_id`, `tvdbid`, `the-movie-db`, `The TVDB`: blanks, signs and an `id` at the end say nothing.
_BESIDE_THE_NAME = r"[\W_]|id[\W_]*$"


def scheme_of(key: str) -> Scheme | None:
    """Return the known scheme that a key of a catalogue means, however it is spelt."""
    plain = re.sub(_BESIDE_THE_NAME, "", key.lower())
    return SCHEMES.get(_OTHER_KEYS.get(plain, plain))


def scheme_key(key: str) -> str:
    """Return how a scheme's key should be spelt: as the known one, or as it is, without blanks around it."""
    known = scheme_of(key)
    return known.key if known else " ".join(key.split())


def scheme_name(key: str) -> str:
    """Return what people call a scheme, or its own key in the catalogue if it is not known."""
    known = scheme_of(key)
    return known.name if known else key


def is_id(key: str, id_: str) -> bool:
    """Tell whether an id has the form of its scheme or, where that is not known, says something at all."""
    known = scheme_of(key)
    return bool(re.fullmatch(known.form, id_)) if known else not is_placeholder(id_)


def page_of(key: str, id_: str) -> str | None:
    """Return the address of the page of an id; `None` if the scheme is not known or the id has not its form."""
    known = scheme_of(key)
    return known.address.format(id_) if known and is_id(key, id_) else None


def meant(scheme: Scheme, text: str) -> str:
    """Return the id that was probably meant by a text, the address of its page say; empty if that isn't clear."""
    parts = {found for pattern in scheme.known_by for found in re.findall(pattern, text.strip(), re.IGNORECASE)}
    ids = {scheme.whole.format(part.upper()) for part in parts}
    return next((id_ for id_ in ids if len(ids) == 1 and is_id(scheme.key, id_)), "")


def true_ids(ids: Mapping[str, str]) -> dict[str, str]:
    """Return the ids that other programs may take for such, by their schemes' keys, in their order.

    There is one of a scheme: under the scheme's own key, or else the first that has its form.
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
