"""`etoile init`: begins a catalogue, or copies the one in use."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from etoile_cli.cli.common_options import ColorWhen
from etoile_cli.cli.new_files import deliver, refuse_existing, say_what_next
from etoile_cli.errors import CatalogueError, UsageError
from etoile_cli.system.output import Color

NewFile = Annotated[
    str | None,
    typer.Argument(
        metavar="[FILE]",
        help="The file to make, - for standard output; if not given, one with the title as its name.",
        show_default=False,
    ),
]
Title = Annotated[
    str | None,
    typer.Option("--title", metavar="TITLE", help="The title of the show. On a terminal, asked for if not given."),
]
Premiere = Annotated[
    str | None,
    typer.Option("--premiere", metavar="DATE", help="When it was first shown: 2025-04-24, 2025-04 or 2025."),
]
Networks = Annotated[
    list[str] | None, typer.Option("--network", metavar="NAME", help="Who shows it first; may be given several times.")
]
Genres = Annotated[
    list[str] | None, typer.Option("--genre", metavar="GENRE", help="A genre; may be given several times.")
]
Languages = Annotated[
    list[str] | None,
    typer.Option("--language", metavar="TAG", help="Its language, such as en; may be given several times."),
]
Countries = Annotated[
    list[str] | None,
    typer.Option("--country", metavar="CODE", help="Where it is made, such as FR; may be given several times."),
]
Copy = Annotated[
    bool, typer.Option("--copy", help="Copy the catalogue in use as it is, comments and all, instead of a new one.")
]
CopiedFile = Annotated[
    list[str] | None,
    typer.Option(
        "--catalogue",
        "-c",
        metavar="FILE",
        help="With --copy: copy this catalogue, - for standard input.",
        show_default=False,
    ),
]
_SUFFIX = ".toml"
_ANOTHER_NAME = "name another FILE: init never replaces one"


def init(
    file: NewFile = None,
    title: Title = None,
    premiere: Premiere = None,
    networks: Networks = None,
    genres: Genres = None,
    languages: Languages = None,
    countries: Countries = None,
    copy: Copy = False,
    catalogue: CopiedFile = None,
    color: ColorWhen = Color.AUTO,  # noqa: ARG001 accepted everywhere; a catalogue has no colour
) -> None:
    """Begin a catalogue: the show, and an example of each section in comments that teach."""
    given: dict[str, Sequence[str] | None] = {
        "title": None if title is None else [title],
        "premiere": None if premiere is None else [premiere],
        "networks": networks,
        "genres": genres,
        "languages": languages,
        "countries": countries,
    }
    told = {key: texts for key, texts in given.items() if texts}
    if copy:
        _copy(file, catalogue, told)
        return
    if catalogue:
        raise UsageError("--catalogue names what is copied", hint="add --copy, or leave it out")
    _begin(file, told)


def _begin(file: str | None, told: Mapping[str, Sequence[str]]) -> None:
    """Write a new catalogue of what is told of the show; its title is asked for if it is missing."""
    from etoile_cli.edit.beginning.new_catalogue import new_catalogue

    show = _values(told)
    if file is not None:
        refuse_existing(file, _ANOTHER_NAME)  # before anything is asked for
    if "title" not in show:
        show = {"title": _asked_title(), **show}
    content = [f"{line}\n".encode() for line in new_catalogue(show)]
    file = file or f"{_slug(show['title'])}{_SUFFIX}"
    deliver(file, content, _ANOTHER_NAME)
    say_what_next(file, "etoile add sources")


def _values(told: Mapping[str, Sequence[str]]) -> Mapping[str, Any]:
    """Return the values of what is told; raises UsageError if the key does not take one, with what it takes."""
    from etoile_cli.catalogue.declarations import declarations
    from etoile_cli.catalogue.records import Show
    from etoile_cli.check.corrections import correction
    from etoile_cli.check.expectation import mismatch
    from etoile_cli.edit.given.typed import from_text, from_texts
    from etoile_cli.text.escaping import without_undecoded

    known = declarations(Show)
    for key, texts in told.items():
        option, each = f"--{known[key].one or key}", known[key].each
        for text in texts:
            if not text.strip():
                raise UsageError(f"{option} must not be blank")
            if without_undecoded(text) != text:
                raise UsageError(f"{option} is not UTF-8")
            if not each.fits(value := from_text(each, text)):
                hint = correction(value, each, text).words
                raise UsageError(f"{option} {mismatch(value, each)}{hint and f' ({hint})'}")
    return {key: from_texts(known[key], list(dict.fromkeys(texts))) for key, texts in told.items()}


def _asked_title() -> Any:
    from etoile_cli.catalogue.declarations import declarations
    from etoile_cli.catalogue.records import Show
    from etoile_cli.cli.asking import ask_for_value
    from etoile_cli.system.questions import can_ask

    title = ask_for_value("title", declarations(Show)["title"]) if can_ask() else None
    if title is None:
        raise UsageError("nothing says the title of the show", hint="etoile init --title TITLE")
    return title


def _slug(title: str) -> str:
    from etoile_cli.export.slugs import title_slug

    return title_slug(title)


def _copy(file: str | None, options: Sequence[str] | None, told: Mapping[str, Sequence[str]]) -> None:
    """Copy the catalogue in use byte for byte, whatever is wrong with it."""
    from etoile_cli.catalogue.reader import InvalidCatalogueError, parse, read_bytes
    from etoile_cli.cli.opening import one_location

    if told:
        raise UsageError("--copy copies a catalogue as it is", hint="leave out what else is told of the show")
    if file is not None:
        refuse_existing(file, _ANOTHER_NAME)
    location = one_location(options)
    content = read_bytes(location)
    if file is None:
        try:
            file = f"{_slug(parse(content).show.title)}{_SUFFIX}"
        except InvalidCatalogueError:
            raise CatalogueError(
                "the catalogue can't be read, so that it has no title", hint="name the FILE"
            ) from None
    deliver(file, [content], _ANOTHER_NAME)
    say_what_next(file, "etoile edit")
