"""The commands: what the help says of each, and the function, which is imported when the command is run."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand

from etoile_cli.catalogue.sections import SECTIONS, Section
from etoile_cli.cli.command import Command


class Deferred(TyperCommand):
    """A command that has a name and a help text, and is built when it is asked for.

    Its function has its name, in a module of `commands` of that name.
    """

    def __init__(self, name: str, summary: str, *examples: str) -> None:
        super().__init__(name, help=summary, short_help=summary)
        self.examples = examples

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """Build the command and return its context: what Typer does first, to run, to print help and to complete."""
        return self._build().make_context(info_name, args, parent, **extra)

    def _build(self) -> Any:
        app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        app.command(self.name, cls=Command, help=self.help, epilog="\n".join(self.examples))(self._function())
        return typer.main.get_command(app)

    def _function(self) -> Callable[..., None]:
        name = (self.name or "").replace("-", "_")
        function: Callable[..., None] = getattr(import_module(f"etoile_cli.cli.commands.{name}"), name)
        return function


class DeferredListing(Deferred):
    """The command of a section that has no options of its own: its function is made from the section's name."""

    def __init__(self, section: Section) -> None:
        super().__init__(section.command, section.summary, *section.examples)
        self._section = section.key

    def _function(self) -> Callable[..., None]:
        from etoile_cli.cli.section_commands import listing

        return listing(self._section)


# The commands of sections that have modules, for options of their own.
_WITH_MODULES = frozenset({"cast", "where-to-watch", "trailer"})


def _of_section(section: Section) -> Deferred:
    """Return the command that lists a section."""
    if section.command in _WITH_MODULES:
        return Deferred(section.command, section.summary, *section.examples)
    return DeferredListing(section)


COMMANDS: Sequence[Deferred] = (
    Deferred(
        "summary",
        "Print the show on one card: who is in it, where to watch it, the trailer, what it is about.",
        "etoile summary",
        "etoile summary --json | jq -r .logline",
    ),
    *map(_of_section, SECTIONS.values()),
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
