"""Values as people read them, by the declaration of their key: names for codes and ids, a unit with a number."""

from collections.abc import Mapping
from typing import Any

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.catalogue.enumerations import LEADS_TO
from etoile_cli.catalogue.references import References
from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.catalogue.vocabulary import Standard
from etoile_cli.text.values import count, in_words, readable, show


def readings(declared: Declared, value: Any, references: References) -> list[str]:
    """Return the texts that people read for a value, one for each item; none if it is absent or says nothing."""
    if value is None:
        return []
    if isinstance(value, tuple) and not isinstance(value, Extent):
        item = declared.held
        if item.runs:
            from etoile_cli.wording.runs import runs_in_words

            return runs_in_words(value, references.numbering)
        return [text for each in value for text in readings(item, each, references)]
    text = reading(declared, value, references)
    return [text] if text else []


def reading(declared: Declared, value: Any, references: References) -> str:
    """Return the text that people read for a value that is no list: one line, safe to print."""
    if declared.is_exact and isinstance(value, str):
        return show(value)
    match value:
        case None | False:  # that something is not fictional says nothing
            return ""
        case str() if declared.standard:
            return show(_name_of_code(declared.standard, value))
        case str() if declared.refers_to:
            return show(references.name(declared.refers_to, value))
        case str() if declared.kind_of:
            return LEADS_TO.get(value) or show(value)
        case str() if declared.is_hyphenated:
            return unhyphenated(value)
        case int() if declared.words or declared.unit:
            return _number(declared, value)
        case Extent():
            return extent_text(value, declared.unit)
        case Mapping():
            return _table_text(declared, value, references)
        case _:
            return readable(value)


def _name_of_code(standard: Standard, code: str) -> str:
    from etoile_cli.catalogue.standards import code_name

    return code_name(standard, code)


def _number(declared: Declared, value: int) -> str:
    """Return a number in the words of its declaration, or with what it counts."""
    if declared.words:
        return (declared.words.get(value) or declared.words[...]).format(value)
    return count(value, declared.unit)


def _table_text(declared: Declared, table: Mapping[str, Any], references: References) -> str:
    pairs = [pair_of(declared, key, each, references) for key, each in table.items()]
    is_of_lists = declared.item is not None and declared.item.item is not None
    separator = "; " if is_of_lists or any("," in text for _, text in pairs) else ", "
    return separator.join(f"{name}{between(declared)}{text}" for name, text in pairs if text)


def unhyphenated(value: str) -> str:
    """Return a word of an enumeration as people write it: `in production`."""
    return value.replace("-", " ")


def extent_text(value: Extent, unit: str) -> str:
    """Return `60 minutes` or `52–75 minutes`, by what it counts."""
    least, most = value[0], value[-1]
    return count(most, unit) if least == most else f"{least:,}–{count(most, unit)}"


def pair_of(declared: Declared, key: str, value: Any, references: References) -> tuple[str, str]:
    """Return what people read of a key of a table, and of its value: the name of a scheme or of a language, say."""
    item = declared.held
    return name_of_key(declared, key, references), ", ".join(readings(item, value, references))


def name_of_key(declared: Declared, key: str, references: References) -> str:
    """Return what people read of a key of a table: of a key whose value it cites sources for, its words."""
    if declared.cites:
        return show(in_words(key))
    if declared.held.is_other_id:
        from etoile_cli.catalogue.schemes import scheme_name

        return show(scheme_name(key))
    return reading(declared.name or declared, key, references)


def between(declared: Declared) -> str:
    """Return what people read between a key of a table and its value: `IMDb tt0000001`, but `Korean: 에투알`."""
    return " " if declared.held.is_other_id else ": "
