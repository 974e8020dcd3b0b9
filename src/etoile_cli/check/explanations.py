"""What the codes of problems mean, why they matter, and an example of each: from `explanations.toml`."""

from functools import cache
from importlib.resources import files

import msgspec
import tomli

from etoile_cli.check.problem import Code


class Explanation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a code means, why it matters, a catalogue that has the problem, and the same without it."""

    means: str
    why: str
    wrong: str
    right: str


@cache
def explanations() -> dict[Code, Explanation]:
    """Return the explanation of every code."""
    text = files("etoile_cli.check").joinpath("explanations.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomli.loads(text), dict[Code, Explanation])
