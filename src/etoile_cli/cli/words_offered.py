"""The words that TAB offers of a catalogue: of names of records, of ids, and of keys that are declared for it."""

import re
from collections.abc import Iterable, Iterator

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue
from etoile_cli.catalogue.references import References
from etoile_cli.listing.columns import PEOPLE, SHOWS
from etoile_cli.text.folding import fold
from etoile_cli.wording.values import readings

# A word that no shell interprets, and that is no option.
_SAFE_WORD = r"[a-z0-9][a-z0-9-]{2,}"


def words_offered(catalogue: Catalogue, listed: str | None) -> Iterator[str]:
    """Yield the folded words of the records of a section, of people or of the show; else those of all sections."""
    if listed == SHOWS:
        yield from re.findall(_SAFE_WORD, fold(catalogue.show.title))
        return
    references = References(catalogue)
    for name in _sections(listed):
        known = declarations(RECORD_TYPES[name]).items()
        offered = [(key, each) for key, each in known if each.offered or each.identifies]
        for record in getattr(catalogue, name):
            more = [text for key, each in offered for text in readings(each, getattr(record, key), references)]
            yield from re.findall(_SAFE_WORD, fold(" ".join([record.heading, *more])))


def _sections(listed: str | None) -> Iterable[str]:
    """Return the sections in which a list finds its words; only what is asked for has its types looked through."""
    if listed == PEOPLE:
        return [name for name, each in RECORD_TYPES.items() if declarations(each)[each.main].person]
    return (listed,) if listed in RECORD_TYPES else RECORD_TYPES
