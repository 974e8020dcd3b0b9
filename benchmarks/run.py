"""Measure etoile: `python benchmarks/run.py`; with --peers also beside other programs, with --write into README.md."""

import argparse
import datetime as dt
import json
import os
import platform
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import growth
import hostile
import peers
import startup
from environments import CHECKOUT, FLOORS, install, versions
from tables import tables

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results.json"
README = HERE / "README.md"
BEGIN, END = "<!-- measured -->\n", "<!-- end -->\n"


def main() -> None:
    """Measure what the command line asks for and print it, as tables and as JSON."""
    asked = _arguments()
    results: dict[str, Any] = {
        "day": dt.date.today().isoformat(),
        "machine": _machine(),
        "runs": asked.runs,
        "runs_of_growth": max(asked.runs // 10, 3),
        "runs_of_hostile": hostile.MOST_RUNS,
    }
    with tempfile.TemporaryDirectory(prefix="etoile-benchmark-") as name:
        folder = Path(name)
        print("installing etoile and the floors", flush=True)
        programs = install(folder / "etoile", CHECKOUT, FLOORS)
        results["versions"] = versions(programs, "etoile-cli", "typer", "rich", "msgspec", "tomli")
        prepared = peers.prepare(folder) if asked.peers else []
        print("measuring how it starts", flush=True)
        results["startup"] = startup.measure(programs, folder, asked.runs)
        _save(results, asked.json)
        if not asked.no_growth:
            print("measuring how it grows", flush=True)
            results["growth"] = growth.measure(programs, folder, results["runs_of_growth"])
            _save(results, asked.json)
            print("measuring mistakes and hostile texts", flush=True)
            results["hostile"] = hostile.measure(programs, folder, results["runs_of_hostile"])
            _save(results, asked.json)
        if prepared:
            print("measuring other programs", flush=True)
            results["peers"] = peers.measure(programs, prepared, asked.runs)
    text = _save(results, asked.json)
    if asked.write:
        RESULTS.write_text(text, encoding="utf-8")
        README.write_text(with_tables(README.read_text(encoding="utf-8"), json.loads(text)), encoding="utf-8")
    print("\n".join(tables(json.loads(text))))
    if failed := missed(results):
        sys.exit("\n".join(("", "missed:", *(f"- {case}" for case in failed))))


def _save(results: Mapping[str, Any], file: Path) -> str:
    """Write what was measured so far, which must not be lost if what comes next fails, and return it."""
    text = json.dumps(results, indent=2, ensure_ascii=False) + "\n"
    file.write_text(text, encoding="utf-8")
    return text


def missed(results: Mapping[str, Any]) -> list[str]:
    """Return what missed a target of its own, or grows faster than its catalogue."""
    rows = [row for table in results.values() if isinstance(table, list) for row in table]
    return [row["case"] for row in rows if not (row.get("met", True) and row.get("linear", True))]


def _positive(text: str) -> int:
    number = int(text)
    if number < 2:
        raise argparse.ArgumentTypeError("quartiles take two runs at least")
    return number


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=_positive, default=80, help="how often each command is run (%(default)s)")
    parser.add_argument("--no-growth", action="store_true", help="leave out the large catalogues")
    parser.add_argument("--peers", action="store_true", help="measure other programs, too; installs them")
    parser.add_argument("--json", type=Path, default=Path("benchmark.json"), help="where the results go (%(default)s)")
    parser.add_argument(
        "--write", action="store_true", help="put them and their tables into benchmarks/README.md, too"
    )
    asked = parser.parse_args()
    if asked.write and (asked.no_growth or not asked.peers):
        parser.error("--write replaces all tables: it takes --peers and no --no-growth")
    return asked


def _machine() -> dict[str, object]:
    about = Path("/proc/cpuinfo").read_text(encoding="utf-8") if Path("/proc/cpuinfo").exists() else ""
    models = [line.partition(":")[2].strip() for line in about.splitlines() if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "processor": next(iter(models), platform.machine()),
        "cores": os.cpu_count(),
        "memory": round(memory / 1e9),
        "system": platform.system(),
        "python": platform.python_version(),
    }


def with_tables(readme: str, results: Mapping[str, Any]) -> str:
    """Return the README with the tables of these results where it has some."""
    before, _, rest = readme.partition(BEGIN)
    after = rest.partition(END)[2]
    return "\n".join((f"{before}{BEGIN}", *tables(results), f"\n{END}{after}"))


if __name__ == "__main__":
    main()
