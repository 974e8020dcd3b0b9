"""How time and memory grow with mistakes, and with texts that cost much wherever they are repeated.

Time is that of the processor: nothing here waits, and a machine that does other things soon doubles half a second.
"""

import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from statistics import median

import generate
from measure import Case, EndedError, Samples, in_turn, ratio, verify
from trials import BYTES, TRIALS, Trial

MOST_ADDED = 2.8
"""So many times as much may a doubling add as the one before: twice is linear, four times a square."""

MOST_TIMES = 20
"""So many times what `etoile cast` takes for a catalogue in order of the same size may mistakes take."""

# What takes more seconds than these is not waited for, and tried at no larger size.
_PATIENCE = 20

# Less is noise: memory is taken from the system a megabyte at a time.
_SECONDS, _MEGABYTES = 0.1, 3.0

# More would only take longer: what is looked for is four times as much for twice the size.
MOST_RUNS = 3

_FAMILIES, _GENERATE = (Path(__file__).with_name(name) for name in ("families.py", "generate.py"))


@dataclass
class Outcome:
    """What the runs of a trial took, by the size; for starting; for reading as much that is in order.

    `read` and `written` are the megabytes of the catalogue and of what was printed, at the largest size that was done.
    """

    taken: Mapping[int, Samples]
    start: Samples = field(default_factory=Samples)
    floor: Samples | None = None
    read: float = 0.0
    written: float = 0.0


def measure(programs: Path, folder: Path, runs: int) -> list[dict[str, object]]:
    """Return a row a trial."""
    floors = [_in_order(programs, folder, size) for size in BYTES]
    rows = []
    for trial in TRIALS:
        print(f"  {trial.name}", flush=True)
        outcome = _tried(trial, _cases(trial, programs, folder), floors, 1 if trial.seconds else runs)
        rows.append(row(trial, outcome))
    return rows


def _in_order(programs: Path, folder: Path, size: int) -> Case:
    """Return the floor of mistakes: what reads a catalogue in order of so many bytes."""
    tail = sum(len(f"{line}\n".encode()) for line in generate.catalogue(0))
    thousand = sum(len(f"{line}\n".encode()) for line in generate.catalogue(1_000)) - tail
    file = _written(programs, folder / f"{size}-in-order.toml", _GENERATE, (size - tail) * 1_000 // thousand)
    return Case(f"in order, {size}", (str(programs / "etoile"), "-c", str(file), "cast", "-f", "tsv"))


def _cases(trial: Trial, programs: Path, folder: Path) -> list[Case]:
    """Return a trial as cases, the first of them what says how long starting takes."""
    made = []
    for position, (family, number) in enumerate([trial.start, *((trial.family, size) for size in trial.sizes)]):
        file = _written(programs, folder / str(position) / "it.toml", _FAMILIES, family, number)
        named = (*trial.command, str(file)) if trial.command[0] == "check" else ("-c", str(file), *trial.command)
        made.append(
            Case(str(position), (str(programs / "etoile"), *named), on_terminal=trial.on_terminal, code=trial.code)
        )
    return [made[0], *(replace(case, expected=trial.expected, seconds=_patience(trial)) for case in made[1:])]


def _patience(trial: Trial) -> int:
    return 2 * trial.seconds if trial.seconds else _PATIENCE


def _written(programs: Path, file: Path, *script: object) -> Path:
    """Write what a script prints; here it would count as memory of every process that is started."""
    file.parent.mkdir(exist_ok=True)
    with file.open("wb") as output:
        subprocess.run([programs / "python", *map(str, script)], stdout=output, check=True)
    return file


def _tried(trial: Trial, cases: Sequence[Case], floors: Sequence[Case], runs: int) -> Outcome:
    """Run a trial at its sizes, as far as it is done in time; the first run says that it does its job."""
    done: list[Case] = []
    samples: dict[str, Samples] = {}
    printed: dict[str, int] = {}
    for case in cases:
        samples[case.name] = Samples()
        try:
            printed[case.name] = verify(case, samples[case.name])
        except EndedError:
            break
        done.append(replace(case, seconds=None))
    largest = len(done) - 1
    floor = floors[largest - 1] if trial.has_mistakes and largest and not trial.seconds else None
    if floor:
        samples[floor.name] = Samples()
        printed[floor.name] = verify(floor, samples[floor.name])
    in_turn([*done, *([floor] if floor else [])], runs - 1, printed, samples)
    return Outcome(
        {size: samples[case.name] for size, case in zip(trial.sizes, done[1:], strict=False)},
        samples[cases[0].name],
        samples[floor.name] if floor else None,
        _bytes_read(done[-1]) / (1 << 20),
        printed[done[-1].name] / (1 << 20),
    )


def _bytes_read(case: Case) -> int:
    return next(Path(word).stat().st_size for word in case.command if word.endswith("it.toml"))


def row(trial: Trial, outcome: Outcome) -> dict[str, object]:
    """Return what a trial took, and whether it grows with its size and stays within what it may take."""
    seconds = {size: median(samples.processor) for size, samples in outcome.taken.items()}
    made: dict[str, object] = {"case": trial.name, "sizes": list(trial.sizes), "seconds": seconds}
    if len(seconds) < len(trial.sizes):
        return made | {"patience": _patience(trial), "met": False}
    made |= _time(trial, outcome) | _memory(trial, outcome)
    if not trial.seconds:
        twice, twice_memory = _doubled(outcome, "processor", _SECONDS), _doubled(outcome, "megabytes", _MEGABYTES)
        made |= {"twice": twice, "twice_memory": twice_memory, "linear": max(twice, twice_memory) <= MOST_ADDED}
    return made | {"met": all(made.get(name, True) for name in ("in_time", "in_memory", "linear"))}


def _time(trial: Trial, outcome: Outcome) -> dict[str, object]:
    """Return what the largest size may take, and whether it does."""
    taken = outcome.taken[trial.sizes[-1]].processor
    if trial.seconds:
        return {"most_seconds": trial.seconds, "in_time": median(taken) <= trial.seconds}
    if not outcome.floor:
        return {}
    times = ratio(taken, outcome.floor.processor)
    return {"ratio": times, "target": MOST_TIMES, "in_time": times <= MOST_TIMES}


def _memory(trial: Trial, outcome: Outcome) -> dict[str, object]:
    """Return how many megabytes the largest size takes beyond what starting takes, and may take."""
    megabytes = max(median(outcome.taken[trial.sizes[-1]].megabytes) - median(outcome.start.megabytes), 0.0)
    if not trial.room:
        return {"megabytes": megabytes}
    room = trial.room.megabytes(outcome.read, outcome.written) + _MEGABYTES
    return {"megabytes": megabytes, "room": room, "in_memory": megabytes <= room}


def _doubled(outcome: Outcome, what: str, noise: float) -> float:
    """Return how many times as much a doubling adds as the one before; of what grows with the square, four times."""
    # Whatever else a machine does only adds to the least: nothing is compared here that has to be typical.
    taken = [min(getattr(samples, what)) for samples in outcome.taken.values()]
    added = [max(larger - smaller, noise) for smaller, larger in pairwise(taken)]
    return max(larger / smaller for smaller, larger in pairwise(added))
