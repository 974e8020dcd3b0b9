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

<<<<<<< HEAD
_PREAMBLE = f"""\
A catalogue is a TOML file (1.0 or 1.1) in UTF-8, of at most 32 MB. [Étoile's](../data/etoile.toml) shows every
section at work; `etoile schema` prints this page for editors, and `etoile check` reports [what is wrong](problems.md)
with a file.

`format = {FORMAT}` comes first, then `[show]`, then as many records of each section as are known, every one under a
header of its own. A key in bold must be there; what is not known is left out, and no text is blank. Every record names
the `sources` that state it, by their ids, and may carry a `note`. Countries and regions are
[ISO 3166-1](https://www.iso.org/iso-3166-country-codes.html) codes of two letters, languages
[BCP 47](https://www.rfc-editor.org/info/bcp47) tags. No array holds anything twice.

A date is a TOML date, without quotes: `2025-04-24`. Where only the month or the year is known, it is a string of that:
`"2025-04"`, `"2025"`; only `checked` and `accessed`, days on which somebody looked, are always whole. A month or a
year sorts where it begins, before its first day. `check` takes it to be out of order, or in the future, only where
that is sure. What is known less surely, spring 2025 say, is a year and a `note`.

A show that is `announced` or `in-production` has not been shown yet. One that is `running` or on `hiatus` goes on: its
headline says `since 2017`. With `ended` it says `2017–2021`, or `2025` if the show began and ended in one year.

A country may be one that is no more, by ISO 3166-3: `SU`, `DD`, `YU` and the others whose code names no other country
today; `CSHH` is Czechoslovakia and `CSXX` Serbia and Montenegro, which were both `CS`. No region of an offer can be.
`XK`, Kosovo, is not in ISO 3166-1: it is one of the codes that the standard leaves to its users, and in general use.
"""

=======
>>>>>>> r-invented
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
            f"[[{section}]]", record_type, declarations(Catalogue)[section].description, examples[section]
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
    yield from ("", "```toml", example, "```", "")


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
