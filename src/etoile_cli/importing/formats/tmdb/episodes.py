"""The seasons and episodes of TMDB."""

from collections.abc import Iterable

from etoile_cli.catalogue.codes import season_name
from etoile_cli.importing.formats.tmdb.people import People
from etoile_cli.importing.formats.tmdb.titles import take_titles
from etoile_cli.importing.intake.intake import Intake
from etoile_cli.importing.intake.numbered import Numbered, numbered
from etoile_cli.importing.intake.season_titles import own_title
from etoile_cli.importing.intake.taking import put_table, take_day, take_ids, take_positive, take_title
from etoile_cli.importing.reading.tree import Node, drop, table, tables, take_number, take_text

_EPISODE_IDS = {"imdb_id": "imdb", "tvdb_id": "tvdb", "wikidata_id": "wikidata"}


def take_seasons(intake: Intake, nodes: Iterable[Node]) -> None:
    """Take the seasons in; their episodes stay."""
    for node in nodes:
        number = take_number(node, "season_number")
        if number is None:
            intake.leave_out("a season", "has no number")
            node.clear()
            continue
        # Of a season that is only announced, TMDB says that it has none.
        listed = len(tables(node, "episodes"))
        record = {
            "number": number,
            "title": own_title(number, take_title(node, "name")),
            "premiere": take_day(intake, node, "air_date", f"premiere of {season_name(number)}"),
            "episodes": take_positive(node, "episode_count") or listed or None,
        }
        intake.put_prose(intake.add("seasons", record), "premise", take_text(node, "overview"))
        drop(node, "_id")


def take_episodes(intake: Intake, nodes: Iterable[Node], people: People) -> None:
    """Take the episodes in, with their guests; one without a number or a title has no place in a catalogue."""
    for node in nodes:
        title = take_title(node, "name")
        season, number = take_number(node, "season_number"), take_number(node, "episode_number")
        if known := numbered(intake, node, season, number, title):
            _take_episode(intake, node, known, people)


def _take_episode(intake: Intake, node: Node, known: Numbered, people: People) -> None:
    code = known.code
    record = intake.add(
        "episodes",
        {
            "season": known.season,
            "number": known.number,
            "title": known.title,
            "released": take_day(intake, node, "air_date", f"release of {code}"),
            "runtime": take_positive(node, "runtime"),
        },
    )
    intake.put_prose(record, "synopsis", take_text(node, "overview"))
    take_titles(intake, node, record)
    ids = take_ids(intake, "episode", node, {"id": "tmdb"}, code)
    ids |= take_ids(intake, "episode", table(node, "external_ids"), _EPISODE_IDS, code)
    put_table(intake, record, "ids", ids, "id")
    drop(node, "show_id")
    people.take_from_episode(node, record, code)
