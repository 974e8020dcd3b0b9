"""A change of every record takes work that grows with the catalogue and no faster: lines of Python are counted."""

from collections.abc import Callable
from functools import partial

import pytest

from etoile_cli.edit.engine import edited
from etoile_cli.edit.operations import Add, Drop, Operation, Put, Remove
from tests.work import lines_executed

MOST_FOR_TWICE = 2.2
"""So many times the lines twice the size may take. With its square it would be four times."""

NUMBER = 60

FORMS: dict[str, str] = {
    "with headers": '[[cast]]\nname = "N{0}"\nrole = "a"\nids.imdb = "{0}"\n\n',
    "with tables that have headers": '[[cast]]\nname = "N{0}"\nrole = "a"\n\n[cast.ids]\nimdb = "{0}"\n\n',
    "in braces": '  {{ name = "N{0}", role = "a", ids = {{ imdb = "{0}" }} }},\n',
}
CHANGES: dict[str, Callable[[int], Operation]] = {
    "a value": lambda at: Put(("cast", at), "role", "b"),
    "a new key": lambda at: Put(("cast", at), "note", "n"),
    "a new key of a table": lambda at: Put(("cast", at), "ids", {"tmdb": "1"}),
    "no key": lambda at: Drop(("cast", at), "role"),
    "no table": lambda at: Drop(("cast", at), "ids"),
    "no records": lambda at: Remove("cast", at),
    "more records": lambda at: Add("cast", {"name": f"M{at}"}),
}


def _catalogue(form: str, number: int) -> bytes:
    records = "".join(FORMS[form].format(each) for each in range(number))
    return f"format = 1\n{f'cast = [{chr(10)}{records}]' if form == 'in braces' else records}\n".encode()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("wanted", CHANGES)
def test_a_change_of_every_record_takes_work_that_grows_with_the_catalogue(form: str, wanted: str) -> None:
    once, twice = (
        lines_executed(partial(edited, _catalogue(form, number), [CHANGES[wanted](at) for at in range(number)]))
        for number in (NUMBER, 2 * NUMBER)
    )
    assert twice <= MOST_FOR_TWICE * once
