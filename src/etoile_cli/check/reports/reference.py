"""The page `docs/problems.md`: what each code means, in Markdown."""

from collections.abc import Iterator

from etoile_cli.check.codes import FOUND_BY
from etoile_cli.check.problem import Code

_PREAMBLE = """\
Each problem has a code; `etoile check --explain CODE` prints what this page says. Errors make it exit with 1, warnings
with `--strict` only. A comment keeps a warning from being told, and `--fix` mends what is certain: see
[checking.md](checking.md). The examples are short: that their records name no source is a warning of its own. The keys
of a catalogue are listed in [format.md](format.md).
"""


def reference_lines() -> Iterator[str]:
    """Yield the lines of the page."""
    yield from ("# What `etoile check` reports", "")
    yield _PREAMBLE
    yield from ("| code | |", "| --- | --- |")
    yield from (f"| [{code}](#{code}) | {code.severity} |" for code in FOUND_BY)
    yield ""
    for code in FOUND_BY:
        yield from _chapter(code)


def _chapter(code: Code) -> Iterator[str]:
    yield from (f"## {code}", "", f"*{code.severity.capitalize()}.* {code.means}", "", code.why, "")
    for title, example in (("Wrong", code.wrong), ("Right", code.right)):
        yield from (f"{title}:", "", "```toml", *example.splitlines(), "```", "")
