"""Where the items of an array stand, found as they are asked for: a place for each of millions takes a gigabyte."""

from itertools import islice

from etoile_cli.check.toml.scanner import Span, item_spans

# Most arrays that people write are one group.
_GROUP = 256


class Items:
    """The places of an array's items: known are the ends of groups, and the places of the group asked for last."""

    def __init__(self, text: str, value: Span) -> None:
        self._text = text
        self._value = value
        self._ends = [value[0] + 1]
        self._group = 0
        self._spans: list[Span] | None = None

    def at(self, position: int) -> Span | None:
        """Return where an item stands, counted from 0; `None` if there are no more, or the value is no array."""
        if not self._text.startswith("[", *self._value):
            return None
        group, within = divmod(position, _GROUP)
        for each in range(len(self._ends) - 1, group):
            if len(self._load(each)) < _GROUP:
                return None
        spans = self._load(group)
        return spans[within] if within < len(spans) else None

    def _load(self, group: int) -> list[Span]:
        if self._spans is None or group != self._group:
            self._group = group
            self._spans = list(islice(item_spans(self._text, self._value, self._ends[group]), _GROUP))
            if group + 1 == len(self._ends) and self._spans:
                self._ends.append(self._spans[-1][1])
        return self._spans
