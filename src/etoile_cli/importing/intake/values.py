"""Values of others as a catalogue has them: dates, languages, countries, ids. What can't be told is `None`."""

import re
from datetime import date
from typing import Any

from etoile_cli.catalogue.countries import country_code
from etoile_cli.catalogue.id_schemes import SCHEMES
from etoile_cli.catalogue.languages import is_language, similar_language
from etoile_cli.catalogue.schemes import id_meant, is_id, scheme_key, scheme_of
from etoile_cli.catalogue.vocabulary import IdKind
from etoile_cli.text.dates import PartialDate

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ].*)?")
_PARTIAL = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2]))?(?:-00)?(?:-00)?")


def date_of(text: str | None) -> date | str | None:
    """Return a date as TOML has it: a day, or the text of a month or a year."""
    text = (text or "").strip()
    if found := _DAY.fullmatch(text):
        try:
            return date(*map(int, found.groups()))
        except ValueError:
            pass
    if (found := _PARTIAL.fullmatch(text.replace("-00", ""))) and found[1] != "0000":
        return PartialDate.parse(f"{found[1]}-{found[2]}" if found[2] else found[1]).isoformat()
    return None


def language_of(text: str | None) -> str | None:
    """Return the BCP 47 tag of a language by its tag or its English name."""
    text = (text or "").strip()
    if not text:
        return None
    return text if is_language(text) else similar_language(text) or None


def country_of(text: str | None) -> str | None:
    """Return the ISO 3166-1 code of a country by its code or its English name."""
    return country_code(text) or None if text else None


def ids_of(kind: IdKind, given: dict[str, Any]) -> dict[str, str]:
    """Return the ids, by scheme, that have the form of theirs; a number is an id, too."""
    found: dict[str, str] = {}
    for key, value in given.items():
        id_ = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
        if id_ and is_id(kind, key, id_):
            found.setdefault(scheme_key(key), id_)
    return found


def ids_in_address(kind: IdKind, address: str | None) -> dict[str, str]:
    """Return the id in the address of a page of a known database, by its scheme."""
    if not address:
        return {}
    for scheme in SCHEMES[kind].values():
        host = _host(scheme.address)
        if (
            host
            and re.match(rf"(?i)https?://(?:www\.)?{re.escape(host)}/", address)
            and (id_ := id_meant(scheme, address))
        ):
            return {scheme.key: id_}
    return {}


def role_of(text: str) -> str:
    """Return what somebody does as a catalogue writes it: `Co-Executive Producer` is small, `VFX` stays."""
    return re.sub(r"\b[A-Z][a-z]+\b", lambda found: found[0].lower(), text)


def is_known_scheme(kind: IdKind, key: str) -> bool:
    """Return whether ids of a kind in a scheme are known."""
    return scheme_of(kind, key) is not None


def _host(address: str) -> str:
    found = re.match(r"https?://(?:www\.)?([^/]+)/", address)
    return found[1] if found else ""
