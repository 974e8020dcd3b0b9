from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

import pytest
import tomli_w

from etoile_cli.check.check import check
from etoile_cli.check.codes import (
    BAD_VALUE,
    CONTRADICTION,
    CONTROL_CHARACTER,
    DATE_ORDER,
    DUPLICATE,
    EPISODE_GAP,
    INSECURE_URL,
    INVISIBLE_CHARACTER,
    SEARCH_LINK,
    STACKED_MARKS,
    STALE_AVAILABILITY,
    UNKNOWN_COMPANY,
    UNKNOWN_EPISODE,
    UNKNOWN_SOURCE,
    UNSOURCED,
    UNUSED_SOURCE,
    WRONG_TYPE,
)
from etoile_cli.check.problem import Code

TODAY = date(2026, 11, 22)

Record = Mapping[str, Any]
Data = Mapping[str, Any]


class Told(NamedTuple):
    """A problem as far as these tests look at it: without its place, or that of the record that it repeats."""

    code: Code
    record: str
    message: str


def told(data: Data) -> list[Told]:
    """Return what is told of a catalogue of a show, a source "a" and what is given; all names a source."""
    defaults = {"format": 1, "show": show(), "sources": []}
    whole = defaults | dict(data)
    whole["sources"] = [source("a"), *whole["sources"]]
    report = check(tomli_w.dumps(whole).encode(), "x", TODAY)
    return [Told(each.code, each.record, each.message.split(" in line ")[0]) for each in report.problems]


def show(**values: Any) -> Record:
    return {"title": "A show", "sources": ["a"]} | values


def source(identifier: object, **values: Any) -> Record:
    return {"id": identifier, "title": "A source", "url": "https://example.org/"} | values


def creator(name: object, **values: Any) -> Record:
    return {"name": name, "sources": ["a"]} | values


def company(identifier: object, **values: Any) -> Record:
    return {"id": identifier, "name": "A company", "sources": ["a"]} | values


def part(name: object, **values: Any) -> Record:
    return {"name": name, "sources": ["a"]} | values


def episode(season: object, number: object, released: object = None, **values: Any) -> Record:
    day = {} if released is None else {"released": released}
    return {"season": season, "number": number, "title": "An episode", "sources": ["a"]} | day | values


def offer(checked: object = TODAY, **values: Any) -> Record:
    least = {"service": "A service", "offer": "free", "regions": ["FR"], "checked": checked, "sources": ["a"]}
    return least | values


def trailer(**values: Any) -> Record:
    return {"title": "A trailer", "url": "https://example.org/", "sources": ["a"]} | values


def day(text: str) -> date:
    return date.fromisoformat(text)


class Neighbours(NamedTuple):
    """Two catalogues that differ little: of one nothing is told, of the other one problem."""

    promise: str
    fine: Data
    wrong: Data
    told: Told


def gap(message: str) -> Told:
    return Told(EPISODE_GAP, 'episode "An episode"', f"{message} missing before it")


def order(record: str, message: str) -> Told:
    return Told(DATE_ORDER, record, message)


def contradiction(message: str) -> Told:
    return Told(CONTRADICTION, SHOW, message)


EPISODE, SHOW, OFFER, TRAILER = 'episode "An episode"', "show", 'offer "A service"', 'trailer "A trailer"'

