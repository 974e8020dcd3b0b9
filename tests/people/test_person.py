"""What the credits of one person say together."""

from etoile_cli.catalogue.enumerations import Billing
from etoile_cli.people.credit import Credit, Part, Role, Run
from etoile_cli.people.person import joined, person_of
from etoile_cli.people.wording import READ, Doing, roles_of

FIRST, SECOND, THIRD = (Run(f"S01E0{at}", (1, at), (1, at)) for at in (1, 2, 3))
SEASON = Run("Season 1", (1, -1), (1, 100_000))
SPECIAL = Run("S00E01", (0, 1), (0, 1))


def role(text: str, *runs: Run) -> Credit:
    return Credit("Ana", "x", "crew", roles=(Role(text, "crew", tuple(run.text for run in runs), "x"),), runs=runs)


def test_a_person_has_the_name_that_most_credits_have_and_the_other_forms_as_aliases() -> None:
    names = ["Lou de Laage", "Lou de Laâge", "L. de Laâge", "Lou de Laâge"]
    [person] = joined([Credit(name, "x", "cast", aliases=("L. de Laâge", "Lou de Laage")) for name in names])
    assert (person.name, person.aliases) == ("Lou de Laâge", ("Lou de Laage", "L. de Laâge"))
    [person] = joined([Credit(name, "x", "cast") for name in ("Lou de Laage", "Lou de Laâge")])
    assert (person.name, person.aliases) == ("Lou de Laage", ("Lou de Laâge",))


def test_the_sort_name_is_that_of_the_name_if_any_credit_has_one() -> None:
    ana, ana_ruiz = Credit("Ana", "x", "crew", sort_name="Ana"), Credit("Ana Ruiz", "x", "crew", sort_name="Ruiz, Ana")
    assert person_of([ana, ana_ruiz, Credit("Ana Ruiz", "x", "cast")]).sort_name == "Ruiz, Ana"
    assert person_of([ana, Credit("Ana Ruiz", "x", "crew"), Credit("Ana Ruiz", "x", "crew")]).sort_name == "Ana"
    assert person_of([Credit("Ana", "x", "crew")]).sort_name is None


def test_what_is_known_of_somebody_is_told_once() -> None:
    person = person_of(
        [
            Credit("Ana", "x", "cast", profession="sailor", known_for=("The Pier",), ids={"imdb": "x"}),
            Credit("Ana", "y", "crew", profession="Sailor", known_for=("the pier", "Tide"), ids={"IMDb": "nm0000001"}),
            Credit("Ana", "y", "crew", ids={"imdb": "nm0000001", "own": "7"}),
        ]
    )
    assert (person.professions, person.known_for) == (("sailor",), ("The Pier", "Tide"))
    assert person.ids == {"imdb": "nm0000001", "own": "7"}
    assert (person.shows, person.number_of_shows) == (("x", "y"), 2)


def test_a_name_that_says_nothing_is_kept_only_where_there_is_no_other() -> None:
    assert person_of([Credit(" ", "x", "cast"), Credit(" ", "x", "cast"), Credit("Ana", "x", "cast")]).name == "Ana"
    assert person_of([Credit(" ", "x", "cast")]).name == " "


def test_a_role_is_read_once_with_all_its_episodes_specials_last() -> None:
    assert roles_of([role("writer", THIRD, SPECIAL), role("Writer", FIRST), role("director", SECOND)]) == [
        Doing("writer", ("S01E01", "S01E03", "S00E01")),
        Doing("director", ("S01E02",)),
    ]


def test_episodes_within_others_are_not_read_twice() -> None:
    assert roles_of([role("writer", SECOND, SPECIAL), role("writer", SEASON)]) == [
        Doing("writer", ("Season 1", "S00E01"))
    ]
    assert roles_of([role("writer", SECOND), role("writer")]) == [Doing("writer")]


def test_a_part_is_read_with_the_billing_of_guests_and_its_episodes() -> None:
    def read(character: str | None, does: str | None, billing: Billing | None, *runs: Run) -> tuple[str, ...]:
        part = Part(character, does, billing, (), "x")
        return READ["parts"](person_of([Credit("Ana", "x", "cast", parts=(part,), runs=runs)]))

    assert read("Vera", "pilot", Billing.MAIN) == ("Vera",)
    assert read("Vera", "pilot", Billing.GUEST, FIRST) == ("Vera (guest, S01E01)",)
    assert read(None, "pilot", None, FIRST, SECOND) == ("pilot (S01E01, S01E02)",)
    assert read(None, None, None) == ("in the cast",)
