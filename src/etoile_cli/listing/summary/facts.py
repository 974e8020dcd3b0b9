"""What a summary says of the show, in words: the same for the card and for the prose."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from etoile_cli.catalogue.model import (
    Catalogue,
    Offer,
    Trailer,
)
from etoile_cli.catalogue.records import CastMember
from etoile_cli.catalogue.vocabulary import LEADS_TO, Billing, Standard, Status, TrailerKind
from etoile_cli.listing.wording import checked_text, code_names, since_text, until_text
from etoile_cli.text.values import count, enumerate_words, readable_date, show, show_all

LabelledText = tuple[str, str]

# So many names are read at a glance; whoever wants them all asks for the cast.
_MOST_STARRING = 12

_MOST_TITLES = 4

_OVER = frozenset({Status.ENDED, Status.CANCELLED})


def headline(catalogue: Catalogue) -> list[str]:
    """Return `2025`, `1 season`, `8 episodes` and `1 special listed`, of which any may be missing.

    How many episodes a show has is known only where all of them are recorded; else those listed are counted.
    """
    about = catalogue.show
    codes = {(episode.season, episode.number) for episode in catalogue.episodes}
    specials = sum(season == 0 for season, _ in codes)
    episodes = count(len(codes) - specials, "episode") if len(codes) > specials else ""
    listed = count(specials, "special") if specials else ""
    if not _are_all(codes, catalogue):
        episodes, listed = "", enumerate_words([each for each in (episodes, listed) if each])
    parts = [
        str(about.premiere.year) if about.premiere else "",
        count(about.seasons, "season") if about.seasons else "",
        episodes,
        f"{listed} listed" if listed else "",
    ]
    return [part for part in parts if part]


def _are_all(codes: Iterable[tuple[int, int]], catalogue: Catalogue) -> bool:
    """Tell whether episodes are all there are: no gap in any season, and none to come."""
    about = catalogue.show
    if about.seasons is None or about.status not in _OVER:
        return False
    numbers: dict[int, set[int]] = {}
    for season, number in codes:
        numbers.setdefault(season, set()).add(number)
    numbers.pop(0, None)
    # The largest count first: a catalogue may claim 99,999 seasons.
    return len(numbers) == about.seasons == max(numbers) and all(
        min(each) == 1 and max(each) == len(each) for each in numbers.values()
    )


def other_titles(catalogue: Catalogue) -> str:
    """Return `also known as The Star`; of many titles the first, and none that differs only in case and accents."""
    from etoile_cli.text.folding import fold

    named: dict[str, str] = {}
    for each in show_all(catalogue.show.also_known_as):
        named.setdefault(fold(each), each)
    named.pop(fold(catalogue.show.title), None)
    titles = list(named.values())
    others = len(titles) - _MOST_TITLES
    shown = [*titles[:_MOST_TITLES], *([count(others, "other")] if others > 0 else [])]
    return f"also known as {enumerate_words(shown)}" if shown else ""


def people(catalogue: Catalogue) -> list[LabelledText]:
    """Return who is in it and who created it, each with its label."""
    created = enumerate_words(show_all(creator.name for creator in catalogue.creators))
    return _known([_starring(catalogue.cast), ("Created by", created)])


class Leads(NamedTuple):
    """Who is in a show before all others: what they are called, their names, and how many others there are."""

    label: str
    names: Sequence[str]
    others: str


def leads(cast: Sequence[CastMember]) -> Leads:
    """Return the main cast, else those whose billing isn't known, else those who are recurring or guests.

    The rest is counted.
    """
    everybody = _names(cast)
    main = _names(each for each in cast if each.billing is Billing.MAIN)
    unbilled = _names(each for each in cast if each.billing is None)
    shown = (main or unbilled or everybody)[:_MOST_STARRING]
    rest = len(everybody) - len(shown)
    return Leads("Starring" if main else "Cast", shown, count(rest, "other") if rest else "")


def _starring(cast: Sequence[CastMember]) -> LabelledText:
    label, named, others = leads(cast)
    return label, f"{enumerate_words(named)}{others and f', with {others}'}" if named else ""


def _names(cast: Iterable[CastMember]) -> list[str]:
    return list(dict.fromkeys(show_all(each.name for each in cast)))


def details(catalogue: Catalogue) -> list[LabelledText]:
    """Return the other known facts, each with its label."""
    about = catalogue.show
    status = [about.status, readable_date(about.status_date) if about.status_date else ""]
    return _known(
        [
            ("Premiere", readable_date(about.premiere) if about.premiere else ""),
            (_label("Network", "Networks", about.networks), enumerate_words(show_all(about.networks))),
            ("Status", ", ".join(filter(None, status))),
            (_label("Genre", "Genres", about.genres), ", ".join(show_all(about.genres))),
            (_label("Language", "Languages", about.languages), code_names(Standard.LANGUAGE, about.languages)),
            (_label("Country", "Countries", about.countries), code_names(Standard.COUNTRY, about.countries)),
        ]
    )


def _label(one: str, several: str, values: Sequence[str]) -> str:
    return one if len(values) == 1 else several


def _known(candidates: Iterable[LabelledText]) -> list[LabelledText]:
    return [(label, text) for label, text in candidates if text]


def offer_terms(offer: Offer, today: date) -> str:
    """Return `subscription, worldwide`, with the first day where that is to come, and the last where it is known."""
    since = since_text(offer.since, today) if offer.since else ""
    until = until_text(offer.until, today) if offer.until else ""
    return ", ".join(filter(None, [offer.offer.value, code_names(Standard.COUNTRY, offer.regions), since, until]))


def offer_text(offer: Offer, today: date) -> str:
    """Return `Prime Video, subscription, worldwide`, with the last day where one is known."""
    return f"{show(offer.service)}, {offer_terms(offer, today)}"


def offer_checked(offer: Offer, today: date) -> str:
    """Return `checked 6 June 2025, 17 months ago`."""
    return f"checked {checked_text(offer.checked, today)}"


def trailer_text(trailer: Trailer) -> str:
    """Return what the address of a trailer leads to: its title, or a search for it."""
    title = show(trailer.title)
    return f"a search for “{title}”" if is_search(trailer) else title


def trailer_label(trailer: Trailer) -> str:
    """Return what a trailer is called before its title: `Trailer`, `Teaser`, `Clip`."""
    return (trailer.kind or TrailerKind.TRAILER).value.capitalize()


def trailer_about(trailer: Trailer) -> str:
    """Return `trailer, 26 March 2025`, of which either may be missing."""
    kind = trailer.kind.value if trailer.kind else ""
    return ", ".join(filter(None, [kind, readable_date(trailer.published) if trailer.published else ""]))


def leads_to(linked: Offer | Trailer) -> str:
    """Return what an address leads to if that is not the page itself: a search, the home page; else nothing."""
    if not linked.url or linked.url_kind in (None, "page"):
        return ""
    return f"{LEADS_TO[linked.url_kind]}{' for it' if is_search(linked) else ''}"


def is_search(linked: Offer | Trailer) -> bool:
    """Tell whether an address leads only to a search."""
    return linked.url_kind == "search"


def trailer_to_show(catalogue: Catalogue) -> Trailer | None:
    """Return the trailer to show where there is room for one: no clip if there is another, nor a search for it."""
    return min(catalogue.trailers, key=_second_rate, default=None)


def _second_rate(trailer: Trailer) -> tuple[bool, bool]:
    return trailer.kind not in (None, TrailerKind.TRAILER), is_search(trailer)
