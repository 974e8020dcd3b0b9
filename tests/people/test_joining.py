"""Which credits are one person's."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.people.credit import Credit
from etoile_cli.people.joining import same_people, sharing
from etoile_cli.text.folding import fold
from tests.strategies import examples
from tests.work import lines_executed

Ids = Mapping[str, str]


def credit(name: str, ids: Ids | None = None, *aliases: str, show: str = "x") -> Credit:
    return Credit(name, show, "cast", aliases=aliases, ids=ids or {})


def imdb(number: int) -> Ids:
    return {"imdb": f"nm000000{number}"}


def tmdb(number: int) -> Ids:
    return {"tmdb": str(number)}


def people(*mentions: Credit) -> list[str]:
    """Return who is one person: the positions of the credits, `02 1`."""
    places = {id(each): str(at) for at, each in enumerate(mentions)}
    return ["".join(places[id(each)] for each in group) for group in same_people(mentions)]


@pytest.mark.parametrize(
    ("mentions", "joined"),
    [
        ([credit("Ana Ruiz"), credit("Mei Tanaka"), credit("ANA  RUÍZ")], ["02", "1"]),
        ([credit("Ana Ruiz"), credit("A. Ruiz", None, "Ana Ruiz")], ["01"]),
        ([credit("Ana", None, "A. R."), credit("Ruiz", None, "a. r.")], ["01"]),
        ([credit("Ana Ruiz", imdb(1)), credit("Anna Lopez", imdb(1))], ["01"]),
        ([credit("Ana Ruiz", imdb(1)), credit("Anna Lopez", {"IMDb": "nm0000001"})], ["01"]),
        ([credit("Ana Ruiz", imdb(1)), credit("Ana Ruiz", imdb(2))], ["0", "1"]),
        ([credit("Ana Ruiz", imdb(1)), credit("Ana Ruiz", tmdb(1))], ["01"]),
        # The same number in another scheme is another id, and what has not the form of an id is none.
        ([credit("Ana", tmdb(1)), credit("Mei", {"tvdb": "1"})], ["0", "1"]),
        ([credit("Ana", {"imdb": "nm1"}), credit("Mei", {"imdb": "nm1"})], ["0", "1"]),
        ([credit("Ana", {"imdb": "nm1"}), credit("Ana", imdb(1))], ["01"]),
        # One id is enough, even where others differ: `check` tells that contradiction.
        ([credit("Ana", {**imdb(1), **tmdb(5)}), credit("Ana", {**imdb(2), **tmdb(5)})], ["01"]),
        ([credit(" "), credit("—"), credit(" ")], ["0", "1", "2"]),
    ],
)
def test_ids_join_and_names_do_where_ids_do_not_differ(mentions: Sequence[Credit], joined: list[str]) -> None:
    assert people(*mentions) == joined


def test_who_has_the_name_of_two_people_is_neither_and_one_with_others_of_whom_no_more_is_known() -> None:
    named = credit("Ana Ruiz")
    assert people(credit("Ana Ruiz", imdb(1)), named, credit("Ana Ruiz", imdb(2)), credit("ana ruiz")) == [
        "0",
        "13",
        "2",
    ]


def test_nobody_is_joined_by_way_of_others_with_two_whose_ids_differ() -> None:
    by_name_then_id = (credit("Ana", imdb(1)), credit("Ana", tmdb(5)), credit("Mei", {**tmdb(5), **imdb(2)}))
    assert people(*by_name_then_id) == ["0", "12"]
    by_aliases = (credit("Ana", imdb(1)), credit("Lu", None, "Ana", "Mei"), credit("Mei", imdb(2)), credit("Lu"))
    assert people(*by_aliases) == ["0", "13", "2"]


def test_the_name_somebody_goes_by_counts_before_what_somebody_else_is_also_called() -> None:
    mentions = (credit("Ana", imdb(1)), credit("Mei", imdb(2), "Ana"), credit("Ana"))
    assert people(*mentions) == ["02", "1"]


def test_one_who_differs_elsewhere_does_not_part_those_who_share_another_name() -> None:
    first, second = credit("Ana", imdb(1), "Lu"), credit("Mei", imdb(2), "Lu")
    assert people(first, credit("Ana"), second, credit("Mei"), credit("Lu")) == ["01", "23", "4"]


def test_people_come_in_the_order_of_their_first_mention() -> None:
    assert people(credit("B"), credit("A"), credit("C"), credit("A"), credit("B")) == ["04", "13", "2"]


# A plain definition, with sets and all pairs.


def _ids(mention: Credit) -> set[tuple[str, str]]:
    return {(scheme.lower(), id_) for scheme, id_ in mention.ids.items()}


def _names(mention: Credit, *, aliases: bool) -> set[str]:
    return {fold(mention.name), *(map(fold, mention.aliases) if aliases else ())} - {""}


def _closed(groups: Iterable[frozenset[int]]) -> list[frozenset[int]]:
    """Return the unions of groups that overlap, however indirectly."""
    found: list[frozenset[int]] = []
    for group in groups:
        meeting = [each for each in found if each & group]
        found = [each for each in found if not each & group] + [group.union(*meeting)]
    return found


class Plain:
    """Who is one person, as the docstring of `joining` says it."""

    def __init__(self, mentions: Sequence[Credit]) -> None:
        self.mentions = mentions
        self.people = _closed(frozenset([at]) for at in range(len(mentions)))
        every_id = {id_ for each in mentions for id_ in _ids(each)}
        self.join(self.having(lambda each, id_: id_ in _ids(each), id_) for id_ in every_id)
        for aliases in (False, True):
            self.by_names(aliases=aliases)
        self.unidentified()

    def having(self, has: object, what: object) -> frozenset[int]:
        return frozenset(at for at, each in enumerate(self.mentions) if has(each, what))  # type: ignore[operator]

    def join(self, groups: Iterable[frozenset[int]]) -> None:
        self.people = _closed([*self.people, *(group for group in groups if group)])

    def namesakes(self, *, aliases: bool) -> list[frozenset[int]]:
        """Return for each name all credits of those who have it."""
        every_name = {name for each in self.mentions for name in _names(each, aliases=True)}
        named = [self.having(lambda each, name: name in _names(each, aliases=aliases), name) for name in every_name]
        return [frozenset().union(*(each for each in self.people if each & group)) for group in named]

    def differ(self, group: frozenset[int]) -> bool:
        """Return whether two people in a group have different ids in one scheme."""
        ids = [{id_ for at in each for id_ in _ids(self.mentions[at])} for each in self.people if each & group]
        return any(one[0] == other[0] for some, others in combinations(ids, 2) for one in some for other in others)

    def by_names(self, *, aliases: bool) -> None:
        joining = [group for group in self.namesakes(aliases=aliases) if not self.differ(group)]
        self.join([chain for chain in _closed(joining) if not self.differ(chain)])

    def unidentified(self) -> None:
        known = {at for each in self.people for at in each if any(_ids(self.mentions[other]) for other in each)}
        self.join([group - known for group in self.namesakes(aliases=True)])


NAMES = st.sampled_from(["Ana", "ana", "Bo", "Cy", "Dó", "do", " "])
MENTIONS = st.lists(
    st.builds(
        Credit,
        NAMES,
        st.just("x"),
        st.just("cast"),
        aliases=st.lists(NAMES, max_size=2).map(tuple),
        ids=st.dictionaries(st.sampled_from(["imdb", "tmdb"]), st.integers(1, 3), max_size=2).map(
            lambda ids: {key: f"nm000000{id_}" if key == "imdb" else str(id_) for key, id_ in ids.items()}
        ),
    ),
    max_size=9,
)


def partition(mentions: Sequence[Credit], order: Sequence[int]) -> set[frozenset[int]]:
    places = {id(each): at for at, each in enumerate(mentions)}
    groups = same_people([mentions[at] for at in order])
    return {frozenset(places[id(each)] for each in group) for group in groups}


def own(mentions: Sequence[Credit]) -> list[Credit]:
    """Return credits of which none is the same object as another."""
    return [Credit(each.name, each.show, each.section, aliases=each.aliases, ids=each.ids) for each in mentions]


@examples(2_000)
@given(MENTIONS, st.randoms())
def test_who_is_one_person_is_what_the_plain_definition_says_whatever_the_order(
    mentions: list[Credit], random: Random
) -> None:
    given_ = own(mentions)
    order = list(range(len(given_)))
    random.shuffle(order)
    assert partition(given_, order) == set(Plain(given_).people)


@examples(1_000)
@given(MENTIONS)
def test_two_ids_in_one_scheme_are_joined_only_by_other_ids(mentions: list[Credit]) -> None:
    for group in same_people(mentions):
        linked = _closed(frozenset(_ids(each)) for each in group if _ids(each))  # type: ignore[arg-type]
        schemes = [scheme for ids in linked for scheme in {scheme for scheme, _ in ids}]  # type: ignore[misc]
        assert len(schemes) == len(set(schemes))


@examples(1_000)
@given(MENTIONS)
def test_those_who_share_nothing_are_not_needed_to_tell_who_has_several_credits(mentions: list[Credit]) -> None:
    given_ = own(mentions)

    def several(of: Sequence[Credit]) -> list[list[int]]:
        return [list(map(id, group)) for group in same_people(of) if len(group) > 1]

    assert several(sharing(lambda: given_)) == several(given_)


def test_a_credit_that_shares_nothing_is_left_out() -> None:
    ana, mei, lu = credit("Ana", None, "Bo"), credit("Mei", imdb(1)), credit("Lu", tmdb(1))
    assert sharing(lambda: iter([ana, mei, lu])) == []
    assert sharing(lambda: iter([ana, mei, credit("bo"), lu, credit("X", imdb(1))])) == [
        ana,
        mei,
        credit("bo"),
        credit("X", imdb(1)),
    ]


def _many(number: int) -> list[Credit]:
    """Return two people with very many ids and names, and as many others, each of whom differs from one of them."""
    ids = [{f"{letter}{at}": "v" for at in range(number)} for letter in "ab"]
    aliases = [f"alias {at}" for at in range(number)]
    large = [credit(name, each, *aliases) for name, each in zip("PQ", ids, strict=True)]
    return [*large, *(credit(f"R{at}", {f"a{at}": "w"}, f"alias {at}") for at in range(number))]


def _chain(number: int) -> list[Credit]:
    """Return people of whom each has a name of the next, with ids that differ at the ends."""
    between = [credit(f"N{at}", None, f"N{at + 1}") for at in range(number)]
    return [credit("N0", imdb(1)), *between, credit(f"N{number}", imdb(2))]


@pytest.mark.parametrize("mentions", [_many, _chain])
def test_twice_the_credits_take_twice_the_work(mentions: object) -> None:
    less, more = (lines_executed(lambda each=each: same_people(mentions(each))) for each in (300, 600))  # type: ignore[operator,misc]
    assert more / less < 2.2


def test_who_has_ids_in_more_schemes_than_anybody_can_is_joined_by_ids_alone() -> None:
    many = {f"s{at}": "v" for at in range(65)}
    assert people(credit("Ana", many), credit("Ana"), credit("Mei", {"s3": "v"})) == ["02", "1"]
    few = {f"s{at}": "v" for at in range(64)}
    assert people(credit("Ana", few), credit("Ana")) == ["01"]
