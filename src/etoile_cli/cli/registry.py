"""The commands: what the help says of each, and the function, which is imported when the command is run."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand

from etoile_cli.catalogue.section import Section
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.cli.command import Command

_MODULES = "etoile_cli.cli.commands"
# Names of Python's own, which a function can't have.
_OF_PYTHON = frozenset({"import", "set"})


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

    @property
    def _own_name(self) -> str:
        """The name of its function, and of the module that the function is in."""
        name = (self.name or "").replace("-", "_")
        return f"{name}_" if name in _OF_PYTHON else name

    def _function(self) -> Callable[..., None]:
        function: Callable[..., None] = getattr(import_module(f"{_MODULES}.{self._own_name}"), self._own_name)
        return function


class DeferredListing(Deferred):
    """The command of a section; if no module in `commands` has its name, its function is made like that of others."""

    def __init__(self, section: Section) -> None:
        super().__init__(section.command, section.summary, *section.examples)
        self._section = section.key

    def _function(self) -> Callable[..., None]:
        try:
            return super()._function()
        except ModuleNotFoundError as error:
            if error.name != f"{_MODULES}.{self._own_name}":
                raise
        from etoile_cli.cli.section_commands import listing

        return listing(self._section)


COMMANDS: Sequence[Deferred] = (
    Deferred(
        "summary",
        "Print the show on one card: who is in it, where to watch it, the trailer, what it is about.",
        "etoile summary",
        "etoile summary --json | jq -r .logline",
    ),
    *map(DeferredListing, SECTIONS.values()),
    Deferred(
        "people",
        "List everybody, each once, with all that they do.",
        "etoile people kirby",
        "etoile people role:choreographer not:part: --json",
        "etoile -c shows people shows:2.. --columns name,shows,known_for -f md",
    ),
    Deferred(
        "search",
        "List every record of any section that holds all the words.",
        'etoile search "gilmore girls"',
        "etoile search paris not:section:sources -f tsv",
        "etoile search source:fqm",
    ),
    Deferred(
        "get",
        "Print the bare value of a path, for a script.",
        "etoile get show.premiere",
        "etoile get 'cast[laage].character'",
        "etoile get episodes.title --json",
    ),
    Deferred(
        "shows",
        "List the shows of a library: a directory of catalogues, or several.",
        "etoile -c shows shows",
        "etoile -c shows shows status:ended --sort premiere",
        "etoile -c shows shows --json | jq -r '.[].title'",
    ),
    Deferred(
        "init",
        "Begin a catalogue: the show, and an example of each section in comments that teach.",
        'etoile init --title "The Bear" --network FX --premiere 2022-06-23',
        "etoile init --title Dark - | etoile check -",
        "etoile init --copy my-etoile.toml",
    ),
    Deferred(
        "import",
        "Begin a catalogue with what others keep: nfo files, TVmaze, TMDB, a page.",
        "etoile import media -o ferry.toml",
        "etoile import tvmaze.json --into mine.toml --dry-run",
        "etoile export jsonld | etoile import - --report > mine.toml",
    ),
    Deferred(
        "add",
        "Add a record to the catalogue, in its place in the file.",
        'etoile add cast name="Ana Ruiz" character=Vera sources=wtw -c mine.toml',
        "etoile crew --json | etoile add crew --json - --update -c mine.toml",
        "etoile add sources --csv sources.csv -c mine.toml",
    ),
    Deferred(
        "set",
        "Change keys of the record that the words choose.",
        'etoile set cast "kelly bishop" billing=recurring -c mine.toml',
        "etoile set show genres+=dance status_date= -c mine.toml",
        "etoile set episodes S01E07 runtime=52 --dry-run -c mine.toml",
    ),
    Deferred(
        "remove",
        "Take a record out, with the comment that belongs to it.",
        'etoile remove cast "kelly bishop" -c mine.toml',
        "etoile remove images --all --dry-run -c mine.toml",
    ),
    Deferred(
        "edit",
        "Open the catalogue in an editor, at a record, and check it before it is saved.",
        "etoile edit -c mine.toml",
        'etoile edit cast "luke kirby" -c mine.toml',
        "etoile edit show --dry-run -c mine.toml",
    ),
    Deferred(
        "check",
        "Check a catalogue: every problem, with its line and column.",
        "etoile check",
        "etoile export toml | etoile check -",
        "etoile check --explain unknown-key",
    ),
    Deferred(
        "diff",
        "Tell what changed between two catalogues, record by record and key by key.",
        "etoile diff old.toml",
        "etoile diff old.toml new.toml -f md",
        "etoile diff old.toml --json | jq -r '.changes[].record'",
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
        "etoile export html -o show.html --open",
        "etoile -c shows export html -o site",
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
