"""Reading TOML of a format that is no catalogue: what recovery knows of it, it is given."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

import pytest

from etoile_cli.check.toml.advice.declarations import NO_DECLARATIONS, Declaration, Declarations, Kind
from etoile_cli.check.toml.advice.fault import Fault, FaultKind
from etoile_cli.check.toml.advice.hints import Hint, as_string
from etoile_cli.check.toml.document import Document
from etoile_cli.check.toml.outline import Path
from etoile_cli.check.toml.recovery.recovery import Recovered, recover

MOST = 1_000


class Key(NamedTuple):
    """What the configuration of a server declares of a key."""

    kind: Kind = Kind.STRING
    expected: str = "a string"
    required: bool = False
    is_free_text: bool = True
    item: Declaration | None = None
    keys: Mapping[str, Declaration] = {}

    def at(self, path: Path) -> Declaration | None:
        found = self.keys.get(str(path[0])) or self.item if path else self
        return found.at(path[1:]) if found and path else found

    def accepts(self, value: object) -> bool:
        return isinstance(value, {Kind.STRING: str, Kind.ARRAY: list, Kind.OTHER: int}.get(self.kind, dict))

    def fits(self, value: object) -> bool:
        return self.accepts(value)

    def unquoted(self, text: str) -> Hint:
        return as_string(text) if self.kind is Kind.STRING else Hint("")


PORT = Key(Kind.OTHER, "a port", is_free_text=False)
HOST = Key(Kind.RECORD, keys={"name": Key(required=True), "port": PORT, "aliases": Key(Kind.ARRAY, item=Key())})
LOG = Key(Kind.RECORD, keys={"path": Key(), "level": Key()})
TOP = Key(
    Kind.RECORD,
    keys={"version": PORT, "log": LOG, "hosts": Key(Kind.ARRAY, item=HOST)},
)


class Configuration:
    """What the configuration of a server declares: a version, `[log]`, and `[[hosts]]`."""

    called = "a configuration"
    keys: Collection[str] = ("version",)
    tables: Collection[str] = ("log",)
    arrays: Collection[str] = ("hosts",)

    def incomplete_date(self, known: str) -> Hint:
        return Hint(f"write the whole date, not {known}")

    def meant(self, name: str) -> str:
        return {"log": "log", "logging": "log", "hosts": "hosts", "servers": "hosts"}.get(name.lower(), "")

    def at(self, path: Path) -> Declaration | None:
        return TOP.at(path)


def read(text: str, declarations: Declarations | None = None) -> Recovered:
    return recover(text, declarations or Configuration(), MOST)


def lines(recovered: Recovered) -> list[tuple[int, str, str, str | None]]:
    """Return the line, the message and the hint of each fault."""
    place = recovered.document.place
    return [(place(each.span).line, each.message, each.hint.words, each.hint.text) for each in recovered.faults]


def test_the_data_are_those_without_the_broken_statements() -> None:
    recovered = read('version = 1\n[log]\npath = /var/log\nlevel = "info"\n[[hosts]]\nname = "a"\nport = 80 80\n')
    assert recovered.data == {
        "version": 1,
        "log": {"path": None, "level": "info"},
        "hosts": [{"name": "a", "port": None}],
    }
    assert lines(recovered) == [
        (3, '"path": /var/log is not a value', 'text must be in quotes: "/var/log"', '"/var/log"'),
        (7, '"port": 80 80 is not a value', "it must be a port", None),
    ]


def test_a_fault_has_its_path_and_its_span() -> None:
    (fault,) = read("version = 1\n[[hosts]]\nname = a\n[[hosts]]\nname = 'b'\n").faults
    assert fault == Fault(
        (29, 30),
        '"name": a is not a value',
        Hint('text must be in quotes: "a"', '"a"', is_certain=True),
        path=("hosts", 0, "name"),
    )


@pytest.mark.parametrize(
    ("header", "message", "hint"),
    [
        ("[log", "this header is not closed", "write [log]"),
        ("log:", "this is not the header of a table", "write [log]"),
        ("[hosts", "this header is not closed", "write [[hosts]]"),
        ("- [hosts]", "this is not the header of a table", "write [[hosts]]"),
    ],
)
def test_headers_are_those_of_the_format(header: str, message: str, hint: str) -> None:
    assert [(*each[:3],) for each in lines(read(f"version = 1\n{header}\n"))] == [(2, message, hint)]


def test_no_header_of_another_format_is_known() -> None:
    recovered = read("version = 1\n[show\nname = 'a'\n")
    assert lines(recovered) == [(2, "this header is not closed", "end it with ]", "]")]
    assert recovered.data == {"version": 1}


def test_a_table_of_another_name_has_the_keys_of_the_one_that_was_meant() -> None:
    recovered = read("version = 1\n[[servers]]\nport = eighty\n")
    assert lines(recovered) == [(3, '"port": eighty is not a value', "it must be a port", None)]


def test_an_array_of_tables_has_double_brackets() -> None:
    (fault,) = read("version = 1\n[hosts]\nname = 'a'\nport =\n").faults[:1]
    assert (fault.kind, fault.message, fault.hint.text) == (
        FaultKind.WRONG_TYPE,
        '"hosts" must be an array of tables, found a table',
        "[[hosts]]",
    )


def test_a_single_table_has_single_brackets() -> None:
    (fault, _) = read("version = 1\n[[log]]\npath = 'a'\nlevel =\n").faults
    assert (fault.kind, fault.message, fault.hint.text) == (
        FaultKind.WRONG_TYPE,
        '"log" must be a table, found an array',
        "[log]",
    )


def test_a_record_without_header_is_that_of_the_array_it_fits() -> None:
    recovered = read("[[hosts]]\nname = 'a'\nport = 1\nname = 'b'\nport = 2\n")
    assert lines(recovered) == [
        (4, '"name" is there already in line 2', "the header [[hosts]] may be missing between them", None)
    ]


def test_what_can_not_be_read_is_in_the_data_without_a_value() -> None:
    recovered = read("[[hosts]\nname = 'a'\n[lo*g]\npath = 'x'\n")
    recovered.unreadable.fill(recovered.data, recovered.document)
    assert recovered.data == {
        "version": None,
        "log": None,
        "hosts": [{"name": "a"}, {"name": None, "port": None, "aliases": None}],
    }


def test_a_date_without_a_day_is_for_the_format_to_advise_on() -> None:
    assert lines(read("version = 1\nsince = 2025-04\n")) == [
        (2, '"since": 2025-04 is not a date', "write the whole date, not 2025-04", None)
    ]


def test_another_format_is_called_by_what_the_document_is_called() -> None:
    assert lines(read("---\n"))[0][2] == "this looks like YAML, and a configuration is TOML"


def test_of_an_unknown_format_all_statements_are_read_that_tomli_accepts() -> None:
    recovered = read("a = b\nc = [1,\n[d.e]\nf = 1\n[[g]]\nh = 2025-13-01\n[[g]]\ni = 'x'\n", NO_DECLARATIONS)
    assert recovered.data == {"a": None, "c": None, "d": {"e": {"f": 1}}, "g": [{"h": None}, {"i": "x"}]}
    assert lines(recovered) == [
        (1, '"a": b is not a value', 'text must be in quotes: "b"', '"b"'),
        (2, '"c": this array is not closed', "end it with ]", "]"),
        (6, '"h": there is no such day or time: 2025-13-01', "", None),
    ]


def test_an_empty_array_on_a_line_of_its_own_is_no_header_of_an_unknown_format() -> None:
    assert read("a = [\n[]\n]\nb = c\n", NO_DECLARATIONS).data == {"a": [[]], "b": None}


def test_every_key_of_another_format_is_found_in_its_document() -> None:
    document = Document("version = 1\n[[hosts]]\nname = 'a'\naliases = ['b', 'c']\n")
    key, value = document.find(("hosts", 0, "aliases", 1))
    assert (document.text[slice(*key)], document.text[slice(*value)]) == ("aliases", "'c'")
