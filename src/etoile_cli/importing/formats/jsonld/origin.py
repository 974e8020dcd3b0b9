"""Where the files come from: the page of the show, and who publishes it."""

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct

from etoile_cli.catalogue.id_schemes import SCHEMES
from etoile_cli.catalogue.vocabulary import is_web_address
from etoile_cli.importing.formats.jsonld.graph import Thing
from etoile_cli.importing.formats.jsonld.readings import name_of, names, text_of
from etoile_cli.importing.intake.intake import Origin
from etoile_cli.text.addresses import link
from etoile_cli.text.folding import fold

_UNKNOWN = "jsonld"
# What stands before the last part of addresses in countries that have no names of their own there.
_GENERAL = frozenset({"ac", "co", "com", "edu", "gov", "net", "or", "org"})
_PAGES = frozenset({"WebPage", "ItemPage", "CollectionPage"})
_SITES = frozenset({"WebSite"})
_NAMED = ("name", "publisher", "provider")


class Page(Struct, frozen=True):
    """Where the files come from.

    `publisher` is empty if nobody says who publishes the page; `names` are those by which the site and its publisher
    call themselves, in the form in which they are compared, and `host` is that of the page.
    """

    origin: Origin
    publisher: str
    names: frozenset[str]
    host: str

    def is_called(self, name: str) -> bool:
        """Return whether the site or who publishes the page has a name."""
        return fold(name) in self.names

    def is_home_of(self, publisher: Thing) -> bool:
        """Return whether the page is at the address of a publisher."""
        values = [publisher.node.get("url"), publisher.node.get("sameAs"), publisher.id]
        return bool(self.host) and self.host in map(_host, _texts(values))


def take_page(title: str, shows: Iterable[Thing], tops: Iterable[Thing]) -> Page:
    """Take where things about a show come from; publishers are those whom the page names, or known databases."""
    shows, tops = list(shows), list(tops)
    url = next((address for each in shows for address in _addresses(each)), "")
    host = _host(url)
    stated = [name for each in tops if each.types & _PAGES for name in names(each, "publisher", "provider")]
    stated += [name for each in shows for name in names(each, "provider")]
    for each in shows:
        each.drop("mainEntityOfPage")
        each.take("url", lambda value: text_of(value) == url or None)
    publisher = next(iter(stated), "") or _databases().get(host, "")
    around = [site for each in tops for value in each.values("isPartOf") if (site := each.thing(value))]
    sites = [each for each in [*tops, *around] if each.types & _SITES]
    of_sites = [name_of(site, each) for site in sites for key in _NAMED for each in site.values(key)]
    own = frozenset(map(fold, filter(None, [*stated, *of_sites, publisher])))
    return Page(Origin(id=_word(host), title=title, publisher=publisher or host, url=url), publisher, own, host)


def _addresses(show: Thing) -> list[str]:
    """Return the addresses of the page of a show."""
    of_page = show.node.get("mainEntityOfPage")
    values: list[Any] = [show.node.get("url"), show.id, of_page.get("@id") if isinstance(of_page, dict) else of_page]
    return [link(text) or "" for text in _texts(values) if is_web_address(text) and link(text)]


def _texts(values: Iterable[Any]) -> list[str]:
    """Return the texts of values, each of which may be several."""
    flat = [each for value in values for each in (value if isinstance(value, list) else [value])]
    return list(filter(None, map(text_of, flat)))


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _databases() -> Mapping[str, str]:
    """Return the names of the known databases by their hosts."""
    return {_host(scheme.address): scheme.name for scheme in SCHEMES["show"].values() if scheme.address}


def _word(host: str) -> str:
    """Return the word in a host that people know it by: `imdb` of `www.imdb.com`, `bbc` of `www.bbc.co.uk`."""
    parts = host.split(".")[:-1]
    if len(parts) > 1 and parts[-1] in _GENERAL:
        parts.pop()
    word = parts[-1] if parts else ""
    return word if re.fullmatch(r"[a-z0-9-]*[a-z][a-z0-9-]*", word) else _UNKNOWN
