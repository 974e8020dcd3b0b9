"""What others write behind the name of a character, though it says something of the part: `Vera (voice)`."""

import re
from itertools import islice

from etoile_cli.importing.intake.intake import Intake
from etoile_cli.text.values import count, enumerate_words, in_short

_REMARK = re.compile(r"(?i)(?:^| )(\((?:voice|uncredited|credit only|archive footage)\))\Z")
_LONGEST = len(" (archive footage)")
# A message names no more people.
_MOST_NAMED = 3


class Remarks:
    """The remarks that were taken off characters, and whose they are."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._characters: dict[str, set[tuple[str, str]]] = {}
        self._people: dict[str, dict[str, None]] = {}

    def without(self, character: str, name: str) -> str:
        """Return the character of somebody, in one line, without the remarks behind it."""
        end = len(character)
        remarks: list[str] = []
        while found := _REMARK.search(character, max(end - _LONGEST, 0), end):
            remarks.append(found[1].lower())
            end = found.start()
        character = character[:end].rstrip()
        for remark in remarks:
            self._characters.setdefault(remark, set()).add((name, character))
            self._people.setdefault(remark, {})[name] = None
        return character

    def tell(self) -> None:
        """Tell of the remarks, once all are taken off."""
        for remark, people in self._people.items():
            names = [in_short(name) for name in islice(people, _MOST_NAMED)]
            if others := len(people) - len(names):
                names.append(count(others, "other"))
            characters = "character" if len(self._characters[remark]) == 1 else "characters"
            what = f'"{remark}" behind the {characters} of {enumerate_words(names)}'
            self._intake.leave_out(what, "no key of a part says that")
