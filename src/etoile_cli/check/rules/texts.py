"""Strings that the reader accepts, but that lack the form of their key, or are no code of its standard.

Also strings of a record's own keys that are in one of its tables, where any key can be read.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from itertools import chain
from typing import NamedTuple

from etoile_cli.catalogue.declarations import Declared, declarations
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.standards import is_listed
from etoile_cli.catalogue.vocabulary import Standard
from etoile_cli.check.contents import Contents, Entry, Text, strings, texts
from etoile_cli.check.corrections import correction
from etoile_cli.check.expectation import expected, found
from etoile_cli.check.labels import where
from etoile_cli.check.problem import Finding, Target
from etoile_cli.check.rules.characters import may_be_odd, odd_characters
from etoile_cli.check.rules.links import insecure_address, is_insecure
from etoile_cli.check.structure.record_tables import before_the_table, is_misplaced, owner, tables_of
from etoile_cli.check.structure.values import BAD_VALUE
from etoile_cli.check.text_corrections import correction_of_name

_IS_LISTED = {
    Standard.COUNTRY: "is or was in use",
    Standard.REGION: "is in use",
    Standard.LANGUAGE: "is in use",
}


def wrong_texts(contents: Contents) -> Iterator[Finding]:
    """Yield the strings that are blank, no address where one is declared, or no code of their standard.

    Also a record's own keys that are misplaced in one of its tables, and strings of which the characters are odd or
    the address is insecure: to walk over all strings once for each of these takes longer than to look at them.
    """
    for entry in contents.entries:
        if not _are_right(entry):
            yield from chain.from_iterable(map(_wrong_text, texts(entry)))
    yield from _wrong_names(contents)
    yield from _misplaced(contents)


def _wrong_text(each: Text) -> Iterator[Finding]:
    """Yield what is wrong with a string."""
    if not (each.text.isascii() and each.text.isprintable()):
        yield from odd_characters(each)
    if each.declared.is_address:
        yield from insecure_address(each)
    form, standard = each.declared.form, each.declared.standard
    if form and not form.search(each.text):
        is_blank = not each.text.strip()
        yield _finding(each, "must not be blank" if is_blank else f"must be {expected(each.declared)}")
    elif standard and not is_listed(standard, each.text):
        yield _finding(each, f"must be {standard} that {_IS_LISTED[standard]}")


class _Asked(NamedTuple):
    """What is asked of each string that a key holds, and whether its value is a list of strings."""

    test: Callable[[str], object] | None
    is_list: bool


@cache
def _asked(record_type: type[Record]) -> Mapping[str, _Asked]:
    """Return what is asked of the strings of each key."""
    known = declarations(record_type).items()
    return {
        key: _Asked(_test(declared.held), is_list=declared.each is not declared and declared.each.is_text)
        for key, declared in known
    }


def _test(declared: Declared) -> Callable[[str], object] | None:
    """Return what is true of every right string, whatever its characters are; `None` if nothing is asked."""
    if declared.is_address or declared.standard:
        return partial(_is_right, declared)
    return declared.form.search if declared.form else None


def _is_right(declared: Declared, text: str) -> bool:
    if declared.form and not declared.form.search(text):
        return False
    if declared.is_address and is_insecure(text):
        return False
    return not declared.standard or is_listed(declared.standard, text)


def _are_right(entry: Entry) -> bool:
    """Return whether the strings of a record are right; false if that is not certain.

    Unlike `texts` it makes no paths, which only a finding needs.
    """
    asked = _asked(entry.type)
    held: list[str] = []
    for name, value in entry.values.items():
        test, is_list = asked[name]
        if isinstance(value, str):
            if test and not test(value):
                return False
            held.append(value)
        elif value:
            several = value if is_list and None not in value else list(strings(value))
            if test and not all(map(test, several)):
                return False
            held += several
    together = "".join(held)
    return together.isprintable() and (together.isascii() or not may_be_odd(together))


def _wrong_names(contents: Contents) -> Iterator[Finding]:
    """Yield the keys of tables that have the form of a code and are no code of their standard."""
    for entry in contents.with_tables:
        for name in tables_of(entry.type):
            declared, table = declarations(entry.type)[name].name, entry.values.get(name)
            if declared is None or declared.standard is None or not isinstance(table, dict):
                continue
            for key in table:
                path = (*entry.path, name, key)
                if not is_listed(declared.standard, key) and not is_misplaced(path):
                    message = f"{where(path)} must be {declared.standard} that {_IS_LISTED[declared.standard]}"
                    hint = partial(correction_of_name, key, declared, table)
                    yield Finding(BAD_VALUE, path, message, hint, Target.KEY)


def _misplaced(contents: Contents) -> Iterator[Finding]:
    # In a table of ids elsewhere, such a key is reported as the scheme that it would be.
    for entry in contents.with_tables:
        for each in texts(entry, (key for key in tables_of(entry.type) if key in entry.values)):
            if not each.declared.is_other_id and is_misplaced(each.path):
                message = f"{where(each.path)} is a key of {owner(each.path)}"
                yield Finding(BAD_VALUE, each.path, message, before_the_table(each.path), Target.KEY)


def _finding(each: Text, message: str) -> Finding:
    hint = partial(correction, each.text, each.declared)
    return Finding(BAD_VALUE, each.path, f"{where(each.path)} {message}, found {found(each.text)}", hint)
