"""Which credits are those of the same person, in any number of shows.

Who has the same id in the same scheme is one person. After that names count, whatever their case and accents: first
those that people go by, then their aliases, too. All who share a name are one person, unless two of them have
different ids in one scheme. Then nobody can say which of the two a third one is, and the name joins none of them. Nor
do names join anybody by way of others with two who differ so. Those without any id who are left are one person if they
share a name: somebody of whom no more is known.

Nothing depends on the order of the credits, and the work grows with their number and that of their names.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from etoile_cli.catalogue.schemes import valid_ids
from etoile_cli.people.credit import Credit
from etoile_cli.text.folding import fold

# Nobody has ids in so many schemes. Who seems to is joined by ids alone: otherwise each of very many names would be
# compared with each of very many ids.
_MOST_SCHEMES = 64

Schemes = Mapping[int, Collection[str]]
"""The schemes in which somebody has an id."""
Bearers = Collection[Sequence[int]]
"""For each name that several credits have, which ones."""


def same_people(mentions: Sequence[Credit]) -> list[list[Credit]]:
    """Return the credits of each person; people and credits keep the order in which they are first mentioned."""
    people = _Sets(len(mentions))
    schemes = _join_by_ids(people, mentions)
    called = [fold(credit.name) for credit in mentions]
    known_as = ({name, *map(fold, credit.aliases)} for name, credit in zip(called, mentions, strict=True))
    by_name, by_any_name = _bearers((name,) for name in called), _bearers(known_as)
    for bearers in (by_name, by_any_name):
        _join_by_names(people, bearers, schemes)
    _join_unidentified(people, by_any_name, schemes)
    groups: dict[int, list[Credit]] = {}
    for at, credit in enumerate(mentions):
        groups.setdefault(people.first(at), []).append(credit)
    return list(groups.values())


def sharing(mentions: Callable[[], Iterable[Credit]]) -> list[Credit]:
    """Return the credits that share a name or an id with another: all others are of people who have just one.

    The credits are made twice and not kept, for where there are many and few of them share anything.
    """
    once: set[int] = set()
    again: set[int] = set()
    for credit in mentions():
        for sign in signs(credit):
            (again if sign in once else once).add(sign)
    return [credit for credit in mentions() if not again.isdisjoint(signs(credit))] if again else []


def signs(credit: Credit) -> set[int]:
    """Return what may join a credit with others, as numbers, which take less memory than texts.

    They are the same only within a process. There are none if the name is blank, and neither aliases nor ids say more.
    """
    names = {fold(name) for name in (credit.name, *credit.aliases)} - {""}
    ids = valid_ids("person", credit.ids) if credit.ids else {}
    return {hash(each) for each in (*names, *((scheme.lower(), id_) for scheme, id_ in ids.items()))}


class _Sets:
    """Numbers from 0 on in sets, at first each in one of its own; the first, the least number, stands for its set."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._before = list(range(size))

    def first(self, at: int) -> int:
        before = self._before
        while before[at] != at:
            before[at] = at = before[before[at]]
        return at

    def firsts(self, of: Iterable[int]) -> list[int]:
        return list(dict.fromkeys(map(self.first, of)))

    def join(self, all_of: Iterable[int]) -> None:
        firsts = self.firsts(all_of)
        if len(firsts) > 1:
            least = min(firsts)
            for each in firsts:
                self._before[each] = least


def _join_by_ids(people: _Sets, mentions: Sequence[Credit]) -> Schemes:
    """Join the credits with the same id, and return the schemes of those that have ids."""
    having: dict[tuple[str, str], int] = {}
    schemes = {}
    for at, credit in enumerate(mentions):
        if ids := valid_ids("person", credit.ids) if credit.ids else {}:
            schemes[at] = {scheme.lower() for scheme in ids}
            people.join([at, *(having.setdefault((scheme.lower(), id_), at) for scheme, id_ in ids.items())])
    return schemes


def _bearers(names: Iterable[Iterable[str]]) -> Bearers:
    """Return which credits share each name that says something."""
    bearers: dict[str, list[int]] = {}
    for at, each in enumerate(names):
        for name in each:
            bearers.setdefault(name, []).append(at)
    bearers.pop("", None)
    return [each for each in bearers.values() if len(each) > 1]


def _join_by_names(people: _Sets, bearers: Bearers, schemes: Schemes) -> None:
    """Join those who share a name, as long as nobody is joined with two whose ids differ."""
    known = _of_people(people, schemes)
    namesakes = [firsts for firsts in map(people.firsts, bearers) if len(firsts) > 1 and _may_be_one(firsts, known)]
    chains = _Sets(people.size)
    for firsts in namesakes:
        chains.join(firsts)
    chained: dict[int, list[int]] = {}
    for each in {each for firsts in namesakes for each in firsts}:
        chained.setdefault(chains.first(each), []).append(each)
    for firsts in chained.values():
        if _may_be_one(firsts, known):
            people.join(firsts)


def _join_unidentified(people: _Sets, bearers: Bearers, schemes: Schemes) -> None:
    """Join those who share a name and of whom no id is known."""
    known = _of_people(people, schemes)
    for each in bearers:
        people.join([first for first in people.firsts(each) if first not in known])


def _of_people(people: _Sets, schemes: Schemes) -> Schemes:
    """Return the schemes of each person who has an id in any."""
    known: dict[int, set[str]] = {}
    for at, each in schemes.items():
        known.setdefault(people.first(at), set()).update(each)
    return known


def _may_be_one(firsts: Iterable[int], known: Schemes) -> bool:
    """Return whether no two people have different ids in one scheme; that of both is never the same any more."""
    seen: set[str] = set()
    for first in firsts:
        schemes = known.get(first, ())
        if len(seen) + len(schemes) > _MOST_SCHEMES or not seen.isdisjoint(schemes):
            return False
        seen.update(schemes)
    return True
