"""Strings: the forms that the model asks for though a catalogue is read without, codes, and odd characters."""

from collections.abc import Iterable, Iterator
from functools import partial
from unicodedata import name

from etoile_cli.catalogue.standards import is_listed
from etoile_cli.check.contents import Contents, Text, texts
from etoile_cli.check.expectation import expected, found
from etoile_cli.check.labels import where
from etoile_cli.check.problem import Code, Finding
from etoile_cli.check.remedies import remedy
from etoile_cli.check.toml.hints import Hint, write
from etoile_cli.text.composition import most_marks_in
from etoile_cli.text.escaping import controls_in, escape_controls
from etoile_cli.text.invisible import invisible_in, without_invisible


def wrong_texts(contents: Contents) -> Iterator[Finding]:
    """Yield the strings that say nothing, are no address where one should be, or no code of their standard."""
    for each in _texts(contents):
        form, standard = each.declared.form, each.declared.standard
        if form and not form.search(each.text):
            is_blank = not each.text.strip()
            yield _finding(each, "must not be blank" if is_blank else f"must be {expected(each.declared)}")
        elif standard and not is_listed(standard, each.text):
            yield _finding(each, f"must be {standard} that is in use")


def _finding(each: Text, message: str) -> Finding:
    hint = partial(remedy, each.text, each.declared)
    return Finding(Code.BAD_VALUE, each.path, f"{where(each.path)} {message}, found {found(each.text)}", hint)


def odd_characters(contents: Contents) -> Iterator[Finding]:
    """Yield the strings with characters that no command prints, that nobody sees, or that pile up on a letter."""
    for each in _texts(contents):
        if controls := controls_in(each.text):
            yield _controls(each, controls)
        if each.text.isascii():
            continue
        if unseen := invisible_in(each.text):
            yield _unseen(each, unseen)
        if number := most_marks_in(each.text):
            message = f"{where(each.path)} has {number:,} marks on one letter, more than any writing needs"
            yield Finding(Code.STACKED_MARKS, each.path, message, Hint("leave them out"))


def _controls(each: Text, controls: Iterable[str]) -> Finding:
    shown = ", ".join(f"U+{ord(character):04X} as {escape_controls(character)}" for character in controls)
    message = f"{where(each.path)} holds what is printed as an escape: {shown}"
    return Finding(Code.CONTROL_CHARACTER, each.path, message, Hint("write it without"))


def _unseen(each: Text, unseen: Iterable[str]) -> Finding:
    shown = ", ".join(f"U+{ord(character):04X} ({name(character, 'no name').lower()})" for character in unseen)
    message = f"{where(each.path)} holds what nobody sees: {shown}"
    return Finding(Code.INVISIBLE_CHARACTER, each.path, message, partial(_without, each))


def _without(each: Text, _marked: str) -> Hint:
    plain = without_invisible(each.text)
    return (each.declared.fits(plain) and write(plain)) or Hint("write it without")


def _texts(contents: Contents) -> Iterator[Text]:
    return (each for entry in contents.entries for each in texts(entry))
