"""Corrections: what to write instead of a wrong value. A proposal is always a value that the key takes."""

import re
from collections.abc import Collection
from datetime import date, datetime, time
from enum import Enum
from functools import partial
from typing import Any

from msgspec import inspect

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.catalogue.enumerations import OTHER_WORDS
from etoile_cli.catalogue.former_countries import FORMER_COUNTRIES
from etoile_cli.catalogue.schemes import id_meant, is_id, scheme_of
from etoile_cli.catalogue.standards import similar_code
from etoile_cli.catalogue.vocabulary import Standard
from etoile_cli.check.code_guesses import code_meant
from etoile_cli.check.expectation import expected
from etoile_cli.check.toml.advice.hints import (
    LEAVE_OUT,
    NO_HINT,
    QUOTED,
    Hint,
    already_there,
    as_string,
    did_you_mean,
    meant,
    meant_key,
    must_be,
    propose,
    write,
)
from etoile_cli.check.toml.notation import BOOLEANS, is_value, value_of
from etoile_cli.text.dates import Date
from etoile_cli.text.invisible import without_invisible
from etoile_cli.text.placeholders import is_placeholder

_INTO_NOTE = Hint("leave the key out, and put what is known in note")
_REST_INTO_NOTE = Hint("write only the year or the month, and put the rest in note")

# No guess is made about a longer value.
_LONGEST = 100

_DECIMAL = re.compile(r"[+-]?[0-9]+\.[0-9]+")

_QUOTES = ('"', "'")


def correction(value: object, declared: Declared, marked: str) -> Hint:
    """Return what to write instead of a value: `did you mean "main"?`, `write "3", in quotes`.

    `marked` is the value as the file has it. A proposal also has the form, and is a listed code, as the key asks.
    """
    match declared.type:
        case inspect.EnumType() as enumeration if isinstance(value, str):
            return _correction_of_word(without_invisible(value).strip().lower(), enumeration.cls)
        case inspect.EnumType() as enumeration if isinstance(value, bool):
            return _correction_of_word(marked, enumeration.cls)
        case inspect.StrType() | inspect.EnumType():
            return _correction_to_text(value, declared, marked)
        case inspect.DateType() | inspect.CustomType() if declared.is_date:
            return _correction_to_date(value, declared, marked)
        case inspect.CustomType():
            return _correction_to_extent(value, declared, marked)
        case inspect.VarTupleType():
            return _correction_to_array(value, declared)
        case inspect.DictType() if declared.cites:
            return _correction_to_cites(value)
        case inspect.StructType():
            return propose("[show]") if isinstance(value, list) and marked == "[[show]]" else NO_HINT
        case _:
            return _correction_to_number(value, declared, marked)


def correction_of_name(name: str, declared: Declared, others: Collection[str], _marked: str) -> Hint:
    """Return the hint to a key of a table that is no code as declared: the code that was probably meant."""
    guess = similar_code(declared.standard, name) if declared.standard and len(name) <= _LONGEST else ""
    if not guess or not declared.fits(guess):
        return NO_HINT
    return already_there(guess) if guess in others else meant_key(guess)


def _of_the_past(text: str, declared: Declared) -> Hint:
    """Return what to do where a country of the past stands for a region of today; no hint if none does."""
    former = FORMER_COUNTRIES.get(text) if declared.standard is Standard.REGION else None
    if former is None:
        return NO_HINT
    return Hint(f"{former.name} has been no country since {former.until}: name those of today")


def _correction_of_word(word: str, enumeration: type[Enum]) -> Hint:
    """Return which word of an enumeration was meant: one with the same meaning, else the most similar."""
    other = OTHER_WORDS.get(enumeration, {}).get(word)
    return meant(other.value) if other else did_you_mean(word, [each.value for each in enumeration])


def unquoted(text: str, declared: Declared) -> Hint:
    """Return how to write a text that has no quotes: as a string if the key takes it, or as the value it means."""
    if id_ := _other_id(text, declared):
        return write(id_)
    if _fits(text, declared) and declared.own_type is not Date:
        return as_string(text)
    return correction(text, declared, text) or (Hint(QUOTED) if declared.is_other_id else NO_HINT)


def _correction_to_text(value: object, declared: Declared, marked: str) -> Hint:
    match value:
        case str() if not value.strip():
            return NO_HINT if declared.required else LEAVE_OUT
        case str():
            return _correction_of_text(without_invisible(value).strip(), declared)
        case [str() as text] if declared.fits(text):
            return write(text, "without brackets")
        case bool() | int() | float() | date() | time() if is_value(marked):
            text = _other_id(marked, declared) or marked
            return write(text, "in quotes") if _fits(text, declared) else NO_HINT
        case _:
            return NO_HINT


def _fits(text: str, declared: Declared) -> bool:
    """Return whether a key takes a text, and its form is right: for an id in another database, that of its scheme."""
    return declared.fits(text) and (declared.id_kind is None or is_id(declared.id_kind, declared.key, text))


def _other_id(text: str, declared: Declared) -> str:
    """Return the id in another database that a text probably means; empty if that isn't clear, or none is declared."""
    # What follows a blank is something else, perhaps another key: it must not be dropped.
    is_one = len(text.split()) == 1
    scheme = scheme_of(declared.id_kind, declared.key) if declared.id_kind and is_one else None
    return id_meant(scheme, text) if scheme else ""


