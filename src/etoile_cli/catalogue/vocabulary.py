"""The terms of the catalogue: the types of values, the forms of codes, and the keys that many records share."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta

from etoile_cli.catalogue.codes import SEASON_NAMES
from etoile_cli.catalogue.enumerations import SettingUse
from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.text.dates import Date

WORLDWIDE = "worldwide"

# The keys of `Meta.extra`: what a type declares about its values ("they") beyond their form. Whatever shows, sorts or
# searches values looks these up, through `declarations`, and never compares the name of a key.
ADDRESS = "address"
"""They are addresses of the web."""
AGES = "ages"
"""They are days of which people want to know how long ago they were."""
BEGINS = "begins"
"""The key that holds the last of several numbers, where they are the first."""
CALLED = "called"
"""What messages call them."""
CITATION = "citation"
"""They are ids of the sources that state the record."""
CITES = "cites"
"""They are ids of the sources that state a value of the record, by the key of that value."""
COPIES = "copies"
"""The key of another address: they lead to a copy of what that one leads to."""
DATES = "dates"
"""The key whose value has held since that day."""
DONE = "done"
"""They are days on which something was done, so that none lies in the future."""
ENDS = "ends"
"""They are last days: afterwards, what the record describes is over."""
FOLLOWS = "follows"
"""The key of the day that they must not come before."""
HYPHENATED = "hyphenated"
"""They have hyphens where people write blanks."""
IDENTIFIES = "identifies"
"""They are ids, by which other records refer to this one."""
IN_LANGUAGE = "in_language"
"""The attribute of the record that holds the BCP 47 tag of their language; empty if that is not known."""
KIND_OF = "kind_of"
"""The key of an address; they say what that address leads to."""
LABEL = "label"
"""What people call the key, if not by its own words."""
LEFT_OUT_OF = "left_out_of"
"""The key from whose value they are left out."""
OFFERED = "offered"
"""TAB offers their words, besides those of the record's name."""
OF_PERSON = "of_person"
"""They are known of the person that the record is about, whatever that person does on the show."""
ONE = "one"
"""What people call a single item of the list."""
OTHER_ID = "other_id"
"""They are ids in other databases; the key of each names its scheme, this facet the `IdKind` of what they identify."""
PERSON = "person"
"""They are names of people: `name` of what somebody is called, `other` of further names of the same person."""
REFERS_TO = "refers_to"
"""The section whose ids or codes they are."""
REMARK = "remark"
"""They say what a reader should know, and are no facts by themselves."""
RUNS = "runs"
"""They are codes of episodes, seasons and runs: people read the shortest list that says the same."""
SORTS = "sorts"
"""The key whose values are sorted by these."""
STANDARD = "standard"
"""The `Standard` that lists them."""
UNIT = "unit"
"""What they count, in the singular."""
WORDS = "words"
"""What people read for a value, by the value; for any other, that of `...`, in which the value replaces `{}`."""

END = r"\Z"
"""The end of a text in patterns: Python's `$` also matches before a newline at the end."""


class Standard(StrEnum):
    """The standards that list codes; each value is what messages call a code of that standard.

    A country may be one of the past, by ISO 3166-3; a region is a country of today, or the whole world.
    """

    COUNTRY = "an ISO 3166 code"
    REGION = "an ISO 3166-1 code"
    LANGUAGE = "a BCP 47 tag"


IdKind = Literal["show", "person", "episode"]
"""What ids in other databases identify: each scheme has other ids, and other pages, for each kind."""

_LONGEST = 100_000
INSECURE = "http://"
WEB_SCHEMES = (INSECURE, "https://")


def is_web_address(text: str) -> bool:
    """Return whether a text is an http or https address, the only kind that is made clickable or opened."""
    return text.lower().startswith(WEB_SCHEMES)


def _any_case(text: str) -> str:
    return "".join(f"[{each.upper()}{each}]" if each.isalpha() else each for each in text)


# The reader rejects what does not match a pattern in `Meta` itself. A pattern in `extra_json_schema` alone is applied
# only by `etoile check` and editors.
_SAYS_SOMETHING = {"pattern": r"\S"}
_NOTHING_TWICE = {"uniqueItems": True}

