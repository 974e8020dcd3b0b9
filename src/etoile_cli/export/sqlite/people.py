"""The people of all shows, each once, in the database itself: no memory grows with the shows."""

from collections.abc import Mapping
from sqlite3 import Connection

from etoile_cli.catalogue.schemes import valid_ids


class People:
    """The people who are in the database so far.

    The same id elsewhere is the same person, whatever the name. So is the same name, unless the first person of that
    name has another id of the same scheme.
    """

    def __init__(self, database: Connection) -> None:
        self._database = database
        self._number = 0
        self._of_show: dict[tuple[str, tuple[tuple[str, str], ...]], int] = {}

    def begin_show(self) -> None:
        """Forget what was only kept to be quick within a show."""
        self._of_show.clear()

    def number(self, name: str, ids: Mapping[str, str]) -> int:
        """Return the number of the person of a name, and of ids elsewhere by their schemes; a new one is put in."""
        key = name, tuple(ids.items())
        if key not in self._of_show:
            self._of_show[key] = self._found(name, valid_ids("person", ids))
        return self._of_show[key]

    def _found(self, name: str, ids: Mapping[str, str]) -> int:
        number = self._by_id(ids) or self._by_name(name, ids) or self._put(name)
        if ids:
            self._database.executemany(
                "INSERT OR IGNORE INTO people_ids (person, scheme, value) VALUES (?, ?, ?)",
                [(number, scheme, id_) for scheme, id_ in ids.items()],
            )
        return number

    def _by_id(self, ids: Mapping[str, str]) -> int | None:
        for pair in ids.items():
            found = self._one("SELECT person FROM people_ids WHERE value = ?2 AND scheme = ?1 ORDER BY person", pair)
            if found:
                return int(found)
        return None

    def _by_name(self, name: str, ids: Mapping[str, str]) -> int | None:
        found = self._one("SELECT person FROM people WHERE name = ? ORDER BY person", (name,))
        if found is None:
            return None
        known = ((id_, self._id(int(found), scheme)) for scheme, id_ in ids.items())
        return None if any(other not in {None, id_} for id_, other in known) else int(found)

    def _id(self, person: int, scheme: str) -> int | str | None:
        return self._one("SELECT value FROM people_ids WHERE person = ? AND scheme = ?", (person, scheme))

    def _one(self, query: str, values: tuple[int | str, ...]) -> int | str | None:
        found: tuple[int | str] | None = self._database.execute(f"{query} LIMIT 1", values).fetchone()
        return found[0] if found else None

    def _put(self, name: str) -> int:
        self._number += 1
        self._database.execute("INSERT INTO people (person, name) VALUES (?, ?)", (self._number, name))
        return self._number
