"""Where in a text a finding is: the span that is marked, and the one that its hint replaces."""

from etoile_cli.check.problem import Finding, Target
from etoile_cli.check.toml.document import Document
from etoile_cli.check.toml.scanner import Span


def span_of(document: Document, finding: Finding) -> Span:
    """Return the span of a finding."""
    if finding.span is not None:
        return finding.span
    if finding.target is Target.RECORD:
        return document.find(finding.path[:-1])[1]
    key_span, value_span = document.find(finding.path)
    return value_span if finding.target is Target.VALUE else key_span


def replaced_span(document: Document, finding: Finding, span: Span) -> Span:
    """Return the span that a hint replaces unless it says another: that of the finding, or a key with its value."""
    if finding.target is not Target.PAIR:
        return span
    key_span, value_span = document.find(finding.path)
    return key_span[0], value_span[1]
