"""Edits that make an array hold other items: those that stay keep their text, their order and their comments."""

from collections.abc import Sequence

from etoile_cli.check.problem import Edit
from etoile_cli.check.toml.scanner import Span
from etoile_cli.edit.data import is_same, value_of
from etoile_cli.edit.text.lines import indent_of, line_start
from etoile_cli.edit.text.splicing import splice
from etoile_cli.edit.toml.items import Items
from etoile_cli.edit.toml.manner import replacing
from etoile_cli.edit.toml.written_values import Value, value_text


def array_edits(text: str, span: Span, old: Sequence[Value], new: Sequence[Value]) -> list[Edit]:
    """Return the edits of the array at a span; it is written anew where its items can't be changed one by one."""
    edits = _item_edits(text, span, old, new)
    begin, end = span
    inner = [Edit((first - begin, last - begin), each) for (first, last), each in edits]
    if is_same(value_of(splice(text[begin:end], inner)), list(new)):
        return edits
    indent, before = indent_of(text, begin), begin - line_start(text, begin)
    return [Edit(span, replacing(text[begin:end], new, indent=indent, before=before))]


def _item_edits(text: str, span: Span, old: Sequence[Value], new: Sequence[Value]) -> list[Edit]:
    items = Items(text, span)
    if not new and "#" not in text[slice(*span)]:
        return [Edit(span, "[]")]
    if (left_out := _left_out(old, new)) is not None:
        return list(items.removing(left_out))
    if (added := _left_out(new, old)) is not None:
        return _insertions(items, new, added)
    return _replacements(items, text, old, new)


def _left_out(longer: Sequence[Value], shorter: Sequence[Value]) -> list[int] | None:
    """Return which items to leave out of a list to get a shorter one; `None` if that is not possible."""
    left_out = []
    kept = 0
    for number, each in enumerate(longer):
        if kept < len(shorter) and is_same(each, shorter[kept]):
            kept += 1
        else:
            left_out.append(number)
    return left_out if kept == len(shorter) else None


def _insertions(items: Items, new: Sequence[Value], added: Sequence[int]) -> list[Edit]:
    """Return the edits that insert the new items of these numbers, those beside each other together."""
    edits: list[Edit] = []
    runs: list[list[int]] = []
    for number in added:
        if runs and runs[-1][-1] + 1 == number:
            runs[-1].append(number)
        else:
            runs.append([number])
    inserted = 0
    for run in runs:
        edits += items.inserting(run[0] - inserted, [value_text(new[number]) for number in run])
        inserted += len(run)
    return edits


def _replacements(items: Items, text: str, old: Sequence[Value], new: Sequence[Value]) -> list[Edit]:
    """Return the edits that replace the items between those that both have at the beginning and at the end."""
    fewer = min(len(old), len(new))
    begin = next((number for number in range(fewer) if not is_same(old[number], new[number])), fewer)
    most = fewer - begin
    same = next((number for number in range(most) if not is_same(old[-1 - number], new[-1 - number])), most)
    in_old, in_new = len(old) - same, len(new) - same
    paired = min(in_old, in_new) - begin
    edits = [
        Edit(span, replacing(text[slice(*span)], new[number]))
        for number in range(begin, begin + paired)
        for span in (items.spans[number],)
    ]
    edits += items.removing(range(begin + paired, in_old))
    if in_new > begin + paired:
        added = [value_text(each) for each in new[begin + paired : in_new]]
        edits += items.inserting(begin + paired, added)
    return edits
