"""The names that people read in place of codes: what a catalogue says without having its letters in the file."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from etoile_cli.catalogue import enumerations
from etoile_cli.catalogue.cldr import english_names
from etoile_cli.catalogue.codes import SEASON_NAMES, seasons_name
from etoile_cli.catalogue.former_countries import FORMER_COUNTRIES
from etoile_cli.catalogue.vocabulary import WORLDWIDE
from etoile_cli.text.dates import PartialDate
from etoile_cli.text.folding import fold
from etoile_cli.text.values import readable

# What numbers are read with, and what is said of a place.
_AROUND = ("minutes", "yes", "no", WORLDWIDE, seasons_name(1, 2))


@cache
def names_of_codes() -> str:
    """Return the folded names of all languages, scripts, countries and months, and the words of enumerations."""
    return fold("\n".join(_names()))


def _names() -> Iterator[str]:
    from language_tags import data

    for kind in ("languages", "scripts", "territories"):
        yield from map(str, english_names(kind).values())
    for record in data.get("registry"):
        yield from record.get("Description", ())
    yield from (country.name for country in FORMER_COUNTRIES.values())
    yield from (readable(PartialDate(2000, month)) for month in range(1, 13))
    yield from SEASON_NAMES.values()
    for each in vars(enumerations).values():
        if isinstance(each, type) and issubclass(each, StrEnum):
            yield from each
    yield from _AROUND
