"""The English names of languages, scripts and territories in Unicode's CLDR, read from Babel's data file.

Babel itself is not imported: Babel 2.18 loads date formats along with the names and asks for the machine's time zone,
which fails where the time zone is misconfigured.
"""

# The only file read is Babel's own, and only plain data is built from it: see _PlainData.
import pickle  # nosec B403
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path


class _PlainData(pickle.Unpickler):
    """Unpickles plain data only: an object of any class, such as Babel's date formats, becomes an empty object."""

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
    babel = find_spec("babel")  # importing it takes 15 ms
    if babel is None or babel.origin is None:
        raise ModuleNotFoundError("No module named 'babel'", name="babel")
    with Path(babel.origin).with_name("locale-data").joinpath("en.dat").open("rb") as file:
        data: Mapping[str, Mapping[str, str]] = _PlainData(file).load()
    return data
