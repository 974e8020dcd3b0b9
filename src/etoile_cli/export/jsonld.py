"""The show as search engines read it: JSON-LD of a `TVSeries`, in the vocabulary of schema.org (version 29).

Keys that the vocabulary has no term for are left out; docs/exports.md lists them. Nothing is claimed that the
catalogue doesn't state: a search is no trailer, a service's home page no place to watch, a picture none of the series.
"""

from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import starmap
from typing import Any

from etoile_cli.catalogue.countries import country_name
from etoile_cli.catalogue.enumerations import CompanyKind, OfferKind, SettingUse, TrailerKind
from etoile_cli.catalogue.model import (
    Catalogue,
    Offer,
    Trailer,
    Verdict,
)
from etoile_cli.catalogue.numbering import Numbering
from etoile_cli.catalogue.records import CastMember, Company, Contributor, Setting, Show, Source
from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.catalogue.vocabulary import WORLDWIDE
from etoile_cli.export.addresses import page
from etoile_cli.export.jsonld_seasons import part_reference, seasons_of
from etoile_cli.export.persons import Persons, persons_in
from etoile_cli.export.things import (
    Thing,
    ids_of,
    in_languages,
    is_blank,
    members,
    person_thing,
    thing,
    url_or_identifier,
)
from etoile_cli.text.addresses import link
from etoile_cli.text.json_ import json_object
from etoile_cli.wording.awards import awards_of
from etoile_cli.wording.runs import runs_in_words
from etoile_cli.wording.seasons import totals
from etoile_cli.wording.values import unhyphenated

# The terms of an offer as Google's watch actions name them.
_CATEGORIES = {OfferKind.ADS: "free", OfferKind.RENT: "rental", OfferKind.BUY: "purchase"}


def jsonld(catalogue: Catalogue, persons: Persons | None = None) -> Iterator[str]:
    """Yield the show as JSON-LD, some things at a time; `persons` are those in the catalogue, if they are known.

    Somebody who is mentioned more than once has an id, that of the place on the page of the show.
    """
    return json_object(members(_series(catalogue, persons or persons_in(catalogue))))


def _series(catalogue: Catalogue, persons: Persons) -> dict[str, Any]:
    """Return the properties of the `TVSeries`; those with many values are iterators."""
    about = catalogue.show
    seasons, episodes, _ = totals(catalogue)
    credit = partial(_credit, Numbering.of(catalogue), persons)
    return {
        "@context": "https://schema.org",
        "@type": "TVSeries",
        "name": about.title,
        "alternateName": [*about.also_known_as, *_original_title(about), *in_languages(about.titles)],
        "startDate": about.premiere,
        "endDate": about.ended,
        "creativeWorkStatus": unhyphenated(about.status or ""),
        "timeRequired": _duration(about.runtime),
        "numberOfSeasons": seasons,
        "numberOfEpisodes": episodes,
        "publisher": (thing("Organization", name=name) for name in about.networks),
        "genre": about.genres,
        "inLanguage": about.languages,
        "countryOfOrigin": (thing("Country", name=country_name(code), identifier=code) for code in about.countries),
        "contentRating": [f"{code} {rating}" for code, rating in about.ratings.items() if not is_blank(rating)],
        "productionCompany": map(_company, _behind(catalogue)),
        "abstract": about.logline,
        "description": about.premise,
        "about": (thing("Thing", name=theme) for theme in about.themes),
        **ids_of("show", about.ids),
        "creator": starmap(partial(credit, "creators", "creator"), enumerate(catalogue.creators, start=1)),
        "contributor": starmap(partial(credit, "crew", "contributor"), enumerate(catalogue.crew, start=1)),
        "actor": starmap(partial(_part, persons), enumerate(catalogue.cast, start=1)),
        "containsSeason": seasons_of(catalogue, persons),
        "contentLocation": (_place(place) for place in catalogue.settings if SettingUse.STORY in place.uses),
        "locationCreated": (_place(place) for place in catalogue.settings if SettingUse.FILMING in place.uses),
        "potentialAction": map(_watch, catalogue.availability),
        "trailer": (_video(trailer) for trailer in catalogue.trailers if page(trailer) and not _is_clip(trailer)),
        "review": map(_review, catalogue.reception),
        "award": awards_of(catalogue),
        "citation": map(_citation, catalogue.sources),
    }


