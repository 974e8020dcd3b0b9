"""Marks: the numbers by which a page and a fact sheet refer to the sources of a record, or of one of its values."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct

from etoile_cli.catalogue.citations import cited_values, every_source, sources_of
from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.references import References
from etoile_cli.export.persons import NOBODY, Persons
from etoile_cli.text.values import in_short, show

# So many numbers in a row are shown as a run: 3–5.
_RUN = 3


class Mark(Struct, frozen=True):
    """A reference to a source: its number, from 1 on, and its name; the number is 0 if there is no such source."""

    number: int
    text: str


PagesOfPeople = Mapping[tuple[str, int, str], str]
"""The addresses of the pages of people, by the section, the number of the record there and the name as it is shown.

The number is 0 where a name in any record of the section is that of the same person.
"""

NO_PAGES: PagesOfPeople = {}


class Lookup(Struct, frozen=True):
    """Finds what a record refers to: records with an id, marks of sources, pages of people, where they are on this."""

    references: References
    marks: Mapping[str, Mark]
    people: PagesOfPeople = NO_PAGES
    persons: Persons = NOBODY

    def page_of_person(self, section: str, number: int, name: str) -> str:
        """Return the address of the page of a person whom a record names; empty if they have none."""
        return self.people.get((section, number, name)) or self.people.get((section, 0, name), "")

    def of_record(self, record: Record, shown: Collection[str] = ()) -> tuple[Mark, ...]:
        """Return the marks behind the name of a record.

        They are those of the sources that state it as a whole, save those that stand behind one of its `shown` values
        already (behind a remark doesn't count, for it may be about something else); and those of the sources that
        state a value which is not shown.
        """
        cited = cited_values(record)
        if not cited:
            return self._marks(sources_of(record))
        known = declarations(type(record))
        behind = {id_ for key, ids in cited.items() if key in shown and not known[key].is_remark for id_ in ids}
        others = (id_ for key, ids in cited.items() if key not in shown for id_ in ids)
        return self._marks([*(id_ for id_ in sources_of(record) if id_ not in behind), *others])

    def of_values(self, record: Record, keys: Iterable[str]) -> tuple[Mark, ...]:
        """Return the marks of the sources that state just the values of these keys."""
        cited = cited_values(record)
        return self._marks(id_ for key in keys for id_ in cited.get(key, ())) if cited else ()

    def every(self, records: Iterable[Record]) -> tuple[Mark, ...]:
        """Return the marks of all sources that any of the records names."""
        return self._marks(id_ for record in records for id_ in every_source(record))

    def _marks(self, ids: Iterable[str]) -> tuple[Mark, ...]:
        marks = [self.marks.get(each) or Mark(0, show(each)) for each in dict.fromkeys(ids)]
        return together(marks) if len(marks) > 1 else tuple(marks)


def lookup_in(catalogue: Catalogue, people: PagesOfPeople = NO_PAGES, persons: Persons = NOBODY) -> Lookup:
    """Return what finds the records and the sources of a catalogue; of sources with the same id the first counts."""
    numbered = {source.id: (number, source) for number, source in reversed([*enumerate(catalogue.sources, start=1)])}
    marks = {id_: Mark(number, show(in_short(source.heading))) for id_, (number, source) in numbered.items()}
    return Lookup(References(catalogue), marks, people, persons)


def together(*several: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return marks, each once, by number; those of missing sources come last."""
    marks = dict.fromkeys(chain(*several))
    return tuple(sorted(marks, key=lambda mark: (not mark.number, mark.number)))


def runs(marks: Sequence[Mark]) -> Iterator[tuple[Mark, ...]]:
    """Yield marks one by one, and the first and the last of those whose numbers are in a row of three or more."""
    at = 0
    while at < len(marks):
        end = at + 1
        while end < len(marks) and marks[at].number and marks[end].number == marks[end - 1].number + 1:
            end += 1
        if end - at >= _RUN:
            yield marks[at], marks[end - 1]
        else:
            yield from ((mark,) for mark in marks[at:end])
        at = end
