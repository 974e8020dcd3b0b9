"""What stands on the cover of the page: the title in words that stay whole, who is in it, the ways to watch it."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil
from unicodedata import bidirectional

from msgspec import Struct

from etoile_cli.model import Catalogue, Offer, Trailer
from etoile_cli.publish.addresses import link
from etoile_cli.publish.parts import Part
from etoile_cli.render.facts import leads, leads_to, trailer_text, trailers_to_show
from etoile_cli.render.wording import names
from etoile_cli.values import count, readable_date, show, show_all
from etoile_cli.widths import breaks_anywhere, text_width

# A title of more characters takes smaller letters.
_LONG = 40

# A letter is this wide on the average of a word; the style knows how wide that is in em.
_LEAST_LETTERS = 6
# A word of more is too small to be read on a phone if it stays whole.
_MOST_LETTERS = 19
# Capitals and these are so much wider than other letters.
_WIDE_LETTERS = "mwæœ—…%@&"
_WIDER = 0.4
# Chinese, Japanese, Thai: what a column of them takes. More of them in a row are a sentence, which may break anywhere.
_UNPARTED_COLUMN = 0.75
_UNPARTED_COLUMNS = 24

# Of more, the cover shows the first.
_MOST_CREATORS = 8
_MOST_OFFERS = 4
_MOST_REGIONS = 4


class Word(Struct, frozen=True):
    """A word of the title; one that is whole never breaks if a line has room for it, hyphens or not."""

    text: str
    is_whole: bool


class Names(Struct, frozen=True):
    """What people did, their names, and where the others stand if these are not all."""

    label: str
    names: Sequence[str]
    others: tuple[Part, ...] = ()


class Ways(Struct, frozen=True):
    """Ways to see something of the show, each in pieces."""

    label: str
    ways: Sequence[tuple[Part, ...]]


class Cover(Struct, frozen=True):
    """The cover; `letters` is how many letters the longest word has, by which the size of all follows."""

    words: Sequence[Word]
    letters: int
    is_long: bool
    credits: Sequence[Names]
    ways: Sequence[Ways]


def cover(catalogue: Catalogue, title: str) -> Cover:
    """Return what stands on the cover of a show of that title."""
    widths = [_letters(word) for word in title.split(" ")]
    # Between letters from right to left a word that is set as one piece would lose its place.
    is_rightward = not any(bidirectional(each) in {"R", "AL"} for each in title)
    words = zip(title.split(" "), widths, strict=True)
    return Cover(
        tuple(Word(word, is_rightward and 0 < width <= _MOST_LETTERS) for word, width in words),
        ceil(max(_LEAST_LETTERS, *widths)),
        len(title) > _LONG,
        tuple(each for each in (_stars(catalogue), _creators(catalogue)) if each.names),
        tuple(_ways(catalogue)),
    )


def _letters(word: str) -> float:
    """Return how many letters must stand together in a word; 0 if it may part anywhere."""
    runs = list(_runs(word))
    return sum(runs) if all(runs) and sum(runs) <= _MOST_LETTERS else max(runs)


def _runs(word: str) -> Iterator[float]:
    """Yield the letters of each script in a word; 0 for a sentence of one that parts no words by blanks."""
    for is_unparted, run in groupby(word, key=breaks_anywhere):
        letters = "".join(run)
        width = text_width(letters)
        if not is_unparted:
            yield width + _WIDER * sum(each.isupper() or each in _WIDE_LETTERS for each in letters)
        else:
            yield width * _UNPARTED_COLUMN if width <= _UNPARTED_COLUMNS else 0


def _stars(catalogue: Catalogue) -> Names:
    label, stars, others = leads(catalogue.cast)
    return Names(label, stars, (Part(others, "#cast"),) if others else ())


def _creators(catalogue: Catalogue) -> Names:
    creators = show_all(creator.name for creator in catalogue.creators)
    others = len(creators) - _MOST_CREATORS
    more = (Part(count(others, "other"), "#creators"),) if others > 0 else ()
    return Names("Created by", creators[:_MOST_CREATORS], more)


def _ways(catalogue: Catalogue) -> Iterator[Ways]:
    offers = [_offer(offer) for offer in catalogue.availability[:_MOST_OFFERS]]
    if more := len(catalogue.availability) - len(offers):
        offers.append((Part(f"{more} more", "#availability"),))
    if offers:
        yield Ways("Watch", offers)
    yield from (_trailer(trailer) for trailer in trailers_to_show(catalogue))


def _offer(offer: Offer) -> tuple[Part, ...]:
    """Return who offers it, on what terms, where and until when; what its address is, if not the show."""
    target, elsewhere = link(offer.url or "") or "", leads_to(offer)
    where = names("regions", offer.regions)
    if len(offer.regions) > _MOST_REGIONS:
        where = f"{len(offer.regions)} countries"
    terms = [offer.offer.value, where, f"until {readable_date(offer.until)}" if offer.until else ""]
    return (
        Part(show(offer.service), "" if elsewhere else target),
        *(Part(each) for each in terms if each),
        *([Part(elsewhere, target)] if elsewhere and target else []),
    )


def _trailer(trailer: Trailer) -> Ways:
    label = trailer.kind.value.capitalize() if trailer.kind else "Trailer"
    return Ways(label, [(Part(trailer_text(trailer), link(trailer.url) or ""),)])
