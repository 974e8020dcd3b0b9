"""The show's ids elsewhere: what the schemes are called, and the pages that ids lead to.

A scheme stands here if an id alone, without the title, leads to its page; others are told, but lead nowhere.
"""

import re
from collections.abc import Mapping

from msgspec import Struct


class Scheme(Struct, frozen=True):
    """A scheme of ids: its name, the form of its ids, and the address of an id's page, with `{}` for the id."""

    name: str
    form: str
    address: str


SCHEMES: Mapping[str, Scheme] = {
    "imdb": Scheme("IMDb", r"tt[0-9]{7,}", "https://www.imdb.com/title/{}/"),
    "tmdb": Scheme("TMDB", r"[0-9]+", "https://www.themoviedb.org/tv/{}"),
    "tvdb": Scheme("TheTVDB", r"[0-9]+", "https://www.thetvdb.com/dereferrer/series/{}"),
    "tvmaze": Scheme("TVmaze", r"[0-9]+", "https://www.tvmaze.com/shows/{}"),
    "eidr": Scheme("EIDR", r"10\.5240/([0-9A-F]{4}-){5}[0-9A-Z]", "https://doi.org/{}"),
    "wikidata": Scheme("Wikidata", r"Q[1-9][0-9]*", "https://www.wikidata.org/wiki/{}"),
}
"""The schemes whose pages are known, by the names that catalogues use."""


def scheme_name(scheme: str) -> str:
    """Return what a scheme is called, or its own name in the catalogue if it is not known."""
    known = SCHEMES.get(scheme.lower())
    return known.name if known else scheme


def page_of(scheme: str, id_: str) -> str | None:
    """Return the address of the page of an id; `None` if the scheme is not known or the id has not its form."""
    known = SCHEMES.get(scheme.lower())
    return known.address.format(id_) if known and re.fullmatch(known.form, id_) else None
