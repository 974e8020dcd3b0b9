"""Compares the data of a file with the model: finds all that differs, and collects the records for the rules.

msgspec stops at the first error. So where it rejects a record, it converts each value by itself: what is right is
declared in the model alone.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import FORMAT, RECORD_TYPES, Catalogue
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.toml_values import TOML_TYPES, from_toml
from etoile_cli.check.contents import Entry
from etoile_cli.check.expectation import found, mismatch
from etoile_cli.check.problem import Code, Finding, Severity, Target
from etoile_cli.check.structure.arrays import section_as_table
from etoile_cli.check.structure.keys import MISSING_KEY, key_findings, with_meant
from etoile_cli.check.structure.raw_records import has_other_show, is_of_show, records, show_keys_at_top
from etoile_cli.check.structure.record_tables import with_misplaced_keys
from etoile_cli.check.structure.values import WRONG_TYPE, read_values, right_values
from etoile_cli.check.toml.advice.hints import NO_HINT, Hint
from etoile_cli.check.toml.advice.quoting import quote

NEWER_FORMAT = Code(
    "newer-format",
    Severity.ERROR,
    means="The file says that it is written in a format that is newer than this etoile knows.",
    why=(
        "What a newer format says can't be guessed. Of the rest, only what is not TOML is reported; a newer etoile "
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

_BELOW_SHOW = Hint("write it below [show]")


def examine(data: Mapping[str, Any], entries: list[Entry]) -> Iterator[Finding]:
    """Yield what is wrong with the keys and the types of data, and add its records to `entries`.

    `None` in the data replaces a value that could not be read; its key is not missing.
    """
    newer = data.get("format")
    if isinstance(newer, int) and newer > FORMAT:
        message = f'"format" must be {FORMAT} for this etoile, found {found(newer)}'
        yield Finding(NEWER_FORMAT, ("format",), message, Hint("a newer etoile reads it"))
        return
    yield from _top_findings(data)
    if show_keys_at_top(data):
        entries.append(Entry(("show",), Show, dict.fromkeys(declarations(Show)), is_whole=False))
    for path, each, record_type in records(data):
        record = with_misplaced_keys(each, record_type, data) if isinstance(each, dict) else each
        if not isinstance(record, dict):
            # The whole array is looked at only once.
            is_first = path[1:] == (0,) and is_of_show(str(path[0]), data[str(path[0])])
            hint = _BELOW_SHOW if is_first else NO_HINT
            yield Finding(WRONG_TYPE, path, f"must be a table, found {found(record)}", hint)
        elif None not in record.values() and _is_valid(record, record_type):
            entries.append(Entry(path, record_type, read_values(record, record_type)))
        else:
            yield from key_findings(path, record, record_type)
            values = right_values(with_meant(record, record_type), record_type)
            entries.append(Entry(path, record_type, values, is_whole=False))


def _top_findings(data: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield what is wrong outside of the records: keys at the top, sections that are no arrays, a missing show."""
    for section in RECORD_TYPES:
        if isinstance(data.get(section), dict):
            yield section_as_table(section, data[section])
    of_show = show_keys_at_top(data)
    top = {name: None if _is_table(name, data) else data[name] for name in data if name not in of_show}
    for name in [name for name in top if is_of_show(name, top[name])]:
        message = f"{quote(name)} {mismatch(top.pop(name), declarations(Catalogue)[name])}"
        yield Finding(WRONG_TYPE, (name,), message, _BELOW_SHOW)
    missing = MISSING_KEY, ("show",)  # reported below, with what to do about it
    yield from (each for each in key_findings((), top, Catalogue) if (each.code, each.path) != missing)
    if of_show or ("show" not in data and not has_other_show(data)):
        hint = Hint(f"write [show] before {quote(of_show[0])}" if of_show else "begin with [show]")
        yield Finding(MISSING_KEY, ("show",), '"show" is missing', hint, Target.RECORD)


def _is_table(name: str, data: Mapping[str, Any]) -> bool:
    return isinstance(data[name], dict if name == "show" else dict | list) and name in ("show", *RECORD_TYPES)


def _is_valid(record: Mapping[str, Any], record_type: type[Record]) -> bool:
    try:
        msgspec.convert(record, record_type, dec_hook=from_toml, builtin_types=TOML_TYPES)
    except (msgspec.ValidationError, ValueError):  # ValueError: a number too long for Python to write out
        return False
    return True
