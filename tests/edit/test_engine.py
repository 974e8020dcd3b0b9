"""What a change makes of a file: the key or the record in its place, in the manner of its neighbours, and no more."""

import re
from collections.abc import Sequence
from datetime import date

import pytest

from etoile_cli.edit.engine import edited
from etoile_cli.edit.operations import Add, Drop, Operation, Put, Remove
from etoile_cli.edit.toml.tables import CannotEditError

SHOW = ("show",)
FIRST = ("cast", 0)


def _after(before: str, *operations: Operation) -> str:
    return edited(before.encode(), operations).content.decode()


@pytest.mark.parametrize(
    ("old", "value", "new"),
    [
        ("'it is'", "it was", "'it was'"),
        ("'it is'", "it's", '"it\'s"'),
        ('"""\none\ntwo"""', "one\nthree", '"""\none\nthree"""'),
        ('"""one\ntwo"""', "three", '"""three"""'),
        ("'''\none\\two'''", "one\\three", "'''\none\\three'''"),
        ('"""\\\n  A text that is \\\n  folded.\\\n  """', "Folded again.", '"""\\\n  Folded again.\\\n  """'),
        ("2025-04-24 # a Thursday", date(2025, 4, 25), "2025-04-25 # a Thursday"),
        ("0x10", 17, "17"),
        ('["a","b"]', ["a", "b", "c"], '["a","b", "c"]'),
        ('[ "a", "b", ]', ["a"], '[ "a", ]'),
        ('["a", "b", "c"]', ["a", "c"], '["a", "c"]'),
        ('["a"]', [], "[]"),
        ("[]", ["a"], '["a"]'),
        ('[\n  "a", # first\n  "b", # second\n]', ["a", "b", "c"], '[\n  "a", # first\n  "b", # second\n  "c",\n]'),
        ('[\n  "a", # first\n  "b" # second\n]', ["a", "b", "c"], '[\n  "a", # first\n  "b", # second\n  "c"\n]'),
        ('[\n  # the first\n  "a",\n  "b",\n]', ["b"], '[\n  "b",\n]'),
        ('[\n  "a",\n  "b",\n]', ["x", "b"], '[\n  "x",\n  "b",\n]'),
        ("[\n  # none\n]", ["a"], '[\n  # none\n    "a",\n]'),
        ('[\n    "a"\n  , "b"\n]', ["a"], '[\n    "a"\n]'),
        ('[\n    "a"\n  , "b"\n]', ["b"], '[\n    "b",\n]'),
        ("true", False, "false"),
    ],
)
def test_a_value_is_replaced_in_the_manner_of_the_old_one(old: str, value: object, new: str) -> None:
    before = f"format = 1\n\n[show]\ntitle = {old}\n# behind it\npremiere = 2025-04-24\n"
    assert _after(before, Put(SHOW, "title", value)) == before.replace(old, new, 1)


