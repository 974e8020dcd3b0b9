"""Problems are counted as they are found, and of very many only those kept that may be told."""

from collections.abc import Iterator

from etoile_cli.check.codes import INSECURE_URL, SYNTAX, UNSOURCED
from etoile_cli.check.problem import Code, Finding, Severity
from etoile_cli.check.tally import MOST_COUNTED, Tally


def found(code: Code, number: int, section: str = "cast") -> Iterator[Finding]:
    return (Finding(code, (section, position), str(position)) for position in range(number))


def test_all_that_is_found_is_counted_and_kept_in_its_order() -> None:
    tally = Tally(most=10)
    tally.take(found(SYNTAX, 3))
    tally.take(found(UNSOURCED, 2))
    assert [(each.code, each.message) for each in tally.kept] == [
        *((SYNTAX, str(position)) for position in range(3)),
        *((UNSOURCED, str(position)) for position in range(2)),
    ]
    assert (tally.counts, tally.is_complete) == ({Severity.ERROR: 3, Severity.WARNING: 2}, True)


def test_of_the_warnings_of_a_rule_those_are_kept_in_each_section_that_may_be_told() -> None:
    tally = Tally(most=10)
    tally.take([*found(UNSOURCED, 5 * MOST_COUNTED), *found(UNSOURCED, 2, "crew")])
    tally.take(found(INSECURE_URL, MOST_COUNTED + 1))
    kept = [(each.code, *each.path) for each in tally.kept]
    assert kept == [
        *((UNSOURCED, "cast", position) for position in range(MOST_COUNTED)),
        *((UNSOURCED, "crew", position) for position in range(2)),
        *((INSECURE_URL, "cast", position) for position in range(MOST_COUNTED)),
    ]
    assert tally.counts == {Severity.WARNING: 6 * MOST_COUNTED + 3}


def test_with_more_errors_than_count_looking_ends_and_warnings_are_forgotten() -> None:
    tally = Tally(most=10)
    tally.take(found(UNSOURCED, 4))
    errors = found(SYNTAX, 30)
    tally.take(errors)
    assert (tally.counts, tally.is_complete) == ({Severity.ERROR: 10}, False)
    assert [each.message for each in tally.kept] == [str(position) for position in range(10)]
    assert next(errors).message == "11"  # the one behind the last has told that there are more
    rest = found(UNSOURCED, 1)
    tally.take(rest)
    assert next(rest).message == "0"
    assert tally.counts[Severity.WARNING] == 0


def test_as_many_errors_as_count_are_all_there_are() -> None:
    tally = Tally(most=10)
    tally.take(found(SYNTAX, 10))
    tally.take(found(UNSOURCED, 1))
    assert (tally.counts, tally.is_complete) == ({Severity.ERROR: 10, Severity.WARNING: 1}, True)
