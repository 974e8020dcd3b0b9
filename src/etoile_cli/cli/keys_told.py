"""The keys of a section as help and questions tell them: what each means and takes."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from etoile_cli.catalogue.declarations import Declared, declarations
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.section_names import section_called
from etoile_cli.catalogue.sections import SHOW
from etoile_cli.check.expectation import expected
from etoile_cli.edit.given.typed import is_list

_MOST_LISTED = 12
_ANY_TEXT = "a string"


def section_among(words: Iterable[str], *, or_show: bool) -> str | None:
    """Return the key of the first section that a word of a command line names; `None` if none does."""
    return next(filter(None, (section_called(word, or_show=or_show) for word in words)), None)


def keys_told(section: str) -> Iterator[tuple[str, str]]:
    """Yield the keys of a section or the show, those that must be there first, each with what it means and takes."""
    for key, declared in required_first(declarations(Show if section == SHOW else RECORD_TYPES[section])):
        required = "Required." if declared.required else ""
        table = "A table" if declared.name else ""
        each = "a list, its key several times" if is_list(declared) else f"{key}.KEY=VALUE" if table else ""
        what = _sentence(table or _what(declared), each)
        yield key, " ".join(filter(None, (declared.description, what, required)))


def required_first(known: Mapping[str, Declared]) -> list[tuple[str, Declared]]:
    """Return keys in their order, those that must be there first."""
    return sorted(known.items(), key=lambda item: not item[1].required)


def takes(declared: Declared, ids: Collection[str]) -> str:
    """Return what a key takes, in a sentence; empty if that is any text."""
    if declared.name:
        return "As key=value; several are parted by semicolons."
    what = _what(declared)
    if ids:
        listed = ", ".join(sorted(ids)[:_MOST_LISTED])
        what = f"one of {listed}{', …' if len(ids) > _MOST_LISTED else ''}"
    return _sentence(what, "several are parted by semicolons" if is_list(declared) else "")


def _what(declared: Declared) -> str:
    what = expected(declared.each)
    return "" if what == _ANY_TEXT else what


def _sentence(*parts: str) -> str:
    told = "; ".join(filter(None, parts))
    return f"{told[:1].upper()}{told[1:]}." if told else ""
