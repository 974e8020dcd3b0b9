"""Taking values out of a tree into records, and telling of those that are none."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from etoile_cli.catalogue.schemes import is_id, scheme_key, scheme_name
from etoile_cli.catalogue.vocabulary import IdKind
from etoile_cli.importing.intake.intake import Intake, Record
from etoile_cli.importing.intake.texts import is_to_come, one_line
from etoile_cli.importing.intake.values import date_of
from etoile_cli.importing.reading.tree import Node, take_number, take_text
from etoile_cli.text.placeholders import is_placeholder

_LONGEST = 60
# Python doesn't write numbers out of thousands of digits; no id is longer than these.
_LARGEST = 10**18


def quoted(text: str) -> str:
    """Return a text between quotes for a message, in one line and cut."""
    line = one_line(text)
    return f'"{line[:_LONGEST]}…"' if len(line) > _LONGEST else f'"{line}"'


def take_title(node: Node, key: str) -> str:
    """Take a text in one line; empty if there is none, or it is still to come."""
    line = one_line(take_text(node, key) or "")
    return "" if is_to_come(line) else line


def take_positive(node: Node, key: str) -> int | None:
    """Take a whole number of which 0 means that it isn't known."""
    number = take_number(node, key)
    return number or None


def take_day(intake: Intake, node: Node, key: str, what: str) -> date | str | None:
    """Take a date; a text that is none is told of as what it is the date of."""
    text = take_text(node, key)
    found = date_of(text)
    if text and found is None and not is_placeholder(text):
        intake.leave_out(f"{what} {quoted(text)}", "is no date")
    return found


def take_ids(intake: Intake, kind: IdKind, node: Node, schemes: Mapping[str, str], whose: str) -> dict[str, str]:
    """Take ids by the schemes of their keys; what has no form of an id is told of, 0 means that there is none."""
    found: dict[str, str] = {}
    for key, scheme in schemes.items():
        id_ = _take_id(node, key)
        if not id_:
            continue
        if is_id(kind, scheme, id_):
            found[scheme_key(scheme)] = id_
        elif not is_placeholder(id_):
            intake.leave_out(f"{scheme_name(scheme)} id {quoted(id_)} of {whose}", "is no such id")
    return found


def put_table(intake: Intake, record: Record, key: str, table: Mapping[str, str], what: str) -> None:
    """Give a record a table of texts; to a key that is there with another text, nothing is added, and it is told."""
    held = record.setdefault(key, {})
    for name, line in ((one_line(name), one_line(text)) for name, text in table.items()):
        if name and line and held.setdefault(name, line) != line:
            intake.leave_out(f"{what} {quoted(line)} of {name}", f"is {quoted(held[name])} as well")
    if not held:
        del record[key]


def _take_id(node: Node, key: str) -> str:
    value: Any = node.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    if isinstance(value, int) and abs(value) > _LARGEST:
        return ""
    del node[key]
    return one_line(str(value))
