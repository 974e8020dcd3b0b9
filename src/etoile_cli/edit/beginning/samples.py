"""A short record of each section, and of the show: what the comments of a new catalogue show how to write.

Together they are a catalogue without errors.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

_DAY = date(2025, 4, 24)
_PAGE = "https://example.org/my-show"
_SOURCES = ["site"]

SAMPLES: Mapping[str, Mapping[str, Any]] = {
    "show": {
        "premiere": _DAY,
        "status": "running",
        "networks": ["A Network"],
        "genres": ["drama"],
        "languages": ["en"],
        "countries": ["US"],
        "logline": "A stranger comes to a town.",
        "ids": {"imdb": "tt0000001"},
        "sources": _SOURCES,
        "cites": {"premiere": _SOURCES},
    },
    "creators": {"name": "A Creator", "roles": ["creator", "showrunner"], "sources": _SOURCES},
    "crew": {"name": "A Composer", "roles": ["composer"], "sources": _SOURCES},
    "companies": {
        "id": "studio",
        "name": "A Studio",
        "kind": "production",
        "city": "Paris",
        "country": "FR",
        "sources": _SOURCES,
    },
    "cast": {"name": "An Actor", "character": "A Character", "billing": "main", "sources": _SOURCES},
    "settings": {
        "name": "A Place",
        "city": "Paris",
        "country": "FR",
        "uses": ["story", "filming"],
        "sources": _SOURCES,
    },
    "seasons": {"number": 1, "premiere": _DAY, "episodes": 8, "sources": _SOURCES},
    "episodes": {
        "season": 1,
        "number": 1,
        "title": "Pilot",
        "released": _DAY,
        "runtime": 52,
        "directors": ["A Director"],
        "writers": ["A Writer"],
        "sources": _SOURCES,
    },
    "availability": {
        "service": "A Service",
        "offer": "subscription",
        "regions": ["US", "CA"],
        "url": _PAGE,
        "url_kind": "page",
        "checked": _DAY,
        "sources": _SOURCES,
    },
    "trailers": {"title": "Official trailer", "kind": "trailer", "url": f"{_PAGE}/trailer", "sources": _SOURCES},
    "reception": {
        "outlet": "A Newspaper",
        "kind": "review",
        "verdict": "“What it says.”",
        "date": "2025-05",
        "url": "https://example.org/review",
        "sources": _SOURCES,
    },
    "awards": {
        "award": "An Award 2025",
        "category": "Best Drama",
        "result": "nominated",
        "date": "2025",
        "sources": _SOURCES,
    },
    "images": {"title": "The cast", "credit": "A Photographer", "url": f"{_PAGE}/picture.jpg", "sources": _SOURCES},
    "sources": {
        "id": "site",
        "title": "The page of the show",
        "publisher": "A Network",
        "url": _PAGE,
        "accessed": _DAY,
    },
}
"""The samples by the names of their sections, each with its keys in the order of the model."""
