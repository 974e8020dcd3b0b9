"""What records are called in other records that refer to them."""

import pytest

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.records import Show, Source
from etoile_cli.catalogue.references import References

PAGE = "https://example.org/"
CATALOGUE = Catalogue(
    format=1,
    show=Show(title="A"),
    sources=(
        Source(id="first", title="The first page", publisher="Broadcaster", url=PAGE),
        Source(id="second", title="The second page", publisher="Broadcaster", url=PAGE),
        Source(id="only", title="Review", publisher="Weekly", url=PAGE),
        Source(id="copy", title="Gone", publisher="Daily", archived=PAGE),
        Source(id="book", title="The Book", publisher="Press"),
        Source(id="credits", title="End credits"),
        Source(id="bare", title="Page", url=PAGE),
        Source(id="only", title="The same id again", publisher="Weekly", url=PAGE),
    ),
)


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("first", "Broadcaster: The first page"),
        ("second", "Broadcaster: The second page"),
        ("only", "Weekly"),
        ("copy", "Daily"),
        ("book", "Press: The Book"),
        ("credits", "End credits"),
        ("bare", "Page"),
        ("nobody", "nobody"),
    ],
)
def test_a_source_is_called_by_its_publisher_only_where_that_tells_it_apart(id_: str, name: str) -> None:
    assert References(CATALOGUE).name("sources", id_) == name
