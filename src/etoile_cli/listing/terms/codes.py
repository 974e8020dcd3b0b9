"""Countries, regions and languages that a term gives, by their codes and by their names."""

from collections.abc import Callable
from functools import cache

from etoile_cli.catalogue.countries import alpha2_codes, country_code, former_code
from etoile_cli.catalogue.former_countries import FORMER_COUNTRIES
from etoile_cli.catalogue.languages import is_language, language_name, similar_language
from etoile_cli.catalogue.standards import code_name, similar_code
from etoile_cli.catalogue.vocabulary import WORLDWIDE, Standard
from etoile_cli.listing.terms.term import Operator, Term
from etoile_cli.listing.terms.wrong import wrong_value
from etoile_cli.text.folding import fold

Test = Callable[[str], bool]


def code_test(term: Term, standard: Standard) -> Test:
    """Return whether codes hold a term: the one that it means, or those whose names hold its text.

    Raises UsageError if no country does. Any text may be in the name of a language.
    """
    return _language_test(term) if standard is Standard.LANGUAGE else countries_meant(term, standard).__contains__


def countries_meant(term: Term, standard: Standard) -> frozenset[str]:
    """Return the code that a text means; if it means none, those of the countries whose names hold it.

    Raises UsageError if there is none.
    """
    text = term.text.strip()
    known = {*alpha2_codes(), WORLDWIDE, *(FORMER_COUNTRIES if standard is Standard.COUNTRY else ())}
    for code in (text.upper(), country_code(text), former_code(text)):
        if code in known:
            return frozenset({code})
    names = {code: fold(code_name(standard, code)) for code in known}
    wanted, is_exact = fold(text), term.operator is Operator.IS
    found = frozenset(code for code, name in names.items() if (wanted == name if is_exact else wanted in name))
    if found or (code := similar_code(standard, text)):
        return found or frozenset({code})
    hint = "it is given by its name, or by its ISO 3166 code such as FR"
    raise wrong_value(term, text, "a country", hint=hint, among=names.values())


def _language_test(term: Term) -> Test:
    text, wanted, is_exact = term.text.strip(), fold(term.text), term.operator is Operator.IS
    tag = (text if is_language(text) else similar_language(text)).lower()
    is_name = not tag or tag != text.lower()

    @cache
    def test(code: str) -> bool:
        held, name = code.lower(), fold(language_name(code))
        if is_exact:
            return held == tag or wanted == name
        return held == tag or (bool(tag) and held.startswith(f"{tag}-")) or (is_name and wanted in name)

    return test
