"""Words that were probably meant as terms: which key is near to what stands before the colon."""

from collections.abc import Iterable, Sequence

from etoile_cli.catalogue.model import in_short
from etoile_cli.catalogue.record import Record
from etoile_cli.errors import UsageError
from etoile_cli.listing.terms.grammar import HAS, NOT, key_named, parts_of, term_of
from etoile_cli.listing.terms.places import Keys
from etoile_cli.text.suggestions import nearest, question, suggestion
from etoile_cli.text.values import in_words


def refuse_unknown(words: Iterable[str], known: Keys) -> None:
    """Raise UsageError if a word asks, with `has:`, whether records have a key that there is not."""
    for word in words:
        name, text = parts_of(_without_negations(word, known))
        if name == HAS and key_named(text) not in known:
            guess = suggestion(in_words(nearest(key_named(text), known.names())))
            raise UsageError(f'no such key "{in_short(text.strip())}"{guess}', hint=known.listed)


def term_meant(words: Iterable[str], types: Sequence[type[Record]], *others: str) -> str:
    """Return the question whether a term was meant by the first word whose key is near to one; empty if none is."""
    known = Keys(types, *others)
    for word in words:
        name, text = parts_of(_without_negations(word, known))
        if name and name not in known and name != HAS and (guess := nearest(name, [*known.names(), HAS, NOT])):
            return question(f'"{guess}:{text}"')
    return ""


def _without_negations(word: str, known: Keys) -> str:
    term = term_of(word, known)
    return word if term is None or term.key else term.text
