"""An id that is wrong in its own record is told there, and not in all records that name it."""

from datetime import date

import pytest

from etoile_cli.check.check import check
from etoile_cli.check.codes import DUPLICATE, UNKNOWN_COMPANY, UNKNOWN_SOURCE
from etoile_cli.check.problem import Code, Problem

SHOW = 'format = 1\n[show]\ntitle = "A show"\nsources = ["fqm", "wtw"]\n'
CREATOR = '[[creators]]\nname = "A"\nsources = ["fqm"]\n'
COMPANY = '[[companies]]\nid = "mbt"\nname = "B"\nsources = ["fqm"]\n'
PARTS = "".join(
    f'[[cast]]\nname = "{name}"\ncompany = "mbt"\nepisodes = ["S01E01", "S01E02"]\nsources = ["wtw"]\n'
    for name in "CD"
)
EPISODES = "".join(
    f'[[episodes]]\nseason = 1\nnumber = {number}\ntitle = "{number}"\nsources = ["wtw"]\n' for number in (1, 2)
)
SOURCES = "".join(f'[[sources]]\nid = "{id_}"\ntitle = "A"\nurl = "https://{id_}.org/"\n' for id_ in ("fqm", "wtw"))
WHOLE = f"{SHOW}{CREATOR}{COMPANY}{PARTS}{EPISODES}{SOURCES}"


def problems(text: str) -> list[Problem]:
    return list(check(text.encode(), "x", date(2026, 11, 22)).problems)


def spoilt(before: str, after: str, count: int = 1) -> list[Problem]:
    assert problems(WHOLE) == []
    assert before in WHOLE
    return problems(WHOLE.replace(before, after, count))


@pytest.mark.parametrize(
    ("right", "wrong", "code", "number"),
    [
        ("fqm", "fqm ", UNKNOWN_SOURCE, 3),
        ("fqm", "FQM", UNKNOWN_SOURCE, 3),
        ("wtw", "wtv", UNKNOWN_SOURCE, 5),
        ("wtw", "wtw\\u200b", UNKNOWN_SOURCE, 5),
        ("mbt", "mtb", UNKNOWN_COMPANY, 2),
        ("mbt", "MBT", UNKNOWN_COMPANY, 2),
    ],
)
def test_an_id_that_is_misspelt_in_its_record_is_told_there_and_once(
    right: str, wrong: str, code: Code, number: int
) -> None:
    (problem,) = [each for each in spoilt(f'id = "{right}"', f'id = "{wrong}"') if each.code is code]
    assert problem.place.line == WHOLE[: WHOLE.index(f'id = "{right}"')].count("\n") + 1
    assert problem.key == "id"
    assert problem.message == f'no record names "{wrong}", and {number} name "{right}"'
    assert (problem.hint, problem.edit and problem.edit.text) == (f'did you mean "{right}"?', f'"{right}"')


def test_an_id_that_one_record_names_wrongly_is_told_in_that_record_alone() -> None:
    (problem,) = spoilt('sources = ["fqm"]', 'sources = ["fqn"]')
    assert (problem.record, problem.hint) == ('creator "A"', 'did you mean "fqm"?')
    text = WHOLE.replace('"fqm", "wtw"]', '"wtw"]').replace('["fqm"]', '["fqn"]', 1).replace('["fqm"]', '["wtw"]')
    (problem,) = problems(text)
    assert (problem.code, problem.record) == (UNKNOWN_SOURCE, 'creator "A"')


def test_an_id_that_some_records_name_is_right() -> None:
    told = spoilt('sources = ["wtw"]', 'sources = ["wtv"]', 2)
    assert [(each.code, each.record) for each in told] == [
        (UNKNOWN_SOURCE, 'cast "C"'),
        (UNKNOWN_SOURCE, 'cast "D"'),
    ]


def test_of_two_ids_that_one_may_be_meant_by_each_is_told_where_it_is_named() -> None:
    text = (
        WHOLE.replace('["wtw"]', '["wtv"]').replace('"fqm", "wtw"]', '"fqm", "wtq"]').replace('["wtv"]', '["wtq"]', 1)
    )
    assert {(each.code, each.hint) for each in problems(text)} == {(UNKNOWN_SOURCE, 'did you mean "wtw"?')}


@pytest.mark.parametrize(
    ("before", "after", "record"),
    [
        ('id = "fqm"', 'id = "wtw"', "source"),
        ("number = 2", "number = 1", "episode"),
    ],
)
def test_of_an_id_that_another_record_has_too_only_that_is_told(before: str, after: str, record: str) -> None:
    (problem,) = spoilt(before, after)
    assert (problem.code, problem.record.split()[0]) == (DUPLICATE, record)


def test_of_two_ids_that_no_record_has_each_is_told_beside_one_that_stands_twice() -> None:
    told = problems(WHOLE.replace('id = "fqm"', 'id = "wtw"').replace('["wtw"]', '["viki"]', 1))
    assert [each.code for each in told].count(UNKNOWN_SOURCE) == 4


def test_an_id_that_one_record_names_is_told_beside_one_that_stands_twice() -> None:
    told = problems(WHOLE.replace('id = "fqm"', 'id = "wtw"').replace('["fqm"]', '["wtw"]'))
    assert sorted((each.code for each in told), key=str) == [DUPLICATE, UNKNOWN_SOURCE]
