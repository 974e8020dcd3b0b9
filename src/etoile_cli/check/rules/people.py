"""People: whether one is spelt in two ways, or has two ids in one scheme."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.schemes import scheme_key, valid_ids
from etoile_cli.check.contents import Contents, Entry, Text, strings, texts
from etoile_cli.check.labels import where
from etoile_cli.check.problem import Code, Finding, Severity
from etoile_cli.check.rules.ids import keys_of_ids
from etoile_cli.check.rules.seasons import CONTRADICTION
from etoile_cli.check.toml.advice.hints import Hint, meant
from etoile_cli.check.toml.advice.quoting import quote
from etoile_cli.check.toml.outline import Path
from etoile_cli.text.folding import fold
from etoile_cli.text.normal_forms import normalized

TWO_SPELLINGS = Code(
    "two-spellings",
    Severity.WARNING,
    means=(
        "The name of somebody is spelt in two ways that differ only in case, accents or signs. It may be, if one "
        "of the two is among `aliases`."
    ),
    why="Whoever counts, sorts or joins by names takes one person for two.",
    wrong="""\
format = 1

[show]
title = "Étoile"

[[cast]]
name = "Lou de Laâge"

[[awards]]
award = "Critics' Choice Awards 2026"
recipients = ["Lou de Laage"]
result = "nominated"
""",
    right="""\
format = 1

[show]
title = "Étoile"

[[cast]]
name = "Lou de Laâge"

[[awards]]
award = "Critics' Choice Awards 2026"
recipients = ["Lou de Laâge"]
result = "nominated"
""",
)


def names_spelt_twice(contents: Contents) -> Iterator[Finding]:
    """Yield the names of people that earlier ones spell otherwise: they differ only in case, accents or signs."""
    names: dict[str, str] = {}
    if all(names.setdefault(fold(text), text) == text for text in _name_texts(contents)):
        return
    seen: dict[str, Text] = {}
    pairs = ((seen.setdefault(fold(each.text), each), each) for each in _names(contents))
    differing = [(first, each) for first, each in pairs if first.text != each.text]
    aliases = {_plain(each.text) for each in _names(contents, other=True)} if differing else set()
    for first, each in differing:
        spellings = {_plain(first.text), _plain(each.text)}
        if len(spellings) == 2 and not spellings & aliases:
            message = f"{where(each.path)} {quote(each.text)} is spelt {quote(first.text)}"
            yield Finding(TWO_SPELLINGS, each.path, message, meant(first.text), first=first.path)


def _name_texts(contents: Contents) -> Iterator[str]:
    """Yield the names of people without their paths, which are wanted only if one is spelt in two ways."""
    for entry in contents.entries:
        for key in _keys_of_names(entry.type, other=False):
            yield from (text for text in strings(entry.values.get(key)) if text.strip())


def _names(contents: Contents, *, other: bool = False) -> Iterator[Text]:
    for entry in contents.entries:
        yield from (each for each in texts(entry, _keys_of_names(entry.type, other=other)) if each.text.strip())


@cache
def _keys_of_names(record_type: type[Record], *, other: bool) -> Sequence[str]:
    """Return the keys that hold names of people, or other names of the same."""
    wanted = "other" if other else "name"
    return [key for key, declared in declarations(record_type).items() if declared.held.person == wanted]


def _plain(name: str) -> str:
    return " ".join(normalized("NFC", name).split())


class _Ids(Struct, frozen=True):
    """The ids of a person that have the form of their schemes, and the places of them, by scheme."""

    by_scheme: Mapping[str, str]
    places: Mapping[str, Path]


def ids_of_one_name(contents: Contents) -> Iterator[Finding]:
    """Yield the ids of a person that contradict those of the first record of the same name.

    Records that agree in none of several schemes are of two people who share a name.
    """
    seen: dict[str, _Ids] = {}
    for entry in contents.with_tables:
        name = entry.values.get(entry.type.main)
        if name and (ids := _ids(entry)).by_scheme:
            first = seen.setdefault(_plain(name), ids)
            shared = [scheme for scheme in ids.by_scheme if scheme in first.by_scheme]
            other = [scheme for scheme in shared if ids.by_scheme[scheme] != first.by_scheme[scheme]]
            if len(other) < len(shared) or len(shared) == 1:
                yield from (_contradiction(scheme, ids, first) for scheme in other)


def _contradiction(scheme: str, ids: _Ids, first: _Ids) -> Finding:
    path = ids.places[scheme]
    message = (
        f"{where(path)} is {quote(ids.by_scheme[scheme])}, and {quote(first.by_scheme[scheme])} for the same name"
    )
    hint = Hint("if they are two people, give both an id in a second scheme")
    return Finding(CONTRADICTION, path, message, hint, first=first.places[scheme])


@cache
def _keys_of_ids(record_type: type[Record]) -> Sequence[str]:
    return [key for key, kind in keys_of_ids(record_type) if kind == "person"]


def _ids(entry: Entry) -> _Ids:
    places: dict[str, Path] = {}
    held: dict[str, str] = {}
    for key in _keys_of_ids(entry.type):
        for scheme, id_ in (entry.values.get(key) or {}).items():
            if id_:
                held[scheme] = id_
                places.setdefault(scheme_key(scheme), (*entry.path, key, scheme))
    return _Ids(valid_ids("person", held), places)
