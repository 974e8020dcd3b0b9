"""The numbers and the title without which an episode has no place in a catalogue."""

from typing import NamedTuple

from etoile_cli.catalogue.codes import episode_code
from etoile_cli.importing.intake.intake import Intake
from etoile_cli.importing.intake.taking import quoted
from etoile_cli.importing.reading.tree import Node


class Numbered(NamedTuple):
    """The numbers of a season and of an episode in it, and its title."""

    season: int
    number: int
    title: str

    @property
    def code(self) -> str:
        """The code by which the episode is known: S01E01."""
        return episode_code(self.season, self.number)


def numbered(
    intake: Intake, node: Node, season: int | None, number: int | None, title: str, what: str = "episode"
) -> Numbered | None:
    """Return what an episode is known by; `None` if something of that is missing.

    That is told, and nothing else of it is counted as left.
    """
    if season is not None and number is not None and title:
        return Numbered(season, number, title)
    missing = "number" if number is None else "season" if season is None else "title"
    place = "?" if season is None or number is None else episode_code(season, number)
    intake.leave_out(f"{what} {quoted(title) if title else place}", f"has no {missing}")
    node.clear()
    return None