EPISODES = [
    Neighbours(
        "season 0 holds specials, which may have gaps",
        {"episodes": [episode(0, 2), episode(0, 5)]},
        {"episodes": [episode(1, 2)]},
        gap("S01E01 is"),
    ),
    Neighbours(
        "a season may begin with number 0",
        {"episodes": [episode(1, 0), episode(1, 1)]},
        {"episodes": [episode(1, 0), episode(1, 2)]},
        gap("S01E01 is"),
    ),
    Neighbours(
        "a whole season may be missing, as long as each begins with its first",
        {"episodes": [episode(1, 1), episode(3, 1)]},
        {"episodes": [episode(1, 1), episode(3, 3)]},
        gap("S03E01 to S03E02 are"),
    ),
    Neighbours(
        "the order in the file does not matter",
        {"episodes": [episode(1, 3), episode(2, 1), episode(1, 1), episode(1, 2)]},
        {"episodes": [episode(1, 4), episode(2, 1), episode(1, 1), episode(1, 2)]},
        gap("S01E03 is"),
    ),
    Neighbours(
        "episodes may come out on one day",
        {"episodes": [episode(1, 1, day("2025-04-24")), episode(1, 2, day("2025-04-24"))]},
        {"episodes": [episode(1, 1, day("2025-04-24")), episode(1, 2, day("2025-04-23"))]},
        order(EPISODE, '"released" 2025-04-23 is before S01E01, 2025-04-24'),
    ),
    Neighbours(
        "a day is compared with the last one known",
        {"episodes": [episode(1, 1, day("2025-04-24")), episode(1, 2), episode(1, 3, day("2025-04-25"))]},
        {"episodes": [episode(1, 1, day("2025-04-24")), episode(1, 2), episode(1, 3, day("2025-04-23"))]},
        order(EPISODE, '"released" 2025-04-23 is before S01E01, 2025-04-24'),
    ),
    Neighbours(
        "seasons are not compared",
        {"episodes": [episode(1, 1, day("2025-04-24")), episode(2, 1, day("2025-04-23"))]},
        {"episodes": [episode(2, 1, day("2025-04-24")), episode(2, 2, day("2025-04-23"))]},
        order(EPISODE, '"released" 2025-04-23 is before S02E01, 2025-04-24'),
    ),
    Neighbours(
        "a special may come out before the premiere, and the first episode with it",
        {
            "show": show(premiere=day("2025-04-24")),
            "episodes": [episode(0, 1, day("2025-04-01")), episode(1, 1, day("2025-04-24"))],
        },
        {"show": show(premiere=day("2025-04-24")), "episodes": [episode(1, 1, day("2025-04-23"))]},
        order(EPISODE, '"released" 2025-04-23 is before the premiere of the show, 2025-04-24'),
    ),
]

