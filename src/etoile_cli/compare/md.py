"""Changes in Markdown, for a change log or a pull request: a heading for each section, below it a line a change."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from etoile_cli.compare.change import Change
from etoile_cli.compare.wording import Part, Wording
from etoile_cli.listing.columns import section_name
from etoile_cli.text.markdown import md_text

_VERBS = {"added": "added ", "removed": "removed "}


def md(changes: Iterable[Change], wording: Wording) -> Iterator[str]:
    """Yield the lines; every text is escaped so that it renders as it is."""
    for number, (section, group) in enumerate(groupby(changes, key=lambda change: change.section)):
        if number:
            yield ""
        name = section_name(section)
        yield from (f"### {name[:1].upper()}{name[1:]}", "")
        yield from (_item(change, wording) for change in group)


def _item(change: Change, wording: Wording) -> str:
    (_, *places), parts = wording.told(change)
    told = ", ".join(map(_told, parts))
    if not places:
        return f"- {told[:1].upper()}{told[1:]}"
    return f"- {': '.join(map(md_text, places))}: {told}"


def _told(part: Part) -> str:
    return f"{_VERBS.get(part.kind, '')}{md_text(part.text)}"
