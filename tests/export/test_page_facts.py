"""That the page says every fact of a catalogue, in words, at the record that it belongs to."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import unquote

import pytest

from etoile_cli.catalogue.codes import film_code
from etoile_cli.catalogue.countries import country_name
from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.enumerations import Billing, CompanyKind, OfferKind, OfferUrlKind, ReceptionKind, TrailerKind
from etoile_cli.catalogue.episodes import Episode, Season, season_name
from etoile_cli.catalogue.languages import language_name
from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue, Offer, Trailer, Verdict
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import CastMember, Company, Contributor, Show, Source
from etoile_cli.catalogue.references import References
from etoile_cli.catalogue.schemes import scheme_name
from etoile_cli.text.dates import PartialDate
from etoile_cli.text.values import count, in_short, paragraphs, readable_date, show
from etoile_cli.wording.codes import except_text
from etoile_cli.wording.runs import runs_in_words
from etoile_cli.wording.values import extent_text
from tests.export.pages import Element, is_web_page, of_show, page_of, whatever

# The keys whose codes a page names.
NAMES: Mapping[str, Callable[[str], str]] = {
    **dict.fromkeys(("country", "countries", "regions"), country_name),
    **dict.fromkeys(("language", "languages"), language_name),
}
SOURCES = (Source(id="a", title="A", url="https://a.example/"), Source(id="b", title="B", url="https://b.example/"))


@whatever
def test_a_page_says_every_fact_of_the_catalogue(catalogue: Catalogue) -> None:
    page = page_of(catalogue)
    with_people = [each for each in page.all("section") if each.attributes["id"] in {"creators", "crew", "cast"}]
    of_people = {text for each in with_people for text in said(each)}
    for name, record, places in records_of(catalogue, page):
        unsaid = Counter(facts_of(record, catalogue)) - Counter(text for place in places for text in said(place))
        # What is known of a person stands at another record of theirs, once.
        unsaid -= Counter(text for text in facts_of(record, catalogue, of_person(record)) if text in of_people)
        assert not unsaid, name


def of_person(record: Record) -> Collection[str]:
    """Return the keys of a record that say what is known of a person, whatever they do in the show."""
    return {key for key, declared in declarations(type(record)).items() if declared.is_of_person}


def records_of(catalogue: Catalogue, page: Element) -> Iterator[tuple[str, Record, list[Element]]]:
    """Yield the show and each record, with where the page speaks of it."""
    sections = {section.attributes["id"]: section for section in page.all("section")}
    about_show = [sections[key] for key in ("show", "premise", "themes") if key in sections]
    yield "show", catalogue.show, [page.one("header"), *about_show]
    heads, seasons = heads_and_others(catalogue)
    yield from (("the head of a season", season, [sections["episodes"]]) for season in heads)
    for key in RECORD_TYPES:
        records = seasons if key == "seasons" else getattr(catalogue, key)
        found = list(sections[key].all("li" if key == "sources" else "tbody")) if records else []
        grouped = sorted(records, key=GROUPS[key]) if key in GROUPS else records
        for number, (record, element) in enumerate(zip(grouped, found, strict=True), start=1):
            yield f"{key} {number}", record, [element]


def heads_and_others(catalogue: Catalogue) -> tuple[list[Season], list[Season]]:
    """Return the seasons that are the headings of episodes, the first of each number, and all others."""
    first = {season.number: id(season) for season in reversed(catalogue.seasons)}
    meant = set(first.values()) if catalogue.episodes else set()
    heads = [season for season in catalogue.seasons if id(season) in meant]
    return heads, [season for season in catalogue.seasons if id(season) not in meant]


# In which order a page groups records, those of a group as they stand in the catalogue.
GROUPS: Mapping[str, Callable[[Any], int]] = {
    "cast": lambda part: list(Billing).index(part.billing) if part.billing else len(Billing),
    "companies": lambda company: list(CompanyKind).index(company.kind) if company.kind else len(CompanyKind),
    "episodes": lambda episode: episode.season or 100_000,
}


def said(element: Element) -> Iterator[str]:
    """Yield each piece of text in an element, and what its attributes tell programs."""
    for each in element.all():
        yield (each.text() if each.tag == "h1" else each.own_text()).removesuffix("\u202f")
        yield unquote(each.attributes.get("href", ""))
        yield from (each.attributes.get(name, "") for name in ("datetime", "data-id", "data-sort-name"))
        if each.attributes.get("class") == "marks":
            yield from (f"#source-{number}" for number in within_runs(each.text()))


def within_runs(marks: str) -> Iterator[int]:
    """Yield the numbers that marks leave out: 4 of `3–5`."""
    for first, last in re.findall(r"(\d+)\u2060–\u2060(\d+)", marks):
        yield from range(int(first) + 1, int(last))


def facts_of(record: Record, catalogue: Catalogue, keys: Collection[str] | None = None) -> Iterator[str]:
    """Yield what must be said of a record: the words for each value of each field of the model, or of some keys."""
    for name, key in zip(record.__struct_fields__, record.__struct_encode_fields__, strict=True):
        if keys is not None and key not in keys:
            continue
        value = getattr(record, name)
        special = WORDS.get(f"{record_name(record)}.{key}") or WORDS.get(key)
        is_text = isinstance(value, str) and key not in {record.main, "id", "logline", *NAMES}
        words = special(value, record, catalogue) if special else paragraphs(value) if is_text else plain(key, value)
        yield from filter(None, words)


def record_name(record: Record) -> str:
    return type(record).__name__


def plain(key: str, value: Any) -> list[str]:
    """Return the words for a value that needs no other."""
    match value:
        case None:
            return []
        case tuple():
            return [word for each in value for word in plain(key, each)]
        case bool():
            return ["yes"] if value else []  # a "no" says nothing
        case date() | PartialDate():
            return [readable_date(value), value.isoformat()]
        case dict():
            return [show(each) for each in value.values()]
        case _:
            return [show(NAMES[key](value) if key in NAMES else str(value))]


def title(value: str, record: Record, _: Catalogue) -> list[str]:
    return [show(value) or ("(no title)" if isinstance(record, Show) else "")]


def ids(value: Mapping[str, str], record: Record, _: Catalogue) -> list[str]:
    told = {scheme: id_ for scheme, id_ in value.items() if show(id_)}
    if not isinstance(record, Show):
        return [show(f"{scheme_name(scheme)} {show(id_)}") for scheme, id_ in told.items()]
    return [word for scheme, id_ in told.items() for word in (f"{show(scheme_name(scheme))} id", show(id_))]


def address(value: str | None, *_: Any) -> list[str]:
    if value is None or not is_web_page(value):
        return [show(value or "")]
    return [unquote(value)]


def marks(value: tuple[str, ...], record: Record, catalogue: Catalogue) -> list[str]:
    """Return the marks of all sources of a record and of its values, each once."""
    known = [source.id for source in catalogue.sources]
    cited = [id_ for ids in record.cites.values() for id_ in ids]
    return [
        f"#source-{known.index(each) + 1}" if each in known else f"[{show(in_short(each))}]"
        for each in dict.fromkeys([*value, *cited])
    ]


def runs(value: tuple[str, ...], _: Record, catalogue: Catalogue) -> list[str]:
    return runs_in_words(value, References(catalogue).numbering)


def regions(value: tuple[str, ...], offer: Offer, _: Catalogue) -> list[str]:
    """Return the names of the regions, the last with those that are left out."""
    names, left_out = (list(filter(None, map(show, map(country_name, each)))) for each in (value, offer.except_))
    return [*names[:-1], except_text(names[-1], left_out)] if names else []


def is_head(season: Season, catalogue: Catalogue) -> bool:
    return any(season is head for head in heads_and_others(catalogue)[0])


def season_number(value: int, season: Season, catalogue: Catalogue) -> list[str]:
    """Return the number in words: alone, or with the title in the heading of episodes."""
    return [show(in_short(season.heading)) if is_head(season, catalogue) else season_name(value)]


def season_title(value: str | None, season: Season, catalogue: Catalogue) -> list[str]:
    return [] if is_head(season, catalogue) else [show(value or "")]


# The fields that are said in words of their own; every other, a new one too, is said as `plain` has it.
WORDS: Mapping[str, Callable[[Any, Any, Catalogue], list[str]]] = {
    "title": title,
    "premise": lambda value, *_: paragraphs(value or ""),
    "ids": ids,
    "billing": lambda *_: [],  # said of the group: a test of its own
    "company": lambda value, _, catalogue: [show(References(catalogue).name("companies", value or ""))],
    "season": lambda _, episode, __: [film_code(episode.season, episode.number, episode.through)],
    "number": lambda *_: [],  # said with the season
    "runtime": lambda value, *_: [count(value, "minute")] if value else [],
    "url": address,
    "url_kind": lambda *_: [],  # said of the address: a test of its own
    "sources": marks,
    "cites": lambda *_: [],  # said with the sources
    "status": lambda value, *_: [value.replace("-", " ")] if value else [],
    "archived": lambda *_: [],  # a test of its own, in test_cites.py
    "through": lambda *_: [],  # said with the season
    "regions": regions,
    "except": lambda *_: [],  # said of the regions
    "CastMember.episodes": runs,
    "Contributor.episodes": runs,
    "Award.episodes": runs,
    "Company.kind": lambda *_: [],  # said of the group
    "Season.number": season_number,
    "Season.title": season_title,
    "Show.runtime": lambda value, *_: [extent_text(value, "minute")] if value else [],
}


def groups(catalogue: Catalogue, section: str) -> list[tuple[str, list[str]]]:
    """Return the headings of a section's groups, and what the records under them are called."""
    told: list[tuple[str, list[str]]] = []
    [found] = [each for each in page_of(catalogue).all("section") if each.attributes["id"] == section]
    for each in found.all():
        if each.tag == "h3":
            told.append((each.text(), []))
        elif each.attributes.get("role") == "rowheader":
            told = told or [("", [])]
            told[-1][1].append(" ".join(each.text().split()))
    return told


