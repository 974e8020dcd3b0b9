"""Completion where Typer 0.28 gets it wrong: after an equals sign, and with help of several lines.

bash passes `--sort=-na` as three words; zsh and fish pass it as one, and replace all of it. Typer's own classes do the
rest.
"""

import os
import re
from pathlib import Path
from typing import Any

# Typer has a Click of its own, without public names for these.
from typer._click.shell_completion import (
    CompletionItem,
    _resolve_context,
    add_completion_class,
    get_completion_class,
)
from typer._completion_classes import BashComplete, FishComplete, ZshComplete

from etoile_cli.errors import UsageError


def _value_completions(completer: Any, args: list[str], option: str, incomplete: str) -> list[CompletionItem]:
    """Return the completions of the value of an option."""
    context = _resolve_context(completer.cli, completer.ctx_args, completer.prog_name, args)
    options = [each for each in context.command.get_params(context) if option in each.opts]
    return [item for each in options for item in each.shell_complete(context, incomplete)]


class _OneWord:
    """Completion for shells that pass `--option=value` as one word."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        option, equals, value = incomplete.partition("=")
        if not (equals and option.startswith("--")):
            return super().get_completions(args, incomplete)  # type: ignore[misc, no-any-return]
        found = _value_completions(self, args, option, value)
        return [CompletionItem(f"{option}={item.value}", help=item.help) for item in found]

    def format_completion(self, item: CompletionItem) -> str:
        """Return an item with its help on one line: Typer wraps the help, and fish would offer each line."""
        return re.sub(r"\s*\n\s*", " ", super().format_completion(item))  # type: ignore[misc]


class Zsh(_OneWord, ZshComplete):
    """Completion for zsh."""


class Fish(_OneWord, FishComplete):
    """Completion for fish."""


class Bash(BashComplete):
    """Completion for bash, which passes `=` as a word of its own and replaces only the value after it."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """Return the completions of the word before the cursor."""
        if incomplete == "=":
            args, incomplete = [*args, incomplete], ""
        if len(args) > 1 and args[-1] == "=" and args[-2].startswith("--"):
            return _value_completions(self, args[:-2], args[-2], incomplete)
        return super().get_completions(args, incomplete)


def prepare(asked: str) -> None:
    """Prepare for the instruction in _ETOILE_COMPLETE, `complete_bash` say, before Typer carries it out.

    Raises UsageError if there is no such instruction, SystemExit if bash has not passed the words to complete.
    """
    for shell in (Bash, Zsh, Fish):  # they replace Typer's own
        add_completion_class(shell, shell.name)
    action, _, name = asked.partition("_")
    if action not in {"complete", "source"} or get_completion_class(name) is None:
        raise UsageError(f'_ETOILE_COMPLETE names no instruction: "{asked}"', hint="etoile --show-completion")
    words, number = (os.environ.get(each) for each in ("COMP_WORDS", "COMP_CWORD"))
    if asked == "complete_bash" and not (words and re.fullmatch("[0-9]{1,9}", number or "")):
        raise SystemExit(1)


def refuse_home() -> None:
    """Raise UsageError if Typer can't install completion in the home directory.

    Typer prints the directory's name unescaped, puts it in quotes for a shell, and empties a start-up file before it
    finds out that it can't encode the new content.
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
