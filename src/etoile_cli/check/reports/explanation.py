"""What `--explain` prints about a code: what it means, a wrong example and a right one."""

from collections.abc import Iterator

from etoile_cli.check.codes import FOUND_BY
from etoile_cli.check.problem import Code
from etoile_cli.errors import UsageError
from etoile_cli.text.suggestions import nearest, suggestion
from etoile_cli.text.widths import wrapped


def explanation_lines(name: str, width: int | None) -> Iterator[str]:
    """Yield what a code means, why it matters, and both examples; `width` in columns wraps the sentences.

    Raises UsageError if there is no such code.
    """
    code = _code(name)
    yield f"{code.severity}[{code}]"
    for paragraph in (code.means, code.why):
        yield ""
        yield from wrapped(paragraph, width) if width else [paragraph]
    for title, example in (("Wrong:", code.wrong), ("Right:", code.right)):
        yield from ("", title, "")
        yield from (f"    {line}".rstrip() for line in example.splitlines())


def _code(name: str) -> Code:
    codes = {code.name: code for code in FOUND_BY}
    if code := codes.get(name.lower()):
        return code
    raise UsageError(
        f'no such code "{name}"{suggestion(nearest(name.lower(), codes))}', hint=f"the codes are {', '.join(codes)}"
    )
