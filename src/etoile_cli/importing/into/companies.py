"""The ids of companies, which every catalogue makes up for itself."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from etoile_cli.edit.operations import Data
from etoile_cli.importing.intake.made_ids import MadeIds
from etoile_cli.importing.into.partners import partners

Record = dict[str, Any]

_COMPANIES = "companies"


def with_companies_of(there: Data, given: Data) -> Data:
    """Return imported data in which companies have the ids that a catalogue gives them, and new ones none of those."""
    if _COMPANIES not in given:
        return given
    known, new = there.get(_COMPANIES, []), given[_COMPANIES]
    found = partners(_COMPANIES, known, new)
    made = MadeIds("company", (str(each["id"]) for each in known if "id" in each))
    ids = {}
    for at, company in enumerate(new):
        old = str(company["id"])
        ids[old] = str(known[found.of[at]].get("id", old)) if at in found.of else made.made(old)
    companies = [{**each, "id": ids[str(each["id"])]} for each in new]
    return {**given, _COMPANIES: companies, "cast": _referring(given.get("cast", []), ids)}


def _referring(parts: Iterable[Record], ids: Mapping[str, str]) -> Sequence[Record]:
    named = ((each, each.get("company")) for each in parts)
    return [each if company is None else each | {"company": ids.get(company, company)} for each, company in named]
