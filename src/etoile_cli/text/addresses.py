"""Web addresses as links: only http and https, with characters that no address may hold percent-encoded."""

import re
from contextlib import suppress
from urllib.parse import quote, urlsplit

from etoile_cli.text.escaping import escape_controls

# No address may hold these (RFC 3987, section 2.2), nor characters that can't be printed. Brackets enclose a host.
_FORBIDDEN = frozenset(' <>"{}|\\^`')
_AUTHORITY = r"(?i:https?)://[^/?#]*"
_LONE_PERCENT = r"%(?![0-9A-Fa-f]{2})"


def link(address: str) -> str | None:
    """Return an http or https address with forbidden characters percent-encoded; `None` for any other address."""
    authority = re.match(_AUTHORITY, address)
    if authority is None or not all(map(_is_allowed, authority[0])) or not _host(address):
        return None
    rest = re.sub(_LONE_PERCENT, "%25", address[authority.end() :])
    return authority[0] + "".join(each if _is_allowed(each) and each not in "[]" else quote(each) for each in rest)


def site(address: str) -> str:
    """Return the host that a link leads to, safe to print: `www.example.org`."""
    return escape_controls(_host(address) or "")


def _is_allowed(character: str) -> bool:
    return character.isprintable() and character not in _FORBIDDEN


def _host(address: str) -> str | None:
    """Return the host in an address; `None` if there is none, or the address is malformed."""
    with suppress(ValueError):  # unbalanced brackets; a port that is no number
        split = urlsplit(address)
        return split.hostname if split.port is None or split.port else None
    return None
