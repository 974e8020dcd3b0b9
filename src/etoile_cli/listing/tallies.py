"""The numbers that only a whole catalogue gives, by the names of their columns."""

from collections.abc import Callable, Mapping
from typing import Any

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.listing.source_uses import facts_on

TALLIES: Mapping[str, Callable[[Catalogue], Callable[[Any], int]]] = {"cited": facts_on}
"""For each column a function from a catalogue to the function that gives the number of a record."""
