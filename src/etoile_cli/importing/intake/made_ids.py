"""Ids made up from names, for records that others refer to by an id and that have none of their own."""

import re
from collections.abc import Iterable

from etoile_cli.text.folding import fold

_BETWEEN_WORDS = re.compile(r"[\W_]+")


class MadeIds:
    """Ids that differ from each other, and from those that are taken: `night-lamp-films`, `night-lamp-films-2`."""

    def __init__(self, wordless: str, taken: Iterable[str] = ()) -> None:
        self._wordless = wordless
        self._taken = set(taken)
        self._numbers: dict[str, int] = {}

    def made(self, name: str) -> str:
        """Return an id for a name, of its letters and digits; the word for names without any otherwise."""
        plain = _BETWEEN_WORDS.sub("-", fold(name)).strip("-") or self._wordless
        made = plain
        while made in self._taken:
            self._numbers[plain] = self._numbers.get(plain, 1) + 1
            made = f"{plain}-{self._numbers[plain]}"
        self._taken.add(made)
        return made
