"""Changes as one JSON document, for programs; docs/keeping.md describes its keys."""

from collections.abc import Iterator, Sequence

from etoile_cli.compare.change import Change
from etoile_cli.compare.rows import rows
from etoile_cli.compare.totals import totals
from etoile_cli.text.escaping import without_undecoded
from etoile_cli.text.json_ import json_array, json_object, json_text

VERSION = 1
"""Goes up when a key changes its meaning or is dropped, not when one is added."""


def json(changes: Sequence[Change], old: str, new: str) -> Iterator[str]:
    """Yield the document: its version, the names of the files, how many records changed, and the changes."""
    first = {
        "version": VERSION,
        "old": without_undecoded(old),
        "new": without_undecoded(new),
        **totals(changes)._asdict(),
    }
    members = ((key, iter([json_text(value)])) for key, value in first.items())
    return json_object([*members, ("changes", json_array(rows(changes)))])