def _correction_of_text(text: str, declared: Declared) -> Hint:
    guess = text
    if len(text) > _LONGEST:
        return NO_HINT
    if declared.standard:
        guess = similar_code(declared.standard, text)
        if not guess:
            return _of_the_past(text, declared)
    elif declared.refers_to == "episodes":
        guess = code_meant(text)
    elif declared.form and text.startswith("www."):
        guess = f"https://{text}"
    return meant(guess) if guess and _fits(guess, declared) else NO_HINT


def _correction_to_date(value: object, declared: Declared, marked: str) -> Hint:
    match value:
        case datetime():
            return write(value.date(), "without the time")
        case str() if is_placeholder(value):
            return must_be(expected(declared)) if declared.required else LEAVE_OUT
        case str() | int() | float():
            from etoile_cli.check.toml.advice.dates import how_to_date  # 2 ms, for few catalogues

            text = marked if isinstance(value, float) else str(value).strip()
            incomplete = incomplete_date if declared.own_type is Date else partial(_whole_day, declared)
            return _with_right_quotes(how_to_date(text, incomplete), marked)
        case _:
            return NO_HINT


def incomplete_date(known: str) -> Hint:
    """Return how to write the month or the year that is known of a date; of an empty text, which is unclear."""
    return write(known, "in quotes") if known else _REST_INTO_NOTE


def _whole_day(declared: Declared, _known: str) -> Hint:
    """Return what to do where only a whole day is taken: what must be there can't be left out."""
    from etoile_cli.check.toml.advice.dates import YEAR_MONTH_DAY

    return YEAR_MONTH_DAY if declared.required else _INTO_NOTE


def _correction_to_extent(value: object, declared: Declared, marked: str) -> Hint:
    """Return the number, or the least and the most, that a value probably means: `"52-75 min"`, `[75, 52]`."""
    if isinstance(value, str):
        unit = f"{declared.unit[:3]}[a-z]*|{declared.unit[:1]}"
        found = re.fullmatch(rf"(?i)([0-9]{{1,5}})(?: ?(?:[-–—]|to) ?([0-9]{{1,5}}))? ?(?:{unit})?\.?", value.strip())
        numbers = [int(each) for each in found.groups() if each] if found else []
    else:
        numbers = [_whole(each) for each in (value if isinstance(value, list) else [value])]
    ends = sorted(numbers) if all(type(each) is int for each in numbers) else []
    meant_value = ends[0] if len(ends) == 1 else ends
    if not declared.fits(meant_value):
        return NO_HINT
    manner = "without brackets" if isinstance(value, list) and len(ends) == 1 else ""
    return _with_right_quotes(write(meant_value, manner), marked)


def _whole(value: object) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _correction_to_array(value: object, declared: Declared) -> Hint:
    if value == []:
        return NO_HINT if declared.required else LEAVE_OUT
    if isinstance(value, dict) and declared.held.is_citation:
        return Hint("a table is cited as a whole")
    if not isinstance(value, str) or len(value) > _LONGEST:
        return NO_HINT
    from etoile_cli.check.toml.advice.quotation_marks import is_whole  # 4 ms, for few catalogues

    items = [item.strip() for item in re.split("[,;]", value) if item.strip()]
    is_list = declared.item is not None and all(map(is_whole, items))
    texts = [_item_meant(item, declared.item) for item in items] if declared.item and is_list else []
    return write(texts) if texts and declared.fits(texts) else NO_HINT


def _correction_to_cites(value: object) -> Hint:
    """Return how to name sources: in a table for single values, else in an array of the record."""
    ids = value if isinstance(value, list) else [value]
    is_ids = bool(ids) and all(isinstance(each, str) and each.strip() for each in ids)
    text = write([*map(str, ids)]).text if is_ids else None
    return Hint(f"write {{ KEY = {text} }}, or sources = {text} for the whole record") if text else NO_HINT


def _item_meant(item: str, declared: Declared) -> str:
    """Return an item of an array, corrected where that is clear."""
    text = "" if declared.fits(item) else correction(item, declared, "").text
    return str(value_of(text)) if text else item


def _correction_to_number(value: object, declared: Declared, marked: str) -> Hint:
    match value:
        case str() if declared.fits(bare := _read(value)) and isinstance(bare, bool | int | float):
            return _with_right_quotes(write(bare), marked)
        case float() if value.is_integer() and declared.fits(int(value)):
            return write(int(value))
        case _:
            return NO_HINT


def _with_right_quotes(hint: Hint, marked: str) -> Hint:
    """Return a hint that also says to leave out the quotes, if the value has some and what to write has none."""
    if hint.text is None or not marked.startswith(_QUOTES):
        return hint
    if hint.text.startswith(_QUOTES):
        return propose(hint.text)
    return hint._replace(words=f"{hint.words}, without quotes")


def _read(text: str) -> object:
    """Return the number or the boolean that a short text spells; the text itself if it spells none."""
    if len(text) > _LONGEST:
        return text
    word = text.strip().lower()
    if word in BOOLEANS:
        return BOOLEANS[word]
    try:
        return float(text) if _DECIMAL.fullmatch(word) else int(text)
    except ValueError:
        return text
