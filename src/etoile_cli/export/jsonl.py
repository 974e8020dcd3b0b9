"""Every record of several shows as a line of JSON that names its show and its section."""

from collections.abc import Iterable, Iterator
from functools import cache

from etoile_cli.catalogue.holding import Holding
from etoile_cli.text.json_ import json_line

SHOW = "show"
SECTION = "section"
ADDED = (SHOW, SECTION)
"""The keys that each line begins with, which no record may have."""


def jsonl(holdings: Iterable[Holding]) -> Iterator[str]:
    """Yield a line a record, the show itself first: `{"show": "Étoile", "section": "cast", "name": …}`.

    Every key is present, as in JSON. Of a show, nothing is kept when the next one is read. `show` is the name that no
    other show has.
    """
    for holding in holdings:
        show = json_line(holding.name)
        for section, record in holding.catalogue.every_record():
            yield f'{{"{SHOW}":{show},"{SECTION}":{_quoted(section)},{json_line(record)[1:]}'


@cache
def _quoted(section: str) -> str:
    return json_line(section)