@pytest.mark.parametrize(
    ("before", "operation", "after"),
    [
        # In the order of the model, below what comes before it.
        (
            'title = "A"\nstatus = "ended"\n',
            Put(SHOW, "premiere", "2025"),
            'title = "A"\npremiere = "2025"\nstatus = "ended"\n',
        ),
        ('# its end\nstatus = "ended"\n', Put(SHOW, "title", "A"), 'title = "A"\n# its end\nstatus = "ended"\n'),
        # As its neighbours are written.
        (
            '  title    = "A"\n  premiere = "2025"\n',
            Put(SHOW, "ended", "2025"),
            '  title    = "A"\n  premiere = "2025"\n  ended    = "2025"\n',
        ),
        ('title="A"\n', Put(SHOW, "seasons", 2), 'title="A"\nseasons=2\n'),
        ('title = "A" # as printed\n', Put(SHOW, "seasons", 2), 'title = "A" # as printed\nseasons = 2\n'),
        # A table is written as the catalogue has it, or else in dotted keys.
        ('title = "A"\n', Put(SHOW, "ids", {"imdb": "tt1"}), 'title = "A"\nids.imdb = "tt1"\n'),
        (
            'title = "A"\nids = { tmdb = "1" }\n',
            Put(SHOW, "ids", {"imdb": "tt1"}),
            'title = "A"\nids = { tmdb = "1", imdb = "tt1" }\n',
        ),
        (
            'title = "A"\nids.tmdb = "1"\nnote = "n"\n',
            Put(SHOW, "ids", {"imdb": "tt1"}),
            'title = "A"\nids.tmdb = "1"\nids.imdb = "tt1"\nnote = "n"\n',
        ),
        (
            'title = "A"\n\n[show.ids]\ntmdb = "1"\n',
            Put(SHOW, "ids", {"imdb": "tt1"}),
            'title = "A"\n\n[show.ids]\ntmdb = "1"\nimdb = "tt1"\n',
        ),
        # A key goes with the comments that are about it.
        (
            'title = "A"\n# who knows\nnote = "n" # really\nstatus = "ended"\n',
            Drop(SHOW, "note"),
            'title = "A"\nstatus = "ended"\n',
        ),
        (
            'title = "A" # printed\n\n# apart\n\nnote = "n"\n',
            Drop(SHOW, "note"),
            'title = "A" # printed\n\n# apart\n\n',
        ),
        ('title = "A"\nids.tmdb = "1"\nids.imdb = "2"\n', Drop(SHOW, "ids"), 'title = "A"\n'),
        (
            'title = "A"\nids = { tmdb = "1", imdb = "2" }\n',
            Drop(SHOW, "ids", "tmdb"),
            'title = "A"\nids = { imdb = "2" }\n',
        ),
        ('title = "A"\nids = { tmdb = "1" }\n', Drop(SHOW, "ids", "tmdb"), 'title = "A"\n'),
        (
            'title = "A"\n\n[show.ids]\ntmdb = "1"\n\n[[cast]]\nname = "B"\n',
            Drop(SHOW, "ids"),
            'title = "A"\n\n[[cast]]\nname = "B"\n',
        ),
    ],
)
def test_a_key_is_inserted_in_its_place_and_taken_out_with_its_comment(
    before: str, operation: Operation, after: str
) -> None:
    above = "format = 1\n\n[show]\n"
    assert _after(above + before, operation) == above + after


RECORDS = """\
format = 1

[show]
title = "A"

# Cast.

# the lead
[[cast]]
name = "B"
# role = "?"

# the other
[[cast]]
name = "C"

[cast.ids]
imdb = "nm1"

# Crew: who else.

[[crew]]
name = "D"
"""


@pytest.mark.parametrize(
    ("operations", "old", "new"),
    [
        ([Add("cast", {"name": "E"})], "# Crew", '[[cast]]\nname = "E"\n\n# Crew'),
        ([Add("crew", {"name": "E"})], 'name = "D"\n', 'name = "D"\n\n[[crew]]\nname = "E"\n'),
        (
            [Add("cast", {"name": "E"}), Add("cast", {"name": "F"})],
            "# Crew",
            '[[cast]]\nname = "E"\n\n[[cast]]\nname = "F"\n\n# Crew',
        ),
        ([Add("companies", {"id": "e"})], 'name = "D"\n', 'name = "D"\n\n[[companies]]\nid = "e"\n'),
        ([Add("creators", {"name": "E"})], "# Cast", '[[creators]]\nname = "E"\n\n# Cast'),
        ([Remove("cast", 0)], '# the lead\n[[cast]]\nname = "B"\n# role = "?"\n\n', ""),
        ([Remove("cast", 1)], '# the other\n[[cast]]\nname = "C"\n\n[cast.ids]\nimdb = "nm1"\n\n', ""),
        ([Remove("crew", 0)], '\n[[crew]]\nname = "D"\n', "\n"),
        ([Remove("cast", 0), Remove("cast", 1)], RECORDS[RECORDS.index("# the lead") : RECORDS.index("# Crew")], ""),
    ],
)
def test_a_record_is_added_below_its_section_and_taken_out_with_its_comment(
    operations: Sequence[Operation], old: str, new: str
) -> None:
    assert _after(RECORDS, *operations) == RECORDS.replace(old, new, 1)


