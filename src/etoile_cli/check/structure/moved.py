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
from etoile_cli.check.structure.award_edits import REPLACED, award_edit
from etoile_cli.check.toml.advice.hints import Hint, certain, in_words, propose
from etoile_cli.check.toml.notation import written
from etoile_cli.check.toml.outline import Path
from etoile_cli.text.folding import fold

_BETWEEN_NAMES = r"[,;&/+|]|\b(?:and|et|und|y|with)\b"
# Words of a verdict that say what came of a nomination.
_SAYS = {AwardResult.NOMINATED: ("nominated", "nominee", "nomination"), AwardResult.WON: ("won", "winner", "wins")}


def renamed_key(
    path: Path, name: str, table: Mapping[str, Any], record_type: type[Record], code: Code
) -> Finding | None:
    """Return the problem of a source's `author`, which is the list `authors` now; `None` for any other key."""
    if record_type is not Source or name != "author" or "authors" in table:
        return None
    author = table[name]
    authors: list[Any] = author if isinstance(author, list) else _each(author)
    is_right = bool(authors) and all(isinstance(each, str) and each.strip() for each in authors)
    text = f"authors = {in_words(authors if is_right else ['…'])}"
    hint = propose(text) if is_right and written(authors) else Hint(f"write {text}")
    is_one = isinstance(author, str) and not re.search(_BETWEEN_NAMES, author)
    hint = certain(hint, when=authors == author or is_one)
    message = 'a source has an array "authors", and no "author"'
    return Finding(code, (*path, name), message, hint, Target.PAIR if hint.text else Target.KEY)


def _each(author: Any) -> list[Any]:
    """Return the names in a text that joins several; others may have an `and` of their own: Simon and Schuster."""
    names = re.split(r" ?[;&] ?| and ", author) if isinstance(author, str) else []
    return list(names) if len(names) > 1 and all(" " in each.strip() for each in names) else [author]


def is_award(table: Mapping[str, Any], record_type: type[Record]) -> bool:
    """Return whether a record is a verdict of the kind that has a section of its own now."""
    kind = table.get("kind")
    return record_type is Verdict and isinstance(kind, str) and kind.lower() in {"award", "awards"}


def moved_value(path: Path, table: Mapping[str, Any], record_type: type[Record], code: Code) -> Finding | None:
    """Return the problem of a verdict that is an award, which has a section of its own; `None` if it is none."""
    if path[-1] != "kind" or not is_award(table, record_type):
        return None
    rewrite = partial(award_edit, table, path[:-1], result_told(table))
    return Finding(code, path, "an award has a section of its own", partial(_as_award, table), rewrite=rewrite)


def result_told(verdict: Mapping[str, Any]) -> str:
    """Return what came of a nomination, if a verdict says this and nothing else; else an empty text."""
    words, told = _told(verdict)
    return told[0] if len(told) == 1 and not words.difference(_SAYS[told[0]]) else ""


def _told(verdict: Mapping[str, Any]) -> tuple[set[str], list[AwardResult]]:
    """Return the words of a verdict, and what they say came of a nomination."""
    said = verdict.get("verdict")
    words = set(re.findall(r"\w+", fold(said))) if isinstance(said, str) else set()
    return words, [result for result, signs in _SAYS.items() if not words.isdisjoint(signs)]


def _as_award(verdict: Mapping[str, Any], _marked: str) -> Hint:
    """Return what to write instead of a verdict, and where the rest of what it says goes."""
    outlet, said = verdict.get("outlet"), verdict.get("verdict")
    words, told = _told(verdict)
    award = in_words(outlet if isinstance(outlet, str) and outlet.strip() else "…")
    result = f'result = "{told[0]}"' if len(told) == 1 else 'result, "won" or "nominated",'
    is_cited = not REPLACED.isdisjoint(verdict.get("cites") or ())
    instead = f"instead of outlet, kind and verdict{', in its cites as well' if is_cited else ''}"
    steps = [f"write [[awards]], and below it award = {award} and {result} {instead}"]
    says_more = len(told) != 1 or words.difference(_SAYS[told[0]])
    steps += ["what else the verdict says is category"] if said and says_more else []
    return Hint("; ".join([*steps, "the rest stays as it is"]))
