"""Names of people parted into family and given name, where what parts them is written: `Kirby, Luke`."""

from msgspec import Struct

from etoile_cli.text.values import show


class Parted(Struct, frozen=True):
    """A name in two."""

    family: str
    given: str


def parted(name: str) -> Parted | None:
    """Return the two names around the one comma of a name; `None` if it has none or several, or lacks a name."""
    names = [each.strip() for each in show(name).split(",")]
    return Parted(*names) if len(names) == 2 and all(names) else None
