"""How help pages are laid out: as Typer does it, but within the terminal's width however narrow that is."""

import shutil
from collections.abc import Sequence

import typer
from typer._click.formatting import HelpFormatter  # Typer hands out no public name for it
from typer.core import TyperCommand

# Below this, an option's help stands under the option instead of beside it.
_WIDE = 58
# Typer's own formatter is never narrower than this.
_LEAST = 50


class Formatter(HelpFormatter):
    """Typer's formatter, made to fit terminals of 40 columns."""

    def __init__(self, indent_increment: int = 2, width: int | None = None, max_width: int | None = None) -> None:
        columns = shutil.get_terminal_size().columns - 2
        super().__init__(indent_increment, width or (columns if columns < _LEAST else None), max_width)

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write terms and their texts, the texts under the terms where there is no room beside them."""
        super().write_dl(rows, col_max if self.width >= _WIDE else col_spacing, col_spacing)


class HelpContext(typer.Context):
    """A context whose help pages are made by our formatter."""

    formatter_class = Formatter


class Command(TyperCommand):
    """A command whose help fits the terminal."""

    context_class = HelpContext
