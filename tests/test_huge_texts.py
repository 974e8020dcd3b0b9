"""Texts that are long or hostile, as every text and id of a catalogue: each format is made, and reads back."""

import csv
import json
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from io import StringIO

import pytest
from markdown_it import MarkdownIt
from msgspec.structs import replace

from etoile_cli.catalogue.holding import Holding
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import parse
from etoile_cli.export.formats import ExportFormat, lines_of
from etoile_cli.export.nfo import nfo
from etoile_cli.export.toml_ import toml
from etoile_cli.listing.formats import Format
from tests.controls import controls_in
from tests.door import run
from tests.export.pages import elements, filled
from tests.export.sheets import HOSTILE
from tests.fragments import SPECIAL
from tests.processes import COMMANDS, TEXT_FORMATS, formats_of
from tests.thoroughness import THOROUGH, breadth

SIZE = 4_000 if THOROUGH else 2_000
CSV_LIMIT = 1 << 20

# What each is made of; `search` looks for the letter before it.
PIECES: Mapping[str, str] = {
    "marks": "\u0301\u0323",
    "special": SPECIAL,
    "markup": f" {' '.join(HOSTILE)}",
    "words": "ach e",
    "word": "e",
    "lines": "\n",
    "wide": "日",
    "brackets": "[",
    "emoji": "👩\u200d",
    "quotes": "\"'`|<>&",
}
TEXTS = {name: f"e{piece * SIZE}"[:SIZE] for name, piece in PIECES.items()}
LISTINGS = [each for each in COMMANDS if {*formats_of(each)} >= {Format.TSV, Format.MD} and " path" not in each]

each_text = pytest.mark.parametrize("text", breadth(list(TEXTS), ["marks", "special"]))


def catalogue_of(text: str) -> Catalogue:
    """Return a catalogue in which every text is this one, the ids that records refer to by it included."""
    catalogue = filled(text)
    return replace(
        catalogue,
        companies=tuple(replace(each, id=text, sources=(text,)) for each in catalogue.companies),
        cast=tuple(replace(each, company=text, sources=(text, "another")) for each in catalogue.cast),
        sources=tuple(replace(each, id=text) for each in catalogue.sources),
    )


def read_back(text: str, format_: Format) -> None:
    match format_:
        case Format.JSON:
            assert json.loads(text)
        case Format.JSONL:
            assert [json.loads(line) for line in text.splitlines()]
        case Format.CSV:
            assert len({len(row) for row in csv.reader(StringIO(text, newline=""), strict=True)}) == 1
        case Format.TSV:
            assert len({line.count("\t") for line in text.splitlines()}) == 1
        case Format.MD:
            assert MarkdownIt("commonmark").enable("table").parse(text)[0].type == "table_open"
        case Format.TABLE:
            assert text.strip()


@each_text
def test_every_listing_of_such_texts_reads_back(text: str) -> None:
    catalogue = "\n".join(toml(catalogue_of(TEXTS[text]))).encode()
    before = csv.field_size_limit(CSV_LIMIT)
    for command in breadth(LISTINGS, ["etoile summary", "etoile cast"]):
        for format_ in Format:
            done = run(f"{command} -c - -f {format_}", stdin=catalogue, code=int(command.startswith("etoile diff ")))
            # CSV has no escape but its quotes.
            assert format_ is Format.CSV or controls_in(done.stdout) <= {"\n", "\t"}, command
            if done.code == 0:  # `diff` has formats of its own
                assert done.stderr == ""
                read_back(done.stdout, format_)
    csv.field_size_limit(before)


@each_text
def test_every_export_of_such_texts_reads_back(text: str) -> None:
    catalogue = catalogue_of(TEXTS[text])
    made = {each: "\n".join(lines_of(Holding("A", "", catalogue), each)) for each in TEXT_FORMATS}
    for of_show in nfo(catalogue).values():
        assert ET.fromstring("\n".join(of_show).encode()) is not None
    for format_ in (ExportFormat.JSON, ExportFormat.JSONLD, ExportFormat.CSL):
        assert json.loads(made[format_])
    assert parse(made[ExportFormat.TOML].encode()) == catalogue
    assert elements(made[ExportFormat.HTML]).one("h1").text()
    assert MarkdownIt("commonmark").enable("table").parse(made[ExportFormat.MD])
    assert controls_in("".join(made.values())) <= {"\n"}
