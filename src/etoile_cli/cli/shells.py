"""Completion where Typer 0.28 gets it wrong: behind an equals sign, a colon or a bracket, with help of several lines.

bash passes `--sort=-na` and `billing:ma` as three words, and replaces only the last; zsh and fish pass each as one,
and replace all of it. zsh and fish quote the brackets that they insert, bash does not. Typer's own classes do the
rest.
"""

import os
import re
import shlex
from collections.abc import Sequence
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
from typer._completion_shared import COMPLETION_SCRIPT_BASH, _completion_scripts

from etoile_cli.errors import UsageError

# What is to go on without a blank behind it: a key before its value or text, a section before the key of its records.
_OPEN = r"[A-Za-z_][\w.-]*[+-]?=|[A-Za-z_][\w.:-]*:|[A-Za-z][\w-]*\."
# What zsh may execute, if it is quoted.
_SAFE_WORD = r"[\w.:=\[\]-]+"
_BRACKETS = r"[\[\]]"
_OWN_SIGNS = r"[\[\]:]"
_BREAKS = "[=:]+"
_QUOTES = ("'", '"')
BASH_SCRIPT = COMPLETION_SCRIPT_BASH.replace("local IFS=$'\n'\n", "local - IFS=$'\n'\n    set -f\n").replace(
    "    return 0\n", "    [[ ${#COMPREPLY[@]} == 1 && $COMPREPLY == *[=:.] ]] && compopt -o nospace\n    return 0\n"
)
"""Typer's own, but for two things: no blank is put behind what is to be followed by more, and brackets are no pattern
for the names of files."""


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
    """Completion for zsh, which puts no blank behind what is to be followed by more."""

    def complete(self) -> str:
        """Return what zsh executes to offer the completions."""
        args, incomplete = self.get_completion_args()
        values = [item.value for item in self.get_completions(args, incomplete)]
        open_ = [value for value in values if re.fullmatch(_OPEN, value)]
        if not (open_ or any(re.search(_OWN_SIGNS, value) for value in values)):
            return super().complete()
        others = [value for value in values if value not in open_ and re.fullmatch(_SAFE_WORD, value)]
        return "; ".join(
            f"compadd {options}-- {shlex.join(each)}" for options, each in (("-S '' ", open_), ("", others)) if each
        )


class Fish(_OneWord, FishComplete):
    """Completion for fish."""


class Bash(BashComplete):
    """Completion for bash, which passes `=` and `:` as words of their own and replaces only the value after them."""

    source_template = BASH_SCRIPT

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """Return the completions of the word before the cursor."""
        if re.fullmatch(_BREAKS, incomplete):
            args, incomplete = [*args, incomplete], ""
        if len(args) > 1 and args[-1] == "=" and args[-2].startswith("--"):
            return _value_completions(self, args[:-2], args[-2], incomplete)
        *before, word = _joined([*args, incomplete])
        found = super().get_completions(before, word)
        if not _in_quotes():
            found = [item for item in found if not re.search(_BRACKETS, item.value)]
        behind = len(word) - len(incomplete)
        return [CompletionItem(item.value[behind:], help=item.help) for item in found] if behind else found


def _in_quotes() -> bool:
    """Return whether the word before the cursor begins with a quotation mark that is still open.

    Only there bash inserts brackets as they are meant; elsewhere they are a pattern for the names of files.
    """
    words, number = os.environ["COMP_WORDS"].split("\n"), int(os.environ["COMP_CWORD"])
    word = words[number] if number < len(words) else ""
    return word.startswith(_QUOTES) and word[0] not in word[1:]


def _joined(words: Sequence[str]) -> list[str]:
    """Return words as they were typed: `name=Ana`, of which bash makes three, but not the value of an option."""
    found: list[str] = []
    for word in words:
        follows = len(found) > 1 and found[-1].endswith(("=", ":")) and not re.fullmatch(_BREAKS, found[-1])
        if found and not found[-1].startswith("-") and (follows or re.fullmatch(_BREAKS, word)):
            found[-1] += word
        else:
            found.append(word)
    return found


def prepare(asked: str) -> None:
    """Prepare for the instruction in _ETOILE_COMPLETE, `complete_bash` say, before Typer carries it out.

    Raises UsageError if there is no such instruction, SystemExit if bash has not passed the words to complete.
    """
    replace_script()
    for shell in (Bash, Zsh, Fish):  # they replace Typer's own
        add_completion_class(shell, shell.name)
    action, _, name = asked.partition("_")
    if action not in {"complete", "source"} or get_completion_class(name) is None:
        raise UsageError(f'_ETOILE_COMPLETE names no instruction: "{asked}"', hint="etoile --show-completion")
    words, number = (os.environ.get(each) for each in ("COMP_WORDS", "COMP_CWORD"))
    if asked == "complete_bash" and not (words and re.fullmatch("[0-9]{1,9}", number or "")):
        raise SystemExit(1)


def replace_script() -> None:
    """Let Typer install and show our script for bash."""
    _completion_scripts[Bash.name] = BASH_SCRIPT


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
