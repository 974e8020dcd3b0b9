"""The videos of TMDB that are trailers, teasers or clips."""

import re
from collections import Counter
from collections.abc import Iterable

from etoile_cli.importing.formats.tmdb.titles import tag_of
from etoile_cli.importing.intake.intake import Intake
from etoile_cli.importing.intake.taking import quoted, take_day, take_title
from etoile_cli.importing.reading.tree import Node, drop, tables

_KINDS = {"Trailer": "trailer", "Teaser": "teaser", "Clip": "clip"}
_PAGES = {"YouTube": "https://www.youtube.com/watch?v={}", "Vimeo": "https://vimeo.com/{}"}
_KEY = re.compile(r"[A-Za-z0-9_-]+")


def take_trailers(intake: Intake, holders: Iterable[Node]) -> None:
    """Take the trailers of the show and of its seasons in; other videos are told of by their types."""
    others: Counter[str] = Counter()
    seen: set[str] = set()
    for node in (each for holder in holders for each in tables(holder, "videos", "results")):
        kind, url = _KINDS.get(_text(node, "type")), _url(node)
        if not kind:
            others[_text(node, "type")] += 1
        elif not url:
            intake.leave_out(f"{kind} {quoted(_text(node, 'name'))}", "where it can be seen is not known")
        if not kind or not url or url in seen:
            node.clear()
            continue
        seen.add(url)
        title = take_title(node, "name")
        record = {"title": title, "kind": kind, "url": url, "url_kind": "page"}
        day = take_day(intake, node, "published_at", f"day of {quoted(title)}")
        language = tag_of(_text(node, "iso_639_1"))
        intake.add("trailers", record | {"language": language, "published": day})
        drop(node, "type", "site", "key", "iso_639_1", "id")
    for type_, count in others.items():
        what = f"a video of type {quoted(type_)}" if count == 1 else f"{count} videos of type {quoted(type_)}"
        intake.leave_out(what, "is no trailer, teaser or clip" if count == 1 else "are no trailers, teasers or clips")


def _url(node: Node) -> str:
    """Return the address of the page of a video; empty if it can't be told."""
    page, key = _PAGES.get(_text(node, "site")), _text(node, "key")
    return page.format(key) if page and _KEY.fullmatch(key) else ""


def _text(node: Node, key: str) -> str:
    value = node.get(key)
    return value if isinstance(value, str) else ""
