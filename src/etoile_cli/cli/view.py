"""The options that say how records are printed, and what they mean together."""

from collections.abc import Sequence

from msgspec import Struct

from etoile_cli.cli.options import format_asked
from etoile_cli.errors import UsageError
from etoile_cli.listing.formats import Format
from etoile_cli.system.environment import default_format
from etoile_cli.system.output import on_terminal

# The formats in which a record is a line, which may end otherwise.
_WITH_NULL = (Format.TSV, Format.JSONL)


class View(Struct, frozen=True):
    """How records are to be printed: the values of a command's options."""

    format: Format | None = None
    as_json: bool = False
    columns: str | None = None
    sort: str | None = None
    header: bool | None = None
    null: bool = False

    @property
    def end(self) -> str:
        """What ends a record."""
        return "\0" if self.null else "\n"

    def chosen_format(self) -> Format | None:
        """Return the format given by an option or by ETOILE_FORMAT; `None` if there is none.

        With `--null` that is TSV unless an option names another, whatever the environment says. Raises UsageError if
        two options disagree or ETOILE_FORMAT names no format.
        """
        asked = format_asked(self.format, Format.JSON, as_json=self.as_json)
        if not self.null:
            return asked or _format_of_environment()
        if asked not in (None, *_WITH_NULL):
            known = " and ".join(_WITH_NULL)
            raise UsageError(f"--null doesn't go with --format {asked}", hint=f"NUL ends the records of {known}")
        return asked or Format.TSV

    def format_or_default(self) -> Format:
        """Return the format given, else a table for a terminal and TSV for anything else."""
        return self.chosen_format() or (Format.TABLE if on_terminal() else Format.TSV)

    def column_names(self) -> Sequence[str] | None:
        """Return the names in `--columns`; `None` if it is not given."""
        return None if self.columns is None else _listed("--columns", self.columns)

    def refuse_commas(self, words: Sequence[str]) -> None:
        """Raise UsageError if a word begins with a comma: it was meant for `--columns` or `--sort`."""
        option = "--columns" if self.columns is not None else "--sort" if self.sort is not None else ""
        parted = next((word for word in words if word.startswith(",")), "")
        if option and parted:
            raise _comma_too_many(option, parted)

    def sort_keys(self) -> Sequence[str]:
        """Return the names in `--sort`, with a `-` before those to sort backwards by."""
        return _listed("--sort", self.sort) if self.sort is not None else []


def _format_of_environment() -> Format | None:
    name = default_format()
    if name is None:
        return None
    try:
        return Format(name.strip().lower())
    except ValueError:
        raise UsageError(
            f'ETOILE_FORMAT names no format: "{name}"', hint=f"the formats are {', '.join(Format)}"
        ) from None


def _listed(option: str, text: str) -> list[str]:
    names = [name.strip() for name in text.split(",")]
    if not any(names):
        raise UsageError(f"{option} names no column")
    if not all(names):
        raise _comma_too_many(option, text)
    return names


def _comma_too_many(option: str, text: str) -> UsageError:
    return UsageError(
        f'{option} has a comma too many: "{text}"',
        hint=f"commas alone join names, without blanks: {option} NAME,NAME",
    )
