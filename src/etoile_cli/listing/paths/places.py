"""Where a path leads, by the declarations alone: a wrong one is told before any catalogue is read."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.sections import SHOW
from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.errors import UsageError
from etoile_cli.listing.column import Column, plain_columns
from etoile_cli.listing.columns import column_key, columns_of
from etoile_cli.listing.paths.grammar import Name, Position, Step, Words, Written

if TYPE_CHECKING:  # only what goes on from a value asks for its declaration
    from etoile_cli.catalogue.declarations import Declared, Path


class Place(Struct, frozen=True):
    """What the beginning of a path, `written`, leads to: the show, records of a section, or values of them.

    `column` is that of the values, `None` if it leads to whole records; `inner` leads on within the values. `is_one`
    says that it leads to one record or value at most, whatever the catalogue holds.
    """

    written: str
    section: str
    is_one: bool
    column: Column | None = None
    inner: "Path" = ()

    @property
    def is_record(self) -> bool:
        """Whether it leads to whole records."""
        return self.column is None

    @property
    def columns(self) -> Mapping[str, Column]:
        """The columns of its records by their names: what a key of a record may be called."""
        if self.section == SHOW:
            return {column.name: column for column in plain_columns(Show)}
        return columns_of(self.section)

    @property
    def declared(self) -> "Declared | None":
        """The declaration of its values; `None` of whole records, and of the numbers in an extent of minutes."""
        return self.column.declared.at(self.inner) if self.column else None

    @property
    def is_table(self) -> bool:
        """Whether its values are tables."""
        return bool(self.declared and self.declared.name)

    @property
    def is_list(self) -> bool:
        """Whether its values are lists."""
        declared = self.declared
        if declared is None or declared.name:
            return False
        return declared.item is not None or declared.own_type is Extent

    @property
    def kind(self) -> str:
        """What messages call a record or a value there."""
        if self.is_record:
            return "record"
        if self.is_table:
            return "table"
        return "list" if self.is_list else "single value"

    def described(self) -> str:
        """Return what messages say of it: `"cast.known_for" are lists`."""
        return f'"{self.written}" {f"is a {self.kind}" if self.is_one else f"are {self.kind}s"}'


class Route(Struct, frozen=True):
    """Where a path leads: where it begins, and each step with the place that it leads to."""

    begin: Place
    moves: Sequence[tuple[Step, Place]]

    @property
    def end(self) -> Place:
        """Where it leads in the end."""
        return self.moves[-1][1] if self.moves else self.begin


def route_of(path: Written, section: str) -> Route:
    """Return where a path leads that begins with the name of a section, or of the show.

    Raises UsageError, which says what there is at that place, if a step can't be taken.
    """
    place = begin = Place(path.text[: path.begin.end], section, is_one=section == SHOW)
    moves = []
    for step in path.steps:
        place = _next(place, step, path.text[: step.end])
        moves.append((step, place))
    return Route(begin, moves)


def _next(place: Place, step: Step, written: str) -> Place:
    match step:
        case Name():
            return _at_name(place, step.text, written) if place.is_record else _at_key(place, step.text, written)
        case Position() if place.is_record and not place.is_one:
            return replace(place, written=written, is_one=True)
        case Position() if place.is_list:
            return replace(place, written=written, inner=(*place.inner, step.number))
        case Words() if place.is_record and not place.is_one:
            return replace(place, written=written)
        case _:
            raise _wrong_bracket(place, step)


def _at_name(place: Place, name: str, written: str) -> Place:
    """Return the place of the values that records have under a key; raises UsageError if they have no such key."""
    known = place.columns
    column = known.get(name) or known.get(column_key(name))
    if column is None:
        from etoile_cli.text.suggestions import nearest, suggestion

        guess = suggestion(nearest(column_key(name), known))
        wrong = f'{place.section} has no key "{name}"{guess}' if name else f'no key stands behind "{place.written}."'
        raise UsageError(wrong, hint=_keys_of(place))
    return replace(place, written=written, column=column)


def _at_key(place: Place, key: str, written: str) -> Place:
    """Return the place of the values that tables have under a key, which may be any; raises UsageError for others."""
    if place.is_table:
        return replace(place, written=written, inner=(*place.inner, key))
    hint = f"a position chooses an item: {place.written}[0]" if place.is_list else f"the path ends at {place.written}"
    has = "has" if place.is_one else "have"
    wrong = f'{has} no key "{key}"' if key else f"{has} no keys"
    raise UsageError(f"{place.described()}, which {wrong}", hint=hint)


def _wrong_bracket(place: Place, step: Position | Words) -> UsageError:
    """Return the error about a bracket where a position or words can't choose."""
    by_position = isinstance(step, Position)
    chooses = "a position chooses" if by_position else "words choose"
    if place.is_record:
        return UsageError(f"{place.described()}: there is nothing to choose from", hint=_keys_of(place))
    if place.is_table:
        hint = f"a key chooses a value: {place.written}.KEY"
    elif place.is_list:
        hint = f"a position chooses an item: {place.written}[0]"
    elif place.column and not (place.is_one or place.inner):
        one = f"{place.section}{'[0]' if by_position else '[WORDS]'}.{place.column.name}"
        hint = f"behind the section, {chooses} {'a record' if by_position else 'records'}: {one}"
    else:
        hint = f"the path ends at {place.written}"
    return UsageError(f"{place.described()}: {chooses} nothing there", hint=hint)


def refuse_record(place: Place) -> None:
    """Raise UsageError if a place is that of whole records, which have no bare value."""
    if place.is_record:
        has = "has" if place.is_one else "have"
        raise UsageError(
            f"{place.described()}, which {has} no bare value", hint=f"--json prints all of it; {_keys_of(place)}"
        )


def _keys_of(place: Place) -> str:
    return f"the keys are {', '.join(place.columns)}"
