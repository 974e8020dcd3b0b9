"""The content of a page and of a fact sheet: the facts of a catalogue in words, in the order of reading.

Every text is safe to print: white space folded, controls shown. Nothing depends on today's date.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace

from etoile_cli.catalogue.citations import cited_values
from etoile_cli.catalogue.declarations import Declared
from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue, in_short
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.schemes import scheme_name
from etoile_cli.catalogue.section import Page
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.export.facts import Fact, fact_of, keys_behind, label
from etoile_cli.export.groups import Group, parted
from etoile_cli.export.keys import keys_of
from etoile_cli.export.marks import Lookup, Mark, lookup_in
from etoile_cli.export.pieces import Piece, marked, piece_of_id, pieces_of
from etoile_cli.listing.columns import Column, columns_of, plain_columns
from etoile_cli.text.values import paragraphs, show, show_all
from etoile_cli.wording.show import headline

# A note is a sentence, which needs no label.
_NOTE = "note"

# Kinds of values that need no label.
_UNLABELLED = frozenset({"address", "copy"})

# The keys of the show that are no facts in a list: headings, texts that have sections of their own, the note.
_SHOWN_APART = frozenset({"title", "logline", "premise", "themes", "note"})

_COLUMNS = {column.name: column for column in plain_columns(Show)}


class ChapterEntry(Struct, frozen=True):
    """A record in words: a fact for each column, which may be empty, and its other facts as details."""

    number: int
    id: str
    sort_name: str
    language: str
    cells: tuple[Fact, ...]
    details: tuple[Fact, ...]
    marks: tuple[Mark, ...]


class Chapter(Struct, frozen=True):
    """A section on the page: its records under a heading.

    `columns` are those that some record has a value for, `main` is the one that names each record. `heads` is the
    chapter of the records that are headings of groups of these, if there are any.
    """

    key: str
    columns: tuple[str, ...]
    main: str
    records: Sequence[Record]
    lookup: Lookup
    page: Page
    heads: "Chapter | None" = None

    @property
    def heading(self) -> str:
        """The heading."""
        return self.page.heading

    @property
    def group(self) -> str:
        """The key that a page groups the records by, empty if it doesn't."""
        return self.page.groups.key if self.page.groups else ""

    def is_labelled(self, fact: Fact) -> bool:
        """Return whether a value has its label where a record is a line of values: some columns, and the details."""
        if fact.key in self.page.columns:
            return fact.key in self.page.labelled
        return fact.kind not in _UNLABELLED and fact.key != _NOTE

    def labels(self) -> dict[str, str]:
        """Return the labels of the columns, by their names."""
        return {name: label(name, columns_of(self.key)[name].declared) for name in self.columns}

    def entries(self, wanted: Callable[[int], bool] = bool) -> Iterator[ChapterEntry]:
        """Yield the records in words, or only those whose numbers are `wanted`."""
        return self._entries(each for each in enumerate(self.records, start=1) if wanted(each[0]))

    def groups(self) -> Iterator[Group[ChapterEntry, Mark]]:
        """Yield each group of records; a single one without heading if no record has a value."""
        numbered = list(enumerate(self.records, start=1))
        groups = self.page.groups
        if not groups or not any(getattr(record, groups.key) is not None for _, record in numbered):
            yield Group("", self._entries(numbered))
            return
        placed = [(groups.group_of(getattr(record, groups.key)), number, record) for number, record in numbered]
        placed.sort(key=itemgetter(0))
        heads = {getattr(head, self.heads.main): head for head in self.heads.records} if self.heads else {}
        for (*_, name), each in groupby(placed, key=itemgetter(0)):
            members = [(number, record) for _, number, record in each]
            head, entries = heads.get(getattr(members[0][1], groups.key)), self._entries(members)
            yield self.heads.head(head, entries) if self.heads and head else Group(name, entries)

    def head(self, record: Record, entries: Iterator[ChapterEntry]) -> Group[ChapterEntry, Mark]:
        """Return the group that a record heads."""
        entry = next(self._entries([(0, record)]))
        told = [fact for fact in (*entry.cells, *entry.details) if fact.pieces]
        facts = tuple(fact for fact in told if fact.is_marked or fact.key not in {self.main, *record.in_heading})
        return Group(show(in_short(record.heading)), entries, facts, entry.marks)

    def _entries(self, numbered: Iterable[tuple[int, Record]]) -> Iterator[ChapterEntry]:
        keys = keys_of(RECORD_TYPES[self.key])
        known = columns_of(self.key)
        columns = [known[name] for name in self.columns]
        details = [known[name] for name in keys.details if name not in self.page.columns]
        for number, record in numbered:
            cells, others = [self._fact(record, each) for each in columns], list(self._details(record, details))
            yield ChapterEntry(
                number,
                show(getattr(record, keys.id) if keys.id else ""),
                show((getattr(record, keys.sort_name) if keys.sort_name else "") or ""),
                (getattr(record, keys.language) if keys.language else "") or "",
                tuple(cells),
                tuple(others),
                self.lookup.of_record(record, self._marked(record, [*cells, *others])),
            )

    def _marked(self, record: Record, facts: Iterable[Fact]) -> Collection[str]:
        """Return the keys whose values have marks of their own: all that is shown but the name."""
        shown = [fact for fact in facts if fact.pieces and fact.key != self.main] if cited_values(record) else []
        return {key for fact in shown for key in keys_behind(columns_of(self.key)[fact.key])}

    def _details(self, record: Record, columns: Iterable[Column]) -> Iterator[Fact]:
        """Yield the facts that have something to show; for a missing address, that may be what it would lead to."""
        for column in columns:
            if column.value(record) is not None or column.declared.is_address:
                fact = self._fact(record, column)
                if fact.pieces:
                    yield fact

    def _fact(self, record: Record, column: Column) -> Fact:
        return fact_of(record, column, self.lookup, spelt=self.page.spells_addresses)


