"""Sources: that every record names one, and that every source is named."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from etoile_cli.catalogue.declarations import declarations, identifying_key
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import Source
from etoile_cli.check.contents import Contents, Entry
from etoile_cli.check.problem import Code, Finding, Severity, Target
from etoile_cli.check.rules.misspelt_ids import meant_by
from etoile_cli.check.rules.named_ids import named_ids
from etoile_cli.check.toml.advice.quoting import quote

UNSOURCED = Code(
    "unsourced",
    Severity.WARNING,
    means="A record names no source. Sources themselves need none.",
    why="Nobody can tell a fact from a rumour without the page that states it.",
    wrong="""\
format = 1

[show]
title = "Étoile"
""",
    right="""\
format = 1

[show]
title = "Étoile"
sources = ["avclub"]

[[sources]]
id = "avclub"
title = "Étoile review"
url = "https://www.avclub.com/etoile-review-tv-prime-video"
""",
)

UNUSED_SOURCE = Code(
    "unused-source",
    Severity.WARNING,
    means="No record names this source.",
    why="It states nothing that the catalogue holds: a fact may have lost its source, or the source its fact.",
    wrong="""\
format = 1

[show]
title = "Étoile"

[[sources]]
id = "avclub"
title = "Étoile review"
url = "https://www.avclub.com/etoile-review-tv-prime-video"
""",
    right="""\
format = 1

[show]
title = "Étoile"
sources = ["avclub"]

[[sources]]
id = "avclub"
title = "Étoile review"
url = "https://www.avclub.com/etoile-review-tv-prime-video"
""",
)

_ID = identifying_key(Source)


def unsourced_records(contents: Contents) -> Iterator[Finding]:
    """Yield the records that name no source; the sources themselves need none."""
    for entry in contents.entries:
        keys = _keys_that_cite(entry.type) if entry.type is not Source else ()
        if keys and all(entry.values.get(key, []) == [] for key in keys):
            there = next((key for key in keys if key in entry.values), "")
            target = Target.VALUE if there else Target.RECORD
            yield Finding(UNSOURCED, (*entry.path, there or keys[0]), "names no source", target=target)


@cache
def _keys_that_cite(record_type: type[Record]) -> Sequence[str]:
    """Return the keys that hold the sources of a record, or one of them."""
    return [key for key, declared in declarations(record_type).items() if declared.held.is_citation]


def unused_sources(contents: Contents) -> Iterator[Finding]:
    """Yield the sources that no record names; none if the sources of some record can't be read.

    A source that was probably meant by an unknown id is not reported: the unknown id is.
    """
    used = {source for entry in contents.entries for source in _named_by(entry)}
    if None in used:
        return
    unused = [entry for entry in contents.of(Source) if _id(entry).strip() and _id(entry) not in used]
    sources = named_ids(contents).get("sources") if unused else None
    meant = meant_by(sources.known, sources.unknown) if sources else ()
    for entry in unused:
        if _id(entry) not in meant:
            yield Finding(UNUSED_SOURCE, (*entry.path, _ID), f"no record names {quote(_id(entry))}")


def _named_by(entry: Entry) -> Iterator[str | None]:
    """Yield the ids of the sources that a record names, `None` for each that can't be read."""
    for key in _keys_of_sources(entry.type):
        value = entry.values.get(key, ())
        yield from [value] if value is None or isinstance(value, str) else _values(value)


@cache
def _keys_of_sources(record_type: type[Record]) -> Sequence[str]:
    """Return the keys that hold the id of a source, or several."""
    known = declarations(record_type)
    return [key for key, declared in known.items() if declared.held.is_citation]


def _values(value: Sequence[str | None] | Mapping[str, str | None]) -> Iterable[str | None]:
    return value.values() if isinstance(value, Mapping) else value


def _id(entry: Entry) -> str:
    return entry.values.get(_ID) or ""
