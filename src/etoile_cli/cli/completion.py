"""What TAB offers: values from the catalogue in use.

Nothing is offered, and nothing is printed, if the catalogue can't be read. Only words without special characters are
offered, so that any shell inserts them safely: zsh executes a `$(…)` that it is offered. Nothing is offered after
special characters either. Words are offered without accents: a search folds its words and finds the record all the
same.
"""

import os
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import typer

from etoile_cli.errors import EtoileError

if TYPE_CHECKING:  # imported by the completers that read it
    from etoile_cli.catalogue.model import Catalogue

# A word that no shell interprets, and that is no option.
_SAFE = r"[A-Za-z0-9][A-Za-z0-9._-]*"
_SAFE_WORD = r"[a-z0-9][a-z0-9-]{2,}"
# The typed beginning of a list of columns, or of a word in any script.
_SAFE_BEGIN = r"[\w,-]*"


def complete_words(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the words in the names and ids of the section's records that begin with what was typed."""
    from etoile_cli.text.folding import fold

    if not re.fullmatch(_SAFE_BEGIN, incomplete):
        return []
    catalogue = _catalogue(ctx)
    begun = fold(incomplete)
    words = _starting(_words(catalogue, _section(ctx)), begun) if catalogue else []
    return [f"{incomplete}{word[len(begun) :]}" for word in words]


def complete_columns(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the columns of the command's section, for the last name of a comma-separated list."""
    from etoile_cli.listing.columns import ALL

    return _continuing([*_columns(ctx), ALL], incomplete)


def complete_sort(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the columns of the command's section likewise, with a `-` if one was typed."""
    minus = "-" if incomplete.rpartition(",")[2].startswith("-") else ""
    return _continuing([f"{minus}{name}" for name in _columns(ctx)], incomplete)


def complete_company(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the ids of the companies that parts may belong to."""
    catalogue = _catalogue(ctx)
    ids = (company.id for company in catalogue.companies if company.may_have_parts) if catalogue else ()
    return _starting((id_ for id_ in ids if re.fullmatch(_SAFE, id_)), incomplete)


def complete_billing(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the billings in the cast."""
    catalogue = _catalogue(ctx)
    return _starting((part.billing for part in catalogue.cast if part.billing), incomplete) if catalogue else []


def complete_region(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the regions of the offers, except those that are no ISO 3166-1 codes."""
    from etoile_cli.catalogue.countries import alpha2_codes

    catalogue = _catalogue(ctx)
    regions = {code for offer in catalogue.availability for code in offer.regions} if catalogue else set()
    return _starting(regions.intersection(alpha2_codes()), incomplete)


def complete_code(_: typer.Context, incomplete: str) -> list[str]:
    """Offer the codes of problems."""
    from etoile_cli.check.codes import FOUND_BY

    return _starting((code.name for code in FOUND_BY), incomplete)


def complete_warnings(_: typer.Context, incomplete: str) -> list[str]:
    """Offer the codes of warnings, for the last one of a comma-separated list."""
    from etoile_cli.check.codes import FOUND_BY
    from etoile_cli.check.problem import Severity

    return _continuing([code.name for code in FOUND_BY if code.severity is Severity.WARNING], incomplete)


def _section(ctx: typer.Context) -> str | None:
    from etoile_cli.listing.columns import section_of

    return section_of(ctx.info_name or "")


def _columns(ctx: typer.Context) -> Iterable[str]:
    from etoile_cli.listing.columns import columns_of

    section = _section(ctx)
    return columns_of(section) if section else ()


def _continuing(names: Iterable[str], incomplete: str) -> list[str]:
    """Return the comma-separated list once for each name that completes its last one and is not in the list yet."""
    if not re.fullmatch(_SAFE_BEGIN, incomplete):
        return []
    done, comma, last = incomplete.rpartition(",")
    return [f"{done}{comma}{name}" for name in names if name.startswith(last) and name not in done.split(",")]


def _words(catalogue: "Catalogue", section: str | None) -> Iterator[str]:
    from etoile_cli.catalogue.declarations import declarations
    from etoile_cli.catalogue.model import RECORD_TYPES
    from etoile_cli.catalogue.references import References
    from etoile_cli.text.folding import fold
    from etoile_cli.wording.values import readings

    references = References(catalogue)
    for name in (section,) if section in RECORD_TYPES else RECORD_TYPES:
        known = declarations(RECORD_TYPES[name]).items()
        offered = [(key, each) for key, each in known if each.offered or each.identifies]
        for record in getattr(catalogue, name):
            more = [text for key, each in offered for text in readings(each, getattr(record, key), references)]
            yield from re.findall(_SAFE_WORD, fold(" ".join([record.heading, *more])))


def _starting(values: Iterable[str], incomplete: str) -> list[str]:
    return sorted({value for value in values if value.startswith(incomplete)})


def _catalogue(ctx: typer.Context) -> "Catalogue | None":
    """Return the catalogue that the command line names so far; `None` if it is no file or can't be read."""
    from etoile_cli.catalogue.reader import InvalidCatalogueError, locate, read

    given: Any = None
    context: Any = ctx
    while context is not None and given is None:
        given = context.params.get("catalogue")
        context = context.parent
    # The shell has not expanded ~ yet. Only a file is read: TAB must not wait for a pipe or standard input.
    location = locate(given and os.path.expanduser(given))  # noqa: PTH111 an empty Path would be the current directory
    if not os.path.isfile(location.path):  # noqa: PTH113
        return None
    try:
        return read(location)
    except (EtoileError, InvalidCatalogueError):
        return None
