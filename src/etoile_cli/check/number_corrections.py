"""Corrections of what has no quotes in TOML: dates, numbers, truth values, and the least and the most of a range."""

import re
from datetime import datetime
from functools import partial
from typing import Any

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.check.expectation import expected
from etoile_cli.check.toml.advice.hints import LEAVE_OUT, NO_HINT, Hint, certain, must_be, propose, write
from etoile_cli.check.toml.notation import BOOLEANS
from etoile_cli.text.dates import Date
from etoile_cli.text.placeholders import is_placeholder

LONGEST = 100
"""No guess is made about a longer value."""

_INTO_NOTE = Hint("leave the key out, and put what is known in note")
_REST_INTO_NOTE = Hint("write only the year or the month, and put the rest in note")

# What people write as the last day of what goes on.
_WITHOUT_END = frozenset(
    {"forever", "indefinite", "indefinitely", "never", "ongoing", "present", "until further notice"}
)

_DECIMAL = r"[+-]?[0-9]+\.[0-9]+"
# The first and the last of several numbers, as people write them: `12-13`, `12 and 13`, `E12–E13`.
_FIRST_AND_LAST = r"[eE]?([0-9]{1,5}) ?(?:[-–—/&+,]|to|and) ?[eE]?([0-9]{1,5})"

_QUOTES = ('"', "'")


def correction_to_date(value: object, declared: Declared, marked: str) -> Hint:
    """Return how to write the date that a value means, or what to do if it means none."""
    match value:
        case datetime():
            return write(value.date(), "without the time")
        case str() if is_placeholder(value) or value.strip().lower() in _WITHOUT_END:
            return must_be(expected(declared)) if declared.required else LEAVE_OUT
        case str() | int() | float():
            from etoile_cli.check.toml.advice.dates import how_to_date  # 2 ms, for few catalogues

            text = marked if isinstance(value, float) else str(value).strip()
            incomplete = incomplete_date if declared.own_type is Date else partial(_whole_day, declared)
            hint = _with_right_quotes(how_to_date(text, incomplete), marked)
            return certain(hint, when=hint.is_certain and not isinstance(value, float))
        case _:
            return NO_HINT


def incomplete_date(known: str) -> Hint:
    """Return how to write what is known of a date: a month, a year, `YEAR_AND_MORE`, or nothing for sure."""
    from etoile_cli.check.toml.advice.dates import YEAR_AND_MORE

    if known == YEAR_AND_MORE:
        return _REST_INTO_NOTE
    return write(known, "in quotes") if known else _INTO_NOTE


def _whole_day(declared: Declared, _known: str) -> Hint:
    """Return what to do where only a whole day is taken: what must be there can't be left out."""
    from etoile_cli.check.toml.advice.dates import YEAR_MONTH_DAY

    return YEAR_MONTH_DAY if declared.required else _INTO_NOTE


def correction_to_extent(value: object, declared: Declared, marked: str) -> Hint:
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
    is_in_order = ends == numbers
    return _with_right_quotes(certain(write(meant_value, manner), when=is_in_order), marked)


def _whole(value: object) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def correction_to_number(value: object, declared: Declared, marked: str) -> Hint:
    """Return the number or the truth value that a value means; of several numbers, where the last one belongs."""
    match value:
        case str() if declared.fits(bare := _read(value)) and isinstance(bare, bool | int | float):
            return _with_right_quotes(certain(write(bare)), marked)
        case float() if value.is_integer() and declared.fits(int(value)):
            return certain(write(int(value)))
        case str() | list() if declared.begins:
            return _first_and_last(value, declared)
        case _:
            return NO_HINT


def _first_and_last(value: str | list[Any], declared: Declared) -> Hint:
    """Return how to write the first and the last of several numbers, which have a key each."""
    found = re.fullmatch(_FIRST_AND_LAST, value.strip()) if isinstance(value, str) and len(value) <= LONGEST else None
    ends = [int(each) for each in found.groups()] if found else value
    match ends:
        case [int(first), int(last)] if first < last and declared.fits(first) and declared.fits(last):
            return Hint(f"write {first}, and {declared.begins} = {last}")
        case _:
            return NO_HINT


def _with_right_quotes(hint: Hint, marked: str) -> Hint:
    """Return a hint that also says to leave out the quotes, if the value has some and what to write has none."""
    if hint.text is None or not marked.startswith(_QUOTES):
        return hint
    if hint.text.startswith(_QUOTES):
        return propose(hint.text)._replace(is_certain=hint.is_certain)
    return hint._replace(words=f"{hint.words}, without quotes")


def _read(text: str) -> object:
    """Return the number or the boolean that a short text spells; the text itself if it spells none."""
    if len(text) > LONGEST:
        return text
    word = text.strip().lower()
    if word in BOOLEANS:
        return BOOLEANS[word]
    try:
        return float(text) if re.fullmatch(_DECIMAL, word) else int(text)
    except ValueError:
        return text
