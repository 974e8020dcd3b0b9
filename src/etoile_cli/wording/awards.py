"""Awards in words: one in a line, and how many there are."""

from collections.abc import Sequence

from etoile_cli.catalogue.enumerations import AwardResult
from etoile_cli.catalogue.model import Award
from etoile_cli.text.values import enumerate_words, show, show_all


def award_text(award: Award) -> str:
    """Return `Primetime Emmys 2025: Choreography, won (Marguerite Derricks)`; category and names may be missing."""
    what = ": ".join(show_all([award.award, award.category or ""]))
    named = enumerate_words(show_all(award.recipients))
    return f"{what}, {award.result}{named and f' ({named})'}"


def awards_in_short(awards: Sequence[Award]) -> str:
    """Return `1 won, 2 nominated`: how many records have each result; empty if nothing was won."""
    numbers = {result: sum(award.result is result for award in awards) for result in AwardResult}
    if not numbers[AwardResult.WON]:
        return ""
    return ", ".join(f"{number:,} {result}" for result, number in numbers.items() if number)


def awards_of(awards: Sequence[Award]) -> list[str]:
    """Return the texts of awards, each once, in the order of the catalogue."""
    return list(dict.fromkeys(award_text(award) for award in awards if show(award.award)))
