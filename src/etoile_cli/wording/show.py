"""The show in words: its headline, its titles, who is in it and who made it, and the other facts that are known."""

from collections.abc import Collection, Iterable, Mapping

from etoile_cli.catalogue.enumerations import GOING_ON, OVER, Status
from etoile_cli.catalogue.model import (
    Catalogue,
)
from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.standards import code_name
from etoile_cli.catalogue.vocabulary import Standard
from etoile_cli.text.dates import Date
from etoile_cli.text.values import count, enumerate_words, readable_date, show, show_all
from etoile_cli.wording.awards import awards_in_short
from etoile_cli.wording.cast import starring
from etoile_cli.wording.codes import code_names
from etoile_cli.wording.seasons import numbers_in_words
from etoile_cli.wording.values import extent_text, unhyphenated

LabelledText = tuple[str, str]

_MOST_TITLES = 4
_MOST_RATINGS = 3


def headline(catalogue: Catalogue) -> list[str]:
    """Return `2017–2021`, `1 season`, `8 episodes` and `1 special listed`, of which any may be missing."""
    about = catalogue.show
    years = years_of(about.premiere, about.ended, about.status)
    return [*([years] if years else []), *numbers_in_words(catalogue)]


def summary_headline(catalogue: Catalogue) -> list[str]:
    """Return the headline and the runtime, `52–75 minutes`, which has no place of its own in a summary."""
    runtime = catalogue.show.runtime
    return [*headline(catalogue), *([extent_text(runtime, "minute")] if runtime else [])]


def years_of(premiere: Date | None, ended: Date | None, status: Status | None) -> str:
    """Return `2017–2021`, `2025` if it began and ended then, `since 2017` if it goes on; empty if no year is known."""
    begin = str(premiere.year) if premiere else ""
    end = str(ended.year) if ended else ""
    if begin and end:
        return begin if begin == end else f"{begin}–{end}"
    if begin and status in GOING_ON:
        return f"since {begin}"
    return begin or (f"until {end}" if end else "")


def original_title(about: Show) -> str:
    """Return the original title if it differs from the title in more than case and accents, else an empty text."""
    from etoile_cli.text.folding import fold

    title = about.original_title or ""
    return "" if fold(title) == fold(about.title) else title


def other_titles(catalogue: Catalogue) -> str:
    """Return `originally 에투알, also known as The Star`, of which either may be missing.

    Of many titles it has the first, and none that differs from another only in case and accents.
    """
    from etoile_cli.text.folding import fold

    named: dict[str, str] = {}
    for each in show_all([catalogue.show.original_title or "", *catalogue.show.also_known_as]):
        named.setdefault(fold(each), each)
    named.pop(fold(catalogue.show.title), None)
    original = named.pop(fold(catalogue.show.original_title or ""), "")
    titles = list(named.values())
    others = len(titles) - _MOST_TITLES
    shown = [*titles[:_MOST_TITLES], *([count(others, "other")] if others > 0 else [])]
    also = f"also known as {enumerate_words(shown)}" if shown else ""
    return ", ".join(filter(None, [f"originally {original}" if original else "", also]))


def people(catalogue: Catalogue) -> list[LabelledText]:
    """Return who is in the show and who created it, each with a label."""
    created = enumerate_words(show_all(creator.name for creator in catalogue.creators))
    return _known([starring(catalogue.cast), ("Created by", created)])


def details(catalogue: Catalogue) -> list[LabelledText]:
    """Return the other facts that are known, each with a label."""
    about = catalogue.show
    status = [unhyphenated(about.status or ""), readable_date(about.status_date) if about.status_date else ""]
    return _known(
        [
            ("Premiere", readable_date(about.premiere) if about.premiere else ""),
            ("Ended", _ended(about)),
            (_label("Network", "Networks", about.networks), enumerate_words(show_all(about.networks))),
            ("Status", ", ".join(filter(None, status))),
            (_label("Genre", "Genres", about.genres), ", ".join(show_all(about.genres))),
            (_label("Language", "Languages", about.languages), code_names(Standard.LANGUAGE, about.languages)),
            (_label("Country", "Countries", about.countries), code_names(Standard.COUNTRY, about.countries)),
            (_label("Rating", "Ratings", about.ratings), _ratings(about.ratings)),
            ("Awards", awards_in_short(catalogue.awards)),
        ]
    )


def _ratings(ratings: Mapping[str, str]) -> str:
    """Return `Germany: 6, Japan: PG12`; of many ratings the first, and how many others there are."""
    known = [(code_name(Standard.COUNTRY, code), text) for code, text in ratings.items()]
    shown = [f"{show(country)}: {show(text)}" for country, text in known if show(text)]
    others = len(shown) - _MOST_RATINGS
    return ", ".join([*shown[:_MOST_RATINGS], *([count(others, "other")] if others > 0 else [])])


def _ended(about: Show) -> str:
    """Return when a show ended; empty if its status says that it did, and that is the date of the premiere."""
    is_told = about.status in OVER and about.ended == about.premiere
    return readable_date(about.ended) if about.ended and not is_told else ""


def _label(one: str, several: str, values: Collection[str]) -> str:
    return one if len(values) == 1 else several


def _known(candidates: Iterable[LabelledText]) -> list[LabelledText]:
    return [(label, text) for label, text in candidates if text]
