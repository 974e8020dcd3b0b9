"""The page of a person in several shows: what is known of them, and what they do in each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote

from msgspec import Struct

from etoile_cli.catalogue.references import References
from etoile_cli.export.facts import Fact, fact_of
from etoile_cli.export.marks import Lookup
from etoile_cli.export.site.entries import Entry
from etoile_cli.export.site.people import Somebody
from etoile_cli.export.site.places import ALL_SHOWS, INDEX, INDEX_OF_PEOPLE, ROOT
from etoile_cli.export.templates import page
from etoile_cli.export.title import title_in_words
from etoile_cli.listing.column import plain_columns
from etoile_cli.people.credit import Credit
from etoile_cli.people.person import Person
from etoile_cli.people.wording import awards_of, by_show, parts_of, roles_of
from etoile_cli.text.values import in_short, show

# What leads back to the index of people.
_PEOPLE = "People"
# What is known of a person besides the name and what they do.
_FACTS = ("aliases", "professions", "known_for", "ids")
# People refer to no records.
_NOTHING = Lookup(References(None), {})


class Work(Struct, frozen=True):
    """A part, a role or an award, and what is told of it.

    Of a part that is what the character does, the billing if it is not of the main cast, and the episodes.
    """

    what: str
    about: tuple[str, ...]


class InShow(Struct, frozen=True):
    """What somebody does in a show, and the address of the place on its page that says so."""

    entry: Entry
    address: str
    works: tuple[Work, ...]


def page_of_person(somebody: Somebody, person: Person, shows: Iterable[InShow], *, has_index: bool) -> Iterator[str]:
    """Yield the page of somebody, with what they do in shows. People may have an index of their own."""
    heading = title_in_words(somebody.name)
    return page(
        "person",
        ["site"],
        heading.width,
        title=somebody.name,
        title_in_words=heading,
        description=somebody.about,
        about=_facts(person),
        shows=list(shows),
        root=ROOT,
        up=[ALL_SHOWS, (_PEOPLE, INDEX_OF_PEOPLE if has_index else f"{INDEX}#people")],
    )


def _facts(person: Person) -> Sequence[Fact]:
    columns = {column.name: column for column in plain_columns(Person)}
    facts = (fact_of(person, columns[key], _NOTHING) for key in _FACTS)
    return [fact for fact in facts if fact.pieces]


def shows_of(person: Person, entries: Mapping[str, Entry], places: Mapping[str, str]) -> Iterator[InShow]:
    """Yield what somebody does in each show, by the entries and the ids of the places of the shows' names."""
    for name, mentions in by_show(person).items():
        address = f"{entries[name].address}#{quote(places[name])}"
        yield InShow(entries[name], address, tuple(dict.fromkeys(_works(mentions))))


def _works(mentions: Sequence[Credit]) -> Iterator[Work]:
    for credit in mentions:
        for part, doing in zip(credit.parts, parts_of([credit]), strict=True):
            role = show(part.role or "")
            yield _work(doing.what, [*([role] if role != doing.what else []), *doing.about])
    for doing in (*roles_of(mentions), *awards_of(mentions)):
        yield _work(doing.what, doing.about)


def _work(what: str, about: Iterable[str]) -> Work:
    return Work(in_short(what), tuple(map(in_short, filter(None, about))))
