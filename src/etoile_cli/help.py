"""How help pages are laid out and written: as Typer does it, but within the width of any terminal."""

import re
from collections.abc import Sequence
from typing import Any, Literal

import typer

# Typer carries its own Click and hands out no public names for these.
from typer._click.core import Command as AnyCommand
from typer._click.formatting import HelpFormatter
from typer.core import TyperCommand

from etoile_cli.output import Color, is_colored, write
from etoile_cli.output import width as width_of_terminal
from etoile_cli.usage import refuse_repeated

# Below this, an option's help stands under the option instead of beside it.
_WIDE = 58
# Typer's own formatter is never narrower than this.
_LEAST = 50

# A word of a command line, with the blanks that stand in quotes.
_WORD = r"""(?:[^\s"']|"[^"]*"|'[^']*')+"""


class Formatter(HelpFormatter):
    """Typer's formatter, made to fit terminals of 40 columns."""

    def __init__(
        self,
        indent_increment: int = 2,
        width: int | None = None,
        max_width: int | None = None,
        *,
        is_colored: bool = False,
    ) -> None:
        columns = width_of_terminal() - 2
        super().__init__(indent_increment, width or (columns if columns < _LEAST else None), max_width)
        self._is_colored = is_colored

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how a command is called."""
        super().write_usage(prog, args, f"{self._styled(prefix or 'Usage:', 'LABEL')} ")

    def write_heading(self, heading: str) -> None:
        """Write the heading of a part."""
        self.write(f"{' ' * self.current_indent}{self._styled(f'{heading}:', 'LABEL')}\n")

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write terms and their texts, the texts under the terms where there is no room beside them."""
        shown = [(self._styled(term, "STRONG"), text) for term, text in rows]
        super().write_dl(shown, col_max if self.width >= _WIDE else col_spacing, col_spacing)

    def _styled(self, text: str, style: Literal["LABEL", "STRONG"]) -> str:
        """Return a text in one of the styles, which are imported where somebody sees them."""
        if not self._is_colored:
            return text
        from etoile_cli import styles

        return styles.drawn([(text, getattr(styles, style))], colored=True)


class HelpContext(typer.Context):
    """A context whose help pages are made by our formatter."""

    def make_formatter(self) -> HelpFormatter:
        """Return a formatter that colours what it writes, if standard output is to be coloured."""
        return Formatter(
            width=self.terminal_width,
            max_width=self.max_content_width,
            is_colored=is_colored(self.find_root().obj or Color.AUTO),
        )


def _show_help(ctx: Any, _: Any, asked: bool) -> None:  # noqa: FBT001 as Typer calls it
    if asked and not ctx.resilient_parsing:
        write([ctx.get_help()])
        raise typer.Exit


class Helpful(AnyCommand):
    """What commands and their group have in common: help that fits the terminal, errors that know their command."""

    context_class = HelpContext

    def get_help_option(self, ctx: Any) -> Any:
        """Return Typer's help option, made to write as all our output is written."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.callback = _show_help
        return option

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the arguments; Typer raises some errors without their context, and so without the command's name."""
        try:
            if not ctx.resilient_parsing:
                refuse_repeated(ctx, self.make_parser(ctx).parse_args(args=list(args))[2])
            return super().parse_args(ctx, args)
        except typer.TyperException as error:
            if getattr(error, "ctx", None) is None:
                error.ctx = ctx  # type: ignore[attr-defined]
            raise


class Command(Helpful, TyperCommand):
    """A command; what it lists has columns, which its help names before the examples."""

    def format_epilog(self, _: Any, formatter: HelpFormatter) -> None:
        """Write what stands behind the options; the epilog is examples, a line each."""
        if any(parameter.name == "columns" for parameter in self.params):
            from etoile_cli.columns import columns_of, section_of

            if section := section_of(self.name or ""):
                with formatter.section("Columns"):
                    formatter.write_text(", ".join(columns_of(section)))
        with formatter.section("Examples"):
            for example in (self.epilog or "").splitlines():
                formatter.write("".join(f"{line}\n" for line in _lines(example, width_of_terminal())))


def _lines(example: str, width: int) -> list[str]:
    """Return a command line in lines that a shell takes as one, broken between words where it fits no terminal."""
    [first, *words] = re.findall(_WORD, example)
    lines = [f"  {first}"]
    for left, word in zip(range(len(words), 0, -1), words, strict=True):
        # Behind all but the last there must be room for the sign that it goes on.
        if len(lines[-1]) + len(word) + (1 if left == 1 else 3) <= width:
            lines[-1] += f" {word}"
        else:
            lines[-1] += " \\"
            lines.append(f"      {word}")
    return lines
