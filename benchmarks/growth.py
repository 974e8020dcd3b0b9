"""How time and memory grow with a catalogue, and how near both stay to reading its TOML at all."""

import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import linear_regression, median

from measure import Case, Samples, alternate, ratio

SIZES = (100, 1_000, 10_000, 25_000, 50_000, 100_000)
LARGEST = SIZES[-1]
MOST_FOR_TWICE = 2.2
"""So many times as long, or as much memory, twice the records may take."""

LOADS = "tomli.loads"
TABLE = "etoile cast, on a terminal"

# What a doubling costs is compared from here up; below, starting the program is most of it.
_FROM = 25_000


@dataclass(frozen=True)
class Limit:
    """At the largest size, a command may take so many times what `tomli.loads` takes."""

    seconds: float | None = None
    megabytes: float | None = None


COMMANDS: Mapping[str, Sequence[str]] = {
    "etoile cast -f tsv": ("cast", "-f", "tsv"),
    "etoile cast --json": ("cast", "--json"),
    "etoile cast -f jsonl": ("cast", "-f", "jsonl"),
    "etoile cast --sort name": ("cast", "--sort", "name"),
    "etoile search kirby": ("search", "kirby"),
    "etoile cast -f csv": ("cast", "-f", "csv"),
    "etoile cast -f md": ("cast", "-f", "md"),
    TABLE: ("cast",),
    "etoile check": ("check",),
    "etoile export toml": ("export", "toml"),
    "etoile export json": ("export", "json"),
    "etoile export md": ("export", "md"),
    "etoile export html": ("export", "html"),
}
LIMITS = {
    "etoile cast --json": Limit(1.6, 1.3),
    "etoile search kirby": Limit(1.8),
    TABLE: Limit(4.0),
    "etoile check": Limit(2.2),
    "etoile export md": Limit(3.0),
    "etoile export html": Limit(7.0),
}
EXPECTED = {
    TABLE: ("Ballet No. 19",),
    "etoile cast -f md": ("Ballet No. 19",),
    "cast": ("company-19",),
    "search": ("Kirby",),
    "check": ("etoile: no problems",),
    "export": ("Page 49 of the programme",),
}
"""What the commands print, by their names or by their first words."""

# Only so small an output is looked at: the memory of this process counts as that of those it starts.
_LOOKED_AT = 1_000

_GENERATE = Path(__file__).with_name("generate.py")

STREAMED = ("etoile cast -f tsv", "etoile cast -f jsonl")

Taken = Mapping[int, Samples]
"""What a command took, by the size of the catalogue."""


def measure(programs: Path, folder: Path, runs: int) -> list[dict[str, object]]:
    """Return a row a command: seconds by size, what a record and a doubling cost, and what the largest takes."""
    taken = _measured(programs, folder, runs)
    return [_growth(name, by_size) | _at_largest(name, by_size, taken[LOADS]) for name, by_size in taken.items()]


def _measured(programs: Path, folder: Path, runs: int) -> Mapping[str, Taken]:
    """Return what every command took at every size, all sizes measured in turn."""
    cases = {}
    for size in SIZES:
        file = folder / f"{size}.toml"
        with file.open("wb") as output:
            subprocess.run([programs / "python", _GENERATE, str(size)], stdout=output, check=True)
        for case in _cases(programs, file, size):
            cases[case.name, size] = replace(case, name=f"{case.name} of {size}")
    samples = alternate(list(cases.values()), runs)
    taken: dict[str, dict[int, Samples]] = {}
    for (name, size), case in cases.items():
        taken.setdefault(name, {})[size] = samples[case.name]
    return taken


def _cases(programs: Path, file: Path, size: int) -> Iterator[Case]:
    etoile = str(programs / "etoile")
    yield Case(LOADS, (str(programs / "floor-loads"), str(file)))
    yield Case(f"{LOADS} without garbage collection", (str(programs / "floor-loads-no-gc"), str(file)))
    for name, command in COMMANDS.items():
        expected = EXPECTED.get(name) or EXPECTED.get(command[0], ())
        yield Case(
            name,
            (etoile, "-c", str(file), *command),
            expected if size <= _LOOKED_AT else (),
            on_terminal=name == TABLE,
        )


def _growth(name: str, taken: Taken) -> dict[str, object]:
    seconds = {size: median(samples.seconds) for size, samples in taken.items()}
    megabytes = {size: median(samples.megabytes) for size, samples in taken.items()}
    twice, twice_memory = _doubled(taken, "seconds"), _doubled(taken, "megabytes")
    return {
        "case": name,
        "seconds": seconds,
        "microseconds_a_record": _slope(seconds) * 1e6,
        "kilobytes_a_record": _slope(megabytes) * 1e3,
        "twice": twice,
        "twice_memory": twice_memory,
    } | ({} if name.startswith(LOADS) else {"linear": max(twice, twice_memory) <= MOST_FOR_TWICE})


def _slope(values: Mapping[int, float]) -> float:
    """Return what one more record costs, by the straight line that fits the sizes best."""
    return linear_regression(list(values), list(values.values())).slope


def _doubled(taken: Taken, what: str) -> float:
    """Return how many times as much twice the records take, at the sizes where that says something."""
    sizes = [size for size in taken if 2 * size in taken and size >= _FROM]
    return max(ratio(getattr(taken[2 * size], what), getattr(taken[size], what)) for size in sizes)


def _at_largest(name: str, taken: Taken, floor: Taken) -> dict[str, object]:
    samples, loads, limit = taken[LARGEST], floor[LARGEST], LIMITS.get(name, Limit())
    time, memory = ratio(samples.seconds, loads.seconds), ratio(samples.megabytes, loads.megabytes)
    return {
        "megabytes": median(samples.megabytes),
        "first_seconds": median(samples.first) if name in STREAMED else None,
        "ratio": time,
        "target": limit.seconds,
        "memory_ratio": memory,
        "memory_target": limit.megabytes,
        "met": time <= (limit.seconds or time) and memory <= (limit.megabytes or memory),
    }
