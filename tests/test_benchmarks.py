"""The benchmarks: the same rows are measured, on catalogues in order and others; what grows too fast fails."""

import importlib
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from etoile_cli.catalogue.reader import parse
from etoile_cli.catalogue.sections import SECTIONS
from tests.door import CHECKOUT, run
from tests.mistakes import DOUBTS, MISTAKES

BENCHMARKS = CHECKOUT / "benchmarks"


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    monkeypatch.syspath_prepend(str(BENCHMARKS / "floors"))


def module(name: str) -> ModuleType:
    return importlib.import_module(name)


def generated(records: int) -> str:
    return "".join(f"{line}\n" for line in module("generate").catalogue(records))


def test_generated_catalogues_have_the_records_asked_for_and_no_problems() -> None:
    text = generated(200)
    assert len(parse(text.encode()).cast) == 200
    assert run("etoile check -", stdin=text).stderr == "etoile: no problems\n"


def test_a_seed_makes_the_same_catalogue_every_time() -> None:
    generate = module("generate")
    assert generated(50) == generated(50)
    assert list(generate.catalogue(50)) != list(generate.catalogue(50, seed=1))


@pytest.mark.parametrize("number", [0, 42, 137])
def test_a_generated_library_has_catalogues_without_errors(number: int) -> None:
    library = module("library")
    text = "".join(f"{line}\n" for line in library.catalogue(number))
    assert text == "".join(f"{line}\n" for line in library.catalogue(number))
    assert 19_000 < len(text.encode()) < 24_000
    assert json.loads(run("etoile check -f json -", stdin=text).stdout)["errors"] == 0


