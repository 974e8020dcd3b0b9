"""The record in [[sources]] of what is imported, which every record that comes of it names."""

from datetime import date
from typing import Any

from etoile_cli.importing.intake.intake import Intake, Origin, Record
from etoile_cli.importing.intake.texts import one_line


def source_record(origin: Origin, accessed: date, *, has_texts: bool) -> Record:
    """Return the source; with somebody's texts, its note says what these are licensed by."""
    texts = {
        "id": origin.id,
        "title": origin.title,
        "publisher": origin.publisher,
        "url": origin.url,
        "note": f"Texts: {origin.licence}." if has_texts and origin.licence else "",
    }
    record: Record = {key: line for key, text in texts.items() if (line := one_line(text))}
    return record | {"accessed": accessed}


def cite(intake: Intake, source: str) -> dict[str, Any]:
    """Return the data in which the show and every record name their source."""
    named = {"sources": [source]}
    show = intake.show | named if intake.show else {}
    return {"show": show} | {
        section: [record | named for record in records] for section, records in intake.sections.items() if records
    }
