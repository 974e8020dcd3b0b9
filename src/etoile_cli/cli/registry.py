"""Which commands there are: what help says of each, and where its function is, which is imported when it is run."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand

from etoile_cli.cli.command import Command


class Deferred(TyperCommand):
    """A command that is built when it is asked for; until then, it has a name and a help text.

    Its function is the one of its name in a module of `commands`, which has that name, too, unless it is given.
    """

    def __init__(self, name: str, summary: str, *examples: str, module: str = "") -> None:
        super().__init__(name, help=summary, short_help=summary)
        self.examples = examples
        self._function = name.replace("-", "_")
        self._module = module or self._function

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """Build the command and return its context: what Typer does first, to run, to help and to complete alike."""
        return self._build().make_context(info_name, args, parent, **extra)

    def _build(self) -> Any:
        function = getattr(import_module(f"etoile_cli.cli.commands.{self._module}"), self._function)
        app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        app.command(self.name, cls=Command, help=self.help, epilog="\n".join(self.examples))(function)
        return typer.main.get_command(app)


COMMANDS: Sequence[Deferred] = (
    Deferred(
        "summary",
        "Print the show on one card: who is in it, where to watch it, the trailer, what it is about.",
        "etoile summary",
        "etoile summary --json | jq -r .logline",
    ),
    Deferred(
        "cast",
        "List the cast: who plays whom.",
        "etoile cast",
        "etoile cast laage --json",
        "etoile cast --billing guest --sort name",
    ),
    Deferred(
        "creators",
        "List who created the show.",
        "etoile creators",
        "etoile creators --columns name,known_for",
        module="sections",
    ),
    Deferred(
        "crew",
        "List who else made the show.",
        "etoile crew",
        "etoile crew choreographer",
        "etoile crew --sort name -f md",
        module="sections",
    ),
    Deferred(
        "companies",
        "List the companies.",
        "etoile companies",
        "etoile companies paris -f tsv",
        module="sections",
    ),
    Deferred(
        "settings",
        "List where the show is set and where it was filmed.",
        "etoile settings",
        "etoile settings filming --columns name,city",
        module="sections",
    ),
    Deferred(
        "episodes",
        "List the episodes.",
        "etoile episodes",
        "etoile episodes --sort=-number",
        "etoile episodes -f csv",
        module="sections",
    ),
    Deferred(
        "where-to-watch",
        "List where the show can be watched, and when somebody last looked.",
        "etoile where-to-watch",
        "etoile where-to-watch --region FR",
    ),
    Deferred(
        "trailer",
        "Print the trailer's address, and say so if it is only a search for it.",
        "etoile trailer",
        "etoile trailer --all -f tsv",
    ),
    Deferred(
        "reception",
        "List what was thought of the show.",
        "etoile reception",
        "etoile reception --columns outlet,verdict,sources",
        module="sections",
    ),
    Deferred(
        "images",
        "List the pictures and whom to credit for them.",
        "etoile images",
        "etoile images --columns credit,url",
        module="sections",
    ),
    Deferred(
        "sources",
        "List the sources of the facts.",
        "etoile sources",
        "etoile sources broadwayworld",
        "etoile sources --sort=-published --columns published,publisher,url",
        module="sections",
    ),
    Deferred(
        "search",
        "List every record of any section that holds all the words.",
        'etoile search "gilmore girls"',
        "etoile search paris -f tsv",
    ),
    Deferred(
        "check",
        "Check a catalogue: every problem, with its line and column.",
        "etoile check",
        "etoile export toml | etoile check -",
        "etoile check --explain unknown-key",
    ),
    Deferred(
        "schema",
        "Print the JSON Schema of a catalogue, for editors.",
        "etoile schema > etoile.schema.json",
        "etoile schema | jq '.[\"$defs\"] | keys'",
    ),
    Deferred(
        "export",
        "Turn the catalogue into a page, a fact sheet, or what another program reads.",
        "etoile export --list",
        "etoile export html -o show.html --open",
        "etoile export toml > mine.toml",
    ),
    Deferred(
        "path",
        "Print which catalogue is read, and why.",
        "etoile path",
        "etoile path --json",
    ),
)
"""Every command, in the order of the help."""
