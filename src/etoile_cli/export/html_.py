"""The catalogue as a page: one file, made from the template and the stylesheet in `page/`, that requests nothing.

The page's own policy allows no script, and no style but its own, by the hash. The template escapes every value
(autoescape); the data for search engines is escaped so that it can't end its element.
"""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.export.booklet import booklet
from etoile_cli.export.cover import cover
from etoile_cli.export.directions import direction
from etoile_cli.export.jsonld import jsonld
from etoile_cli.export.marks import runs, together

_FOLDER = Path(__file__).with_name("page")

# So many characters of the page are put together at a time.
_AT_A_TIME = 1 << 16


def html(catalogue: Catalogue) -> Iterator[str]:
    """Yield the page, some lines at a time."""
    about = booklet(catalogue)
    front = cover(catalogue, about.title)
    style = (_FOLDER / "page.css").read_text(encoding="utf-8") + f"h1 {{ --width: {front.title.width}; }}\n"
    # The stylesheet, which is our own, and a number: nothing of the catalogue's texts.
    trusted = Markup(style)  # noqa: S704  # nosec B704
    template = _environment().get_template("page.html")
    return _lines(
        template.generate(
            booklet=about,
            cover=front,
            style=trusted,
            style_hash=b64encode(sha256(style.encode()).digest()).decode(),
            series=map(_in_html, jsonld(catalogue)),
        )
    )


def _in_html(json: str) -> Markup:
    """Return JSON that can't end the element that holds it."""
    return htmlsafe_json_dumps(json, dumps=str)


def _lines(chunks: Iterator[str]) -> Iterator[str]:
    """Yield the text of all chunks, cut at ends of lines."""
    held: list[str] = []
    length = 0
    for chunk in chunks:
        length += len(chunk)
        is_whole = length > _AT_A_TIME and chunk.endswith("\n")
        held.append(chunk[:-1] if is_whole else chunk)
        if is_whole:
            whole = "".join(held)
            held, length = [], 0
            yield whole
    yield "".join(held).removesuffix("\n")


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["runs"] = runs
    environment.filters["together"] = together
    environment.filters["direction"] = direction
    return environment
