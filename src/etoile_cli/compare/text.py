"""Changes for people: a line each, in colour."""

from collections.abc import Iterable, Iterator

from etoile_cli.compare.change import Change
from etoile_cli.compare.wording import Wording, text_of
from etoile_cli.text.styles import CAME, CHANGED, LABEL, PLAIN, STRONG, WENT, Line, Segment, wrapped_line

_STYLES = {"added": CAME, "removed": WENT, "changed": CHANGED, "remark": PLAIN}
_INDENT = 2


def text(changes: Iterable[Change], wording: Wording, width: int | None) -> Iterator[Line]:
    """Yield the changes; their lines are wrapped to a width in columns, if one is given."""
    for change in changes:
        line = _line(change, wording)
        yield from wrapped_line(line, width, hanging=_INDENT) if width else [line]


def _line(change: Change, wording: Wording) -> Line:
    (section, *places), parts = wording.told(change)
    segments: list[Segment] = [(f"{section}: ", LABEL)]
    for at, place in enumerate(places):
        is_record = at == 0 and change.record
        segments += [(place, STRONG if is_record else PLAIN), (": ", PLAIN)]
    for at, part in enumerate(parts):
        segments += [(", " if at else "", PLAIN), (text_of(part), _STYLES[part.kind])]
    return segments
