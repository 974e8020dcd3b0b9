"""The table of the show's ids: keys of the show that are in it by mistake, and the table outside of the show."""

from collections.abc import Mapping
from typing import Any

from msgspec import inspect

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.records import Show
from etoile_cli.check.toml.advice.hints import Hint
from etoile_cli.check.toml.outline import Path

BEFORE_THE_IDS = Hint("write it below [show], before its ids")


def is_table_of_show(name: str) -> bool:
    """Return whether the show has a table of this name, so that `[ids]` means `[show.ids]`."""
    declared = declarations(Show).get(name)
    return declared is not None and isinstance(declared.type, inspect.DictType)


def is_key_among_ids(path: Path) -> bool:
    """Return whether a path leads to a key of the show in the table of its ids."""
    return path[:2] == ("show", "ids") and len(path) == 3 and path[2] in declarations(Show)


def with_keys_among_ids(show: Mapping[str, Any], data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a show with `None` at those of its keys that are in `[show.ids]` or `[ids]`, where they are reported.

    Keys that the show must have still count as missing.
    """
    known = declarations(Show)
    tables = [each for each in (show.get("ids"), data.get("ids")) if isinstance(each, dict)]
    names = [name for table in tables for name in table if name in known and not known[name].required]
    return {**dict.fromkeys(names), **show} if names else show
