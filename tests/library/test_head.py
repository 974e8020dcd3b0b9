"""The beginning of a file: which show a catalogue is about, told without reading all of it, as reading would tell."""

import re
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import MOST_BYTES, read_data
from etoile_cli.library.head import Head, head_in, head_of
from tests.library.writing import written_catalogues
from tests.shows.shows import NAMES, path_of
from tests.strategies import examples

PAD = "# nothing\n" * 1_000
SHOW = '[show]\ntitle = "A"\n'
OTHER = '[shows]\ntitle = "A"\n'


def head(text: str | bytes) -> Head | None:
    return head_of(BytesIO(text if isinstance(text, bytes) else text.encode()), most=MOST_BYTES)


def as_read(content: bytes) -> Head:
    """Return the head that reading all of a file gives."""
    show: dict[str, Any] = read_data(content)["show"]
    year = re.match("[0-9]{4}", str(show.get("premiere", "")))
    return Head(show["title"], year[0] if year else "")


@examples(200)
@given(written_catalogues)
def test_the_head_of_a_catalogue_is_what_reading_it_tells(written: tuple[Catalogue, bytes]) -> None:
    _, content = written
    assert head(content) == head_in(content) == as_read(content)


@pytest.mark.parametrize("name", NAMES)
def test_the_heads_of_the_invented_shows_are_what_reading_them_tells(name: str) -> None:
    content = path_of(name).read_bytes()
    assert head(content) == as_read(content)


@pytest.mark.parametrize(
    ("show", "title", "year"),
    [
        ('[show]\ntitle = "A"\npremiere = 2025-04-24\n', "A", "2025"),
        ('[show]\ntitle = "A"\npremiere = "2025-04"\n', "A", "2025"),
        ("[show]\ntitle = 'A'\npremiere = '2025'\n", "A", "2025"),
        ('[show]\ntitle = "A"\npremiere = """2025"""\n', "A", "2025"),
        ('[show]\ntitle = "A"\n"premiere" = 2025-04-24\n', "A", "2025"),
        ('[show]\ntitle = "A"\n"\\u0070remiere" = 2025-04-24\n', "A", "2025"),
        ('[show]\n"title" = "A"\n', "A", ""),
        ('[show]\ntitle = "\\u0041"\n', "A", ""),
        ('[show]\ntitle = "A" # title = "B"\n', "A", ""),
        ('[show]\n# title = "B"\ntitle = "A"\n', "A", ""),
        ('[show]\nlogline = """\ntitle = "B"\n"""\ntitle = "A"\n', "A", ""),
        ("[show]\nlogline = '''\ntitle = 'B'\n'''\ntitle = 'A'\n", "A", ""),
        ('[show]\ntitle = "A"\nlogline = """\npremiere = 1999-01-01\n"""\n', "A", ""),
        ('[show]\ntitle = "A"\nlogline = """\n[sic]\n"""\npremiere = 2025-04-24\n', "A", "2025"),
        ('[show]\ntitles = {\n  title = "B"\n}\ntitle = "A"\n', "A", ""),
        ('[show]\ntitle = "A"\nids = {\n  premiere = 1999-01-01\n}\n', "A", ""),
        ('["show"]\ntitle = "A"\n', "A", ""),
        ("[ show ] # its title\r\n\ttitle = 'A'\r\npremiere = 2025-04-24\r\n", "A", "2025"),
        ('[[cast]]\nnote = """\n[show]\ntitle = "B"\n"""\n[show]\ntitle = "A"\n', "A", ""),
        ('[[cast]]\nname = "B"\n' + PAD + '[show]\ntitle = "A"\npremiere = 2025-04-24\n', "A", "2025"),
        (PAD + '[show]\ntitle = "A"\n', "A", ""),
        ("[show]\n" + PAD + 'title = "A"\npremiere = 2025-04-24\n', "A", "2025"),
        ('[show]\ntitle = "A"\n' + PAD + "premiere = 2025-04-24\n", "A", "2025"),
        ('[show]\ntitle = "A"\n[show.titles]\ntitle = "B"\n', "A", ""),
        ('[show]\ntitle = "A"\npremiere = 12:34:56\n', "A", ""),
        ('[show]\ntitle = "A"\npremiere = [2025]\n', "A", ""),
        ("[show]\ntitle = 2025\n", "", ""),
        ("[show]\n", "", ""),
        ("", "", ""),
        ("show = 1\n", "", ""),
    ],
)
def test_what_only_looks_like_a_title_or_a_year_is_none(show: str, title: str, year: str) -> None:
    content = f"format = 1\n{show}".encode()
    assert head(content) == head_in(content) == Head(title, year)


