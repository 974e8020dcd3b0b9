"""The seasons and episodes of TVmaze."""

from collections.abc import Iterable

from etoile_cli.catalogue.codes import season_name
from etoile_cli.importing.formats.tvmaze.people import People
from etoile_cli.importing.intake.intake import Intake
from etoile_cli.importing.intake.numbered import Numbered, numbered
from etoile_cli.importing.intake.season_titles import own_title
from etoile_cli.importing.intake.taking import take_day, take_ids, take_positive, take_title
from etoile_cli.importing.reading.tree import Node, drop, take_number, take_text

_REGULAR = "regular"


def take_seasons(intake: Intake, nodes: Iterable[Node]) -> None:
    """Take the seasons in."""
    for node in nodes:
        number = take_number(node, "number")
        if number is None:
            intake.leave_out("a season", "has no number")
            node.clear()
            continue
        name = season_name(number)
        record = {
            "number": number,
            "title": own_title(number, take_title(node, "name")),
            "premiere": take_day(intake, node, "premiereDate", f"premiere of {name}"),
            "finale": take_day(intake, node, "endDate", f"finale of {name}"),
            "episodes": take_positive(node, "episodeOrder"),
        }
        intake.put_prose(intake.add("seasons", record), "premise", take_text(node, "summary"))
        drop(node, "url", "_links")


def take_episodes(intake: Intake, nodes: Iterable[Node], people: People) -> None:
    """Take the episodes in, with their guests; one without a number has no place in a catalogue."""
    for node in nodes:
        title, kind = take_title(node, "name"), node.get("type")
        season, number = take_number(node, "season"), take_number(node, "number")
        what = "episode" if kind in (_REGULAR, None) else "special"
        if kind == _REGULAR:
            drop(node, "type")
        if known := numbered(intake, node, season, number, title, what):
            _take_episode(intake, node, known, people)


def _take_episode(intake: Intake, node: Node, known: Numbered, people: People) -> None:
    code = known.code
    record = intake.add(
        "episodes",
        {
            "season": known.season,
            "number": known.number,
            "title": known.title,
            "released": take_day(intake, node, "airdate", f"release of {code}"),
            "runtime": take_positive(node, "runtime"),
            "ids": take_ids(intake, "episode", node, {"id": "tvmaze"}, code),
        },
    )
    intake.put_prose(record, "synopsis", take_text(node, "summary"))
    drop(node, "url", "_links")
    people.take_guests(node, record, code)
