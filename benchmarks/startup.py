"""How long the commands take that one types: against the floors of the libraries that etoile is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

import instructions
from environments import CHECKOUT
from generate import catalogue
from measure import Case, Samples, alternate, ratio

CATALOGUE = CHECKOUT / "data" / "etoile.toml"
NAMES = ("Luke Kirby", "Charlotte Gainsbourg", "Lou de Laâge", "Tiler Peck")
"""Some of the cast, the first and the last among them: what does the job prints them."""

BARE, FLOOR_A, FLOOR_B = "python -c pass", "floor A", "floor B"
SMALL = "etoile cast of a catalogue of 10 KB, into a pipe"


@dataclass(frozen=True)
class Target:
    """A case may take at most so many times as long as a floor."""

    case: str
    floor: str
    most: float


TARGETS = (
    Target("etoile cast, into a pipe", FLOOR_A, 1.1),
    Target(SMALL, FLOOR_A, 1.1),
    Target("etoile cast --json, into a pipe", FLOOR_A, 1.1),
    Target("etoile trailer, into a pipe", FLOOR_A, 1.1),
    Target("etoile get show.premiere, into a pipe", FLOOR_A, 1.1),
    Target("etoile cast, on a terminal", FLOOR_B, 1.15),
    Target("etoile --help", FLOOR_A, 0.9),
    Target("etoile cast --help", FLOOR_A, 1.3),
    Target("etoile cast la<TAB>", FLOOR_A, 1.3),
    Target("etoile check", FLOOR_A, 2.0),
)

_TAB = {"_ETOILE_COMPLETE": "complete_bash", "COMP_WORDS": "etoile cast la", "COMP_CWORD": "2"}


def measure(programs: Path, folder: Path, runs: int) -> list[dict[str, object]]:
    """Return a row a case, with the instructions it takes where they can be counted."""
    small = folder / "small.toml"
    small.write_text("".join(f"{line}\n" for line in catalogue(1)), encoding="utf-8")
    measured = _cases(programs, small)
    rows = _rows(alternate(measured, runs))
    if counter := instructions.counter():
        counts = {case.name: instructions.count(case, counter) for case in measured}
        rows = [row | {"instructions": counts[str(row["case"])], "counter": counter} for row in rows]
    return rows


def _cases(programs: Path, small: Path) -> Sequence[Case]:
    """Return the floors and the commands, installed in one environment."""
    etoile = str(programs / "etoile")
    return (
        Case(BARE, (str(programs / "python"), "-c", "pass")),
        Case(FLOOR_A, (str(programs / "floor-a"), "one"), ("one",)),
        Case(f"{FLOOR_A} without garbage collection", (str(programs / "floor-a-no-gc"), "one"), ("one",)),
        Case(FLOOR_B, (str(programs / "floor-b"), "cast", str(CATALOGUE)), NAMES, on_terminal=True),
        Case("etoile cast, into a pipe", (etoile, "cast"), NAMES),
        Case(SMALL, (etoile, "-c", str(small), "cast"), ("company-",)),
        Case("etoile cast --json, into a pipe", (etoile, "cast", "--json"), NAMES),
        Case("etoile trailer, into a pipe", (etoile, "trailer"), ("https://",)),
        Case("etoile get show.premiere, into a pipe", (etoile, "get", "show.premiere"), ("2025-04-24",)),
        Case("etoile cast, on a terminal", (etoile, "cast"), NAMES, on_terminal=True),
        Case("etoile --help", (etoile, "--help"), ("where-to-watch",)),
        Case("etoile cast --help", (etoile, "cast", "--help"), ("--billing",)),
        Case("etoile cast la<TAB>", (etoile,), ("laage", "lavigne"), variables=_TAB),
        Case("etoile check", (etoile, "check", "--today", "2025-06-07"), ("warning",)),
    )


def _rows(samples: Mapping[str, Samples]) -> list[dict[str, object]]:
    """Return a row a case: its milliseconds and, where it has a target, how it stands to its floor."""
    targets = {target.case: target for target in TARGETS}
    made = []
    for name, taken in samples.items():
        row: dict[str, object] = {"case": name, "ms": [1000 * each for each in quantiles(taken.seconds)]}
        if target := targets.get(name):
            times = ratio(taken.seconds, samples[target.floor].seconds)
            row |= {"floor": target.floor, "ratio": times, "target": target.most, "met": times <= target.most}
        made.append(row)
    return made
