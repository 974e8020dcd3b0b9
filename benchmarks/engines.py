"""Ask SQLite, DuckDB and Spark the ten questions of docs/scale.md: `python benchmarks/engines.py 10000`.

A library is generated (see `library.py`), exported as a database and as lines, and every engine that is installed is
asked each question. Their answers must be the same: where one differs, it is told, and the exit code is 1. Seconds of
exports are those of the processor, seconds of questions those of a clock, the quickest of three.
"""

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import library
import questions

from etoile_cli.catalogue.holding import Holding
from etoile_cli.catalogue.reader import Location, read
from etoile_cli.export.jsonl import jsonl
from etoile_cli.export.sqlite.database import write_database

T = TypeVar("T")

VALUES = {
    "show": "Show 00042",
    "source": "source-3",
    "episode": "S01E03",
    "region": "FR",
    "words": "typhoon",
    "person": "Crispin Callow 1257",
}
"""What the questions are asked about; the person is in the show."""


def holdings(paths: Sequence[Path]) -> Iterator[Holding]:
    """Yield the shows of a library, each read when it is asked for."""
    for path in paths:
        catalogue = read(Location(str(path), "argument"))
        yield Holding(catalogue.show.title, str(path), catalogue)


def timed(
    what: str, do: Callable[[], T], runs: int = 1, clock: Callable[[], float] = time.perf_counter
) -> tuple[T, float]:
    """Do something so many times, say how long the quickest took, and return both."""
    taken = []
    for _ in range(runs):
        begun = clock()
        done = do()
        taken.append(clock() - begun)
    print(f"{what}: {min(taken):.3f} s", flush=True)
    return done, min(taken)


def export(paths: Sequence[Path], database: Path, lines: Path) -> None:
    """Write a library as a database and as lines, and say what that and reading alone takes."""
    gc.disable()  # as etoile does
    _, alone = timed("reading alone", lambda: sum(1 for _ in holdings(paths)), clock=time.process_time)
    for name, do in (
        ("sqlite", lambda: write_database(database, holdings(paths))),
        ("jsonl", lambda: _write(lines, paths)),
    ):
        _, taken = timed(f"export {name}", do, clock=time.process_time)
        print(f"{taken / alone:.1f} × reading alone", flush=True)
    gc.enable()
    print(
        f"{database.stat().st_size / 1e6:.0f} MB of database, {lines.stat().st_size / 1e6:.0f} MB of lines", flush=True
    )


def _write(lines: Path, paths: Sequence[Path]) -> None:
    with lines.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in jsonl(holdings(paths)))


def askers(database: Path, lines: Path, values: Mapping[str, str]) -> Mapping[str, questions.Ask]:
    """Return how to ask each engine that is installed, SQLite first."""
    known = {
        "SQLite": lambda: questions.sqlite_asker(database, values),
        "DuckDB": lambda: questions.duckdb_asker(lines, values),
        "Spark": lambda: questions.spark_asker(lines, values),
    }
    found = {}
    for name, make in known.items():
        try:
            found[name], _ = timed(f"{name} begins", make)
        except ModuleNotFoundError:
            print(f"{name} is not installed", flush=True)
    return found


def compared(asked: Mapping[str, questions.Ask], runs: int) -> tuple[Sequence[str], Sequence[str]]:
    """Return a table of how long each question took each engine, and what they did not agree on."""
    rows = [f"| question | answers | {' | '.join(asked)} |", f"| --- | ---: |{' ---: |' * len(asked)}"]
    differing = []
    for question in questions.of_sqlite():
        answers, taken = {}, []
        for name, ask in asked.items():
            answer, seconds = timed(f"{name}: {question}", partial(ask, question), runs)
            answers[name] = questions.alike(answer)
            taken.append(f"{seconds:.3f}")
        first = answers["SQLite"]
        differing += [f"{name} differs from SQLite: {question}" for name, each in answers.items() if each != first]
        rows.append(f"| {question} | {len(first):,} | {' | '.join(taken)} |")
    return rows, differing


def main() -> None:
    """Compare the engines as the command line asks for it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", type=int, nargs="?", default=10_000, help="how many shows (%(default)s)")
    parser.add_argument("--runs", type=int, default=3, help="how often each question is asked (%(default)s)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="etoile-engines-") as name:
        folder = Path(name)
        paths, _ = timed(f"{asked.number:,} shows are written", lambda: library.write(folder / "shows", asked.number))
        database, lines = folder / "shows.db", folder / "shows.jsonl"
        export(paths, database, lines)
        rows, differing = compared(askers(database, lines, VALUES), asked.runs)
    print("\n".join(("", *rows)))
    if differing:
        sys.exit("\n".join(("", *differing)))


if __name__ == "__main__":
    main()
