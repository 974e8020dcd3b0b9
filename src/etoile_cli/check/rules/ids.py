"""Ids in other databases: whether each has the form of its scheme, and each scheme is spelt right and there once."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial

from msgspec import Struct

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.id_schemes import Scheme
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.schemes import id_meant, is_id, scheme_key, scheme_of
from etoile_cli.catalogue.vocabulary import IdKind
from etoile_cli.check.contents import Contents
from etoile_cli.check.expectation import found
from etoile_cli.check.labels import where
from etoile_cli.check.problem import Code, Finding, Severity, Target
from etoile_cli.check.structure.record_tables import before_the_table, is_misplaced, owner, tables_of
from etoile_cli.check.toml.advice.hints import LEAVE_OUT, Hint, certain, meant, meant_key
from etoile_cli.check.toml.advice.quoting import quote
from etoile_cli.check.toml.outline import Path
from etoile_cli.text.invisible import without_invisible
from etoile_cli.text.placeholders import is_placeholder

MALFORMED_ID = Code(
    "malformed-id",
    Severity.WARNING,
    means=(
        "An id does not have the form of its scheme, if that is known (imdb, tmdb, tvdb, tvmaze, rottentomatoes, "
        'eidr, wikidata), or is a placeholder such as "0". A show, an episode and a person have ids of different '
        "forms: tt0000001 is a title of IMDb, nm0000001 a person. Or the key of a scheme is misspelt, repeats a "
        "scheme that is there already, or is a key of the record."
    ),
    why=(
        "Media libraries take shows with the same id for one, whatever it is, and an id without its form leads "
        "nowhere. The exports jsonld, nfo and csl leave it out, and of two ids in one scheme they take one."
    ),
    wrong="""\
format = 1

[show]
title = "Étoile"
ids = { IMDB = "https://www.imdb.com/title/tt0000001/", tvdb = "0" }
""",
    right="""\
format = 1

[show]
title = "Étoile"
ids = { imdb = "tt0000001" }
""",
)


class _Ids(Struct, frozen=True):
    """A table of ids: what they identify, and the ids by the keys of their schemes, `None` for what can't be read."""

    kind: IdKind
    by_key: Mapping[str, str | None]

    def is_right(self, key: str) -> bool:
        """Return whether the id of a key has the form of its scheme."""
        id_ = self.by_key[key]
        return bool(id_ and id_.strip() and is_id(self.kind, key, id_))


# An id like `tt0000000` or `Q0` is a placeholder.
_ZEROS = "[A-Za-z]*0+"


def malformed_ids(contents: Contents) -> Iterator[Finding]:
    """Yield the ids that don't have the form of their scheme, and the schemes that are misspelt or there twice.

    Of the keys of a scheme that is there twice, one is kept: if possible one whose id has the right form, then one
    that is spelt right, then the first. If its id has the right form, the form of the others is not reported.
    """
    for entry in contents.with_tables:
        for name, kind in keys_of_ids(entry.type):
            if isinstance(held := entry.values.get(name), dict):
                ids = _Ids(kind, held)
                kept = _kept(ids)
                for key in held:
                    yield from _findings((*entry.path, name, key), ids, kept[_identity(key)])


@cache
def keys_of_ids(record_type: type[Record]) -> Sequence[tuple[str, IdKind]]:
    """Return the keys that hold tables of ids elsewhere, each with what these ids identify."""
    known = declarations(record_type)
    return [(key, kind) for key in tables_of(record_type) if (kind := known[key].held.id_kind)]


def _findings(place: Path, ids: _Ids, kept: str) -> Iterator[Finding]:
    """Yield what is wrong with an id and its scheme; `kept` is the key to keep if several name the same scheme."""
    key = str(place[-1])
    id_ = ids.by_key[key]
    if id_ is not None and is_misplaced(place):
        message = f"{where(place)} is a key of {owner(place)}, and names no scheme"
        yield Finding(MALFORMED_ID, place, message, before_the_table(place), Target.KEY)
        return
    yield from _scheme_findings(place, ids, kept)
    if id_ and id_.strip() and not ids.is_right(key) and not (key != kept and ids.is_right(kept)):
        yield _malformed(place, scheme_of(ids.kind, key), id_)


def _scheme_findings(place: Path, ids: _Ids, kept: str) -> Iterator[Finding]:
    key = str(place[-1])
    if not (right := _spelt(key)):
        yield Finding(MALFORMED_ID, place, f"{where(place)} names no scheme", target=Target.KEY)
    elif key != kept:
        yield _same_scheme(place, ids, kept)
    elif key != right and right not in ids.by_key:
        message = f"{where(place)} is not how the scheme is spelt"
        yield Finding(MALFORMED_ID, place, message, certain(meant_key(right)), Target.KEY)


def _spelt(key: str) -> str:
    """Return how the key of a scheme should be spelt."""
    return scheme_key(without_invisible(key))


def _identity(key: str) -> str:
    return _spelt(key).lower()


def _kept(ids: _Ids) -> Mapping[str, str]:
    """Return the key to keep of each scheme."""
    best: dict[str, str] = {}
    for key in sorted(ids.by_key, key=lambda each: (not ids.is_right(each), each != _spelt(each))):
        best.setdefault(_identity(key), key)
    return best


def _same_scheme(place: Path, ids: _Ids, other: str) -> Finding:
    key, right = str(place[-1]), quote(_spelt(other))
    if ids.is_right(key) or not ids.is_right(other):
        hint = f"keep one of them, as {right}"
    else:
        hint = f"keep {quote(other)}" if other == _spelt(other) else f"keep {quote(other)}, spelt {right}"
    message = f"{where(place)} is the same scheme as {quote(other)}"
    return Finding(MALFORMED_ID, place, message, Hint(hint), Target.KEY, first=(*place[:-1], other))


def _malformed(place: Path, scheme: Scheme | None, id_: str) -> Finding:
    if scheme is None:
        message = f"{where(place)} says nothing, found {found(id_)}"
        return Finding(MALFORMED_ID, place, message, LEAVE_OUT)
    message = f"{where(place)} must be an id of {scheme.name} like {quote(scheme.example)}, found {found(id_)}"
    return Finding(MALFORMED_ID, place, message, partial(_guess, scheme, id_))


def _guess(scheme: Scheme, text: str, _marked: str) -> Hint:
    is_nothing = is_placeholder(text) or re.fullmatch(_ZEROS, text)
    return LEAVE_OUT if is_nothing else meant(id_meant(scheme, text))
