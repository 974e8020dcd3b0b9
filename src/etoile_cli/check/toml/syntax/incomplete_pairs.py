"""What is wrong with a statement that has no value, or no key."""

import re
import unicodedata

from etoile_cli.check.toml.advice.declarations import header, headers
from etoile_cli.check.toml.advice.fault import Fault
from etoile_cli.check.toml.advice.hints import NO_HINT, Hint, already_there, certain, meant_key, propose
from etoile_cli.check.toml.advice.quotation_marks import FOREIGN_KEY
from etoile_cli.check.toml.lenient.headers import resembled_header
from etoile_cli.check.toml.notation import value_of, written_key
from etoile_cli.check.toml.scanner import Span, key_span
from etoile_cli.check.toml.syntax.blanks import odd_blank
from etoile_cli.check.toml.syntax.context import Context
from etoile_cli.check.toml.syntax.edits import if_toml
from etoile_cli.check.toml.syntax.unquoted_text import not_a_value
from etoile_cli.text.suggestions import nearest

_WORDS_AND_EQUALS = re.compile(r"((?:[\w-]++[ \t]*+)++|\w[^\s.=:#\"'\[\]{}]*+[ \t]*+)=")
# What people write between a key and its value.
_SIGN = re.compile(r"[ \t]*(:|[＝﹦：﹕≔→⇒]|->|<-)")
_COLONS = frozenset({":", "＝", "﹦", "："})
_DOT = re.compile(r"[ \t]*\.+(?=[ \t]*=)")
_LATIN = re.compile(r"[A-Za-z]")
# Cyrillic letters that look like Latin ones.
_LOOK_ALIKE = str.maketrans("\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455", "aeopcyxijs")
_ADDRESS = re.compile(r"(?:[A-Za-z]+://|www\.)\S")
_TEXT_IN_COMMENT = re.compile(r"[ \t]*#[^\s#]")


def without_value(text: str, pair: Span, context: Context) -> Fault:
    """Return what is wrong with a statement that has no value, and perhaps no key."""
    if fault := odd_blank(text, pair, pair):
        return fault
    if name := resembled_header(text, pair, headers(context.declarations)):
        return Fault(pair, "this is not the header of a table", propose(header(name, context.declarations)))
    begin, end = pair
    key = key_span(text, pair)
    words = _WORDS_AND_EQUALS.match(text, begin, end)
    if words and words.end(1) > key[1] and words[1].strip() != text[slice(*key)]:
        return _not_a_key(words[1].strip(), pair, context)
    if foreign := FOREIGN_KEY.match(text, begin, end):
        hint = _key_meant(foreign[2], foreign.span(1), context)
        return Fault(foreign.span(1), "only straight quotes make a key", hint)
    if key[1] == begin:
        return Fault(pair, "neither a key with a value nor a header", _hint_for_line(text[begin:end], context))
    after = text[key[1] : end].lstrip(" \t")
    if dot := _DOT.match(text, key[1], end):
        hint = if_toml(text, pair, Hint("leave it out", "", dot.span()))
        return Fault(dot.span(), "unexpected . after the key", hint)
    if after.startswith("="):
        return Fault(key, "there is no value", _hint_for_no_value(text, pair, context))
    is_address = _ADDRESS.match(text, begin, end) and not context.declared(text, pair)
    if not is_address and (sign := _SIGN.match(text, key[1], end)):
        message = f'expected "=" after the key, found "{sign[1]}"'
        return Fault(sign.span(1), message, _with_equals(text, pair, sign.end(), context))
    return Fault(pair, 'expected a key, "=" and a value', _hint_for_line(text[begin:end], context))


def _hint_for_line(line: str, context: Context) -> Hint:
    if _ADDRESS.match(line):
        return Hint('an address is written in quotes, after a key and "="')
    if line.startswith("//"):
        return Hint("a comment begins with #")
    if line.startswith("---"):
        return Hint(f"this looks like YAML, and {context.declarations.called} is TOML")
    return NO_HINT


def _hint_for_no_value(text: str, pair: Span, context: Context) -> Hint:
    declared = context.declared(text, pair)
    if _TEXT_IN_COMMENT.match(text, pair[1]):
        return Hint("text must be in quotes, and # begins a comment")
    return Hint("write one" if declared and declared.required else "write one, or leave the key out")


def _with_equals(text: str, pair: Span, sign_end: int, context: Context) -> Hint:
    """Return how to write a key and its value with `=` between them, instead of a sign that ends at an offset."""
    begin, end = key_span(text, pair)
    value = text[sign_end : pair[1]].lstrip("= \t").rstrip(", \t")
    declared = context.declared(text, pair)
    meant = value_of(value)
    if meant is not None:
        proposed = Hint("", value if declared is None or declared.fits(meant) else None, is_certain=True)
    else:
        # A `#` ends the statement: without quotes it is unclear where the text ends.
        is_bare = value and not value.startswith(("[", "{", '"', "'")) and not text.startswith("#", pair[1])
        proposed = not_a_value(value, declared, context.declarations)[1] if is_bare else NO_HINT
    hint = propose((proposed.text and f"{text[begin:end]} = {proposed.text}") or "", span=pair)
    is_clear = proposed.is_certain and text[end:sign_end].strip(" \t") in _COLONS
    return certain(if_toml(text, pair, hint), when=is_clear) if hint else Hint('write "=", and a value after it')


def _not_a_key(words: str, pair: Span, context: Context) -> Fault:
    """Return the fault that the words before a `=` are not one key."""
    span = (pair[0], pair[0] + len(words))
    joined = "_".join(words.split())
    hint = _key_meant(joined, span, context)
    return Fault(span, _why_no_key(words, context, hint), hint)


def _why_no_key(words: str, context: Context, hint: Hint) -> str:
    """Return the reason why words are no key, as a message; it depends on whether a key is proposed."""
    if " " in words:
        return "a key is one word"
    if letter := next((each for each in words if not _is_latin(each)), "") if _LATIN.search(words) else "":
        return f"U+{ord(letter):04X} ({unicodedata.name(letter).lower()}) is no Latin letter"
    if context.table and context.table.keys and not hint:
        return "no key of this table has such characters"
    return "a key of such characters needs quotes"


def _is_latin(character: str) -> bool:
    """Return whether a character is a Latin letter, or no letter."""
    return not character.isalpha() or unicodedata.name(character, "LATIN").startswith(("LATIN", "FULLWIDTH LATIN"))


def _key_meant(name: str, span: Span, context: Context) -> Hint:
    """Return how to write a key; if the keys of the table are declared, the most similar one."""
    known = context.table.keys if context.table else {}
    name = name.translate(_LOOK_ALIKE) if known else name
    guess = nearest(name, list(known)) if known and name not in known else name
    if guess and context.has_key(guess):
        return already_there(guess)
    if guess == name:
        return certain(propose(written_key(name), span=span), when=name in known)
    return meant_key(guess)._replace(span=span)