DATES = [
    Neighbours(
        "a show may be announced long before its premiere",
        {"show": show(premiere=day("2027-04-24"), status="announced", status_date=day("2023-04-01"))},
        {"show": show(premiere=day("2025-04-24"), status="ended", status_date=day("2023-04-01"))},
        order(SHOW, '"status_date" 2023-04-01 is before "premiere" 2025-04-24'),
    ),
    Neighbours(
        "a show may be cancelled before it is shown after all, but not on a day that has not come",
        {"show": show(premiere=day("2027-04-24"), status="cancelled", status_date=TODAY)},
        {"show": show(premiere=day("2027-04-24"), status="cancelled", status_date=day("2026-11-23"))},
        order(SHOW, '"status_date" 2026-11-23 is in the future'),
    ),
    Neighbours(
        "without a status nothing is known of its day but that it has come",
        {"show": show(premiere=day("2025-04-24"), status_date=day("2023-04-01"))},
        {"show": show(premiere=day("2025-04-24"), status_date=day("2027-04-01"))},
        order(SHOW, '"status_date" 2027-04-01 is in the future'),
    ),
    Neighbours(
        "a show may end on the day of its premiere",
        {"show": show(premiere=day("2025-04-24"), status="ended", status_date=day("2025-04-24"))},
        {"show": show(premiere=day("2025-04-24"), status="ended", status_date=day("2025-04-23"))},
        order(SHOW, '"status_date" 2025-04-23 is before "premiere" 2025-04-24'),
    ),
    Neighbours(
        "a premiere may lie ahead",
        {"show": show(premiere=day("2027-04-24"), status="announced", status_date=TODAY)},
        {"show": show(premiere=day("2027-04-24"), status="ended")},
        contradiction('"status" is "ended", and "premiere" 2027-04-24 is in the future'),
    ),
    Neighbours(
        "a show that is announced may have its premiere today",
        {"show": show(premiere=TODAY, status="announced")},
        {"show": show(premiere=day("2026-11-21"), status="announced")},
        Told(CONTRADICTION, SHOW, '"status" is "announced", and "premiere" 2026-11-21 is in the past'),
    ),
    Neighbours(
        "a show that is running may have its premiere today",
        {"show": show(premiere=TODAY, status="running")},
        {"show": show(premiere=day("2026-11-23"), status="running")},
        Told(CONTRADICTION, SHOW, '"status" is "running", and "premiere" 2026-11-23 is in the future'),
    ),
    Neighbours(
        "a season may have no episode yet",
        {"show": show(seasons=2), "episodes": [episode(1, 1), episode(0, 1)]},
        {"show": show(seasons=1), "episodes": [episode(2, 1), episode(1, 1), episode(0, 1)]},
        Told(CONTRADICTION, SHOW, '"seasons" is 1, and there is S02E01'),
    ),
    Neighbours(
        "a season that lies ahead need not be counted",
        {"show": show(seasons=1), "episodes": [episode(2, 1, day("2026-11-23"))]},
        {"show": show(seasons=1), "episodes": [episode(2, 1, TODAY)]},
        contradiction('"seasons" is 1, and there is S02E01'),
    ),
    Neighbours(
        "seasons may be numbered by years, and are counted then",
        {"show": show(seasons=2), "episodes": [episode(2009, 1), episode(2010, 1), episode(0, 1)]},
        {"show": show(seasons=2), "episodes": [episode(2009, 1), episode(2010, 1), episode(2012, 1)]},
        contradiction('"seasons" is 2, and there are episodes of 3 seasons'),
    ),
    Neighbours(
        "a special may be shown before a show that is announced, and none of its episodes",
        {"show": show(status="announced"), "episodes": [episode(0, 1, day("2026-11-01")), episode(1, 1, TODAY)]},
        {"show": show(status="announced"), "episodes": [episode(1, 1, day("2026-11-21"))]},
        contradiction('"status" is "announced", and "released" of S01E01 2026-11-21 is in the past'),
    ),
    Neighbours(
        "a special may be shown after the end, and no episode",
        {
            "show": show(premiere=day("2025-04-24"), status="ended"),
            "episodes": [episode(1, 1, TODAY), episode(0, 1, day("2027-01-01"))],
        },
        {
            "show": show(premiere=day("2025-04-24"), status="ended"),
            "episodes": [episode(1, 1, TODAY), episode(1, 2, day("2027-01-01")), episode(1, 3, day("2027-01-08"))],
        },
        contradiction('"status" is "ended", and "released" of S01E02 2027-01-01 is in the future'),
    ),
    Neighbours(
        "what is left of a cancelled show may lie ahead, but a show that has ended has nothing left",
        {"show": show(status="cancelled"), "episodes": [episode(1, 1, day("2027-01-01"))]},
        {"show": show(status="ended"), "episodes": [episode(1, 1, day("2027-01-01"))]},
        contradiction('"status" is "ended", and "released" of S01E01 2027-01-01 is in the future'),
    ),
    Neighbours(
        "of a show that is running only what comes next may be recorded",
        {"show": show(status="running"), "episodes": [episode(3, 1, day("2027-01-01"))]},
        {"show": show(status="running"), "episodes": [episode(1, 1, day("2027-01-01"))]},
        contradiction('"status" is "running", and "released" of S01E01 2027-01-01 is in the future'),
    ),
    Neighbours(
        "a show may be running on the strength of its special",
        {
            "show": show(status="running"),
            "episodes": [episode(0, 1, TODAY), episode(1, 1, day("2027-01-01"))],
        },
        {
            "show": show(status="running"),
            "episodes": [episode(0, 1, day("2027-01-02")), episode(1, 1, day("2027-01-01"))],
        },
        contradiction('"status" is "running", and "released" of S01E01 2027-01-01 is in the future'),
    ),
    Neighbours(
        "an offer may last a day",
        {"availability": [offer(since=TODAY, until=TODAY)]},
        {"availability": [offer(since=TODAY, until=day("2026-11-21"))]},
        order(OFFER, '"until" 2026-11-21 is before "since" 2026-11-22'),
    ),
    Neighbours(
        "a page may be read on the day it was published",
        {"show": show(sources=["a", "b"]), "sources": [source("b", published=TODAY, accessed=TODAY)]},
        {"show": show(sources=["a", "b"]), "sources": [source("b", published=TODAY, accessed=day("2026-11-21"))]},
        order('source "A source"', '"accessed" 2026-11-21 is before "published" 2026-11-22'),
    ),
    Neighbours(
        "an offer may be looked at today, and begin tomorrow",
        {"availability": [offer(TODAY, since=day("2026-11-23"))]},
        {"availability": [offer(day("2026-11-23"))]},
        order(OFFER, '"checked" 2026-11-23 is in the future'),
    ),
    Neighbours(
        "an offer that was looked at 180 days ago is not stale",
        {"availability": [offer(day("2026-05-26"))]},
        {"availability": [offer(day("2026-05-25"))]},
        Told(STALE_AVAILABILITY, OFFER, '"checked" 2026-05-25 is 181 days ago'),
    ),
    Neighbours(
        "an offer that is over is not stale",
        {"availability": [offer(day("2025-01-01"), until=day("2026-11-21"))]},
        {"availability": [offer(day("2025-01-01"), until=TODAY)]},
        Told(STALE_AVAILABILITY, OFFER, '"checked" 2025-01-01 is 690 days ago'),
    ),
]

