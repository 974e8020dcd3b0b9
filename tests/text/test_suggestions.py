"""Which name is guessed, and where none is."""

import pytest

from etoile_cli.catalogue.enumerations import Billing, OfferKind, Status
from etoile_cli.check.codes import FOUND_BY
from etoile_cli.cli.registry import COMMANDS
from etoile_cli.export.formats import ExportFormat
from etoile_cli.listing.formats import Format
from etoile_cli.text.suggestions import nearest, suggestion

CODES = [code.name for code in FOUND_BY]
NAMES = [str(command.name) for command in COMMANDS]


@pytest.mark.parametrize(
    ("name", "names", "guess"),
    [
        ("cats", NAMES, "cast"),
        ("exprot", NAMES, "export"),
        ("sumary", NAMES, "summary"),
        ("episode", NAMES, "episodes"),
        ("chek", NAMES, "check"),
        ("wher-to-watch", NAMES, "where-to-watch"),
        ("tvs", Format, "tsv"),
        ("jsn", Format, "json"),
        ("htm", ExportFormat, "html"),
        ("canceled", Status, "cancelled"),
        ("recuring", Billing, "recurring"),
        ("unsorced", CODES, "unsourced"),
        ("wiki", ["wikipedia", "imdb"], "wikipedia"),
        ("watch", NAMES, ""),
        ("actors", NAMES, ""),
        ("setti", NAMES, "settings"),
        ("", NAMES, ""),
        ("x" * 100_000, NAMES, ""),
        ("renewed", Status, ""),
        ("unannounced", Status, ""),
        ("not-running", Status, ""),
        ("post-production", Status, ""),
        ("in production", Status, "in-production"),
        ("lead", Billing, ""),
        ("non-recurring", Billing, ""),
        ("paid", OfferKind, ""),
        ("pre", ["premiere", "premise"], ""),
        ("ab", ["ac"], ""),
        # Neither case nor what nobody sees makes another name of it, however short it is.
        ("TITLE", ["title", "titles"], "title"),
        ("Titel", ["title"], "title"),
        ("ENDED", Status, "ended"),
        ("CAST", NAMES, "cast"),
        ("ID", ["id"], "id"),
        ("mbt", ["MBT", "Mbt"], "MBT"),
        ("na\u200bme", ["name", "named"], "name"),
        ("i\u200bd", ["id"], "id"),
        ("\u200b", ["id"], ""),
        # The opposite of a name is no guess, misspelt neither.
        ("uncanceled", Status, ""),
        ("Uncanceled", Status, ""),
        ("unanounced", Status, ""),
        ("non_recuring", Billing, ""),
        ("never cancelled", Status, ""),
        ("sorced", ["unsourced"], ""),
        # What only begins like a negation.
        ("insecure-ur", CODES, "insecure-url"),
        ("nuused-source", CODES, "unused-source"),
        ("uknown-source", CODES, "unknown-source"),
        ("notes", ["note"], "note"),
    ],
)
def test_a_guess_is_near_and_never_the_opposite(name: str, names: list[str], guess: str) -> None:
    assert nearest(name, names) == guess
    assert suggestion(nearest(name, names)) == (f' (did you mean "{guess}"?)' if guess else "")
