"""Ranges of positions, and which of them hold a position: each is kept at a few nodes of a tree of all positions."""

from collections import defaultdict
from collections.abc import Iterator


class Ranges:
    """Ranges of so many positions, each under a number.

    To add one, or to ask which of them hold a position, takes a few steps for each level of the tree.
    """

    def __init__(self, positions: int) -> None:
        self._size = positions
        # The node n has the nodes 2n and 2n + 1 below it; the last `positions` nodes are the positions themselves.
        self._nodes: defaultdict[int, list[int]] = defaultdict(list)

    def add(self, positions: range, number: int) -> None:
        """Add a range under a number; nothing if it is empty."""
        begin, end = positions.start + self._size, positions.stop + self._size
        while begin < end:
            if begin % 2:
                self._nodes[begin].append(number)
                begin += 1
            if end % 2:
                end -= 1
                self._nodes[end].append(number)
            begin //= 2
            end //= 2

    def at(self, position: int) -> Iterator[int]:
        """Yield the numbers of the ranges that hold a position."""
        node = position + self._size
        while node:
            yield from self._nodes.get(node, ())
            node //= 2
