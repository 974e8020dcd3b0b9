"""Ids elsewhere: whether they have the form of their scheme, and whether each scheme is there once, as it is spelt."""

from collections.abc import Iterator, Mapping
from functools import partial

from etoile_cli.checking import writing
from etoile_cli.checking.contents import Contents
from etoile_cli.checking.expectation import found
from etoile_cli.checking.problem import Code, Finding, Part
from etoile_cli.checking.quoting import quote, where
from etoile_cli.checking.toml.outline import Path
from etoile_cli.checking.writing import Hint
from etoile_cli.ids import SCHEMES, Scheme, is_id, is_placeholder, meant, scheme_key, scheme_of
from etoile_cli.model import Show

_LEAVE_OUT = Hint("what is not known is left out")


def malformed_ids(contents: Contents) -> Iterator[Finding]:
    """Yield the ids that can't be what they are said to be, and the schemes that are misspelt or stand there twice."""
    for entry in contents.of(Show):
        ids = entry.values.get("ids")
        if not isinstance(ids, dict):
            continue
        path = (*entry.path, "ids")
        yield from _misspelt_schemes(path, ids)
        for key, id_ in ids.items():
            if id_ and id_.strip() and not is_id(key, id_):
                yield _malformed((*path, key), scheme_of(key), id_)


def _misspelt_schemes(path: Path, ids: Mapping[str, str | None]) -> Iterator[Finding]:
    first = {scheme_key(key).lower(): key for key in reversed([*ids])}
    for key in ids:
        right, place = scheme_key(key), (*path, key)
        other = right if right in SCHEMES and right in ids else first[right.lower()]
        if key != other:
            message = f"{where(place)} is the same scheme as {quote(other)}"
            hint = Hint(f"keep one of them, as {quote(scheme_key(other))}")
            yield Finding(Code.MALFORMED_ID, place, message, hint, Part.KEY, first=(*path, other))
        elif not right:
            yield Finding(Code.MALFORMED_ID, place, f"{where(place)} names no scheme", part=Part.KEY)
        elif key != right:
            message = f"{where(place)} is not how the scheme is spelt"
            yield Finding(
                Code.MALFORMED_ID,
                place,
                message,
                writing.meant_key(right),
                Part.KEY,
            )


def _malformed(place: Path, scheme: Scheme | None, id_: str) -> Finding:
    if scheme is None:
        message = f"{where(place)} says nothing, found {found(id_)}"
        return Finding(Code.MALFORMED_ID, place, message, _LEAVE_OUT)
    message = f"{where(place)} must be an id of {scheme.name} like {quote(scheme.example)}, found {found(id_)}"
    return Finding(Code.MALFORMED_ID, place, message, partial(_guess, scheme, id_))


def _guess(scheme: Scheme, text: str, _marked: str) -> Hint:
    return _LEAVE_OUT if is_placeholder(text) else writing.meant(meant(scheme, text))
