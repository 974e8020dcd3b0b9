"""Sources: that every record names one, and that every source is named."""

from collections.abc import Iterator, Mapping
from typing import Any

from etoile_cli.catalogue.citations import CitingKeys, citing_keys
from etoile_cli.catalogue.declarations import Declared, declarations, identifying_key
from etoile_cli.catalogue.records import Source
from etoile_cli.check.contents import Contents, Entry
from etoile_cli.check.problem import Code, Finding, Severity, Target
from etoile_cli.check.rules.misspelt_ids import meant_by
from etoile_cli.check.rules.named_ids import named_ids
from etoile_cli.check.toml.advice.quoting import quote
from etoile_cli.text.values import enumerate_words

UNSOURCED = Code(
    "unsourced",
    Severity.WARNING,
    means=(
        "A record names no source; or it has no `sources`, and `cites` names some only for single values, so that the "
        "others have none. Sources themselves need none, nor do notes, names to sort by, and what the catalogue says "
        "of itself: ids, what an address leads to, the day an offer was checked."
    ),
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

# A message names no more values.
_MOST = 3


def unsourced_records(contents: Contents) -> Iterator[Finding]:
    """Yield the records that name no source, and those that cite one only for some of their values.

    The sources themselves need none.
    """
    for entry in contents.entries:
        keys = citing_keys(entry.type) if entry.type is not Source else None
        if keys and keys.whole and all(entry.values.get(key, []) == [] for key in keys.whole):
            yield from _unsourced(entry, keys)


def _unsourced(entry: Entry, keys: CitingKeys) -> Iterator[Finding]:
    cited = [entry.values.get(key, {}) for key in keys.single]
    if not any(cited) and None not in cited:
        there = next((key for key in keys.whole if key in entry.values), "")
        target = Target.VALUE if there else Target.RECORD
        yield Finding(UNSOURCED, (*entry.path, there or keys.whole[0]), "names no source", target=target)
    elif None not in cited:
        uncited = [key for key in _facts(entry) if not any(key in table for table in cited)]
        if uncited:
            names = [*map(quote, uncited[:_MOST]), *([f"{len(uncited) - _MOST} more"] if uncited[_MOST:] else [])]
            yield Finding(UNSOURCED, (*entry.path, uncited[0]), f"names no source for {enumerate_words(names)}")


def _facts(entry: Entry) -> Iterator[str]:
    """Yield the keys of a record whose values are facts that a source can state."""
    known = declarations(entry.type)
    return (key for key, value in entry.values.items() if value not in (None, "", [], {}) and _is_fact(known[key]))


def _is_fact(declared: Declared) -> bool:
    """Return whether values are facts: not those that are the catalogue's own, an id or a name to sort by."""
    is_own = declared.identifies or declared.sorts or declared.kind_of or declared.ages or declared.is_remark
    return not is_own and not declared.held.is_citation


def unused_sources(contents: Contents) -> Iterator[Finding]:
    """Yield the sources that no record names; none if the sources of some record can't be read.

    A source that was probably meant by an unknown id is not reported: the unknown id is.
    """
    used: set[str | None] = set()
    for entry in contents.entries:
        used.update(_named_by(entry))
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
    for key in citing_keys(entry.type).all:
        if key in entry.values:
            yield from _ids_in(entry.values[key])


def _ids_in(value: Any) -> Iterator[str | None]:
    if value is None or isinstance(value, str):
        yield value
        return
    for each in value.values() if isinstance(value, Mapping) else value:
        yield from (each,) if isinstance(each, str) else _ids_in(each)


def _id(entry: Entry) -> str:
    return entry.values.get(_ID) or ""
