"""What is wrong with a statement that has no key or no value."""

import re
import unicodedata
from collections.abc import Callable

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.check.broken.fault import Fault, if_toml
from etoile_cli.check.broken.slips import not_a_value
from etoile_cli.check.broken.superfluous import unseen
from etoile_cli.check.toml.marks import FOREIGN
from etoile_cli.check.toml.outline import resembled_header
from etoile_cli.check.toml.scanner import Span, key_parts, key_span
from etoile_cli.check.writing import NO_HINT, Hint, is_there, meant_key, propose, value_of, written_key
from etoile_cli.text.suggestions import nearest

_HINTS_TO_LINES = {"//": "a comment begins with #", "---": "this looks like YAML, and a catalogue is TOML"}
_WORDS_AND_EQUALS = re.compile(r"((?:[\w-]++[ \t]*+)++|\w[^\s.=:#\"'\[\]{}]*+[ \t]*+)=")
# What people put between a key and its value.
_SIGN = re.compile(r"[ \t]*(:|[＝﹦：﹕≔→⇒]|->|<-)")
_DOT = re.compile(r"[ \t]*\.+(?=[ \t]*=)")
_LATIN = re.compile(r"[A-Za-z]")
# Letters of Cyrillic that look like Latin ones.
_LOOK_ALIKE = str.maketrans("\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455", "aeopcyxijs")
_ADDRESS = re.compile(r"(?:[A-Za-z]+://|www\.)\S")
_TEXT_IN_COMMENT = re.compile(r"[ \t]*#[^\s#]")
_CURLY_KEY = re.compile(rf"([{FOREIGN}](\w+)[{FOREIGN}])(?=[ \t]*=)")


Taken = Callable[[str], bool]
"""Whether a table has a key already."""


def without_value(text: str, pair: Span, table: Declared | None, taken: Taken) -> Fault:
    """Return what is wrong with a statement that has no value, and perhaps no key either.

    `table` declares the table that it is in, as far as that is known.
    """
    if fault := unseen(text, pair, pair):
        return fault
    if name := resembled_header(text, pair, ("show", *RECORD_TYPES)):
        header = "[show]" if name == "show" else f"[[{name}]]"
        return Fault(pair, "this is not the header of a table", propose(header))
    begin, end = pair
    key = key_span(text, pair)
    words = _WORDS_AND_EQUALS.match(text, begin, end)
    if words and words.end(1) > key[1] and words[1].strip() != text[slice(*key)]:
        return _not_a_key(words[1].strip(), pair, table, taken)
    if curly := _CURLY_KEY.match(text, begin, end):
        return Fault(
            curly.span(1), "only straight quotes make a key", _key_meant(curly[2], curly.span(1), table, taken)
        )
    if key[1] == begin:
        return Fault(pair, "neither a key with a value nor a header", _hint_to_line(text[begin:end]))
    after = text[key[1] : end].lstrip(" \t")
    if dot := _DOT.match(text, key[1], end):
        hint = if_toml(text, pair, Hint("leave it out", "", dot.span()))
        return Fault(dot.span(), "unexpected . after the key", hint)
    if after.startswith("="):
        return Fault(key, "there is no value", _hint_to_nothing(text, pair, table))
    is_address = _ADDRESS.match(text, begin, end) and not _declared(text, pair, table)
    if not is_address and (sign := _SIGN.match(text, key[1], end)):
        message = f'expected "=" after the key, found "{sign[1]}"'
        return Fault(sign.span(1), message, _with_equals(text, pair, sign.end(), table))
    return Fault(pair, 'expected a key, "=" and a value', _hint_to_line(text[begin:end]))


def _hint_to_line(line: str) -> Hint:
    if _ADDRESS.match(line):
        return Hint('an address stands in quotes, behind a key and "="')
    return next((Hint(hint) for sign, hint in _HINTS_TO_LINES.items() if line.startswith(sign)), NO_HINT)


def _hint_to_nothing(text: str, pair: Span, table: Declared | None) -> Hint:
    declared = _declared(text, pair, table)
    if _TEXT_IN_COMMENT.match(text, pair[1]):
        return Hint("text stands in quotes, and # begins a comment")
    return Hint("write one" if declared and declared.required else "write one, or leave the key out")


def _with_equals(text: str, pair: Span, behind: int, table: Declared | None) -> Hint:
    """Return how to write a key and its value with `=` for the sign between them, which ends at an offset."""
    begin, end = key_span(text, pair)
    value = text[behind : pair[1]].lstrip("= \t").rstrip(", \t")
    declared = _declared(text, pair, table)
    meant = value_of(value)
    if meant is not None:
        proposed = value if declared is None or declared.fits(meant) else ""
    else:
        # A `#` ends the statement; without quotes, nobody knows what belongs to the text.
        is_bare = value and not value.startswith(("[", "{", '"', "'")) and not text.startswith("#", pair[1])
        proposed = (is_bare and not_a_value(value, declared)[1].text) or ""
    hint = propose(proposed and f"{text[begin:end]} = {proposed}", span=pair)
    return if_toml(text, pair, hint) if hint else Hint('write "=", and a value behind it')


def _declared(text: str, pair: Span, table: Declared | None) -> Declared | None:
    return table and table.at(tuple(name for name, _ in key_parts(text, pair)))


def _not_a_key(words: str, pair: Span, table: Declared | None, taken: Taken) -> Fault:
    """Return what is wrong with what stands before a `=` and is not one key; `table` says which keys there are."""
    span = (pair[0], pair[0] + len(words))
    joined = "_".join(words.split())
    hint = _key_meant(joined, span, table, taken)
    return Fault(span, _why_no_key(words, table, hint), hint)


def _why_no_key(words: str, table: Declared | None, hint: Hint) -> str:
    """Return why words are no key, by what is proposed for them."""
    if " " in words:
        return "a key is one word"
    if letter := next((each for each in words if not _is_latin(each)), "") if _LATIN.search(words) else "":
        return f"U+{ord(letter):04X} ({unicodedata.name(letter).lower()}) is no Latin letter"
    if table and table.keys and not hint:
        return "no key of this table has such characters"
    return "a key of such characters needs quotes"


def _is_latin(character: str) -> bool:
    """Tell whether a character is a letter of Latin, or no letter at all."""
    return not character.isalpha() or unicodedata.name(character, "LATIN").startswith(("LATIN", "FULLWIDTH LATIN"))


def _key_meant(name: str, span: Span, table: Declared | None, taken: Taken) -> Hint:
    """Return how to write a key, or which one is near to it where the table declares its keys."""
    known = table.keys if table else {}
    name = name.translate(_LOOK_ALIKE) if known else name
    guess = nearest(name, list(known)) if known and name not in known else name
    if guess and taken(guess):
        return is_there(guess)
    return propose(written_key(name), span=span) if guess == name else meant_key(guess)._replace(span=span)
