"""Which values hold a term, by the declared type of their key: what is compared as a date, a code, a name, a text."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import inspect

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.catalogue.references import References
from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.errors import UsageError
from etoile_cli.listing.searched import searched
from etoile_cli.listing.terms.term import Operator, Term
from etoile_cli.listing.terms.wrong import wrong_value
from etoile_cli.text.folding import fold
from etoile_cli.text.values import enumerate_words, in_words

Test = Callable[[Any], bool]
"""Whether a value, or an item of one, holds a term."""

EPISODES = "episodes"
_FLAGS = {"yes": True, "true": True, "no": False, "false": False}


def test_of(declared: Declared, term: Term, references: References) -> Test:
    """Return the test of the values of a key, or of the items of its list; `declared` is what they are declared as.

    Raises UsageError if no value of the key can hold the term.
    """
    if term.operator is Operator.HAS:
        return lambda _: True
    if not term.text.strip():
        raise UsageError(
            f"nothing says what {in_words(term.key)} is to be", hint=f"not:has:{term.key} finds what has none"
        )
    return _test(declared, term, references)


def _test(declared: Declared, term: Term, references: References) -> Test:
    if declared.name is None and declared.refers_to:
        return _reference_test(declared, term, references)
    if declared.name is None and declared.standard:
        from etoile_cli.listing.terms.codes import code_test

        return code_test(term, declared.standard)
    if declared.is_date:
        from etoile_cli.listing.terms.dates import date_test

        return date_test(term)
    if declared.is_number or declared.own_type is Extent:
        from etoile_cli.listing.terms.numbers import extent_test, number_test

        if declared.own_type:
            return extent_test(term, declared.unit)
        return number_test(term, unit=declared.unit, words=declared.words)
    if declared.is_flag:
        return _one_of(term, _FLAGS, "yes or no")
    if isinstance(declared.type, inspect.EnumType):
        members = {_unhyphenated(each.value): each for each in declared.type.cls}
        return _one_of(
            term, members, enumerate_words([each.value for each in declared.type.cls]).replace(" and ", " or ")
        )
    return _text_test(declared, term, references)


def takes_ranges(declared: Declared) -> bool:
    """Return whether two dots in what is asked of a key part the ends of a range; else they belong to a text."""
    is_number = declared.is_number or declared.own_type is Extent
    return is_number or declared.is_date or declared.refers_to == EPISODES


def _reference_test(declared: Declared, term: Term, references: References) -> Test:
    if declared.refers_to == EPISODES:
        from etoile_cli.listing.terms.episodes import span_test

        return span_test(term, references.numbering)
    from etoile_cli.listing.terms.references import reference_test

    return reference_test(term, declared.refers_to, references)


def _one_of(term: Term, values: Mapping[str, Any], takes: str) -> Test:
    wanted = _unhyphenated(term.text)
    if wanted not in values:
        raise wrong_value(term, term.text, takes, among=values)
    meant = values[wanted]
    return lambda value: value is meant


def _unhyphenated(text: str) -> str:
    return fold(text.replace("-", " ").replace("_", " "))


def _text_test(declared: Declared, term: Term, references: References) -> Test:
    """Return the test of a text, or of a pair of a table: what people or programs read of it holds the text."""
    wanted = fold(term.text)
    if term.operator is Operator.IS:
        return lambda value: wanted in _wholes(value)
    if declared.name is None and declared.is_exact:
        return lambda value: wanted in fold(value)
    return lambda value: any(wanted in fold(each.text) for each in searched(declared, value, references))


def _wholes(value: Any) -> list[str]:
    """Return the folded texts that a value is as a whole: of a table, those of its values."""
    return [fold(each) for each in value.values()] if isinstance(value, Mapping) else [fold(value)]
