"""The numbering of the episodes in a catalogue that may be wrong, and what in it a code names."""

from operator import itemgetter

from etoile_cli.catalogue.codes import episode_code, season_code
from etoile_cli.catalogue.episodes import Episode, Season
from etoile_cli.catalogue.numbering import Numbering
from etoile_cli.catalogue.record import first_by
from etoile_cli.catalogue.spans import BEFORE_ALL, Span, film_span, span_of
from etoile_cli.check.contents import Contents


def numbering_of(contents: Contents) -> Numbering:
    """Return the numbering of the episodes and seasons whose numbers could be read."""
    films = (
        film_span(values["season"], values["number"], values.get("through"))
        for values in (entry.values for entry in contents.of(Episode))
        if values.get("season") is not None and values.get("number") is not None
    )
    seasons = [entry.values for entry in contents.of(Season) if entry.values.get("number") is not None]
    first = first_by(itemgetter("number"), seasons)
    return Numbering(films, {number: values.get("episodes") for number, values in first.items()})


def lacking(code: str, numbering: Numbering) -> list[str]:
    """Return in words what a code names and nothing is: `such episode`, `such season`, or the ends of a run."""
    span = span_of(code)
    if span is None or not _is_written(code, span):
        return ["such episode"]
    if is_whole_season(span):
        return [] if numbering.has_season(span.first[0]) else ["such season"]
    lost = [episode_code(*place) for place in dict.fromkeys(span) if not numbering.has(place)]
    return lost if is_run(span) else ["such episode"] * len(lost)


def _is_written(code: str, span: Span) -> bool:
    """Return whether a code is spelt like those of episodes: `S01E01`, not `S001E01`."""
    return code in {written(span), "-".join(episode_code(*place) for place in span)}


def is_whole_season(span: Span) -> bool:
    """Return whether a span is that of the code of a season."""
    return span.first[1] == BEFORE_ALL


def is_run(span: Span) -> bool:
    """Return whether a span has two ends."""
    return span.first != span.last and not is_whole_season(span)


def written(span: Span) -> str:
    """Return the code of a span: `S02`, `S02E01`, `S02E01-S02E13`."""
    if is_whole_season(span):
        return season_code(span.first[0])
    return "-".join(dict.fromkeys(episode_code(*place) for place in span))
