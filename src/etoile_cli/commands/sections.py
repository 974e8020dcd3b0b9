"""The commands that list a section: the plain ones made from a table, `cast` and `where-to-watch` with filters."""

from collections.abc import Callable, Sequence

from etoile_cli.commands.listing import list_section
from etoile_cli.commands.opening import open_catalogue
from etoile_cli.errors import UsageError
from etoile_cli.folding import fold
from etoile_cli.model import Company
from etoile_cli.options import (
    AsJson,
    BillingName,
    CatalogueFile,
    ColorWhen,
    Columns,
    CompanyId,
    FormatName,
    Header,
    RegionCode,
    Sort,
    View,
    Words,
)
from etoile_cli.output import Color
from etoile_cli.vocabulary import WORLDWIDE, Standard


def plain_listing(section: str, summary: str) -> Callable[..., None]:
    """Return the command that lists a section and has no filters of its own; `summary` is its help."""

    def command(
        words: Words = None,
        format_: FormatName = None,
        as_json: AsJson = False,
        columns: Columns = None,
        sort: Sort = None,
        header: Header = None,
        catalogue: CatalogueFile = None,
        color: ColorWhen = Color.AUTO,
    ) -> None:
        opened = open_catalogue(catalogue)
        view = View(format_, as_json, columns, sort, header)
        list_section(section, opened, getattr(opened, section), words, view, color)

    command.__doc__ = summary
    return command


def cast(
    words: Words = None,
    billing: BillingName = None,
    company: CompanyId = None,
    format_: FormatName = None,
    as_json: AsJson = False,
    columns: Columns = None,
    sort: Sort = None,
    header: Header = None,
    catalogue: CatalogueFile = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """List the cast: who plays whom."""
    opened = open_catalogue(catalogue)
    company_id = None if company is None else _company(company, opened.companies)

    parts = [part for part in opened.cast if billing in (None, part.billing) and company_id in (None, part.company)]
    given = {"billing": billing, "company": company_id}
    asked = [f'{option} "{value}"' for option, value in given.items() if value is not None]
    view = View(format_, as_json, columns, sort, header)
    list_section("cast", opened, parts, words, view, color, asked=asked)


def where_to_watch(
    words: Words = None,
    region: RegionCode = None,
    format_: FormatName = None,
    as_json: AsJson = False,
    columns: Columns = None,
    sort: Sort = None,
    header: Header = None,
    catalogue: CatalogueFile = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """List where the show can be watched, and when somebody last looked."""
    opened = open_catalogue(catalogue)
    code = None if region is None else _region(region)
    offers = [offer for offer in opened.availability if code is None or offer.covers(code)]
    view = View(format_, as_json, columns, sort, header)
    asked = [f'region "{code}"'] if code else []
    list_section("availability", opened, offers, words, view, color, asked=asked)


def _company(given: str, companies: Sequence[Company]) -> str:
    """Return the id of the company whose id or name is given, whatever its case and accents."""
    for company in companies:
        if fold(given) in (fold(company.id), fold(company.name)):
            return company.id
    known = ", ".join(f"{company.id} ({company.name})" for company in companies)
    raise UsageError(
        f'no such company "{given}"',
        hint=f"the companies are {known}" if known else "the catalogue has no companies",
    )


def _region(code: str) -> str:
    from etoile_cli.checking.standards import is_listed, similar_code

    if is_listed(Standard.COUNTRY, code.upper()):
        return code.upper()
    meant = similar_code(Standard.COUNTRY, code)
    guess = f' (did you mean "{meant}"?)' if meant and meant != WORLDWIDE else ""
    raise UsageError(f'no such region "{code}"{guess}', hint="a region is a two-letter ISO 3166-1 code such as FR")
