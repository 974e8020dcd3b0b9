"""What a page and a fact sheet say of a show: the catalogue's facts in words, in the order in which people read them.

Every text is safe to print: white space folded, controls shown. Nothing depends on the day.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from msgspec import Struct

from etoile_cli.catalogue.model import Catalogue, in_short
from etoile_cli.catalogue.records import Record, Show
from etoile_cli.catalogue.schemes import page_of, scheme_name
from etoile_cli.export.layout import LAYOUTS, SHOW, SHOWN_OTHERWISE, SINGULAR, Layout, group_of
from etoile_cli.export.parts import Part, address_parts, parts_of
from etoile_cli.listing.columns import columns_of, heading
from etoile_cli.listing.summary.facts import headline
from etoile_cli.text.values import exact, paragraphs, show, show_all


class Fact(Struct, frozen=True):
    """A key, what people call it, and the pieces of its value."""

    key: str
    label: str
    parts: tuple[Part, ...]


class Mark(Struct, frozen=True):
    """A reference to a source: its number from 1 on, and what it is called; number 0 if there is no such source."""

    number: int
    text: str


class Known(Struct, frozen=True):
    """What ids refer to: the names of the companies, the marks of the sources."""

    companies: Mapping[str, str]
    marks: Mapping[str, Mark]

    def marks_of(self, record: Record) -> tuple[Mark, ...]:
        """Return the marks of the sources that state a record, by number; those of sources that are not there last."""
        ids: Sequence[str] = getattr(record, "sources", ())
        marks = (self.marks.get(each) or Mark(0, show(each)) for each in dict.fromkeys(ids))
        return tuple(sorted(marks, key=lambda mark: (not mark.number, mark.number)))


class Entry(Struct, frozen=True):
    """A record in words: a fact for each column, of which any may be empty, and the other facts there are."""

    number: int
    id: str
    sort_name: str
    cells: tuple[Fact, ...]
    details: tuple[Fact, ...]
    marks: tuple[Mark, ...]


class Section(Struct, frozen=True):
    """The records of a section under a heading.

    `main` is the column that says what each of them is, `group` the key that a page groups them by, or nothing.
    """

    key: str
    heading: str
    columns: tuple[str, ...]
    main: str
    group: str
    records: Sequence[Record]
    known: Known

    def labels(self) -> dict[str, str]:
        """Return what people call each of the columns."""
        return {column: label(column) for column in self.columns}

    def entries(self, wanted: Callable[[int], bool] = bool) -> Iterator[Entry]:
        """Yield the records in words, one after the other, whose numbers are wanted; all of them unasked."""
        return self._entries(each for each in enumerate(self.records, start=1) if wanted(each[0]))

    def groups(self) -> Iterator[tuple[str, Iterator[Entry]]]:
        """Yield the records in groups with their headings, in the order of those; one without if all are alike."""
        numbered = list(enumerate(self.records, start=1))
        if not self.group or not any(getattr(record, self.group) is not None for _, record in numbered):
            yield "", self._entries(numbered)
            return
        placed = [(group_of(self.group, getattr(record, self.group)), number, record) for number, record in numbered]
        placed.sort(key=itemgetter(0))
        for (_, name), each in groupby(placed, key=itemgetter(0)):
            yield name, self._entries((number, record) for _, number, record in each)

    def _entries(self, numbered: Iterable[tuple[int, Record]]) -> Iterator[Entry]:
        apart = {*LAYOUTS[self.key].columns, *SHOWN_OTHERWISE}
        details = [name for name in columns_of(self.key) if name not in apart]
        for number, record in numbered:
            yield Entry(
                number,
                show(getattr(record, "id", "")),
                show(getattr(record, "sort_name", None) or ""),
                tuple(self._fact(record, name) for name in self.columns),
                tuple(fact for name in details if (fact := self._fact(record, name)).parts),
                self.known.marks_of(record),
            )

    def _fact(self, record: Record, key: str) -> Fact:
        value = columns_of(self.key)[key].value(record)
        if key == "url":
            return Fact(key, label(key), address_parts(record, exact(value)))
        parts = parts_of(key, value, self.known.companies)
        return Fact(key, _label_of(key, parts), parts)


class Booklet(Struct, frozen=True):
    """A show in words; `sections` are those that hold records, `sources` is the one that the marks refer to."""

    title: str
    headline: str
    logline: str
    facts: tuple[Fact, ...]
    marks: tuple[Mark, ...]
    premise: tuple[str, ...]
    themes: tuple[str, ...]
    note: str
    sections: tuple[Section, ...]
    sources: Section

    def contents(self) -> list[tuple[str, str]]:
        """Return the key and the heading of every part that there is something to say in: the cast comes first."""
        every = [(section.key, section.heading, section.records) for section in (*self.sections, self.sources)]
        parts = [
            *(part for part in every if part[0] == "cast"),
            ("premise", "Premise", self.premise),
            ("themes", "Themes", self.themes),
            ("show", "The show", self.facts or self.marks or self.note),
            *(part for part in every if part[0] != "cast"),
        ]
        return [(key, name) for key, name, told in parts if told]


def booklet(catalogue: Catalogue) -> Booklet:
    """Return what there is to say of a show."""
    about = catalogue.show
    numbered = {source.id: (number, source) for number, source in reversed([*enumerate(catalogue.sources, start=1)])}
    marks = {id_: Mark(number, show(in_short(heading(source)))) for id_, (number, source) in numbered.items()}
    known = Known(catalogue.company_names(), marks)
    *sections, sources = (_section(key, layout, getattr(catalogue, key), known) for key, layout in LAYOUTS.items())
    return Booklet(
        title=show(about.title) or "(no title)",
        headline=" · ".join(headline(catalogue)),
        logline=show(about.logline or ""),
        facts=tuple(_facts(about)),
        marks=known.marks_of(about),
        premise=tuple(paragraphs(about.premise or "")),
        themes=tuple(show_all(about.themes)),
        note=show(about.note or ""),
        sections=tuple(section for section in sections if section.records),
        sources=sources,
    )


def label(key: str) -> str:
    """Return what people call a key."""
    return "Address" if key == "url" else key.replace("_", " ").capitalize()


def _label_of(key: str, parts: Sequence[Part]) -> str:
    return label(SINGULAR.get(key, key) if len(parts) == 1 else key)


def _section(key: str, layout: Layout, records: Sequence[Record], known: Known) -> Section:
    values = columns_of(key)
    used = tuple(
        name
        for name in layout.columns
        if name == layout.main or any(parts_of(name, values[name].value(record), {}) for record in records)
    )
    return Section(key, layout.heading, used, layout.main, layout.group, records, known)


def _facts(about: Show) -> Iterator[Fact]:
    for key in SHOW:
        value = getattr(about, key)
        if isinstance(value, dict):
            yield from (_id(scheme, id_) for scheme, id_ in value.items() if show(id_))
            continue
        parts = parts_of(key, value, {})
        if key == "status":
            parts += parts_of("status_date", about.status_date, {})
        if parts:
            yield Fact(key, _label_of(key, parts), parts)


def _id(scheme: str, id_: str) -> Fact:
    return Fact("ids", f"{show(scheme_name(scheme))} id", (Part(show(id_), page_of(scheme, id_) or ""),))
