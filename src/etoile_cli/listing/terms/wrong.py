"""What to say of a term that gives a key a value it can't have: what the key takes, and what was probably meant."""

from collections.abc import Collection, Sequence

from etoile_cli.errors import UsageError
from etoile_cli.listing.terms.term import Term
from etoile_cli.text.suggestions import nearest, suggestion
from etoile_cli.text.values import in_short, in_words

RANGES = "a range is {0}..{1}, {0}.. or ..{1}"


class WrongValueError(UsageError):
    """A term gives a key a value that it can't have: `takes` says what the key takes, `among` what may be meant."""

    def __init__(self, term: Term, text: str, takes: Sequence[str], *, hint: str, among: Collection[str]) -> None:
        meant = suggestion(nearest(text, among))
        super().__init__(
            f'{in_words(term.key)} takes {"; ".join(takes)}, not "{in_short(text)}"{meant}',
            hint=hint,
        )
        self.term = term
        self.text = text
        self.takes = takes
        self.among = among


def wrong_value(term: Term, text: str, takes: str, *, hint: str = "", among: Collection[str] = ()) -> WrongValueError:
    """Return the error that a key takes something else than a text of a term; `among` are names it may be near to."""
    return WrongValueError(term, text, [takes], hint=hint, among=among)


def together(errors: Sequence[WrongValueError]) -> WrongValueError:
    """Return one error for the keys of the same name of several types, all of which take something else."""
    first = errors[0]
    takes = list(dict.fromkeys(each for error in errors for each in error.takes))
    among = list(dict.fromkeys(each for error in errors for each in error.among))
    return WrongValueError(first.term, first.text, takes, hint=first.hint, among=among)


def reversed_range(term: Term, begin: str, end: str) -> UsageError:
    """Return the error that a range ends before it begins."""
    return UsageError(
        f'the range of {in_words(term.key)} ends before it begins: "{in_short(term.written)}"',
        hint=f"the other way round it is {in_short(term.key)}:{end}..{begin}",
    )
