"""TMDB: what version 3 of its API answers about a show, its seasons and its episodes."""

from collections.abc import Sequence

from etoile_cli.errors import CatalogueError
from etoile_cli.importing.formats.format import Format
from etoile_cli.importing.formats.names import FormatName
from etoile_cli.importing.formats.tmdb.answers import answers_of, is_answer
from etoile_cli.importing.formats.tmdb.episodes import take_episodes, take_seasons
from etoile_cli.importing.formats.tmdb.offers import take_offers
from etoile_cli.importing.formats.tmdb.people import People
from etoile_cli.importing.formats.tmdb.show import leave_out_images, take_companies, take_show
from etoile_cli.importing.formats.tmdb.trailers import take_trailers
from etoile_cli.importing.intake.intake import Intake, Origin
from etoile_cli.importing.intake.taking import take_title
from etoile_cli.importing.reading.file import File, Kind

_LICENCE = "TMDB's terms of use"


def _take_in(files: Sequence[File], intake: Intake) -> None:
    answers = answers_of(files)
    show = answers.show
    title = take_title(show, "name")
    if not title:
        raise CatalogueError(f"{files[0].name}: the show has no title")
    intake.show["title"] = title
    take_show(intake, show)
    id_ = intake.show.get("ids", {}).get("tmdb")
    url = f"https://www.themoviedb.org/tv/{id_}" if id_ else ""
    intake.origin = Origin("tmdb", title, "TMDB", url, _LICENCE)
    people = People(intake)
    people.take_from_show(show)
    take_companies(intake, show)
    take_seasons(intake, answers.seasons)
    take_episodes(intake, answers.episodes, people)
    people.finish(show.get("number_of_episodes"))
    take_offers(intake, show)
    take_trailers(intake, [show, *answers.seasons])
    leave_out_images(intake, show)


TMDB = Format(FormatName.TMDB, (Kind.JSON,), is_answer, _take_in)
