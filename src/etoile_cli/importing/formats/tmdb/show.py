"""The show of TMDB."""

from etoile_cli.importing.formats.tmdb.titles import tag_of, take_titles
from etoile_cli.importing.intake.intake import Intake
from etoile_cli.importing.intake.made_ids import MadeIds
from etoile_cli.importing.intake.taking import put_table, quoted, take_day, take_ids, take_positive, take_title
from etoile_cli.importing.reading.tree import Node, drop, drop_false, table, tables, take_text, take_texts

_STATUSES = {
    "Returning Series": "running",
    "Ended": "ended",
    "Canceled": "cancelled",
    "In Production": "in-production",
}
_OVER = frozenset({"ended", "cancelled"})
_SHOW_IDS = {"imdb_id": "imdb", "tvdb_id": "tvdb", "wikidata_id": "wikidata"}
_IMAGES = ("backdrops", "logos", "posters")


def take_show(intake: Intake, node: Node) -> None:
    """Take in what is said of the show itself, but for its title."""
    show = intake.show
    original = take_title(node, "original_name")
    intake.put(show, "original_title", original if original != show["title"] else "")
    take_titles(intake, node, show)
    _take_other_titles(intake, node)
    intake.put(show, "premiere", take_day(intake, node, "first_air_date", "premiere"))
    _take_status(intake, node)
    intake.put(show, "seasons", take_positive(node, "number_of_seasons"))
    intake.put(show, "networks", [take_title(each, "name") for each in tables(node, "networks")])
    _take_runtime(intake, node)
    _take_ratings(intake, node)
    intake.put(show, "genres", _names(tables(node, "genres")))
    _take_languages(intake, node)
    _take_countries(intake, node)
    intake.put_prose(show, "logline", take_text(node, "tagline"))
    intake.put_prose(show, "premise", take_text(node, "overview"))
    intake.put(show, "themes", _names(tables(node, "keywords", "results")))
    ids = take_ids(intake, "show", node, {"id": "tmdb"}, "the show")
    ids |= take_ids(intake, "show", table(node, "external_ids"), _SHOW_IDS, "the show")
    put_table(intake, show, "ids", ids, "id")
    drop_false(node, "adult")


def take_companies(intake: Intake, node: Node) -> None:
    """Take the companies in that produce the show."""
    ids = MadeIds("company")
    for each in tables(node, "production_companies"):
        if name := take_title(each, "name"):
            country = take_text(each, "origin_country")
            record = {"id": ids.made(name), "name": name, "kind": "production", "country": country}
            intake.add("companies", record)


def leave_out_images(intake: Intake, node: Node) -> None:
    """Tell of the images, which have no credit."""
    images = [each for key in _IMAGES for each in tables(node, "images", key)]
    if images:
        count = "1 image" if len(images) == 1 else f"{len(images)} images"
        intake.leave_out(count, "TMDB names nobody to credit")
    for each in images:
        each.clear()


def _take_other_titles(intake: Intake, node: Node) -> None:
    show = intake.show
    known = {show["title"], show.get("original_title"), *show.get("titles", {}).values()}
    titles = [take_title(each, "title") for each in tables(node, "alternative_titles", "results")]
    intake.put(show, "also_known_as", [each for each in titles if each not in known])


def _take_status(intake: Intake, node: Node) -> None:
    """Take the status, and the day that an episode was last shown, if that is over."""
    said = take_text(node, "status")
    status = _STATUSES.get(said or "")
    intake.put(intake.show, "status", status)
    if status in _OVER:
        intake.put(intake.show, "ended", take_day(intake, node, "last_air_date", "end"))
    elif said and not status:
        intake.leave_out(f"status {quoted(said)}", "no status of a catalogue is sure to mean that")


def _take_runtime(intake: Intake, node: Node) -> None:
    """Take the minutes, of which TMDB lists several where episodes differ."""
    listed = node.get("episode_run_time")
    if not isinstance(listed, list) or not all(type(each) is int for each in listed):
        return
    drop(node, "episode_run_time")
    if minutes := [each for each in listed if each]:
        least, most = min(minutes), max(minutes)
        intake.show["runtime"] = least if least == most else [least, most]


def _take_ratings(intake: Intake, node: Node) -> None:
    for each in tables(node, "content_ratings", "results"):
        country, rating = take_text(each, "iso_3166_1"), take_title(each, "rating")
        if country and rating:
            put_table(intake, intake.show, "ratings", {country: rating}, "rating")


def _take_languages(intake: Intake, node: Node) -> None:
    """Take the languages, the original one first if the others don't have it."""
    original = take_text(node, "original_language")
    listed = take_texts(node, "languages")
    for each in tables(node, "spoken_languages"):
        listed.append(take_text(each, "iso_639_1") or "")
        drop(each, "name", "english_name")
    if original and original not in listed:
        listed = [original, *listed]
    tags: list[str] = []
    for code in dict.fromkeys(listed):
        tag = tag_of(code)
        if tag is None:
            intake.leave_out(f"language {quoted(code)}", "is not known")
        else:
            tags.append(tag)
    intake.put(intake.show, "languages", tags)


def _take_countries(intake: Intake, node: Node) -> None:
    """Take where the show comes from, then where else it is produced."""
    countries = take_texts(node, "origin_country")
    for each in tables(node, "production_countries"):
        countries.append(take_text(each, "iso_3166_1") or "")
        drop(each, "name")
    intake.put(intake.show, "countries", countries)


def _names(nodes: list[Node]) -> list[str]:
    """Take names whose ids only repeat them."""
    names = [take_title(each, "name") for each in nodes]
    for each in nodes:
        drop(each, "id")
    return names
