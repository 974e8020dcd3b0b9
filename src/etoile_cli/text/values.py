"""Values as text: exact for programs, or as people write them.

A value is what a key of a record holds: `None`, a string, a number, a truth value, a date, an enumeration, or a tuple
or a table of those.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time

from etoile_cli.text.dates import Date, PartialDate
from etoile_cli.text.escaping import escape_controls

# Not Python's `\s`, which matches controls as well: U+001C and U+0085, say, are to be shown as escapes.
_WHITE_SPACE = "[ \t\r\n]+"
# A longer name is a mistake.
_LONGEST_REPEATED = 200

Item = str | int | float | bool | date | PartialDate | time
Value = Item | Sequence[Item] | Mapping[str, Item | Sequence[Item]] | None


def is_absent(value: object) -> bool:
    """Return whether a key has no value; most keys of most records have none."""
    return value is None or value in ((), {})


def exact(value: Value) -> str:
    """Return a value as programs read it: dates in ISO 8601, lists joined by `; `."""
    if isinstance(value, str):  # the first question, since most values are
        return value
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
        case date() | PartialDate() | time():
            return value.isoformat()
        case tuple():  # before tables, since to tell what is one takes long
            return "; ".join(map(exact, value))
        case _:
            return "; ".join(items(value))


def items(value: Sequence[Item] | Mapping[str, Item | Sequence[Item]]) -> Iterable[str]:
    """Return the items of a list, or the pairs of a table as `key=value`, as programs read them.

    A list in a table is joined by commas: `title=bww,x`.
    """
    if isinstance(value, Mapping):
        return (f"{key}={_inner(each)}" for key, each in value.items())
    return map(exact, value)


def _inner(value: Item | Sequence[Item]) -> str:
    """Return a value in a table."""
    return ",".join(map(exact, value)) if isinstance(value, tuple) else exact(value)


def readable(value: Value) -> str:
    """Return a value as people write it: `24 April 2025`, `yes`, lists joined by commas."""
    match value:
        case bool():
            return "yes" if value else "no"
        case date() | PartialDate():
            return readable_date(value)
        case None | str() | int() | float() | time():
            return show(exact(value))
        case Mapping():
            return ", ".join(f"{show(key)} {readable(each)}" for key, each in value.items())
        case _:
            return ", ".join(filter(None, map(readable, value)))


def show(text: str) -> str:
    """Return a text as one line that is safe to print: white space becomes blanks, controls become escapes."""
    if text.isprintable() and "  " not in text:  # most texts, so that no pattern has to look through them
        return text.strip(" ")
    return escape_controls(re.sub(_WHITE_SPACE, " ", text).strip(" "))


def show_all(texts: Iterable[str]) -> list[str]:
    """Return each text as `show` returns it, without those that are empty then."""
    return [shown for text in texts if (shown := show(text))]


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text, which blank lines separate, each as one line."""
    if "\n" not in text:
        return show_all([text])
    return show_all(re.split(r"\n[ \t\r]*\n", text))


def in_words(key: str) -> str:
    """Return a key as people read it: `known for`."""
    return key.replace("_", " ")


def readable_date(date: Date) -> str:
    """Return a date as `24 April 2025`, `April 2025` or `2025`, in English in every locale."""
    day = "" if isinstance(date, PartialDate) else f"{date.day} "
    month = f"{MONTHS[date.month - 1]} " if date.month else ""
    return f"{day}{month}{date.year}"


MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""The names of the months, in their order."""


def age(day: date, today: date) -> str:
    """Return how long ago a day was, in the largest unit of which at least two have passed: `17 months ago`."""
    days = (today - day).days
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    if days < 0:
        return "in the future"
    if days < 2:
        return ("today", "yesterday")[days]
    if days < 14:
        return f"{days} days ago"
    if months < 2:
        return f"{days // 7} weeks ago"
    if months < 24:
        return f"{months} months ago"
    return f"{months // 12} years ago"


def quoted(words: Iterable[str]) -> list[str]:
    """Return words in quotes for a message, without blank ones, and in short."""
    return [f'"{in_short(word)}"' for word in words if word.strip()]


def in_short(name: str) -> str:
    """Return a name as messages and other records repeat it: cut if it is longer than any real name."""
    return name if len(name) <= _LONGEST_REPEATED else f"{name[: _LONGEST_REPEATED - 1]}…"


def count(number: int, noun: str) -> str:
    """Return `1 season`, `8 episodes`, `1,200 errors`: the number with its noun, singular or plural."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def separator(texts: Iterable[str]) -> str:
    """Return what joins texts to a list: a comma or, if one of them holds a comma, a semicolon."""
    return "; " if any("," in text for text in texts) else ", "


def enumerate_words(words: Sequence[str]) -> str:
    """Return `a`, `a and b`, `a, b and c`; empty for no words."""
    if not words:
        return ""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
