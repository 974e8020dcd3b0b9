"""`etoile cast`: who plays whom, filtered by billing and company."""

from collections.abc import Sequence
from functools import partial
from typing import Annotated

import typer

from etoile_cli.catalogue.enumerations import Billing
from etoile_cli.catalogue.holding import Holding
from etoile_cli.catalogue.records import CastMember, Company
from etoile_cli.cli.common_options import CatalogueFile, ColorWhen
from etoile_cli.cli.options import AsJson, Columns, FormatName, Header, Null, Sort, Words, completed_by
from etoile_cli.cli.printing import list_selected, with_words
from etoile_cli.cli.view import View
from etoile_cli.errors import UsageError
from etoile_cli.listing.selection import Selected
from etoile_cli.system.output import Color
from etoile_cli.text.values import in_short

BillingName = Annotated[
    Billing | None,
    typer.Option(
        "--billing",
        case_sensitive=False,
        help="Keep the parts with this billing.",
        autocompletion=completed_by("complete_billing"),
    ),
]
CompanyId = Annotated[
    str | None,
    typer.Option(
        "--company",
        metavar="NAME",
        help="Keep the parts in this company, by its id or its name.",
        autocompletion=completed_by("complete_company"),
    ),
]

# A message names no more companies.
_MOST_NAMED = 20


def cast(
    words: Words = None,
    billing: BillingName = None,
    company: CompanyId = None,
    format_: FormatName = None,
    as_json: AsJson = False,
    columns: Columns = None,
    sort: Sort = None,
    header: Header = None,
    null: Null = False,
    catalogue: CatalogueFile = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Print the parts with the given words, billing and company."""
    view = View(format_, as_json, columns, sort, header, null)
    select = partial(_selected, billing=billing, company=company)
    list_selected("cast", catalogue, select, words or (), view, color, is_filtered=company is not None)


def _selected(words: Sequence[str], holding: Holding, *, billing: Billing | None, company: str | None) -> Selected:
    catalogue = holding.catalogue
    parts: Sequence[CastMember] = catalogue.cast
    asked = []
    terms = []
    if billing is not None:
        terms.append(f"billing:={billing}")
        asked.append(f'billing "{billing}"')
    if company is not None:
        company_id = _company(company, catalogue.companies)
        terms.append(f"company:={company_id}")
        asked.append(f'company "{company_id}"')
    if terms:
        from etoile_cli.listing.search import having_words

        parts = having_words(parts, terms, catalogue)
    return with_words(parts, words, catalogue, asked=asked, of=len(catalogue.cast))


def _company(given: str, companies: Sequence[Company]) -> str:
    """Return the id of the company with this id or name, whatever its case and accents."""
    from etoile_cli.text.folding import fold

    for company in companies:
        if fold(given) in (fold(company.id), fold(company.name)):
            return company.id
    raise UsageError(f'no such company "{given}"', hint=_named(companies))


def _named(recorded: Sequence[Company]) -> str:
    """Return a sentence that names the companies that parts may belong to, or the first of very many."""
    companies = [company for company in recorded if company.may_have_parts]
    if not companies:
        return f"the catalogue has no companies{' that a part may belong to' if recorded else ''}"
    known = ", ".join(f"{company.id} ({in_short(company.name)})" for company in companies[:_MOST_NAMED])
    others = len(companies) - _MOST_NAMED
    return f"the companies are {known}{f' and {others:,} more, see etoile companies' if others > 0 else ''}"