def test_the_cast_stands_under_its_billings() -> None:
    billings = {"A": None, "B": "guest", "C": "main", "D": "recurring", "E": "main"}
    cast = tuple(CastMember(name=name, billing=billing and Billing(billing)) for name, billing in billings.items())
    catalogue = Catalogue(format=1, show=Show(title="x"), cast=cast)
    assert groups(catalogue, "cast") == [
        ("Main cast", ["C", "E"]),
        ("Recurring", ["D"]),
        ("Guests", ["B"]),
        ("Others", ["A"]),
    ]


def test_a_cast_of_which_no_billing_is_known_stands_under_none() -> None:
    cast = (CastMember(name="A"), CastMember(name="B"))
    assert groups(Catalogue(format=1, show=Show(title="x"), cast=cast), "cast") == [("", ["A", "B"])]


def test_episodes_stand_under_their_seasons_and_specials_behind_them() -> None:
    numbers = [(2, 1), (0, 1), (1, 2), (1, 1)]
    episodes = tuple(Episode(season=season, number=number, title=f"{season}-{number}") for season, number in numbers)
    assert groups(Catalogue(format=1, show=Show(title="x"), episodes=episodes), "episodes") == [
        ("Season 1", ["1-2", "1-1"]),
        ("Season 2", ["2-1"]),
        ("Specials", ["0-1"]),
    ]


