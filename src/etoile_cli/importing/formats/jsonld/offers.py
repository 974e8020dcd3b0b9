"""Where a show can be watched: the actions that watch it, with what they cost, and where they can be taken."""

from typing import Any

from etoile_cli.catalogue.countries import is_region
from etoile_cli.catalogue.enumerations import OfferKind, OfferUrlKind
from etoile_cli.catalogue.vocabulary import WORLDWIDE, is_web_address
from etoile_cli.importing.formats.jsonld.graph import Thing
from etoile_cli.importing.formats.jsonld.once import Once
from etoile_cli.importing.formats.jsonld.readings import codes, country, day, names, quoted, text, text_of
from etoile_cli.importing.intake.intake import Intake, Record

_KINDS = {
    "subscription": OfferKind.SUBSCRIPTION,
    "free": OfferKind.FREE,
    "nologinrequired": OfferKind.FREE,
    "rental": OfferKind.RENT,
    "purchase": OfferKind.BUY,
}
_WITH_ADS = "with advertisements"
_EARTH = frozenset({WORLDWIDE, "earth"})


def put_offers(show: Thing, intake: Intake, once: Once) -> None:
    """Put the offers into their section; that of which no service, no terms or no region is known is told of."""
    for action in show.things_of(lambda each: "WatchAction" in each.types, "potentialAction"):
        address = _address(action)
        for offer in action.things("expectsAcceptanceOf", "actionAccessibilityRequirement"):
            _put_offer(offer, address, intake, once)


def _put_offer(offer: Thing, address: str, intake: Intake, once: Once) -> None:
    service = next(iter(names(offer, "offeredBy", "seller", "requiresSubscription")), "")
    terms = text(offer, "category").lower()
    kind = _KINDS.get(terms)
    if kind is OfferKind.FREE and offer.take("description", lambda each: text_of(each) == _WITH_ADS or None):
        kind = OfferKind.ADS
    what = f"offer of {quoted(service)}" if service else "an offer"
    values: Record = {
        "service": service,
        "offer": kind and kind.value,
        "regions": _regions(offer, what, intake, "eligibleRegion"),
        "except": _regions(offer, what, intake, "ineligibleRegion"),
        "since": day(offer, intake, f"begin of the {what}", "availabilityStarts"),
        "until": day(offer, intake, f"end of the {what}", "availabilityEnds"),
        "url": address,
        "url_kind": OfferUrlKind.PAGE.value if address else "",
        "checked": intake.accessed,
    }
    if not service:
        intake.leave_out(what, "names no service")
    elif kind is None:
        intake.leave_out(
            what, f"has terms that a catalogue has no word for: {quoted(terms)}" if terms else "has no terms"
        )
    elif not values["regions"]:
        intake.leave_out(what, "says no region that is known")
    else:
        once.add("availability", values)


def _address(action: Thing) -> str:
    """Take the address of the page where an action is taken; those of apps stay."""
    targets = action.things("target")
    found = [address for each in targets for key in ("urlTemplate", "url") for address in each.take(key, _web, most=1)]
    return next(iter(found or action.take("target", _web, most=1)), "")


def _web(value: Any) -> str | None:
    address = text_of(value)
    return address if address and is_web_address(address) else None


def _regions(offer: Thing, what: str, intake: Intake, key: str) -> list[str]:
    return codes(offer, intake, key, _region, lambda name: f"region {name} of the {what}")


def _region(written: str) -> str:
    code = WORLDWIDE if written.lower() in _EARTH else country(written)
    return code if is_region(code) else ""
