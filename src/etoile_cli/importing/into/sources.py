"""The record in [[sources]] that an import rests on, in a catalogue that may have it already."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from etoile_cli.edit.adding import in_order
from etoile_cli.edit.operations import Add, Operation, Put
from etoile_cli.importing.intake.addresses import comparable
from etoile_cli.importing.intake.made_ids import MadeIds
from etoile_cli.importing.intake.values import ids_in_address

Record = Mapping[str, Any]
_SECTION = "sources"


class Kept(NamedTuple):
    """The id of a source in a catalogue, and the operations by which it is there as it was read this time.

    It `was_read_before` if it is there already, as it was on an earlier day.
    """

    id: str
    operations: Sequence[Operation]
    was_read_before: bool = False


def kept_source(there: Sequence[Record], source: Record) -> Kept:
    """Return under which id a catalogue has a source, or is to have it; of several, the one that was read last.

    It is there already if a record has its address or the address of the same show in the same database; if it has
    none, its publisher and its title.
    """
    same = [at for at, each in enumerate(there) if _is_same(each, source) and isinstance(each.get("id"), str)]
    if not same:
        return new_source(there, source)
    position = max(same, key=lambda at: str(there[at].get("accessed", "")))
    record = there[position]
    renewed = list(_renewed((_SECTION, position), record, source))
    return Kept(record["id"], renewed, any(each.key == "accessed" for each in renewed) and "accessed" in record)


def new_source(there: Sequence[Record], source: Record) -> Kept:
    """Return a source as a new record, with an id that no other has."""
    id_ = MadeIds("import", (str(each.get("id")) for each in there)).made(source["id"])
    return Kept(id_, [Add(_SECTION, in_order(_SECTION, {**source, "id": id_}))])


def _is_same(record: Record, source: Record) -> bool:
    one, other = record.get("url"), source.get("url")
    if not (one or other):
        return all(record.get(key) == source.get(key) for key in ("title", "publisher"))
    if not (isinstance(one, str) and isinstance(other, str)):
        return False
    ids = ids_in_address("show", one)
    return comparable(one) == comparable(other) or bool(ids and ids == ids_in_address("show", other))


def _renewed(path: tuple[str, int], record: Record, source: Record) -> Sequence[Put]:
    """Return what makes a record that of a source that was read again: the later day, and what its texts say."""
    found: list[Put] = []
    before, now = record.get("accessed"), source.get("accessed")
    if isinstance(now, date) and (before is None or (type(before) is date and before < now)):
        found.append(Put(path, "accessed", now))
    if (note := source.get("note")) and note not in str(record.get("note", "")):
        found.append(Put(path, "note", " ".join(filter(None, [record.get("note"), note]))))
    return found
