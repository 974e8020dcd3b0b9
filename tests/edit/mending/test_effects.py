"""What keeps a mistake from being mended: it would stay, bring a new error, or change other data."""

from datetime import date

import pytest

from etoile_cli.check.check import Inspected, Rules, inspect
from etoile_cli.edit.mending.effects import culprits
from etoile_cli.edit.mending.fixable import fixable
from tests.door import TODAY

BROKEN = """\
format = 1
[show]
title = "x"
seasons = "2"
[[cast]]
name = "A"
billing = "Main"
[[cast]]
name = "B"
billing = "Guest"
"""
MENDED = BROKEN.replace('"2"', "2").replace("Main", "main").replace("Guest", "guest")
SHOW, FIRST, SECOND = 0, 1, 2


def inspected(text: str) -> Inspected:
    return inspect(text.encode(), "it.toml", Rules(date.fromisoformat(TODAY)))


def harmful(after: str, before: str = BROKEN) -> set[int]:
    seen = inspected(before)
    chosen = fixable(seen.report)
    assert [each.path[:2] for each in chosen] == [("show", "seasons"), ("cast", 0), ("cast", 1)]
    return culprits(seen, inspected(after), chosen)


def test_what_is_as_intended_does_no_harm() -> None:
    assert harmful(MENDED) == set()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # The mistake is still there.
        ("seasons = 2", 'seasons = "2"', {SHOW}),
        ("main", "Main", {FIRST}),
        # A new error: at the key, in the record, in the section, anywhere.
        ("guest", "zzz", {SECOND}),
        ('name = "B"', 'nom = "B"', {SECOND}),
        ('title = "x"', 'title = ""', {SHOW}),
        ('[[cast]]\nname = "B"', '[[cast]]\nrole = 3.5\nname = "C"\n[[cast]]\nname = "B"', {FIRST, SECOND}),
        ("format = 1", "format = 2", {SHOW, FIRST, SECOND}),
        # Other data where nothing was mended.
        ('title = "x"', 'title = "y"', {SHOW}),
        ('name = "A"', 'name = "A"\nrole = "R"', {FIRST}),
        ('billing = "guest"\n', 'billing = "guest"\n[[crew]]\nname = "C"\n', {SHOW, FIRST, SECOND}),
        ('billing = "guest"\n', 'billing = "guest"\n[[cast]]\nname = "C"\n', {FIRST, SECOND}),
    ],
)
def test_harm_is_laid_to_what_was_mended_nearest_to_it(old: str, new: str, expected: set[int]) -> None:
    assert old in MENDED
    assert harmful(MENDED.replace(old, new, 1)) == expected
