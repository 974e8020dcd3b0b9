"""The episodes that words name, and the runs of others that hold them: `S02E05` is in `S02E01-S02E13` and in `S02`."""

from collections.abc import Iterable, Mapping

from etoile_cli.catalogue.codes import Place, span_of
from etoile_cli.catalogue.numbering import Numbering
from etoile_cli.wording.runs import run_in_words


def episodes_among(words: Iterable[str]) -> Mapping[str, Place]:
    """Return those of the words that are the code of one episode, in any case, with its place."""
    spans = ((word, span_of(word.upper())) for word in words)
    return {word: span.first for word, span in spans if span and span.first == span.last}


def run_with(place: Place, codes: Iterable[str], numbering: Numbering) -> str:
    """Return what people read of the run, among those that codes name, that holds an episode; empty if none does."""
    spans = (span for span in numbering.merged(codes) if span.first <= place <= span.last)
    return next((run_in_words(span, numbering) for span in spans), "")
