"""Libraries for sites, and the pages of a site by their files."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from msgspec.structs import replace

from etoile_cli.catalogue.holding import Holding, name_alone
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import parse
from etoile_cli.catalogue.records import CastMember, Contributor, Show
from etoile_cli.export.distinct import distinct
from etoile_cli.export.site.site import Each, site
from tests.door import CHECKOUT
from tests.export.pages import FILES, Element

REAL = [*FILES, *sorted((CHECKOUT / "tests/data/shows").glob("*.toml")), CHECKOUT / "tests/data/scripts.toml"]


def read(paths: Iterable[Path] = REAL) -> list[Holding]:
    return holdings([parse(path.read_bytes()) for path in paths])


def holdings(catalogues: Sequence[Catalogue]) -> list[Holding]:
    """Return catalogues as a library, whose shows have other names, has them."""
    names = distinct([name_alone(each.show.title, "") for each in catalogues], "{} ({})")
    return [Holding(name, f"{at}.toml", each) for at, (name, each) in enumerate(zip(names, catalogues, strict=True))]


def in_all(catalogue: Catalogue, name: str = "Everybody") -> Catalogue:
    """Return a catalogue in which somebody has a part and a role."""
    return replace(
        catalogue,
        cast=(*catalogue.cast, CastMember(name=name, character="Vera", episodes=("S01E01",))),
        crew=(*catalogue.crew, Contributor(name=name, roles=("director",))),
    )


def of_titles(*titles: str) -> list[Holding]:
    """Return shows of which nothing is known but that somebody is in all of them."""
    return holdings([in_all(Catalogue(format=1, show=Show(title=title))) for title in titles])


def each_of(library: Iterable[Holding]) -> Each:
    """Return how to read a library that is there already."""
    return lambda function: map(function, library)


def pages(library: Sequence[Holding]) -> Mapping[str, str]:
    """Return the text of each file of a site."""
    return {file: "".join(f"{line}\n" for line in lines) for file, lines in site(each_of(library))}


def links_out_of(page: Element) -> Iterator[str]:
    for each in page.all("a"):
        if urlsplit(each.attributes["href"]).scheme not in {"http", "https"}:
            yield each.attributes["href"]


def led_to(file: str, link: str) -> tuple[str, str]:
    """Return the file to which a link in a file leads, and the id there."""
    path, _, id_ = link.partition("#")
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(path))) if path else file, unquote(id_)
