"""Whether TOML data has the keys and types of a catalogue: every deviation from what the model declares.

msgspec stops at the first error. Where it refuses a record, this walks the declarations and lets msgspec judge each
value by itself, so that the rules stand in the model alone. What is right is handed on, for the rules to look at.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import FORMAT, SECTIONS, Catalogue
from etoile_cli.catalogue.reader import TOML_TYPES
from etoile_cli.catalogue.records import Record, Show
from etoile_cli.check.contents import Entry
from etoile_cli.check.expectation import found
from etoile_cli.check.problem import Code, Finding, Severity, Target
from etoile_cli.check.quoting import quote
from etoile_cli.check.structure.arrays import table_for_array
from etoile_cli.check.structure.keys import MISSING_KEY, key_findings, with_meant
from etoile_cli.check.structure.raw_records import has_other_show, keys_of_a_lost_show, records
from etoile_cli.check.structure.show_ids import with_keys_among_ids
from etoile_cli.check.structure.values import WRONG_TYPE, right_values
from etoile_cli.check.writing import Hint

NEWER_FORMAT = Code(
    "newer-format",
    Severity.ERROR,
    means="The file says that it is written in a format that is newer than this etoile knows.",
    why=(
        "What a newer format says can't be guessed. Of the rest, only what is not TOML is told; a newer etoile "
        "reads it."
    ),
    wrong="""\
format = 2

[show]
title = "Étoile"
""",
    right="""\
format = 1

[show]
title = "Étoile"
""",
)


def examine(data: Mapping[str, Any], entries: list[Entry]) -> Iterator[Finding]:
    """Yield every problem of the keys and types of data, none if it is a catalogue; its records become `entries`.

    `None` in the data stands for a value that could not be read: that its key is there counts.
    """
    newer = data.get("format")
    if isinstance(newer, int) and newer > FORMAT:
        message = f'"format" must be {FORMAT} for this etoile, found {found(newer)}'
        yield Finding(NEWER_FORMAT, ("format",), message, Hint("a newer etoile reads it"))
        return
    yield from _top_findings(data)
    if keys_of_a_lost_show(data):
        entries.append(Entry(("show",), Show, dict.fromkeys(declarations(Show)), is_whole=False))
    for path, each, record_type in records(data):
        record = with_keys_among_ids(each, data) if record_type is Show and isinstance(each, dict) else each
        if not isinstance(record, dict):
            yield Finding(WRONG_TYPE, path, f"must be a table, found {found(record)}")
        elif None not in record.values() and _is_valid(record, record_type):
            entries.append(Entry(path, record_type, record))
        else:
            yield from key_findings(path, record, record_type)
            values = right_values(with_meant(record, record_type), record_type)
            entries.append(Entry(path, record_type, values, is_whole=False))


def _top_findings(data: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield what is wrong beside the records: the keys at the top, and sections that hold no records."""
    for section in SECTIONS:
        if isinstance(data.get(section), dict):
            yield table_for_array(section, data[section])
    of_show = keys_of_a_lost_show(data)
    top = {name: None if _is_table(name, data) else data[name] for name in data if name not in of_show}
    missing = MISSING_KEY, ("show",)
    yield from (each for each in key_findings((), top, Catalogue) if (each.code, each.path) != missing)
    if of_show or ("show" not in data and not has_other_show(data)):
        hint = Hint(f"write [show] before {quote(of_show[0])}" if of_show else "begin with [show]")
        yield Finding(MISSING_KEY, ("show",), '"show" is missing', hint, Target.RECORD)


def _is_table(name: str, data: Mapping[str, Any]) -> bool:
    return isinstance(data[name], dict if name == "show" else dict | list) and name in ("show", *SECTIONS)


def _is_valid(record: Mapping[str, Any], record_type: type[Record]) -> bool:
    try:
        msgspec.convert(record, record_type, builtin_types=TOML_TYPES)
    except (msgspec.ValidationError, ValueError):  # ValueError: a number too long for Python to write out
        return False
    return True
