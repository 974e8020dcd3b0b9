"""The spans of an array's items, found when they are asked for: the spans of millions would take a gigabyte."""

from itertools import islice

from etoile_cli.check.toml.scanner import Span, item_spans

# Most arrays that people write have fewer items than one group.
_GROUP = 256


class Items:
    """The spans of an array's items, found in groups; the ends of all groups are kept, and the spans of one group."""

    def __init__(self, text: str, value: Span) -> None:
        self._text = text
        self._value = value
        self._ends = [value[0] + 1]
        self._group = 0
        self._spans: list[Span] | None = None

    def at(self, position: int) -> Span | None:
        """Return the span of an item, counted from 0; `None` if there are fewer, or the value is no array."""
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
