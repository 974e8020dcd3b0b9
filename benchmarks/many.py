"""Measure libraries of 100, 1,000 and 10,000 shows: `python benchmarks/many.py`; with --write into README.md.

It runs the etoile beside the Python that runs it. All commands run in turn, round after round; a ratio
is the median of those within each round. What grows faster than the library is missed.
"""

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median

import library
from environments import FLOORS
from measure import Case, Samples, alternate, ratio

SIZES = (100, 1_000, 10_000)
README = Path(__file__).resolve().parent / "README.md"
BEGIN, END = "<!-- many shows -->\n", "<!-- end of many shows -->\n"
FLOOR = "only read and parse them"
LISTING, JSON_LISTING = "cast", "cast --json"
# Ten times as many shows may take so many times as long; what takes less than a second is not compared.
MOST_GROWTH = 13
LEAST_SECONDS = 1.0
# What a listing may take at the largest size, as a multiple of the floor.
TARGET = 1.3


def cases(directory: Path) -> list[Case]:
    """Return what is measured on a library."""
    etoile = (str(Path(sys.executable).with_name("etoile")), "-c", str(directory))
    plain = {"NO_COLOR": "1"}

    def asked(name: str, *words: str) -> Case:
        return Case(name, (*etoile, *words), variables=plain)

    return [
        Case(FLOOR, (sys.executable, str(FLOORS / "floor_many.py"), str(directory))),
        asked(LISTING, "cast"),
        asked("cast kirby", "cast", "kirby"),
        asked("search typhoon", "search", "typhoon"),
        asked("cast billing:main", "cast", "billing:main"),
        asked("cast --sort name", "cast", "--sort", "name"),
        asked(JSON_LISTING, "cast", "--json"),
        asked("cast -f table", "cast", "-f", "table"),
        asked("shows", "shows"),
        asked("people shows:2..", "people", "shows:2.."),
        asked("check", "check"),
        asked("export jsonl", "export", "jsonl"),
    ]


def measured(folder: Path, size: int, runs: int) -> Mapping[str, Samples]:
    """Return what the commands take on a library of so many shows."""
    directory = folder / str(size)
    library.write(directory, size)
    return alternate(cases(directory), runs)


def table(results: Mapping[int, Mapping[str, Samples]]) -> list[str]:
    """Return the lines of a table in Markdown."""
    heads = [f"{size:,} shows: s | × floor | MB | first line, s" for size in results]
    lines = [f"|  | {' | '.join(heads)} |", f"| --- |{' --: |' * (4 * len(results))}"]
    names = next(iter(results.values()))
    for name in names:
        cells = [_cells(of[name], of[FLOOR]) for of in results.values()]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return lines


def _cells(samples: Samples, floor: Samples) -> str:
    seconds, megabytes, first = median(samples.seconds), median(samples.megabytes), median(samples.first)
    return f"{seconds:.2f} | {ratio(samples.seconds, floor.seconds):.2f} | {megabytes:.0f} | {first:.2f}"


def missed(results: Mapping[int, Mapping[str, Samples]]) -> list[str]:
    """Return what grows faster than the library, and a listing that takes more than it may."""
    found = []
    sizes = list(results)
    for size, larger in pairwise(sizes):
        for name, samples in results[larger].items():
            before, after = median(results[size][name].seconds), median(samples.seconds)
            if after > max(before, LEAST_SECONDS) * MOST_GROWTH * larger / size / 10:
                found.append(f"{name}: {before:.2f} s for {size:,} shows, {after:.2f} s for {larger:,}")
    # Of fewer shows, to begin takes too much of the time.
    largest = results.get(SIZES[-1], {})
    for name in (LISTING, JSON_LISTING) if largest else ():
        times = ratio(largest[name].seconds, largest[FLOOR].seconds)
        found += [f"{name}: {times:.2f} × the floor, and at most {TARGET} is wanted"] if times > TARGET else []
    return found


def main() -> None:
    """Measure, print the table, and end with 1 if something is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="how often each command is run (%(default)s)")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of shows (%(default)s)")
    parser.add_argument("--write", action="store_true", help="put the table into benchmarks/README.md")
    asked = parser.parse_args()
    results: dict[int, Mapping[str, Samples]] = {}
    with tempfile.TemporaryDirectory(prefix="etoile-many-") as name:
        for size in asked.sizes:
            print(f"measuring {size:,} shows", flush=True)
            results[size] = measured(Path(name), size, asked.runs)
    lines = table(results)
    print("\n".join(lines))
    if asked.write:
        _write(lines)
    if failed := missed(results):
        sys.exit("\n".join(("", "missed:", *(f"- {each}" for each in failed))))


def _write(lines: Sequence[str]) -> None:
    before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    README.write_text("\n".join((f"{before}{BEGIN}", *lines, f"\n{END}{after}")), encoding="utf-8")


if __name__ == "__main__":
    main()
