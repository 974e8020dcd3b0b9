"""Addresses in documents: links if they are http or https, with what an address can't hold percent-encoded."""

import re
from contextlib import suppress
from urllib.parse import quote, urlsplit

from etoile_cli.text.escaping import escape_controls

# What no address can hold as it is (RFC 3987, section 2.2), beside what can't be printed; brackets stand around hosts.
_IMPOSSIBLE = frozenset(' <>"{}|\\^`')
_AUTHORITY = r"(?i:https?)://[^/?#]*"
_LONE_PERCENT = r"%(?![0-9A-Fa-f]{2})"


def link(address: str) -> str | None:
    """Return an http or https address with what it can't hold percent-encoded; `None` for any other address."""
    authority = re.match(_AUTHORITY, address)
    if authority is None or not all(map(_is_possible, authority[0])) or not _host(address):
        return None
    rest = re.sub(_LONE_PERCENT, "%25", address[authority.end() :])
    return authority[0] + "".join(each if _is_possible(each) and each not in "[]" else quote(each) for each in rest)


def site(address: str) -> str:
    """Return the name of the site that a link leads to: `www.example.org`."""
    return escape_controls(_host(address) or "")


def _is_possible(character: str) -> bool:
    return character.isprintable() and character not in _IMPOSSIBLE


def _host(address: str) -> str | None:
    """Return the host that an address names; `None` if it names none, or its brackets or its port are none."""
    with suppress(ValueError):
        parts = urlsplit(address)
        return parts.hostname if parts.port is None or parts.port else None
    return None