def cover(catalogue: Catalogue) -> list[str]:
    """Return the lines of the cover below the logline."""
    rows = (row for all_ in page_of(catalogue).one("header").all("dl") for row in all_.all("div"))
    lines = (each for row in rows for each in ([row] if row.attributes["class"] == "names" else row.all()))
    return [" ".join(each.text().split()) for each in lines if each.tag in {"div", "dt", "dd"} and each.children]


def offer(service: str, **more: Any) -> Offer:
    terms = {"offer": OfferKind.FREE, "regions": ("worldwide",), "checked": date(2025, 1, 1)}
    return Offer(service=service, **terms | more)


def test_the_cover_says_who_is_in_it_and_where_to_watch_it() -> None:
    catalogue = Catalogue(
        format=1,
        show=Show(title="x"),
        cast=(
            CastMember(name="A", billing=Billing.MAIN),
            CastMember(name="B", billing=Billing.MAIN),
            CastMember(name="C"),
        ),
        creators=(Contributor(name="D"), Contributor(name="E"), Contributor(name="F")),
        availability=(
            offer("S", offer=OfferKind.RENT, regions=("FR",), url="https://a.example/", until=date(2026, 5, 1)),
            offer("T", url="https://b.example/?q=x", url_kind=OfferUrlKind.SEARCH),
            offer("U", url="javascript:alert(1)", url_kind=OfferUrlKind.HOME, since=date(2027, 1, 1)),
            # Over when somebody last looked, whatever day it is: the table has it.
            offer("V", until=date(2024, 12, 31)),
        ),
        trailers=(Trailer(title="Look", url="https://c.example/"),),
    )
    assert cover(catalogue) == [
        "Starring A and B, with 1 other",
        "Created by D, E and F",
        (
            "Watch: S, rent, France, until 1 May 2026 T, free, worldwide, a search for it "
            "U, free, worldwide, from 1 January 2027"
        ),
        "Watch:",
        "S, rent, France, until 1 May 2026",
        "T, free, worldwide, a search for it",
        "U, free, worldwide, from 1 January 2027",
        "Trailer: Look",
        "Trailer:",
        "Look",
    ]
    links = [(link.text(), link.attributes["href"]) for link in page_of(catalogue).one("header").all("a")]
    assert links == [
        ("1 other", "#cast"),
        ("S", "https://a.example/"),
        ("a search for it", "https://b.example/?q=x"),
        ("Look", "https://c.example/"),
    ]