def test_the_first_record_of_a_section_stands_below_its_example_in_a_comment() -> None:
    before = 'format = 1\n\n[show]\ntitle = "A"\n\n# Crew.\n\n# [[crew]]\n# name = "Ana Ruiz"\n\n# The end.\n'
    record = '\n[[crew]]\nname = "B"\n'
    assert _after(before, Add("crew", {"name": "B"})) == before.replace('Ruiz"\n', f'Ruiz"\n{record}')


def test_an_example_in_a_text_is_no_example() -> None:
    before = 'format = 1\n\n[show]\ntitle = "A"\nnote = """\n# [[crew]]\n"""\nstatus = "ended"\n'
    assert _after(before, Add("crew", {"name": "B"})) == f'{before}\n[[crew]]\nname = "B"\n'


def test_a_comment_that_names_the_section_stays_when_its_first_record_goes() -> None:
    before = 'format = 1\n\n# Cast: who plays whom.\n[[cast]]\nname = "B"\n\n[[cast]]\nname = "C"\n'
    assert _after(before, Remove("cast", 0)) == 'format = 1\n\n# Cast: who plays whom.\n[[cast]]\nname = "C"\n'


@pytest.mark.parametrize(
    ("before", "operation", "after"),
    [
        ("cast = []", Add("cast", {"name": "B"}), 'cast = [{ name = "B" }]'),
        ('cast = [{name = "B"}]', Add("cast", {"name": "C"}), 'cast = [{name = "B"}, { name = "C" }]'),
        ('cast = [{name = "B"}, {name = "C"}]', Remove("cast", 0), 'cast = [{name = "C"}]'),
        ('cast = [{name = "B"}]', Put(FIRST, "role", "r"), 'cast = [{name = "B", role = "r"}]'),
        ('cast = [{name = "B", role = "r"}]', Drop(FIRST, "name"), 'cast = [{role = "r"}]'),
        ('cast = [{ids.imdb = "1"}]', Put(FIRST, "ids", {"tmdb": "2"}), 'cast = [{ids.imdb = "1", ids.tmdb = "2"}]'),
        (
            '[[ "cast" ]]\nname = "B"',
            Add("cast", {"name": "C"}),
            '[[ "cast" ]]\nname = "B"\n[[ "cast" ]]\nname = "C"\n',
        ),
        ('show.title = "A"', Put(SHOW, "status", "ended"), 'show.title = "A"\nshow.status = "ended"\n'),
        ('show = { title = "A" }', Put(SHOW, "status", "ended"), 'show = { title = "A", status = "ended" }'),
        ("", Put(SHOW, "title", "A"), '\n[show]\ntitle = "A"\n'),
    ],
)
def test_other_ways_to_write_tables_are_kept(before: str, operation: Operation, after: str) -> None:
    above = "format = 1\n"
    assert _after(above + before, operation) == above + after


