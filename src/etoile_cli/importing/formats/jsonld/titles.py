"""The titles of things, of which some say their language."""

from typing import Any

from etoile_cli.importing.formats.jsonld.graph import Thing
from etoile_cli.importing.formats.jsonld.readings import text_of
from etoile_cli.importing.intake.values import language_of


def take_titles(thing: Thing, key: str) -> dict[str, str]:
    """Take the titles whose language is known, one for each; the others stay."""
    titles: dict[str, str] = {}
    thing.take(key, lambda value: _note(value, titles))
    return titles


def take_all_titles(thing: Thing, key: str) -> tuple[dict[str, str], list[str]]:
    """Take the titles whose language is known, one for each, and the others."""
    titles: dict[str, str] = {}
    others = thing.take(key, lambda value: text_of(value) if not _note(value, titles) else "")
    return titles, [title for title in others if title]


def _note(value: Any, titles: dict[str, str]) -> bool | None:
    """Note a title by its language, unless that has another."""
    language, title = language_of(_language(value)), text_of(value)
    return True if language and title and titles.setdefault(language, title) == title else None


def _language(value: Any) -> str:
    written = value.get("@language") if isinstance(value, dict) else None
    return written if isinstance(written, str) else ""
