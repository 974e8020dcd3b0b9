"""The cast in words: the leading actors, and how many others there are."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from etoile_cli.catalogue.enumerations import Billing
from etoile_cli.catalogue.records import CastMember
from etoile_cli.text.values import count, enumerate_words, show_all

# So many names are read at a glance; `etoile cast` lists them all.
_MOST_STARRING = 12


class Leads(NamedTuple):
    """The leading actors: a label for them, their names, and the number of others in words, `3 others`."""

    label: str
    names: Sequence[str]
    others: str


def leads(cast: Sequence[CastMember]) -> Leads:
    """Return the main cast, else the actors without a billing, else all: the first by name, the rest counted."""
    everybody = _names(cast)
    main = _names(each for each in cast if each.billing is Billing.MAIN)
    unbilled = _names(each for each in cast if each.billing is None)
    shown = (main or unbilled or everybody)[:_MOST_STARRING]
    rest = len(everybody) - len(shown)
    return Leads("Starring" if main else "Cast", shown, count(rest, "other") if rest else "")


def starring(cast: Sequence[CastMember]) -> tuple[str, str]:
    """Return the label of the leading actors, and their names with the number of others; no names without a cast."""
    label, named, others = leads(cast)
    return label, f"{enumerate_words(named)}{others and f', with {others}'}" if named else ""


def _names(cast: Iterable[CastMember]) -> list[str]:
    return list(dict.fromkeys(show_all(each.name for each in cast)))
