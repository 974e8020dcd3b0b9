"""TAB where Typer 0.28 goes wrong: behind an equals sign, `--sort=-na` say, and where help is longer than a line.

bash hands `--sort=-na` over as three words, zsh and fish as one that must come back whole. Typer's own completers do
the rest.
"""

import os
import re
from pathlib import Path
from typing import Any

# Typer carries its own Click and hands out no public names for these.
from typer._click.shell_completion import (
    CompletionItem,
    _resolve_context,
    add_completion_class,
    get_completion_class,
)
from typer._completion_classes import BashComplete, FishComplete, ZshComplete

from etoile_cli.errors import UsageError


def _value_completions(completer: Any, args: list[str], option: str, incomplete: str) -> list[CompletionItem]:
    """Return the completions of an option's value."""
    context = _resolve_context(completer.cli, completer.ctx_args, completer.prog_name, args)
    options = [each for each in context.command.get_params(context) if option in each.opts]
    return [item for each in options for item in each.shell_complete(context, incomplete)]


class _OneWord:
    """Completion for shells that hand `--option=value` over as one word."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        option, equals, value = incomplete.partition("=")
        if not (equals and option.startswith("--")):
            return super().get_completions(args, incomplete)  # type: ignore[misc, no-any-return]
        found = _value_completions(self, args, option, value)
        return [CompletionItem(f"{option}={item.value}", help=item.help) for item in found]

    def format_completion(self, item: CompletionItem) -> str:
        """Return what a shell is told of an item, on one line: Typer wraps its help, and fish offers each line."""
        return re.sub(r"\s*\n\s*", " ", super().format_completion(item))  # type: ignore[misc]


class Zsh(_OneWord, ZshComplete):
    """Completion for zsh."""


class Fish(_OneWord, FishComplete):
    """Completion for fish."""


class Bash(BashComplete):
    """Completion for bash, which takes `=` for a word of its own and wants back only what stands behind it."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """Return the completions of what stands before the cursor."""
        if incomplete == "=":
            args, incomplete = [*args, incomplete], ""
        if len(args) > 1 and args[-1] == "=" and args[-2].startswith("--"):
            return _value_completions(self, args[:-2], args[-2], incomplete)
        return super().get_completions(args, incomplete)


def prepare(asked: str) -> None:
    """Get ready for what _ETOILE_COMPLETE asks for, `complete_bash` say, once the app is built.

    Raises UsageError if that is nothing that there is, SystemExit where the shell doesn't say what is to be completed.
    """
    for shell in (Bash, Zsh, Fish):  # in place of Typer's own
        add_completion_class(shell, shell.name)
    action, _, name = asked.partition("_")
    if action not in {"complete", "source"} or get_completion_class(name) is None:
        raise UsageError(f'_ETOILE_COMPLETE asks for what there is not: "{asked}"', hint="etoile --show-completion")
    words, number = (os.environ.get(each) for each in ("COMP_WORDS", "COMP_CWORD"))
    if asked == "complete_bash" and not (words and re.fullmatch("[0-9]{1,9}", number or "")):
        raise SystemExit(1)


def refuse_home() -> None:
    """Raise UsageError where completion can't be installed in the home directory.

    Typer prints its name raw, puts it between quotation marks for a shell, and empties a start-up file before it finds
    that it can't write it.
    """
    hint = "etoile --show-completion prints what would be installed"
    home = str(Path.home())
    if not home.isprintable() or "'" in home:
        raise UsageError(f"completion can't be installed in {home}: shells don't take its name as it is", hint=hint)
    for name in (".bashrc", ".zshrc"):
        file = Path(home, name)
        try:
            if file.is_file():
                file.read_text()  # in the locale's encoding, as Typer does
        except UnicodeError:
            raise UsageError(f"{file} is not in the encoding of your locale", hint=hint) from None
