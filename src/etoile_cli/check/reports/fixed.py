"""What was mended, a line each: `file:line:column: fixed[code]: what was wrong (now what is there)`."""

from etoile_cli.check.problem import Problem
from etoile_cli.check.toml.document import Place
from etoile_cli.text.escaping import escape_controls, escape_message

_LONGEST = 60


def fixed_line(path: str, place: Place, problem: Problem, text: str) -> str:
    """Return a problem that was mended, with its place in the file as it was, and the text that is there now."""
    where = f"{escape_controls(path)}:{place.line}:{place.column}:"
    record = f"{problem.record}: " if problem.record else ""
    return f"{where} fixed[{problem.code}]: {escape_controls(f'{record}{problem.message}')} ({_now(text)})"


def _now(text: str) -> str:
    first, _, more = text.strip().partition("\n")
    if not first:
        return "left out"
    is_cut = bool(more) or len(first) > _LONGEST
    return f"now {escape_message(first[:_LONGEST])}{' …' if is_cut else ''}"
