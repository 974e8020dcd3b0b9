"""Addresses: whether they are safe, and whether they lead to the thing itself."""

from collections.abc import Iterator

from etoile_cli.catalogue.vocabulary import INSECURE, OfferUrlKind
from etoile_cli.check.contents import Contents
from etoile_cli.check.problem import Code, Finding
from etoile_cli.check.toml.hints import Hint


def insecure_addresses(contents: Contents) -> Iterator[Finding]:
    """Yield the addresses that are http and not https."""
    for entry in contents.entries:
        if (entry.values.get("url") or "").lower().startswith(INSECURE):
            path = (*entry.path, "url")
            yield Finding(
                Code.INSECURE_URL, path, '"url" is http, not https', Hint("write https if the page answers to it")
            )


def search_links(contents: Contents) -> Iterator[Finding]:
    """Yield the addresses of offers and trailers that only find the page in a search."""
    for entry in contents.entries:
        if entry.values.get("url_kind") == OfferUrlKind.SEARCH:
            key = "url" if entry.values.get("url") else "url_kind"
            message = f'"{key}" is a search, not a page'
            hint = Hint('give the address of the page, and url_kind = "page", once it is known')
            yield Finding(Code.SEARCH_LINK, (*entry.path, key), message, hint)
