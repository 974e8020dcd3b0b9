"""`etoile people`: everybody, each once, with all that they do."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from etoile_cli.catalogue.holding import Holding
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.records import Show
from etoile_cli.cli.common_options import CatalogueFile, ColorWhen
from etoile_cli.cli.opening import library_asked, open_holding, words_besides_shows
from etoile_cli.cli.options import AsJson, Columns, FormatName, Header, Null, Sort, Words
from etoile_cli.cli.printing import print_records
from etoile_cli.cli.view import View
from etoile_cli.errors import NoMatchError
from etoile_cli.listing.columns import PEOPLE, find_column
from etoile_cli.people.credit import Credit
from etoile_cli.people.credits import credits_of
from etoile_cli.people.person import Person, joined
from etoile_cli.people.wording import episodes_with_show, runs_by_show
from etoile_cli.system.messages import say, say_error
from etoile_cli.system.output import Color
from etoile_cli.system.progress import stage
from etoile_cli.text.values import count, quoted

if TYPE_CHECKING:  # imported where there are several shows, or words
    from etoile_cli.library.library import Library
    from etoile_cli.listing.terms.on_key import TermOnKey

# How many shows, or from how many to how many; anything else is the name of one.
_NUMBER = r"[0-9. ]+"


def people(
    words: Words = None,
    format_: FormatName = None,
    as_json: AsJson = False,
    columns: Columns = None,
    sort: Sort = None,
    header: Header = None,
    null: Null = False,
    catalogue: CatalogueFile = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Print everybody who has all the words: in a name, a character, a role, known work."""
    view = View(format_, as_json, columns, sort, header, null)
    view.refuse_commas(words or ())
    library = library_asked(catalogue)
    if library is None:
        _list_one(open_holding(catalogue), words or (), view, color)
    else:
        _list_several(library, words or (), view, color)


def _list_one(holding: Holding, words: Sequence[str], view: View, color: Color) -> None:
    """Print the people of a show; raises NoMatchError, after an empty document, if words leave none."""
    try:
        others, _ = words_besides_shows(words, holding.name)
    except NoMatchError:
        _print([], view, color, holding.catalogue)
        raise
    _list(credits_in(holding), others, view, color, holding.catalogue, written=words)


def _list_several(library: "Library", words: Sequence[str], view: View, color: Color) -> None:
    """Print the people of a library likewise; with exit code 3 if a file can't be used."""
    from etoile_cli.cli.libraries import Tally, shows_named

    try:
        library, others, _ = shows_named(library, words)
    except NoMatchError:
        _print([], view, color, _EMPTY, in_library=True)
        raise
    tally = Tally()
    tally.tell(library.failed)
    mentions = [each for found in tally.values(library.each(credits_in)) for each in found]
    try:
        if tally.read:
            _list(mentions, others, view, color, _EMPTY, written=words, in_library=True)
        else:
            _print([], view, color, _EMPTY, in_library=True)
    except NoMatchError as error:
        if not tally.failed:
            raise
        say_error(error)
    tally.end()


# Episodes of a library follow each other only within a show: its credits say them in words already.
_EMPTY = Catalogue(1, Show(PEOPLE))


def credits_in(holding: Holding) -> list[Credit]:
    """Return the credits of a show."""
    return credits_of(holding.name, holding.catalogue)


def _list(
    mentions: Sequence[Credit],
    words: Sequence[str],
    view: View,
    color: Color,
    catalogue: Catalogue,
    *,
    written: Sequence[str],
    in_library: bool = False,
) -> None:
    """Print the people of credits who have all the words; those of a library with the shows that they are in.

    `written` are all words, also those that chose shows. `catalogue` says which episodes follow which. Raises
    NoMatchError, after an empty document, if words are given and nobody has them.
    """
    stage(f"joining {count(len(mentions), 'credit')}")
    everybody = joined(mentions)
    found = _having(everybody, words, catalogue) if words else everybody
    shown = [word for word in words if word.strip()]
    _print(found, view, color, catalogue, words=shown, in_library=in_library)
    if found:
        return
    from etoile_cli.cli.no_match import nothing_under

    nothing = nothing_under(PEOPLE, "the catalogues record" if in_library else "the catalogue records")
    if quoted(written):
        raise _no_match(everybody, words, written) if everybody else NoMatchError(nothing)
    say(nothing)


def _print(
    found: Sequence[Person],
    view: View,
    color: Color,
    catalogue: Catalogue,
    *,
    words: Sequence[str] = (),
    in_library: bool = False,
) -> None:
    """Print people, or an empty document; those of a library with the shows that they are in."""
    if not in_library:
        print_records(PEOPLE, found, view, color, catalogue, words=words)
        return
    episodes = replace(find_column(PEOPLE, "episodes"), value=episodes_with_show, shown=runs_by_show)
    instead, besides = {"episodes": episodes}, ["shows"]
    print_records(PEOPLE, found, view, color, catalogue, words=words, besides=besides, instead=instead)


def _having(everybody: Sequence[Person], words: Sequence[str], catalogue: Catalogue) -> Sequence[Person]:
    """Return the people who have all the words; `shows:2..` are those of at least two shows."""
    from etoile_cli.listing.search import having_words
    from etoile_cli.listing.terms.on_key import terms_on

    stage(f"searching {count(len(everybody), 'person').replace('persons', 'people')}")
    terms, others = terms_on(words, "shows")
    numbers = [each for each in terms if _is_number(each)]
    texts = [each.term.written for each in terms if each not in numbers]
    of_shows = [each for each in everybody if all(term.holds_number(each.number_of_shows) for term in numbers)]
    return having_words(of_shows, [*others, *texts], catalogue)


def _is_number(term: "TermOnKey") -> bool:
    return bool(re.fullmatch(_NUMBER, term.term.text))


def _no_match(everybody: Sequence[Person], words: Sequence[str], written: Sequence[str]) -> NoMatchError:
    """Return the error that nobody has the words; it explains a text that was meant to be a number of shows."""
    from etoile_cli.cli.no_match import no_match
    from etoile_cli.listing.terms.on_key import terms_on

    error = no_match(PEOPLE, quoted(written), words)
    texts = [each for each in terms_on(words, "shows")[0] if not (each.term.negated or _is_number(each))]
    shows = {name for each in everybody for name in each.shows}
    if all(any(each.holds_text(name) for name in shows) for each in texts):
        return error
    hint = "shows takes a number of shows, a range such as shows:2.., or a part of the name of one"
    return NoMatchError(error.message, hint=hint)
