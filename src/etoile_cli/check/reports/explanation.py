"""What `--explain` prints about a code: what it means, a wrong example and a right one."""

from collections.abc import Iterator

from etoile_cli.check.codes import code_named
from etoile_cli.text.widths import wrapped


def explanation_lines(name: str, width: int | None) -> Iterator[str]:
    """Yield what a code means, why it matters, and both examples; `width` in columns wraps the sentences.

    Raises UsageError if there is no such code.
    """
    code = code_named(name)
    yield f"{code.severity}[{code}]"
    for paragraph in (code.means, code.why):
        yield ""
        yield from wrapped(paragraph, width) if width else [paragraph]
    for title, example in (("Wrong:", code.wrong), ("Right:", code.right)):
        yield from ("", title, "")
        yield from (f"    {line}".rstrip() for line in example.splitlines())