Count = Annotated[int, Meta(ge=1, le=99_999)]
Minutes = Annotated[Count, Meta(extra={UNIT: "minute"})]
MinutesExtent = Annotated[Extent, Meta(extra={UNIT: "minute"})]
Ordinal = Annotated[int, Meta(ge=0, le=99_999)]
SeasonNumber = Annotated[
    Ordinal, Meta(description="The season's number; 0 holds specials.", extra={WORDS: SEASON_NAMES})
]
Text = Annotated[str, Meta(max_length=_LONGEST, extra_json_schema=_SAYS_SOMETHING)]
Name = Annotated[str, Meta(min_length=1, max_length=_LONGEST, extra_json_schema=_SAYS_SOMETHING)]
Id = Annotated[Name, Meta(extra={IDENTIFIES: True})]
Address = Annotated[
    str,
    Meta(
        max_length=_LONGEST,
        extra_json_schema={"pattern": f"^({'|'.join(map(_any_case, WEB_SCHEMES))})."},
        examples=["https://example.org/"],
        extra={ADDRESS: True, CALLED: f"an address that begins with {' or '.join(reversed(WEB_SCHEMES))}"},
    ),
]
# CSHH and CSXX: the two countries that were CS.
Country = Annotated[
    str, Meta(pattern=rf"^([A-Z]{{2}}|CSHH|CSXX){END}", examples=["FR"], extra={STANDARD: Standard.COUNTRY})
]
Region = Annotated[
    str,
    Meta(pattern=rf"^([A-Z]{{2}}|{WORLDWIDE}){END}", examples=["FR", WORLDWIDE], extra={STANDARD: Standard.REGION}),
]
RegionLeftOut = Annotated[str, Meta(pattern=rf"^[A-Z]{{2}}{END}", examples=["KR"], extra={STANDARD: Standard.REGION})]
Language = Annotated[
    str,
    Meta(
        pattern=rf"^[A-Za-z]{{2,3}}(-[A-Za-z0-9]{{1,8}})*{END}",
        examples=["en", "fr-CA"],
        extra={STANDARD: Standard.LANGUAGE},
    ),
]
_CODE = "S[0-9]{2,}E[0-9]{2,}"
EpisodeCode = Annotated[str, Meta(pattern=rf"^{_CODE}{END}", examples=["S01E07"], extra={REFERS_TO: "episodes"})]
EpisodeRun = Annotated[
    str,
    Meta(
        pattern=rf"^S[0-9]{{2,}}(E[0-9]{{2,}}(-{_CODE})?)?{END}",
        examples=["S01E07", "S02", "S02E01-S02E13"],
        extra={REFERS_TO: "episodes", RUNS: True},
    ),
]
CompanyId = Annotated[Name, Meta(extra={REFERS_TO: "companies"})]
SourceId = Annotated[Name, Meta(extra={REFERS_TO: "sources", CITATION: True})]

Texts = Annotated[tuple[Text, ...], Meta(extra_json_schema=_NOTHING_TWICE)]
Countries = Annotated[tuple[Country, ...], Meta(extra_json_schema=_NOTHING_TWICE)]
Regions = Annotated[tuple[Region, ...], Meta(min_length=1, extra_json_schema=_NOTHING_TWICE)]
RegionsLeftOut = Annotated[
    tuple[RegionLeftOut, ...], Meta(extra_json_schema=_NOTHING_TWICE, extra={LEFT_OUT_OF: "regions"})
]
Languages = Annotated[tuple[Language, ...], Meta(extra_json_schema=_NOTHING_TWICE)]
EpisodeRuns = Annotated[tuple[EpisodeRun, ...], Meta(extra_json_schema=_NOTHING_TWICE)]
SourceIds = Annotated[tuple[SourceId, ...], Meta(min_length=1, extra_json_schema=_NOTHING_TWICE)]
Titles = dict[Language, Text]
Ratings = dict[Country, Text]
ShowIds = dict[str, Annotated[Text, Meta(extra={OTHER_ID: "show"})]]
EpisodeIds = dict[str, Annotated[Text, Meta(extra={OTHER_ID: "episode"})]]
SettingUses = Annotated[tuple[SettingUse, ...], Meta(extra_json_schema=_NOTHING_TWICE)]

Title = Annotated[Name, Meta(description="The title.")]
Url = Annotated[Address, Meta(description="The address.", extra={LABEL: "address"})]
MaybeUrl = Annotated[Address | None, Meta(description="The address.", extra={LABEL: "address"})]
OwnLanguage = Annotated[Language | None, Meta(description="Its language, as BCP 47.")]
SortName = Annotated[
    Text | None, Meta(description="The name as an index files it: `Kirby, Luke`.", extra={SORTS: "name"})
]
PersonIds = Annotated[
    dict[str, Annotated[Text, Meta(extra={OTHER_ID: "person"})]],
    Meta(
        description='The ids of the person elsewhere, by scheme: `{ imdb = "nm0000001" }`.',
        extra={OF_PERSON: True, ONE: "id"},
    ),
]
Episodes = Annotated[
    EpisodeRuns,
    Meta(
        description="The episodes, where only some: `S01E07`, a season `S02`, a run `S02E01-S02E13`.",
        extra={ONE: "episode"},
    ),
]
PersonName = Annotated[Name, Meta(extra={PERSON: "name"})]
People = Annotated[tuple[Annotated[Text, Meta(extra={PERSON: "name"})], ...], Meta(extra_json_schema=_NOTHING_TWICE)]
Aliases = Annotated[
    tuple[Annotated[Text, Meta(extra={PERSON: "other"})], ...],
    Meta(extra_json_schema=_NOTHING_TWICE),
    Meta(description="Other names the person is known by.", extra={OF_PERSON: True, ONE: "alias"}),
]
KnownFor = Annotated[Texts, Meta(description="Other work the person is known for.", extra={OF_PERSON: True})]
City = Annotated[Text | None, Meta(description="The city.")]
CountryCode = Annotated[Country | None, Meta(description="The country, as ISO 3166.")]
Fictional = Annotated[bool | None, Meta(description="Whether it exists only in the story.")]
Sources = Annotated[
    tuple[SourceId, ...],
    Meta(extra_json_schema=_NOTHING_TWICE),
    Meta(description="The ids of the sources that state it."),
]
Cites = Annotated[
    dict[str, SourceIds],
    Meta(
        description='The sources that state just one value, by its key: `{ title = ["bww"] }`.',
        extra={CITES: True},
    ),
]
Note = Annotated[Text | None, Meta(description="What else a reader should know, a dispute say.", extra={REMARK: True})]

PastDate = Annotated[Date, Meta(extra={DONE: True})]
PastDay = Annotated[dt.date, Meta(extra={DONE: True})]
