"""Which words are terms: `key:text`, `key:=text`, `key:A..B`, `has:key`, and `not:` before any of them or a word.

A word whose part before the colon is no key is a word: `10:30`, an address. Case and accents make no difference, and a
key may be written as headings show it.
"""

import re
from collections.abc import Container, Iterable

from etoile_cli.listing.columns import column_key
from etoile_cli.listing.terms.term import Operator, Term
from etoile_cli.text.folding import fold

HAS = "has"
NOT = "not"
_NEGATIONS = re.compile(rf"(?:\s*{NOT}:)*", re.IGNORECASE)
# No key is as long, and the beginning of a long text is no key.
_LONGEST_KEY = 100


def term_of(word: str, known: Container[str]) -> Term | None:
    """Return the term that a word is, where these keys are known; `None` if it is a plain word."""
    begin = end_of_negations(word)
    rest, negated = word[begin:], word.count(":", 0, begin) % 2 == 1
    name, text = parts_of(rest)
    if name == HAS and (key := key_named(text)) in known:
        return Term(word, key, Operator.HAS, negated=negated)
    if name and name in known:
        if text.startswith("="):
            return Term(word, name, Operator.IS, text[1:], negated)
        return Term(word, name, Operator.HOLDS if text.strip() else Operator.HAS, text, negated)
    return Term(word, "", Operator.WORD, rest, negated) if begin and rest.strip() else None


def end_of_negations(word: str) -> int:
    """Return where the `not:` at the beginning of a word end; 0 if there is none."""
    negations = _NEGATIONS.match(word)
    return negations.end() if negations else 0


def parts_of(rest: str) -> tuple[str, str]:
    """Return what may be a key before the first colon of a word, and the text after it; no key if there is none."""
    head, colon, text = rest[: _LONGEST_KEY + 1].partition(":")
    return (key_named(head), text + rest[_LONGEST_KEY + 1 :]) if colon else ("", rest)


def key_named(text: str) -> str:
    """Return the key that a text means: `known_for` for `Known for`."""
    return column_key(fold(text)) if len(text) <= _LONGEST_KEY else ""


def parted(words: Iterable[str], known: Container[str]) -> tuple[list[Term], list[str]]:
    """Return the terms among words, where these keys are known, and the plain words, both in their order."""
    terms: list[Term] = []
    others: list[str] = []
    for word in words:
        term = term_of(word, known)
        if term is None or (term.operator is Operator.WORD and not term.negated):
            others.append(term.text if term else word)
        else:
            terms.append(term)
    return terms, others
