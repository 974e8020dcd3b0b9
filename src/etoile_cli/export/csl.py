"""The show and its sources for reference managers: CSL-JSON, as the schema of CSL 1.0.2 describes it."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.records import Contributor, Show, Source
from etoile_cli.catalogue.schemes import scheme_name, valid_ids
from etoile_cli.export.distinct import distinct
from etoile_cli.export.names import parted
from etoile_cli.export.synopsis import synopsis
from etoile_cli.text.addresses import link, site
from etoile_cli.text.dates import Date
from etoile_cli.text.folding import fold
from etoile_cli.text.json_ import json_array
from etoile_cli.text.values import show, show_all

Item = dict[str, Any]

_SHOW = "show"

# What processors take for markup in a text. There is no way to escape it, but a word joiner after the sign, which is
# invisible, keeps it from being markup.
_MARKUP = r"<(?=(?:i|b|sc|sup|sub)>|span\s)"
_TEXT = "<\u2060"


def csl(catalogue: Catalogue) -> Iterator[str]:
    """Yield the show and every source as an array of items, some of them at a time.

    The ids of the sources are those of the catalogue; one that is taken already gets a number.
    """
    *ids, id_of_show = distinct([*(source.id for source in catalogue.sources), _SHOW])
    return json_array(chain([_show_item(catalogue, id_of_show)], map(_source_item, catalogue.sources, ids)))


def _show_item(catalogue: Catalogue, id_: str) -> Item:
    about = catalogue.show
    ids = [f"{scheme_name(scheme)}: {each}" for scheme, each in valid_ids("show", about.ids).items()]
    return _item(
        id_,
        "broadcast",
        about.title,
        author=[_name(creator) for creator in catalogue.creators if show(creator.name)],
        **{"original-title": show(about.original_title or "")},
        genre="Television series",
        issued=_run(about) if about.premiere else None,
        publisher=", ".join(show_all(about.networks)),
        abstract="\n\n".join(synopsis(about)),
        keyword="; ".join(show_all(about.themes)),
        language=about.languages[0] if len(about.languages) == 1 else None,
        note="\n".join(show_all([*ids, about.note or ""])),
    )


def _source_item(source: Source, id_: str) -> Item:
    page, copy = link(source.url or ""), link(source.archived or "")
    is_page = bool(source.address)
    unlinked = [each for each, target in ((source.url, page), (source.archived, copy)) if each and not target]
    return _item(
        id_,
        "webpage" if is_page else "document",
        source.title,
        author=[_author(author) for author in show_all(source.authors)],
        **{"container-title" if is_page else "publisher": show(source.publisher or "")},
        URL=page or copy,
        archive=site(copy) if copy else None,
        archive_location=copy,
        language=source.language,
        issued=_dates(source.published),
        accessed=_dates(source.accessed),
        note="\n".join(show_all([*unlinked, source.note or ""])),
    )


def _author(name: str) -> dict[str, str]:
    """Return an author's family and given name if a comma parts them; else all of the name, which may be a body's."""
    names = parted(name)
    return {"family": names.family, "given": names.given} if names else {"literal": name}


def _item(id_: str, kind: str, title: str, **variables: Any) -> Item:
    """Return an item with those of its variables that have a value."""
    present = {name: _plain(value) for name, value in variables.items() if value}
    return {"id": id_, "type": kind, "title": _plain(show(title))} | present


def _plain(value: Any) -> Any:
    """Return a value with no markup in any of its texts."""
    match value:
        case str():
            return re.sub(_MARKUP, _TEXT, value)
        case list():
            return [_plain(each) for each in value]
        case dict():
            return {key: _plain(each) for key, each in value.items()}
        case _:
            return value


def _name(creator: Contributor) -> dict[str, str]:
    """Return the family and the given name, if `sort_name` has them and they make up the name; else all of it."""
    family, _, given = (each.strip() for each in show(creator.sort_name or "").partition(","))
    orders = (f"{given} {family}", f"{family} {given}")
    if family and given and fold(creator.name) in map(fold, orders):
        return {"family": family, "given": given}
    return {"literal": show(creator.name)}


def _dates(date: Date | None) -> dict[str, list[list[int]]] | None:
    """Return a date in as many numbers as are known."""
    return {"date-parts": [_numbers(date)]} if date else None


def _run(about: Show) -> dict[str, list[list[int]]]:
    """Return the first and the last date of a show, as a range.

    Both in as many numbers as are known of either: citeproc-js refuses a range of a month and a day.
    """
    dates = [_numbers(date) for date in (about.premiere, about.ended) if date]
    known = [numbers[: min(map(len, dates))] for numbers in dates]
    return {"date-parts": known[:1] if known[0] == known[-1] else known}


def _numbers(date: Date) -> list[int]:
    return [int(number) for number in date.isoformat().split("-")]