LINKS = [
    Neighbours(
        "https may be written in capitals",
        {"trailers": [trailer(url="HTTPS://example.org/")]},
        {"trailers": [trailer(url="HTTP://example.org/")]},
        Told(INSECURE_URL, TRAILER, '"url" is http, not https'),
    ),
    Neighbours(
        "an address that mentions http is not http",
        {"trailers": [trailer(url="https://example.org/?http://")]},
        {"trailers": [trailer(url="http://example.org/")]},
        Told(INSECURE_URL, TRAILER, '"url" is http, not https'),
    ),
    Neighbours(
        "a home page is no search",
        {"availability": [offer(url="https://example.org/", url_kind="home")]},
        {"availability": [offer(url="https://example.org/", url_kind="search")]},
        Told(SEARCH_LINK, OFFER, '"url" is a search, not a page'),
    ),
    Neighbours(
        "a page that looks like a search is taken at its word",
        {"trailers": [trailer(url="https://example.org/search?q=x", url_kind="page")]},
        {"trailers": [trailer(url="https://example.org/search?q=x", url_kind="search")]},
        Told(SEARCH_LINK, TRAILER, '"url" is a search, not a page'),
    ),
    Neighbours(
        "an address needs a host and no more",
        {"trailers": [trailer(url="https://x")]},
        {"trailers": [trailer(url="https://")]},
        Told(
            BAD_VALUE,
            TRAILER,
            '"url" must be an address that begins with https:// or http://, found the string "https://"',
        ),
    ),
]

