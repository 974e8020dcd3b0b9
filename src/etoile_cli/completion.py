"""What TAB offers: values from the catalogue in use.

A completer is silent whatever the catalogue: where it can't be read, there is nothing to offer. Offered words are
single, lower-case and without accents, so that every shell inserts them safely; that is enough to find a record,
because the search folds its words the same way.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import typer

from etoile_cli.columns import ALL, DEFAULTS, columns_of, heading
from etoile_cli.errors import EtoileError
from etoile_cli.folding import fold
from etoile_cli.model import SECTIONS, CastMember, Catalogue
from etoile_cli.reader import STANDARD_INPUT, InvalidCatalogueError, locate, read

_SECTION_OF_COMMAND = {"where-to-watch": "availability", "trailer": "trailers"}
_UNSAFE_IN_SHELL = re.compile(r"[^a-z0-9-]+")


def complete_words(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the words of the names in the section that the command lists."""
    catalogue = _catalogue(ctx)
    return _starting(_words(catalogue, _section(ctx)), incomplete) if catalogue else []


def complete_columns(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the columns of the command behind what a comma-separated list already holds."""
    done, comma, last = incomplete.rpartition(",")
    taken = done.split(",")
    names = [name for name in (*_columns(ctx), ALL) if name not in taken]
    return [f"{done}{comma}{name}" for name in names if name.startswith(last)]


def complete_sort(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the columns of the command, and backwards once a `-` is there."""
    minus = "-" if incomplete.startswith("-") else ""
    return _starting((f"{minus}{name}" for name in _columns(ctx)), incomplete)


def complete_company(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the ids of the companies."""
    catalogue = _catalogue(ctx)
    return _starting((company.id for company in catalogue.companies), incomplete) if catalogue else []


def complete_billing(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the billings that occur in the cast."""
    catalogue = _catalogue(ctx)
    return _starting((each.billing for each in catalogue.cast if each.billing), incomplete) if catalogue else []


def complete_region(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the regions that offers name."""
    catalogue = _catalogue(ctx)
    regions = (code for offer in catalogue.availability for code in offer.regions) if catalogue else ()
    return _starting((code for code in regions if len(code) == 2), incomplete.upper())


def _section(ctx: typer.Context) -> str:
    command = ctx.info_name or ""
    return _SECTION_OF_COMMAND.get(command, command)


def _columns(ctx: typer.Context) -> Iterable[str]:
    section = _section(ctx)
    return columns_of(section) if section in DEFAULTS else ()


def _words(catalogue: Catalogue, section: str) -> Iterator[str]:
    for name in (section,) if section in SECTIONS else SECTIONS:
        for record in getattr(catalogue, name):
            character = record.character if isinstance(record, CastMember) else None
            yield from _safe_words(f"{heading(record)} {character or ''}")


def _safe_words(text: str) -> list[str]:
    return [word for word in _UNSAFE_IN_SHELL.sub(" ", fold(text)).split() if len(word) > 2]


def _starting(values: Iterable[str], incomplete: str) -> list[str]:
    return sorted({value for value in values if value.startswith(incomplete)})


def _catalogue(ctx: typer.Context) -> Catalogue | None:
    """Return the catalogue that the command line names so far, `None` if it can't be read without disturbing."""
    given: Any = None
    context: Any = ctx
    while context is not None and given is None:
        given = context.params.get("catalogue")
        context = context.parent
    location = locate(given)
    if location.path == STANDARD_INPUT:
        return None
    try:
        return read(location)
    except (EtoileError, InvalidCatalogueError):
        return None
