"""What somebody does in words: `as Vera Holm (guest, S01E03)`, `director, writer (S01E01–S01E03)`."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from etoile_cli.catalogue.enumerations import Billing
from etoile_cli.people.credit import Credit, Honour, Part, Role, Run
from etoile_cli.people.person import Person
from etoile_cli.text.folding import fold
from etoile_cli.text.values import enumerate_words, show


class Doing(NamedTuple):
    """A thing that somebody does, and what is told about it in brackets; both are safe to print.

    `is_character` says that it is a character, and not what somebody does.
    """

    what: str
    about: Sequence[str] = ()
    is_character: bool = False

    def __str__(self) -> str:
        """Both in a line."""
        return f"{self.what} ({', '.join(self.about)})" if self.about else self.what


def parts_of(mentions: Iterable[Credit]) -> list[Doing]:
    """Return the parts among credits by their characters: billing of who is not of the main cast, and episodes."""
    return [_part(part, credit.runs) for credit in mentions for part in credit.parts]


def roles_of(mentions: Iterable[Credit]) -> list[Doing]:
    """Return the roles among credits of a show, each once, with all its episodes.

    Who does something in the whole show does so in each of its episodes: what says so of some adds nothing.
    """
    found: dict[str, tuple[str, list[Sequence[Run]]]] = {}
    for credit in mentions:
        for role in credit.roles:
            text = show(str(role))
            found.setdefault(fold(text), (text, []))[1].append(credit.runs)
    return [Doing(text, () if () in several else _texts(_together(several))) for text, several in found.values()]


def awards_of(mentions: Iterable[Credit]) -> list[Doing]:
    """Return the awards among credits, with what became of each and the episodes that it is for."""
    return [
        Doing(
            show(str(each)), (" for ".join(filter(None, [each.result.value, enumerate_words(_texts(credit.runs))])),)
        )
        for credit in mentions
        for each in credit.awards
    ]


def _part(part: Part, runs: Iterable[Run]) -> Doing:
    character = show(part.character or "") or show(part.role or "")
    return Doing(character or "in the cast", (*_billing(part.billing), *_texts(runs)), is_character=bool(character))


def _billing(billing: Billing | None) -> Sequence[str]:
    return [billing.value] if billing and billing is not Billing.MAIN else []


def _texts(runs: Iterable[Run]) -> tuple[str, ...]:
    return tuple(run.text for run in runs)


def _together(several: Sequence[Sequence[Run]]) -> list[Run]:
    """Return the runs of several lists, in order, without those that are within another."""
    longest_first = sorted({run for runs in several for run in runs}, key=lambda run: run.last, reverse=True)
    kept: list[Run] = []
    for run in sorted(longest_first, key=lambda run: run.order):
        if not (kept and run.is_within(kept[-1])):
            kept.append(run)
    return kept


def by_show(person: Person) -> Mapping[str, Sequence[Credit]]:
    """Return the credits of a person by the names of the shows."""
    found: dict[str, list[Credit]] = {}
    for credit in person.credits:
        found.setdefault(credit.show, []).append(credit)
    return found


def episodes_with_show(person: Person) -> tuple[str, ...]:
    """Return the codes of the episodes of a person, each behind the name of its show."""
    did: Iterable[Part | Role | Honour] = (*person.parts, *person.roles, *person.awards)
    return tuple(dict.fromkeys(f"{each.show} {code}" for each in did for code in each.episodes))


def runs_by_show(person: Person) -> tuple[str, ...]:
    """Return the episodes of a person as people read them, those of a show together behind its name."""
    shows = by_show(person).items()
    runs = {title: dict.fromkeys(run.text for each in mentions for run in each.runs) for title, mentions in shows}
    return tuple(f"{show(title)} {', '.join(texts)}" for title, texts in runs.items() if texts)


def _read(of: Callable[[Iterable[Credit]], list[Doing]]) -> Callable[[Person], tuple[str, ...]]:
    return lambda person: tuple(str(each) for mentions in by_show(person).values() for each in of(mentions))


READ: Mapping[str, Callable[[Person], tuple[str, ...]]] = {
    "parts": _read(parts_of),
    "roles": _read(roles_of),
    "awards": _read(awards_of),
}
"""What people read in place of the values of these keys of a person."""


def _named(key: str) -> Callable[[Person], tuple[str, ...]]:
    return lambda person: tuple(dict.fromkeys(filter(None, map(str, getattr(person, key)))))


NAMED: Mapping[str, Callable[[Person], tuple[str, ...]]] = {key: _named(key) for key in READ}
"""What a line of text holds of these keys: characters, roles and awards by their names, each once.

A part of which no name is known has none there: a character may be called "cast", and people alone read `in the cast`.
"""
