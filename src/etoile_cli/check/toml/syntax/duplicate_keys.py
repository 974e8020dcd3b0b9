"""The key that an inline table has twice: tomli only reports where the second pair ends."""

from etoile_cli.check.toml.advice.fault import Fault
from etoile_cli.check.toml.advice.quoting import shorten
from etoile_cli.check.toml.scanner import Span, item_spans, key_names, key_span, value_span


def duplicate_inline_key(text: str, value: Span, offset: int) -> Fault:
    """Return the fault of the key that an inline table within a value has twice; its second pair ends at an offset."""
    while True:
        pairs = list(item_spans(text, value)) if text[value[0]] in "[{" else []
        around = next((each for each in pairs if each[0] < offset <= each[1]), None)
        if around is None:
            return Fault(value, "a key is in this table twice")
        is_pair = text[value[0]] == "{"
        if is_pair and around[1] == offset:
            return _duplicate(text, [each for each in pairs if each <= around])
        value = value_span(text, around) if is_pair else around


def _duplicate(text: str, pairs: list[Span]) -> Fault:
    """Return the fault of the last pair, which repeats the key of an earlier one, or a prefix of it."""
    *_, key = keys = [key_span(text, pair) for pair in pairs]
    names = _names(text, key)
    for earlier in keys[:-1]:
        others = _names(text, earlier)
        size = min(len(names), len(others))
        if names[:size] == others[:size]:
            name = text[slice(*key)] if size == len(names) else ".".join(names[:size])
            return Fault(key, f"{shorten(name)} is in this table twice")
    return Fault(key, f"{shorten(text[slice(*key)])} is in this table twice")


def _names(text: str, key: Span) -> list[str]:
    return [name for name, _ in key_names(text, key)]