# What it is, where it is meant, where it can't be, and what is told of it there.
UNSEEN = [
    ("a break in Thai", "ละคร\u200bไทย", "ละคร\u200b", "U+200B (zero width space)"),
    (
        "one in Khmer, Lao and Burmese",
        "ខ្មែរ\u200bx ລາວ\u200bລາວ မြန်\u200bမာ",
        "クメ\u200bール",
        "U+200B (zero width space)",
    ),
    ("one break", "ก\u200bข", "ก\u200b\u200bข", "U+200B (zero width space)"),
    ("a word joiner in Thai", "ก\u2060ข", "a\u2060b", "U+2060 (word joiner)"),
    ("a Mongolian variant", "ᠠ\u180b", "a\u180b", "U+180B (mongolian free variation selector one)"),
    ("a Mongolian vowel's gap", "ᠨ\u180eᠠ", "a\u180eb", "U+180E (mongolian vowel separator)"),
    ("the place of a consonant in old Hangul", "\u115f\u1161", "\u115fa", "U+115F (hangul choseong filler)"),
    ("that of a vowel", "\u1100\u1160\u11a8", "가\u1160", "U+1160 (hangul jungseong filler)"),
    ("a joiner between Hebrew points", "לַ\u034fִם", "a\u034fb", "U+034F (combining grapheme joiner)"),
    ("a half letter at the end, in Malayalam", "അവന്\u200d ", "中\u200d文", "U+200D (zero width joiner)"),
    ("a letter that goes on, in Persian", "ه\u200d ش", "می\u200c ش", "U+200C (zero width non-joiner)"),
    ("what joins emoji", "🏳\ufe0f\u200d🌈", "!\u200dx", "U+200D (zero width joiner)"),
    ("what joins letters without case", "क्\u200dष", "e\u0301\u200dx", "U+200D (zero width joiner)"),
    (
        "a picture of a sign",
        "©\ufe0f ®\ufe0f ™\ufe0f ℹ\ufe0f ‼\ufe0f ↔\ufe0f 〰\ufe0f",
        "!\ufe0f",
        "U+FE0F (variation selector-16)",
    ),
    ("one of a figure in a keycap", "1\ufe0f\u20e3 #\ufe0f\u20e3", "1\ufe0f", "U+FE0F (variation selector-16)"),
    ("another form of a Han letter", "葛\U000e0100 中\ufe00", "中\ufe0f", "U+FE0F (variation selector-16)"),
    ("one by its number", "〇\U000e0101", "か\U000e0100", "U+E0100 (variation selector-17)"),
    ("a form of a full stop", "、\ufe00！\ufe01", "!\ufe00", "U+FE00 (variation selector-1)"),
]

TEXTS = [
    Neighbours(
        "tabs, line ends and invisible joiners belong to a text",
        {"show": show(logline="a\tb\r\nc\n\u00a0🕺\u200d🕺\u0301")},
        {"show": show(logline="a\vb")},
        Told(CONTROL_CHARACTER, SHOW, '"logline" holds what is printed as an escape: U+000B as \\u000b'),
    ),
    Neighbours(
        "what joins letters or changes an emoji belongs to a text",
        {"show": show(logline="می\u200cخواهم क्\u200dष ☀\ufe0f 1\ufe0f\u20e3 🏴\U000e0067\U000e0062\U000e007f")},
        {"show": show(logline="a\u200db")},
        Told(INVISIBLE_CHARACTER, SHOW, '"logline" holds what nobody sees: U+200D (zero width joiner)'),
    ),
    *(
        Neighbours(
            f"{what} is meant there",
            {"show": show(note=fine)},
            {"show": show(note=wrong)},
            Told(INVISIBLE_CHARACTER, SHOW, f'"note" holds what nobody sees: {unseen}'),
        )
        for what, fine, wrong, unseen in UNSEEN
    ),
    Neighbours(
        "a letter may have as many marks as any writing needs",
        {"show": show(logline="Z\u0323" + "\u0301" * 29 + "a\u0301lgo— — — — — — — — — — — — — — — — — — —")},
        {"show": show(logline="Z\u0323" + "\u0301" * 1_234)},
        Told(STACKED_MARKS, SHOW, '"logline" has 1,235 marks on one letter, more than any writing needs'),
    ),
    Neighbours(
        "a character is told once, whatever the number",
        {"show": show(logline="right-to-left אב")},
        {"show": show(logline="\u202e\u202e\u2066\u202e")},
        Told(
            CONTROL_CHARACTER,
            SHOW,
            '"logline" holds what is printed as an escape: U+202E as \\u202e, U+2066 as \\u2066',
        ),
    ),
    Neighbours(
        "a text may be as short as a dot, whatever blanks stand around it",
        {"show": show(note=" .\n")},
        {"show": show(note=" \n\t")},
        Told(BAD_VALUE, SHOW, '"note" must not be blank, found the string " \n\t"'),
    ),
    Neighbours(
        "a text may be of 100,000 characters",
        {"show": show(note="é" * 100_000)},
        {"show": show(note="é" * 100_001)},
        Told(BAD_VALUE, SHOW, '"note" must be a string of at most 100,000 characters, found 100,001'),
    ),
    Neighbours(
        "an offer may be worldwide, a place not",
        {"availability": [offer(regions=["worldwide"])], "settings": [creator("A", country="FR")]},
        {"settings": [creator("A", country="worldwide")]},
        Told(
            BAD_VALUE,
            'setting "A"',
            '"country" must be an ISO 3166 code like "FR", found the string "worldwide"',
        ),
    ),
]

