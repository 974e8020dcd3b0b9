"""What is said of the show itself."""

import re
from typing import Any

from etoile_cli.catalogue.countries import is_country
from etoile_cli.catalogue.enumerations import Status
from etoile_cli.catalogue.vocabulary import WORLDWIDE, is_web_address
from etoile_cli.importing.formats.jsonld.graph import Thing
from etoile_cli.importing.formats.jsonld.ids import take_ids
from etoile_cli.importing.formats.jsonld.origin import Page
from etoile_cli.importing.formats.jsonld.readings import (
    countries,
    day,
    languages,
    minutes,
    name_of,
    names,
    number,
    prose,
    quoted,
    text,
    text_of,
)
from etoile_cli.importing.formats.jsonld.titles import take_all_titles
from etoile_cli.importing.intake.intake import Intake

# A catalogue has no longer texts.
_LONGEST = 100_000
# The guidelines of the United States alone have these words.
_AMERICAN = re.compile(r"TV-(?:Y7(?:-FV)?|Y|G|PG|14|MA)")
_OF_COUNTRY = re.compile(r"([A-Z]{2}|CSHH|CSXX) (\S.*)")
# Codes of countries that are words of ratings as well: PG 13, MA 15+, NC 17, TV MA.
_WORDS = frozenset({"AL", "AO", "BA", "GP", "MA", "NC", "PG", "SU", "TV", "UA"})


def put_show(show: Thing, page: Page, intake: Intake) -> None:
    """Put what a thing says of the show itself."""
    put = intake.put
    _put_titles(show, intake)
    put(intake.show, "premiere", day(show, intake, "premiere", "startDate", "datePublished"))
    put(intake.show, "ended", day(show, intake, "end", "endDate"))
    put(intake.show, "status", _status(show, intake))
    put(intake.show, "runtime", minutes(show, intake, "runtime", "timeRequired"))
    put(intake.show, "seasons", number(show, "numberOfSeasons") or None)
    put(intake.show, "networks", [*_publishers(show, page), *names(show, "broadcaster")])
    put(intake.show, "genres", _genres(show, intake))
    put(intake.show, "languages", languages(show, intake, "inLanguage"))
    put(intake.show, "countries", countries(show, intake, "countryOfOrigin"))
    put(intake.show, "ratings", _ratings(show, intake))
    put(intake.show, "themes", [*names(show, "about"), *_keywords(show)])
    intake.put_prose(intake.show, "logline", prose(show, "abstract"))
    intake.put_prose(intake.show, "premise", prose(show, "description"))
    put(intake.show, "ids", take_ids(show, "show"))


def title_of(show: Thing) -> str:
    """Return the title of a show, empty if it has none that a catalogue can have; nothing is taken."""
    value: Any = show.node.get("name")
    values = value if isinstance(value, list) else [value]
    return next((title for title in map(text_of, values) if title and len(title) <= _LONGEST), "")


def _put_titles(show: Thing, intake: Intake) -> None:
    title = title_of(show)
    by_name, others = take_all_titles(show, "name")
    titles, more = take_all_titles(show, "alternateName")
    intake.put(intake.show, "title", title)
    others += more
    for language, each in titles.items():
        if by_name.setdefault(language, each) != each:
            others.append(each)
    intake.put(intake.show, "titles", by_name)
    intake.put(intake.show, "also_known_as", [each for each in others if each != title])


def _publishers(show: Thing, page: Page) -> list[str]:
    """Take the publishers of the show, but for who publishes the page: that is said by the source, or stays."""

    def published(value: Any) -> str | None:
        publisher = show.thing(value)
        name = name_of(show, value)
        if not name or (publisher and not page.is_called(name) and page.is_home_of(publisher)):
            return None
        if publisher:
            text(publisher, "name")
        return "" if page.is_called(name) else name

    return show.take("publisher", published)


def _status(show: Thing, intake: Intake) -> str | None:
    written = next(iter(names(show, "creativeWorkStatus")), "")
    status = "-".join(written.lower().split())
    status = "cancelled" if status == "canceled" else status
    if status in set(Status):
        return status
    if written:
        intake.leave_out(f"status {quoted(written)}", "is none that a catalogue has")
    return None


def _genres(show: Thing, intake: Intake) -> list[str]:
    genres = names(show, "genre")
    addresses = list(filter(is_web_address, genres))
    intake.leave_out_all((f"genre {quoted(each)}" for each in addresses), "is the address of one")
    return [each for each in genres if not is_web_address(each)]


def _keywords(show: Thing) -> list[str]:
    """Take keywords, which stand in a list or in a text with commas."""
    return [word.strip() for words in names(show, "keywords") for word in words.split(",")]


def _ratings(show: Thing, intake: Intake) -> dict[str, str]:
    """Take the age ratings whose country is known."""

    def written(value: Any) -> str | None:
        rating = show.thing(value)
        return (text(rating, "ratingValue", "name") or None) if rating else text_of(value)

    ratings: dict[str, str] = {}
    for each in show.take("contentRating", written):
        of_country = _OF_COUNTRY.fullmatch(each)
        if _AMERICAN.fullmatch(each):
            ratings.setdefault("US", each)
        elif of_country and is_country(of_country[1]) and of_country[1] not in _WORDS | {WORLDWIDE}:
            ratings.setdefault(of_country[1], of_country[2])
        else:
            intake.leave_out(f"rating {quoted(each)}", "doesn't say of which country it is")
    return ratings
