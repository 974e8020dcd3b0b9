"""What earlier catalogues held that now has another key, or a section of its own: the lines to write instead."""

import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from etoile_cli.catalogue.enumerations import AwardResult
from etoile_cli.catalogue.model import Verdict
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import Source
from etoile_cli.check.problem import Code, Finding, Target
from etoile_cli.check.toml.advice.hints import Hint, propose
from etoile_cli.check.toml.notation import written
from etoile_cli.check.toml.outline import Path
from etoile_cli.text.folding import fold

# Words of a verdict that say what came of a nomination.
_SAYS = {AwardResult.NOMINATED: ("nominated", "nominee", "nomination"), AwardResult.WON: ("won", "winner", "wins")}


def renamed_key(
    path: Path, name: str, table: Mapping[str, Any], record_type: type[Record], code: Code
) -> Finding | None:
    """Return the problem of a source's `author`, which is the list `authors` now; `None` for any other key."""
    if record_type is not Source or name != "author" or "authors" in table:
        return None
    author = table[name]
    authors = author if isinstance(author, list) else [author]
    is_right = bool(authors) and all(isinstance(each, str) and each.strip() for each in authors)
    text = written(authors) if is_right else ""
    hint = propose(f"authors = {text}") if text else Hint('write authors = ["…"]')
    message = 'a source has an array "authors", and no "author"'
    return Finding(code, (*path, name), message, hint, Target.PAIR if hint.text else Target.KEY)


def moved_value(path: Path, table: Mapping[str, Any], record_type: type[Record], code: Code) -> Finding | None:
    """Return the problem of a verdict that is an award, which has a section of its own; `None` if it is none."""
    if record_type is not Verdict or path[-1] != "kind" or table["kind"] != "award":
        return None
    return Finding(code, path, "an award has a section of its own", partial(_as_award, table))


def _as_award(verdict: Mapping[str, Any], _marked: str) -> Hint:
    outlet = verdict.get("outlet")
    award = written(outlet) if isinstance(outlet, str) and outlet.strip() else "…"
    result = _result(verdict.get("verdict"))
    return Hint(f"write [[awards]], below it award = {award} and result = {result}, and the rest as it is")


def _result(verdict: object) -> str:
    """Return the result that a verdict tells, of which both are named if it tells neither or both."""
    words = re.findall(r"\w+", fold(verdict)) if isinstance(verdict, str) else []
    told = [result for result, said in _SAYS.items() if not set(said).isdisjoint(words)]
    return " or ".join(f'"{each}"' for each in (told if len(told) == 1 else AwardResult))
