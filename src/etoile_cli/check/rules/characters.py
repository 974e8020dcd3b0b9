"""Characters in strings that are not printed, that nobody sees, or that pile up on a letter."""

from collections.abc import Iterable, Iterator
from functools import partial
from unicodedata import name

from etoile_cli.check.contents import Text
from etoile_cli.check.labels import where
from etoile_cli.check.problem import Code, Finding, Severity
from etoile_cli.check.toml.advice.hints import Hint, certain, write
from etoile_cli.text.escaping import controls_in, escape_controls
from etoile_cli.text.invisible import invisible_in, may_be_invisible, without_invisible
from etoile_cli.text.normal_forms import most_marks_in

CONTROL_CHARACTER = Code(
    "control-character",
    Severity.WARNING,
    means=(
        "A text holds a character that moves the cursor, reorders the text around it or breaks a line. Tabs and "
        "line ends are no such characters."
    ),
    why="It is never sent to a terminal but shown as an escape, such as \\u001b, which is hardly what was meant.",
    wrong="""\
format = 1

[show]
title = "Étoile\\u200e"
""",
    right="""\
format = 1

[show]
title = "Étoile"
""",
)

INVISIBLE_CHARACTER = Code(
    "invisible-character",
    Severity.WARNING,
    means=(
        "A text holds a character that nobody sees: a zero-width space, a soft hyphen, a byte-order mark, a "
        "joiner between letters that don't join. Messages show such a character as an escape, such as \\u200b. "
        "Characters that join letters, choose their form or separate words are not reported in the scripts and emoji "
        "that need them."
    ),
    why=(
        "It came along with something copied. Two names with and without it look alike and are not the same, so "
        "that an id or a reference leads nowhere and nobody sees why."
    ),
    wrong="""\
format = 1

[show]
title = "Éto\\u200Bile"
""",
    right="""\
format = 1

[show]
title = "Étoile"
""",
)

STACKED_MARKS = Code(
    "stacked-marks",
    Severity.WARNING,
    means="A letter has more than 30 marks (accents, points, vowel signs) on it, one above the other.",
    why=(
        "No writing has so many: Unicode's stream-safe texts end with 30. It is a joke, or an attack on programs "
        "that read it; terminals and browsers draw it across other lines."
    ),
    wrong='''\
format = 1

[show]
title = """Z\\
  \\u0301\\u0323\\u0301\\u0323\\u0301\\u0323\\u0301\\u0323\\u0301\\u0323\\
  \\u0301\\u0323\\u0301\\u0323\\u0301\\u0323\\u0301\\u0323\\u0301\\u0323\\
  \\u0301\\u0323\\u0301\\u0323\\u0301\\u0323\\u0301\\u0323\\u0301\\u0323\\
  \\u0301\\u0323algo"""
''',
    right="""\
format = 1

[show]
title = "Zalgo"
""",
)


def may_be_odd(text: str) -> bool:
    """Return whether there may be something odd about the characters of a printable text; in nearly all it can't."""
    return may_be_invisible(text) or bool(most_marks_in(text))


def odd_characters(each: Text) -> Iterator[Finding]:
    """Yield what is odd about the characters of a string, once for each kind of them."""
    if controls := controls_in(each.text):
        yield _controls(each, controls)
    if each.text.isascii():
        return
    if unseen := invisible_in(each.text):
        yield _unseen(each, unseen)
    if number := most_marks_in(each.text):
        message = f"{where(each.path)} has {number:,} marks on one letter, more than any writing needs"
        yield Finding(STACKED_MARKS, each.path, message, Hint("leave them out"))


def _controls(each: Text, controls: Iterable[str]) -> Finding:
    shown = ", ".join(f"U+{ord(character):04X} as {escape_controls(character)}" for character in controls)
    message = f"{where(each.path)} holds what is printed as an escape: {shown}"
    return Finding(CONTROL_CHARACTER, each.path, message, Hint("write it without"))


def _unseen(each: Text, unseen: Iterable[str]) -> Finding:
    shown = ", ".join(f"U+{ord(character):04X} ({name(character, 'no name').lower()})" for character in unseen)
    message = f"{where(each.path)} holds what nobody sees: {shown}"
    return Finding(INVISIBLE_CHARACTER, each.path, message, partial(_without, each))


def _without(each: Text, marked: str) -> Hint:
    plain = without_invisible(each.text)
    hint = (each.declared.fits(plain) and write(plain)) or Hint("write it without")
    return certain(hint, when="\n" not in marked)
