"""The ids in other databases that media libraries write: as `uniqueid` with its type, or as elements of their own."""

from typing import Any

from etoile_cli.catalogue.schemes import scheme_key
from etoile_cli.importing.formats.nfo.elements import children, drop_children, put_back, take_all
from etoile_cli.importing.intake.intake import Intake
from etoile_cli.importing.intake.texts import one_line
from etoile_cli.importing.intake.values import ids_in_address
from etoile_cli.importing.reading.tree import Node
from etoile_cli.importing.reading.xml_ import TEXT

_SCHEMES = ("imdb", "tmdb", "tvdb", "tvmaze", "wikidata", "eidr", "trakt", "tvrage", "zap2it")
_ELEMENTS = {f"{scheme}{ending}": scheme for scheme in _SCHEMES for ending in ("id", "_id")}
# The scheme by which `etoile export nfo` marks shows that have no id elsewhere, and Kodi's word for no scheme.
_OWN = "etoile"
_UNKNOWN = frozenset({"", "unknown"})
_NO_IDS = frozenset({"", "0", "-1"})
_NUMBERED = "tt"


def take_ids(node: Node, what: str, intake: Intake) -> dict[str, str]:
    """Take the ids of a show or an episode, by scheme; of a scheme with several, the first that is given."""
    ids: dict[str, str] = {}
    of_no_scheme: list[str] = []
    for child in children(node, "uniqueid"):
        scheme, id_ = _unique(child)
        if scheme.casefold() in _UNKNOWN:
            of_no_scheme.append(id_)
        elif scheme.casefold() != _OWN:
            _add(ids, scheme, id_, what, intake)
    drop_children(node, "uniqueid", _is_unique)
    for name, scheme in _ELEMENTS.items():
        for id_ in take_all(node, name):
            _add(ids, scheme, id_, what, intake)
    of_no_scheme += _old_ids(node, ids, what, intake)
    known = {*ids.values(), *_NO_IDS}
    unknown = dict.fromkeys(id_ for id_ in of_no_scheme if id_ not in known)
    intake.leave_out_all((f'the id "{id_}" of {what}' for id_ in unknown), "is of no database that is named")
    return ids


def take_ids_of_person(node: Node, what: str, intake: Intake) -> dict[str, str]:
    """Take the ids of a person, and the address of the page that one of them leads to."""
    ids: dict[str, str] = {}
    for name, scheme in _ELEMENTS.items():
        for id_ in take_all(node, name):
            _add(ids, scheme, id_, what, intake)
    for address in take_all(node, "profile"):
        found = ids_in_address("person", address)
        if found and all(ids.setdefault(scheme, id_) == id_ for scheme, id_ in found.items()):
            continue
        put_back(node, "profile", [address])
    return ids


def _old_ids(node: Node, ids: dict[str, str], what: str, intake: Intake) -> list[str]:
    """Take what Kodi had before `uniqueid`: ids of IMDb, in attributes those of others, and numbers of no scheme."""
    for child in children(node, "id"):
        for scheme in _SCHEMES:
            if isinstance(child, dict) and isinstance(id_ := child.pop(f"@{scheme}", None), str):
                _add(ids, scheme, one_line(id_), what, intake)
    given = take_all(node, "id")
    for id_ in given:
        if id_.startswith(_NUMBERED):
            _add(ids, "imdb", id_, what, intake)
    return [id_ for id_ in given if not id_.startswith(_NUMBERED)]


def _add(ids: dict[str, str], scheme: str, id_: str, what: str, intake: Intake) -> None:
    key = scheme_key(scheme)
    if id_ not in _NO_IDS and ids.setdefault(key, id_) != id_:
        intake.leave_out(f'the id "{id_}" of {what}', f'another of "{key}" comes before it')


def _is_unique(child: Any) -> bool:
    return isinstance(child, str) or (isinstance(child, dict) and isinstance(child.get(TEXT, ""), str))


def _unique(child: Any) -> tuple[str, str]:
    """Return the scheme and the id of a `uniqueid`, empty if it has none."""
    if isinstance(child, str):
        return "", one_line(child)
    scheme, id_ = (child.get("@type"), child.get(TEXT)) if isinstance(child, dict) else ("", "")
    return one_line(scheme) if isinstance(scheme, str) else "", one_line(id_) if isinstance(id_, str) else ""


def peek_ids(node: Node) -> dict[str, str]:
    """Return the ids that a table has as `uniqueid`, which stay in it."""
    return {scheme.casefold(): id_ for scheme, id_ in map(_unique, children(node, "uniqueid"))}
