"""Problems for people: a line each and, where asked for, the line of the file with the place marked."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.style import Style
from rich.text import Text

from etoile_cli.checking.problem import Problem, Report, Severity
from etoile_cli.checking.reports.excerpt import excerpt
from etoile_cli.checking.reports.line import place, sentence
from etoile_cli.render.style import QUIET
from etoile_cli.widths import hanging_lines

_STYLES = {Severity.ERROR: Style(color="red", bold=True), Severity.WARNING: Style(color="yellow", bold=True)}
_PLACE = Style(bold=True)
_RULE = " │ "
_INDENT = "  "


def text(reports: Sequence[Report], *, excerpts: bool, wrapped: bool, width: int) -> Group:
    """Return the problems in colour, with excerpts that fit a width in columns; `wrapped` fits the messages, too."""
    return Group(*_parts(reports, excerpts=excerpts, wrapped=wrapped, width=width))


def _parts(reports: Sequence[Report], *, excerpts: bool, wrapped: bool, width: int) -> Iterator[RenderableType]:
    for report in reports:
        for problem in report.problems:
            yield _headline(report.path, problem, width if wrapped else None)
            if excerpts:
                yield from _excerpt(report, problem, width)
                yield Text()


def _headline(path: str, problem: Problem, width: int | None) -> Text:
    """Return a problem in a sentence, wrapped behind its place, which breaks only at slashes."""
    kind = f"{problem.severity}[{problem.code}]:"
    where = place(path, problem)
    line = f"{where} {kind} {sentence(problem)}"
    styled = Text(line, no_wrap=True, overflow="ignore")
    styled.stylize(_PLACE, 0, len(where))
    styled.stylize(_STYLES[problem.severity], len(where) + 1, len(where) + 1 + len(kind))
    if width is None:
        return styled
    parts = [styled[begin:end] for begin, end in hanging_lines(line, width, path=len(where), indent=len(_INDENT))]
    joined = Text(f"\n{_INDENT}", no_wrap=True, overflow="ignore").join(parts)
    joined.no_wrap, joined.overflow = True, "ignore"
    return joined


def _excerpt(report: Report, problem: Problem, width: int) -> Iterator[Text]:
    number = f" {problem.place.line}"
    shown = excerpt(report.document, problem.place, width - len(number) - len(_RULE))
    style = _STYLES[problem.severity]
    yield Text.assemble((f"{number}{_RULE}", QUIET), shown.before, (shown.marked, style), shown.after, no_wrap=True)
    gutter = f"{' ' * len(number)}{_RULE}"
    yield Text.assemble((gutter, QUIET), shown.indent, (shown.marks, style), no_wrap=True)
