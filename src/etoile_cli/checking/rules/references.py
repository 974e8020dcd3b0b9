"""What records refer to: that it is there, and that every source is referred to."""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from itertools import starmap

from etoile_cli.checking.contents import Contents, texts
from etoile_cli.checking.problem import Code, Finding, Part
from etoile_cli.checking.quoting import quote, where
from etoile_cli.checking.writing import NO_HINT, Hint, did_you_mean
from etoile_cli.model import Company, Episode, Source, episode_code

_CODES = {"sources": Code.UNKNOWN_SOURCE, "companies": Code.UNKNOWN_COMPANY, "episodes": Code.UNKNOWN_EPISODE}
_REFERENCES: Mapping[str, Callable[..., str]] = {"sources": str, "companies": str, "episodes": episode_code}
_CALLED = {"sources": "source", "companies": "company", "episodes": "episode"}


def unknown_references(contents: Contents) -> Iterator[Finding]:
    """Yield the ids and codes that no record has, as far as those of the records can be read."""
    known = _known(contents)
    for entry in contents.entries:
        for path, declared, text in texts(entry):
            names = known.get(declared.refers_to or "")
            if names is not None and text not in names and text.strip():
                section = str(declared.refers_to)
                hint = NO_HINT if section == "episodes" else partial(_nearest, text, names)
                message = f"{where(path)} names {quote(text)}, and there is no such {_CALLED[section]}"
                yield Finding(_CODES[section], path, message, hint)


def _nearest(name: str, names: Collection[str], _marked: str) -> Hint:
    return did_you_mean(name, names)


def unused_sources(contents: Contents) -> Iterator[Finding]:
    """Yield the sources that no record names; none if what some record names can't be read."""
    named = [entry.values.get("sources", ()) for entry in contents.entries]
    if any(sources is None or None in sources for sources in named):
        return
    used = {source for sources in named for source in sources}
    for entry in contents.of(Source):
        name = entry.values.get("id")
        if name and name.strip() and name not in used:
            yield Finding(Code.UNUSED_SOURCE, (*entry.path, "id"), f"no record names {quote(name)}")


def unsourced_records(contents: Contents) -> Iterator[Finding]:
    """Yield the records that name no source; the sources themselves need none."""
    for entry in contents.entries:
        if entry.type is not Source and entry.values.get("sources", []) == []:
            part = Part.VALUE if "sources" in entry.values else Part.RECORD
            yield Finding(Code.UNSOURCED, (*entry.path, "sources"), "names no source", part=part)


def _known(contents: Contents) -> Mapping[str, Collection[str]]:
    """Return the ids and codes that can be referred to; no section in which one can't be read."""
    known: dict[str, Collection[str]] = {}
    for section, record_type in (("sources", Source), ("companies", Company), ("episodes", Episode)):
        identities = [[entry.values.get(key) for key in record_type.identity] for entry in contents.of(record_type)]
        if not any(None in identity for identity in identities):
            # In their order, for the most similar to be the same every time.
            known[section] = dict.fromkeys(starmap(_REFERENCES[section], identities))
    return known
