"""Offers: how long ago somebody checked whether they still hold, and whether their regions go together."""

from collections.abc import Iterator, Sequence

from etoile_cli.catalogue.model import Offer
from etoile_cli.catalogue.vocabulary import WORLDWIDE
from etoile_cli.check.contents import STALE_AFTER, Contents, Entry
from etoile_cli.check.labels import where
from etoile_cli.check.problem import Code, Finding, Severity
from etoile_cli.check.rules.seasons import CONTRADICTION
from etoile_cli.check.toml.advice.hints import Hint
from etoile_cli.text.dates import is_before

STALE_AVAILABILITY = Code(
    "stale-availability",
    Severity.WARNING,
    means=(
        f"Nobody has looked for over {STALE_AFTER} days, or as many as --stale-after says, whether the offer still "
        "stands. An offer whose last day is past need not be looked at."
    ),
    why="Offers come and go, and an old one may be over. --today fixes the day that is counted to.",
    wrong="""\
format = 1

[show]
title = "Étoile"

[[availability]]
service = "Prime Video"
offer = "subscription"
regions = ["worldwide"]
checked = 2025-06-06
""",
    right="""\
format = 1

[show]
title = "Étoile"

[[availability]]
service = "Prime Video"
offer = "subscription"
regions = ["worldwide"]
checked = 2026-11-22
""",
    ages=True,
)

_WITHOUT = Hint("leave it out: where the offer does not hold need not be said")


def stale_offers(contents: Contents) -> Iterator[Finding]:
    """Yield the offers that nobody has checked for long, except those that are over."""
    for entry in contents.of(Offer):
        checked, until = entry.values.get("checked"), entry.values.get("until")
        is_over = until and is_before(until, contents.today)
        if checked and not is_over and (days := (contents.today - checked).days) > contents.stale_after:
            message = f'"checked" {checked.isoformat()} is {days} {"day" if days == 1 else "days"} ago'
            hint = Hint("look whether the offer still stands, and write the day")
            yield Finding(STALE_AVAILABILITY, (*entry.path, "checked"), message, hint)


def contradictory_regions(contents: Contents) -> Iterator[Finding]:
    """Yield the regions that an offer leaves out though it is not worldwide, or names them, and those in others."""
    for entry in contents.of(Offer):
        regions, left_out = entry.values.get("regions") or [None], entry.values.get("except") or []
        yield from _in_the_whole_world(entry, regions)
        if None in regions or not left_out:
            continue
        if WORLDWIDE not in regions:
            message = f'"except" leaves out regions, and "regions" does not hold "{WORLDWIDE}"'
            yield Finding(CONTRADICTION, (*entry.path, "except"), message, _WITHOUT)
            continue
        named = set(regions)
        for position, region in enumerate(left_out):
            if region in named:
                path = (*entry.path, "except", position)
                yield Finding(CONTRADICTION, path, f'{where(path)} "{region}" is in "regions", too')


def _in_the_whole_world(entry: Entry, regions: Sequence[str | None]) -> Iterator[Finding]:
    """Yield the first region that an offer names besides the whole world."""
    others = [position for position, each in enumerate(regions) if each not in {None, WORLDWIDE}]
    if WORLDWIDE in regions and others:
        path = (*entry.path, "regions", others[0])
        yield Finding(CONTRADICTION, path, f'{where(path)} "{regions[others[0]]}" is in "{WORLDWIDE}", too')
