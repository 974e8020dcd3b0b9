"""Awards in words: one in a line, and how many there are."""

from collections.abc import Sequence

from etoile_cli.catalogue.enumerations import AwardResult
from etoile_cli.catalogue.model import Award, Catalogue
from etoile_cli.catalogue.numbering import Numbering
from etoile_cli.text.values import enumerate_words, show, show_all
from etoile_cli.wording.runs import runs_in_words


def award_text(award: Award, numbering: Numbering) -> str:
    """Return `Emmys 2025: Choreography, won (Marguerite Derricks), for S01E07`, of which most may be missing."""
    what = ": ".join(show_all([award.award, award.category or ""]))
    named = enumerate_words(show_all(award.recipients))
    episodes = enumerate_words(runs_in_words(award.episodes, numbering))
    return f"{what}, {award.result}{named and f' ({named})'}{episodes and f', for {episodes}'}"


def awards_in_short(awards: Sequence[Award]) -> str:
    """Return `1 won, 2 nominated`: how many records have each result; empty if nothing was won."""
    numbers = {result: sum(award.result is result for award in awards) for result in AwardResult}
    if not numbers[AwardResult.WON]:
        return ""
    return ", ".join(f"{number:,} {result}" for result, number in numbers.items() if number)


def awards_of(catalogue: Catalogue) -> list[str]:
    """Return the texts of awards, each once, in the order of the catalogue."""
    numbering = Numbering.of(catalogue)
    return list(dict.fromkeys(award_text(award, numbering) for award in catalogue.awards if show(award.award)))
