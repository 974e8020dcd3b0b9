"""What the records of a section are called where a change is told: `Freddie Fox (James Webb)`."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from typing import Any

from etoile_cli.catalogue.declarations import Declared, declarations
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.references import References
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.compare.likeness import hashable
from etoile_cli.text.values import in_short, is_absent
from etoile_cli.wording.values import readings


class Names:
    """The names of the records of a section in one of the two catalogues, not escaped."""

    def __init__(self, section: str, records: Sequence[Record], references: References) -> None:
        self._section = section
        self._records = records
        self._references = references

    def short(self, record: Record) -> str:
        """Return the heading of a record; if others have the same one, with what distinguishes it in brackets."""
        return in_short(record.heading) if self.is_alone(record) else self.full(record)

    def is_alone(self, record: Record) -> bool:
        """Return whether no other record has the heading of one."""
        return self._headings[record.heading] <= 1

    def full(self, record: Record) -> str:
        """Return the heading of a record, with what distinguishes it in brackets."""
        told = self._details(record)
        if len(self._groups[record.heading, told]) > 1 and (key := self._distinguishing[record.heading, told]):
            told = ", ".join(filter(None, (told, self._told(record, (key,)))))
        name = in_short(record.heading)
        return f"{name} ({told})" if told else name

    @cached_property
    def _headings(self) -> Counter[str]:
        return Counter(record.heading for record in self._records)

    @cached_property
    def _groups(self) -> dict[tuple[str, str], list[Record]]:
        groups: dict[tuple[str, str], list[Record]] = defaultdict(list)
        for record in self._records:
            groups[record.heading, self._details(record)].append(record)
        return groups

    @cached_property
    def _distinguishing(self) -> dict[tuple[str, str], str]:
        """The key that distinguishes most of the records that are called the same; empty if none does."""
        return {
            call: _most_distinct(self._section, records) for call, records in self._groups.items() if len(records) > 1
        }

    def _details(self, record: Record) -> str:
        """Return the rest of the identity or, if there is none, the first column that has a value."""
        keys = _further_keys(self._section, type(record))
        if record.identity:
            return self._told(record, keys)
        return next(filter(None, (self._told(record, (key,)) for key in keys)), "")

    def _told(self, record: Record, keys: Iterable[str]) -> str:
        known = declarations(type(record))
        values = ((known[key], getattr(record, key)) for key in keys)
        return ", ".join(in_short(text) for declared, value in values for text in self._texts(declared, value))

    def _texts(self, declared: Declared, value: Any) -> Iterable[str]:
        """Return the texts that people read for a value; a text of the catalogue itself as it is."""
        if declared.is_exact and isinstance(value, str):
            return [value] if value.strip() else []
        return readings(declared, value, self._references)


@cache
def _further_keys(section: str, record_type: type[Record]) -> Sequence[str]:
    """Return the keys that are no part of the heading: those of the identity or, if there is none, the columns."""
    derived = [record_type.derived[name] for name in record_type.in_heading if name in record_type.derived]
    told = {record_type.main, *record_type.in_heading, *(key for each in derived for key in each.keys)}
    if record_type.identity:
        return [key for key in record_type.identity if key not in told]
    known = declarations(record_type)
    return [key for key in SECTIONS[section].columns if key in known and key not in told]


def _most_distinct(section: str, records: Sequence[Record]) -> str:
    keys = dict.fromkeys([*SECTIONS[section].columns, *type(records[0]).__struct_encode_fields__])
    possible = [
        key for key in keys if key != type(records[0]).main and key in type(records[0]).__struct_encode_fields__
    ]
    numbers = {key: len({hashable(getattr(record, key)) for record in records}) for key in possible}
    best = max(numbers, key=numbers.__getitem__, default="")
    has_value = best and not all(is_absent(getattr(record, best)) for record in records)
    return best if has_value and numbers[best] > 1 else ""
