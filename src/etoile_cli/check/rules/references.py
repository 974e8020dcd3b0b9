"""What records refer to by an id or a code: whether there is such a record."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial

from etoile_cli.catalogue.codes import episode_code
from etoile_cli.catalogue.declarations import identifying_key
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.numbering import Numbering
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.catalogue.spans import span_of
from etoile_cli.catalogue.vocabulary import is_web_address
from etoile_cli.check.contents import Contents, Text
from etoile_cli.check.labels import where
from etoile_cli.check.problem import Advice, Code, Finding, Severity
from etoile_cli.check.rules.named_ids import REFERENCES, NamedIds, named_ids, references_of
from etoile_cli.check.rules.numbered import is_run, is_whole_season, lacking, numbering_of
from etoile_cli.check.toml.advice.hints import NO_HINT, Hint, did_you_mean, meant
from etoile_cli.check.toml.advice.quoting import quote, shorten
from etoile_cli.text.values import enumerate_words

UNKNOWN_SOURCE = Code(
    "unknown-source",
    Severity.ERROR,
    means=(
        "A record names a source that is not recorded; or several do, and a source that no record names has almost "
        "the same id."
    ),
    why="A fact is worth as much as its source, and this one leads nowhere.",
    wrong="""\
format = 1

[show]
title = "Étoile"
sources = ["avclubb"]

[[sources]]
id = "avclub"
title = "Étoile review"
url = "https://www.avclub.com/etoile-review-tv-prime-video"

[[crew]]
name = "Bill Groom"
sources = ["avclub"]
""",
    right="""\
format = 1

[show]
title = "Étoile"
sources = ["avclub"]

[[sources]]
id = "avclub"
title = "Étoile review"
url = "https://www.avclub.com/etoile-review-tv-prime-video"
""",
)

UNKNOWN_COMPANY = Code(
    "unknown-company",
    Severity.ERROR,
    means=(
        "A part names a company that is not recorded; or several do, and a company that no part names has almost "
        "the same id."
    ),
    why="The company's name can't be shown, nor can its parts be found by it.",
    wrong="""\
format = 1

[show]
title = "Étoile"

[[cast]]
name = "Luke Kirby"
company = "mbt"
""",
    right="""\
format = 1

[show]
title = "Étoile"

[[companies]]
id = "mbt"
name = "Metropolitan Ballet Theater"

[[cast]]
name = "Luke Kirby"
company = "mbt"
""",
)

UNKNOWN_EPISODE = Code(
    "unknown-episode",
    Severity.ERROR,
    means=(
        "A record names an episode or a season that is neither listed nor among those that a season is said to have."
    ),
    why="Either the episode is missing, or the record names one that does not exist.",
    wrong="""\
format = 1

[show]
title = "Étoile"

[[cast]]
name = "Patrick Page"
episodes = ["S01E02"]

[[episodes]]
season = 1
number = 1
title = "The Swap"
""",
    right="""\
format = 1

[show]
title = "Étoile"

[[cast]]
name = "Patrick Page"
episodes = ["S01E01"]

