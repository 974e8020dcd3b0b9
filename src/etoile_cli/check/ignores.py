"""Silences the warnings that comments of a catalogue name, and finds the comments that silence nothing."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from etoile_cli.check.ignore_comments import Ignore, Named, ignores_in
from etoile_cli.check.places import span_of
from etoile_cli.check.problem import Code, Finding, Severity, Target
from etoile_cli.check.toml.advice.hints import Hint
from etoile_cli.check.toml.advice.quoting import quote
from etoile_cli.check.toml.document import Document
from etoile_cli.text.suggestions import nearest, question

if TYPE_CHECKING:
    from etoile_cli.check.toml.outline import Path

UNUSED_IGNORE = Code(
    "unused-ignore",
    Severity.WARNING,
    means=(
        "A comment `# etoile: ignore[…]` silences nothing: there is no such warning in its line, or in the record "
        "below it. Or it names no code, a code that doesn't exist, or one of an error; only warnings can be silenced. "
        "While the catalogue has errors, which may hide warnings, only the latter is told."
    ),
    why="Whoever reads it believes that something is wrong there, and a later warning would be silenced unseen.",
    wrong="""\
format = 1

[show]
title = "Étoile"
sources = [] # etoile: ignore[unsourced, search-link]
""",
    right="""\
format = 1

[show]
title = "Étoile"
sources = [] # etoile: ignore[unsourced]
""",
)

_LOST = Hint("put it at the end of the line that it is about, or directly above the header of the record")
_OUT = Hint("leave it out")


class Ignores:
    """The comments of a text that silence warnings; `known` are the codes by their names."""

    def __init__(self, document: Document, known: Mapping[str, Code]) -> None:
        self._document = document
        self._known = known
        self._all = list(ignores_in(document))
        self._of_lines: dict[tuple[str, int], list[Named]] = {}
        self._of_tables: dict[tuple[str, Path], list[Named]] = {}
        # Where a code is silenced in a line: the place of findings in other records need not be looked up.
        self._records: set[tuple[str, Path]] = set()
        self._used: set[Named] = set()
        # Of such a record, where a warning was told all the same: the line, and whether that is the header's.
        self._told: dict[tuple[str, Path], tuple[int, bool]] = {}
        for each in self._all:
            self._add(each)

    def _add(self, ignore: Ignore) -> None:
        for code in ignore.codes:
            if ignore.table:
                self._of_tables.setdefault((code.name, ignore.table), []).append(code)
            elif ignore.line:
                self._of_lines.setdefault((code.name, ignore.line), []).append(code)
                self._records.add((code.name, ignore.record))

    def kept(self, findings: Iterable[Finding]) -> Iterable[Finding]:
        """Return the findings that no comment silences; an error is never silenced."""
        return (each for each in findings if not self._is_silenced(each)) if self._all else findings

    def _is_silenced(self, finding: Finding) -> bool:
        if finding.code.severity is Severity.ERROR:
            return False
        by = [*self._in_tables(finding), *self._in_lines(finding)]
        self._used.update(by)
        if not by:
            self._note(finding)
        return bool(by)

    def _note(self, finding: Finding) -> None:
        """Note where a warning is, if a comment elsewhere in its record names its code."""
        path = finding.path
        for record in (path[:size] for size in range(1, 3) if (finding.code.name, path[:size]) in self._records):
            line = self._document.place(span_of(self._document, finding)).line
            self._told.setdefault((finding.code.name, record), (line, finding.target is Target.RECORD))

    def _in_tables(self, finding: Finding) -> Iterator[Named]:
        for size in range(1, len(finding.path) + 1):
            yield from self._of_tables.get((finding.code.name, finding.path[:size]), ())

    def _in_lines(self, finding: Finding) -> Iterator[Named]:
        name = finding.code.name
        if finding.span is None and all((name, finding.path[:size]) not in self._records for size in range(3)):
            return
        place = self._document.place(span_of(self._document, finding))
        for line in {place.line, place.end_line}:
            yield from self._of_lines.get((name, line), ())

    def findings(self, *, has_errors: bool) -> Iterator[Finding]:
        """Yield what is wrong with the comments, once the other findings have gone through `kept`."""
        told = [each for ignore in self._all for each in self._wrong(ignore, has_errors=has_errors)]
        yield from self.kept(told)
        # Now those are known that only keep others from being told.
        for ignore in self._all if not has_errors else ():
            for code in ignore.codes:
                if code.name == UNUSED_IGNORE.name and code not in self._used and not ignore.is_lost:
                    yield self._unused(code)

    def _wrong(self, ignore: Ignore, *, has_errors: bool) -> Iterator[Finding]:
        """Yield what is wrong with a comment; one that only says that others may be unused is not looked at."""
        if not ignore.codes:
            hint = Hint("write # etoile: ignore[CODE]")
            yield Finding(UNUSED_IGNORE, (), "this names no code of a warning", hint, span=ignore.span)
            return
        if ignore.is_lost:
            yield Finding(UNUSED_IGNORE, (), "here, this silences nothing", _LOST, span=ignore.span)
            return
        named = [code for code in ignore.codes if code.name != UNUSED_IGNORE.name]
        wrong = [finding for code in named for finding in self._wrong_code(code)]
        unused = [code for code in named if not has_errors and self._is_warning(code) and code not in self._used]
        yield from wrong
        misplaced = {code: there for code in unused if (there := self._where_it_belongs(ignore, code))}
        if len(unused) == len(ignore.codes) and not (misplaced and len(unused) > 1):
            removal = self._out(unused)._replace(text=ignore.left, span=ignore.removed)
            hint = misplaced.get(unused[0], removal)
            yield Finding(UNUSED_IGNORE, (), "this silences nothing", hint, span=ignore.span)
        else:
            yield from (self._unused(code, misplaced.get(code)) for code in unused)

    def _where_it_belongs(self, ignore: Ignore, code: Named) -> Hint | None:
        """Return the hint to put a code where a warning of it is in the same record; `None` if there is none."""
        line, is_header = self._told.get((code.name, ignore.record), (0, False)) if ignore.line else (0, False)
        above = ", or directly above it" if is_header else ""
        return Hint(f"put it at the end of line {line:,}{above}") if line else None

    def _wrong_code(self, code: Named) -> Iterator[Finding]:
        if code.name not in self._known:
            guess = nearest(code.name, [name for name, each in self._known.items() if _is_warning(each)])
            hint = Hint(question(quote(guess)), guess) if guess else _OUT
            yield Finding(UNUSED_IGNORE, (), f"there is no code {quote(code.name)}", hint, span=code.span)
        elif not self._is_warning(code):
            message = f"{quote(code.name)} is an error, and only warnings can be silenced"
            yield Finding(UNUSED_IGNORE, (), message, _OUT, span=code.span)

    def _is_warning(self, code: Named) -> bool:
        return code.name in self._known and _is_warning(self._known[code.name])

    def _unused(self, code: Named, instead: Hint | None = None) -> Finding:
        hint = instead or self._out([code])._replace(text="", span=code.removed)
        return Finding(UNUSED_IGNORE, (), f"{quote(code.name)} silences nothing", hint, span=code.span)

    def _out(self, codes: Iterable[Named]) -> Hint:
        """Return the hint to leave codes out, which is certain unless they may silence something on another day."""
        return _OUT._replace(is_certain=not any(self._known[code.name].ages for code in codes))


def _is_warning(code: Code) -> bool:
    return code.severity is Severity.WARNING
