"""Taking the elements of a media library's file out of its tree: texts, numbers, and what only repeats something."""

import re
from collections.abc import Callable, Container, Iterable, Iterator
from datetime import date
from typing import Any

from etoile_cli.importing.intake.intake import Intake
from etoile_cli.importing.intake.texts import one_line, paragraphs
from etoile_cli.importing.intake.values import date_of
from etoile_cli.importing.reading.tree import Node
from etoile_cli.importing.reading.xml_ import TEXT

# Kodi splits every list so, and Jellyfin the countries.
_SEPARATOR = " / "
_NUMBER = re.compile(r"-?[0-9]{1,9}")
_MINUTES = re.compile(r"(?i)([0-9]{1,6})\s*(?:m|min|mins|minutes?)?\.?")
_YEAR = re.compile("(?!0000)[0-9]{4}")
# What programs write for no number, no date and no time.
_NOTHING = frozenset({"-1", "0", "0.0", "0.000000", "false"})
_NO_DATES = ("0000", "0001-01-01", "1601-01-01")


def texts_of(node: Node, name: str) -> list[str]:
    """Return the texts of all elements of a name, which stay in the tree."""
    return [text for each in children(node, name) if (text := one_line(_text(each)))]


def take_all(node: Node, *names: str) -> list[str]:
    """Take the texts of all elements of some names; blank ones are none, attributes stay."""
    found: list[str] = []
    for name in names:
        held = node.get(name)
        if not isinstance(held, list):
            continue
        found += [text for each in held if (text := one_line(_text(each)))]
        node[name] = [each for each in map(_without_text, held) if each]
    return found


def take_parts(node: Node, *names: str) -> list[str]:
    """Take the texts likewise, each of which may be several."""
    return [part for text in take_all(node, *names) for part in parts(text)]


def parts(text: str) -> list[str]:
    """Return the texts of which one consists."""
    return [part for each in text.split(_SEPARATOR) if (part := each.strip())]


def take_one(node: Node, name: str) -> str:
    """Take the first text of the elements of a name; empty if there is none. Others stay, unless they repeat it."""
    first, *others = take_all(node, name) or [""]
    put_back(node, name, (each for each in others if each != first))
    return first


def take_prose(node: Node, name: str) -> str:
    """Take the first text likewise as it is, with its lines."""
    held = node.get(name)
    first = next((text for each in held if (text := _text(each)).strip()), "") if isinstance(held, list) else ""
    take_one(node, name)
    return first


def take_number(node: Node, name: str) -> int | None:
    """Take the first whole number of the elements of a name; what is none stays, -1 and the like are none."""
    text = take_one(node, name)
    if not _NUMBER.fullmatch(text):
        put_back(node, name, filter(None, [text]))
        return None
    return int(text) if int(text) >= 0 else None


def take_minutes(node: Node, what: str, intake: Intake) -> int | None:
    """Take a length in minutes; another text is left out, and told by what it is the length of."""
    text = take_one(node, "runtime")
    found = _MINUTES.fullmatch(text)
    if text not in {"", *_NOTHING} and not found:
        intake.leave_out(f'the length "{text}" of {what}', "is no number of minutes")
    return int(found[1]) or None if found else None


def take_date(node: Node, names: Iterable[str], what: str, intake: Intake) -> date | str | None:
    """Take the first date of the elements of some names; the others stay, unless they repeat it."""
    found: date | str | None = None
    for name in names:
        text = take_one(node, name)
        day = None if text.startswith(_NO_DATES) else date_of(text)
        if found and day != found:
            put_back(node, name, filter(None, [text]))
        elif text and not day and not text.startswith(_NO_DATES):
            intake.leave_out(f'{what}: "{text}"', "is no date")
        found = found or day
    return found


def take_year(node: Node, day: date | str | None) -> str | None:
    """Take the year, which is that of a date if there is one; a year of another date, and what is none, stays."""
    text = take_one(node, "year")
    year = text if _YEAR.fullmatch(text) else None
    if text not in _NOTHING and (not year or (day and not str(day).startswith(year))):
        put_back(node, "year", filter(None, [text]))
    return None if day else year


def drop_repeated(node: Node, name: str, said: Container[str]) -> None:
    """Take out the texts that say again what is said, of which `any_case` is given."""
    put_back(node, name, [each for each in take_all(node, name) if each.casefold() not in said])


def any_case(*texts: str) -> frozenset[str]:
    """Return texts as `drop_repeated` compares them."""
    return frozenset(text.casefold() for text in texts)


def drop_same(node: Node, other: Node, but_for: Iterable[str] = ()) -> None:
    """Take out what a table says just as another one does."""
    for name in node.keys() & other.keys() - set(but_for):
        if node[name] == other[name]:
            del node[name]


def drop_nothing(node: Node, names: Iterable[str]) -> None:
    """Take out the elements by which programs say that there is nothing to say."""
    for name in names:
        drop_repeated(node, name, _NOTHING)


def put_back(node: Node, name: str, texts: Iterable[str]) -> None:
    """Leave texts in the tree after all."""
    if rest := list(texts):
        node[name] = [*node.get(name, ()), *rest]


def same_prose(text: str, other: str) -> bool:
    """Return whether two texts say the same."""
    return paragraphs(text) == paragraphs(other)


def children(node: Node, name: str) -> Iterator[Any]:
    """Yield the children of a name, tables and texts."""
    held = node.get(name)
    yield from held if isinstance(held, list) else ()


def drop_children(node: Node, name: str, is_taken: Callable[[Any], bool]) -> None:
    """Take out the children of a name that are taken."""
    if isinstance(held := node.get(name), list):
        node[name] = [each for each in held if not is_taken(each)]


def _text(child: Any) -> str:
    text = child.get(TEXT) if isinstance(child, dict) else child
    return text if isinstance(text, str) else ""


def _without_text(child: Any) -> Any:
    """Return what is left of a child whose text was taken; nothing of a text."""
    if isinstance(child, str):
        return None
    if isinstance(child, dict) and isinstance(child.get(TEXT), str):
        return {key: value for key, value in child.items() if key != TEXT}
    return child