@pytest.mark.parametrize(
    ("before", "operations", "after"),
    [
        (
            'show = { title = "A", status = "ended" }',
            [Drop(SHOW, "title"), Put(SHOW, "seasons", 1)],
            'show = { status = "ended", seasons = 1 }',
        ),
        ('show = { title = "A" }', [Drop(SHOW, "title"), Put(SHOW, "seasons", 1)], "show = { seasons = 1 }"),
        ('show = { title = "A", status = "ended" }', [Drop(SHOW, "title"), Drop(SHOW, "status")], "show = {}"),
        (
            'show = { ids = { imdb = "1" } }',
            [Drop(SHOW, "ids", "imdb"), Put(SHOW, "ids", {"tmdb": "2"})],
            'show = { ids = { tmdb = "2" } }',
        ),
        ('show.title = "A"', [Drop(SHOW, "title")], ""),
        ('[[cast]]\nname = "B"\nrole = "r"', [Drop(FIRST, "name"), Drop(FIRST, "role")], "[[cast]]\n"),
        (
            '[[cast]]\nname = "B"\n',
            [Put(FIRST, "ids", {"imdb": "1"}), Put(FIRST, "ids", {"tmdb": "2"})],
            '[[cast]]\nname = "B"\nids.imdb = "1"\nids.tmdb = "2"\n',
        ),
    ],
)
def test_several_changes_of_one_record_are_made_together(
    before: str, operations: Sequence[Operation], after: str
) -> None:
    above = "format = 1\n"
    assert _after(above + before, *operations) == above + after


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("at_end", ["", "\n"])
def test_line_ends_and_the_byte_order_mark_are_kept(mark: str, line_end: str, at_end: str) -> None:
    before = f'{mark}format = 1\n\n[show]\ntitle = "A"{at_end}'.replace("\n", line_end)
    after = f'{mark}format = 1\n\n[show]\ntitle = "A"\nnote = """\none\ntwo"""\n\n[[cast]]\nname = "B"\n'
    done = _after(before, Put(SHOW, "note", "one\ntwo"), Add("cast", {"name": "B"}))
    assert done == after.replace("\n", line_end)


def test_a_new_line_ends_as_the_one_above_it() -> None:
    before = 'format = 1\r\n[show]\ntitle = "A"\n[[cast]]\r\nname = "B"\r\n'
    after = _after(before, Put(SHOW, "seasons", 1), Put(FIRST, "role", "r"))
    assert after == 'format = 1\r\n[show]\ntitle = "A"\nseasons = 1\n[[cast]]\r\nname = "B"\r\nrole = "r"\r\n'


@pytest.mark.parametrize(
    ("comments", "left"),
    [
        ("# Cast, in order of billing\n# A is dead\n", "# Cast, in order of billing\n"),
        (
            "# Cast: who plays whom,\n# in order of billing.\n# A is dead\n",
            "# Cast: who plays whom,\n# in order of billing.\n",
        ),
        ("# Cast\n# etoile: ignore[unsourced]\n", "# Cast\n"),
        ("# A is dead\n", ""),
    ],
)
def test_the_comment_of_a_section_stays_and_that_of_its_first_record_goes(comments: str, left: str) -> None:
    rest = '# D lives\n[[cast]]\nname = "D"\n'
    before = f'format = 1\n\n{comments}[[cast]]\nname = "A"\n\n{rest}'
    after = _after(before, Remove("cast", 0))
    assert after == f"format = 1\n\n{left}{rest}"


def test_a_comment_above_the_next_header_is_not_taken_out() -> None:
    before = 'format = 1\n\n[[cast]]\nname = "B"\n# role = "?"\n[[crew]]\nname = "C"\n'
    assert _after(before, Remove("cast", 0)) == 'format = 1\n# role = "?"\n[[crew]]\nname = "C"\n'


def test_a_section_that_is_no_array_is_refused() -> None:
    with pytest.raises(CannotEditError, match=re.escape("cast is not written in a way that can be changed")):
        _after('format = 1\n[cast]\nname = "B"\n', Add("cast", {"name": "C"}))


def test_an_edited_catalogue_is_not_told_from_one_that_was_never_edited() -> None:
    before = RECORDS.replace("\n", "\r\n")
    added = _after(before, Add("cast", {"name": "E", "sources": ["a", "b"]}), Put(FIRST, "role", "r"))
    assert _after(added, Remove("cast", 2), Drop(FIRST, "role")) == before
