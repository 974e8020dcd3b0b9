"""Awards in words."""

import pytest

from etoile_cli.catalogue.enumerations import AwardResult
from etoile_cli.catalogue.model import Award, Catalogue
from etoile_cli.catalogue.numbering import Numbering
from etoile_cli.catalogue.records import Show
from etoile_cli.wording.awards import award_text, awards_in_short, awards_of

WON, NOMINATED = AwardResult
SHOW = Show(title="S")
NUMBERING = Numbering.of(Catalogue(format=1, show=SHOW))


@pytest.mark.parametrize(
    ("award", "text"),
    [
        (Award(award="Peabody 2025", result=WON), "Peabody 2025, won"),
        (Award(award="Emmys 2025", category="Choreography", result=NOMINATED), "Emmys 2025: Choreography, nominated"),
        (
            Award(award="Emmys 2025", category="Choreography", recipients=("A", "B"), result=WON),
            "Emmys 2025: Choreography, won (A and B)",
        ),
        (Award(award="A", result=WON, episodes=("S01E07",)), "A, won, for S01E07"),
        (
            Award(award="A", recipients=("B",), result=WON, episodes=("S01E07", "S02", "S03")),
            "A, won (B), for S01E07 and Seasons 2–3",
        ),
        (Award(award="A\u202e", category=" ", recipients=("", "B\n"), result=WON), "A\\u202e, won (B)"),
    ],
)
def test_an_award_is_a_line(award: Award, text: str) -> None:
    assert award_text(award, NUMBERING) == text


def test_awards_are_counted_by_their_results() -> None:
    one, other = Award(award="A", result=NOMINATED), Award(award="A", result=WON)
    assert awards_in_short([one, other, one]) == "1 won, 2 nominated"
    assert awards_in_short([other]) == "1 won"
    assert awards_in_short([one]) == ""
    assert awards_in_short([]) == ""
    assert awards_of(Catalogue(format=1, show=SHOW, awards=(one, other, one))) == ["A, nominated", "A, won"]
