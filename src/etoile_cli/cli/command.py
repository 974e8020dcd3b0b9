"""What is common to all commands and their group: help pages that fit the terminal, and errors of the command line."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import typer

# Typer has a Click of its own, without a public name for this.
from typer._click.core import Command as AnyCommand
from typer.core import TyperCommand

from etoile_cli.system.output import Color, is_colored, write

if TYPE_CHECKING:  # imported only when somebody asks for help
    from typer._click.formatting import HelpFormatter

# Options that may be repeated, such as after an alias of the shell: the last one counts.
_LAST_WINS = frozenset({"format_", "color"})
# Options whose value is a list of names joined by commas.
_LISTS = frozenset({"columns", "sort"})

# Commands that take KEY=VALUE, and where their words are kept for the help.
_WITH_KEYS = frozenset({"add", "set"})
_GIVEN = "etoile_cli.given"


class CommandContext(typer.Context):
    """A context that formats help pages for the terminal."""

    def make_formatter(self) -> "HelpFormatter":
        """Return a formatter for the terminal's width, with colours if standard output has them."""
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


class BaseCommand(AnyCommand):
    """A command or the group: with help that fits the terminal, and with errors that name the command."""

    context_class = CommandContext

    def get_help_option(self, ctx: Any) -> Any:
        """Return Typer's help option, which writes like all our output."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.callback = _show_help
        return option

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the arguments; an error without a context gets this one, which has the command's name."""
        ctx.meta[_GIVEN] = tuple(args)
        try:
            if not ctx.resilient_parsing and _may_repeat(args):
                _refuse_repeated(self.make_parser(ctx).parse_args(args=list(args))[2])
            others = super().parse_args(ctx, args)
        except typer.TyperException as error:
            if getattr(error, "ctx", None) is None:
                error.ctx = ctx  # type: ignore[attr-defined]
            raise
        _join_catalogues(ctx)
        return others


class Command(BaseCommand, TyperCommand):
    """A command, whose help ends with the columns that it can list, if any, and with examples."""

    def format_epilog(self, ctx: Any, formatter: "HelpFormatter") -> None:
        """Write the columns and the examples; the epilog holds the examples, one in each line."""
        from etoile_cli.cli.help import write_columns, write_examples, write_keys

        if any(parameter.name == "columns" for parameter in self.params):
            write_columns(self.name or "", formatter)
        if self.name in _WITH_KEYS:
            write_keys(self.name, ctx.meta.get(_GIVEN, ()), formatter)
        write_examples((self.epilog or "").splitlines(), formatter)


def _may_repeat(args: Sequence[str]) -> bool:
    """Return whether there are options enough that one may be given twice, so that it is worth parsing them first."""
    return sum(each.startswith("-") for each in args) > 1


def _join_catalogues(context: Any) -> None:
    """Add the catalogues given after the command to those given before it: no one silently replaces another."""
    before = context.parent.params.get("catalogue") if context.parent is not None else None
    after = context.params.get("catalogue")
    if before and after and after != before:
        context.params["catalogue"] = [*before, *after]


def _refuse_repeated(given: Sequence[Any]) -> None:
    """Raise UsageError if an option that can have only one value is given twice."""
    seen: set[str] = set()
    for parameter in given:
        is_value = not getattr(parameter, "is_flag", True) and not getattr(parameter, "multiple", False)
        if not is_value or parameter.name in _LAST_WINS:
            continue
        if parameter.name in seen:
            from etoile_cli.errors import UsageError

            option = max(parameter.opts, key=len)
            joined = f"join the names by commas: {option} NAME,NAME" if parameter.name in _LISTS else "give it once"
            raise UsageError(f"{option} is given twice", hint=joined)
        seen.add(parameter.name)
