"""What many records refer to is said once and made in pieces: neither an export nor its memory grows beyond bounds."""

import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from etoile_cli.catalogue.holding import Holding
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import parse
from etoile_cli.export.formats import ExportFormat, FileFormat, lines_of
from etoile_cli.export.html_ import html
from etoile_cli.export.jsonld import jsonld
from tests.door import run

LONGEST = 100_000
SHORT = f"{'T' * 199}…"
HEAD = 'format = 1\n[show]\ntitle = "x"\n'
WHOLE: list[FileFormat] = [
    ExportFormat.HTML,
    ExportFormat.MD,
    ExportFormat.JSON,
    ExportFormat.JSONL,
    ExportFormat.TOML,
    ExportFormat.JSONLD,
    ExportFormat.CSL,
]


def one_part_in(episodes: int) -> str:
    """Return a catalogue of a part with names of 400 KB and of the episodes it is in; in one more it isn't."""
    codes = ", ".join(f'"S01E{number:02}"' for number in range(1, episodes + 1))
    names = (f'{key} = "{key[0].upper() * LONGEST}"\n' for key in ("name", "character", "role", "sort_name"))
    listed = "".join(
        f'[[episodes]]\nseason = 1\nnumber = {number}\ntitle = "E"\n' for number in range(1, episodes + 2)
    )
    return f"{HEAD}[[cast]]\n{''.join(names)}episodes = [{codes}]\n{listed}"


def one_source_of(parts: int) -> str:
    """Return a catalogue of parts that one source states, whose title is of 100 KB."""
    stated = "".join(f'[[cast]]\nname = "A{number}"\nsources = ["s"]\n' for number in range(parts))
    return f'{HEAD}{stated}[[sources]]\nid = "s"\ntitle = "{"T" * LONGEST}"\nurl = "https://example.org/"\n'


def parts(number: int) -> str:
    """Return a catalogue of so many parts, and of as many sources, half of which state one."""
    return HEAD + "".join(
        f'[[cast]]\nname = "A{each}"\ncharacter = "C{each}"\nbilling = "main"\nsources = ["s{each // 2}"]\n'
        f'[[sources]]\nid = "s{each}"\ntitle = "T{each}"\nurl = "https://example.org/{each}"\n'
        for each in range(number)
    )


def added(make: Callable[[Catalogue], Iterator[str]], catalogue: Catalogue) -> tuple[int, int]:
    """Return how much memory an export takes beside the catalogue at most, and how much it writes, in bytes."""
    tracemalloc.start()
    written = sum(len(lines.encode()) + 1 for lines in make(catalogue))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most, written


@pytest.mark.parametrize("make", [html, jsonld])
@pytest.mark.parametrize("content", [one_part_in(1_000), one_source_of(2_000)], ids=["one part", "one source"])
def test_memory_is_at_most_4_times_the_catalogue_and_1_3_times_what_is_written(
    make: Callable[[Catalogue], Iterator[str]], content: str
) -> None:
    catalogue = parse(content.encode())
    sum(map(len, make(catalogue)))  # what is imported and made once is not to be counted
    most, written = added(make, catalogue)
    assert most <= 4 * len(content) + 1.3 * written


@pytest.mark.parametrize("format_", WHOLE)
def test_every_export_is_made_in_pieces(format_: FileFormat) -> None:
    pieces = list(map(len, lines_of(Holding("A", "", parse(parts(4_000).encode())), format_)))
    assert max(pieces) < max(sum(pieces) / 3, 10_000)


@pytest.mark.parametrize("format_", WHOLE)
def test_memory_of_an_export_hardly_grows_with_the_records(format_: FileFormat) -> None:
    def make(catalogue: Catalogue) -> Iterator[str]:
        return lines_of(Holding("A", "", catalogue), format_)

    few, many = parse(parts(1_000).encode()), parse(parts(4_000).encode())
    sum(map(len, make(few)))
    # Of each source it is known which number and name its marks have.
    assert added(make, many)[0] - added(make, few)[0] < 500 * 3_000


def test_a_page_repeats_a_title_in_short() -> None:
    page = "\n".join(html(parse(one_source_of(200).encode())))
    # In the data for search engines and in the list of sources.
    assert page.count("T" * LONGEST) == 2
    assert page.count(f'title="{SHORT}"') == 200
    assert len(page) < 3 * LONGEST + 200 * 1_000


def test_a_part_stands_once_in_the_data_for_search_engines() -> None:
    text = "\n".join(jsonld(parse(one_part_in(50).encode())))
    assert (text.count("N" * LONGEST), text.count("C" * LONGEST)) == (1, 1)
    assert text.count('"@id": "#part-1"') == 51


def test_files_of_episodes_repeat_names_in_short(tmp_path: Path) -> None:
    names = [f'"{number} {"S" * 1_000}"' for number in range(30)]
    content = one_part_in(2).replace('title = "x"', f'title = "{"T" * LONGEST}"\nnetworks = [{", ".join(names)}]')
    catalogue = tmp_path / "it.toml"
    catalogue.write_text(content, encoding="utf-8")
    run(f"etoile -c {catalogue} export nfo -o {tmp_path}/nfo")
    studios = "".join(f"  <studio>{number} {'S' * (198 - len(str(number)))}…</studio>\n" for number in range(20))
    assert (tmp_path / "nfo/S01E01.nfo").read_text(encoding="utf-8") == (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        "<episodedetails>\n"
        "  <title>E</title>\n"
        f"  <showtitle>{SHORT}</showtitle>\n"
        "  <season>1</season>\n"
        "  <episode>1</episode>\n"
        f"{studios}"
        "  <actor>\n"
        f"    <name>{'N' * 199}…</name>\n"
        f"    <role>{'C' * 199}…</role>\n"
        "    <order>0</order>\n"
        "  </actor>\n"
        "</episodedetails>\n"
    )
    about = (tmp_path / "nfo/tvshow.nfo").read_text(encoding="utf-8")
    assert (about.count("N" * LONGEST), about.count("T" * LONGEST), about.count("<studio>")) == (1, 1, 30)


def test_a_source_that_a_record_names_twice_stands_once_in_a_row() -> None:
    content = one_source_of(1).replace('sources = ["s"]', f"sources = {['s'] * 1_000}")
    told = run("etoile -c - cast --columns name,sources -f md", stdin=content).stdout
    assert told == f"| name | sources |\n| --- | --- |\n| A0 | [{SHORT}](<https://example.org/>) |\n"


def test_of_many_companies_a_message_names_the_first() -> None:
    companies = "".join(f'[[companies]]\nid = "c{number}"\nname = "{"T" * LONGEST}"\n' for number in range(50))
    told = run("etoile -c - cast --company nope", stdin=HEAD + companies, code=2).stderr
    known = ", ".join(f"c{number} ({SHORT})" for number in range(20))
    assert told == (
        f'etoile: error: no such company "nope"\nhint: the companies are {known} and 30 more, see etoile companies\n'
    )
