"""The environment variables that etoile reads, and the day it is."""

import os
from datetime import date

from etoile_cli.errors import UsageError


def catalogue_file() -> str | None:
    """Return the catalogue that ETOILE_CATALOGUE names, if it names one."""
    return os.environ.get("ETOILE_CATALOGUE") or None


def default_format() -> str | None:
    """Return what ETOILE_FORMAT names, if it names anything; whether that is a format is not checked here."""
    return os.environ.get("ETOILE_FORMAT") or None


def today(given: str | None = None) -> date:
    """Return the day it is, or the one that `--today` or ETOILE_TODAY fixes, so that ages are alike every day.

    Raises UsageError if that is not a date.
    """
    name, fixed = ("ETOILE_TODAY", os.environ.get("ETOILE_TODAY")) if given is None else ("--today", given)
    if fixed is None or (given is None and not fixed):
        return date.today()  # noqa: DTZ011 the user's own calendar day is meant
    try:
        return date.fromisoformat(fixed)
    except ValueError:
        raise UsageError(f'{name} must be a date like 2025-04-24, found "{fixed}"') from None
