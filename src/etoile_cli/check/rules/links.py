"""Addresses: whether they are https, and whether they lead to the page itself."""

from collections.abc import Iterator, Sequence
from functools import cache

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.enumerations import OfferUrlKind, means_search
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.vocabulary import INSECURE
from etoile_cli.check.contents import Contents, Text
from etoile_cli.check.labels import where
from etoile_cli.check.problem import Code, Finding, Severity
from etoile_cli.check.toml.advice.hints import Hint

INSECURE_URL = Code(
    "insecure-url",
    Severity.WARNING,
    means="An address is http and not https.",
    why="What it shows can be read and changed on the way. Most pages answer to https by now.",
    wrong="""\
format = 1

[show]
title = "Étoile"

[[images]]
title = "A dancer"
credit = "A photographer"
url = "http://www.example.org/dancer.jpg"
""",
    right="""\
format = 1

[show]
title = "Étoile"

[[images]]
title = "A dancer"
credit = "A photographer"
url = "https://www.example.org/dancer.jpg"
""",
)

SEARCH_LINK = Code(
    "search-link",
    Severity.WARNING,
    means="The address of an offer or a trailer is a search, by its url_kind, and not the page itself.",
    why="What a search finds changes; a page stays. As long as the page isn't known, the warning stays, too.",
    wrong="""\
format = 1

[show]
title = "Étoile"

[[trailers]]
title = "Official Trailer"
url = "https://www.example.org/search?q=trailer"
url_kind = "search"
""",
    right="""\
format = 1

[show]
title = "Étoile"

[[trailers]]
title = "Official Trailer"
url = "https://www.example.org/trailer"
url_kind = "page"
""",
)


def is_insecure(address: str) -> bool:
    """Return whether an address is http."""
    return address.lower().startswith(INSECURE)


def insecure_address(each: Text) -> Iterator[Finding]:
    """Yield the problem of an address that is http and not https."""
    if is_insecure(each.text):
        hint = Hint("write https if the page answers to it")
        yield Finding(INSECURE_URL, each.path, f"{where(each.path)} is http, not https", hint)


def search_links(contents: Contents) -> Iterator[Finding]:
    """Yield the addresses that lead to a search, as the record itself says, and not to the page."""
    for entry in contents.entries:
        for address, kind in _kinds_of_addresses(entry.type):
            if means_search(entry.values.get(kind)):
                key = address if entry.values.get(address) else kind
                hint = Hint(f'give the address of the page, and {kind} = "{OfferUrlKind.PAGE}", once it is known')
                yield Finding(SEARCH_LINK, (*entry.path, key), f'"{key}" is a search, not a page', hint)


@cache
def _kinds_of_addresses(record_type: type[Record]) -> Sequence[tuple[str, str]]:
    """Return the keys of addresses, each with the key that says what the address leads to."""
    return [(declared.kind_of, key) for key, declared in declarations(record_type).items() if declared.kind_of]
