"""The elements of which the files of a media library are made."""

import re

# Writes XML here, and reads none.
import xml.etree.ElementTree as ET  # nosec B405
from collections.abc import Collection, Iterable, Mapping, Sequence

from etoile_cli.text.dates import Date, PartialDate
from etoile_cli.text.values import exact, show

LOOKED_UP = ("tvdb", "tmdb", "imdb")
"""The schemes by whose ids libraries look up what they find."""

# No XML holds these, not even as a reference; controls, which it doesn't hold either, are shown anyway.
_IMPOSSIBLE = "[\ufffe\uffff]"


def add(parent: ET.Element, name: str, value: str | int | Date | None, **attributes: str) -> None:
    """Add an element that holds a value, unless that is absent or blank."""
    if text := plain(exact(value)):
        ET.SubElement(parent, name, attributes).text = text


def add_date(parent: ET.Element, name: str, value: Date | None) -> None:
    """Add a day; of another date the year, which is all that libraries read of it."""
    if isinstance(value, PartialDate):
        add(parent, "year", value.year)
    else:
        add(parent, name, value)


def add_all(parent: ET.Element, name: str, values: Iterable[str]) -> None:
    """Add an element for each of the values that is not blank."""
    for value in values:
        add(parent, name, value)


def add_ids(parent: ET.Element, ids: Mapping[str, str], defaults: Collection[str]) -> None:
    """Add ids in other databases; the first whose scheme is one of `defaults` is the default."""
    default = next((scheme for scheme in ids if scheme in defaults), "")
    for scheme, id_ in ids.items():
        marked = {"default": "true"} if scheme == default else {}
        add(parent, "uniqueid", id_, type=plain(scheme), **marked)


def add_plot(parent: ET.Element, plot: Sequence[str]) -> None:
    """Add what something is about, in paragraphs."""
    if plot:
        ET.SubElement(parent, "plot").text = "\n\n".join(map(plain, plot))


def plain(value: str) -> str:
    """Return a text as one line of what XML can hold."""
    return re.sub(_IMPOSSIBLE, lambda found: f"\\u{ord(found.group()):04x}", show(value))
