"""The credits of a show: every mention of a person in its catalogue, in the order of the catalogue."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from msgspec import Struct

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import RECORD_TYPES, Award, Catalogue
from etoile_cli.catalogue.numbering import Numbering
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import CastMember, Contributor
from etoile_cli.catalogue.spans import AFTER_ALL
from etoile_cli.people.credit import Credit, Honour, Part, Role, Run
from etoile_cli.text.values import in_words, show
from etoile_cli.wording.runs import run_in_words

_NOWHERE = (AFTER_ALL, 0)


def credits_of(show_name: str, catalogue: Catalogue) -> list[Credit]:
    """Return the credits of everybody whom a catalogue names: cast, creators, crew, of episodes, of awards.

    Who wrote a source is no credit.
    """
    return list(each_credit(show_name, catalogue))


def each_credit(show_name: str, catalogue: Catalogue, *, with_runs: bool = True) -> Iterator[Credit]:
    """Yield them one by one, for who doesn't keep them all.

    Without runs of episodes, which nobody needs to tell who is who, it takes a quarter of the time.
    """
    numbering = Numbering.of(catalogue) if with_runs else None
    for section, record_type in RECORD_TYPES.items():
        yield from _of_section(show_name, section, _keys(record_type), getattr(catalogue, section), numbering)


class _Keys(Struct, frozen=True):
    """The keys of a record type that are about people.

    `main` says that a record is a person; then `sort_name`, `aliases` and `ids` are the keys of those, empty if there
    are none. `lists` are the keys that hold names of people, by what they are called there: `director`.
    """

    main: str
    sort_name: str
    aliases: str
    ids: str
    lists: Mapping[str, str]


@cache
def _keys(record_type: type[Record]) -> _Keys:
    known = declarations(record_type)
    main = record_type.main if known[record_type.main].person == "name" else ""
    return _Keys(
        main=main,
        sort_name=next((key for key, each in known.items() if main and each.sorts == main), ""),
        aliases=next((key for key, each in known.items() if each.held.person == "other"), ""),
        ids=next((key for key, each in known.items() if each.held.id_kind == "person"), ""),
        lists={
            each.one or in_words(key): key for key, each in known.items() if each.held.person == "name" and key != main
        },
    )


def _of_section(
    show_name: str, section: str, keys: _Keys, records: Sequence[Record], numbering: Numbering | None
) -> Iterator[Credit]:
    if keys.main:
        for number, record in enumerate(records, start=1):
            yield _of_person(show_name, section, number, record, keys, numbering)
    if not keys.lists:
        return
    if records and isinstance(records[0], Award):
        for number, record in enumerate(records, start=1):
            yield from _of_award(show_name, section, number, record, keys, numbering)
    else:
        yield from _of_lists(show_name, section, records, keys, numbering)


def _of_person(
    show_name: str, section: str, number: int, record: Any, keys: _Keys, numbering: Numbering | None
) -> Credit:
    """Return the credit of a record that is a person."""
    episodes = _episodes(record)
    parts: tuple[Part, ...] = ()
    roles: tuple[Role, ...] = ()
    if isinstance(record, CastMember):
        parts = (Part(record.character, record.role, record.billing, episodes, show_name),)
    else:
        named = (record.roles if isinstance(record, Contributor) else ()) or (None,)
        roles = tuple(Role(role, section, episodes, show_name) for role in named)
    return Credit(
        name=getattr(record, keys.main),
        show=show_name,
        section=section,
        number=number,
        sort_name=getattr(record, keys.sort_name) if keys.sort_name else None,
        aliases=getattr(record, keys.aliases) if keys.aliases else (),
        profession=record.profession if isinstance(record, CastMember) else None,
        known_for=record.known_for if isinstance(record, CastMember | Contributor) else (),
        ids=getattr(record, keys.ids) if keys.ids else {},
        parts=parts,
        roles=roles,
        runs=_runs(episodes, numbering),
    )


def _of_award(
    show_name: str, section: str, number: int, record: Any, keys: _Keys, numbering: Numbering | None
) -> Iterator[Credit]:
    """Yield the credits of those whom an award names, who need be no persons: a catalogue doesn't tell."""
    episodes = _episodes(record)
    honour = Honour(record.award, record.category, record.result, episodes, show_name)
    runs = _runs(episodes, numbering)
    for key in keys.lists.values():
        for name in dict.fromkeys(getattr(record, key)):
            yield Credit(name, show_name, section, number, awards=(honour,), runs=runs)


def _of_lists(
    show_name: str, section: str, records: Sequence[Record], keys: _Keys, numbering: Numbering | None
) -> Iterator[Credit]:
    """Yield a credit for each role and name in lists of people, with all the episodes where it stands."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for record in records:
        episodes = dict.fromkeys(_episodes(record))
        for role, key in keys.lists.items():
            for name in getattr(record, key):
                found.setdefault((role, name), {}).update(episodes)
    for (role, name), episodes in found.items():
        codes = tuple(episodes)
        yield Credit(
            name,
            show_name,
            section,
            roles=(Role(role, section, codes, show_name),),
            runs=_runs(codes, numbering),
        )


def _episodes(record: Record) -> tuple[str, ...]:
    """Return the codes of the episodes that a record is about: its own, if it is an episode or a season."""
    if record.codes:
        return (getattr(record, next(iter(record.codes.values()))),)
    key = _key_of_episodes(type(record))
    return getattr(record, key) if key else ()


@cache
def _key_of_episodes(record_type: type[Record]) -> str:
    return next((key for key, each in declarations(record_type).items() if each.item and each.held.runs), "")


def _runs(codes: Sequence[str], numbering: Numbering | None) -> tuple[Run, ...]:
    """Return the fewest runs of episodes that codes name; specials last, then what is no such code."""
    if numbering is None:
        return ()
    runs = [Run(run_in_words(span, numbering), *span) for span in numbering.merged(codes)]
    others = [Run(text, _NOWHERE, _NOWHERE) for code in codes if numbering.span(code) is None and (text := show(code))]
    return (*sorted(runs, key=lambda run: run.order), *others)
