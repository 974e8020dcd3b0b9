"""What a summary says of the show, in words: the same for the card and for the prose."""

from datetime import date

from etoile_cli.model import Catalogue, Offer, Show, Trailer
from etoile_cli.render.wording import checked_text, names, until_text
from etoile_cli.values import count, enumerate_words, readable_date, show, show_all
from etoile_cli.vocabulary import TrailerKind

Fact = tuple[str, str]


def headline(catalogue: Catalogue) -> str:
    """Return `2025 · 1 season · 8 episodes · 1 special`, of which any part may be missing."""
    about = catalogue.show
    specials = sum(episode.season == 0 for episode in catalogue.episodes)
    episodes = len(catalogue.episodes) - specials
    parts = [
        str(about.premiere.year) if about.premiere else "",
        count(about.seasons, "season") if about.seasons else "",
        count(episodes, "episode") if episodes else "",
        count(specials, "special") if specials else "",
    ]
    return " · ".join(filter(None, parts))


def facts(catalogue: Catalogue) -> list[Fact]:
    """Return the known facts, each with its label."""
    about = catalogue.show
    candidates = [
        ("Created by", enumerate_words(show_all(creator.name for creator in catalogue.creators))),
        ("Premiere", _premiere(about)),
        ("Status", _dated(about.status, about.status_date)),
        ("Genre", ", ".join(show_all(about.genres))),
        ("Language", names("languages", about.languages)),
        ("Country", names("countries", about.countries)),
    ]
    return [(label, text) for label, text in candidates if text]


def _premiere(about: Show) -> str:
    day = readable_date(about.premiere) if about.premiere else ""
    return ", ".join(filter(None, [day, enumerate_words(show_all(about.networks))]))


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
