"""The people of all shows, each once: who is whom is known when all shows are read, and `people.joining` decides.

Until then each way to mention somebody (a name, with aliases and ids) counts as a person. Equal ones are always one
person, so that only ways that share a name or an id with others are compared, in memory; the others stay in a
temporary table, whose size no memory knows.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from sqlite3 import Connection
from typing import Any

from msgspec import json

from etoile_cli.catalogue.schemes import valid_ids
from etoile_cli.export.sqlite.columns import Place
from etoile_cli.export.sqlite.quoting import quoted
from etoile_cli.people.credit import Credit
from etoile_cli.people.joining import same_people, signs
from etoile_cli.people.person import name_of

_TABLES = (
    """CREATE TEMP TABLE mentions (
        mention INTEGER PRIMARY KEY, name TEXT, further TEXT, times INTEGER, UNIQUE (name, further)
    )""",
    "CREATE TEMP TABLE signs (sign INTEGER, mention INTEGER)",
    "CREATE TEMP TABLE joined (mention INTEGER PRIMARY KEY, joins INTEGER)",
)
_SHARING = """SELECT mention, name, further, times FROM mentions WHERE mention IN (
    SELECT mention FROM signs WHERE sign IN (SELECT sign FROM signs GROUP BY sign HAVING COUNT(*) > 1)
) ORDER BY mention"""
# Names in it come from the program, each quoted.
_UPDATE = """UPDATE {table} SET {column} = (SELECT joins FROM joined WHERE mention = {table}.{column})
WHERE {column} IN (SELECT mention FROM joined)"""
_IDENTIFIED = """SELECT coalesce(joins, mention) AS whose, further FROM mentions LEFT JOIN joined USING (mention)
WHERE further <> '' ORDER BY whose, mention"""


class People:
    """The people who are in the database so far."""

    def __init__(self, database: Connection) -> None:
        self._database = database
        self._number = 0
        self._of_show: dict[tuple[str, int, str], int] = {}
        for statement in _TABLES:
            database.execute(statement)

    def begin_show(self, mentions: Iterable[Credit]) -> None:
        """Take in the credits of a show, and forget those of the show before it."""
        self._of_show.clear()
        known: dict[tuple[str, str], int | None] = {}
        times: Counter[int] = Counter()
        for credit in mentions:
            key = credit.name, _further(credit)
            if key not in known:
                known[key] = self._found(*key) or self._new(credit, key[1])
            if number := known[key]:
                times[number] += 1
                self._of_show[credit.section, credit.number, credit.name] = number
        counted = "UPDATE mentions SET times = times + ? WHERE mention = ?"
        self._database.executemany(counted, ((number, mention) for mention, number in times.items()))

    def number(self, name: str, place: Place) -> int | None:
        """Return the number of whom a record of the show names; `None` if the name is blank, and no id is known."""
        section, _ = place
        return self._of_show.get((*place, name)) or self._of_show.get((section, 0, name))

    def join(self, columns: Iterable[tuple[str, str]]) -> None:
        """Make the tables of people, each once, and put their numbers into columns, given with their tables.

        A person has the number of the first mention, so that the order is that of `etoile people`.
        """
        names = self._join()
        for table, column in columns if names else ():
            self._database.execute(_UPDATE.format(table=quoted(table), column=quoted(column)))
        self._database.execute(
            "INSERT INTO people (person, name) SELECT mention, name FROM mentions "
            "WHERE mention NOT IN (SELECT mention FROM joined) ORDER BY mention"
        )
        renamed = ((name, person) for person, name in names.items())
        self._database.executemany("UPDATE people SET name = ? WHERE person = ?", renamed)
        self._database.executemany("INSERT INTO people_ids (person, scheme, value) VALUES (?, ?, ?)", self._ids())
        for table in ("mentions", "signs", "joined"):
            self._database.execute(f"DROP TABLE temp.{table}")

    def _found(self, name: str, further: str) -> int | None:
        query = "SELECT mention FROM mentions WHERE name = ? AND further = ?"
        found: tuple[int] | None = self._database.execute(query, (name, further)).fetchone()
        return found[0] if found else None

    def _new(self, credit: Credit, further: str) -> int | None:
        """Put in a mention; nobody who has neither a name nor an id."""
        found = signs(credit)
        if not found:
            return None
        self._number += 1
        self._database.execute("INSERT INTO mentions VALUES (?, ?, ?, 0)", (self._number, credit.name, further))
        self._database.executemany("INSERT INTO signs VALUES (?, ?)", [(sign, self._number) for sign in found])
        return self._number

    def _join(self) -> Mapping[int, str]:
        """Say whom each mention joins, and return the names of the people of several by their numbers."""
        mentions, times = [], {}
        for number, name, further, often in self._database.execute(_SHARING):
            mentions.append(Credit(name, "", "", number, **_held(further)))
            times[number] = often
        names = {}
        for group in same_people(mentions):
            if len(group) > 1:
                names[group[0].number] = name_of(_forms(group, times))
                rows = [(credit.number, group[0].number) for credit in group[1:]]
                self._database.executemany("INSERT INTO joined VALUES (?, ?)", rows)
        return names

    def _ids(self) -> Iterator[tuple[int, str, str]]:
        """Yield the first id of each person in each scheme."""
        for person, rows in groupby(self._database.execute(_IDENTIFIED), key=itemgetter(0)):
            found: dict[str, tuple[str, str]] = {}
            for _, further in rows:
                for scheme, id_ in valid_ids("person", _held(further)["ids"]).items():
                    found.setdefault(scheme.lower(), (scheme, id_))
            yield from ((person, *each) for each in found.values())


def _forms(group: Iterable[Credit], times: Mapping[int, int]) -> Mapping[str, int]:
    """Return how many credits have each form of a name, by how many each mention stands for."""
    forms: Counter[str] = Counter()
    for credit in group:
        forms[credit.name] += times[credit.number]
    return forms


def _further(credit: Credit) -> str:
    """Return what is known of somebody besides the name, as JSON; empty if nothing is."""
    return json.encode({"aliases": credit.aliases, "ids": credit.ids}).decode() if credit.aliases or credit.ids else ""


def _held(further: str) -> Mapping[str, Any]:
    return json.decode(further) if further else {}
