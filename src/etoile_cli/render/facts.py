"""What a summary says of the show, in words: the same for the card and for the prose."""

from collections.abc import Collection, Mapping
from datetime import date

from etoile_cli.model import Catalogue, Offer, Show, Trailer
from etoile_cli.render.wording import checked_text, names, until_text
from etoile_cli.values import count, enumerate_words, readable_date, show, show_all
from etoile_cli.vocabulary import Billing, Status, TrailerKind

Fact = tuple[str, str]

# Of a larger cast, the first are named and the others counted.
_MOST_STARS = 10


def headline(catalogue: Catalogue) -> str:
    """Return `2025 · 1 season · 8 episodes · 1 special listed`, of which any part may be missing."""
    about = catalogue.show
    parts = [
        str(about.premiere.year) if about.premiere else "",
        count(about.seasons, "season") if about.seasons else "",
        *_episode_counts(catalogue),
    ]
    return " · ".join(filter(None, parts))


def _episode_counts(catalogue: Catalogue) -> list[str]:
    """Return how many episodes and specials there are; those that are all there is to know of are only listed."""
    seasons: dict[int, set[int]] = {}
    for episode in catalogue.episodes:
        seasons.setdefault(episode.season, set()).add(episode.number)
    specials = count(len(seasons.pop(0)), "special") if 0 in seasons else ""
    episodes = count(sum(map(len, seasons.values())), "episode") if seasons else ""
    if episodes and _are_all(catalogue.show, seasons):
        return [episodes, specials and f"{specials} listed"]
    listed = enumerate_words([each for each in (episodes, specials) if each])
    return [f"{listed} listed" if listed else ""]


def _are_all(about: Show, seasons: Mapping[int, Collection[int]]) -> bool:
    """Tell whether the episodes are all that there are: the show is over, and no number is missing in any season."""
    is_over = about.status in (Status.ENDED, Status.CANCELLED)
    expected = range(1, (about.seasons or 0) + 1)
    return is_over and sorted(seasons) == list(expected) and all(max(each) == len(each) for each in seasons.values())


def facts(catalogue: Catalogue) -> list[Fact]:
    """Return the known facts, each with its label."""
    return [*who_and_when(catalogue), *what_and_where(catalogue.show)]


def who_and_when(catalogue: Catalogue) -> list[Fact]:
    """Return who made the show and is in it, when and where it was first shown, and where it stands."""
    about = catalogue.show
    networks = show_all(about.networks)
    return _known(
        ("Created by", enumerate_words(show_all(creator.name for creator in catalogue.creators))),
        starring(catalogue),
        ("Premiere", readable_date(about.premiere) if about.premiere else ""),
        ("Network" if len(networks) == 1 else "Networks", enumerate_words(networks)),
        ("Status", _dated(about.status, about.status_date)),
    )


def what_and_where(about: Show) -> list[Fact]:
    """Return what sort of show it is, in which languages, and from where."""
    return _known(
        ("Genre", ", ".join(show_all(about.genres))),
        ("Language", names("languages", about.languages)),
        ("Country", names("countries", about.countries)),
    )


def starring(catalogue: Catalogue) -> Fact:
    """Return the main cast, and how many others there are; where no billing is known, who comes first.

    An actor with several parts is one.
    """
    everybody = list(dict.fromkeys(show_all(part.name for part in catalogue.cast)))
    main = list(dict.fromkeys(show_all(part.name for part in catalogue.cast if part.billing is Billing.MAIN)))
    named = (main or everybody)[:_MOST_STARS]
    others = len(everybody) - len(named)
    told = enumerate_words([*named, *([count(others, "other")] if others else [])])
    return "Starring" if main else "With", told


def _known(*candidates: Fact) -> list[Fact]:
    return [(label, text) for label, text in candidates if text]


def _dated(text: str | None, day: date | None) -> str:
    return ", ".join(filter(None, [text, readable_date(day) if day else ""]))


def offer_text(offer: Offer, today: date) -> str:
    """Return `Prime Video, subscription, worldwide`, with the last day where one is known."""
    parts = [show(offer.service), offer.offer.value, names("regions", offer.regions)]
    if offer.until:
        parts.append(until_text(offer.until, today))
    return ", ".join(parts)


def offer_checked(offer: Offer, today: date) -> str:
    """Return `checked 6 June 2025, 17 months ago`."""
    return f"checked {checked_text(offer.checked, today)}"


def trailer_text(trailer: Trailer) -> str:
    """Return what the address of a trailer leads to: its title, or a search for it."""
    title = show(trailer.title)
    return f"a search for “{title}”" if is_search(trailer) else title


def is_search(linked: Offer | Trailer) -> bool:
    """Tell whether an address leads only to a search."""
    return linked.url_kind == "search"


def trailers_to_show(catalogue: Catalogue) -> list[Trailer]:
    """Return the one to show where there is room for one: a trailer before a clip, a page before a search."""
    return sorted(catalogue.trailers, key=_second_rate)[:1]


def _second_rate(trailer: Trailer) -> tuple[bool, bool]:
    return trailer.kind not in (None, TrailerKind.TRAILER), is_search(trailer)