def test_of_many_the_cover_names_some_and_leads_to_the_others() -> None:
    regions = ("FR", "DE", "IT", "ES", "PT")
    catalogue = Catalogue(
        format=1,
        show=Show(title="x"),
        cast=tuple(CastMember(name=f"A{number}", billing=Billing.MAIN) for number in range(60)),
        creators=tuple(Contributor(name=f"C{number}") for number in range(10)),
        availability=tuple(offer(f"S{number}", regions=regions) for number in range(6)),
        trailers=(Trailer(title="Look", url="https://c.example/", kind=TrailerKind.TEASER),),
    )
    stars, creators, _, _, *offers, _, teaser, _ = cover(catalogue)
    assert stars == f"Starring {', '.join(f'A{number}' for number in range(11))} and A11, with 48 others"
    assert creators == "Created by C0, C1, C2, C3, C4, C5, C6 and C7, with 2 others"
    assert offers == [*(f"S{number}, free, 5 countries" for number in range(4)), "2 more"]
    assert teaser == "Teaser:"
    links = [(link.text(), link.attributes["href"]) for link in page_of(catalogue).one("header").all("a")]
    assert links[:3] == [("48 others", "#cast"), ("2 others", "#creators"), ("2 more", "#availability")]


def test_the_cover_says_what_the_show_is_called_in_its_own_language_if_that_is_another_title() -> None:
    def originally(**facts: Any) -> list[str]:
        header = page_of(of_show(**facts)).one("header")
        return [each.text() for each in header.all("p") if each.attributes["class"] == "original"]

    assert originally(title="Hospital", original_title="Nemocnice") == ["originally Nemocnice"]
    assert originally(title="Étoile", original_title="ETOILE") == []
    assert originally(title="Étoile") == []


def test_a_cast_of_which_no_billing_is_known_is_not_said_to_star() -> None:
    cast = (CastMember(name="A"), CastMember(name="A", character="Twin"), CastMember(name="B"))
    assert cover(Catalogue(format=1, show=Show(title="x"), cast=cast)) == ["Cast A and B"]


@pytest.mark.parametrize(
    ("facts", "label"),
    [
        ({"titles": {"ja": "A"}}, "Title"),
        ({"titles": {"ja": "A", "ko": "B"}}, "Titles"),
        ({"ids": {"own": "1"}}, "Id"),
        ({"ids": {"own": "1", "other": "2"}}, "Ids"),
        ({"directors": ("A",)}, "Director"),
        ({"directors": ("A", "B")}, "Directors"),
        ({"writers": ("A",)}, "Writer"),
        ({"writers": ("A", "B")}, "Writers"),
    ],
)
def test_one_is_not_said_to_be_several(facts: dict[str, Any], label: str) -> None:
    episode = Episode(season=1, number=1, title="x", **facts)
    page = page_of(Catalogue(format=1, show=Show(title="x"), episodes=(episode,)))
    assert page.one("dt").text() == label