def _duration(runtime: Extent | None) -> str | None:
    """Return the time that an episode takes; `None` if that is a range, which ISO 8601 has no duration for."""
    return f"PT{runtime[0]}M" if runtime and runtime[0] == runtime[-1] else None


def _original_title(about: Show) -> list[Thing | str]:
    """Return the original title, with its language if that is known; nothing if `titles` has it."""
    title, language = about.original_title or "", about.original_language
    if title in about.titles.values():
        return []
    return [*in_languages({language: title})] if language else [title]


def _behind(catalogue: Catalogue) -> Iterator[Company]:
    return (each for each in catalogue.companies if each.kind is CompanyKind.PRODUCTION and not each.fictional)


def _company(company: Company) -> Thing:
    address = thing("PostalAddress", addressLocality=company.city, addressCountry=company.country)
    return thing("Organization", name=company.name, address=address)


def _credit(
    numbering: Numbering, persons: Persons, section: str, name: str, number: int, person: Contributor
) -> Thing:
    """Return a person, within a `Role` if the roles are known; `name` is the property: `creator`, `contributor`."""
    known = ids_of("person", person.ids)
    somebody = person_thing(person.name, persons.id_of(section, number), alternateName=person.aliases, **known)
    role = thing("Role", roleName=person.roles, description=_episodes_of(person, numbering))
    return somebody if is_blank(role) else role | {name: somebody}


def _episodes_of(person: Contributor, numbering: Numbering) -> str:
    """Return the episodes as the shortest list: `in Season 1, S02E01–S04E13`."""
    runs = ", ".join(runs_in_words(person.episodes, numbering))
    return f"in {runs}" if runs else ""


def _performance(part: CastMember, id_: str) -> Thing:
    known = {"alternateName": part.aliases, "jobTitle": part.profession, **ids_of("person", part.ids)}
    return thing(
        "PerformanceRole",
        actor=person_thing(part.name, id_, **known),
        characterName=part.character,
        description=part.role,
    )


def _part(persons: Persons, number: int, part: CastMember) -> Thing:
    """Return a part; if the catalogue names its episodes, it has an id by which the episodes refer to it."""
    reference = part_reference(number) if part.episodes else {}
    return reference | _performance(part, persons.id_of("cast", number))


def _place(place: Setting) -> Thing:
    address = thing("PostalAddress", addressLocality=place.city, addressCountry=place.country)
    return thing("Place", name=place.name, address=address)


def _watch(offer: Offer) -> Thing:
    address = page(offer)
    return thing(
        "WatchAction",
        target=thing("EntryPoint", urlTemplate=address) if address else None,
        expectsAcceptanceOf=thing(
            "Offer",
            category=_CATEGORIES.get(offer.offer, offer.offer),
            description="with advertisements" if offer.offer is OfferKind.ADS else None,
            offeredBy=thing("Organization", name=offer.service),
            eligibleRegion=[_region(code) for code in offer.regions],
            ineligibleRegion=offer.except_,
            availabilityStarts=offer.since,
            availabilityEnds=offer.until,
        ),
    )


def _region(code: str) -> Thing | str:
    return thing("Place", name=WORLDWIDE) if code == WORLDWIDE else code


def _is_clip(trailer: Trailer) -> bool:
    return trailer.kind is TrailerKind.CLIP


def _video(trailer: Trailer) -> Thing:
    return thing(
        "VideoObject",
        name=trailer.title,
        url=page(trailer),
        inLanguage=trailer.language,
        datePublished=trailer.published,
        # What search engines ask for, who take no month or year.
        uploadDate=trailer.published if isinstance(trailer.published, date) else None,
    )


def _review(verdict: Verdict) -> Thing:
    """Return a review or a score; the verdict is its `abstract`: no whole text, and not always a number."""
    return thing(
        "Review",
        author=thing("Organization", name=verdict.outlet),
        abstract=verdict.verdict,
        datePublished=verdict.date,
        **url_or_identifier(verdict.url),
    )


def _citation(source: Source) -> Thing:
    return thing(
        "CreativeWork",
        name=source.title,
        author=[person_thing(author) for author in source.authors],
        publisher=thing("Organization", name=source.publisher) if source.publisher else None,
        datePublished=source.published,
        inLanguage=source.language,
        archivedAt=link(source.archived or ""),
        **url_or_identifier(source.url),
    )
