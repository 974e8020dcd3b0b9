"""Where a show can be watched, by TMDB, which has it from JustWatch."""

from typing import Any

from etoile_cli.importing.formats.tmdb.shapes import PROVIDERS
from etoile_cli.importing.intake.intake import Intake
from etoile_cli.importing.intake.taking import take_title
from etoile_cli.importing.reading.tree import Node, drop, table, tables

_OFFERS = {"flatrate": "subscription", "free": "free", "ads": "ads", "rent": "rent", "buy": "buy"}


def take_offers(intake: Intake, show: Node) -> None:
    """Take the offers in, one of a service on the same terms for all its regions."""
    results = table(show, PROVIDERS, "results")
    regions: dict[tuple[str, str], dict[str, None]] = {}
    for region, of_region in results.items():
        for key, service in _services(of_region):
            regions.setdefault((service, _OFFERS[key]), {})[region] = None
    for (service, offer), those in regions.items():
        checked: dict[str, Any] = {"checked": intake.accessed}
        intake.add("availability", {"service": service, "offer": offer, "regions": sorted(those)} | checked)


def _services(of_region: Any) -> list[tuple[str, str]]:
    if not isinstance(of_region, dict):
        return []
    found: list[tuple[str, str]] = []
    for key in _OFFERS:
        for node in tables(of_region, key):
            if service := take_title(node, "provider_name"):
                found.append((key, service))
                drop(node, "provider_id", "logo_path", "display_priority")
    # It leads to a page of TMDB, and not to the service.
    drop(of_region, "link")
    return found
