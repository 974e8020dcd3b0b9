"""Which name is guessed, and where none is."""

import pytest

from etoile_cli.checking.problem import Code
from etoile_cli.formats import ExportFormat, Format
from etoile_cli.registry import COMMANDS
from etoile_cli.suggestions import did_you_mean, nearest
from etoile_cli.vocabulary import Billing, OfferKind, Status

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
        ("unsorced", Code, "unsourced"),
        ("wiki", ["wikipedia", "imdb"], "wikipedia"),
        ("watch", NAMES, ""),
        ("actors", NAMES, ""),
        ("set", NAMES, "settings"),
        ("", NAMES, ""),
        ("x" * 100_000, NAMES, ""),
        ("renewed", Status, ""),
        ("unannounced", Status, ""),
        ("not-running", Status, ""),
        ("in-production", Status, ""),
        ("lead", Billing, ""),
        ("non-recurring", Billing, ""),
        ("paid", OfferKind, ""),
        ("pre", ["premiere", "premise"], ""),
        ("ab", ["ac"], ""),
    ],
)
def test_a_guess_is_near_and_never_the_opposite(name: str, names: list[str], guess: str) -> None:
    assert nearest(name, names) == guess
    assert did_you_mean(name, names) == (f'did you mean "{guess}"?' if guess else "")
