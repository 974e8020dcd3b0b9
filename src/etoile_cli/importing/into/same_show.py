"""Whether an import is about the show of the catalogue that it is to go into."""

from collections.abc import Iterator, Mapping
from shlex import quote
from typing import Any

from etoile_cli.errors import UsageError
from etoile_cli.text.folding import fold
from etoile_cli.text.values import in_short

Record = Mapping[str, Any]


def refuse_other_show(there: Record, given: Record) -> None:
    """Raise UsageError if shows are not the same one, by their ids or else by their titles.

    Two shows of one title are told apart by their ids: a show and its remake.
    """
    title, other = (each.get("title") for each in (there, given))
    if not (isinstance(title, str) and isinstance(other, str)):
        return
    ids, other_ids = (_table(each.get("ids")) for each in (there, given))
    shared = [scheme for scheme in other_ids if scheme in ids]
    if any(ids[scheme] == other_ids[scheme] for scheme in shared):
        return
    if set(_titles(there)).isdisjoint(_titles(given)):
        raise UsageError(
            f'this import is about "{in_short(other)}", the catalogue about "{in_short(title)}"',
            hint=f"if they are one show, say so first: etoile set show {quote(f'also_known_as+={other}')} -c FILE",
        )
    if shared:
        correct = f"ids.{shared[0]}={other_ids[shared[0]]}"
        differing = ", ".join(f"{scheme} {ids[scheme]} and {other_ids[scheme]}" for scheme in shared)
        raise UsageError(
            f'two shows are called "{in_short(title)}": {differing}',
            hint=f"if they are one, correct the id first: etoile set show {quote(correct)} -c FILE",
        )


def _titles(show: Record) -> Iterator[str]:
    values = [show.get("title"), show.get("original_title"), show.get("also_known_as"), _table(show.get("titles"))]
    for value in values:
        texts = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else [value]
        yield from (fold(text) for text in texts if isinstance(text, str))


def _table(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
