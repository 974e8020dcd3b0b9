"""Values as people read them: names instead of codes and ids, ages behind dates, a search called a search."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from etoile_cli.catalogue.model import in_short
from etoile_cli.catalogue.names import NAMES
from etoile_cli.catalogue.schemes import scheme_name, true_ids
from etoile_cli.listing.listing import Listing
from etoile_cli.text.values import Value, age, count, enumerate_words, readable, readable_date, show

_SECTIONS = {"availability": "where to watch"}
_URL_KINDS = {"page": "its page", "search": "a search, not its own page", "home": "the home page"}


def wording(column: str, value: Value, listing: Listing) -> str:
    """Return what people read in a column: safe to print; empty if the value is absent or says nothing."""
    if value is None or value is False:  # that something is not fictional says nothing, as on the page
        return ""
    special = _WORDINGS.get(column)
    return special(value, listing) if special else readable(value)


def is_reworded(column: str, value: Value) -> bool:
    """Tell whether people read something else than a text as it stands."""
    return column in _WORDINGS or not isinstance(value, str)


def checked_text(day: date, today: date) -> str:
    """Return `6 June 2025, 17 months ago`."""
    return f"{readable_date(day)}, {age(day, today)}"


def until_text(day: date, today: date) -> str:
    """Return `until 1 May 2026`, or `ended 1 May 2026` once it is over."""
    return f"{'ended' if day < today else 'until'} {readable_date(day)}"


def since_text(day: date, today: date) -> str:
    """Return `from 1 May 2027` as long as that is to come; nothing once it has begun."""
    return f"from {readable_date(day)}" if day > today else ""


def section_name(section: str) -> str:
    """Return what people call a section: `where to watch`."""
    return _SECTIONS.get(section, section)


def names(column: str, codes: tuple[str, ...]) -> str:
    """Return codes as names: `France and United States`."""
    return enumerate_words([show(NAMES[column](code)) for code in codes])


def _named(column: str) -> Callable[[Any, Listing], str]:
    return lambda value, _: ", ".join(
        show(NAMES[column](code)) for code in (value if isinstance(value, tuple) else (value,))
    )


def _match(places: tuple[str, ...], _: Listing) -> str:
    """Return where words were found, a line a place: `known for: Gilmore Girls`."""
    parted = (place.partition(":") for place in places)
    return "\n".join(show(f"{key.replace('_', ' ')}{colon}{text}") for key, colon, text in parted)


def _sources(ids: tuple[str, ...], listing: Listing) -> str:
    known = [(listing.sources.get(each), each) for each in ids]
    return ", ".join(dict.fromkeys(show(in_short(of.publisher or of.title) if of else id_) for of, id_ in known))


_WORDINGS: Mapping[str, Callable[[Any, Listing], str]] = {
    "company": lambda value, listing: show(listing.companies.get(value, value)),
    "checked": lambda value, listing: checked_text(value, listing.today),
    "until": lambda value, listing: f"{readable_date(value)}{', ended' if value < listing.today else ''}",
    "ids": lambda ids, _: ", ".join(f"{show(scheme_name(key))} {show(id_)}" for key, id_ in true_ids(ids).items()),
    "key": lambda key, _: key.replace("_", " "),
    "section": lambda section, _: section_name(section),
    "runtime": lambda minutes, _: count(minutes, "minute"),
    "url_kind": lambda value, _: _URL_KINDS[value],
    "match": _match,
    "sources": _sources,
    **{column: _named(column) for column in NAMES},
}