@pytest.mark.parametrize(
    "text",
    [
        f"format = 1\n{SHOW}",
        f"\ufeffformat = 1\n{SHOW}",
        f'"format" = 1\n{SHOW}',
        f"'format' = 1\n{SHOW}",
        f'"f\\u006frmat" = 1\n{SHOW}',
        f"  format=1\r\n{SHOW}",
        f"{PAD}format = 1\n{PAD}{SHOW}",
        'show = { title = "A" }\nformat = 1\n',
        'show.title = "A"\nformat = 1\n',
        'show = { title = """\n[A]\n""" }\nformat = 1\n',
        'show = {\n title = "A",\n logline = "["\n}\nformat = 1\n',
        "format = 2\n",  # a catalogue of another day
        "format = 1\n[show\ntitle = A\n",  # a broken one, which is to be told
        "format = \n",
        'format = 1\nnote = """\n',
        b"format = 1\n[show]\ntitle = '\xff'\n",
    ],
)
def test_what_has_a_format_before_its_first_table_is_a_catalogue(text: str | bytes) -> None:
    assert head(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        SHOW,
        f"fromat = 1\n{SHOW}",
        f"# format = 1\n{SHOW}",
        f"{SHOW}format = 1\n",
        f"{OTHER}{SHOW}",
        f"{PAD}{SHOW}",
        "[ show ] # without a format\n# nothing\n  title = 'A'\n",
    ],
)
def test_what_has_a_table_of_a_show_lacks_its_format_by_mistake(text: str) -> None:
    assert head(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ufeff",
        PAD,
        OTHER,
        f"{OTHER}format = 1\n",
        f"{OTHER}{PAD}{SHOW}",
        "[show]\nverbose = true\n",
        f"[show]\nverbose = true\n{OTHER}",
        f'[project]\nreadme = """\n{SHOW}"""\n',
        f'note = """\nformat = 1\n"""\n{SHOW}',
        '[project]\nname = "etoile"\n[tool.ruff]\nformat = 1\n',
        '[package]\nname = "etoile"\nformat = "2021"\n',
        f"# format = 1\n{OTHER}",
        f"formats = 1\n{OTHER}",
        f"format.version = 1\n{OTHER}",
        f'note = """\nformat = 1\n"""\n{OTHER}',
        f"note = '''\nformat = 1\n'''\n{OTHER}",
        f"options = {{\n format = 1\n}}\n{OTHER}",
        f"{PAD}{OTHER}format = 1\n",
        b"\x00\x01format",
        "{" * 100_000,
    ],
)
def test_what_others_keep_in_toml_is_no_catalogue(text: str | bytes) -> None:
    assert head(text) is None


@pytest.mark.parametrize("size", range((8 << 10) - 8, (8 << 10) + 8))
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_no_byte_is_lost_where_a_glance_ends(size: int, mark: str) -> None:
    begin = f"{mark}format = 1\n#"
    for rest in ('\n[show]\ntitle = "A"\npremiere = 2025-04-24\n', '\n[show]\ntitle = "\\u0041"\npremiere = "2025"'):
        blanks = size - len(begin.encode()) - len(rest)
        for text in (begin + " " * blanks + rest, begin + rest + "#" + " " * (blanks - 1)):
            assert len(text.encode()) == size
            assert head(text) == Head("A", "2025")


def test_no_more_of_a_file_is_read_than_asked_for() -> None:
    file = BytesIO(b"#" * 100_000)
    assert head_of(file, most=10_000) is None
    assert file.tell() == (8 << 10) + 10_000