def test_every_engine_gives_the_same_answers_on_a_generated_library(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    engines, questions = module("engines"), module("questions")
    paths = module("library").write(tmp_path / "shows", 100)
    assert [path.name for path in paths] == [f"show-{number:05}.toml" for number in range(100)]
    engines.export(paths, tmp_path / "shows.db", tmp_path / "shows.jsonl")
    ask = questions.sqlite_asker(tmp_path / "shows.db", engines.VALUES)
    assert [question for question in questions.of_sqlite() if not ask(question)] == []
    rows, differing = engines.compared({"SQLite": ask, "another": lambda _: []}, runs=1)
    assert len(rows) == 12
    assert len(differing) == 10
    assert "export sqlite: " in capsys.readouterr().out


def test_the_floor_prints_the_same_columns() -> None:
    assert module("floor_b").COLUMNS == SECTIONS["cast"].columns == module("peers").COLUMNS


def test_families_of_mistakes_are_those_that_were_tried() -> None:
    assert tuple(module("families").MISTAKES) == MISTAKES
    assert tuple(module("families").DOUBTS) == DOUBTS


AT_ONCE = ("parts before a mistake", "specials in a circle", "episodes of a season without an end")
SILENCED = ("parts whose comment silences something",)
READABLE = (
    *("parts that cite nothing", "parts that cite unknown sources", "parts of unknown sources"),
    *("parts in unknown seasons", "a part in unknown runs", "a part in runs that overlap"),
    *("a part in runs the wrong way round", "specials after themselves", "specials in a circle", "films that overlap"),
)


@pytest.mark.parametrize("family", MISTAKES)
def test_a_family_of_mistakes_has_so_many_of_them(family: str) -> None:
    text = module("families").MISTAKES[family](30)
    errors = json.loads(run("etoile check -f json -", stdin=text, code=1).stdout)["errors"]
    assert errors == 1 if family in AT_ONCE else 29 <= errors <= 60
    if family in READABLE:  # a catalogue for all that
        read = parse(text.encode())
        assert {30, 31} & {len(read.cast), len(read.episodes), *(len(part.episodes) for part in read.cast)}
    else:
        assert run("etoile cast -c -", stdin=text, code=3).stderr.startswith("<stdin>:")


@pytest.mark.parametrize("family", DOUBTS)
def test_a_family_of_doubts_has_so_many_of_them(family: str) -> None:
    told = json.loads(run("etoile check -f json -", stdin=module("families").DOUBTS[family](30)).stdout)
    number = 0 if family in SILENCED else 1 if family in AT_ONCE else 30
    assert (told["errors"], told["warnings"]) == (0, number)


@pytest.mark.parametrize("family", [*MISTAKES, *DOUBTS])
def test_twice_the_mistakes_are_twice_the_file(family: str) -> None:
    text, one = module("families").FAMILIES[family], module("trials").bytes_for_one(family)
    assert len(text(2_000)) - len(text(1_000)) == 1_000 * one


@pytest.mark.parametrize(
    "family",
    [
        "marks on a letter",
        "a part in episodes, longer names",
        "parts of the longest source",
        "a part in episodes of a season",
    ],
)
def test_hostile_texts_stand_in_catalogues_in_order(family: str) -> None:
    text = module("families").HOSTILE[family](40)
    assert json.loads(run("etoile check -f json -", stdin=text).stdout)["errors"] == 0


def test_the_longest_names_take_400_kb_and_no_longer_one_is_read() -> None:
    families = module("families")
    part = parse(families.HOSTILE["a part in episodes, the longest names"](3).encode()).cast[0]
    assert len(part.name.encode()) == len((part.character or "").encode()) == 400_000
    assert part.episodes == ("S01E00", "S01E01", "S01E02")
    assert families.HOSTILE["a part in episodes, longer names"](families.EPISODES).count(part.name) == 2


def test_a_catalogue_of_a_family_is_printed_for_whoever_tries_it() -> None:
    families = module("families")
    done = subprocess.run(
        [sys.executable, families.__file__, "a b c", "3"], capture_output=True, text=True, check=True
    )
    assert done.stdout == families.MISTAKES["a b c"](3)
    assert done.stdout.splitlines().count("a b c") == 3


def test_every_trial_prints_what_it_is_measured_for(tmp_path: Path) -> None:
    file = tmp_path / "it.toml"
    for trial in module("trials").TRIALS:
        file.write_text(module("families").FAMILIES[trial.family](30), encoding="utf-8")
        named = [*trial.command, file] if trial.command[0] == "check" else ["-c", file, *trial.command]
        done = run(" ".join(map(str, ["etoile", *named])), code=trial.code)
        printed = " ".join(f"{done.stdout} {done.stderr}".split())
        assert [each for each in trial.expected if each not in printed] == [], trial.name


def samples(seconds: float, megabytes: float = 40) -> Any:
    """Return three runs, of which one was disturbed."""
    return module("measure").Samples(megabytes=[megabytes] * 3, processor=[seconds, seconds + 5, seconds])


def outcome(seconds: Sequence[float], megabytes: Sequence[float] = (40, 40, 40), **others: Any) -> Any:
    taken = {size: samples(*each) for size, each in zip((1, 2, 4), zip(seconds, megabytes, strict=True), strict=False)}
    return module("hostile").Outcome(taken, samples(0.1, 30), **others)


def judged(outcome: Any, **others: Any) -> dict[str, Any]:
    trial = module("trials").Trial("a b c", ("check",), (1, 2, 4), ("a b c", 1), **others)
    row: dict[str, Any] = module("hostile").row(trial, outcome)
    assert module("run").missed({"day": "today", "hostile": [row]}) == ([] if row["met"] else ["check: a b c"])
    return row


def test_what_grows_as_its_catalogue_does_is_met() -> None:
    row = judged(outcome([1.1, 2.1, 4.1], [50, 70, 110]))
    assert (row["twice"], row["twice_memory"]) == (pytest.approx(2), pytest.approx(2))
    assert row["linear"]
    assert row["met"]


@pytest.mark.parametrize(
    ("seconds", "megabytes"),
    [([0.2, 0.4, 1.3], [40, 40, 40]), ([0.2, 0.3, 0.5], [40, 50, 90])],
    ids=["time", "memory"],
)
def test_what_grows_faster_fails(seconds: list[float], megabytes: list[float]) -> None:
    row = judged(outcome(seconds, megabytes))
    assert not row["linear"]
    assert not row["met"]


def test_a_little_more_than_starting_takes_is_no_growth() -> None:
    row = judged(outcome([0.101, 0.11, 0.14], [30.1, 30.5, 31.9]))
    assert (row["twice"], row["twice_memory"]) == (1, 1)


def test_what_is_not_done_in_time_fails() -> None:
    row = judged(outcome([1.1, 2.1], [40, 40]))
    assert (row["patience"], row["met"]) == (20, False)


@pytest.mark.parametrize(("seconds", "met"), [(2.0, True), (2.1, False)])
def test_mistakes_take_at_most_twenty_times_what_reading_takes(seconds: float, met: bool) -> None:
    row = judged(outcome([0.6, 1.1, seconds], floor=samples(0.1)))
    assert (row["linear"], row["in_time"], row["met"]) == (True, met, met)


@pytest.mark.parametrize(("megabytes", "met"), [(59.0, True), (60.0, False)])
def test_memory_is_held_against_what_is_read_and_written(megabytes: float, met: bool) -> None:
    row = judged(outcome([0.2, 0.3, 0.5], [40, 47, megabytes], read=5, written=5), room=module("trials").Room(4, 1.3))
    assert (row["linear"], row["in_memory"], row["met"]) == (True, met, met)


@pytest.mark.parametrize(("seconds", "met"), [(10.0, True), (11.0, False)])
def test_one_size_has_seconds_of_its_own(seconds: float, met: bool) -> None:
    trial = module("trials").Trial("a b c", ("check",), (5_500_000,), ("a b c", 1), seconds=10)
    taken = module("hostile").Outcome({5_500_000: samples(seconds)}, samples(0.1))
    row = module("hostile").row(trial, taken)
    assert (row["case"], row["met"]) == ("check: 5.5 million a b c", met)


def test_every_outcome_has_a_row_in_the_table() -> None:
    once = {"case": "check: 4.0 million", "sizes": [4_000_000], "seconds": {4_000_000: 9.0}, "megabytes": 60.0}
    rows = [
        judged(outcome([1.1, 2.1, 4.1], read=1, floor=samples(0.5)), room=module("trials").Room(12)),
        judged(outcome([1.1, 2.1], [40, 40])),
        once | {"most_seconds": 10, "in_time": True, "met": True},
    ]
    figures = "× 2.00 | × 1.00 | ≤ 2.8 ✓ | 8.2 in order | ≤ 20 ✓ | 10.0 | ≤ 15.0 ✓"
    assert list(module("tables").hostile(rows))[2:] == [
        f"| check: a b c | 1: 1.10, 2: 2.10, 4: 4.10 | {figures} |",
        "| check: a b c | 1: 1.10, 2: 2.10, 4: over 20 |  |  |  |  | missed |  |  |",
        "| check: 4.0 million | 4,000,000: 9.00 |  |  |  |  | ≤ 10 s ✓ | 60.0 |  |",
    ]


def test_a_command_that_takes_too_long_is_ended() -> None:
    measure = module("measure")
    case = measure.Case("forever", (sys.executable, "-c", "while True: pass"), seconds=1)
    with pytest.raises(measure.EndedError, match="not done after 1 s"):
        measure.verify(case)


def test_every_target_that_is_missed_is_told() -> None:
    results = {
        "runs": 3,
        "startup": [{"case": "bare"}, {"case": "slow", "met": False}],
        "growth": [{"case": "curved", "linear": False, "met": True}, {"case": "straight", "linear": True}],
    }
    assert module("run").missed(results) == ["slow", "curved"]


def test_the_readme_has_the_tables_of_the_results_and_a_word_on_every_target_that_is_missed() -> None:
    runs = module("run")
    readme = runs.README.read_text(encoding="utf-8")
    results = json.loads(runs.RESULTS.read_text(encoding="utf-8"))
    assert runs.with_tables(readme, results) == readme
    for case in runs.missed(results):
        assert case in readme.partition(runs.END)[2]
