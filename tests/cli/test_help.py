"""Help: there for every command, within every width, its examples true; and what wrong usage is told."""

import shlex
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from pkgutil import iter_modules

import pytest

from etoile_cli.cli import commands
from etoile_cli.cli.usage import _MEANT
from tests.door import CHECKOUT, run, run_process
from tests.processes import NAMES, run_all, run_all_in_terminal, shell
from tests.programs import required

HELP = ["etoile --help", *(f"etoile {name} --help" for name in NAMES)]


def _examples(name: str) -> list[str]:
    """Return the lines under `Examples:`, which is the last thing that the help of a command says."""
    _, heading, examples = run(f"etoile {name} --help").stdout.partition("\nExamples:\n")
    assert heading, f"the help of {name} has no examples"
    return [line.removeprefix("  ") for line in examples.splitlines()]


# What only a shell understands; the words of other examples are what it would make of them.
FOR_SHELLS = {"|", ">", ">>", "<", "&&", "||", ";"}


# The files of somebody who keeps a catalogue.
KEPT = {
    "mine.toml": (CHECKOUT / "data" / "etoile.toml").read_bytes(),
    "sources.csv": b"id,title,publisher\nbook,A book,The Press\n",
    "old.toml": b'format = 1\n[show]\ntitle = "Old"\n',
    "tvmaze.json": b'{"name": "\xc3\x89toile", "url": "https://www.tvmaze.com/shows/1/etoile", "_links": {"self": '
    b'{"href": "https://api.tvmaze.com/shows/1"}}, "genres": ["Dance"]}',
    "new.toml": b'format = 1\n[show]\ntitle = "New"\n',
}


# The options of the examples that are about a library.
OF_SHOWS = "-c shows"


def _laid(example: str) -> Mapping[str, bytes]:
    """Lay the files that an example reads, and return them."""
    laid = {name: content for name, content in KEPT.items() if name in example and f"> {name}" not in example}
    for name, content in laid.items():
        Path(name).write_bytes(content)
    if "import media" in example:
        run("etoile export nfo -o media")
    if OF_SHOWS in example:
        Path("shows").mkdir()
        etoile = (CHECKOUT / "data" / "etoile.toml").read_bytes()
        other = etoile.replace(b'title = "\xc3\x89toile"', b'title = "Other"', 1).replace(b'"cancelled"', b'"ended"')
        shows = {"etoile.toml": etoile, "other.toml": other}
        for name, content in shows.items():
            Path("shows", name).write_bytes(content)
        laid |= shows
    return laid


def _squeezed(text: str) -> str:
    """Return a text without its white space, so that only what it says counts."""
    return "".join(text.split())


@pytest.mark.parametrize("command", HELP)
def test_help_is_printed_on_standard_output(command: str) -> None:
    done = run(command)
    assert done.stdout.startswith(f"Usage: {command.removesuffix(' --help')} [OPTIONS]")
    assert done.stderr == ""
    assert run(command.replace("--help", "-h")) == done


def test_etoile_alone_prints_its_help() -> None:
    assert run("etoile") == run("etoile --help")


def test_help_names_every_command_with_what_it_does() -> None:
    listed = run("etoile --help").stdout.partition("\nCommands:\n")[2]
    described = [name + run(f"etoile {name} --help").stdout.split("\n\n")[1] for name in NAMES]
    assert _squeezed(listed) == _squeezed("".join(described))


@pytest.mark.parametrize("name", NAMES)
def test_help_ends_with_two_or_three_examples_of_the_command(name: str) -> None:
    examples = _examples(name)
    assert 2 <= len(examples) <= 3
    parts = [f"{each} ".replace(f"etoile {OF_SHOWS} ", "etoile ").split(" | ") for each in examples]
    assert all(any(f"{part} ".startswith(f"etoile {name} ") for part in each) for each in parts)


