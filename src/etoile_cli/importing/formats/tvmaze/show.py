"""The show of TVmaze."""

from collections.abc import Iterable

from etoile_cli.importing.intake.intake import Intake
from etoile_cli.importing.intake.taking import put_table, quoted, take_day, take_ids, take_positive, take_title
from etoile_cli.importing.intake.values import language_of
from etoile_cli.importing.reading.tree import Node, drop, table, take_text, take_texts

# Of "To Be Determined" and "In Development" nothing is said that a status means.
_STATUSES = {"Running": "running", "Ended": "ended"}
_SHOW_IDS = {"imdb": "imdb", "thetvdb": "tvdb", "tvrage": "tvrage"}


def take_show(intake: Intake, node: Node) -> None:
    """Take in what is said of the show itself, but for its title."""
    show = intake.show
    intake.put(show, "premiere", take_day(intake, node, "premiered", "premiere"))
    intake.put(show, "ended", take_day(intake, node, "ended", "end"))
    _take_status(intake, node)
    networks = [take_title(table(node, key), "name") for key in ("network", "webChannel")]
    intake.put(show, "networks", networks)
    _take_runtime(intake, node)
    intake.put(show, "genres", take_texts(node, "genres"))
    _take_language(intake, node)
    intake.put_prose(show, "premise", take_text(node, "summary"))
    ids = take_ids(intake, "show", node, {"id": "tvmaze"}, "the show")
    ids |= take_ids(intake, "show", table(node, "externals"), _SHOW_IDS, "the show")
    put_table(intake, show, "ids", ids, "id")
    drop(node, "url", "_links")


def take_other_titles(intake: Intake, nodes: Iterable[Node]) -> None:
    """Take in what else the show is called."""
    titles = [take_title(node, "name") for node in nodes]
    intake.put(intake.show, "also_known_as", [each for each in titles if each != intake.show["title"]])


def leave_out_images(intake: Intake, nodes: list[Node]) -> None:
    """Tell of the images, which have no credit."""
    if nodes:
        count = "1 image" if len(nodes) == 1 else f"{len(nodes)} images"
        intake.leave_out(count, "TVmaze names nobody to credit")
    for node in nodes:
        node.clear()


def _take_status(intake: Intake, node: Node) -> None:
    said = take_text(node, "status")
    if said is not None and (status := _STATUSES.get(said)):
        intake.put(intake.show, "status", status)
    elif said:
        intake.leave_out(f"status {quoted(said)}", "no status of a catalogue is sure to mean that")


def _take_runtime(intake: Intake, node: Node) -> None:
    """Take the minutes that an episode is planned to take, else the average of those that there are."""
    planned = take_positive(node, "runtime")
    if planned is None or node.get("averageRuntime") == planned:
        planned = take_positive(node, "averageRuntime") or planned
    intake.put(intake.show, "runtime", planned)


def _take_language(intake: Intake, node: Node) -> None:
    name = take_text(node, "language")
    tag = language_of(name)
    if tag:
        intake.put(intake.show, "languages", [tag])
    elif name:
        intake.leave_out(f"language {quoted(name)}", "is not known")
