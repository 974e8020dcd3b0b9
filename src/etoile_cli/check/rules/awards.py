"""Awards: whether one is there twice, or both won and only nominated."""

from collections.abc import Iterator

from etoile_cli.catalogue.model import Award
from etoile_cli.check.contents import Contents, Entry
from etoile_cli.check.problem import Finding
from etoile_cli.check.rules.repetition import DUPLICATE
from etoile_cli.check.rules.seasons import CONTRADICTION
from etoile_cli.check.toml.advice.hints import Hint
from etoile_cli.text.folding import fold

# Who is named for what: with other recipients or for other episodes it is another nomination.
_WHAT = ("award", "category")
_FOR_WHAT = ("recipients", "episodes")


def repeated_awards(contents: Contents) -> Iterator[Finding]:
    """Yield the awards that an earlier record has, in whatever case and order, with the same or another result."""
    seen: dict[object, Entry] = {}
    for entry in contents.of(Award):
        if not (identity := _identity(entry)):
            continue
        first = seen.setdefault(identity, entry)
        result, earlier = entry.values.get("result"), first.values.get("result")
        if first is entry or entry.values == first.values or not result or not earlier:
            continue  # a record that repeats another word for word is reported as such
        path = (*entry.path, "result")
        if result == earlier:
            yield Finding(DUPLICATE, path, "the same award as the record", Hint("keep one of them"), first=first.path)
        else:
            message = f'"result" is "{result}", and "{earlier}" in the record of the same award'
            hint = Hint("an award that was won needs no other record for the nomination")
            yield Finding(CONTRADICTION, path, message, hint, first=first.path)


def _identity(entry: Entry) -> tuple[object, ...]:
    """Return what distinguishes an award from others; nothing if some of it can't be read."""
    texts = [entry.values.get(key, "") for key in _WHAT]
    lists = [entry.values.get(key, []) for key in _FOR_WHAT]
    if None in texts or not texts[0] or any(each is None or None in each for each in lists):
        return ()
    return (*map(fold, texts), *(frozenset(map(fold, each)) for each in lists), entry.values.get("date"))
