"""What an answer of TMDB's API is of, by its keys: answers name neither their address nor their kind."""

from collections.abc import Callable, Mapping
from typing import Any

from etoile_cli.importing.reading.tree import Node, tables

PROVIDERS = "watch/providers"


def is_show(node: Any) -> bool:
    """Return whether a table is the answer about a show."""
    return _has(node, "original_name", "first_air_date") and (
        "number_of_seasons" in node or "episode_run_time" in node
    )


def is_season(node: Any) -> bool:
    """Return whether a table is the answer about a season, with its episodes."""
    return _has(node, "season_number", "air_date") and isinstance(node.get("episodes"), list)


def is_episode(node: Any) -> bool:
    """Return whether a table is the answer about an episode."""
    return _has(node, "season_number", "episode_number") and ("still_path" in node or "production_code" in node)


def appended_name(node: Any) -> str | None:
    """Return as what the answer about a show has a table, where it is asked for within; `None` if as nothing."""
    if not isinstance(node, dict):
        return None
    return next((name for name, holds in _APPENDED.items() if holds(node)), None)


def _has(node: Any, *keys: str) -> bool:
    return isinstance(node, dict) and all(key in node for key in keys)


def _first(node: Node, *lists: str) -> Node:
    return next((each for key in lists for each in tables(node, key)), {})


def _is_aggregate(node: Node) -> bool:
    return _has(node, "cast", "crew") and bool({"roles", "jobs"} & _first(node, "cast", "crew").keys())


def _is_credits(node: Node) -> bool:
    return _has(node, "cast", "crew") and "credit_id" in _first(node, "cast", "crew")


def _lists(*keys: str, alone: bool = False) -> Callable[[Node], bool]:
    """Return what tells whether the first of the results of a table has keys, and no others if they are alone."""

    def holds(node: Node) -> bool:
        first = _first(node, "results")
        return isinstance(node.get("results"), list) and _has(first, *keys) and not (alone and len(first) > len(keys))

    return holds


def _is_providers(node: Node) -> bool:
    results = node.get("results")
    first = next(iter(results.values()), None) if isinstance(results, dict) else None
    return isinstance(first, dict) and isinstance(first.get("link"), str) and "themoviedb.org" in first["link"]


_APPENDED: Mapping[str, Callable[[Node], bool]] = {
    "aggregate_credits": _is_aggregate,
    "credits": _is_credits,
    "content_ratings": _lists("iso_3166_1", "rating"),
    "alternative_titles": _lists("iso_3166_1", "title"),
    "keywords": _lists("id", "name", alone=True),
    "videos": _lists("key", "site"),
    "translations": lambda node: _has(_first(node, "translations"), "iso_639_1", "data"),
    "external_ids": lambda node: _has(node, "imdb_id", "tvdb_id"),
    "images": lambda node: _has(node, "backdrops", "posters"),
    PROVIDERS: _is_providers,
}