RECORDS = [
    Neighbours(
        "an actor may have two parts",
        {"cast": [part("A", character="B"), part("A", character="C"), part("A")]},
        {"cast": [part("A", character="B"), part("A", character="B", billing="main")]},
        Told(DUPLICATE, 'cast "A"', 'the same "name" and "character" as the record'),
    ),
    Neighbours(
        "two actors may share a part",
        {"cast": [part("A", character="B"), part("C", character="B")]},
        {"cast": [part("A"), part("A")]},
        Told(DUPLICATE, 'cast "A"', 'the same "name" and "character" as the record'),
    ),
    Neighbours(
        "two companies may have one name",
        {"companies": [company("a"), company("b")]},
        {"companies": [company("a"), company("a", name="Another company")]},
        Told(DUPLICATE, 'company "Another company"', 'the same "id" as the record'),
    ),
    Neighbours(
        "a company and a source may have one id",
        {"companies": [company("a")]},
        {"sources": [source("a", title="Another source")]},
        Told(DUPLICATE, 'source "Another source"', 'the same "id" as the record'),
    ),
    Neighbours(
        "a creator may be of the crew, too",
        {"creators": [creator("A")], "crew": [creator("A")]},
        {"crew": [creator("A"), creator("A")]},
        Told(DUPLICATE, 'crew "A"', "the same as the record"),
    ),
    Neighbours(
        "a service may offer the show on two terms",
        {"availability": [offer(), offer(offer="rent")]},
        {"availability": [offer(), offer()]},
        Told(DUPLICATE, OFFER, "the same as the record"),
    ),
    Neighbours(
        "two episodes may have one title",
        {"episodes": [episode(1, 1), episode(1, 2)]},
        {"episodes": [episode(1, 1), episode(1, 1, title="Another title")]},
        Told(DUPLICATE, 'episode "Another title"', 'the same "season" and "number" as the record'),
    ),
    Neighbours(
        "capitals make another name, composing its accents does not",
        {"cast": [part("Rene\u0301e"), part("RENÉE", aliases=["Renée"])]},
        {"cast": [part("Rene\u0301e"), part("Ren\u00e9e")]},
        Told(DUPLICATE, 'cast "Renée"', 'the same "name" and "character" as the record'),
    ),
    Neighbours(
        "capitals make another item",
        {"show": show(genres=["drama", "Drama"])},
        {"show": show(genres=["drama", "comedy", "drama"])},
        Told(DUPLICATE, SHOW, '"genres" holds "drama" twice'),
    ),
    Neighbours(
        "an item may stand in two arrays",
        {"show": show(genres=["drama"], themes=["drama"])},
        {"show": show(sources=["a", "a"])},
        Told(DUPLICATE, SHOW, '"sources" holds "a" twice'),
    ),
]