@pytest.mark.parametrize("example", [example for name in NAMES for example in _examples(name)])
def test_examples_work(example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = shlex.split(example)
    if "jq" in words:
        required("jq")
    env = {"BROWSER": "true", "EDITOR": "true"}
    monkeypatch.chdir(tmp_path)
    before = _laid(example)
    if FOR_SHELLS & {*words}:
        done = shell(example, env=env)
    else:
        [done] = run_all([example], env=env)
        assert done.code == int(words[1] == "diff"), done
    after = {path.name: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert done.stdout or done.stderr or after != before


def test_examples_on_two_lines_are_still_commands() -> None:
    lines = run("etoile cast --help", env={"COLUMNS": "40"}).stdout.splitlines()[-2:]
    assert lines == ["  etoile cast episode:S01E03.. \\", "      not:billing:main"]
    assert shell("\n".join(lines)).stdout == shell("etoile cast episode:S01E03.. not:billing:main").stdout


@pytest.mark.parametrize("width", [40, 60, 80])
def test_help_fits_the_terminal_and_loses_nothing(width: int) -> None:
    shown = run_all_in_terminal([f"{command} --color never" for command in HELP], width=width)
    for command, done in zip(HELP, shown, strict=True):
        assert done.code == 0
        assert [line for line in done.stdout.splitlines() if len(line) > width] == [], command
        # What goes on in the next line says so, as a shell wants it.
        joined = done.stdout.replace("\\\n", "")
        assert _squeezed(joined) == _squeezed(run(command, env={"COLUMNS": "80"}).stdout), command


EXPORTS = "'html', 'md', 'json', 'jsonl', 'toml', 'jsonld', 'nfo', 'csl', 'sqlite'"
MEANT = 'did you mean "text"?'
FORMATS = "'table', 'tsv', 'csv', 'json', 'jsonl', 'md'"


@pytest.mark.parametrize(
    ("command", "message", "helped"),
    [
        ("etoile nonesuch", 'no such command "nonesuch"', "etoile"),
        ("etoile cats", 'no such command "cats" (did you mean "cast"?)', "etoile"),
        ("etoile help nope", 'no such command "nope"', "etoile"),
        ("etoile help cats", 'no such command "cats" (did you mean "cast"?)', "etoile"),
        ("etoile Cast", 'no such command "Cast" (did you mean "cast"?)', "etoile"),
        ("etoile --nonesuch", 'no such option "--nonesuch"', "etoile"),
        ("etoile cast --nonesuch", 'no such option "--nonesuch"', "etoile cast"),
        (
            "etoile cast --colums name",
            'no such option "--colums" (did you mean "--columns"?)',
            "etoile cast",
        ),
        ("etoile cast --columns", "option '--columns' requires an argument", "etoile cast"),
        ("etoile path laage", "got unexpected extra argument(s) (laage)", "etoile path"),
        ("etoile search", "missing argument 'WORDS...'", "etoile search"),
        ("etoile export xml", f"invalid value for 'FORMAT': 'xml' is not one of {EXPORTS}", "etoile export"),
        (
            "etoile cast -f xml",
            f"invalid value for '--format' / '-f': 'xml' is not one of {FORMATS}",
            "etoile cast",
        ),
        (
            "etoile cast -f tvs",
            f"invalid value for '--format' / '-f': 'tvs' is not one of {FORMATS} (did you mean \"tsv\"?)",
            "etoile cast",
        ),
        (
            "etoile check -f txt",
            f"invalid value for '--format' / '-f': 'txt' is not one of 'text', 'json', 'github' ({MEANT})",
            "etoile check",
        ),
        (
            "etoile cast --billing star",
            "invalid value for '--billing': 'star' is not one of 'main', 'recurring', 'guest'",
            "etoile cast",
        ),
        (
            "etoile check -f table",
            "invalid value for '--format' / '-f': 'table' is not one of 'text', 'json', 'github'",
            "etoile check",
        ),
        ("etoile check --explain", "option '--explain' requires an argument", "etoile check"),
        ("etoile schema -f json", 'no such option "-f"', "etoile schema"),
        (
            "etoile cast --color RED",
            "invalid value for '--color': 'RED' is not one of 'auto', 'always', 'never'",
            "etoile cast",
        ),
        ("etoile --color", "option '--color' requires an argument", "etoile"),
        ("etoile 'cast\x1b[2J'", r'no such command "cast\u001b[2J"', "etoile"),
        ("etoile 'cast' '--\x1b[2J'", r'no such option "--\u001b[2J"', "etoile cast"),
        ("etoile export '\n'", rf"invalid value for 'FORMAT': '\n' is not one of {EXPORTS}", "etoile export"),
    ],
)
def test_wrong_usage_is_told_in_one_line_and_where_to_read_on(command: str, message: str, helped: str) -> None:
    done = run(command, code=2)
    assert done.stdout == ""
    assert done.stderr == f"etoile: error: {message}\nhint: see {helped} --help\n"


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("new", "etoile init"),
        ("create it.toml", "etoile init"),
        ("open", "etoile edit"),
        ("vi cast", "etoile edit"),
        ("delete cast webb", "etoile remove"),
        ("rm cast webb", "etoile remove"),
        ("drop cast webb", "etoile remove"),
        ("load tvmaze.json", "etoile import"),
        ("update show", "etoile set"),
        ("change show", "etoile set"),
        ("modify show", "etoile set"),
        ("insert cast", "etoile add"),
        ("append cast", "etoile add"),
        ("watch", "etoile where-to-watch"),
        ("actors", "etoile cast"),
        ("plot", "etoile summary"),
        ("who", "etoile cast"),
        ("persons", "etoile people"),
        ("About", "etoile summary"),
        ("trailers", "etoile trailer --all"),
        ("html", "etoile export html"),
        ("help", "etoile --help"),
        ("help cast", "etoile cast --help"),
        ("HELP cast", "etoile cast --help"),
        ("help --help", "etoile --help"),
        ("help -f json cast", "etoile cast --help"),
        ("award", "etoile awards"),
        ("nominations", "etoile awards"),
        ("season", "etoile seasons"),
        ("directors", "etoile episodes --columns episode,title,directors"),
        ("writers", "etoile episodes --columns episode,title,writers"),
        ("network", "etoile summary"),
        ("title", "etoile summary"),
        ("list", "etoile --help"),
        ("version", "etoile --version"),
    ],
)
def test_words_that_people_try_are_answered_with_the_command(words: str, meant: str) -> None:
    done = run(f"etoile {words}", code=2)
    tried = words.split(maxsplit=1)[0]
    assert (done.stdout, done.stderr) == ("", f'etoile: error: no such command "{tried}"\nhint: {meant}\n')


