"""The content of a page and of a fact sheet: the facts of a catalogue in words, in the order of reading.

Every text is safe to print: white space folded, controls shown. Nothing depends on today's date.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.schemes import scheme_name
from etoile_cli.export.chapters import Chapter, chapters_of
from etoile_cli.export.facts import Fact, fact_of, keys_behind, label
from etoile_cli.export.keys import keys_of
from etoile_cli.export.marks import NO_PAGES, Lookup, Mark, PagesOfPeople, lookup_in
from etoile_cli.export.persons import Persons, persons_in
from etoile_cli.export.pieces import Piece, marked, piece_of_id
from etoile_cli.listing.column import plain_columns
from etoile_cli.text.values import paragraphs, show, show_all
from etoile_cli.wording.show import headline

# The keys of the show that are no facts in a list: headings, texts that have sections of their own, the note.
_SHOWN_APART = frozenset({"title", "logline", "premise", "themes", "note"})

_COLUMNS = {column.name: column for column in plain_columns(Show)}


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
    note: tuple[str, ...]
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


def booklet(catalogue: Catalogue, persons: Persons | None = None, people: PagesOfPeople = NO_PAGES) -> Booklet:
    """Return a catalogue in words; the names of people who have pages link to them.

    `persons` are those in the catalogue, if they are known.
    """
    about = catalogue.show
    lookup = lookup_in(catalogue, people, persons or persons_in(catalogue))
    chapters = chapters_of(catalogue, lookup)
    sources = chapters.pop("sources")
    facts = tuple(_facts(about, lookup))
    return Booklet(
        title=show(about.title) or "(no title)",
        title_language=about.title_language,
        headline=" · ".join(headline(catalogue)),
        logline=show(about.logline or ""),
        facts=facts,
        marks=lookup.of_record(about, _marked(about, facts)),
        cited={key: lookup.of_values(about, [key]) for key in _SHOWN_APART},
        premise=tuple(paragraphs(about.premise or "")),
        themes=tuple(show_all(about.themes)),
        note=tuple(paragraphs(about.note or "")),
        chapters=tuple(each for each in chapters.values() if each.records),
        sources=sources,
    )


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


def _marked(about: Show, facts: Iterable[Fact]) -> Collection[str]:
    """Return the keys of the show whose values are shown, with marks of their own."""
    texts = {key: getattr(about, key) or () for key in _SHOWN_APART}
    apart = {key for key, text in texts.items() if show_all([text] if isinstance(text, str) else text)}
    return {*apart, Show.main, *(key for fact in facts for key in keys_behind(_COLUMNS[fact.key]))}