REFERENCES = [
    Neighbours(
        "a source needs no source",
        {},
        {"crew": [{"name": "A"}]},
        Told(UNSOURCED, 'crew "A"', "names no source"),
    ),
    Neighbours(
        "one source is enough",
        {"crew": [creator("A", sources=["a"])]},
        {"crew": [creator("A", sources=[])]},
        Told(UNSOURCED, 'crew "A"', "names no source"),
    ),
    Neighbours(
        "a source may be there for another source",
        {"sources": [source("b", sources=["c"]), source("c", sources=["b"])]},
        {"sources": [source("b")]},
        Told(UNUSED_SOURCE, 'source "A source"', 'no record names "b"'),
    ),
    Neighbours(
        "what is referred to may stand anywhere in the file",
        {
            "cast": [part("A", company="c", episodes=["S01E01"])],
            "companies": [company("c")],
            "episodes": [episode(1, 1)],
        },
        {"cast": [part("A", company="d")], "companies": [company("c")]},
        Told(UNKNOWN_COMPANY, 'cast "A"', '"company" names "d", and there is no such company'),
    ),
    Neighbours(
        "an episode may have a long number",
        {"cast": [part("A", episodes=["S00E100"])], "episodes": [episode(0, 100)]},
        {"cast": [part("A", episodes=["S00E0100"])], "episodes": [episode(0, 100)]},
        Told(UNKNOWN_EPISODE, 'cast "A"', '"episodes", item 1: names "S00E0100", and there is no such episode'),
    ),
    Neighbours(
        "several unknown episodes of a part are told together",
        {"cast": [part("A", episodes=["S01E01"])], "episodes": [episode(1, 1)]},
        {
            "cast": [part("A", episodes=[f"S01E{number:02}" for number in (1, 2, 3, 4, 7)] + ["S02E01"])],
            "episodes": [episode(1, 1)],
        },
        Told(
            UNKNOWN_EPISODE,
            'cast "A"',
            '"episodes" names S01E02 to S01E04, S01E07 and S02E01, and there are no such episodes',
        ),
    ),
    Neighbours(
        "and not more of them than anybody reads",
        {"cast": [part("A", episodes=["S01E01"])], "episodes": [episode(1, 1)]},
        {"cast": [part("A", episodes=[f"S{number:02}E02" for number in range(1, 10)])], "episodes": [episode(1, 1)]},
        Told(
            UNKNOWN_EPISODE,
            'cast "A"',
            '"episodes" names S01E02, S02E02, S03E02, S04E02, S05E02 and 4 more, and there are no such episodes',
        ),
    ),
    Neighbours(
        "a company is known by its id alone",
        {"cast": [part("A", company="c")], "companies": [company("c", name="d")]},
        {"cast": [part("A", company="d")], "companies": [company("c", name="d")]},
        Told(UNKNOWN_COMPANY, 'cast "A"', '"company" names "d", and there is no such company'),
    ),
]

NEIGHBOURS = [*EPISODES, *DATES, *LINKS, *TEXTS, *RECORDS, *REFERENCES]

every_pair = pytest.mark.parametrize("pair", NEIGHBOURS, ids=lambda pair: pair.promise)


@every_pair
def test_what_is_fine_is_not_told(pair: Neighbours) -> None:
    assert told(pair.fine) == []


@every_pair
def test_its_neighbour_is_told_and_only_that(pair: Neighbours) -> None:
    assert told(pair.wrong) == [pair.told]


