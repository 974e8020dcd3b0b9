"""Words that were probably meant as terms, but ask for a key that there is not: which, and what is near to it."""

import re
from collections.abc import Iterable

from etoile_cli.errors import UsageError
from etoile_cli.listing.terms.grammar import HAS, NOT, end_of_negations, key_named, parts_of
from etoile_cli.listing.terms.places import Keys
from etoile_cli.text.suggestions import nearest, suggestion
from etoile_cli.text.values import in_short, in_words

# Neither `10:30` nor an address, which has two slashes behind the colon.
_LIKE_A_TERM = re.compile(r"[^\W\d][\w.-]*:(?!//).*", re.DOTALL)


def refuse_unknown(words: Iterable[str], known: Keys) -> None:
    """Raise UsageError if a word asks, with `has:` or behind `not:`, for a key that there is not, or for none.

    What `not:` stands before would otherwise be a text that is nowhere, and every record would do.
    """
    for word in words:
        rest = word[end_of_negations(word) :]
        name, text = parts_of(rest)
        if rest != word and not rest.strip():
            raise UsageError(f'nothing stands behind "{NOT}:"', hint="a word or a term does: not:dancer, not:has:note")
        if name == HAS and not text.strip():
            raise UsageError(f'no key stands behind "{HAS}:"', hint=known.listed or "such as has:note")
        if name == HAS and key_named(text) not in known:
            raise _unknown(text, key_named(text), known)
        if rest != word and name != HAS and name not in known and _LIKE_A_TERM.fullmatch(rest):
            raise _unknown(rest.partition(":")[0], name, known)


def unknown_key(words: Iterable[str], known: Keys) -> str:
    """Return what to say of the first word that seems to ask a key and asks for none of those that there are.

    It names the term that was probably meant, else the keys; empty if there is no such word.
    """
    for word in words:
        rest = word[end_of_negations(word) :]
        name, text = parts_of(rest)
        if not name or name in known or name == HAS:
            continue
        if guess := _nearest(name, known, HAS, NOT):
            return _said(rest.partition(":")[0], f"{guess}:{text}")
        if _LIKE_A_TERM.fullmatch(rest):
            return "; ".join(filter(None, (_said(rest.partition(":")[0]), known.listed)))
    return ""


def _unknown(written: str, name: str, known: Keys) -> UsageError:
    return UsageError(_said(written, in_words(_nearest(name, known))), hint=known.listed)


def _said(written: str, guess: str = "") -> str:
    return f'no such key "{in_short(written.strip())}"{suggestion(in_short(guess))}'


def _nearest(name: str, known: Keys, *others: str) -> str:
    """Return the key that was probably meant; with a point, one of a table."""
    outer, point, inner = name.partition(".")
    if point and (table := nearest(outer, known.tables())):
        return f"{table}.{inner}" if inner else table
    return nearest(name, [*known.names(), *others])
