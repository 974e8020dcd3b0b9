"""A change in words: which record and key it is of, and what came, went or became something else."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

from etoile_cli.catalogue.declarations import Declared, declarations
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.references import References
from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.compare.change import Change, ChangeKind
from etoile_cli.text.dates import PartialDate
from etoile_cli.text.suggestions import common_beginning
from etoile_cli.text.values import Value, exact, separator, show
from etoile_cli.wording.values import readings

# Of what is the same in two long texts, so many words around the difference are told. Fewer than the others are not
# left out.
_AROUND = 4
_LEFT_OUT = 8
_CUT = "…"


class Part(NamedTuple):
    """A piece of what is told: something that came or went, a value that became another, or a remark."""

    kind: Literal["added", "removed", "changed", "remark"]
    text: str


class Told(NamedTuple):
    """A change in words: the places that lead to it, from the section to the key, and what happened there."""

    places: Sequence[str]
    parts: Sequence[Part]


class Wording:
    """How changes from one catalogue to another are told: names for codes and ids, days and sources as they stand."""

    def __init__(self, old: Catalogue | None, new: Catalogue | None) -> None:
        self._old = References(old)
        self._new = References(new)

    def line(self, change: Change) -> str:
        """Return a change on one line: `cast: Olivia Cooke: character: Sid Baker → Sidonie Baker`."""
        told = self.told(change)
        return f"{': '.join(told.places)}: {', '.join(map(text_of, told.parts))}"

    def told(self, change: Change) -> Told:
        """Return a change in words that are safe to print."""
        if change.is_of_record:
            kind: Literal["added", "removed"] = "added" if change.kind is ChangeKind.ADDED else "removed"
            return Told([change.section], [Part(kind, _name(change.record))])
        declared = declarations(type(change.known))[change.key]
        places = [change.section, _name(change.record), change.key, _name(change.item)]
        if change.item and declared.item:
            declared = declared.item
        return Told([each for each in places if each], list(self._parts(declared, change.old, change.new)))

    def _parts(self, declared: Declared, old: Any, new: Any) -> Iterator[Part]:
        if _is_list(old) or _is_list(new):
            yield from self._parts_of_lists(declared.held, old or (), new or ())
            return
        before, after = _told_apart(*self._texts(declared, [old], [new]), old, new)
        if old is None:
            yield Part("added", after)
        elif new is None:
            yield Part("removed", before)
        else:
            yield Part("changed", " → ".join(_differing(before, after)))

    def _parts_of_lists(self, declared: Declared, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Part]:
        """Yield what came into a list and what went, and whether the others are in another order."""
        come, gone = _items_beyond(new, old), _items_beyond(old, new)
        if not come and not gone:
            before, after = self._texts(declared, old, new)
            yield Part("changed", f"{_joined(before)} → {_joined(after)}")
            return
        went, came = self._texts(declared, gone, come)
        if _looks(came) & _looks(went) or not all([*came, *went]):
            came, went = [_exactly(each) for each in come], [_exactly(each) for each in gone]
        yield from (Part("added", text) for text in came)
        yield from (Part("removed", text) for text in went)
        if _without(new, come) != _without(old, gone):
            yield Part("remark", "the others in another order")

    def _texts(self, declared: Declared, old: Sequence[Any], new: Sequence[Any]) -> tuple[list[str], list[str]]:
        return (
            [_reading(declared, each, self._old) for each in old],
            [_reading(declared, each, self._new) for each in new],
        )


def change_lines(old: Catalogue | None, new: Catalogue | None) -> Iterator[str]:
    """Yield what changed from one catalogue to another, a line a change."""
    from etoile_cli.compare.changes import changes

    wording = Wording(old, new)
    yield from map(wording.line, changes(old, new))


def text_of(part: Part) -> str:
    """Return a part as text: `+ bbc`, `- old`, `Sid Baker → Sidonie Baker`."""
    return f"{_SIGNS.get(part.kind, '')}{part.text}"


_SIGNS = {"added": "+ ", "removed": "- "}


def _name(text: str) -> str:
    """Return a name as one line that is safe to print; in quotes if it is nothing but blanks."""
    return show(text) or (_exactly(text) if text else "")


def _reading(declared: Declared, value: Any, references: References) -> str:
    """Return a value as it is told: as people read it, but days, sources and runs of episodes as the file has them."""
    if value is None:
        return ""
    if isinstance(value, date | PartialDate) or declared.is_citation or declared.runs:
        return show(exact(value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(readings(declared, value, references))


def _told_apart(before: Sequence[str], after: Sequence[str], old: Any, new: Any) -> tuple[str, str]:
    """Return the texts of two values that differ; exactly as they are if people would read no difference."""
    [left], [right] = before, after
    is_told = (left or old is None) and (right or new is None)
    if is_told and not _looks([left]) & _looks([right]):
        return left, right
    return _exactly(old), _exactly(new)


def _differing(before: str, after: str) -> tuple[str, str]:
    """Return two texts, without most of the words at their beginnings and their ends that are the same."""
    left, right = before.split(" "), after.split(" ")
    begin = common_beginning(left, right)
    end = min(common_beginning(left[::-1], right[::-1]), min(len(left), len(right)) - begin)
    first = begin - _AROUND if begin - _AROUND >= _LEFT_OUT else 0
    last = end - _AROUND if end - _AROUND >= _LEFT_OUT else 0
    return _slice(left, first, last), _slice(right, first, last)


def _slice(words: Sequence[str], first: int, last: int) -> str:
    """Return words without so many at the beginning and at the end."""
    kept = words[first : len(words) - last]
    return " ".join([*([_CUT] if first else []), *kept, *([_CUT] if last else [])])


def _exactly(value: Value) -> str:
    """Return a value so that every character can be told from others: in quotes, with escapes."""
    if not isinstance(value, str):
        return show(exact(value))
    from json import dumps

    quoted = dumps(str(value), ensure_ascii=False)
    return quoted if quoted.isascii() else dumps(str(value))


def _looks(texts: Sequence[str]) -> set[str]:
    """Return texts as they look: without invisible characters, and in one normal form."""
    if all(text.isascii() for text in texts):
        return set(texts)
    import re

    from etoile_cli.text.invisible import INVISIBLE
    from etoile_cli.text.normal_forms import normalized

    return {normalized("NFC", re.sub(INVISIBLE, "", text)) for text in texts}


def _joined(texts: Sequence[str]) -> str:
    return separator(texts).join(texts)


def _is_list(value: Any) -> bool:
    return isinstance(value, tuple) and not isinstance(value, Extent)


def _items_beyond(items: Sequence[Any], others: Sequence[Any]) -> list[Any]:
    """Return the items that a list has beyond those of another, in its order; one that it repeats counts each time."""
    left = Counter(others)
    beyond = []
    for item in items:
        if left[item] > 0:
            left[item] -= 1
        else:
            beyond.append(item)
    return beyond


def _without(items: Sequence[Any], others: Sequence[Any]) -> list[Any]:
    """Return a list without the items of another, each of which it has at its end, backwards."""
    left = Counter(others)
    kept = []
    for item in reversed(items):
        if left[item] > 0:
            left[item] -= 1
        else:
            kept.append(item)
    return kept
