"""Problems for people: a line each and, where asked for, the line of the file with the place marked."""

from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.style import Style
from rich.text import Text

from etoile_cli.checking.problem import Problem, Report, Severity
from etoile_cli.checking.reports.excerpt import excerpt
from etoile_cli.checking.reports.line import place, sentence
from etoile_cli.render.style import QUIET

_STYLES = {Severity.ERROR: Style(color="red", bold=True), Severity.WARNING: Style(color="yellow", bold=True)}
_PLACE = Style(bold=True)
_RULE = " │ "
_INDENT = "  "


class _Hanging:
    """A text that is wrapped at words, its lines after the first indented."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        first, *others = self._text.wrap(console, options.max_width - len(_INDENT))
        yield first
        for each in others:
            yield Text(_INDENT) + each


def text(reports: Sequence[Report], *, excerpts: bool, wrapped: bool, width: int) -> Group:
    """Return the problems in colour, with excerpts that fit a width in columns; `wrapped` fits the messages, too."""
    return Group(*_parts(reports, excerpts=excerpts, wrapped=wrapped, width=width))


def _parts(reports: Sequence[Report], *, excerpts: bool, wrapped: bool, width: int) -> Iterator[RenderableType]:
    for report in reports:
        for problem in report.problems:
            headline = _headline(report.path, problem)
            headline.no_wrap, headline.overflow = not wrapped, "fold" if wrapped else "ignore"
            yield _Hanging(headline) if wrapped else headline
            if excerpts:
                yield from _excerpt(report, problem, width)
                yield Text()


def _headline(path: str, problem: Problem) -> Text:
    kind = f"{problem.severity}[{problem.code}]:"
    return Text.assemble(
        (place(path, problem), _PLACE),
        " ",
        (kind, _STYLES[problem.severity]),
        " ",
        sentence(problem),
    )


def _excerpt(report: Report, problem: Problem, width: int) -> Iterator[Text]:
    number = f" {problem.place.line}"
    shown = excerpt(report.document, problem.place, width - len(number) - len(_RULE))
    style = _STYLES[problem.severity]
    yield Text.assemble((f"{number}{_RULE}", QUIET), shown.before, (shown.marked, style), shown.after, no_wrap=True)
    gutter = f"{' ' * len(number)}{_RULE}"
    yield Text.assemble((gutter, QUIET), shown.indent, (shown.marks, style), no_wrap=True)
