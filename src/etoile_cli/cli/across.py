"""Listing what the shows of a library have: the same as of one show, with the show before it."""

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.cli.libraries import Tally, shows_named
from etoile_cli.cli.no_match import no_match, nothing_under
from etoile_cli.cli.view import View
from etoile_cli.errors import NoMatchError
from etoile_cli.library.library import Library
from etoile_cli.library.sieve import Sieve
from etoile_cli.listing.across.answer import Answer, answer
from etoile_cli.listing.across.joining import lines_across, table_across
from etoile_cli.listing.across.question import Question
from etoile_cli.listing.columns import SHOWS
from etoile_cli.listing.formats import Format
from etoile_cli.listing.selection import Select
from etoile_cli.system.environment import today
from etoile_cli.system.messages import say_error
from etoile_cli.system.output import Color, on_terminal, takes_links, width, write, write_lines
from etoile_cli.text.escaping import escape_lines
from etoile_cli.text.values import quoted

# Where there are fewer bytes, all are read before it is known which words can be looked for in them.
_LEAST_TO_SIFT = 4 << 20


def list_across(
    section: str,
    library: Library,
    select: Select,
    words: Sequence[str],
    view: View,
    color: Color,
    *,
    is_filtered: bool = False,
) -> None:
    """Print the records that a function selects of each show, or an empty document.

    It `is_filtered` if an option chooses as well, which may be wrong. Raises NoMatchError if words leave none.
    """
    question = _question(section, select, words, view, color)
    _check_columns(question)
    try:
        library, others, asked = shows_named(library, words)
    except NoMatchError:
        _print(question, iter(()), color)
        raise
    question = replace(question, words=others)
    tally = Tally()
    tally.tell(library.failed)
    _print(question, _answers(question, library, tally, is_filtered=is_filtered), color)
    _end(section, tally, others, [*asked, *(tally.asked or quoted(others))])


def _question(section: str, select: Select, words: Sequence[str], view: View, color: Color) -> Question:
    return Question(
        section,
        select,
        view.format_or_default(),
        today(),
        words=words,
        names=view.column_names(),
        sort=view.sort_keys(),
        header=view.header,
        width=width(),
        links=takes_links(color),
        end=view.end,
    )


def _answers(question: Question, library: Library, tally: Tally, *, is_filtered: bool) -> Iterator[Answer]:
    """Yield the answers of the shows that have records; raises UsageError if all refuse the question."""
    ask = partial(answer, question)
    sieve = _sieve(question.section, library, question.words)
    yield from tally.noted(tally.values(library.each(ask, sieve)))
    may_be_wrong = is_filtered or any(":" in word for word in question.words)
    if sieve and may_be_wrong and not tally.is_answered:  # those that were passed over say whether it is
        for result in library.each(ask):
            if result.value is not None:
                tally.note(result.value)
            if tally.is_answered:
                break
    tally.refuse()


def _sieve(section: str, library: Library, words: Sequence[str]) -> Sieve | None:
    """Return what tells catalogues that hold none of the plain words, where there are many.

    Where offers are chosen, a word may be the name of a country that a file doesn't name; where shows are, it may be
    in the path of the file.
    """
    if library.size < _LEAST_TO_SIFT or section in {"availability", SHOWS}:
        return None
    from etoile_cli.listing.terms.grammar import parted
    from etoile_cli.listing.terms.places import SECTION, Keys

    is_section = section in RECORD_TYPES
    known = Keys([RECORD_TYPES[section]]) if is_section else Keys([Show, *RECORD_TYPES.values()], SECTION)
    return Sieve.of(parted(words, known)[1])


def _check_columns(question: Question) -> None:
    """Raise UsageError, before anything is read, for a column that the section doesn't have."""
    from etoile_cli.listing.across.columns import SHOW, place_of_show
    from etoile_cli.listing.columns import column_key, find_column

    place_of_show(question.section, question.names, question.format)
    for name in question.sort:
        if column_key(name.removeprefix("-")) != SHOW:
            find_column(question.section, name.removeprefix("-"), [SHOW])


def _print(question: Question, answers: Iterator[Answer], color: Color) -> None:
    if question.format is Format.TABLE:
        write_lines(table_across(question, answers, width()), color)
        return
    lines = lines_across(question, answers)
    write(map(escape_lines, lines) if question.format is Format.CSV and on_terminal() else lines, question.end)


def _end(section: str, tally: Tally, words: Sequence[str], asked: Sequence[str]) -> None:
    """Say that nothing matches, or that there is nothing; end with the exit code that says the most."""
    if not tally.count and tally.read and (asked or section in SECTIONS):
        is_known = section not in SECTIONS or tally.number
        nothing = NoMatchError(nothing_under(section, "the catalogues record")) if section in SECTIONS else None
        error = no_match(section, asked, words) if nothing is None or (asked and is_known) else nothing
        if asked and not tally.failed:
            raise error
        say_error(error)
    tally.end()