[[episodes]]
season = 1
number = 1
title = "The Swap"
""",
)


def codes_of(sections: Iterable[str], codes: Mapping[str, Code]) -> Mapping[str, Code]:
    """Return codes by section; raises TypeError if a section is missing to which records refer."""
    if missing := [section for section in sections if section not in codes]:
        raise TypeError(f"no code in check/rules/references.py is for references to {', '.join(missing)}")
    return codes


_CODES = codes_of(REFERENCES, {"sources": UNKNOWN_SOURCE, "companies": UNKNOWN_COMPANY, "episodes": UNKNOWN_EPISODE})

# A message names no more runs of episodes.
_MOST_RUNS = 5


def unknown_references(contents: Contents) -> Iterator[Finding]:
    """Yield the ids and codes that no record has, in sections where those of all records can be read.

    Each id is reported where a record names it, since each has to be corrected there; an id that is misspelt in its
    own record is reported there. Several unknown episodes of one array are reported once, at the array: mostly they
    are not recorded yet.
    """
    named = named_ids(contents)
    by_section = {section: each for section, each in named.items() if each.unknown}
    for section, ids in by_section.items():
        if ids.misspelt:
            yield from _misspelt(contents, section, ids)
    numbering = numbering_of(contents)
    sources = named["sources"].known if "sources" in named else ()
    for entry in contents.entries if by_section else ():
        unknown = [each for each in references_of(entry, sources) if _is_unknown(each, by_section)]
        yield from _unknown_ids([each for each in unknown if each.declared.refers_to != "episodes"], by_section)
        yield from _unknown_episodes((each for each in unknown if each.declared.refers_to == "episodes"), numbering)


def _misspelt(contents: Contents, section: str, ids: NamedIds) -> Iterator[Finding]:
    """Yield the ids that are misspelt in their own records."""
    key = identifying_key(RECORD_TYPES[section])
    for entry in contents.of(RECORD_TYPES[section]):
        id_ = entry.values[key]
        if name := ids.misspelt.get(id_):
            message = f"no record names {quote(id_)}, and {len(ids.unknown[name])} name {quote(name)}"
            yield Finding(_CODES[section], (*entry.path, key), message, meant(name))


def _is_unknown(each: Text, by_section: Mapping[str, NamedIds]) -> bool:
    ids = by_section.get(each.declared.refers_to)
    return ids is not None and ids.is_reported(each.text)


def _unknown_ids(unknown: Iterable[Text], by_section: Mapping[str, NamedIds]) -> Iterator[Finding]:
    for each in unknown:
        section = each.declared.refers_to
        yield _unknown(each, section, partial(_nearest, each.text, section, by_section[section].known))


def _unknown_episodes(unknown: Iterable[Text], numbering: Numbering) -> Iterator[Finding]:
    """Yield what there isn't of seasons and runs one by one, but the unknown codes of an array together."""
    codes: dict[tuple[str | int, ...], list[Text]] = {}
    for each in unknown:
        if each.declared.runs and (span := span_of(each.text)) and (is_run(span) or is_whole_season(span)):
            message = f"{where(each.path)} names {quote(each.text)}, and there is no "
            yield Finding(UNKNOWN_EPISODE, each.path, f"{message}{' nor '.join(lacking(each.text, numbering))}")
        else:
            codes.setdefault(each.path[:-1], []).append(each)
    for path, several in codes.items():
        if len(several) == 1:
            yield _unknown(several[0], "episodes")
            continue
        runs = _runs(dict.fromkeys(each.text for each in several))
        message = f"{where(path)} names {enumerate_words(runs)}, and there are no such episodes"
        yield Finding(UNKNOWN_EPISODE, path, message)


def _unknown(each: Text, section: str, hint: Advice = NO_HINT) -> Finding:
    message = f"{where(each.path)} names {quote(each.text)}, and there is no such {SECTIONS[section].singular}"
    return Finding(_CODES[section], each.path, message, hint)


def _runs(codes: Iterable[str]) -> list[str]:
    """Return codes of episodes with consecutive ones as a run, `S01E01 to S01E07`; of many runs, only the first."""
    runs: list[list[str]] = []
    expected = ""
    for code in codes:
        if code == expected:
            runs[-1][1:] = [code]
        else:
            runs.append([code])
        span = span_of(code)
        is_one = span is not None and span.first == span.last
        expected = episode_code(span.first[0], span.first[1] + 1) if span and is_one else ""
    written = [" to ".join(map(shorten, run)) for run in runs]
    if len(written) <= _MOST_RUNS + 1:
        return written
    return [*written[:_MOST_RUNS], f"{len(written) - _MOST_RUNS} more"]


def _nearest(name: str, section: str, names: Collection[str], _marked: str) -> Hint:
    if is_web_address(name):
        return Hint(f"write the id of a record in [[{section}]]")
    return did_you_mean(name, names)
