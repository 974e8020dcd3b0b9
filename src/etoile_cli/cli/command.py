"""What commands and their group have in common beyond Typer: the help they print, the mistakes they refuse."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import typer

# Typer carries its own Click and hands out no public name for this.
from typer._click.core import Command as AnyCommand
from typer.core import TyperCommand

from etoile_cli.system.output import Color, is_colored, write

if TYPE_CHECKING:  # how help is laid out is imported when somebody asks for it
    from typer._click.formatting import HelpFormatter

# Of these options the last one wins, wherever the others come from: an alias of the shell, say.
_LAST_WINS = frozenset({"format_", "color"})
_JOINED = frozenset({"columns", "sort"})


class Context(typer.Context):
    """A context whose help pages fit the terminal."""

    def make_formatter(self) -> "HelpFormatter":
        """Return a formatter that colours what it writes, if standard output is to be coloured."""
        from etoile_cli.cli.help import Formatter

        return Formatter(
            width=self.terminal_width,
            max_width=self.max_content_width,
            is_colored=is_colored(self.find_root().obj or Color.AUTO),
        )


def _show_help(ctx: Any, _: Any, asked: bool) -> None:  # noqa: FBT001 as Typer calls it
    if asked and not ctx.resilient_parsing:
        write([ctx.get_help()])
        raise typer.Exit


class Common(AnyCommand):
    """What commands and their group have in common: help that fits the terminal, errors that know their command."""

    context_class = Context

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
                _refuse_repeated(ctx, self.make_parser(ctx).parse_args(args=list(args))[2])
            return super().parse_args(ctx, args)
        except typer.TyperException as error:
            if getattr(error, "ctx", None) is None:
                error.ctx = ctx  # type: ignore[attr-defined]
            raise


class Command(Common, TyperCommand):
    """A command; what it lists has columns, which its help names before the examples."""

    def format_epilog(self, _: Any, formatter: "HelpFormatter") -> None:
        """Write what follows the options; the epilog is examples, a line each."""
        from etoile_cli.cli.help import write_columns, write_examples

        if any(parameter.name == "columns" for parameter in self.params):
            write_columns(self.name or "", formatter)
        write_examples((self.epilog or "").splitlines(), formatter)


def _refuse_repeated(context: Any, given: Sequence[Any]) -> None:
    """Raise UsageError if one of the options given, each as often as it was, silently replaced another."""
    seen = {"catalogue"} if context.parent and context.parent.params.get("catalogue") is not None else set()
    for parameter in given:
        is_value = not getattr(parameter, "is_flag", True) and not getattr(parameter, "multiple", False)
        if not is_value or parameter.name in _LAST_WINS:
            continue
        if parameter.name in seen:
            from etoile_cli.errors import UsageError

            option = max(parameter.opts, key=len)
            joined = f"join the names by commas: {option} NAME,NAME" if parameter.name in _JOINED else "give it once"
            raise UsageError(f"{option} is given twice", hint=joined)
        seen.add(parameter.name)
