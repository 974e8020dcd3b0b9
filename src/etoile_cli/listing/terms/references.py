"""Records that a term refers to, by their ids and by their names: companies, sources."""

from collections.abc import Callable, Collection
from functools import cache, lru_cache

from etoile_cli.catalogue.references import References
from etoile_cli.listing.terms.term import Operator, Term
from etoile_cli.text.folding import fold

# No word can hold it, so none is found across two names.
_BETWEEN = " \0 "


# A search asks the same of the keys of many types.
@lru_cache(maxsize=8)
def reference_test(term: Term, section: str, references: References) -> Callable[[str], bool]:
    """Return whether ids of a section hold a term: those that are, or whose records are called, just its text.

    If there are none, and the operator is not `:=`, those that hold the text, or whose records are called by more.
    An id of no record counts by itself.
    """
    wanted, is_exact = fold(term.text), term.operator is Operator.IS
    meant = _meant(term.text.strip(), wanted, section, references)

    @cache
    def test(id_: str) -> bool:
        if meant:
            return id_ in meant
        names = _names(id_, section, references)
        return wanted in names if is_exact else wanted in _BETWEEN.join(names)

    return test


def _meant(text: str, wanted: str, section: str, references: References) -> Collection[str]:
    """Return the ids that a text is: just so, or whatever their case and accents, or by their names."""
    ids = references.ids(section)
    if text in ids:
        return {text}
    return {id_ for id_ in ids if fold(id_) == wanted} or {
        id_ for id_ in ids if wanted in _names(id_, section, references)
    }


def _names(id_: str, section: str, references: References) -> Collection[str]:
    """Return the folded texts that a record answers to: its id, its name, and what people read for it."""
    record = references.record(section, id_)
    names = (id_,) if record is None else (id_, str(getattr(record, record.main)), record.heading, record.short_name)
    return dict.fromkeys(map(fold, names))
