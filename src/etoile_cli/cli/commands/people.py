"""`etoile people`: everybody, each once, with all that they do."""

from collections.abc import Sequence

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.cli.opening import open_catalogue
from etoile_cli.cli.options import AsJson, CatalogueFile, ColorWhen, Columns, FormatName, Header, Sort, Words
from etoile_cli.cli.printing import print_records, quoted
from etoile_cli.cli.view import View
from etoile_cli.errors import NoMatchError
from etoile_cli.listing.columns import PEOPLE
from etoile_cli.people.credit import Credit
from etoile_cli.people.credits import credits_of
from etoile_cli.people.person import joined
from etoile_cli.system.output import Color
from etoile_cli.system.progress import stage
from etoile_cli.text.values import count


def people(
    words: Words = None,
    format_: FormatName = None,
    as_json: AsJson = False,
    columns: Columns = None,
    sort: Sort = None,
    header: Header = None,
    catalogue: CatalogueFile = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Print everybody who has all the words: in a name, a character, a role, known work."""
    opened = open_catalogue(catalogue)
    view = View(format_, as_json, columns, sort, header)
    list_people(credits_of(opened.show.title, opened), words, view, color, opened)


def list_people(
    mentions: Sequence[Credit],
    words: Sequence[str] | None,
    view: View,
    color: Color,
    catalogue: Catalogue,
    *,
    in_library: bool = False,
) -> None:
    """Print the people of credits who have all the words; those of a library with the shows that they are in.

    `catalogue` says which episodes follow which: that of the one show or, in a library, one that has no episodes.
    Raises NoMatchError, after an empty document, if words are given and nobody has them.
    """
    view.refuse_commas(words or ())
    stage(f"joining {count(len(mentions), 'credit')}")
    found = everybody = joined(mentions)
    if words:
        from etoile_cli.listing.search import having_words

        stage(f"searching {count(len(everybody), 'person').replace('persons', 'people')}")
        found = list(having_words(everybody, words, catalogue))
    asked = quoted(words)
    shown = [word for word in words or () if word.strip()]
    print_records(PEOPLE, found, view, color, catalogue, words=shown, besides=["shows"] if in_library else [])
    if found:
        return
    nothing = f"the {'library' if in_library else 'catalogue'} records nothing under {PEOPLE}"
    if asked:
        raise NoMatchError(f"nothing in {PEOPLE} matches {' and '.join(asked)}" if everybody else nothing)
    from etoile_cli.system.messages import say

    say(nothing)
