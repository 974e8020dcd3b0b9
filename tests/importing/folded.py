"""What stays of texts that differ in case or accents alone."""

from collections.abc import Iterable

from etoile_cli.text.folding import fold


def once(texts: Iterable[str]) -> list[str]:
    """Return the first of texts that fold alike."""
    found: dict[str, str] = {}
    for each in texts:
        found.setdefault(fold(each), each)
    return list(found.values())
