"""The text of a new catalogue that holds an import, laid out as a person keeps it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import FORMAT, RECORD_TYPES
from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.sections import SHOW
from etoile_cli.edit.operations import Data
from etoile_cli.edit.toml.habits import Habits
from etoile_cli.importing.into.headings import heading
from etoile_cli.text.escaping import escape_message
from etoile_cli.text.values import in_short

Record = Mapping[str, Any]

_LONGEST_LINE = 100
_HEAD = """\
#:schema ./etoile.schema.json

# {title}: what is known about the show, kept by hand.
# Imported from {source}, as of {day}.
#
# Every record names the sources that state it, in `sources`, by the ids of [[sources]] at the end; `cites` names those
# that state just one of its values. What isn't known is left out: no guesses, no empty strings.
# `etoile check FILE` tells what is wrong. `etoile schema > etoile.schema.json`, beside this file, lets an editor
# complete the keys as you type."""


def new_catalogue(data: Data, source: Record) -> Iterator[str]:
    """Yield the lines of a catalogue that holds data, which come from a source."""
    title = escape_message(in_short(data[SHOW]["title"]))
    known_as = escape_message(in_short(source.get("publisher") or source["title"]))
    yield from _HEAD.format(title=title, source=known_as, day=source["accessed"]).split("\n")
    yield from ("", f"format = {FORMAT}", "", f"[{SHOW}]")
    yield from _pairs(Show, data[SHOW])
    for section, record_type in RECORD_TYPES.items():
        records: Sequence[Record] = data.get(section, ())
        if records:
            yield from ("", f"# {heading(section)}")
        for number, record in enumerate(records):
            yield from ([f"[[{section}]]"] if number == 0 else ["", f"[[{section}]]"])
            yield from _pairs(record_type, record)


def _pairs(record_type: type[Struct], record: Record) -> Iterator[str]:
    """Yield the keys of a record in the order of the model; a table too long for one line as dotted keys."""
    for key in declarations(record_type):
        if key in record:
            pair = Habits().pair([key], record[key])
            if isinstance(record[key], Mapping) and len(pair) > _LONGEST_LINE:
                yield from (line.removesuffix("\n") for line in Habits().lines(key, record[key]))
            else:
                yield pair
