"""Every format is made piece by piece: the first leaves before the last is made, and none is kept."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import overload

import pytest

from etoile_cli.catalogue.records import CastMember
from etoile_cli.listing.column_choice import choose_columns
from etoile_cli.listing.formats import Format, LineFormat, lines_of
from etoile_cli.listing.listing import Listing
from etoile_cli.listing.table import table
from etoile_cli.text.styles import drawn


class Counted(Sequence[CastMember]):
    """Records that count how many of them were asked for."""

    def __init__(self, number: int) -> None:
        self._records = [CastMember(name=f"Actor {each}") for each in range(number)]
        self.asked = 0

    def __len__(self) -> int:
        return len(self._records)

    @overload
    def __getitem__(self, index: int) -> CastMember: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[CastMember]: ...
    def __getitem__(self, index: int | slice) -> CastMember | Sequence[CastMember]:
        return self._records[index]

    def __iter__(self) -> Iterator[CastMember]:
        for record in self._records:
            self.asked += 1
            yield record


def listing(records: Sequence[CastMember]) -> Listing:
    return Listing(records, choose_columns("cast", ["name"]), date(2026, 11, 22))


@pytest.mark.parametrize("format_", [Format.TSV, Format.CSV, Format.JSONL, Format.MD])
def test_lines_are_made_one_by_one(format_: LineFormat) -> None:
    records = Counted(10)
    made = list(islice(lines_of(listing(records), format_), 3))
    assert len(made) == 3
    assert 1 <= records.asked <= 3


def test_json_is_made_some_records_at_a_time() -> None:
    records = Counted(5_000)
    opening, first, *_ = islice(lines_of(listing(records), Format.JSON), 2)
    assert (opening, first.count('"name"')) == ("[", records.asked - 1)
    assert 100 < records.asked <= 1_001


@pytest.mark.parametrize("number", [1, 99, 100, 101, 250])
@pytest.mark.parametrize("header", [None, False])
def test_a_table_of_any_length_has_one_header(number: int, header: bool | None) -> None:
    shown = Listing(Counted(number), choose_columns("cast", ["name"]), date(2026, 11, 22), header=header)
    head = [] if header is False else ["name", "─" * len(f"Actor {number - 1}")]
    lines = [drawn(line, colored=False) for line in table(shown, 60)]
    assert lines == [*head, *(f"Actor {each}" for each in range(number))]
