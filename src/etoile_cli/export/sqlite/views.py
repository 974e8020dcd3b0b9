"""The views: the single episodes of runs, and who is named anywhere."""

from collections.abc import Iterable, Iterator, Sequence

from etoile_cli.export.sqlite.columns import PEOPLE, PERSON, RECORD
from etoile_cli.export.sqlite.quoting import literal, quoted
from etoile_cli.export.sqlite.tables import OF_SHOW, SHOWS, Layout, Table

CREDITS = "credits"

# Names in these come from the program, each quoted: a catalogue has no say in them.
_LISTED = """CREATE VIEW {view} AS -- Every listed episode of them, once.
SELECT s.record, e.record AS episode FROM {spans} AS s
JOIN episodes AS e ON e.show = s.show AND e.record BETWEEN s.first AND s.last"""
_ALONE = """SELECT {person} AS person, {show} AS show, record, {key} AS key FROM {table}
WHERE {person} IS NOT NULL"""
_AMONG_OTHERS = """SELECT p.person, r.{show} AS show, p.record, {key} AS key FROM {held} AS p
JOIN {table} AS r ON r.record = p.record WHERE p.person IS NOT NULL"""


def views(layouts: Sequence[Layout]) -> Iterator[str]:
    """Yield the statements that make the views."""
    for layout in layouts:
        for each in layout.several:
            if each.spans:
                yield _LISTED.format(view=quoted(each.view), spans=quoted(each.spans.name))
    if found := list(_named(layouts)):
        yield (
            f"CREATE VIEW {quoted(CREDITS)} AS -- Who is named in which record, by which key.\n"
            + "\nUNION ALL\n".join(found)
        )


def _named(layouts: Iterable[Layout]) -> Iterator[str]:
    """Yield a query for each key that names people."""
    for layout in layouts:
        table = quoted(layout.table.name)
        show = RECORD if layout.table.name == SHOWS else OF_SHOW.name
        for person in people_of(layout.table):
            key = person.removesuffix(PERSON).removesuffix("_") or layout.main
            yield _ALONE.format(person=quoted(person), show=show, key=literal(key), table=table)
        for each in layout.several:
            if people_of(each.table):
                held = quoted(each.table.name)
                yield _AMONG_OTHERS.format(show=show, key=literal(each.key), held=held, table=table)


def people_of(table: Table) -> list[str]:
    """Return the columns of a table that hold people."""
    return [column.name for column in table.columns if column.table == PEOPLE]
