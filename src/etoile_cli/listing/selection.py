"""Which records of a catalogue a command lists."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from etoile_cli.catalogue.holding import Holding


class Selected(NamedTuple):
    """The records of a catalogue that are listed, out of how many.

    `asked` describes what they were chosen by, for the message that nothing matches. `words` are those that were
    searched for: a table shows the columns that have them.
    """

    records: Sequence[Any]
    number: int
    asked: Sequence[str] = ()
    words: Sequence[str] = ()


Select = Callable[[Sequence[str], Holding], Selected]
"""What returns the records of a show that are listed, chosen by words."""
