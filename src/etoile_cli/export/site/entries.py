"""What the index of a site says of a show: all that is kept of it once its catalogue is read."""

from msgspec import Struct

from etoile_cli.catalogue.holding import Holding
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.text.values import count, enumerate_words, in_short, show, show_all
from etoile_cli.wording.show import headline, original_title
from etoile_cli.wording.values import unhyphenated

# The index repeats no more of a text that should be a sentence, and no more networks.
_LONGEST_LOGLINE = 500
_MOST_NETWORKS = 4


class Entry(Struct, frozen=True):
    """A show in the index, its texts in words. `name` is what the library calls it, unlike any other show.

    `address` is that of its page. `about` are the years, the numbers of seasons and episodes, the status and the
    networks, of which any may be missing; `recorded` says how much its catalogue holds.
    """

    name: str
    address: str
    language: str
    original_title: str
    original_language: str
    about: tuple[str, ...]
    logline: str
    recorded: str


def entry_of(holding: Holding, address: str) -> Entry:
    """Return what the index says of a show whose page is at an address."""
    about = holding.catalogue.show
    numbers = {section: len(getattr(holding.catalogue, section)) for section in SECTIONS}
    recorded = (numbers.pop("sources"), "source"), (sum(numbers.values()), "record")
    networks = show_all(map(in_short, about.networks))
    others = len(networks) - _MOST_NETWORKS
    named = [*networks[:_MOST_NETWORKS], *([count(others, "other")] if others > 0 else [])]
    told = [*headline(holding.catalogue), unhyphenated(about.status or ""), enumerate_words(named)]
    return Entry(
        show(holding.name) or "(no title)",
        address,
        about.title_language,
        show(in_short(original_title(about))),
        about.original_language,
        tuple(filter(None, told)),
        _cut(show(about.logline or "")),
        ", ".join(count(each, noun) for each, noun in reversed(recorded) if each) or "nothing recorded yet",
    )


def _cut(logline: str) -> str:
    return logline if len(logline) <= _LONGEST_LOGLINE else f"{logline[: _LONGEST_LOGLINE - 1]}…"
