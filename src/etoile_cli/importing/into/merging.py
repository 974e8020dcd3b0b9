"""What an import brings into a catalogue: what is missing is filled, lists are united, what differs is kept."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from etoile_cli.catalogue.declarations import Declared, declarations, identifying_key
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.record import Record as CatalogueRecord
from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.sections import SHOW
from etoile_cli.check.toml.outline import Path
from etoile_cli.edit.adding import in_order
from etoile_cli.edit.operations import Add, Data, Drop, Operation, Put
from etoile_cli.edit.raw_records import full_name
from etoile_cli.edit.toml.written_values import value_text
from etoile_cli.importing.into.citing import cites_of, stated_by
from etoile_cli.importing.into.companies import with_companies_of
from etoile_cli.importing.into.films import differing_films, films_of, numbering_of, part_of
from etoile_cli.importing.into.names import Names, is_other_name, with_names, without_known_names
from etoile_cli.importing.into.partners import partners
from etoile_cli.importing.into.units import orphans, without_strangers
from etoile_cli.importing.into.values import Known, agree, is_better, is_empty, united
from etoile_cli.text.values import enumerate_words, in_short

Record = Mapping[str, Any]

_MOST_NAMED = 3
SOURCES = "sources"
_CITES = "cites"


class Merged(Struct):
    """The operations that bring an import into a catalogue, and what is told of it.

    `conflicts` are the values that differ and are kept, `unclear` the records that may be one of several. The source
    `is_contradicted` if one of these values rests on what the source said before.
    """

    operations: list[Operation] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)
    is_contradicted: bool = False


def merged(there: Data, given: Data, source: str, *, prefers_given: bool) -> Merged:
    """Return how a catalogue gains what an import has, citing a source by its id.

    Both are data without errors of structure; `given` has no sources. With `prefers_given`, what differs becomes as
    the import has it.
    """
    merging = _Merging(there, with_companies_of(there, given), source, prefers_given=prefers_given)
    merging.merge()
    return merging.done


class _Merging:
    def __init__(self, there: Data, given: Data, source: str, *, prefers_given: bool) -> None:
        self.done = Merged()
        self._there = there
        self._given = given
        self._source = source
        self._prefers_given = prefers_given
        self._known = Known(numbering_of(there, given), Names(there, given))

    def merge(self) -> None:
        self._complete((SHOW,), Show, self._there.get(SHOW, {}), self._given.get(SHOW, {}))
        for section in RECORD_TYPES:
            if records := self._given.get(section):
                self._merge_section(section, records)

    def _merge_section(self, section: str, records: Sequence[Record]) -> None:
        there: Sequence[Record] = self._there.get(section, [])
        found = partners(section, there, records)
        films = films_of(there) if section == "episodes" else {}
        for at, record in enumerate(records):
            name = f"{section}: {full_name(section, record)}"
            if at in found.of:
                position = found.of[at]
                if differing := differing_films(section, there[position], record):
                    self.done.conflicts.append(f"{section}: {full_name(section, there[position])}: {differing}")
                    continue
                self._complete((section, position), RECORD_TYPES[section], there[position], record)
            elif at in found.unclear:
                self._bring_to_one(section, name, record, found.unclear[at])
            elif film := part_of(films, record):
                self.done.conflicts.append(f"{name}: is a part of {film}, which is kept")
            else:
                self.done.operations.append(Add(section, in_order(section, {**record, SOURCES: [self._source]})))

    def _bring_to_one(self, section: str, name: str, record: Record, positions: Sequence[int]) -> None:
        """Bring what is known of a person to the first of the records that may be meant, and tell of the rest."""
        there, known = self._there[section], declarations(RECORD_TYPES[section])
        of_person = {key: value for key, value in record.items() if known[key].is_of_person}
        if of_person:
            self._complete((section, positions[0]), RECORD_TYPES[section], there[positions[0]], of_person)
        main = RECORD_TYPES[section].main
        rest = {key: value for key, value in record.items() if key not in {main, SOURCES, *of_person}}
        if rest and not any(self._has(there[at], rest, known) for at in positions):
            names = [full_name(section, there[at]) for at in positions[:_MOST_NAMED]]
            if (more := len(positions) - _MOST_NAMED) > 0:
                names.append(f"{more:,} more")
            self.done.unclear.append(f"{name}: may be any of {enumerate_words(names)}")

    def _has(self, there: Record, given: Record, known: Mapping[str, Declared]) -> bool:
        return all(not is_empty(there.get(key)) and agree(there[key], each, known[key]) for key, each in given.items())

    def _complete(self, path: Path, record_type: type[CatalogueRecord], there: Record, given: Record) -> None:
        """Put into a record what it lacks."""
        known = declarations(record_type)
        left_alone = {SOURCES, _CITES, identifying_key(record_type)}
        to_be = with_names(there, given, record_type.main, prefers_given=self._prefers_given)
        found = {}
        for key, value in given.items():
            is_known = not self._prefers_given and is_other_name(key, value, to_be) and not is_empty(there.get(key))
            if key not in left_alone and not is_known:
                new = self._new_value(path, key, there.get(key), without_known_names(key, value, to_be), known[key])
                if not is_empty(new):
                    found[key] = new
        gained = without_strangers(there, given, found, known)
        for key in orphans(there, given, gained, known):
            self.done.operations.append(Drop(path, key))
            if isinstance(cites := there.get(_CITES), dict) and key in cites:
                self.done.operations.append(Drop(path, _CITES, key))
        self.done.operations += [Put(path, key, value) for key, value in gained.items()]
        if gained and not there:
            self.done.operations.append(Put(path, SOURCES, [self._source]))
        elif cites := cites_of(there, gained, self._source):
            self.done.operations.append(Put(path, _CITES, cites))

    def _new_value(self, path: Path, key: str, there: Any, given: Any, declared: Declared) -> Any:
        """Return what is put under a key; `None` if it stays as it is."""
        if is_empty(there):
            return given
        if isinstance(there, Mapping) and isinstance(given, Mapping) and (inner := declared.item):
            found = {
                name: self._new_value(path, f"{key}.{name}", there.get(name), each, inner)
                for name, each in given.items()
            }
            return {name: each for name, each in found.items() if not is_empty(each)}
        is_list = declared.item is not None and declared.own_type is None and not declared.name
        if is_list and isinstance(there, list) and isinstance(given, list):
            both = united(there, given, declared, self._known)
            return both if len(both) > len(there) else None
        if is_better(there, given, declared):
            return given
        if agree(there, given, declared) or declared.ages:
            return None
        if self._prefers_given:
            return given
        if self._source in stated_by(self._record(path), key.partition(".")[0]):
            self.done.is_contradicted = True
        self.done.conflicts.append(self._conflict(path, key, there, given))
        return None

    def _conflict(self, path: Path, key: str, there: Any, given: Any) -> str:
        kept, other = (in_short(value_text(each)) for each in (there, given))
        where = key.replace(".", ": ", 1)
        return f"{self._name(path)}: {where}: {kept} is kept, {self._source} has {other}"

    def _name(self, path: Path) -> str:
        """Return what the show or a record is called, as in what is told of changes."""
        return f"{path[0]}: {full_name(str(path[0]), self._record(path))}" if len(path) > 1 else SHOW

    def _record(self, path: Path) -> Record:
        record: Any = self._there
        for step in path:
            record = record[step] if isinstance(step, int) else record.get(step, {})
        found: Record = record
        return found
