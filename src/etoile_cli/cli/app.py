"""The Typer app: the options before a command, and the one place where errors become messages and exit codes."""

import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from etoile_cli import __version__
from etoile_cli.cli.command import BaseCommand
from etoile_cli.cli.common_options import CatalogueFile, ColorWhen, color_asked
from etoile_cli.cli.registry import COMMANDS
from etoile_cli.errors import DeliveryError, EtoileError
from etoile_cli.system import progress
from etoile_cli.system.output import Color, settle, write

_INSTALL = "--install-completion"
_SHOW = "--show-completion"


class Group(BaseCommand, TyperGroup):
    """The group of commands, which catches the errors of them all."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        for command in COMMANDS:
            self.add_command(command)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that the arguments begin with; raises UsageError if it does not exist."""
        if args[0] not in self.commands and not ctx.resilient_parsing:
            from etoile_cli.cli.usage import unknown_command

            raise unknown_command(args, self.commands)
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the command line and exit with its code.

        A mistake of the user becomes a message. Any other exception is a bug, and shows its traceback.
        """
        given = args[0] if args and args[0] is not None else extra.get("args")
        given = sys.argv[1:] if given is None else given
        color = color_asked(given)
        try:
            if asked := os.environ.get("_ETOILE_COMPLETE"):
                from etoile_cli.cli import shells

                shells.prepare(asked)
            if _INSTALL in given or _SHOW in given:
                from etoile_cli.cli import shells

                shells.replace_script()
                if _INSTALL in given:
                    shells.refuse_home()
            code = super().main(*args, **extra | {"standalone_mode": False, "obj": color}) or 0
        except EtoileError as error:
            code = _end(error, color)
        except typer.TyperException as error:
            from etoile_cli.cli.usage import usage_error

            code = _end(usage_error(error), color)
        except OSError as error:
            from etoile_cli.system.reasons import reason_of

            # Errors in reading and writing are caught where they happen, but not in files that Typer writes itself:
            # completion scripts.
            code = _end(DeliveryError(f"{error.filename or 'cannot write'}: {reason_of(error)}"), color)
        except SystemExit as done:
            code = done.code
        finally:
            progress.end()
        settle()
        sys.exit(code)


def _end(error: EtoileError, color: Color) -> int:
    """Say what went wrong and return the exit code."""
    from etoile_cli.system.messages import say_error

    say_error(error, color)
    return error.exit_code


# Not the docstring of `root`, which Python omits with -OO.
_HELP = """Print what is known about a television show; every record names its sources.

The catalogue of Étoile (Prime Video, 2025) is built in; --catalogue reads any other.
"""

app = typer.Typer(
    name="etoile",
    cls=Group,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(ctx: typer.Context, asked: bool) -> None:  # noqa: FBT001 the value of a flag, as Typer passes it
    if asked and not ctx.resilient_parsing:  # TAB asks for no version
        write([f"etoile {__version__}"])
        raise typer.Exit


@app.callback(invoke_without_command=True, help=_HELP)
def root(
    ctx: typer.Context,
    catalogue: CatalogueFile = None,
    color: ColorWhen = Color.AUTO,
    version: Annotated[  # noqa: ARG001 its callback does the work
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Print the help if no command is given, else pass on the options before the command."""
    if ctx.invoked_subcommand is None:
        write([ctx.get_help()])
        return
    # The options before the command are the defaults of those after it.
    given = {"catalogue": catalogue, "color": color.value}
    ctx.default_map = {ctx.invoked_subcommand: given}
