"""Messages about a wrong command line: what is wrong, and what was probably meant."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import typer

from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.errors import UsageError
from etoile_cli.text.suggestions import nearest, suggestion

# What people try who don't know the commands yet.
_MEANT: Mapping[str, str] = {
    **{
        word: section.command
        for section in SECTIONS.values()
        for word in (section.key, *section.other_names, *section.tried_as)
        if word != section.command
    },
    **dict.fromkeys(("about", "card", "info", "overview", "plot", "premise", "show", "story", "synopsis"), "summary"),
    **dict.fromkeys(("genre", "genres", "network", "networks", "status", "title", "titles", "year"), "summary"),
    **dict.fromkeys(("director", "directors"), "episodes --columns episode,title,directors"),
    **dict.fromkeys(("writer", "writers"), "episodes --columns episode,title,writers"),
    **dict.fromkeys(("credits", "everybody", "everyone", "person", "persons"), "people"),
    **dict.fromkeys(("lint", "test", "validate", "verify"), "check"),
    **dict.fromkeys(("begin", "create", "new", "start"), "init"),
    **dict.fromkeys(("editor", "nano", "open", "vi", "vim"), "edit"),
    **dict.fromkeys(("changed", "changes", "compare"), "diff"),
    **dict.fromkeys(("find", "grep", "query"), "search"),
    **dict.fromkeys(("file", "which"), "path"),
    **dict.fromkeys(("fetch", "field", "key", "value"), "get --help"),
    **dict.fromkeys(("page", "html", "website"), "export html"),
    **dict.fromkeys(("load", "scrape", "scan", "tvmaze", "tmdb"), "import"),
    **dict.fromkeys(("append", "insert", "put"), "add"),
    **dict.fromkeys(("assign", "change", "correct", "modify", "replace", "update"), "set"),
    **dict.fromkeys(("del", "delete", "drop", "erase", "rm"), "remove"),
    "trailers": "trailer --all",
    "nfo": "export nfo",
    "save": "export toml",
    "convert": "export",
    "version": "--version",
    "-v": "--version",
    "-V": "--version",
    **dict.fromkeys(("commands", "list", "ls"), "--help"),
    "-?": "--help",
    **dict.fromkeys(("--no-color", "--no-colour"), "--color never"),
}

_NOT_A_CHOICE = r"(?s)(.*)'(.*?)' is not one of (.*)"


def unknown_command(words: Sequence[str], known: Iterable[str]) -> UsageError:
    """Return the error about a command that does not exist; the words are the command and those after it."""
    name, *others = words
    names = list(known)
    if name.lower() == "help":
        helped = [each for each in others if each in names][:1]
        tried = [each for each in others if not each.startswith("-")]
        if tried and not helped:
            return unknown_command(tried, names)
        return UsageError(f'no such command "{name}"', hint=f"etoile {' '.join([*helped, '--help'])}")
    if meant := _MEANT.get(name.lower(), ""):
        return UsageError(f'no such command "{name}"', hint=f"etoile {meant}")
    return UsageError(f'no such command "{name}"{suggestion(nearest(name.lower(), names))}', hint="see etoile --help")


def usage_error(error: typer.TyperException) -> UsageError:
    """Return an error that Typer has raised, in our words."""
    context: Any = getattr(error, "ctx", None)
    command = context.command_path if context else "etoile"
    option = getattr(error, "option_name", "")
    if type(error).__name__ == "NoSuchOption":
        return _unknown_option(option, context, command)
    message = " ".join(error.format_message().split()).rstrip(".")
    choice = re.fullmatch(_NOT_A_CHOICE, message)
    if choice:
        message += suggestion(nearest(choice[2].lower(), re.findall(r"'(.*?)'", choice[3])))
    return UsageError(message[:1].lower() + message[1:], hint=f"see {command} --help")


def _unknown_option(option: str, context: Any, command: str) -> UsageError:
    if option in _MEANT:
        return UsageError(f'no such option "{option}"', hint=f"{command.split(maxsplit=1)[0]} {_MEANT[option]}")
    parameters = context.command.get_params(context) if context else ()
    known = [name for each in parameters for name in (*each.opts, *each.secondary_opts) if name.startswith("--")]
    guess = nearest(option, known) if option.startswith("--") else ""
    return UsageError(f'no such option "{option}"{suggestion(guess)}', hint=f"see {command} --help")
