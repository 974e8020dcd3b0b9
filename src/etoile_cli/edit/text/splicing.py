"""A text with some of its spans replaced."""

from collections.abc import Iterable

from etoile_cli.check.problem import Edit


def splice(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits made; those at the same offset in the order given.

    Raises ValueError if two edits overlap.
    """
    pieces = []
    done = 0
    for (begin, end), new in sorted(edits, key=lambda edit: edit.span):
        if begin < done:
            raise ValueError(f"two edits overlap at {begin}")
        pieces += [text[done:begin], new]
        done = end
    return "".join([*pieces, text[done:]])