def test_networks_are_not_said_to_begin_on_the_day_of_the_premiere() -> None:
    [facts] = page_of(of_show(premiere=date(2017, 5, 2), networks=("Antena 3", "Netflix"))).all("dl")
    told = [(fact.one("dt").text(), fact.one("dd").text().strip()) for fact in facts.all("div")]
    assert told == [("Premiere", "2 May 2017"), ("Networks", "Antena 3, Netflix")]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"url": "https://www.example.org/a"}, "www.example.org"),
        ({"url": "https://www.example.org/a", "url_kind": "page"}, "its page at www.example.org"),
        ({"url": "https://www.example.org/a", "url_kind": "search"}, "a search at www.example.org"),
        ({"url": "https://www.example.org/a", "url_kind": "home"}, "the home page at www.example.org"),
        ({"url": "javascript:alert(1)", "url_kind": "page"}, "javascript:alert(1), its page"),
        ({"url": "HTTPS://EXAMPLE.ORG/"}, "example.org"),
        ({"url": "https://[/"}, "https://[/"),
        ({"url_kind": "search"}, "a search"),
    ],
)
def test_an_address_says_what_it_leads_to(facts: dict[str, Any], words: str) -> None:
    page = page_of(Catalogue(format=1, show=Show(title="x"), availability=(offer("x", **facts),)))
    [details] = page.one("main").all("dl")
    assert details.text().split() == ["Address", *words.split()]


@pytest.mark.parametrize(
    ("section", "record"),
    [
        ("trailers", Trailer(title="x", url="file:///etc/passwd")),
        ("reception", Verdict(outlet="x", kind=ReceptionKind.REVIEW, verdict="x", url="file:///etc/passwd")),
        ("sources", Source(id="x", title="x", url="file:///etc/passwd")),
    ],
)
def test_an_address_of_no_web_page_is_text(section: str, record: Record) -> None:
    found = page_of(Catalogue(format=1, show=Show(title="x"), **{section: (record,)})).one("section")
    assert "file:///etc/passwd" in said(found)
    assert not list(found.all("a"))


@pytest.mark.parametrize(
    ("scheme", "id_", "label", "address"),
    [
        ("imdb", "tt0000001", "IMDb id", "https://www.imdb.com/title/tt0000001/"),
        ("wikidata", "Q42", "Wikidata id", "https://www.wikidata.org/wiki/Q42"),
        ("wikidata", "Q42/../x", "Wikidata id", None),
        ("isan", "0000-0001", "isan id", None),
    ],
)
def test_an_id_leads_to_its_page_if_it_has_one(scheme: str, id_: str, label: str, address: str | None) -> None:
    [fact] = page_of(of_show(ids={scheme: id_})).all("dl")
    assert (fact.one("dt").text(), fact.one("dd").text()) == (label, id_)
    assert [link.attributes["href"] for link in fact.all("a")] == ([address] if address else [])


def test_marks_stand_in_the_order_of_the_sources_and_those_of_none_behind_them() -> None:
    catalogue = Catalogue(
        format=1,
        show=Show(title="x", sources=("?", "b", "a")),
        companies=(Company(id="c", name="C", sources=("b",)),),
        sources=SOURCES,
    )
    page = page_of(catalogue)
    stated, company = (each for each in page.all("span") if each.attributes.get("class") == "marks")
    assert (stated.text(), company.text()) == ("1 2 [?]", "2")
    [mark] = company.all("a")
    assert mark.attributes == {"href": "#source-2", "title": "B", "aria-label": "Source 2"}


def test_of_two_sources_of_one_id_the_first_counts() -> None:
    catalogue = Catalogue(format=1, show=Show(title="x", sources=("a",)), sources=(SOURCES[0], SOURCES[0]))
    assert [link.attributes["href"] for link in page_of(catalogue).all("a") if link.text() == "1"] == ["#source-1"]


@pytest.mark.parametrize(
    ("facts", "headline"),
    [
        ({}, []),
        ({"premiere": date(2025, 4, 24)}, ["2025"]),
        ({"premiere": date(2025, 4, 24), "seasons": 1}, ["2025 · 1 season"]),
        ({"seasons": 1_200}, ["1,200 seasons"]),
    ],
)
def test_the_cover_says_when_and_how_much(facts: dict[str, Any], headline: list[str]) -> None:
    assert [each.text() for each in page_of(of_show(**facts)).one("header").all("p")] == headline
