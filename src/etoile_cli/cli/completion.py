"""What TAB offers: values from the catalogue in use.

Nothing is offered, and nothing is printed, if the catalogue can't be read. Only words without special characters are
offered, so that any shell inserts them safely: zsh executes a `$(…)` that it is offered. Nothing is offered after
special characters either, but for the colons of terms, and for the brackets of a path, which `shells` leaves out where
a shell would not take them as they are. Words are offered without accents: a search folds its words and finds the
record all the same.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from etoile_cli.catalogue.section_names import other_section_names, section_called, section_names
from etoile_cli.catalogue.sections import SHOW
from etoile_cli.cli.catalogue_offered import catalogue_typed, holdings_typed, shows_typed

if TYPE_CHECKING:  # imported by the completers that read it
    from etoile_cli.cli.terms_offered import Begun

# A word that no shell interprets, and that is no option.
_SAFE = r"[A-Za-z0-9][A-Za-z0-9._-]*"
_SAFE_ASSIGNMENT = rf"[A-Za-z_]\w*(?:\.[\w-]+)?[+-]?={_SAFE}"
# A term on the name of a show.
_SHOW = "show:"
_OF_SHOW = r"((?:not:)*show:=?)[\w-]*"
# The typed beginning of a list of columns, or of a word in any script.
_SAFE_BEGIN = r"[\w,-]*"


def complete_words(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the words in the names and ids of the section's records that begin with what was typed, and terms."""
    return _words_of(ctx, _section(ctx), incomplete)


