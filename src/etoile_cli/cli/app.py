"""The Typer app: root options, and the one place where errors end."""

import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from etoile_cli import __version__
from etoile_cli.cli.command import Common
from etoile_cli.cli.options import CatalogueFile, ColorWhen, color_asked
from etoile_cli.cli.registry import COMMANDS
from etoile_cli.errors import DeliveryError, EtoileError, reason_of
from etoile_cli.system import progress
from etoile_cli.system.output import Color, settle, write

_INSTALL = "--install-completion"


class Group(Common, TyperGroup):
    """The group of commands; whatever goes wrong in one ends here as a message and an exit code."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        for command in COMMANDS:
            self.add_command(command)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that the arguments begin with; raises UsageError if there is none such."""
        if args[0] not in self.commands and not ctx.resilient_parsing:
            from etoile_cli.cli.usage import unknown_command

            raise unknown_command(args, self.commands)
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the command line and exit with its code.

        A mistake of the user's never shows a traceback; a bug of ours is none of these errors, and does.
        """
        given = args[0] if args and args[0] is not None else extra.get("args")
        given = sys.argv[1:] if given is None else given
        color = color_asked(given)
        try:
            if asked := os.environ.get("_ETOILE_COMPLETE"):
                from etoile_cli.cli import shells

                shells.prepare(asked)
            if _INSTALL in given:
                from etoile_cli.cli import shells

                shells.refuse_home()
            code = super().main(*args, **extra | {"standalone_mode": False, "obj": color}) or 0
        except EtoileError as error:
            code = _end(error, color)
        except typer.TyperException as error:
            from etoile_cli.cli.usage import usage_error

            code = _end(usage_error(error), color)
        except OSError as error:
            # The reader and the output answer for their own; what is left is what Typer writes, a completion script.
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


# Not the docstring of `root`: Python leaves those out where it is asked to optimise.
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


def _print_version(asked: bool) -> None:  # noqa: FBT001 the value of a flag, as Typer passes it
    if asked:
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
    """Print the help where no command is given, and hand on what stands before one."""
    if ctx.invoked_subcommand is None:
        write([ctx.get_help()])
        return
    # What stands before the command is the default of what stands after it.
    given = {"catalogue": catalogue, "color": color.value}
    ctx.default_map = {ctx.invoked_subcommand: given}
