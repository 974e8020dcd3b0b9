"""The files of media libraries that tests import, and what is taken out of them."""

from collections import Counter
from datetime import date
from pathlib import Path

from etoile_cli.importing.formats.nfo.format import NFO
from etoile_cli.importing.intake.intake import Intake
from etoile_cli.importing.reading.file import File, Kind
from etoile_cli.importing.reading.tree import untaken
from etoile_cli.importing.reading.xml_ import roots

DATA = Path(__file__).parent / "data" / "nfo"
DAY = date(2026, 1, 1)


def xml_file(content: str | bytes, name: str = "x.nfo") -> File:
    held = content.encode() if isinstance(content, str) else content
    return File(name, Kind.XML, list(roots(held, name)), DAY)


def samples(program: str) -> list[File]:
    return [xml_file(path.read_bytes(), path.name) for path in sorted((DATA / program).iterdir())]


def taken(files: list[File], *, texts: bool = True) -> Intake:
    intake = Intake(DAY, texts=texts)
    NFO.take_in(files, intake)
    return intake


def taken_of(*contents: str) -> Intake:
    return taken([xml_file(each, f"{at}.nfo") for at, each in enumerate(contents)])


def show_of(elements: str) -> Intake:
    return taken_of(f"<tvshow><title>A</title>{elements}</tvshow>")


def episode(season: object, number: object, elements: str = "", title: str = "T") -> str:
    return (
        f"<episodedetails><title>{title}</title><season>{season}</season><episode>{number}</episode>"
        f"{elements}</episodedetails>"
    )


def actor(name: str, role: str = "", more: str = "") -> str:
    return f"<actor><name>{name}</name><role>{role}</role>{more}</actor>"


def left(files: list[File]) -> Counter[str]:
    found = Counter[str]()
    for file in files:
        for root, node in file.tree:
            found.update({path: left.times for path, left in untaken({root: node}).items()})
    return found
