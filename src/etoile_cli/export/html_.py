"""The catalogue as a page: one file, made from the template and the stylesheets in `page/`, that requests nothing.

The data for search engines is escaped so that it can't end its element.
"""

from collections.abc import Iterator, Sequence

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.export.booklet import booklet
from etoile_cli.export.cover import cover
from etoile_cli.export.jsonld import jsonld
from etoile_cli.export.marks import NO_PAGES, PagesOfPeople
from etoile_cli.export.persons import Persons, persons_in
from etoile_cli.export.templates import page


def html(
    catalogue: Catalogue,
    persons: Persons | None = None,
    *,
    root: str = "",
    up: Sequence[tuple[str, str]] = (),
    people: PagesOfPeople = NO_PAGES,
) -> Iterator[str]:
    """Yield the page, some lines at a time; `persons` are those in the catalogue, if they are known.

    In a site, `root` is the address of its directory from the page, `up` are texts and addresses there that lead
    back, and `people` are the pages of people.
    """
    persons = persons or persons_in(catalogue)
    about = booklet(catalogue, persons, people)
    front = cover(catalogue, about.title)
    return page(
        "page",
        ["page"],
        front.title.width,
        title=about.title,
        description=about.logline,
        root=root,
        up=up,
        booklet=about,
        cover=front,
        series=map(_in_html, jsonld(catalogue, persons)),
    )


def _in_html(json: str) -> Markup:
    """Return JSON that can't end the element that holds it."""
    return htmlsafe_json_dumps(json, dumps=str)
