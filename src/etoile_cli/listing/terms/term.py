"""A term: what it asks of which key."""

from enum import StrEnum

from msgspec import Struct

_DOTS = ".."


class Operator(StrEnum):
    """What a term asks of a key: that it holds a text or lies in a range, is exactly that, or has a value at all.

    `WORD` asks no key: the word stands anywhere in the record.
    """

    HOLDS = ":"
    IS = ":="
    HAS = "has:"
    WORD = ""


class Term(Struct, frozen=True):
    """A term.

    `written` is the word as it was given, `key` the key that it names, of a table with a dot and the key in it:
    `ids.imdb`. `negated` says that what holds the rest does not hold the term.
    """

    written: str
    key: str
    operator: Operator
    text: str = ""
    negated: bool = False

    @property
    def ends(self) -> tuple[str, str] | None:
        """The two ends of a range, empty where it is open; `None` if the term has none."""
        begin, dots, end = self.text.partition(_DOTS)
        return (begin.strip(), end.strip()) if dots and self.operator is Operator.HOLDS else None
