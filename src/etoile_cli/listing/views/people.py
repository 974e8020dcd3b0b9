"""People for people: the name, and beside it or below what they do, show by show in a library."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby

from etoile_cli.listing.views.entries import BriefEntry, entries
from etoile_cli.people.credit import Credit
from etoile_cli.people.person import Person
from etoile_cli.people.wording import awards_of, by_show, parts_of, roles_of
from etoile_cli.text.folding import fold
from etoile_cli.text.styles import ACCENT, PLAIN, QUIET, STRONG, Line
from etoile_cli.text.values import separator, show, show_all

# In a library, what somebody does in a show stands this far to the right of its title, where it has no room behind it.
_HANGING = 2


def people_list(people: Sequence[Person], words: Sequence[str], width: int, *, in_library: bool) -> Iterator[Line]:
    """Yield the lines of people; what is known of somebody besides is told where it has words that were looked for."""
    wanted = [folded for word in words if (folded := fold(word))]
    names = (show(person.name) for person in people)
    return entries((_entry(person, wanted, in_library=in_library) for person in people), names, width)


def _entry(person: Person, words: Collection[str], *, in_library: bool) -> BriefEntry:
    name, known = [(show(person.name), STRONG)], _known(person, words)
    shows = by_show(person).items()
    if not in_library:
        [(_, mentions)] = shows
        return BriefEntry(name, list(_doings(mentions)), [], list(known))
    lines = [[[(show(title), ACCENT)], *_doings(mentions)] for title, mentions in shows]
    return BriefEntry(name, lines[0], [], [*lines[1:], *known], _HANGING)


def _doings(mentions: Sequence[Credit]) -> Iterator[Line]:
    """Yield the parts, the roles and the awards in a show; roles in the same episodes stand together."""
    for part in parts_of(mentions):
        yield [*([("as ", QUIET)] if part.is_character else []), (part.what, PLAIN), *_about(part.about)]
    for about, roles in groupby(roles_of(mentions), key=lambda role: role.about):
        texts = [role.what for role in roles]
        yield [(separator(texts).join(texts), PLAIN), *_about(about)]
    for award in awards_of(mentions):
        yield [(award.what, PLAIN), *_about(award.about)]


def _about(texts: Sequence[str]) -> Line:
    return [(f" ({', '.join(texts)})", QUIET)] if texts else []


def _known(person: Person, words: Collection[str]) -> Iterator[Sequence[Line]]:
    """Yield other names, professions and known work, each only if it has one of the words."""
    known: Mapping[str, Sequence[str]] = {
        "also": person.aliases,
        "": person.professions,
        "known for": person.known_for,
    }
    for label, held in known.items():
        texts = show_all(held)
        if any(word in fold(text) for word in words for text in texts):
            yield [[(f"{label} {separator(texts).join(texts)}".strip(), QUIET)]]
