"""A person: all that the credits of one or several shows say of somebody."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Annotated

from msgspec import Meta

from etoile_cli.catalogue.record import Derived, Record
from etoile_cli.catalogue.schemes import scheme_key, valid_ids
from etoile_cli.catalogue.vocabulary import ONE, Aliases, KnownFor, PersonIds, PersonName, SortName, Texts
from etoile_cli.people.credit import Credit, Episodes, Honour, Part, Role
from etoile_cli.people.joining import same_people
from etoile_cli.text.folding import fold
from etoile_cli.text.values import show


class Person(Record, frozen=True, dict=True):
    """Somebody, once, with all that they do.

    `credits` are what this is joined from, in their order. They are no key: JSON would tell everything twice.
    """

    derived = {"episodes": Derived("episodes", ("episodes",), tuple, "runs", type=Episodes)}  # noqa: RUF012
    codes = {"episodes": "episodes"}  # noqa: RUF012
    searched = {"parts": "said_of_parts", "roles": "said_of_roles", "awards": "said_of_awards", "shows": ""}  # noqa: RUF012

    name: PersonName
    sort_name: SortName = None
    aliases: Aliases = ()
    professions: Annotated[Texts, Meta(description="Their own professions.", extra={ONE: "profession"})] = ()
    known_for: KnownFor = ()
    ids: PersonIds = {}  # noqa: RUF012
    parts: Annotated[tuple[Part, ...], Meta(description="Their parts.", extra={ONE: "part"})] = ()
    roles: Annotated[tuple[Role, ...], Meta(description="What else they do.", extra={ONE: "role"})] = ()
    awards: Annotated[tuple[Honour, ...], Meta(description="The awards that name them.", extra={ONE: "award"})] = ()
    shows: Annotated[Texts, Meta(description="The shows that they are credited in.", extra={ONE: "show"})] = ()

    @property
    def credits(self) -> Sequence[Credit]:
        """The credits that it is joined from."""
        joined_from: Sequence[Credit] = self.__dict__.get("credits", ())
        return joined_from

    @property
    def number_of_shows(self) -> int:
        """In how many shows they are credited."""
        return len(self.shows)

    @property
    def episodes(self) -> tuple[str, ...]:
        """The codes of all episodes that name them, of whatever show."""
        did: Iterable[Part | Role | Honour] = (*self.parts, *self.roles, *self.awards)
        return tuple(dict.fromkeys(code for each in did for code in each.episodes))

    @property
    def runs(self) -> tuple[str, ...]:
        """The same episodes as people read them."""
        return tuple(dict.fromkeys(run.text for credit in self.credits for run in credit.runs))

    @property
    def said_of_parts(self) -> tuple[str, ...]:
        """The texts in which words are looked for under `parts`; likewise those of the other two."""
        return _texts(text for part in self.parts for text in (part.character, part.role, part.billing))

    @property
    def said_of_roles(self) -> tuple[str, ...]:
        """Those under `roles`."""
        return _texts(map(str, self.roles))

    @property
    def said_of_awards(self) -> tuple[str, ...]:
        """Those under `awards`."""
        return _texts(text for award in self.awards for text in _of_award(award))


def joined(mentions: Sequence[Credit]) -> list[Person]:
    """Return everybody whom credits of any number of shows name, each once, in the order of their first mention."""
    return list(map(person_of, same_people(mentions)))


def person_of(mentions: Sequence[Credit]) -> Person:
    """Return the person of one or more credits.

    The name is the form that most credits have, the first of these; all others are aliases.
    """
    forms = Counter(credit.name for credit in mentions)
    name = name_of(forms)
    sort_names = [(credit.name != name, credit.sort_name) for credit in mentions if credit.sort_name]
    others = filter(show, (*forms, *(alias for credit in mentions for alias in credit.aliases)))
    person = Person(
        name=name,
        sort_name=min(sort_names, key=lambda each: each[0])[1] if sort_names else None,
        aliases=tuple(each for each in dict.fromkeys(others) if each != name),
        professions=_each_once(credit.profession for credit in mentions),
        known_for=_each_once(work for credit in mentions for work in credit.known_for),
        ids=_ids(mentions),
        parts=tuple(each for credit in mentions for each in credit.parts),
        roles=tuple(each for credit in mentions for each in credit.roles),
        awards=tuple(each for credit in mentions for each in credit.awards),
        shows=tuple(dict.fromkeys(credit.show for credit in mentions)),
    )
    person.__dict__["credits"] = tuple(mentions)
    return person


def name_of(forms: Mapping[str, int]) -> str:
    """Return the name of somebody by how many credits have each form of it, the form that is mentioned first first.

    It is the form that most credits have, the first of these; one that says nothing only if all do.
    """
    told = {form: number for form, number in forms.items() if show(form)} or dict.fromkeys(forms, 1)
    return max(told, key=lambda form: told[form])


def _each_once(texts: Iterable[str | None]) -> tuple[str, ...]:
    """Return texts in the form that comes first, without those that differ from it only in case, accents or signs."""
    forms: dict[str, str] = {}
    for text in texts:
        if text:
            forms.setdefault(fold(text), text)
    return tuple(forms.values())


def _ids(mentions: Sequence[Credit]) -> dict[str, str]:
    """Return the first id in each scheme; what has not the form of an id only if there is no other."""
    having = [credit.ids for credit in mentions if credit.ids]
    if len(having) < 2:
        return dict(*having)
    found: dict[str, tuple[str, str]] = {}
    choices: Sequence[Callable[[Mapping[str, str]], Mapping[str, str]]] = (partial(valid_ids, "person"), dict)
    for choose in choices:
        for ids in having:
            for key, id_ in choose(ids).items():
                found.setdefault(scheme_key(key).lower(), (key, id_))
    return dict(found.values())


def _of_award(award: Honour) -> Iterable[str | None]:
    return award.award, award.category, award.result, str(award)


def _texts(texts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(text for text in texts if text)
