"""Citations of single values: whether the record has the values for which it cites sources."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from etoile_cli.catalogue.citations import citable_keys, citing_keys
from etoile_cli.catalogue.declarations import declarations, identifying_key
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import Source
from etoile_cli.check.contents import Contents, Entry
from etoile_cli.check.labels import where
from etoile_cli.check.problem import Code, Finding, Severity, Target
from etoile_cli.check.structure.record_tables import before_the_table, owner
from etoile_cli.check.toml.advice.hints import NO_HINT, Hint, already_there, certain, meant_key
from etoile_cli.check.toml.outline import Path
from etoile_cli.text.suggestions import is_slip, nearest
from etoile_cli.text.values import enumerate_words

CITES_NOTHING = Code(
    "cites-nothing",
    Severity.ERROR,
    means=(
        "A key in `cites` is no key of the record, or the record has no value for it; or it is one that no source can "
        "state: the record's own id, or its sources. A table such as `ids` is cited as a whole."
    ),
    why="The source states something that the catalogue does not hold: a slip of the pen, or a fact that was lost.",
    wrong="""\
format = 1

[show]
title = "Étoile"
premiere = 2025-04-24
sources = ["avclub"]
cites = { premier = ["avclub"], ended = ["avclub"] }

[[sources]]
id = "avclub"
title = "Étoile review"
url = "https://www.avclub.com/etoile-review-tv-prime-video"
""",
    right="""\
format = 1

[show]
title = "Étoile"
premiere = 2025-04-24
sources = ["avclub"]
cites = { premiere = ["avclub"] }

[[sources]]
id = "avclub"
title = "Étoile review"
url = "https://www.avclub.com/etoile-review-tv-prime-video"
""",
)

_ID = identifying_key(Source)


def values_not_there(contents: Contents) -> Iterator[Finding]:
    """Yield the keys for which a record cites sources, and for which it has no value that a source could state."""
    ids: Collection[str] | None = None
    for entry in contents.with_tables:
        for table in citing_keys(entry.type).single:
            cites = entry.values.get(table)
            for key in cites if isinstance(cites, dict) else ():
                if ids is None:
                    ids = {str(each.values.get(_ID)) for each in contents.of(Source)}
                yield from _finding(entry, (*entry.path, table, key), ids)


def _finding(entry: Entry, place: Path, ids: Collection[str]) -> Iterator[Finding]:
    """Yield what is wrong with a key in a table of citations, if anything is."""
    *_, table, key = map(str, place)
    known, cites = declarations(entry.type), entry.values[table]
    if key not in known:
        message = f"{where(place)} is no key of {owner(place)}"
        yield Finding(CITES_NOTHING, place, message, partial(_meant, entry.type, key, cites), Target.KEY)
    elif key not in citable_keys(entry.type):
        message = f"{where(place)} is nothing that a source states"
        hint = _instead(entry, place)
        yield Finding(CITES_NOTHING, place, message, hint, Target.KEY)
    elif cites[key] and None not in cites[key] and not _has_value(entry, key):
        message = f"{where(place)} has no value in {owner(place)}"
        hint = before_the_table(place) if _is_value(entry, key, cites[key], ids) else NO_HINT
        yield Finding(CITES_NOTHING, place, message, hint, Target.KEY)


def _instead(entry: Entry, place: Path) -> Hint:
    """Return what to do with a key in a table of citations that names sources of the whole record, or of values."""
    key = str(place[-1])
    if key not in citing_keys(entry.type).whole or key in entry.values:
        return already_there(key) if key in citing_keys(entry.type).whole else NO_HINT
    return before_the_table(place)


def _has_value(entry: Entry, key: str) -> bool:
    return entry.values.get(key, "") not in ("", [], {})


def _is_value(entry: Entry, key: str, cited: Sequence[str | None], ids: Collection[str]) -> bool:
    """Return whether what stands below a citation is rather the value that the record itself lacks at that key."""
    declared = declarations(entry.type)[key]
    return not _has_value(entry, key) and not any(each in ids for each in cited) and declared.accepts(cited)


def misplaced_values(entry: Entry, ids: Collection[str]) -> Collection[Path]:
    """Return the paths in tables of citations that hold values of the record, which are no ids of sources."""
    tables = [table for table in citing_keys(entry.type).single if entry.values.get(table)]
    return [
        (*entry.path, table, key)
        for table in tables
        for key, cited in entry.values[table].items()
        if cited and key in citable_keys(entry.type) and _is_value(entry, key, cited, ids)
    ]


def _meant(record_type: type[Record], key: str, cites: Mapping[str, Any], _marked: str) -> Hint:
    """Return which key was probably meant: the key of a table for what is in it, the keys of a value made of them."""
    known = declarations(record_type)
    if derived := record_type.derived.get(key):
        return Hint(f"cite {enumerate_words(derived.keys)}")
    table, dot, _ = key.partition(".")
    citable = citable_keys(record_type)
    guess = table if dot and table in known else nearest(key, citable)
    if guess and guess in cites:
        return already_there(guess)
    return certain(meant_key(guess), when=not dot and bool(guess) and is_slip(key, guess, citable))
