"""`etoile people`: everybody, each once, with all that they do."""

import re
from collections.abc import Sequence

from etoile_cli.catalogue.holding import Holding
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.records import Show
from etoile_cli.cli.opening import library_asked, open_holding
from etoile_cli.cli.options import AsJson, CatalogueFile, ColorWhen, Columns, FormatName, Header, Null, Sort, Words
from etoile_cli.cli.printing import print_records
from etoile_cli.cli.view import View
from etoile_cli.errors import NoMatchError
from etoile_cli.listing.columns import PEOPLE
from etoile_cli.people.credit import Credit
from etoile_cli.people.credits import credits_of
from etoile_cli.people.person import Person, joined
from etoile_cli.system.messages import say
from etoile_cli.system.output import Color
from etoile_cli.system.progress import stage
from etoile_cli.text.values import count, quoted

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
        holding = open_holding(catalogue)
        _list(credits_in(holding), words or (), view, color, holding.catalogue)
        return
    from etoile_cli.cli.libraries import Tally

    tally = Tally()
    tally.tell(library.failed)
    mentions = [each for found in tally.values(library.each(credits_in)) for each in found]
    try:
        _list(mentions, words or (), view, color, _EMPTY, in_library=True)
    except NoMatchError as error:
        if not tally.failed:
            raise
        say(str(error))
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
    in_library: bool = False,
) -> None:
    """Print the people of credits who have all the words; those of a library with the shows that they are in.

    `catalogue` says which episodes follow which. Raises NoMatchError, after an empty document, if words are given and
    nobody has them.
    """
    stage(f"joining {count(len(mentions), 'credit')}")
    everybody = joined(mentions)
    found = _having(everybody, words, catalogue) if words else everybody
    shown = [word for word in words if word.strip()]
    print_records(PEOPLE, found, view, color, catalogue, words=shown, besides=["shows"] if in_library else [])
    if found:
        return
    nothing = f"the {'catalogues record' if in_library else 'catalogue records'} nothing under {PEOPLE}"
    if asked := quoted(words):
        raise NoMatchError(f"nothing in {PEOPLE} matches {' and '.join(asked)}" if everybody else nothing)
    say(nothing)


def _having(everybody: Sequence[Person], words: Sequence[str], catalogue: Catalogue) -> Sequence[Person]:
    """Return the people who have all the words; `shows:2..` are those of at least two shows."""
    from etoile_cli.listing.search import having_words
    from etoile_cli.listing.terms.on_key import terms_on

    stage(f"searching {count(len(everybody), 'person').replace('persons', 'people')}")
    terms, others = terms_on(words, "shows")
    numbers = [each for each in terms if re.fullmatch(_NUMBER, each.term.text)]
    texts = [each.term.written for each in terms if each not in numbers]
    of_shows = [each for each in everybody if all(term.holds_number(each.number_of_shows) for term in numbers)]
    return having_words(of_shows, [*others, *texts], catalogue)
