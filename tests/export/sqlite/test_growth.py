"""A database grows as its catalogues do, and what is kept in memory does not grow with the number of shows."""

import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from etoile_cli.catalogue.holding import Holding
from etoile_cli.export.sqlite.database import write_database
from tests.export.sqlite.databases import asked, database, holding
from tests.work import lines_executed

SHOW = '[show]\ntitle = "x"\n'


def parts_in_runs(number: int) -> str:
    """Return a catalogue of so many parts and so many episodes, each part in all of them."""
    part = f'[[cast]]\nname = "a"\nepisodes = ["S01E0001-S01E{number:04}", "S01E0002-S01E{number:04}"]\n'
    episodes = (f'[[episodes]]\nseason = 1\nnumber = {each}\ntitle = "e"\n' for each in range(1, number + 1))
    return f"{SHOW}{part * number}{''.join(episodes)}"


def test_parts_in_many_episodes_take_a_row_for_each_run() -> None:
    with database([holding(parts_in_runs(200))]) as opened:
        assert asked(opened, "SELECT COUNT(*) FROM cast_episodes_spans") == [200]
        assert asked(opened, "SELECT COUNT(*) FROM cast_episodes_listed") == [200 * 200]


def people_of_one_name(number: int) -> str:
    """Return a catalogue of so many people who are called alike, and have ids of their own."""
    return SHOW + "".join(f'[[cast]]\nname = "a"\nids = {{ imdb = "nm{each:07}" }}\n' for each in range(number))


def companies_that_parts_name(number: int) -> str:
    """Return a catalogue of so many companies, each of which a part names."""
    return SHOW + "".join(
        f'[[companies]]\nid = "c{each}"\nname = "c"\n[[cast]]\nname = "a{each}"\ncompany = "c{each}"\n'
        for each in range(number)
    )


def sources_that_state(number: int) -> str:
    """Return a catalogue of so many sources, each of which states a value of the show."""
    ids = ", ".join(f'"s{each}"' for each in range(number))
    sources = "".join(f'[[sources]]\nid = "s{each}"\ntitle = "t"\n' for each in range(number))
    return f"{SHOW}sources = [{ids}]\ncites = {{ title = [{ids}] }}\n{sources}"


@pytest.mark.parametrize("text", [parts_in_runs, people_of_one_name, companies_that_parts_name, sources_that_state])
def test_twice_the_records_are_about_twice_the_work(text: Callable[[int], str], tmp_path: Path) -> None:
    def work(number: int) -> int:
        shows = [holding(text(number))]
        return lines_executed(lambda: write_database(tmp_path / f"{number}.db", shows))

    work(10)  # what is made once is not to be counted
    few, many, more = map(work, (50, 100, 200))
    assert more - many < 2.2 * (many - few)


def shows(number: int) -> Iterator[Holding]:
    """Yield so many shows, each with people of its own, none of which anybody else keeps."""
    for each in range(number):
        people = "".join(f'[[crew]]\nname = "Somebody {each} {one}"\n' for one in range(50))
        yield holding(f"{parts_in_runs(20)}{people}", f"Show {each}")


def test_memory_does_not_grow_with_the_number_of_shows(tmp_path: Path) -> None:
    def most(number: int) -> int:
        tracemalloc.start()
        write_database(tmp_path / f"{number}.db", shows(number))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return peak

    most(2)
    # What Python keeps for its next tuples is some hundred kilobytes; fifty people a show would be far more.
    assert most(80) - most(8) < 200_000


def test_a_megabyte_of_texts_is_kept_once_more_for_its_words(tmp_path: Path) -> None:
    texts = ", ".join(f'"{number} {"x y " * 24_000}"' for number in range(10))
    path = tmp_path / "it.db"
    write_database(path, [holding(f"{SHOW}themes = [{texts}]\n")])
    assert path.stat().st_size < 3.5 * len(texts)
