"""Records from JSON and JSON Lines: what other programs print, and what `etoile` itself prints."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.edit.given.typed import from_json, is_text
from etoile_cli.errors import UsageError

Given = Mapping[str, Any]
_MARK = "\ufeff"


class _Placed(NamedTuple):
    """A value of JSON, and where it is in the input, in words."""

    value: Any
    place: str


def made_up(record_type: type[Record]) -> frozenset[str]:
    """Return the columns that listings make up from the keys of records, which no catalogue holds: `episode`."""
    return frozenset((*record_type.derived, *record_type.tallied))


def records_in_json(text: str, section: str) -> Sequence[Given]:
    """Return the records of a section in an object, an array of objects, or JSON Lines.

    Raises UsageError if it is none of these, with the line, if a key is there twice, or if an object is no record.
    """
    return [_from_object(each, section) for each in _values(text.removeprefix(_MARK))]


def _values(text: str) -> Iterator[_Placed]:
    """Yield the values of a text: one document, the items of one, or one on each line."""
    if not text.strip():
        raise UsageError("the input is empty")
    try:
        document = _read(text)
    except (ValueError, RecursionError) as error:
        if "\n" not in text.strip() or not isinstance(error, json.JSONDecodeError) or error.msg != "Extra data":
            raise _not_json(error) from None
    else:
        items = document if isinstance(document, list) else [document]
        yield from (_Placed(each, f"item {number:,}") for number, each in enumerate(items, 1))
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield _Placed(_read(line), f"line {number:,}")
            except (ValueError, RecursionError) as error:
                raise _not_json(error, number) from None


def _read(text: str) -> Any:
    return json.loads(text, object_pairs_hook=_object)


def _object(pairs: Sequence[tuple[str, Any]]) -> Mapping[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        [(twice, _)] = Counter(key for key, _ in pairs).most_common(1)
        raise UsageError(f'the input has an object with the key "{twice}" twice')
    return found


def _not_json(error: ValueError | RecursionError, line: int | None = None) -> UsageError:
    if not isinstance(error, json.JSONDecodeError):
        return UsageError("the input is not JSON: it is nested too deeply, or has too long a number")
    place = f"line {line or error.lineno:,}, column {error.colno:,}"
    return UsageError(f"the input is not JSON: {error.msg[:1].lower()}{error.msg[1:]} ({place})")


def _from_object(placed: _Placed, section: str) -> Given:
    if not isinstance(placed.value, dict):
        raise UsageError(
            f"{placed.place} of the input is no object",
            hint="a record is an object: give one, an array of them, or one a line",
        )
    if not all(map(is_text, _texts(placed.value))):
        raise UsageError(f"{placed.place} of the input holds half of a surrogate pair, which is no character")
    _refuse_other_objects(placed, section)
    known, not_held = declarations(RECORD_TYPES[section]), made_up(RECORD_TYPES[section])
    record = {key: from_json(known.get(key), each) for key, each in placed.value.items() if key not in not_held}
    return {key: each for key, each in record.items() if each is not None}


def _refuse_other_objects(placed: _Placed, section: str) -> None:
    """Raise UsageError if an object is no record of a section, but a whole catalogue, or what a search found, say."""
    value, known = placed.value, declarations(RECORD_TYPES[section])
    if isinstance(value.get("show"), dict):
        what, hint = "is a whole catalogue", f"its {section} are what jq .{section} prints"
    elif isinstance(value.get("record"), dict) and "section" in value:
        what = "is what etoile search prints"
        hint = f"etoile {SECTIONS[section].command} WORDS --json prints records of {section}"
    elif value and not value.keys() & {*known, *made_up(RECORD_TYPES[section])}:
        what, hint = f"has no key of a record of {section}", f"the keys are {', '.join(known)}"
    else:
        return
    raise UsageError(f"{placed.place} of the input {what}", hint=hint)


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for each in value:
                yield from _texts(each)
        case dict():
            yield from value
            yield from _texts(list(value.values()))
