"""Where a catalogue is opened: at the line of a record, of an example of its section, or of its first error."""

from datetime import date
from pathlib import Path

import pytest

from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.reader import parse
from etoile_cli.edit.beginning.new_catalogue import new_catalogue
from etoile_cli.edit.places import line_of, line_of_example, line_of_first_error
from tests.conftest import DATA
from tests.door import CHECKOUT, TODAY

FILES = [CHECKOUT / "data" / "etoile.toml", DATA / "full.toml", DATA / "scripts.toml"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
def test_a_record_is_at_the_line_of_its_header(file: Path, line_end: bytes) -> None:
    content = b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", line_end)
    lines = content.decode("utf-8-sig").splitlines()
    catalogue = parse(content)
    for section in RECORD_TYPES:
        headers = [number for number, line in enumerate(lines, 1) if line == f"[[{section}]]"]
        found = [line_of(content, (section, position)) for position in range(len(getattr(catalogue, section)))]
        assert found == headers
    assert lines[line_of(content, ("show",)) - 1] == "[show]"


@pytest.mark.parametrize("section", RECORD_TYPES)
def test_a_section_without_records_is_at_its_example(section: str) -> None:
    lines = list(new_catalogue({"title": "It"}))
    line = line_of_example("\n".join(lines).encode(), section)
    assert line is not None
    assert lines[line - 1] == f"# [[{section}]]"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"format = 1\n[show]\ntitle = It\n", 3),
        (b"format = 1\n\n[show]\ntitle = 'It'\nseason = 1\n", 5),
        (b"", 1),
        (b"format = 1\n[show]\ntitle = 'It'\n", None),
    ],
)
def test_the_first_error_is_no_warning(content: bytes, line: int | None) -> None:
    assert line_of_first_error(content, "it.toml", date.fromisoformat(TODAY)) == line