@pytest.mark.parametrize(
    ("option", "meant"),
    [
        ("-V", "etoile --version"),
        ("-v", "etoile --version"),
        ("-?", "etoile --help"),
        ("--no-color", "etoile --color never"),
    ],
)
def test_options_that_people_try_are_answered_likewise(option: str, meant: str) -> None:
    for command in ("etoile", "etoile cast"):
        done = run(f"{command} {option}", code=2)
        assert (done.stdout, done.stderr) == ("", f'etoile: error: no such option "{option}"\nhint: {meant}\n')


@pytest.mark.parametrize(
    "command",
    [
        "etoile export html --no-force",
        "etoile export html --unforce",
        "etoile check --no-strict",
        "etoile check --non-strict",
        "etoile summary --no-note",
        "etoile trailer --no-open",
        "etoile trailer --no-all",
        "etoile cast --no-json",
    ],
)
def test_no_option_is_guessed_that_is_the_opposite(command: str) -> None:
    *helped, option = command.split()
    name = " ".join(helped[:2])
    told = f'etoile: error: no such option "{option}"\nhint: see {name} --help\n'
    assert run(command, code=2).stderr == told


def test_what_is_meant_is_a_command_line_that_there_is() -> None:
    for meant in set(_MEANT.values()):
        run(f"etoile {meant} --help")


@pytest.mark.parametrize(
    ("command", "option", "hint"),
    [
        ("etoile cast --columns name --columns role", "--columns", "join the names by commas: --columns NAME,NAME"),
        ("etoile cast --sort name --sort role", "--sort", "join the names by commas: --sort NAME,NAME"),
        ("etoile cast --billing main --billing guest", "--billing", "give it once"),
        ("etoile cast --company a --company b", "--company", "give it once"),
        ("etoile where-to-watch --region FR --region US", "--region", "give it once"),
        ("etoile export md -o a -o b", "--output", "give it once"),
        ("etoile check --today 2025-01-01 --today 2025-01-02", "--today", "give it once"),
        ("etoile check --explain a --explain b", "--explain", "give it once"),
    ],
)
def test_no_option_silently_replaces_another(command: str, option: str, hint: str) -> None:
    done = run(command, code=2)
    assert (done.stdout, done.stderr) == ("", f"etoile: error: {option} is given twice\nhint: {hint}\n")


def test_of_formats_and_colours_the_last_wins_so_that_aliases_can_be_overruled() -> None:
    repeated = run("etoile --color always cast -f json --format jsonl --color always --color never --header --header")
    assert repeated == run("etoile cast -f jsonl")


@pytest.mark.parametrize("command", ["etoile --help", "etoile cast --help"])
def test_it_is_the_same_where_python_leaves_docstrings_out(command: str) -> None:
    assert run_process(command, env={"PYTHONOPTIMIZE": "2"}) == run_process(command)


def test_every_module_of_a_command_has_a_line_in_the_registry() -> None:
    # A module has an underscore behind a name of Python's own: `set_`.
    modules = {module.name.rstrip("_") for module in iter_modules(commands.__path__)}
    assert modules <= {name.replace("-", "_") for name in NAMES}


def test_no_two_commands_have_a_name_in_common() -> None:
    assert [name for name, number in Counter(NAMES).items() if number > 1] == []
