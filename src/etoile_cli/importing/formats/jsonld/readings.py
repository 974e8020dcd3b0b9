"""What the properties of things say: texts, names, numbers, dates and lengths, which JSON-LD has in several forms."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from etoile_cli.catalogue.countries import former_code, is_country
from etoile_cli.catalogue.vocabulary import WORLDWIDE
from etoile_cli.importing.formats.jsonld.graph import Thing
from etoile_cli.importing.intake.intake import Intake
from etoile_cli.importing.intake.texts import one_line, unescaped
from etoile_cli.importing.intake.values import country_of, date_of, language_of
from etoile_cli.text.placeholders import is_placeholder
from etoile_cli.text.values import in_short

_DURATION = re.compile(
    r"P(?:([0-9]{1,4})D)?(?:T(?:([0-9]{1,5})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,8})(?:[.,][0-9]+)?S)?)?", re.IGNORECASE
)
_NUMBER = re.compile(r"[0-9]{1,9}")
# Python writes no number out that has thousands of digits.
_LARGEST = 10**18


def text_of(value: Any) -> str | None:
    """Return the text of a value, which may have a language, and HTML's entities; `None` if it has none."""
    if isinstance(value, dict):
        value = value.get("@value")
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < _LARGEST:
        return str(value)
    text = one_line(unescaped(value)) if isinstance(value, str) else ""
    return text or None


def texts(thing: Thing, *keys: str) -> list[str]:
    """Take the texts of properties."""
    return [text for key in keys for text in thing.take(key, text_of)]


def text(thing: Thing, *keys: str) -> str:
    """Take the first text of the first of properties that has one; empty if none has."""
    return next((text for key in keys for text in thing.take(key, text_of, most=1)), "")


def prose(thing: Thing, *keys: str) -> str:
    """Take likewise a text that may be HTML of several paragraphs."""
    return next((text for key in keys for text in thing.take(key, _prose_of, most=1)), "")


def names(thing: Thing, *keys: str, most: int | None = None) -> list[str]:
    """Take the names of what properties have: texts, or things with a name; no more than `most` of each."""

    def name_of(value: Any) -> str | None:
        named = thing.thing(value)
        return (text(named, "name") or None) if named else text_of(value)

    return [name for key in keys for name in thing.take(key, name_of, most)]


def name_of(thing: Thing, value: Any) -> str:
    """Return the name of what a property of a thing has, which stays; empty if it has none."""
    named = thing.thing(value)
    return next(filter(None, map(text_of, named.values("name") if named else [value])), "")


def number(thing: Thing, *keys: str) -> int | None:
    """Take the first whole number, which may be written as a text."""
    return next((number for key in keys for number in thing.take(key, _number_of, most=1)), None)


def minutes(thing: Thing, intake: Intake, what: str, *keys: str) -> int | None:
    """Take a length in minutes, rounded; one that is no length of ISO 8601 is told of."""
    duration = text(thing, *keys)
    found = _DURATION.fullmatch(duration)
    if found and any(found.groups()):
        days, hours, of_hour, seconds = (int(each or 0) for each in found.groups())
        return (days * 24 + hours) * 60 + of_hour + (seconds + 30) // 60 or None
    if duration and not is_placeholder(duration):
        intake.leave_out(f"{what} {quoted(duration)}", "is no length of ISO 8601")
    return None


def day(thing: Thing, intake: Intake, what: str, *keys: str) -> date | str | None:
    """Take a date; a text that is none is told of."""
    written = text(thing, *keys)
    found = date_of(written)
    if written and found is None and not is_placeholder(written):
        intake.leave_out(f"{what} {quoted(written)}", "is no date")
    return found


def languages(thing: Thing, intake: Intake, key: str) -> list[str]:
    """Take languages, which are tags, names, or things with either; one that nobody knows is told of."""
    found = []
    for spelt in spellings(thing, key, "alternateName", "name"):
        if tag := next(filter(None, map(language_of, spelt)), None):
            found.append(tag)
        else:
            intake.leave_out(f"language {quoted(spelt[-1])}", "is none that is known")
    return found


def countries(thing: Thing, intake: Intake, key: str) -> list[str]:
    """Take countries, which are codes, names, or things with either; one that nobody knows is told of."""
    return codes(thing, intake, key, country, lambda name: f"country {name}")


def codes(
    thing: Thing, intake: Intake, key: str, code_of: Callable[[str], str], named: Callable[[str], str]
) -> list[str]:
    """Take the codes of places, likewise; `named` is what one that nobody knows is called, whose name is quoted."""
    found = []
    for spelt in spellings(thing, key, "identifier", "name"):
        if code := next(filter(None, map(code_of, spelt)), ""):
            found.append(code)
        else:
            intake.leave_out(named(quoted(spelt[-1])), "is none that is known")
    return found


def spellings(thing: Thing, key: str, *of_named: str) -> list[list[str]]:
    """Take for each value of a property the texts that say what it is: its own or, of a thing, those of properties."""

    def spelt(value: Any) -> list[str] | None:
        named = thing.thing(value)
        return (texts(named, *of_named) if named else [text_of(value) or ""]) or None

    return [each for each in thing.take(key, spelt) if any(each)]


def country(written: str) -> str:
    """Return the code of a country of today or of the past by its code or its name; empty if it is neither."""
    if is_country(written) and written != WORLDWIDE:
        return written
    return country_of(written) or former_code(written)


def quoted(written: str) -> str:
    """Return a text between quotes for a message, in one line and cut."""
    return f'"{in_short(one_line(written))}"'


def _prose_of(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("@value")
    return value if isinstance(value, str) and one_line(value) else None


def _number_of(value: Any) -> int | None:
    if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) < _LARGEST else None
