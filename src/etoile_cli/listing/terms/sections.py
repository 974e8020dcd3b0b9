"""The sections that a term of a search names: `section:cast`."""

from collections.abc import Callable

from etoile_cli.catalogue.section_names import section_called, section_names
from etoile_cli.errors import UsageError
from etoile_cli.listing.terms.term import Operator, Term
from etoile_cli.text.folding import fold
from etoile_cli.text.suggestions import nearest, suggestion


def section_test(term: Term) -> Callable[[str], bool]:
    """Return whether sections, by their keys, hold a term; raises UsageError if it names none."""
    if term.operator is Operator.HAS:
        return lambda _: True
    wanted = section_called(fold(term.text).replace(" ", "-"), or_show=True)
    if wanted is None:
        known = section_names(or_show=True)
        guess = suggestion(nearest(fold(term.text), known))
        raise UsageError(f'no section "{term.text}"{guess}', hint=f"the sections are {', '.join(known)}")
    return lambda section: section == wanted
