"""TVmaze: what its API answers about a show, from `/shows/…` with or without what it embeds, and from below that."""

from collections.abc import Sequence

from etoile_cli.errors import CatalogueError
from etoile_cli.importing.formats.format import Format
from etoile_cli.importing.formats.names import FormatName
from etoile_cli.importing.formats.tvmaze.answers import answers_of, is_answer
from etoile_cli.importing.formats.tvmaze.episodes import take_episodes, take_seasons
from etoile_cli.importing.formats.tvmaze.people import People
from etoile_cli.importing.formats.tvmaze.show import leave_out_images, take_other_titles, take_show
from etoile_cli.importing.intake.intake import Intake, Origin
from etoile_cli.importing.intake.parts import Parts
from etoile_cli.importing.intake.remarks import Remarks
from etoile_cli.importing.intake.taking import take_title
from etoile_cli.importing.intake.texts import one_line
from etoile_cli.importing.reading.file import File, Kind


def _take_in(files: Sequence[File], intake: Intake) -> None:
    answers = answers_of(files)
    title = take_title(answers.show, "name")
    if not title:
        raise CatalogueError(f"{files[0].name}: the show has no title")
    url = answers.show.get("url")
    page = one_line(url) if isinstance(url, str) else ""
    intake.origin = Origin("tvmaze", title, "TVmaze", page, "CC BY-SA 4.0")
    intake.show["title"] = title
    take_show(intake, answers.show)
    take_other_titles(intake, answers.akas)
    people = People(intake, Parts(intake), Remarks(intake))
    people.take_crew(answers.crew)
    people.take_cast(answers.cast)
    take_seasons(intake, answers.seasons)
    take_episodes(intake, answers.episodes, people)
    people.parts.put_guests()
    people.remarks.tell()
    leave_out_images(intake, answers.images)


TVMAZE = Format(FormatName.TVMAZE, (Kind.JSON,), is_answer, _take_in)
