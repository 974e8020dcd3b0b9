"""Corrections: what to write instead of a wrong value. A proposal is always a value that the key takes."""

import re

from msgspec import inspect

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.check.number_corrections import (
    LONGEST,
    correction_to_date,
    correction_to_extent,
    correction_to_number,
)
from etoile_cli.check.text_corrections import correction_of_word, correction_to_text, has_form, other_id
from etoile_cli.check.toml.advice.hints import LEAVE_OUT, NO_HINT, QUOTED, Hint, as_string, certain, propose, write
from etoile_cli.check.toml.notation import value_of
from etoile_cli.text.dates import Date

_BETWEEN_ITEMS = r"[,;&/+|]|\b(?:and|or|with)\b"


def correction(value: object, declared: Declared, marked: str) -> Hint:
    """Return what to write instead of a value: `did you mean "main"?`, `write "3", in quotes`.

    `marked` is the value as the file has it. A proposal also has the form, and is a listed code, as the key asks.
    """
    match declared.type:
        case inspect.EnumType() as enumeration if isinstance(value, str):
            return correction_of_word(value, enumeration.cls)
        case inspect.EnumType() as enumeration if isinstance(value, bool):
            return correction_of_word(marked, enumeration.cls)
        case inspect.StrType() | inspect.EnumType():
            return correction_to_text(value, declared, marked)
        case inspect.DateType() | inspect.CustomType() if declared.is_date:
            return correction_to_date(value, declared, marked)
        case inspect.CustomType():
            return correction_to_extent(value, declared, marked)
        case inspect.VarTupleType():
            return _correction_to_array(value, declared)
        case inspect.DictType():
            return _correction_to_cites(value) if declared.cites else correction_to_table(value, declared)
        case inspect.StructType():
            return certain(propose("[show]")) if isinstance(value, list) and marked == "[[show]]" else NO_HINT
        case _:
            return correction_to_number(value, declared, marked)


def unquoted(text: str, declared: Declared) -> Hint:
    """Return how to write a text that has no quotes: as a string if the key takes it, or as the value it means."""
    if id_ := other_id(text, declared):
        return write(id_)
    if has_form(text, declared) and declared.own_type is not Date:
        return as_string(text)
    return correction(text, declared, text) or (Hint(QUOTED) if declared.is_other_id else NO_HINT)


def correction_to_table(value: object, declared: Declared, key: str = "") -> Hint:
    """Return the form of a table, to be written in place of a value that is none; after a key, if one is given."""
    if value in ([], ""):
        return LEAVE_OUT
    names = declared.name.examples if declared.name else []
    begin = f"{key} = " if key else ""
    return Hint(f'write {begin or "it as "}{{ {names[0] if names else "KEY"} = "…" }}')


def _correction_to_array(value: object, declared: Declared) -> Hint:
    if value == []:
        return NO_HINT if declared.required else LEAVE_OUT
    if isinstance(value, dict) and declared.held.is_citation:
        return Hint("a table is cited as a whole")
    if not isinstance(value, str) or len(value) > LONGEST or not declared.item:
        return NO_HINT
    from etoile_cli.check.toml.advice.quotation_marks import is_whole  # 4 ms, for few catalogues

    items = [item.strip() for item in re.split("[,;]", value) if item.strip()]
    texts = [text for item in items for text in _items_meant(item, declared.item)] if all(map(is_whole, items)) else []
    if texts and declared.fits(texts):
        # One text that holds no word between two is one item.
        is_one = len(items) == 1 and not re.search(_BETWEEN_ITEMS, value)
        return certain(write(texts), when=is_one and _is_sure(value, texts, declared.item))
    advice = correction(value, declared.item, "")
    return advice if advice.text is None else NO_HINT


def _correction_to_cites(value: object) -> Hint:
    """Return how to name sources: in a table for single values, else in an array of the record."""
    ids = value if isinstance(value, list) else [value]
    is_ids = bool(ids) and all(isinstance(each, str) and each.strip() for each in ids)
    text = write([*map(str, ids)]).text if is_ids else None
    return Hint(f"write {{ KEY = {text} }}, or sources = {text} for the whole record") if text else NO_HINT


def _is_sure(value: str, texts: list[str], declared: Declared) -> bool:
    """Return whether a text that is one item surely means these: it is just that, or mending it alone is certain."""
    return texts == [value] or correction(value, declared, "").is_certain


def _items_meant(item: str, declared: Declared) -> list[str]:
    """Return an item of an array, or the several that it means, corrected where that is clear."""
    text = "" if declared.fits(item) else correction(item, declared, "").text
    read = value_of(f"[{text}]") if text else None
    return [str(each) for each in read] if isinstance(read, list) else [item]
