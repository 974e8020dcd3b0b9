"""A section on a page and in a fact sheet: its records in words, in groups where the section has them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace

from etoile_cli.catalogue.citations import cited_values
from etoile_cli.catalogue.declarations import Declared
from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.section import Page
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.export.facts import Fact, fact_of, keys_behind, label
from etoile_cli.export.groups import Group, parted
from etoile_cli.export.keys import keys_of
from etoile_cli.export.marks import Lookup, Mark
from etoile_cli.export.pieces import Piece, pieces_of
from etoile_cli.listing.column import Column
from etoile_cli.listing.columns import columns_of
from etoile_cli.text.values import in_short, is_absent, show

# A note is a sentence, which needs no label.
_NOTE = "note"

# What leads from one record of a person to the others.
_ALSO = "also"
_TEXT = Declared(str)

# What a key that holds the name of a person is declared as.
_NAME = "name"

# Kinds of values that need no label.
_UNLABELLED = frozenset({"address", "copy"})


class ChapterEntry(Struct, frozen=True):
    """A record in words: a fact for each column, which may be empty, and its other facts as details.

    `anchor` is the id of its place on a page, if something leads there.
    """

    number: int
    anchor: str
    id: str
    sort_name: str
    language: str
    cells: tuple[Fact, ...]
    details: tuple[Fact, ...]
    marks: tuple[Mark, ...]


class Chapter(Struct, frozen=True):
    """A section on the page: its records under a heading.

    `columns` are those that some record has a value for, `main` is the one that names each record. `heads` is the
    chapter of the records that are headings of groups of these, if there are any; a group may have nothing but that.
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

    def introduction(self, fact: Fact) -> str:
        """Return what stands before a value where a record is a line of values: a label, `in` before a language."""
        if fact.key == keys_of(RECORD_TYPES[self.key]).language:
            return "in "
        is_column = fact.key in self.page.columns
        is_plain = fact.key not in self.page.labelled if is_column else fact.kind in _UNLABELLED or fact.key == _NOTE
        return "" if is_plain else f"{fact.label.lower()} "

    def labels(self) -> dict[str, str]:
        """Return the labels of the columns, by their names."""
        return {name: label(name, columns_of(self.key)[name].declared) for name in self.columns}

    def entries(self, wanted: Callable[[int], bool] = bool) -> Iterator[ChapterEntry]:
        """Yield the records in words, or only those whose numbers are `wanted`."""
        return self._entries(each for each in enumerate(self.records, start=1) if wanted(each[0]))

    def details_of(self, entry: ChapterEntry) -> Sequence[Fact]:
        """Return what stands below a record in a group: its details and, if it has marks, the value of its group."""
        group = self.group
        beside = [fact for fact in entry.cells if fact.key == group and fact.is_marked] if group else ()
        return (*beside, *entry.details) if beside else entry.details

    def groups(self) -> Iterator[Group[ChapterEntry, Mark]]:
        """Yield each group of records; a single one without heading if no record has a value."""
        numbered = list(enumerate(self.records, start=1))
        groups = self.page.groups
        if not groups or not any(getattr(record, groups.key) is not None for _, record in numbered):
            yield Group("", self._entries(numbered))
            return
        heads = self.heads.records if self.heads else ()
        placed = [
            *((groups.group_of(getattr(head, head.main)), 0, head) for head in heads),
            *((groups.group_of(getattr(record, groups.key)), number, record) for number, record in numbered),
        ]
        placed.sort(key=itemgetter(0))  # a head stays before its records
        for (*_, name), each in groupby(placed, key=itemgetter(0)):
            members = [(number, record) for _, number, record in each]
            if self.heads and not members[0][0]:
                yield self.heads.head(members[0][1], self._entries(members[1:]), has_entries=len(members) > 1)
            else:
                yield Group(name, self._entries(members))

    def head(self, record: Record, entries: Iterator[ChapterEntry], *, has_entries: bool) -> Group[ChapterEntry, Mark]:
        """Return the group that a record heads."""
        entry = next(self._entries([(0, record)]))
        told = [fact for fact in (*entry.cells, *entry.details) if fact.pieces]
        facts = tuple(fact for fact in told if fact.is_marked or fact.key not in {self.main, *record.in_heading})
        return Group(show(in_short(record.heading)), entries, facts, entry.marks, has_entries)

    def _entries(self, numbered: Iterable[tuple[int, Record]]) -> Iterator[ChapterEntry]:
        keys = keys_of(RECORD_TYPES[self.key])
        known = columns_of(self.key)
        columns = [known[name] for name in self.columns]
        details = [
            (known[name], known[name].declared.is_address) for name in keys.details if name not in self.page.columns
        ]
        for number, record in numbered:
            cells, others = [self._fact(record, each) for each in columns], list(self._details(record, details))
            marks = self.lookup.of_record(record, self._marked(record, [*cells, *others]))
            if self.lookup.people or self.lookup.persons.names:
                cells, others = ([self._with_pages(number, fact) for fact in facts] for facts in (cells, others))
            yield ChapterEntry(
                number,
                self._anchor(number, cells),
                show(getattr(record, keys.id)) if keys.id else "",
                show(getattr(record, keys.sort_name) or "") if keys.sort_name else "",
                (getattr(record, keys.language) if keys.language else "") or "",
                tuple(cells),
                (*others, *self._also(number)),
                marks,
            )

    def _marked(self, record: Record, facts: Iterable[Fact]) -> Collection[str]:
        """Return the keys whose values have marks of their own: all that is shown but the name."""
        shown = [fact for fact in facts if fact.pieces and fact.key != self.main] if cited_values(record) else []
        return {key for fact in shown for key in keys_behind(columns_of(self.key)[fact.key])}

    def _details(self, record: Record, columns: Iterable[tuple[Column, bool]]) -> Iterator[Fact]:
        """Yield the facts that have something to show; for a missing address, that may be what it would lead to."""
        for column, is_address in columns:
            if is_address or not is_absent(column.value(record)):
                fact = self._fact(record, column)
                if fact.pieces:
                    yield fact

    def _anchor(self, number: int, cells: Iterable[Fact]) -> str:
        """Return the id of the place of a record: of somebody with several records, or a page that leads here."""
        is_led_to = self.lookup.people and any(
            piece.link for fact in cells if fact.key == self.main for piece in fact.pieces
        )
        is_one_of_several = (self.key, number) in self.lookup.persons.anchors
        return self.lookup.persons.anchor_of(self.key, number) if is_led_to or is_one_of_several else ""

    def _also(self, number: int) -> Iterator[Fact]:
        """Yield what else the person of a record does, as links to where that is told."""
        if also := self.lookup.persons.also.get((self.key, number)):
            yield Fact(_ALSO, label(_ALSO, _TEXT), tuple(Piece(each.text, each.address) for each in also))

    def _with_pages(self, number: int, fact: Fact) -> Fact:
        """Return a fact in which the names of people link to their pages, or to their records on this one."""
        if columns_of(self.key)[fact.key].declared.held.person != _NAME:
            return fact
        pages = [self.lookup.page_of_person(self.key, number, piece.text) for piece in fact.pieces]
        if fact.key != self.main:
            found = zip(pages, fact.pieces, strict=True)
            pages = [page or self.lookup.persons.address(piece.text) for page, piece in found]
        pieces = (replace(piece, link=page) if page else piece for piece, page in zip(fact.pieces, pages, strict=True))
        return replace(fact, pieces=tuple(pieces)) if any(pages) else fact

    def _fact(self, record: Record, column: Column) -> Fact:
        return fact_of(record, column, self.lookup, spelt=self.page.spells_addresses)


def chapters_of(catalogue: Catalogue, lookup: Lookup) -> dict[str, Chapter]:
    """Return the chapter of each section, in the order of reading; the records that head groups are in these."""
    in_order = sorted(SECTIONS, key=lambda key: SECTIONS[key].page.place)
    chapters = {key: _chapter(key, lookup.persons.told(key, getattr(catalogue, key)), lookup) for key in in_order}
    for key, chapter in list(chapters.items()):
        if chapter.records and (groups := chapter.page.groups) and groups.records:
            heads, rest = parted(chapters[groups.records].records)
            chapters[groups.records] = _chapter(groups.records, rest, lookup)
            chapters[key] = replace(chapter, heads=_chapter(groups.records, heads, lookup))
    return chapters


def _chapter(key: str, records: Sequence[Record], lookup: Lookup) -> Chapter:
    page, main, values = SECTIONS[key].page, RECORD_TYPES[key].main, columns_of(key)
    used = tuple(
        name
        for name in page.columns
        if name == main or any(_is_there(values[name], record, lookup) for record in records)
    )
    return Chapter(key, used, main, records, lookup, page)


def _is_there(column: Column, record: Record, lookup: Lookup) -> bool:
    return bool(pieces_of(column.declared, column.value(record), lookup.references))
