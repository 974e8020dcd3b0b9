"""Which problems of a report can be mended at once: those that are certain, and whose changes don't touch."""

from collections import Counter
from collections.abc import Iterable, Sequence

from etoile_cli.check.ignores import UNUSED_IGNORE
from etoile_cli.check.problem import Edit, Problem, Report, Target
from etoile_cli.check.toml.scanner import signs_of_comments

KEYS = (Target.KEY, Target.PAIR)
"""What a problem points at if mending it writes a key."""

_NOT_UTF_8 = "\ufffd"


def fixable(report: Report) -> Sequence[Problem]:
    """Return the problems that can be mended at once, in the order of their edits.

    Of two whose edits touch, or that give a record the same key, it is the first; the other's turn may come later.
    """
    text = report.document.text
    certain = [each for each in report.problems if each.is_certain and each.edit and _keeps_text(text, each)]
    chosen: list[Problem] = []
    names: set[object] = set()
    end = -1
    for problem in sorted(certain, key=lambda each: each.edit or ((0, 0), "")):
        edit = problem.edit or Edit((0, 0), "")
        name = problem.path[:-1], edit.text
        if edit.span[0] > end and (problem.target not in KEYS or name not in names):
            chosen.append(problem)
            names.update([name] if problem.target in KEYS else [])
            end = edit.span[1]
    return chosen


def _keeps_text(text: str, problem: Problem) -> bool:
    """Return whether an edit keeps all comments in its span, and no bytes in it are not UTF-8."""
    if problem.edit is None:
        return False
    span, new = problem.edit
    old = text[slice(*span)]
    # A sign right behind a value is hardly meant to begin a comment: 2025#04-24.
    if _NOT_UTF_8 in old or _NOT_UTF_8 in new or text.startswith("#", span[1]):
        return False
    return problem.code is UNUSED_IGNORE or "#" not in old or _comments(old) <= _comments(new)


def _comments(text: str) -> Counter[str]:
    return Counter(text[sign:].partition("\n")[0].rstrip() for sign in signs_of_comments(text, (0, len(text))))


def paths_of(problems: Iterable[Problem]) -> list[tuple[str | int, ...]]:
    """Return the paths of the records that problems are in."""
    return [problem.path[:2] if _is_in_array(problem) else problem.path[:1] for problem in problems]


def _is_in_array(problem: Problem) -> bool:
    return len(problem.path) > 1 and isinstance(problem.path[1], int)
