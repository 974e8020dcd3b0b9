"""Texts of another format, and prose: this is one problem, and the only one that is reported."""

from etoile_cli.check.not_toml import SYNTAX
from etoile_cli.check.problem import Finding
from etoile_cli.check.toml.scanner import Span

# How texts of other formats begin; no TOML text begins so.
_BEGINNINGS = {"{": "JSON", "<": "HTML or XML", "---": "YAML", "%YAML": "YAML"}
_NOT_TOML = "this is not TOML, so it is no catalogue"


def json_finding(text: str) -> Finding | None:
    """Return the finding that a text is JSON; `None` if it isn't. Lines of JSON may look like TOML."""
    begin = len(text) - len(text.lstrip())
    return _looks_like("JSON", begin) if text.startswith("{", begin) else None


def foreign_finding(text: str, first: Span) -> Finding:
    """Return the finding that a text is not TOML but looks like another format; `first` is the first bad statement."""
    begin = len(text) - len(text.lstrip())
    for beginning, name in _BEGINNINGS.items():
        if text.startswith(beginning, begin):
            return _looks_like(name, begin)
    return Finding(SYNTAX, (), _NOT_TOML, span=first)


def _looks_like(name: str, begin: int) -> Finding:
    message = f"this looks like {name}, and a catalogue is TOML"
    return Finding(SYNTAX, (), message, span=(begin, begin + 1))
