"""The parts of a cast: those in the show as a whole, and those of guests, which others list for each episode."""

from typing import Any

from msgspec import Struct, field

from etoile_cli.importing.intake.intake import Intake, Record

Key = tuple[str, str, str]


class Part(Struct):
    """Who plays whom: the values of a record of the cast that say so."""

    name: str
    character: str = ""
    aliases: list[str] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> Key:
        """What tells the part from others."""
        return self.name, self.character, next(iter(self.ids.values()), "")


class Parts:
    """The cast, each part once."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._records: dict[Key, Record] = {}
        self._totals: dict[Key, int] = {}
        self._guests: dict[Key, tuple[Part, dict[str, None]]] = {}

    def has(self, part: Part) -> bool:
        """Return whether a part in the show is there."""
        return part.key in self._records

    def add(self, part: Part, episodes: int | None = None, **more: Any) -> None:
        """Add a part in the show, with the number of its episodes if that is known."""
        if part.key not in self._records:
            self._records[part.key] = self._intake.add("cast", _values(part) | more)
        if episodes:
            self._totals[part.key] = self._totals.get(part.key, 0) + episodes

    def add_guest(self, part: Part, code: str) -> None:
        """Add the part of a guest in an episode."""
        _, codes = self._guests.setdefault(part.key, (part, {}))
        codes[code] = None

    def put_guests(self) -> None:
        """Put the guests into the cast, once all parts are added.

        A part in the show that is in other episodes as well is no guest's, and not only in those that name it.
        """
        others = 0
        for key, (part, codes) in self._guests.items():
            record = self._records.get(key)
            if record is None:
                self._intake.add("cast", _values(part) | {"billing": "guest", "episodes": list(codes)})
            elif self._totals.get(key) == len(codes):
                record |= {"billing": "guest", "episodes": list(codes)}
            else:
                others += 1
        if others:
            what = "a part" if others == 1 else f"{others} parts"
            self._intake.leave_out(f"guest billing of {what}", "no file says that they are in these episodes alone")

    def in_less_than(self, episodes: int) -> int:
        """Return how many parts are in fewer episodes than there are, without saying in which; guests are put then."""
        records = self._records
        return sum(total < episodes and "episodes" not in records[key] for key, total in self._totals.items())


def _values(part: Part) -> Record:
    return {"name": part.name, "character": part.character, "aliases": part.aliases, "ids": part.ids}
