"""What records refer to: that it is there, and that every source is referred to."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import starmap
from typing import NamedTuple

from etoile_cli.catalogue.records import Company, Episode, Source, episode_code
from etoile_cli.catalogue.vocabulary import SCHEMES
from etoile_cli.check.contents import Contents, Entry, Text, texts
from etoile_cli.check.labels import where
from etoile_cli.check.problem import Advice, Code, Finding, Part
from etoile_cli.check.rules.misnamed import is_twice, meant_by, misnamed
from etoile_cli.check.toml.hints import NO_HINT, Hint, did_you_mean, meant
from etoile_cli.check.toml.outline import Path
from etoile_cli.check.toml.quoting import quote, shorten
from etoile_cli.text.values import enumerate_words

_CODES = {"sources": Code.UNKNOWN_SOURCE, "companies": Code.UNKNOWN_COMPANY, "episodes": Code.UNKNOWN_EPISODE}
_REFERENCES: Mapping[str, Callable[..., str]] = {"sources": str, "companies": str, "episodes": episode_code}
_CALLED = {"sources": "source", "companies": "company", "episodes": "episode"}

# Of more, nobody reads them all.
_MOST_RUNS = 5
# The numbers of a longer code are none that an episode has.
_LONGEST = 20


def unknown_references(contents: Contents) -> Iterator[Finding]:
    """Yield the ids and codes that no record has, as far as those of the records can be read.

    Several episodes of an array are told once, at the array: most often they are not recorded yet. Ids are told each
    in its place, where each has to be mended; but at the record that they name, where that one has to be.
    """
    references = {section: each for section, each in _references(contents).items() if each.unknown}
    misnamed_ids = {section: each.misnamed for section, each in references.items()}
    for section, record_type in (("sources", Source), ("companies", Company)):
        for entry in contents.of(record_type) if misnamed_ids.get(section) else ():
            if name := misnamed_ids[section].get(entry.values["id"]):
                yield _misnamed(entry, section, name, len(references[section].unknown[name]))
    for entry in contents.entries if references else ():
        episodes = []
        for each in texts(entry):
            section = each.declared.refers_to or ""
            if section not in references or not references[section].is_told(each.text):
                continue
            if section == "episodes":
                episodes.append(each)
            else:
                yield _unknown(each, section, partial(_nearest, each.text, references[section].known))
        if len(episodes) == 1:
            yield _unknown(episodes[0], "episodes")
        elif episodes:
            path = episodes[0].path[:-1]
            codes = _runs(dict.fromkeys(each.text for each in episodes))
            message = f"{where(path)} names {enumerate_words(codes)}, and there are no such episodes"
            yield Finding(Code.UNKNOWN_EPISODE, path, message)


def _misnamed(entry: Entry, section: str, name: str, number: int) -> Finding:
    message = f"no record names {quote(entry.values['id'])}, and {number} name {quote(name)}"
    return Finding(_CODES[section], (*entry.path, "id"), message, meant(name))


def _unknown(each: Text, section: str, hint: Advice = NO_HINT) -> Finding:
    message = f"{where(each.path)} names {quote(each.text)}, and there is no such {_CALLED[section]}"
    return Finding(_CODES[section], each.path, message, hint)


def _runs(codes: Iterable[str]) -> list[str]:
    """Return codes of episodes, those that follow one another as a run, `S01E01 to S01E07`; not too many of them."""
    runs: list[list[str]] = []
    expected = ""
    for code in codes:
        if code == expected:
            runs[-1][1:] = [code]
        else:
            runs.append([code])
        season, _, number = code[1:].partition("E")
        expected = episode_code(int(season), int(number) + 1) if len(code) <= _LONGEST else ""
    told = [" to ".join(map(shorten, run)) for run in runs]
    return [*told[:_MOST_RUNS], f"{len(told) - _MOST_RUNS} more"] if len(told) > _MOST_RUNS + 1 else told


def _nearest(name: str, names: Collection[str], _marked: str) -> Hint:
    is_address = name.lower().startswith(SCHEMES)
    return Hint("write the id of a record in [[sources]]") if is_address else did_you_mean(name, names)


def unused_sources(contents: Contents) -> Iterator[Finding]:
    """Yield the sources that no record names; none if what some record names can't be read."""
    named = [entry.values.get("sources", ()) for entry in contents.entries]
    if any(sources is None or None in sources for sources in named):
        return
    used = {source for sources in named for source in sources}
    unused = [entry for entry in contents.of(Source) if _id(entry).strip() and _id(entry) not in used]
    sources = _references(contents).get("sources") if unused else None
    told = meant_by(sources.known, sources.unknown) if sources else ()
    for entry in unused:
        if _id(entry) not in told:
            yield Finding(Code.UNUSED_SOURCE, (*entry.path, "id"), f"no record names {quote(_id(entry))}")


def _id(entry: Entry) -> str:
    return entry.values.get("id") or ""


def unsourced_records(contents: Contents) -> Iterator[Finding]:
    """Yield the records that name no source; the sources themselves need none."""
    for entry in contents.entries:
        if entry.type is not Source and entry.values.get("sources", []) == []:
            part = Part.VALUE if "sources" in entry.values else Part.RECORD
            yield Finding(Code.UNSOURCED, (*entry.path, "sources"), "names no source", part=part)


class _References(NamedTuple):
    """The ids or codes of a section's records; those that no record has, with where they are named; those it has."""

    known: Collection[str]
    unknown: Mapping[str, Collection[Path]]
    misnamed: Mapping[str, str]
    is_explained: bool

    def is_told(self, text: str) -> bool:
        """Tell whether an id or a code is told where it is named: no record has it, and nothing explains that."""
        return text in self.unknown and not self.is_explained and text not in self.misnamed.values()


def _references(contents: Contents) -> Mapping[str, _References]:
    """Return what records refer to; no section in which an id or a number can't be read."""
    references = {}
    named: dict[str, dict[str, set[Path]]] = {}
    for entry in contents.entries:
        for each in texts(entry):
            if each.declared.refers_to and each.text.strip():
                named.setdefault(each.declared.refers_to, {}).setdefault(each.text, set()).add(entry.path)
    for section, codes in _identities(contents).items():
        # In their order, for the most similar to be the same every time.
        known = dict.fromkeys(codes)
        unknown = {text: paths for text, paths in named.get(section, {}).items() if text not in known}
        wrong = misnamed(known, unknown, named.get(section, {})) if section != "episodes" else {}
        references[section] = _References(known, unknown, wrong, is_twice(codes, unknown))
    return references


def _identities(contents: Contents) -> Mapping[str, Sequence[str]]:
    """Return the ids and codes of the records that can be referred to."""
    found: dict[str, Sequence[str]] = {}
    for section, record_type in (("sources", Source), ("companies", Company), ("episodes", Episode)):
        identities = [[entry.values.get(key) for key in record_type.identity] for entry in contents.of(record_type)]
        if not any(None in identity for identity in identities):
            found[section] = list(starmap(_REFERENCES[section], identities))
    return found
