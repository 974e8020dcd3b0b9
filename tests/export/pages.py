"""Pages of catalogues, read as elements: what is not balanced, or not plain HTML, fails."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from msgspec import inspect

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import parse
from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.export.html_ import html
from tests.door import CHECKOUT
from tests.strategies import brief, catalogues
from tests.thoroughness import breadth

SHIPPED, FULL, HOSTILE, MINIMAL = FILES = [
    CHECKOUT / "data/etoile.toml",
    *(CHECKOUT / f"tests/data/{name}.toml" for name in ("full", "hostile", "minimal")),
]


every_page = pytest.mark.parametrize(
    "page", breadth(FILES, [FULL, HOSTILE]), ids=lambda path: path.stem, indirect=True
)
full_page = pytest.mark.parametrize("page", [FULL], ids=["full"], indirect=True)


def whatever(test: Callable[[Catalogue], None]) -> Callable[[], None]:
    """Run a test for the catalogues in files, and for any other."""
    for path in FILES:
        test = example(parse(path.read_bytes()))(test)
    return brief(given(catalogues)(test))


def of_show(**facts: Any) -> Catalogue:
    return Catalogue(format=1, show=Show(**{"title": "x"} | facts))


def filled(text: str) -> Catalogue:
    """Return a catalogue with a record in each section, in which everything that can be any text is this one."""
    catalogue = _filled(inspect.type_info(Catalogue), text)
    assert isinstance(catalogue, Catalogue)
    return catalogue


def _filled(info: Any, text: str) -> Any:
    return _FILLED[type(info)](info, text)


def _text(info: inspect.Metadata, text: str) -> Any:
    """Return the text, but where a pattern allows only some an example of those."""
    is_free = not isinstance(info.type, inspect.StrType) or info.type.pattern is None
    return _filled(info.type, text) if is_free else (info.extra_json_schema or {})["examples"][0]


_FILLED: Mapping[type, Callable[[Any, str], Any]] = {
    inspect.Metadata: _text,
    inspect.UnionType: lambda info, text: _filled(info.types[0], text),
    inspect.StrType: lambda _, text: text,
    inspect.IntType: lambda *_: 1,
    inspect.BoolType: lambda *_: True,
    inspect.DateType: lambda *_: date(2025, 4, 24),
    inspect.CustomType: lambda info, _: Extent([60]) if info.cls is Extent else date(2025, 4, 24),
    inspect.EnumType: lambda info, _: next(iter(info.cls)),
    inspect.LiteralType: lambda info, _: info.values[0],
    inspect.DictType: lambda info, text: {_filled(info.key_type, text): _filled(info.value_type, text)},
    inspect.VarTupleType: lambda info, text: (_filled(info.item_type, text),),
    inspect.StructType: lambda info, text: info.cls(
        **{field.name: _filled(field.type, text) for field in info.fields}
    ),
}


def is_web_page(address: str) -> bool:
    """Tell whether an address is one of http or https that names a host, and maybe a port, that there can be."""
    authority = re.match(r"(?i)https?://[^/?#]*", address)
    if authority is None or not authority[0].isprintable() or re.search(r'[ <>"{}|\\^`]', authority[0]):
        return False
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets without an IPv6 address between them, no number for a port
        return False


def text_of(catalogue: Catalogue) -> str:
    return "".join(f"{line}\n" for line in html(catalogue))


def written(catalogue: Catalogue, directory: Path) -> Path:
    path = directory / "page.html"
    path.write_text(text_of(catalogue), encoding="utf-8")
    return path


def page_of(catalogue: Catalogue) -> "Element":
    return elements(text_of(catalogue))


_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass(eq=False)
class Element:
    """An element with its attributes, and the elements and texts in it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Element | str]" = field(default_factory=list)

    def all(self, tag: str = "") -> "Iterator[Element]":
        """Yield this element and those in it, in the order of the page; only those of a tag if one is given."""
        if tag in ("", self.tag):
            yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.all(tag)

    def one(self, tag: str) -> "Element":
        [element] = self.all(tag)
        return element

    def own_text(self) -> str:
        return "".join(child for child in self.children if isinstance(child, str))

    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


def elements(page: str) -> Element:
    """Return the document's element `html`."""
    return _Reader(page).root.one("html")


class _Reader(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.root = Element("")
        self._open = [self.root]
        self.feed(page)
        self.close()
        assert self._open == [self.root], f"not closed: {[element.tag for element in self._open[1:]]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        assert len(given) == len(attrs), f"an attribute twice: {tag} {attrs}"
        element = Element(tag, given)
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def handle_decl(self, decl: str) -> None:
        assert decl == "DOCTYPE html"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        raise AssertionError(f"no HTML: <{tag} {attrs}/>")

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration: {data}")


# What a page of any kind must be.

# What fetches something, sends something, or takes the place of the page.
LOADING = {"audio", "base", "embed", "form", "frame", "iframe", "image", "img", "input", "object", "picture", "source"}
LOADING |= {"portal", "svg", "template", "track", "video"}
LOADING_ATTRIBUTES = {
    "action",
    "background",
    "data",
    "formaction",
    "ping",
    "poster",
    "src",
    "srcdoc",
    "srcset",
    "style",
}


def what_loads(page: Element) -> set[str]:
    """Return the names of elements and attributes that load something or run, the page's own icon aside."""
    tags = {each.tag for each in page.all()}
    attributes = {name for each in page.all() for name in each.attributes}
    handlers = {name for name in attributes if name.startswith("on")}
    links = {(each.attributes["rel"], each.attributes["href"].partition(",")[0]) for each in page.all("link")}
    others = {address for rel, address in links if (rel, address) != ("icon", "data:image/svg+xml")}
    return tags & LOADING | attributes & LOADING_ATTRIBUTES | handlers | others


def assert_allows_its_style_alone(text: str) -> None:
    """The policy of a page names the hash of its one stylesheet, comes before it, and allows nothing else."""
    head = elements(text).one("head")
    hash_ = b64encode(sha256(head.one("style").text().encode()).digest()).decode()
    allowed = f"style-src 'sha256-{hash_}'; img-src data:"
    policy = f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    found = [each.attributes for each in head.all("meta") if "http-equiv" in each.attributes]
    assert found == [{"http-equiv": "Content-Security-Policy", "content": policy}]
    assert text.index("Content-Security-Policy") < text.index("<style>")


def links_of(page: Element) -> list[str]:
    return [each.attributes["href"] for each in page.all("a")]


def outline(element: Element) -> Iterator[str]:
    """Yield a line for each element that stands apart from others."""
    for each in element.all():
        if each.tag in {"h1", "h2", "p", "li", "th", "dt", "dd", "td"} and not list(each.all("dl")):
            yield f"{each.tag}: {' '.join(each.text().split())}".rstrip()
