"""The text of a new catalogue: the show, comments that teach, and an example of each section to be completed."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any

from msgspec import inspect

from etoile_cli.catalogue.declarations import Declared, declarations
from etoile_cli.catalogue.model import FORMAT, RECORD_TYPES, Catalogue
from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.sections import SHOW
from etoile_cli.edit.beginning.samples import SAMPLES
from etoile_cli.edit.toml.habits import Habits
from etoile_cli.text.escaping import escape_message
from etoile_cli.text.values import in_short

_WIDTH = 100
# An example is in comments; what is said about it stays a comment when one mark is taken away from every line.
_EXAMPLE = "# "
_REMARK = "## "

_TEACHING = """\
#:schema ./etoile.schema.json

# {title}: what is known about the show, kept by hand.
#
# A record is one part, one episode, one offer. Below is an example of each: take away the first "#" of its lines and
# write over it, or let `etoile add cast name="…" character="…" sources=site` write a record.
# Sources come first: what you have read is a record of [[sources]], and `sources` of other records names its id.
# `cites` names those that state just one value. What isn't known is left out: no guesses, no empty strings.
# A day is a date without quotes (2025-04-24); where only the month or the year is known, a string ("2025-04").
# Countries are ISO 3166-1 codes (US, FR), languages BCP 47 tags (en, fr), episodes S01E07, specials S00E01.
# Every record may have a `note`, for what else a reader should know: where sources disagree, say.
# `etoile check FILE` tells what is wrong. `etoile schema > etoile.schema.json`, beside this file, lets an editor
# complete the keys as you type."""


def new_catalogue(show: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of a new catalogue; `show` has those keys of the show that are known, as TOML has them."""
    yield from _TEACHING.format(title=escape_message(in_short(show["title"]))).split("\n")
    yield from ("", f"format = {FORMAT}", "", f"[{SHOW}]")
    yield from _pairs(declarations(Show), SAMPLES[SHOW], show)
    yield from _more_keys(declarations(Show), {*SAMPLES[SHOW], *show})
    for section, record_type in RECORD_TYPES.items():
        known, sample = declarations(record_type), SAMPLES.get(section, {})
        yield from ("", _heading(section))
        yield from _more_keys(known, sample)
        yield f"{_EXAMPLE}[[{section}]]"
        yield from _pairs(known, sample, {})


def _heading(section: str) -> str:
    """Return what a section is for, after its name, with which the comments of a section begin."""
    use = declarations(Catalogue)[section].description
    return f"{_REMARK}{section}" if use.lower() == f"the {section}." else f"{_REMARK}{section}: {use}"


def _pairs(known: Mapping[str, Declared], sample: Mapping[str, Any], given: Mapping[str, Any]) -> Iterator[str]:
    """Yield the keys of a record, those of the sample in comments unless they are given, in the order of the model."""
    pairs = {key: Habits().pair([key], given.get(key, sample.get(key))) for key in known if key in {*sample, *given}}
    width = max((len(pair) for key, pair in pairs.items() if key not in given), default=0)
    for key, pair in pairs.items():
        meaning = _meaning(known[key])
        if key in given:
            yield pair
        else:
            yield f"{_EXAMPLE}{pair:{width}}   # {meaning}" if meaning else f"{_EXAMPLE}{pair}"


def _meaning(declared: Declared) -> str:
    """Return what a key means, or the words that it takes; nothing of a key that the first comment is about."""
    if _is_common(declared):
        return ""
    words = declared.each.type
    if isinstance(words, inspect.EnumType):
        meaning = ", ".join(each.value for each in words.cls)
    else:
        meaning = declared.description.partition(": `{")[0].removesuffix(".")
    return f"{meaning} (required)" if declared.required else meaning


def _more_keys(known: Mapping[str, Declared], shown: Mapping[str, Any] | set[str]) -> Iterator[str]:
    """Yield which further keys a record can have, but for those that every record can have."""
    names = [key for key, declared in known.items() if key not in shown and not _is_common(declared)]
    if names:
        yield from _remark(f"More keys: {', '.join(names)}.")


def _is_common(declared: Declared) -> bool:
    return declared.held.is_citation or declared.cites or declared.is_remark


def _remark(text: str) -> Sequence[str]:
    return [f"{_REMARK}{line}" for line in wrap(text, _WIDTH - len(_REMARK))]
