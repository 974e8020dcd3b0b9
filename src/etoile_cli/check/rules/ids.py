"""Ids elsewhere: whether they have the form of their scheme, and whether each scheme is there once, as it is spelt."""

import re
from collections.abc import Iterator, Mapping
from functools import partial

from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.schemes import Scheme, is_id, scheme_key, scheme_of
from etoile_cli.catalogue.schemes import meant as id_meant
from etoile_cli.check.contents import Contents
from etoile_cli.check.expectation import found
from etoile_cli.check.labels import where
from etoile_cli.check.misplaced import BEFORE_THE_IDS, is_key_among_ids
from etoile_cli.check.problem import Code, Finding, Part
from etoile_cli.check.toml.hints import LEAVE_OUT, Hint, meant, meant_key
from etoile_cli.check.toml.outline import Path
from etoile_cli.check.toml.quoting import quote
from etoile_cli.text.invisible import without_invisible
from etoile_cli.text.placeholders import is_placeholder

_Ids = Mapping[str, str | None]

# An id like `tt0000000` or `Q0` stands for one that isn't known, too.
_ZEROS = "[A-Za-z]*0+"


def malformed_ids(contents: Contents) -> Iterator[Finding]:
    """Yield the ids that can't be what they are said to be, and the schemes that are misspelt or stand there twice.

    Of a scheme that stands there twice, one is kept: one whose id has its form before one that is spelt as it should
    be, before the first. What must go is told of once.
    """
    for entry in contents.of(Show):
        ids = entry.values.get("ids")
        if not isinstance(ids, dict):
            continue
        path = (*entry.path, "ids")
        kept = _kept(ids)
        for key, id_ in ids.items():
            other = kept[_identity(key)]
            if id_ is not None and is_key_among_ids((*path, key)):
                message = f"{where((*path, key))} is a key of the show, and names no scheme"
                yield Finding(Code.MALFORMED_ID, (*path, key), message, BEFORE_THE_IDS, Part.KEY)
                continue
            if not (right := _spelt(key)):
                place = (*path, key)
                yield Finding(Code.MALFORMED_ID, place, f"{where(place)} names no scheme", part=Part.KEY)
            elif key != other:
                yield _same_scheme((*path, key), ids, other)
            elif key != right and right not in ids:
                message = f"{where((*path, key))} is not how the scheme is spelt"
                yield Finding(Code.MALFORMED_ID, (*path, key), message, meant_key(right), Part.KEY)
            if id_ and id_.strip() and not is_id(key, id_) and not (key != other and _is_right(ids, other)):
                yield _malformed((*path, key), scheme_of(key), id_)


def _spelt(key: str) -> str:
    """Return how the key of a scheme should be spelt."""
    return scheme_key(without_invisible(key))


def _identity(key: str) -> str:
    return _spelt(key).lower()


def _kept(ids: _Ids) -> Mapping[str, str]:
    """Return the key to keep of each scheme."""
    best: dict[str, str] = {}
    for key in sorted(ids, key=lambda each: (not _is_right(ids, each), each != _spelt(each))):
        best.setdefault(_identity(key), key)
    return best


def _is_right(ids: _Ids, key: str) -> bool:
    id_ = ids[key]
    return bool(id_ and id_.strip() and is_id(key, id_))


def _same_scheme(place: Path, ids: _Ids, other: str) -> Finding:
    key, right = str(place[-1]), quote(_spelt(other))
    if _is_right(ids, key) or not _is_right(ids, other):
        hint = f"keep one of them, as {right}"
    else:
        hint = f"keep {quote(other)}" if other == _spelt(other) else f"keep {quote(other)}, spelt {right}"
    message = f"{where(place)} is the same scheme as {quote(other)}"
    return Finding(Code.MALFORMED_ID, place, message, Hint(hint), Part.KEY, first=(*place[:-1], other))


def _malformed(place: Path, scheme: Scheme | None, id_: str) -> Finding:
    if scheme is None:
        message = f"{where(place)} says nothing, found {found(id_)}"
        return Finding(Code.MALFORMED_ID, place, message, LEAVE_OUT)
    message = f"{where(place)} must be an id of {scheme.name} like {quote(scheme.example)}, found {found(id_)}"
    return Finding(Code.MALFORMED_ID, place, message, partial(_guess, scheme, id_))


def _guess(scheme: Scheme, text: str, _marked: str) -> Hint:
    is_nothing = is_placeholder(text) or re.fullmatch(_ZEROS, text)
    return LEAVE_OUT if is_nothing else meant(id_meant(scheme, text))