def complete_columns(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the columns of the command's section, for the last name of a comma-separated list."""
    from etoile_cli.listing.columns import ALL

    return _continuing([*_columns_across(ctx), *_columns(ctx), ALL], incomplete)


def complete_sort(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the columns of the command's section likewise, with a `-` if one was typed."""
    minus = "-" if incomplete.rpartition(",")[2].startswith("-") else ""
    return _continuing([f"{minus}{name}" for name in (*_columns_across(ctx), *_columns(ctx))], incomplete)


def complete_show(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the terms that choose one of several shows."""
    return _starting((f"show:{word}" for word in shows_typed(ctx)), incomplete)


def complete_company(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the ids of the companies that parts may belong to."""
    companies = (company for each in holdings_typed(ctx) for company in each.catalogue.companies)
    ids = (company.id for company in companies if company.may_have_parts)
    return _starting((id_ for id_ in ids if re.fullmatch(_SAFE, id_)), incomplete)


def complete_billing(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the billings in the cast."""
    parts = (part for each in holdings_typed(ctx) for part in each.catalogue.cast)
    return _starting((part.billing for part in parts if part.billing), incomplete)


def complete_region(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the regions of the offers, except those that are no ISO 3166-1 codes."""
    from etoile_cli.catalogue.countries import alpha2_codes

    offers = (offer for each in holdings_typed(ctx) for offer in each.catalogue.availability)
    regions = {code for offer in offers for code in offer.regions}
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


def complete_section(_: typer.Context, incomplete: str) -> list[str]:
    """Offer the sections, in their order; by their other names if none of theirs begins like that."""
    return _section_names(incomplete, or_show=False)


def complete_section_or_show(_: typer.Context, incomplete: str) -> list[str]:
    """Offer the show and the sections likewise."""
    return _section_names(incomplete, or_show=True)


def complete_chosen(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the words of the records of the section that is named before."""
    named = _named_section(ctx, or_show=False)
    return _words_of(ctx, named, incomplete) if named else []


def complete_values(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the keys of the section that is named before and, behind an equals sign, values of the key."""
    named = _named_section(ctx, or_show=False)
    return _assignments(ctx, named, incomplete) if named else []


def complete_words_and_values(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer likewise, and the words of the records as long as no key has a value."""
    named = _named_section(ctx, or_show=True)
    if named is None:
        return []
    from etoile_cli.edit.given.assignments import is_assignment

    given = ctx.params.get("words_and_values") or ()
    if named == SHOW or any(map(is_assignment, given)):
        return _assignments(ctx, named, incomplete)
    # Once words have begun to choose a record, a key is rather to be changed.
    words = _words_of(ctx, named, incomplete, with_keys=not given)
    return [*_assignments(ctx, named, incomplete), *words]


def complete_path(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the show and the sections, each with the point before a key, and behind them what leads on."""
    if re.fullmatch(r"[\w-]*", incomplete):
        return [f"{name}." for name in _section_names(incomplete, or_show=True)]
    from etoile_cli.cli.paths_offered import paths_offered

    return list(paths_offered(incomplete, catalogue_typed(ctx), lambda section, begun: _words_of(ctx, section, begun)))


def _section_names(incomplete: str, *, or_show: bool) -> list[str]:
    names = section_names(or_show=or_show)
    others = (name for name in other_section_names() if re.fullmatch(_SAFE, name))
    return [name for name in names if name.startswith(incomplete)] or _starting(others, incomplete)


def _named_section(ctx: typer.Context, *, or_show: bool) -> str | None:
    return section_called(str(ctx.params.get("section") or ""), or_show=or_show)


def _words_of(ctx: typer.Context, section: str | None, incomplete: str, *, with_keys: bool = True) -> list[str]:
    """Return the words of records, and the terms, that begin as was typed; the keys of terms only if asked for."""
    from etoile_cli.cli.terms_offered import begun, keys_begun
    from etoile_cli.listing.columns import SHOWS

    found = re.fullmatch(_OF_SHOW, incomplete) if _section(ctx) else None
    if found and (section != SHOWS or any(shows_typed(ctx))):  # a list of one show has the name as one of its keys
        return _starting((f"{found[1]}{word}" for word in shows_typed(ctx)), incomplete)
    term = begun(incomplete)
    if term is None:
        return []
    if term.asks:
        from etoile_cli.cli.term_values_offered import values_begun

        return _sorted(values_begun(term, section, holdings_typed(ctx)))
    keys = [*keys_begun(term, section), *_key_of_shows(ctx, term)] if with_keys else ()
    words = [] if term.has else _words_begun(ctx, section, term.key)
    return _sorted([*keys, *(f"{term.negations}{word}" for word in words)])


def _key_of_shows(ctx: typer.Context, term: "Begun") -> list[str]:
    """Return the beginning of a term on the name of a show, where there are several."""
    is_begun = _section(ctx) and term.key and not term.has and _SHOW.startswith(term.key)
    return [f"{term.negations}{_SHOW}"] if is_begun and any(shows_typed(ctx)) else []


def _words_begun(ctx: typer.Context, section: str | None, typed: str) -> list[str]:
    from etoile_cli.cli.words_offered import words_offered
    from etoile_cli.listing.columns import SHOWS
    from etoile_cli.text.folding import fold

    folded = fold(typed)
    if section == SHOWS and any(shows_typed(ctx)):
        words = _starting(shows_typed(ctx), folded)
    else:
        every = (word for each in holdings_typed(ctx) for word in words_offered(each.catalogue, section))
        words = _starting(every, folded)
    return [f"{typed}{word[len(folded) :]}" for word in words]


def _assignments(ctx: typer.Context, section: str, incomplete: str) -> list[str]:
    """Return what completes KEY=VALUE: first the key, in the order of the model, and then the value."""
    from etoile_cli.catalogue.declarations import declarations
    from etoile_cli.catalogue.model import RECORD_TYPES
    from etoile_cli.catalogue.records import Show
    from etoile_cli.cli.values_offered import assignments_offered, key_begun, keys_offered

    known = declarations(Show if section == SHOW else RECORD_TYPES[section])
    if "=" not in incomplete:
        return [each for each in keys_offered(known) if each.startswith(incomplete)]
    catalogue, key = catalogue_typed(ctx), key_begun(incomplete)
    records = [] if catalogue is None else [catalogue.show] if section == SHOW else getattr(catalogue, section)
    held = [getattr(record, key, None) for record in records] if key in known else []
    offered = assignments_offered(incomplete, known, catalogue, held)
    return _starting((each for each in offered if re.fullmatch(_SAFE_ASSIGNMENT, each)), incomplete)


def _section(ctx: typer.Context) -> str | None:
    from etoile_cli.listing.columns import section_of

    return section_of(ctx.info_name or "")


def _columns_across(ctx: typer.Context) -> list[str]:
    """Return the column that lists of several shows have before their own."""
    from etoile_cli.listing.columns import PEOPLE, SHOWS

    return [SHOW] if _section(ctx) not in {None, PEOPLE, SHOWS} and any(shows_typed(ctx)) else []


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


def _starting(values: Iterable[str], incomplete: str) -> list[str]:
    return _sorted(value for value in values if value.startswith(incomplete))


def _sorted(values: Iterable[str]) -> list[str]:
    return sorted(set(values))