ONCE: list[tuple[str, Data, Code]] = [
    ("a list of sources that is none is not also unsourced", {"crew": [creator("A", sources="a")]}, WRONG_TYPE),
    ("nor one that holds no source", {"crew": [creator("A", sources=[1])]}, WRONG_TYPE),
    ("nor one of a blank, which is not also unknown", {"crew": [creator("A", sources=[" "])]}, BAD_VALUE),
    ("an id that is none is not also unused", {"sources": [source(1)]}, WRONG_TYPE),
    ("nor is one of blanks", {"sources": [source(" ")]}, BAD_VALUE),
    ("two ids that are none are not alike", {"sources": [source(1), source(1)]}, WRONG_TYPE),
    ("a company that is none is not also unknown", {"cast": [part("A", company=1)]}, WRONG_TYPE),
    ("nor is one of no length", {"cast": [part("A", company="")]}, BAD_VALUE),
    ("nor is a company of blanks", {"cast": [part("A", company=" ")]}, BAD_VALUE),
    ("an episode of another form is not also unknown", {"cast": [part("A", episodes=["1x01"])]}, BAD_VALUE),
    ("wrong items are not alike", {"show": show(genres=[1, 1])}, WRONG_TYPE),
    ("names that are none are not alike", {"cast": [part(1), part(1)]}, WRONG_TYPE),
    ("characters that are none are not alike", {"cast": [part("A", character=1)] * 2}, WRONG_TYPE),
    ("spoilt records are not alike", {"trailers": [trailer(kind="x")] * 2}, BAD_VALUE),
    (
        "a number that is none leaves no gap",
        {"episodes": [episode(1, 1), episode(1, "2"), episode(1, 3)]},
        WRONG_TYPE,
    ),
    ("nor does a season", {"episodes": [episode("1", 1), episode(1, 2)]}, WRONG_TYPE),
    ("a day that is none is out of no order", {"availability": [offer("2020-01-01", since=TODAY)]}, WRONG_TYPE),
    ("an address of another scheme is told once", {"trailers": [trailer(url="ftp://example.org/")]}, BAD_VALUE),
    ("a code of another form is told once", {"show": show(countries=["fr"])}, BAD_VALUE),
    ("a title of no length is told once", {"show": show(title="")}, BAD_VALUE),
    ("an array that must hold something is told once", {"availability": [offer(regions=[])]}, BAD_VALUE),
    (
        "a source that only a spoilt record names is not unused",
        {"crew": [creator("A", sources="b")], "sources": [source("b")]},
        WRONG_TYPE,
    ),
    (
        "a company whose id is none may be the one that is named",
        {"cast": [part("A", company="1")], "companies": [company(1)]},
        WRONG_TYPE,
    ),
    (
        "an episode whose number is none may be the one that is named",
        {"cast": [part("A", episodes=["S01E01"])], "episodes": [episode(1, "1")]},
        WRONG_TYPE,
    ),
]


@pytest.mark.parametrize(("data", "code"), [pytest.param(data, code, id=promise) for promise, data, code in ONCE])
def test_a_wrong_value_is_told_once(data: Data, code: Code) -> None:
    assert {each.code for each in told(data)} == {code}


def test_an_announced_show_with_an_episode_behind_it_is_told_though_its_premiere_lies_ahead() -> None:
    announced = show(status="announced", premiere=day("2027-04-24"))
    assert told({"show": announced, "episodes": [episode(1, 1, day("2026-11-21"))]}) == [
        contradiction('"status" is "announced", and "released" of S01E01 2026-11-21 is in the past'),
        order(EPISODE, '"released" 2026-11-21 is before the premiere of the show, 2027-04-24'),
    ]


def test_an_id_that_many_records_name_is_told_in_each() -> None:
    unknown = Told(UNKNOWN_SOURCE, 'crew "A"', '"sources", item 1: names "b", and there is no such source')
    crew = [creator("A", sources=["b"]), creator("A", sources=["b"], roles=["Editor"])]
    assert told({"crew": crew}) == [unknown, unknown]


def test_every_gap_of_a_season_is_told() -> None:
    assert told({"episodes": [episode(1, number) for number in (3, 4, 6, 10)]}) == [
        gap("S01E01 to S01E02 are"),
        gap("S01E05 is"),
        gap("S01E07 to S01E09 are"),
    ]


def test_the_same_number_twice_is_no_gap() -> None:
    assert [each.code for each in told({"episodes": [episode(1, 1), episode(1, 1), episode(1, 2)]})] == [DUPLICATE]


def test_of_three_alike_the_second_and_the_third_are_told() -> None:
    twice = Told(DUPLICATE, 'crew "A"', "the same as the record")
    assert told({"crew": [creator("A")] * 3}) == [twice, twice]


@pytest.mark.parametrize(("today", "codes"), [("2026-05-26", []), ("2026-12-01", [STALE_AVAILABILITY])])
def test_ages_are_counted_to_the_day_that_is_given(today: str, codes: list[Code]) -> None:
    whole = {"format": 1, "show": show(), "sources": [source("a")], "availability": [offer(day("2026-05-25"))]}
    report = check(tomli_w.dumps(whole).encode(), "x", day(today))
    assert [each.code for each in report.problems] == codes
