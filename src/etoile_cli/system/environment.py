"""The environment variables that etoile reads, and today's date."""

import os
from datetime import date

from etoile_cli.errors import UsageError


def catalogue_files() -> list[str]:
    """Return the paths in ETOILE_CATALOGUE, parted as those in PATH are; none if it is not set or empty.

    What names a file or a directory as it stands is one path, whatever its characters.
    """
    named = os.environ.get("ETOILE_CATALOGUE", "")
    if os.pathsep not in named or os.path.lexists(named):
        return [named] if named else []
    return [each for each in named.split(os.pathsep) if each]


def default_format() -> str | None:
    """Return the text in ETOILE_FORMAT, which may not be the name of a format; `None` if it is not set or empty."""
    return os.environ.get("ETOILE_FORMAT") or None


def today(given: str | None = None) -> date:
    """Return today's date, or the date given by `--today` or else by ETOILE_TODAY, so that ages can stay the same.

    Raises UsageError if that is not a date.
    """
    name, fixed = ("ETOILE_TODAY", os.environ.get("ETOILE_TODAY")) if given is None else ("--today", given)
    if fixed is None or (given is None and not fixed):
        return date.today()  # noqa: DTZ011 the user's own calendar day is meant
    try:
        return date.fromisoformat(fixed)
    except ValueError:
        raise UsageError(f'{name} must be a date like 2025-04-24, found "{fixed}"') from None
