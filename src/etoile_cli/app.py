"""The Typer app: root options, which commands there are, and the one place where errors end."""

import os
import sys
from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from etoile_cli import __version__
from etoile_cli.commands.check import check
from etoile_cli.commands.export import export
from etoile_cli.commands.path import path
from etoile_cli.commands.schema import schema
from etoile_cli.commands.search import search
from etoile_cli.commands.sections import cast, plain_listing, where_to_watch
from etoile_cli.commands.summary import summary
from etoile_cli.commands.trailer import trailer
from etoile_cli.errors import DeliveryError, EtoileError, UsageError
from etoile_cli.help import Command, Helpful
from etoile_cli.options import CatalogueFile, ColorWhen
from etoile_cli.output import Color, say_error, settle, write


class Group(Helpful, TyperGroup):
    """The group of commands; whatever goes wrong in one ends here as a message and an exit code."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the command line and exit with its code.

        A mistake of the user's never shows a traceback; a bug of ours is none of these errors, and does.
        """
        if "_ETOILE_COMPLETE" in os.environ:
            from etoile_cli import shells

            shells.register()
        try:
            code = super().main(*args, **extra | {"standalone_mode": False}) or 0
        except EtoileError as error:
            code = _end(error)
        except typer.TyperException as error:
            code = _end(_usage_error(error))
        except OSError as error:
            # The reader and the output answer for their own; what is left is what Typer writes, a completion script.
            code = _end(DeliveryError(f"{error.filename or 'cannot write'}: {(error.strerror or str(error)).lower()}"))
        except SystemExit as done:
            code = done.code
        settle()
        sys.exit(code)


def _end(error: EtoileError) -> int:
    say_error(error)
    return error.exit_code


def _usage_error(error: typer.TyperException) -> UsageError:
    context = getattr(error, "ctx", None)
    message = " ".join(error.format_message().split()).rstrip(".")
    command = context.command_path if context else "etoile"
    return UsageError(message[:1].lower() + message[1:], hint=f"see {command} --help")


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


@app.callback(invoke_without_command=True)
def root(
    ctx: typer.Context,
    catalogue: CatalogueFile = None,
    color: ColorWhen = Color.AUTO,
    version: Annotated[  # noqa: ARG001 its callback does the work
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Print what is known about a television show; every record names its sources.

    The catalogue of Étoile (Prime Video, 2025) is built in; --catalogue reads any other.
    """
    if ctx.invoked_subcommand is None:
        write([ctx.get_help()])
        return
    # What stands before the command is the default of what stands after it.
    given = {"catalogue": catalogue, "color": color.value}
    ctx.default_map = {ctx.invoked_subcommand: given}


def _register(name: str, command: Callable[..., None], *examples: str) -> None:
    """Add a command; its help is its docstring and ends with examples that work on the built-in catalogue."""
    summary = command.__doc__
    app.command(name, cls=Command, help=summary, short_help=summary, epilog="\n".join(examples))(command)


_register(
    "summary",
    summary,
    "etoile summary",
    "etoile summary --json | jq -r .logline",
)
_register(
    "cast",
    cast,
    "etoile cast",
    "etoile cast laage --json",
    "etoile cast --billing guest --sort name",
)
_register(
    "creators",
    plain_listing("creators", "List who created the show."),
    "etoile creators",
    "etoile creators --columns name,known_for",
)
_register(
    "crew",
    plain_listing("crew", "List who else made the show."),
    "etoile crew",
    "etoile crew choreographer",
    "etoile crew --sort name -f md",
)
_register(
    "companies",
    plain_listing("companies", "List the companies."),
    "etoile companies",
    "etoile companies paris -f tsv",
)
_register(
    "settings",
    plain_listing("settings", "List where the show is set and where it was filmed."),
    "etoile settings",
    "etoile settings filming --columns name,city",
)
_register(
    "episodes",
    plain_listing("episodes", "List the episodes."),
    "etoile episodes",
    "etoile episodes --sort=-number",
    "etoile episodes -f csv",
)
_register(
    "where-to-watch",
    where_to_watch,
    "etoile where-to-watch",
    "etoile where-to-watch --region FR",
)
_register(
    "trailer",
    trailer,
    "etoile trailer",
    "etoile trailer --all -f tsv",
)
_register(
    "reception",
    plain_listing("reception", "List what was thought of the show."),
    "etoile reception",
    "etoile reception --columns outlet,verdict,sources",
)
_register(
    "images",
    plain_listing("images", "List the pictures and whom to credit for them."),
    "etoile images",
    "etoile images --columns credit,url",
)
_register(
    "sources",
    plain_listing("sources", "List the sources of the facts."),
    "etoile sources",
    "etoile sources broadwayworld",
    "etoile sources --sort=-published --columns published,publisher,url",
)
_register(
    "search",
    search,
    'etoile search "gilmore girls"',
    "etoile search paris -f tsv",
)
_register(
    "check",
    check,
    "etoile check",
    "etoile export toml | etoile check -",
    "etoile check --explain unknown-key",
)
_register(
    "schema",
    schema,
    "etoile schema > etoile.schema.json",
    "etoile schema | jq -r '.[\"$defs\"].CastMember.properties | keys[]'",
)
_register(
    "export",
    export,
    "etoile export json",
    "etoile export toml > mine.toml",
)
_register(
    "path",
    path,
    "etoile path",
    "etoile path --json",
)
