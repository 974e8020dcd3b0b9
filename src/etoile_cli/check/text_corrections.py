"""Corrections of texts: words of an enumeration, codes of countries, languages and episodes, ids, addresses."""

import re
from collections.abc import Collection
from datetime import date, time
from enum import Enum

from etoile_cli.catalogue.countries import former_code, similar_region
from etoile_cli.catalogue.declarations import Declared
from etoile_cli.catalogue.former_countries import FORMER_COUNTRIES
from etoile_cli.catalogue.schemes import id_meant, is_id, scheme_of
from etoile_cli.catalogue.standards import is_sure, similar_code
from etoile_cli.catalogue.vocabulary import WORLDWIDE, Standard
from etoile_cli.check.code_guesses import code_meant, codes_meant
from etoile_cli.check.number_corrections import LONGEST
from etoile_cli.check.other_words import OTHER_WORDS
from etoile_cli.check.toml.advice.hints import (
    LEAVE_OUT,
    NO_HINT,
    Hint,
    already_there,
    certain,
    meant,
    meant_key,
    propose,
    write,
)
from etoile_cli.check.toml.notation import is_value, written
from etoile_cli.text.invisible import without_invisible
from etoile_cli.text.suggestions import is_slip, nearest

_ALL_EPISODES = Hint("leave the key out: it is for some episodes only")
_COUNTRY_BY_COUNTRY = Hint("name its countries one by one")
_ALL = frozenset({"all", "all episodes", "all seasons", "every", "every episode", "everything", "*"})

# Words for several countries at once.
_SEVERAL = frozenset(
    {
        *("africa", "apac", "asia", "benelux", "dach", "emea", "eu", "europe", "european union", "latam"),
        *(
            "latin america",
            "mena",
            "middle east",
            "nordics",
            "north america",
            "oceania",
            "scandinavia",
            "south america",
        ),
    }
)

# Regions that an offer leaves out, as people write them among those that it names: `-DE`, `worldwide except DE`.
_LEFT_OUT = (
    r"(?i)(worldwide|everywhere|global|world|all)?,? ?"
    r"(?:[-−–!]|(?:except|excluding|without|but not|not)(?: for| in)? )(.+)"
)


def correction_of_word(word: str, enumeration: type[Enum]) -> Hint:
    """Return which word of an enumeration was meant: one with the same meaning, else the most similar."""
    word = without_invisible(word).strip().lower()
    words = [each.value for each in enumeration]
    if other := OTHER_WORDS.get(enumeration, {}).get(word):
        return meant(other.value)
    guess = nearest(word, words)
    return certain(meant(guess), when=bool(guess) and is_slip(word, guess, words))


def correction_of_name(name: str, declared: Declared, others: Collection[str], _marked: str) -> Hint:
    """Return the hint to a key of a table that is no code as declared: the code that was probably meant."""
    guess = similar_code(declared.standard, name) if declared.standard and len(name) <= LONGEST else ""
    if not guess or not declared.fits(guess):
        return NO_HINT
    if guess in others:
        return already_there(guess)
    return certain(meant_key(guess), when=declared.standard is not None and is_sure(declared.standard, name))


def correction_to_text(value: object, declared: Declared, marked: str) -> Hint:
    """Return which text was meant, or how to write a value as one."""
    match value:
        case str() if not value.strip():
            return NO_HINT if declared.required else LEAVE_OUT
        case str():
            text = without_invisible(value).strip()
            hint = _correction_of_text(text, declared)
            return certain(hint, when=hint.text == written(text)) if hint.text and not hint.is_certain else hint
        case [str() as text] if declared.fits(text):
            return certain(write(text, "without brackets"))
        case dict() if marked[:1] == "{" and len(value) == 1 and declared.fits(text := next(iter(value.values()))):
            return write(text, "without braces")
        case bool() | int() | float() | date() | time() if is_value(marked):
            text = other_id(marked, declared) or marked
            hint = write(text, "in quotes") if has_form(text, declared) else NO_HINT
            # A truth value may say whether there is such a text at all.
            return certain(hint, when=text == marked and not isinstance(value, bool))
        case _:
            return NO_HINT


def has_form(text: str, declared: Declared) -> bool:
    """Return whether a key takes a text, and its form is right: for an id in another database, that of its scheme."""
    return declared.fits(text) and (declared.id_kind is None or is_id(declared.id_kind, declared.key, text))


def other_id(text: str, declared: Declared) -> str:
    """Return the id in another database that a text probably means; empty if that isn't clear, or none is declared."""
    # What follows a blank is something else, perhaps another key: it must not be dropped.
    is_one = len(text.split()) == 1
    scheme = scheme_of(declared.id_kind, declared.key) if declared.id_kind and is_one else None
    return id_meant(scheme, text) if scheme else ""


def _correction_of_text(text: str, declared: Declared) -> Hint:
    guess, is_clear = text, False
    if len(text) > LONGEST:
        return NO_HINT
    if declared.standard:
        is_clear = is_sure(declared.standard, text)
        guess = similar_code(declared.standard, text)
        if not guess and declared.standard is not Standard.LANGUAGE and text.lower() in _SEVERAL:
            return _COUNTRY_BY_COUNTRY
        if not guess:
            return _correction_of_region(text, declared) if declared.standard is Standard.REGION else NO_HINT
    elif declared.runs:
        return _correction_of_episodes(text, declared)
    elif declared.refers_to == "episodes":
        guess, is_clear = code_meant(text), True
    elif declared.form and text.startswith("www."):
        guess = f"https://{text}"
    return certain(meant(guess), when=is_clear) if guess and has_form(guess, declared) else NO_HINT


def _correction_of_episodes(text: str, declared: Declared) -> Hint:
    """Return the item of a list of episodes that a text means, or the several that it means: `S01-S02`."""
    if text.lower() in _ALL:
        return _ALL_EPISODES
    codes = codes_meant(text)
    if not codes or not all(map(declared.fits, codes)):
        return NO_HINT
    return certain(meant(codes[0]) if len(codes) == 1 else propose(written(codes)[1:-1]))


def _correction_of_region(text: str, declared: Declared) -> Hint:
    """Return what to do with a country of the past, which is no region today, and with regions that are left out."""
    if former := FORMER_COUNTRIES.get(former_code(text)):
        return Hint(f"{former.gone}: name those of today")
    found = re.fullmatch(_LEFT_OUT, text)
    codes = [similar_region(each) for each in re.split(r"[,;&/]| and ", found[2])] if found else []
    if not found or not all(codes) or WORLDWIDE in codes:
        return NO_HINT
    if not declared.fits(WORLDWIDE):
        return meant(codes[0]) if len(codes) == 1 and not found[1] else NO_HINT
    left_out = f"except = {written(codes) or '…'}"
    return Hint(f'write "{WORLDWIDE}", and {left_out}' if found[1] else f"write {left_out} instead")
