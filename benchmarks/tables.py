"""What was measured, as the Markdown tables of the README."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from growth import MOST_FOR_TWICE
from hostile import MOST_ADDED

Row = Mapping[str, Any]


def tables(results: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of everything that was measured."""
    yield from _machine(results)
    yield from ("", "### Starting", "", *_startup(results["startup"]))
    if "growth" in results:
        yield from ("", "### Growing", "", *_growth(results["growth"]))
        yield from ("", *_largest(results["growth"]))
        yield from ("", *_first_lines(results["growth"]))
    if "hostile" in results:
        yield from ("", "### Mistakes and hostile texts", "", *hostile(results["hostile"]))
    if "peers" in results:
        yield from ("", "### Beside other programs", "", *_peers(results["peers"]))


def _machine(results: Mapping[str, Any]) -> Iterator[str]:
    machine = results["machine"]
    versions = ", ".join(f"{name} {version}" for name, version in results["versions"].items())
    yield (
        f"Measured on {results['day']}: {machine['processor']}, {machine['cores']} cores, {machine['memory']} GB, "
        f"{machine['system']}, Python {machine['python']}; {versions}. {results['runs']} runs of each command in turn"
        + (f", {results['runs_of_growth']} on the large catalogues" if "growth" in results else "")
        + (f", {results['runs_of_hostile']} on those of mistakes and hostile texts" if "hostile" in results else "")
        + "."
    )


def _startup(rows: Sequence[Row]) -> Iterator[str]:
    counted = any("instructions" in row for row in rows)
    counter = next((row["counter"] for row in rows if row.get("counter")), "")
    heads = ["", "ms (quartiles)", "× floor", "target", *([f"million instructions ({counter})"] if counted else [])]
    yield from _head(heads)
    for row in rows:
        instructions = [f"{row['instructions']:,}" if row.get("instructions") else ""] if counted else []
        yield _line([row["case"], _spread(row), *_against(row), *instructions])


def _against(row: Row) -> list[str]:
    if "ratio" not in row:
        return ["", ""]
    return [f"{row['ratio']:.2f} {row['floor']}", f"≤ {row['target']:.2f}{_mark(met=row['met'])}"]


def _growth(rows: Sequence[Row]) -> Iterator[str]:
    sizes = [int(size) for size in rows[0]["seconds"]]
    heads = ("µs a record", "time for twice", "kB a record", "memory for twice", "linear")
    yield from _head(["seconds for records", *(f"{size:,}" for size in sizes), *heads])
    for row in rows:
        seconds = {int(size): f"{taken:.2f}" for size, taken in row["seconds"].items()}
        time = [f"{row['microseconds_a_record']:.0f}", f"× {row['twice']:.2f}"]
        memory = [f"{row['kilobytes_a_record']:.1f}", f"× {row['twice_memory']:.2f}"]
        linear = f"≤ {MOST_FOR_TWICE}{_mark(met=row['linear'])}" if "linear" in row else ""
        yield _line([row["case"], *(seconds[size] for size in sizes), *time, *memory, linear])


def _largest(rows: Sequence[Row]) -> Iterator[str]:
    yield from _head(["100,000 records", "× tomli.loads", "target", "MB", "× tomli.loads", "target"])
    for row in rows:
        time = [f"{row['ratio']:.2f}", _target(row["ratio"], row["target"])]
        memory = [f"{row['memory_ratio']:.2f}", _target(row["memory_ratio"], row["memory_target"])]
        yield _line([row["case"], *time, f"{row['megabytes']:.0f}", *memory])


def _first_lines(rows: Sequence[Row]) -> Iterator[str]:
    loads = list(rows[0]["seconds"].values())[-1]
    for row in rows:
        if first := row.get("first_seconds"):
            whole = list(row["seconds"].values())[-1]
            yield (
                f"- `{row['case']}` of 100,000: the first line leaves after {first:.2f} s of {whole:.2f} s, where "
                f"`tomli.loads` takes {loads:.2f} s."
            )


def hostile(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the table of mistakes and hostile texts."""
    growth = ("time for twice", "memory for twice", "linear")
    yield from _head(["", "how many: seconds", *growth, "time", "target", "MB", "target"])
    for row in rows:
        seconds = ", ".join(f"{int(size):,}: {taken:.2f}" for size, taken in row["seconds"].items())
        if "patience" in row:
            size = row["sizes"][len(row["seconds"])]
            tried = f"{size:,}: over {row['patience']}"
            yield _line(
                [row["case"], ", ".join(filter(None, (seconds, tried))), *[""] * 4, _mark(met=False).strip(), "", ""]
            )
        else:
            yield _line([row["case"], seconds, *_twice(row), *_time(row), *_memory(row)])


def _twice(row: Row) -> list[str]:
    if "linear" not in row:
        return ["", "", ""]
    return [f"× {row['twice']:.2f}", f"× {row['twice_memory']:.2f}", f"≤ {MOST_ADDED}{_mark(met=row['linear'])}"]


def _time(row: Row) -> list[str]:
    if "ratio" in row:
        return [f"{row['ratio']:.1f} in order", f"≤ {row['target']}{_mark(met=row['in_time'])}"]
    return ["", f"≤ {row['most_seconds']} s{_mark(met=row['in_time'])}" if "most_seconds" in row else ""]


def _memory(row: Row) -> list[str]:
    return [f"{row['megabytes']:.1f}", f"≤ {row['room']:.1f}{_mark(met=row['in_memory'])}" if "room" in row else ""]


def _peers(rows: Sequence[Row]) -> Iterator[str]:
    yield from _head(["the cast as rows", "ms (quartiles)", "× etoile", "target", "reads"])
    for row in rows:
        target = f"> 1{_mark(met=row['met'])}" if "met" in row else ""
        yield _line([row["case"], _spread(row), f"{row['ratio']:.2f}", target, row["reads"]])


def _spread(row: Row) -> str:
    """Return the median of a row with the quartiles around it: `68 (64–79)`."""
    low, middle, high = (f"{each:.0f}" for each in row["ms"])
    return f"{middle} ({low}–{high})"


def _target(value: float, most: float | None) -> str:
    return "" if most is None else f"≤ {most:.1f}{_mark(met=value <= most)}"


def _mark(*, met: bool) -> str:
    return " ✓" if met else " missed"


def _head(cells: Sequence[str]) -> Iterator[str]:
    yield _line(cells)
    yield _line(["---", *["--:"] * (len(cells) - 1)])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
