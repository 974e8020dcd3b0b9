"""Write the schema and the reference, which are made from the model: `python scripts/reference.py`."""

import re
from collections.abc import Iterator
from pathlib import Path

from etoile_cli.catalogue.declarations import Declared, declarations
from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.schema import schema
from etoile_cli.check.expectation import expected
from etoile_cli.check.reports.reference import reference_lines
from etoile_cli.text.json_ import json_text

CHECKOUT = Path(__file__).resolve().parents[1]
_FORMAT = CHECKOUT / "docs" / "format.md"
_EXAMPLE = CHECKOUT / "docs" / "example.toml"

# What stands above this line in docs/format.md is written by hand.
_MARK = "<!-- What follows is written by scripts/reference.py from the model and from example.toml. -->\n"


def references() -> dict[str, str]:
    """Return the text of each file by its path in the checkout."""
    return {
        "data/etoile.schema.json": f"{json_text(schema())}\n",
        "docs/format.md": _text(format_lines()),
        "docs/problems.md": _text(reference_lines()),
    }


def format_lines() -> Iterator[str]:
    """Yield the reference of the catalogue's format in Markdown: first by hand, then every table with its keys."""
    by_hand, mark, _ = _FORMAT.read_text(encoding="utf-8").partition(_MARK)
    yield by_hand + mark
    yield "A key in bold must be there. Below the keys of a section stand records in which each of them has a value.\n"
    examples = examples_by_section(_EXAMPLE.read_text(encoding="utf-8"))
    yield from _table("[show]", Show, declarations(Catalogue)["show"].description, examples["show"])
    for section, record_type in RECORD_TYPES.items():
        yield from _table(
            f"[[{section}]]", record_type, declarations(Catalogue)[section].description, examples.get(section, "")
        )


def examples_by_section(text: str) -> dict[str, str]:
    """Return the tables of a catalogue as they are written, with their headers, by the keys of their sections."""
    _, *parts = re.split(r"^(?=\[+(\w+)\]+$)", text, flags=re.MULTILINE)
    tables: dict[str, str] = {}
    for section, table in zip(parts[::2], parts[1::2], strict=True):
        tables[section] = f"{tables[section]}\n\n{table.strip()}" if section in tables else table.strip()
    return tables


def _table(header: str, record_type: type[Record], use: str, example: str) -> Iterator[str]:
    yield from (f"## `{header}`", "", use, "")
    yield from ("| key | value | meaning |", "| --- | --- | --- |")
    for name, declared in declarations(record_type).items():
        key = f"**`{name}`**" if declared.required else f"`{name}`"
        yield f"| {key} | {_value(declared)} | {declared.description} |"
    yield from ("", "```toml", example, "```", "") if example else ("",)


def _value(declared: Declared) -> str:
    """Return what a key takes in full: of an array what it holds, of a table its keys and its values."""
    if declared.item is None:
        return expected(declared)
    each = _value(declared.item)
    if declared.name and declared.name.examples:
        return f"{expected(declared)}; each key is {expected(declared.name)}, each value {each}"
    return f"{expected(declared)}; each {'value ' if declared.name else ''}is {each}"


def _text(lines: Iterator[str]) -> str:
    return "\n".join(lines).rstrip("\n") + "\n"


def main() -> None:
    """Write the files."""
    for path, text in references().items():
        (CHECKOUT / path).write_text(text, encoding="utf-8")
        print(path)


if __name__ == "__main__":
    main()
