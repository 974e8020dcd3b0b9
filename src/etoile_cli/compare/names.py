"""What the records of a section are called where a change is told: `Freddie Fox (James Webb)`."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, cached_property

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import in_short
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.references import References
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.compare.likeness import hashable
from etoile_cli.text.values import is_absent, show
from etoile_cli.wording.values import readings


class Names:
    """The names of the records of a section in one of the two catalogues."""

    def __init__(self, section: str, records: Sequence[Record], references: References) -> None:
        self._section = section
        self._records = records
        self._references = references

    def short(self, record: Record) -> str:
        """Return the heading of a record; if others have the same one, with what distinguishes it in brackets."""
        return _heading(record) if self._headings[record.heading] <= 1 else self.full(record)

    def is_alone(self, record: Record) -> bool:
        """Return whether no other record has the heading of one."""
        return self._headings[record.heading] <= 1

    def full(self, record: Record) -> str:
        """Return the heading of a record, with what distinguishes it in brackets."""
        told = self._told(record, _details(self._section, type(record)))
        if self._called[record.heading, told] > 1 and (key := self._distinguishing[record.heading, told]):
            told = ", ".join(filter(None, (told, self._told(record, (key,)))))
        return f"{_heading(record)} ({told})" if told else _heading(record)

    @cached_property
    def _headings(self) -> Counter[str]:
        return Counter(record.heading for record in self._records)

    @cached_property
    def _called(self) -> Counter[tuple[str, str]]:
        return Counter({call: len(records) for call, records in self._groups.items()})

    @cached_property
    def _groups(self) -> dict[tuple[str, str], list[Record]]:
        groups: dict[tuple[str, str], list[Record]] = defaultdict(list)
        for record in self._records:
            groups[record.heading, self._told(record, _details(self._section, type(record)))].append(record)
        return groups

    @cached_property
    def _distinguishing(self) -> dict[tuple[str, str], str]:
        """The key that distinguishes most of the records that are called the same; empty if none does."""
        return {
            call: _most_distinct(self._section, records) for call, records in self._groups.items() if len(records) > 1
        }

    def _told(self, record: Record, keys: Iterable[str]) -> str:
        known = declarations(type(record))
        values = ((known[key], getattr(record, key)) for key in keys)
        texts = [text for declared, value in values for text in readings(declared, value, self._references)]
        return ", ".join(map(in_short, texts))


def _heading(record: Record) -> str:
    return show(in_short(record.heading))


@cache
def _details(section: str, record_type: type[Record]) -> Sequence[str]:
    """Return the keys that are told in brackets: the rest of the identity or, if there is none, the first column."""
    derived = [record_type.derived[name] for name in record_type.in_heading if name in record_type.derived]
    told = {record_type.main, *record_type.in_heading, *(key for each in derived for key in each.keys)}
    if record_type.identity:
        return [key for key in record_type.identity if key not in told]
    known = declarations(record_type)
    return [key for key in SECTIONS[section].columns if key in known and key not in told][:1]


def _most_distinct(section: str, records: Sequence[Record]) -> str:
    keys = dict.fromkeys([*SECTIONS[section].columns, *type(records[0]).__struct_encode_fields__])
    told = {*_details(section, type(records[0])), type(records[0]).main}
    possible = [key for key in keys if key not in told and key in type(records[0]).__struct_encode_fields__]
    numbers = {key: len({hashable(getattr(record, key)) for record in records}) for key in possible}
    best = max(numbers, key=numbers.__getitem__, default="")
    has_value = best and not all(is_absent(getattr(record, best)) for record in records)
    return best if has_value and numbers[best] > 1 else ""
