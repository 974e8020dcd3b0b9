"""What is made of what is read: the show and its records as TOML has them, and what was left out."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from msgspec import Struct, field

from etoile_cli.catalogue.sections import SHOW
from etoile_cli.importing.intake.texts import one_line, paragraphs
from etoile_cli.text.folding import fold

Record = dict[str, Any]


class Origin(Struct, frozen=True):
    """Who keeps what is imported: the keys of its record in [[sources]], and what its texts are licensed by.

    `id` is a short word for it, `tvmaze`; `url` the page of the show there, if there is one.
    """

    id: str
    title: str
    publisher: str = ""
    url: str = ""
    licence: str = ""


class Intake(Struct):
    """The data of a catalogue without sources, as far as they are taken in.

    `accessed` is the day on which the files were had. `texts` says whether somebody's prose is wanted; `texts_left`
    counts what was not, by the keys, and `has_texts` says whether any was. `left_out` are messages about what has a
    key and doesn't fit it.
    """

    accessed: date
    texts: bool = False
    origin: Origin | None = None
    show: Record = field(default_factory=dict)
    sections: dict[str, list[Record]] = field(default_factory=dict)
    texts_left: Counter[str] = field(default_factory=Counter)
    has_texts: bool = False
    left_out: list[str] = field(default_factory=list)

    @property
    def data(self) -> dict[str, Any]:
        """The data, as a catalogue has them; sections without records are left out."""
        return {SHOW: self.show} | {section: records for section, records in self.sections.items() if records}

    def put(self, record: Record, key: str, value: Any) -> None:
        """Give a record a value, unless there is none, or the record has the key already."""
        value = _clean(value)
        if value not in (None, "", [], {}) and key not in record:
            record[key] = value

    def put_prose(self, record: Record, key: str, text: str | None) -> None:
        """Give a record somebody's prose, which may be HTML, if that is wanted."""
        if not text or not (plain := paragraphs(text)):
            return
        if self.texts:
            record.setdefault(key, plain)
            self.has_texts = True
        else:
            self.texts_left[key] += 1

    def add(self, section: str, values: Mapping[str, Any]) -> Record:
        """Add a record to a section, with those of its values that there are."""
        record: Record = {}
        for key, value in values.items():
            self.put(record, key, value)
        self.sections.setdefault(section, []).append(record)
        return record

    def leave_out(self, what: str, why: str) -> None:
        """Note that something is left out, and why."""
        self.left_out.append(f"{what}: {why}")

    def leave_out_all(self, what: Iterable[str], why: str) -> None:
        """Note it of several likewise."""
        for each in what:
            self.leave_out(each, why)


def _clean(value: Any) -> Any:
    """Return a value with its texts in one line each, without those that are blank or repeated."""
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, list):
        found: dict[object, Any] = {}
        for each in map(_clean, value):
            if each != "":
                found.setdefault(_comparable(each), each)
        return list(found.values())
    if isinstance(value, dict):
        return {name: text for name, each in value.items() if (text := _clean(each)) != ""}
    return value


def _comparable(value: Any) -> object:
    return fold(value) if isinstance(value, str) else repr(value)
