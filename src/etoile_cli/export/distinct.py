"""Names made distinct by numbers."""

from collections.abc import Iterable
from itertools import count


def distinct(names: Iterable[str], form: str = "{}-{}") -> list[str]:
    """Return names in their order, with a number after each that occurred before: `a`, `b`, `a-2`."""
    given = list(names)
    taken = set(given)
    numbers = {name: count(2) for name in taken}
    seen: set[str] = set()
    for position, name in enumerate(given):
        if name in seen:
            given[position] = next(
                each for number in numbers[name] if (each := form.format(name, number)) not in taken
            )
        taken.add(given[position])
        seen.add(name)
    return given
