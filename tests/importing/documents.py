"""Documents of JSON-LD for tests: the files of pages, and what is taken in of them."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from etoile_cli.importing.formats.jsonld.format import JSONLD
from etoile_cli.importing.intake.fitting import fit
from etoile_cli.importing.intake.intake import Intake, Record
from etoile_cli.importing.reading.file import File, Kind
from etoile_cli.importing.reading.html_ import blocks
from etoile_cli.importing.reading.json_ import json_tree
from etoile_cli.importing.reading.tree import untaken

DAY = date(2026, 11, 22)
DATA = Path(__file__).parent / "data" / "jsonld"
SAMPLES = ["imdb.html", "rottentomatoes.html", "episode.html", "store.json", "graph.json"]
EPISODE = {"@type": "TVEpisode", "name": "Fog", "episodeNumber": 2, "partOfSeason": {"seasonNumber": 1}}


def sample(name: str) -> File:
    """Return a file of the samples, read as what its name ends in."""
    content = (DATA / name).read_bytes()
    if name.endswith(".html"):
        return File(name, Kind.HTML, blocks(content, name).trees, DAY)
    return File(name, Kind.JSON, json_tree(content, name), DAY)


def document(tree: Any) -> File:
    """Return the file of a document, of which nothing is shared with what it is made of."""
    return File("show.json", Kind.JSON, json.loads(json.dumps(tree)), DAY)


def series(**properties: Any) -> File:
    """Return the file of a show with some properties."""
    return document({"@context": "https://schema.org", "@type": "TVSeries", "name": "The Ferry"} | properties)


def taken_in(*files: File, texts: bool = False) -> Intake:
    """Return what is taken in of files."""
    intake = Intake(DAY, texts=texts)
    JSONLD.take_in(files, intake)
    return intake


def refusal(error: type[Exception], *files: File) -> str:
    """Return with what files are refused."""
    with pytest.raises(error) as caught:
        JSONLD.take_in(files, Intake(DAY))
    return str(caught.value)


def show_of(**properties: Any) -> Record:
    """Return what is taken in of the show itself, without its title."""
    return {key: value for key, value in taken_in(series(**properties)).show.items() if key != "title"}


def records_of(section: str, **properties: Any) -> list[Record]:
    """Return the records of a section that are taken in of a show."""
    return taken_in(series(**properties), texts=True).sections.get(section, [])


def left_out_of(**properties: Any) -> list[str]:
    """Return what is said to be left out of a show."""
    return taken_in(series(**properties)).left_out


def left_in(file: File) -> dict[str, int]:
    """Return what is left in the tree of a file once it is taken in."""
    taken_in(file, texts=True)
    return {path: left.times for path, left in untaken(file.tree).items()}


def is_made_valid(intake: Intake) -> bool:
    """Return whether what was taken in can be made a catalogue without errors."""
    data: dict[str, Any] = {"format": 1} | intake.data
    fit(data, DAY)
    return not fit(data, DAY)


def page(*scripts: str, head: str = '<meta charset="utf-8">') -> bytes:
    """Return a page with scripts of JSON-LD."""
    return (head + "".join(f'<script type="application/ld+json">{each}</script>' for each in scripts)).encode()
