"""Every code, with the rules that find it: the one list to which a new kind of problem is added.

Its order is that of `docs/problems.md` and of the message that lists the codes, and problems at the same place of a
file are sorted by it. How bad a problem is does not depend on the order: each code says so itself.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from etoile_cli.check.contents import Contents
from etoile_cli.check.ignores import UNUSED_IGNORE
from etoile_cli.check.not_toml import SYNTAX
from etoile_cli.check.problem import Code, Finding, Severity
from etoile_cli.check.rules.awards import repeated_awards
from etoile_cli.check.rules.characters import CONTROL_CHARACTER, INVISIBLE_CHARACTER, STACKED_MARKS
from etoile_cli.check.rules.cites import CITES_NOTHING, values_not_there
from etoile_cli.check.rules.companies import companies_behind_the_show
from etoile_cli.check.rules.dates import DATE_ORDER, dates_out_of_order
from etoile_cli.check.rules.episode_lists import overlapping_items, wrong_runs
from etoile_cli.check.rules.episode_numbers import (
    absolute_numbers_out_of_order,
    misplaced_specials,
    overlapping_films,
    repeated_absolute_numbers,
    wrong_last_numbers,
)
from etoile_cli.check.rules.episodes import EPISODE_GAP, episodes_out_of_order, missing_episodes
from etoile_cli.check.rules.ids import MALFORMED_ID, malformed_ids
from etoile_cli.check.rules.links import INSECURE_URL, SEARCH_LINK, search_links
from etoile_cli.check.rules.offers import STALE_AVAILABILITY, contradictory_regions, stale_offers
from etoile_cli.check.rules.people import TWO_SPELLINGS, ids_of_one_name, names_spelt_twice
from etoile_cli.check.rules.references import UNKNOWN_COMPANY, UNKNOWN_EPISODE, UNKNOWN_SOURCE, unknown_references
from etoile_cli.check.rules.repetition import DUPLICATE, repeated_items, repeated_names, repeated_records
from etoile_cli.check.rules.season_records import contradicted_dates, wrong_counts
from etoile_cli.check.rules.seasons import CONTRADICTION, too_few_seasons
from etoile_cli.check.rules.sources import UNSOURCED, UNUSED_SOURCE, unsourced_records, unused_sources
from etoile_cli.check.rules.status import shown_after_the_end, untimely_status
from etoile_cli.check.rules.texts import wrong_texts
from etoile_cli.check.structure.examine import NEWER_FORMAT
from etoile_cli.check.structure.keys import MISSING_KEY, UNKNOWN_KEY
from etoile_cli.check.structure.values import BAD_VALUE, WRONG_TYPE
from etoile_cli.errors import UsageError
from etoile_cli.text.suggestions import nearest, suggestion

Rule = Callable[[Contents], Iterator[Finding]]
"""A function from the records of a catalogue to the problems that it finds."""

FOUND_BY: dict[Code, Sequence[Rule]] = {
    SYNTAX: (),
    MISSING_KEY: (),
    UNKNOWN_KEY: (),
    WRONG_TYPE: (),
    BAD_VALUE: (wrong_texts, wrong_runs, wrong_last_numbers, misplaced_specials),
    DUPLICATE: (
        repeated_records,
        repeated_items,
        repeated_names,
        repeated_awards,
        overlapping_items,
        overlapping_films,
        repeated_absolute_numbers,
    ),
    UNKNOWN_SOURCE: (unknown_references,),
    UNKNOWN_COMPANY: (unknown_references,),
    UNKNOWN_EPISODE: (unknown_references,),
    CITES_NOTHING: (values_not_there,),
    NEWER_FORMAT: (),
    UNSOURCED: (unsourced_records,),
    UNUSED_SOURCE: (unused_sources,),
    EPISODE_GAP: (missing_episodes,),
    DATE_ORDER: (episodes_out_of_order, dates_out_of_order, contradicted_dates),
    STALE_AVAILABILITY: (stale_offers,),
    MALFORMED_ID: (malformed_ids,),
    INSECURE_URL: (wrong_texts,),
    SEARCH_LINK: (search_links,),
    CONTROL_CHARACTER: (wrong_texts,),
    INVISIBLE_CHARACTER: (wrong_texts,),
    CONTRADICTION: (
        too_few_seasons,
        untimely_status,
        shown_after_the_end,
        wrong_counts,
        absolute_numbers_out_of_order,
        companies_behind_the_show,
        contradictory_regions,
        repeated_awards,
        ids_of_one_name,
    ),
    STACKED_MARKS: (wrong_texts,),
    TWO_SPELLINGS: (names_spelt_twice,),
    UNUSED_IGNORE: (),
}
"""The codes in their order.

A code without a rule is found while the file is read, compared with the model, or when the rules have been applied.
"""


def rules(severity: Severity | None = None) -> Sequence[Rule]:
    """Return every rule once, in the order in which they are applied: that of the codes.

    With a severity, only those that find problems of it.
    """
    asked = (found for code, found in FOUND_BY.items() if severity in (None, code.severity))
    return list(dict.fromkeys(rule for rules_of_code in asked for rule in rules_of_code))


def code_named(name: str) -> Code:
    """Return the code of a name, in any case; raises UsageError if there is none."""
    codes = {code.name: code for code in FOUND_BY}
    if code := codes.get(name.lower()):
        return code
    raise UsageError(
        f'no such code "{name}"{suggestion(nearest(name.lower(), codes))}', hint=f"the codes are {', '.join(codes)}"
    )


def warnings_named(names: Iterable[str]) -> Collection[str]:
    """Return the names of the codes of warnings; raises UsageError for one that doesn't exist, or is of an error."""
    codes = [code_named(name) for name in names]
    for code in codes:
        if code.severity is Severity.ERROR:
            raise UsageError(f'"{code}" is an error, and only warnings can be ignored', hint="mend it instead")
    return {code.name for code in codes}


class Positions(dict[Code, int]):
    """The position of each code in `FOUND_BY`.

    Raises TypeError for a code that is not listed: a rule finds what nobody has declared here.
    """

    def __init__(self) -> None:
        super().__init__((code, position) for position, code in enumerate(FOUND_BY))

    def __missing__(self, code: Code) -> int:
        raise TypeError(f"no line in check/codes.py lists {code.name}")
