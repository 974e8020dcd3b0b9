"""Comparing two catalogues: what changed, record by record and key by key."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.references import References
from etoile_cli.catalogue.sections import SHOW
from etoile_cli.compare.change import Change, ChangeKind, kind_of
from etoile_cli.compare.names import Names
from etoile_cli.compare.pairing import pairing
from etoile_cli.text.values import is_absent


def changes(old: Catalogue | None, new: Catalogue | None) -> list[Change]:
    """Return what changed from one catalogue to another, in the order of the sections; `None` has no records.

    In each section first what changed and went, in the order of the old catalogue, then what came, in the order of the
    new one. The order of records, and that of the keys of a table, makes no difference; that of a list does.
    """
    found = list(_changes_of_show(old and old.show, new and new.show))
    among = References(old), References(new)
    for section in RECORD_TYPES:
        before = getattr(old, section) if old else ()
        after = getattr(new, section) if new else ()
        if before != after:
            found += _changes_of_section(section, before, after, among)
    return found


def _changes_of_show(old: Record | None, new: Record | None) -> Iterator[Change]:
    if old and new:
        yield from _changes_of_record(SHOW, "", old, new)
    elif record := old or new:
        kind = kind_of(is_in_old=old is not None, is_in_new=new is not None)
        yield Change(SHOW, record.heading, kind, old, new)


def _changes_of_section(
    section: str, old: Sequence[Record], new: Sequence[Record], among: tuple[References, References]
) -> Iterator[Change]:
    found = pairing(old, new)
    before, after = (Names(section, records, each) for records, each in zip((old, new), among, strict=True))
    partners = dict(found.pairs)
    gone = set(found.gone)
    for at, record in enumerate(old):
        if at in gone:
            yield Change(section, before.full(record), ChangeKind.REMOVED, record, None)
        elif record != (other := new[partners[at]]):
            name = before.short(record) if after.is_alone(other) else before.full(record)
            yield from _changes_of_record(section, name, record, other)
    for at in found.come:
        yield Change(section, after.full(new[at]), ChangeKind.ADDED, None, new[at])


def _changes_of_record(section: str, name: str, old: Record, new: Record) -> Iterator[Change]:
    """Yield the values that are different between two forms of a record."""
    for key in type(old).__struct_encode_fields__:
        before, after = getattr(old, key), getattr(new, key)
        if before == after:
            continue
        if isinstance(before, Mapping) and isinstance(after, Mapping):
            for item in dict.fromkeys([*before, *after]):
                if before.get(item) != after.get(item):
                    yield _change(section, name, old, new, key, item, before.get(item), after.get(item))
        else:
            yield _change(section, name, old, new, key, "", before, after)


def _change(section: str, name: str, old: Record, new: Record, key: str, item: str, before: Any, after: Any) -> Change:
    kind = kind_of(is_in_old=not is_absent(before), is_in_new=not is_absent(after))
    return Change(section, name, kind, old, new, key, item, before, after)
