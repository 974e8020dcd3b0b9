"""`people`, a site and a database say the same of who is one person, in libraries made to mislead them."""

from collections.abc import Iterable, Sequence
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from etoile_cli.catalogue.enumerations import AwardResult
from etoile_cli.catalogue.episodes import Episode
from etoile_cli.catalogue.holding import Holding
from etoile_cli.catalogue.model import Award, Catalogue
from etoile_cli.catalogue.records import CastMember, Contributor, Show
from etoile_cli.catalogue.schemes import valid_ids
from etoile_cli.export.persons import persons_in
from etoile_cli.export.site.people import People, doings_in, mentions_in
from etoile_cli.people.credit import Credit
from etoile_cli.people.credits import credits_of
from etoile_cli.people.person import joined
from etoile_cli.text.folding import fold
from tests.export.sqlite.databases import asked, database, library
from tests.strategies import examples

Group = frozenset[tuple[str, str, int, str]]
"""A person: show, section, number of the record (0 for lists of a section) and name of each mention."""

# Folded alike, namesakes, chains of aliases, blanks; ids that agree, differ, or are none.
NAMES = st.sampled_from(["Ana", "ána", "ANA", "Bo", "Cy", "Dó", " ", "\u200b", "—"])
LISTS = st.lists(NAMES, max_size=2).map(tuple)
IDS = st.dictionaries(st.sampled_from(["imdb", "IMDb", "tmdb", "wikidata"]), st.integers(0, 3), max_size=2).map(
    lambda ids: {key: f"nm000000{id_}" if key.lower() == "imdb" else str(id_) for key, id_ in ids.items()}
)
CATALOGUES: SearchStrategy[Catalogue] = st.builds(
    Catalogue,
    format=st.just(1),
    show=st.just(Show(title="x")),
    cast=st.lists(st.builds(CastMember, name=NAMES, aliases=LISTS, ids=IDS), max_size=3).map(tuple),
    crew=st.lists(st.builds(Contributor, name=NAMES, ids=IDS), max_size=2).map(tuple),
    episodes=st.lists(
        st.builds(
            Episode, season=st.just(1), number=st.integers(1, 2), title=st.just("e"), directors=LISTS, writers=LISTS
        ),
        max_size=2,
    ).map(tuple),
    awards=st.lists(
        st.builds(Award, award=st.just("a"), result=st.just(AwardResult.WON), recipients=LISTS), max_size=1
    ).map(tuple),
)
LIBRARIES = st.lists(CATALOGUES, min_size=1, max_size=4).map(
    lambda found: [Holding(f"Show {at}", f"{at}.toml", each) for at, each in enumerate(found)]
)

# Every mention in a database, at the place where `credits_of` has it.
MENTIONS = """
SELECT person, show, 'cast' AS section, record, name AS said FROM "cast"
UNION ALL SELECT person, show, 'crew', record, name FROM crew
UNION ALL SELECT person, show, 'awards', record, value FROM awards_recipients JOIN awards USING (record)
UNION ALL SELECT person, show, 'episodes', NULL, value FROM episodes_directors JOIN episodes USING (record)
UNION ALL SELECT person, show, 'episodes', NULL, value FROM episodes_writers JOIN episodes USING (record)"""
PLACED = f"""SELECT m.person, p.name, s.name, m.section, coalesce(r.position, 0), m.said FROM ({MENTIONS}
) AS m LEFT JOIN records AS r USING (record) JOIN shows AS s ON s.record = m.show LEFT JOIN people AS p USING (person)
ORDER BY m.person"""


def by_people(shows: Sequence[Holding]) -> list[tuple[str, Group]]:
    """Return everybody whom `people` lists, with the name and the mentions, but no blank name alone."""
    everybody = joined([credit for each in shows for credit in credits_of(each.name, each.catalogue)])
    return [(each.name, group_of(each.credits)) for each in everybody if any(map(is_somebody, each.credits))]


def by_database(shows: Sequence[Holding]) -> list[tuple[str, Group]]:
    """Return everybody in a database, likewise."""
    with database(shows) as opened:
        rows = asked(opened, PLACED)
        known = asked(opened, "SELECT person, name FROM people ORDER BY person")
    groups: dict[tuple[int, str], set[tuple[str, str, int, str]]] = {each: set() for each in known}
    for person, name, *mention in rows:
        if person is not None:
            groups[person, name].add(tuple(mention))
    return [(name, frozenset(group)) for (_, name), group in groups.items()]


def by_site(shows: Sequence[Holding]) -> list[Group]:
    """Return those who have a page in a site."""
    people = People([credit for each in shows for credit in mentions_in(each)])
    for each in shows:
        found = people.files.get(each.name, {})
        people.keep(each.name, doings_in(each, persons_in(each.catalogue), found))
    return [group_of(person.credits) for _, person, _ in people.told() if person]


def group_of(mentions: Iterable[Credit]) -> Group:
    return frozenset((each.show, each.section, each.number, each.name) for each in mentions)


def is_somebody(credit: Credit) -> bool:
    return any(map(fold, (credit.name, *credit.aliases))) or bool(valid_ids("person", credit.ids))


def has_page(group: Group) -> bool:
    """Return whether somebody is in several shows, and more than named by awards."""
    return len({show for show, *_ in group}) > 1 and {section for _, section, *_ in group} != {"awards"}


@examples(300)
@given(LIBRARIES, st.randoms())
def test_all_three_say_the_same_in_any_library_whatever_the_order_of_its_shows(
    shows: list[Holding], random: Random
) -> None:
    everybody = by_people(shows)
    assert by_database(shows) == everybody
    assert by_site(shows) == [group for _, group in everybody if has_page(group)]
    others = random.sample(shows, len(shows))
    assert {group for _, group in by_database(others)} == {group for _, group in everybody}


def test_all_three_say_the_same_of_real_shows() -> None:
    everybody = by_people(library())
    assert len(everybody) > 100
    with database(library()) as opened:
        assert asked(opened, "SELECT name FROM people ORDER BY person") == [name for name, _ in everybody]
    assert by_site(library()) == [group for _, group in everybody if has_page(group)]
