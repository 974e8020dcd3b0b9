"""How a value becomes what was probably meant: as the model declares it, or there is no proposal."""

import re
from datetime import date, datetime, time

from msgspec import inspect

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.catalogue.records import episode_code
from etoile_cli.catalogue.schemes import is_id, scheme_of
from etoile_cli.catalogue.schemes import meant as id_meant
from etoile_cli.catalogue.standards import similar_code
from etoile_cli.check.expectation import expected
from etoile_cli.check.toml.dates import YEAR_MONTH_DAY, how_to_date
from etoile_cli.check.toml.hints import (
    LEAVE_OUT,
    NO_HINT,
    QUOTED,
    Hint,
    as_string,
    did_you_mean,
    meant,
    must_be,
    propose,
    write,
)
from etoile_cli.check.toml.notation import BOOLEANS, is_value, value_of
from etoile_cli.check.toml.quotation_marks import is_whole
from etoile_cli.text.invisible import without_invisible
from etoile_cli.text.placeholders import is_placeholder

INTO_NOTE = Hint("leave the key out, and put what is known in note")

# What is longer is not looked at to guess what was meant.
_LONGEST = 100

# S1E1, s01e01, 1x01.
_EPISODE = re.compile(r"[sS]?([0-9]{1,5}) ?[xXeE]([0-9]{1,5})")

_QUOTES = ('"', "'")


def remedy(value: object, declared: Declared, marked: str) -> Hint:
    """Return how a value becomes what was probably meant: `did you mean "main"?`, `write "3", in quotes`.

    `marked` is the value as it stands in the file. What is proposed is all that the value should be.
    """
    match declared.type:
        case inspect.EnumType() as enumeration if isinstance(value, str):
            return did_you_mean(without_invisible(value).strip().lower(), [each.value for each in enumeration.cls])
        case inspect.StrType() | inspect.EnumType():
            return _remedy_to_text(value, declared, marked)
        case inspect.DateType():
            return _remedy_to_date(value, declared, marked)
        case inspect.VarTupleType():
            return _remedy_to_array(value, declared)
        case inspect.StructType():
            return propose("[show]") if isinstance(value, list) and marked == "[[show]]" else NO_HINT
        case _:
            return _remedy_to_number(value, declared, marked)


def unquoted(text: str, declared: Declared) -> Hint:
    """Return how to write a text that has no quotes: as a string if the key takes it, or as the value it means."""
    if id_ := _other_id(text, declared):
        return write(id_)
    if _fits(text, declared):
        return as_string(text)
    return remedy(text, declared, text) or (Hint(QUOTED) if declared.is_other_id else NO_HINT)


def _remedy_to_text(value: object, declared: Declared, marked: str) -> Hint:
    match value:
        case str() if not value.strip():
            return NO_HINT if declared.required else LEAVE_OUT
        case str():
            return _remedy_of_text(without_invisible(value).strip(), declared)
        case [str() as text] if declared.fits(text):
            return write(text, "without brackets")
        case bool() | int() | float() | date() | time() if is_value(marked):
            text = _other_id(marked, declared) or marked
            return write(text, "in quotes") if _fits(text, declared) else NO_HINT
        case _:
            return NO_HINT


def _fits(text: str, declared: Declared) -> bool:
    """Tell whether a text is all that it should be, an id elsewhere of the form of its scheme included."""
    return declared.fits(text) and (not declared.is_other_id or is_id(declared.key, text))


def _other_id(text: str, declared: Declared) -> str:
    """Return the id elsewhere that was probably meant; empty if that isn't clear, or it is none that is declared."""
    # Behind a blank there is something else, another key perhaps, that must not go.
    is_one = declared.is_other_id and len(text.split()) == 1
    scheme = scheme_of(declared.key) if is_one else None
    return id_meant(scheme, text) if scheme else ""


def _remedy_of_text(text: str, declared: Declared) -> Hint:
    guess = text
    if len(text) > _LONGEST:
        return NO_HINT
    if declared.standard:
        guess = similar_code(declared.standard, text)
    elif declared.refers_to == "episodes" and (episode := _EPISODE.fullmatch(text)):
        guess = episode_code(*map(int, episode.groups()))
    elif declared.form and text.startswith("www."):
        guess = f"https://{text}"
    return meant(guess) if guess and _fits(guess, declared) else NO_HINT


def _remedy_to_date(value: object, declared: Declared, marked: str) -> Hint:
    match value:
        case datetime():
            return write(value.date(), "without the time")
        case str() if is_placeholder(value):
            return must_be(expected(declared)) if declared.required else LEAVE_OUT
        case str() | int():
            # What must be there can't be left out.
            incomplete = YEAR_MONTH_DAY if declared.required else INTO_NOTE
            return _without_quotes(how_to_date(str(value).strip(), incomplete), marked)
        case _:
            return NO_HINT


def _remedy_to_array(value: object, declared: Declared) -> Hint:
    if not isinstance(value, str) or len(value) > _LONGEST:
        return NO_HINT
    items = [item.strip() for item in re.split("[,;]", value) if item.strip()]
    is_list = declared.item is not None and all(map(is_whole, items))
    texts = [_item_meant(item, declared.item) for item in items] if declared.item and is_list else []
    return write(texts) if texts and declared.fits(texts) else NO_HINT


def _item_meant(item: str, declared: Declared) -> str:
    """Return an item as it should be if that is clear, else as it is."""
    text = "" if declared.fits(item) else remedy(item, declared, "").text
    return str(value_of(text)) if text else item


def _remedy_to_number(value: object, declared: Declared, marked: str) -> Hint:
    match value:
        case str() if declared.fits(bare := _read(value)) and isinstance(bare, bool | int):
            return _without_quotes(write(bare), marked)
        case float() if value.is_integer() and declared.fits(int(value)):
            return write(int(value))
        case _:
            return NO_HINT


def _without_quotes(hint: Hint, marked: str) -> Hint:
    """Return a hint that also says to leave out the quotes, where there are some."""
    if hint.text is None or not marked.startswith(_QUOTES):
        return hint
    return hint._replace(words=f"{hint.words}, without quotes")


def _read(text: str) -> object:
    """Return the number or truth value that a short text says; the text itself if it says none."""
    if len(text) > _LONGEST:
        return text
    word = text.strip().lower()
    if word in BOOLEANS:
        return BOOLEANS[word]
    try:
        return int(text)
    except ValueError:
        return text
