"""Asking for a record on a terminal, key by key: what each means and takes, and again where an answer won't do."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from shlex import quote
from typing import Any

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.references import References
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.check.expectation import expected, mismatch
from etoile_cli.check.toml.notation import value_of
from etoile_cli.cli.keys_told import required_first, takes
from etoile_cli.edit.given.cells import from_cell
from etoile_cli.edit.given.typed import is_text
from etoile_cli.system.messages import say_line
from etoile_cli.system.questions import answer

Record = Mapping[str, Any]
_CODE = "`([^`]*)`"


def ask_for_record(section: str, known: Mapping[str, Declared], catalogue: Catalogue | None) -> Record:
    """Ask for the keys of a record, those that it must have first, and return the answers; an empty one is no value.

    Ctrl-D skips all that is left. Of a catalogue that can't be read, `None`, no ids are offered, and any is taken.
    """
    say_line(
        f"A new {SECTIONS[section].singular} record. Enter skips a key, Ctrl-D all that are left; Ctrl-C ends, and "
        "nothing is written."
    )
    references = References(catalogue)
    record: dict[str, Any] = {}
    for key, declared in required_first(known):
        ids = (
            references.ids(declared.held.refers_to) if declared.held.refers_to and not declared.held.identifies else ()
        )
        say_line(_question(key, declared, ids))
        value = _valid_answer(declared, ids)
        if value is _END:
            break
        if value is not None:
            record[key] = value
    return record


_END = object()


def ask_for_value(key: str, declared: Declared) -> Any:
    """Ask for the value of one key that must have one; `None` after Ctrl-D."""
    say_line(_question(key, declared, ()).lstrip())
    value = _valid_answer(declared, ())
    return None if value is _END else value


def _question(key: str, declared: Declared, ids: Collection[str]) -> str:
    required = " (required)" if declared.required else ""
    described = re.sub(_CODE, lambda found: _as_answer(found[1]), declared.description)
    return f"\n{key}{required}: {' '.join(filter(None, (described, takes(declared, ids))))}"


def _as_answer(code: str) -> str:
    """Return what a description has as code in the form of an answer: `imdb=tt0000001` for a table, `52; 75`."""
    value = value_of(code)
    if not isinstance(value, Mapping):
        return "; ".join(map(_text, _items(value))) if isinstance(value, list) else code
    return "; ".join(f"{key}={','.join(map(_text, _items(each)))}" for key, each in value.items())


def _valid_answer(declared: Declared, ids: Collection[str]) -> Any:
    """Return the value of an answer that a key takes, `None` for no value; asks again until there is one."""
    while True:
        text = answer()
        if text is None:
            return _END
        if not text:
            if not declared.required:
                return None
            say_line("It is required.")
            continue
        if not is_text(text):
            say_line("It is not UTF-8.")
            continue
        value = from_cell(declared, text)
        if wrong := _is_no_table(declared, text) or _what_is_wrong(declared, value, ids):
            say_line(wrong)
            continue
        return value


def _is_no_table(declared: Declared, text: str) -> str:
    pairs = [each.partition("=") for each in text.split(";") if each.strip()] if declared.name else []
    if all(name.strip() and value.strip() for name, _, value in pairs):
        return ""
    form = next((f", such as {_as_answer(code)}" for code in re.findall(_CODE, declared.description)), "")
    return f"It must be key=value{form}."


def _mismatch(declared: Declared, value: Any) -> str:
    """Return what is wrong with the first value that is, however deep in lists and tables, and what was meant."""
    if isinstance(value, list) and declared.item:
        return next(filter(None, (_mismatch(declared.item, each) for each in value)), "")
    if isinstance(value, Mapping) and declared.name:
        for name, each in value.items():
            if not declared.name.fits(name):
                return _told(f"Its key must be {expected(declared.name)}", declared.name, name)
            if (inner := declared.at((name,))) and (wrong := _mismatch(inner, each)):
                return wrong
        return ""
    return "" if declared.fits(value) else _told(f"It {mismatch(value, declared)}", declared, value)


def _told(wrong: str, declared: Declared, value: Any) -> str:
    """Return what is wrong, and as the answer to give what was probably meant."""
    from etoile_cli.check.corrections import correction

    hint = correction(value, declared, str(value))
    meant = value_of(f"[{hint.text}]") if hint.text else None
    words = f"did you mean {'; '.join(map(_text, _items(meant)))}?" if meant else hint.words
    return f"{wrong} ({words})." if words else f"{wrong}."


def _what_is_wrong(declared: Declared, value: Any, ids: Collection[str]) -> str:
    if not declared.fits(value):
        return _mismatch(declared, value) or f"It {mismatch(value, declared)}."
    if declared.held.refers_to and ids and (unknown := [each for each in _items(value) if each not in ids]):
        return f"No such id: {', '.join(unknown)}."
    return ""


def _items(value: Any) -> list[Any]:
    """Return what a value holds, however deep in lists and tables."""
    if isinstance(value, Mapping):
        value = [*value.values()]
    return [item for each in value for item in _items(each)] if isinstance(value, list) else [value]


def as_command(section: str, record: Record, catalogues: Sequence[str] | None, *, update: bool, dry_run: bool) -> str:
    """Return the command that gives the same record to the same catalogue, with the same options."""
    named = [part for each in catalogues or () for part in ("-c", each)]
    options = [*(["--update"] if update else []), *(["--dry-run"] if dry_run else [])]
    return " ".join(["etoile", "add", section, *map(quote, [*_assignments(record), *options, *named])])


def _assignments(record: Record, before: str = "") -> Iterator[str]:
    for key, value in record.items():
        if isinstance(value, Mapping):
            yield from _assignments(value, f"{before}{key}.")
        else:
            yield from (f"{before}{key}={_text(each)}" for each in _items(value))


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
