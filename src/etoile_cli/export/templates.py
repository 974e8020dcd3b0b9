"""Pages from the templates and stylesheets in `page/`: one file each, that requests nothing.

A page's own policy allows no script, and no style but its own, by the hash. The templates escape every value
(autoescape) but the style and what `markup` makes, which has escaped it.
"""

from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from etoile_cli.export import markup
from etoile_cli.export.directions import direction
from etoile_cli.export.marks import together

_FOLDER = Path(__file__).with_name("page")

# So many characters of a page are put together at a time.
_AT_A_TIME = 1 << 16


def page(template: str, styles: Sequence[str], title_width: float, **content: Any) -> Iterator[str]:
    """Yield a page, some lines at a time, from the names of its template and of its stylesheets after the common one.

    `title_width` is how wide the longest word of its title can be, in em; `content` is what the template shows, with
    the `title` and the `description`, which may be empty.
    """
    style = f"{_stylesheet(('base', *styles))}h1 {{ --width: {title_width}; }}\n"
    # The stylesheet, which is our own, and a number: nothing of the catalogue's texts.
    trusted = Markup(style)  # noqa: S704  # nosec B704
    hash_ = b64encode(sha256(style.encode()).digest()).decode()
    chunks = _environment().get_template(f"{template}.html").generate(style=trusted, style_hash=hash_, **content)
    return _lines(chunks)


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


@cache
def _stylesheet(names: Sequence[str]) -> str:
    return "".join((_FOLDER / f"{name}.css").read_text(encoding="utf-8") for name in names)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters["together"] = together
    environment.filters["direction"] = direction
    for make in (markup.facts, markup.marks, markup.pieces, markup.row, markup.value):
        environment.globals[make.__name__] = _trusted(make)
    return environment


def _trusted(make: Callable[..., str]) -> Callable[..., Markup]:
    """Return a function that makes HTML as one whose HTML is not escaped again."""
    # Every text in what `markup` makes is escaped.
    return lambda *content: Markup(make(*content))  # noqa: S704  # nosec B704
