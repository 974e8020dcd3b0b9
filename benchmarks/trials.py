"""Which commands are tried on which families of hard catalogues, at which sizes, and what they may take."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import families

BYTES = (1 << 16, 1 << 17, 1 << 18)
"""The sizes of catalogues full of mistakes."""


@dataclass(frozen=True)
class Room:
    """So much memory may be taken beyond what starting takes: so many times what is read, and what is written."""

    read: float
    written: float = 0.0

    def megabytes(self, read: float, written: float) -> float:
        """Return how much it is."""
        return self.read * read + self.written * written


@dataclass(frozen=True)
class Trial:
    """A command on catalogues of a family; `start` is the family and the number that say what starting takes.

    Of one size, nothing is known of growth: then it has `seconds`.
    """

    family: str
    command: Sequence[str]
    sizes: Sequence[int]
    start: tuple[str, int]
    code: int = 0
    expected: Sequence[str] = ()
    on_terminal: bool = False
    room: Room | None = None
    seconds: int | None = None

    @property
    def name(self) -> str:
        """What the tables call it."""
        number = f"{self.sizes[0] / 1e6:.1f} million " if self.seconds else ""
        return f"{' '.join(self.command)}{', on a terminal' if self.on_terminal else ''}: {number}{self.family}"

    @property
    def has_mistakes(self) -> bool:
        """Whether it stands beside reading a catalogue in order."""
        return self.family not in families.HOSTILE


def bytes_for_one(family: str) -> int:
    """Return how many bytes one more mistake takes."""
    text = families.FAMILIES[family]
    return len(text(101)) - len(text(100))


def _check(family: str) -> Trial:
    sizes = [size // bytes_for_one(family) for size in BYTES]
    return Trial(family, ("check",), sizes, (family, 1), 1, ("error",))


def _warned(family: str) -> Trial:
    told = "no problems" if family == families.SILENCED else "warning"
    return replace(_check(family), code=0, expected=(told,))


def _cast(family: str) -> Trial:
    return replace(_check(family), command=("cast",), code=3, expected=("it.toml",))


def _once(trial: Trial, number: int, seconds: int) -> Trial:
    return replace(trial, sizes=(number,), seconds=seconds, room=_ITEMS if trial.family == "wrong items" else None)


def _hostile(family: str, sizes: Sequence[int], *command: str) -> Trial:
    return Trial(family, command, sizes, _SMALL)


def _exports(family: str, sizes: Sequence[int], *names: str) -> Sequence[Trial]:
    return [_hostile(family, sizes, "export", name) for name in names]


_ITEMS = Room(12)
_WRITTEN = Room(4, 1.3)
_MARKS, _PART, _NAMES, _SOURCE, _SEASON = families.HOSTILE
_SMALL = (_PART, 1)
_MARKED, _PARTS, _LISTED = (24_000, 48_000, 96_000), (5_000, 10_000, 20_000), (25_000, 50_000, 99_999)

TRIALS = (
    *map(_check, families.MISTAKES),
    *map(_warned, families.DOUBTS),
    *map(_cast, ("[show], then x = 1", "[a.b], then x = 1", "[[cast]", "a b c", "wrong items", "wrong languages")),
    _once(_check("wrong items"), 4_000_000, 10),
    _once(_cast("wrong items"), 4_000_000, 10),
    _once(_check("a b c"), 5_500_000, 30),
    replace(_hostile(_MARKS, _MARKED, "cast", "zz"), code=1, expected=("nothing in cast matches",)),
    replace(_hostile(_MARKS, _MARKED, "cast"), on_terminal=True),
    *(replace(each, room=_WRITTEN) for each in _exports(_PART, (250, 500, 1_000), "html", "jsonld", "md")),
    *_exports(_NAMES, (2_000, 4_000, 8_000), "html", "jsonld", "md"),
    *_exports(_SOURCE, _PARTS, "html", "md"),
    _hostile(_SOURCE, _PARTS, "cast", "-f", "table", "--columns", "name,sources"),
    _hostile(_SEASON, _LISTED, "check"),
    *_exports(_SEASON, _LISTED, "html", "jsonld", "md"),
)
