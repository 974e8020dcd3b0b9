"""What a code means, as text for a terminal and as a chapter of the reference."""

from collections.abc import Iterator

from etoile_cli.check.explanations import Explanation, explanations
from etoile_cli.check.problem import Code
from etoile_cli.errors import UsageError
from etoile_cli.text.suggestions import nearest, suggestion
from etoile_cli.text.widths import wrapped

_PREAMBLE = """\
Each problem has a code; `etoile check --explain CODE` prints what stands here. Errors make it exit with 1, warnings
with `--strict` only. The examples are short: that their records name no source is a warning of its own. The keys of a
catalogue are listed in [format.md](format.md).
"""


def explanation_lines(name: str, width: int | None) -> Iterator[str]:
    """Yield what a code means, why it matters and an example; `width` in columns wraps the sentences.

    Raises UsageError if there is no such code.
    """
    code = _code(name)
    told = explanations()[code]
    yield f"{code.severity}[{code}]"
    for paragraph in (told.means, told.why):
        yield ""
        yield from wrapped(paragraph, width) if width else [paragraph]
    for title, example in (("Wrong:", told.wrong), ("Right:", told.right)):
        yield from ("", title, "")
        yield from (f"    {line}".rstrip() for line in example.splitlines())


def reference_lines() -> Iterator[str]:
    """Yield the reference of all codes in Markdown."""
    yield from ("# What `etoile check` tells", "")
    yield _PREAMBLE
    yield from ("| code | |", "| --- | --- |")
    yield from (f"| [{code}](#{code}) | {code.severity} |" for code in Code)
    yield ""
    for code in Code:
        yield from _chapter(code, explanations()[code])


def _chapter(code: Code, told: Explanation) -> Iterator[str]:
    yield from (f"## {code}", "", f"*{code.severity.capitalize()}.* {told.means}", "", told.why, "")
    for title, example in (("Wrong", told.wrong), ("Right", told.right)):
        yield from (f"{title}:", "", "```toml", *example.splitlines(), "```", "")


def _code(name: str) -> Code:
    try:
        return Code(name.lower())
    except ValueError:
        raise UsageError(
            f'no such code "{name}"{suggestion(nearest(name.lower(), list(Code)))}',
            hint=f"the codes are {', '.join(Code)}",
        ) from None
