"""What TAB offers: values from the catalogue in use.

A completer is silent whatever the catalogue: where it can't be read, there is nothing to offer. Offered words hold
nothing that means something to a shell, so that every shell inserts them safely: zsh runs a `$(…)` that it is offered.
Where what was typed is not plain, nothing is offered. Words have no accents; the search folds its words the same way
and finds the record.
"""

import os
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import typer

from etoile_cli.errors import EtoileError

if TYPE_CHECKING:  # what completes an option is imported when TAB asks, not with every command that has the option
    from etoile_cli.catalogue.model import Catalogue

# A word that means nothing to a shell and is no option.
_SAFE = r"[A-Za-z0-9][A-Za-z0-9._-]*"
_SAFE_WORD = r"[a-z0-9][a-z0-9-]{2,}"
# What may have been typed of a list of columns, or of a word in any script.
_SAFE_BEGIN = r"[\w,-]*"


def complete_words(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the words of the names in the section that the command lists, begun as they were typed."""
    from etoile_cli.text.folding import fold

    if not re.fullmatch(_SAFE_BEGIN, incomplete):
        return []
    catalogue = _catalogue(ctx)
    begun = fold(incomplete)
    words = _starting(_words(catalogue, _section(ctx)), begun) if catalogue else []
    return [f"{incomplete}{word[len(begun) :]}" for word in words]


def complete_columns(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the columns of the command behind what a comma-separated list already holds."""
    from etoile_cli.listing.columns import ALL

    return _continuing([*_columns(ctx), ALL], incomplete)


def complete_sort(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the columns of the command likewise, backwards where a `-` was typed."""
    minus = "-" if incomplete.rpartition(",")[2].startswith("-") else ""
    return _continuing([f"{minus}{name}" for name in _columns(ctx)], incomplete)


def complete_company(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the ids of the companies."""
    catalogue = _catalogue(ctx)
    ids = (company.id for company in catalogue.companies) if catalogue else ()
    return _starting((id_ for id_ in ids if re.fullmatch(_SAFE, id_)), incomplete)


def complete_billing(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the billings that occur in the cast."""
    catalogue = _catalogue(ctx)
    return _starting((part.billing for part in catalogue.cast if part.billing), incomplete) if catalogue else []


def complete_region(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the regions that offers name, as far as they are known to the standard."""
    from iso3166 import countries_by_alpha2

    catalogue = _catalogue(ctx)
    regions = {code for offer in catalogue.availability for code in offer.regions} if catalogue else set()
    return _starting(regions & countries_by_alpha2.keys(), incomplete)


def complete_code(_: typer.Context, incomplete: str) -> list[str]:
    """Offer the codes of problems."""
    from etoile_cli.check.codes import FOUND_BY

    return _starting((code.name for code in FOUND_BY), incomplete)


def _section(ctx: typer.Context) -> str | None:
    from etoile_cli.listing.columns import section_of

    return section_of(ctx.info_name or "")


def _columns(ctx: typer.Context) -> Iterable[str]:
    from etoile_cli.listing.columns import columns_of

    section = _section(ctx)
    return columns_of(section) if section else ()


def _continuing(names: Iterable[str], incomplete: str) -> list[str]:
    """Return a comma-separated list with its last name completed, by names it does not hold yet."""
    if not re.fullmatch(_SAFE_BEGIN, incomplete):
        return []
    done, comma, last = incomplete.rpartition(",")
    return [f"{done}{comma}{name}" for name in names if name.startswith(last) and name not in done.split(",")]


def _words(catalogue: "Catalogue", section: str | None) -> Iterator[str]:
    from etoile_cli.catalogue.declarations import declarations
    from etoile_cli.catalogue.model import SECTIONS
    from etoile_cli.listing.columns import heading
    from etoile_cli.text.folding import fold

    for name in (section,) if section in SECTIONS else SECTIONS:
        offered = [key for key, declared in declarations(SECTIONS[name]).items() if declared.offered]
        for record in getattr(catalogue, name):
            more = (getattr(record, key) or "" for key in offered)
            yield from re.findall(_SAFE_WORD, fold(" ".join([heading(record), *more])))


def _starting(values: Iterable[str], incomplete: str) -> list[str]:
    return sorted({value for value in values if value.startswith(incomplete)})


def _catalogue(ctx: typer.Context) -> "Catalogue | None":
    """Return the catalogue that the command line names so far, `None` if it can't be read without disturbing."""
    from etoile_cli.catalogue.reader import InvalidCatalogueError, locate, read

    given: Any = None
    context: Any = ctx
    while context is not None and given is None:
        given = context.params.get("catalogue")
        context = context.parent
    # The shell has not expanded ~ yet. What is no file, standard input say, would be waited for.
    location = locate(given and os.path.expanduser(given))  # noqa: PTH111 an empty Path would be the current directory
    if not os.path.isfile(location.path):  # noqa: PTH113
        return None
    try:
        return read(location)
    except (EtoileError, InvalidCatalogueError):
        return None
