"""The English names of languages, scripts and territories in Unicode's CLDR, from Babel's file and nothing else of it.

Babel reads patterns of dates with them, and for those the machine's time zone: where that is broken, it fails (2.18).
"""

# Reads Babel's own file alone, and builds nothing but plain data from it: see _Data.
import pickle  # nosec B403
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path


class _Data(pickle.Unpickler):
    """Reads what is plain data, and can build nothing else: in the place of Babel's patterns stands nothing."""

    def find_class(self, _module: str, name: str) -> type:
        """Return a class whose objects hold nothing."""
        return type(name, (), {"__setstate__": lambda *_: None})


@cache
def english_names(kind: str) -> Mapping[str, str]:
    """Return the names of `languages`, `scripts` or `territories` by their codes."""
    names: Mapping[str, str] = _english()[kind]
    return names


@cache
def _english() -> Mapping[str, Mapping[str, str]]:
    babel = find_spec("babel")  # to import it takes 15 ms
    if babel is None or babel.origin is None:
        raise ModuleNotFoundError("No module named 'babel'", name="babel")
    with Path(babel.origin).with_name("locale-data").joinpath("en.dat").open("rb") as file:
        data: Mapping[str, Mapping[str, str]] = _Data(file).load()
    return data