class Booklet(Struct, frozen=True):
    """A show in words. `chapters` are those that hold records, without `sources`, which the marks refer to.

    `marks` are those of the show as a whole, `cited` those of its texts that are no facts in a list, by their keys.
    """

    title: str
    title_language: str
    headline: str
    logline: str
    facts: tuple[Fact, ...]
    marks: tuple[Mark, ...]
    cited: Mapping[str, tuple[Mark, ...]]
    premise: tuple[str, ...]
    themes: tuple[str, ...]
    note: str
    chapters: tuple[Chapter, ...]
    sources: Chapter

    def contents(self) -> list[tuple[str, str]]:
        """Return the id and the heading of each block of the page that is not empty; the sources come last."""
        about_show = (
            ("premise", "Premise", self.premise),
            ("themes", "Themes", self.themes),
            ("show", "The show", self.facts or self.marks or self.note),
        )
        return [
            *((each.key, each.heading) for each in self.chapters if each.page.place < 1),
            *((id_, name) for id_, name, content in about_show if content),
            *((each.key, each.heading) for each in self.chapters if each.page.place >= 1),
            *((each.key, each.heading) for each in [self.sources] if each.records),
        ]


def booklet(catalogue: Catalogue) -> Booklet:
    """Return a catalogue in words."""
    about = catalogue.show
    lookup = lookup_in(catalogue)
    in_order = sorted(SECTIONS, key=lambda key: SECTIONS[key].page.place)
    chapters = {key: _chapter(key, getattr(catalogue, key), lookup) for key in in_order}
    for chapter in list(chapters.values()):
        _head_groups(chapter, chapters, lookup)
    sources = chapters.pop("sources")
    facts = tuple(_facts(about, lookup))
    return Booklet(
        title=show(about.title) or "(no title)",
        title_language=about.title_language,
        headline=" · ".join(headline(catalogue)),
        logline=show(about.logline or ""),
        facts=facts,
        marks=lookup.of_record(about, _marked(facts)),
        cited={key: lookup.of_values(about, [key]) for key in _SHOWN_APART},
        premise=tuple(paragraphs(about.premise or "")),
        themes=tuple(show_all(about.themes)),
        note=show(about.note or ""),
        chapters=tuple(each for each in chapters.values() if each.records),
        sources=sources,
    )


def _chapter(key: str, records: Sequence[Record], lookup: Lookup) -> Chapter:
    page, main, values = SECTIONS[key].page, RECORD_TYPES[key].main, columns_of(key)
    used = tuple(
        name
        for name in page.columns
        if name == main or any(_is_there(values[name], record, lookup) for record in records)
    )
    return Chapter(key, used, main, records, lookup, page)


def _head_groups(chapter: Chapter, chapters: dict[str, Chapter], lookup: Lookup) -> None:
    """Move the records that head groups of a chapter there, from the chapter that they are in."""
    if not (groups := chapter.page.groups) or not groups.records:
        return
    others, grouped = chapters[groups.records], {getattr(record, groups.key) for record in chapter.records}
    heads, rest = parted(others.records, grouped)
    chapters[others.key] = _chapter(others.key, rest, lookup)
    chapters[chapter.key] = replace(chapter, heads=_chapter(others.key, heads, lookup))


def _is_there(column: Column, record: Record, lookup: Lookup) -> bool:
    return bool(pieces_of(column.declared, column.value(record), lookup.references))


def _facts(about: Show, lookup: Lookup) -> Iterator[Fact]:
    for key in keys_of(Show).details:
        value, marks = getattr(about, key), lookup.of_values(about, [key])
        item = _COLUMNS[key].declared.item
        if key == Show.main:  # a heading: it is repeated only to be cited
            yield from (
                [Fact(key, label(key, _COLUMNS[key].declared), (Piece(show(value), marks=marks),))] if marks else []
            )
        elif item and item.is_other_id:
            yield from (_id(item, key, scheme, id_, marks) for scheme, id_ in value.items() if show(id_))
        elif key not in _SHOWN_APART and (fact := fact_of(about, _COLUMNS[key], lookup)).pieces:
            yield fact


def _id(declared: Declared, key: str, scheme: str, id_: str, marks: tuple[Mark, ...]) -> Fact:
    return Fact(key, f"{show(scheme_name(scheme))} id", marked((piece_of_id(declared, scheme, id_, id_),), marks))


def _marked(facts: Iterable[Fact]) -> Collection[str]:
    """Return the keys of the show whose values have marks of their own."""
    return {*_SHOWN_APART, *(key for fact in facts for key in keys_behind(_COLUMNS[fact.key]))}
