"""TAB in real shells, and what it offers: values of the catalogue in use, nothing that a shell would run."""

import os
import pty
import re
import select
import shlex
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import product
from pathlib import Path

import pytest
import tomli_w

from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.check.codes import FOUND_BY
from etoile_cli.check.reports.formats import ReportFormat
from etoile_cli.cli.registry import COMMANDS
from etoile_cli.listing.columns import columns_of
from etoile_cli.text.escaping import escape_controls
from tests.door import PATIENCE, Run, entry_point, environment, run, run_process
from tests.programs import required
from tests.thoroughness import breadth

SHELLS = breadth(("bash", "zsh", "fish"), ("bash", "zsh"))
INTERACTIVE = breadth(("bash", "zsh"), ("zsh",))

INSTALLED = {
    "bash": ".bash_completions/etoile.sh",
    "zsh": ".zfunc/_etoile",
    "fish": ".config/fish/completions/etoile.fish",
}

# Control-T writes the line as it is into a file and empties it.
START_UP = {
    "bash": r"""
        source ~/.bashrc
        PS1='ready> '
        take() { printf '%s\n' "$READLINE_LINE" >> "$TAKEN"; READLINE_LINE=; READLINE_POINT=0; }
        bind -x '"\C-t": take'
    """,
    "zsh": r"""
        source ~/.zshrc
        PS1='ready> '
        take() { print -r -- "$BUFFER" >> "$TAKEN"; BUFFER=; }
        zle -N take
        bindkey '^T' take
    """,
}


class Home:
    """A home directory in which completion is installed, and an empty directory to work in."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.work = path / "work"
        self.work.mkdir()
        places = {"HOME": str(path), "TAKEN": str(path / "taken"), "ZDOTDIR": str(path)}
        search = f"{Path(entry_point()).parent}{os.pathsep}{os.environ['PATH']}"
        settings = {"PATH": search, "TERM": "xterm", "LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": str(path / ".config")}
        self.environment = environment(places | settings)

    def run(self, shell: str, line: str, *arguments: str) -> Run:
        """Run a line in a shell; the `exit` behind it keeps the shell from making way for its last command."""
        done = subprocess.run(
            [required(shell), "-c", f"{line}\nexit", *(["sh"] if shell != "fish" else []), *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            env=self.environment,
            cwd=self.work,
            timeout=PATIENCE,
            check=False,
        )
        return Run(done.stdout, done.stderr, done.returncode)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


class Prompt:
    """An interactive shell in a terminal, completion installed."""

    def __init__(self, home: Home, shell: str) -> None:
        self.shell = shell
        self._taken = home.path / "taken"
        self._taken.touch()
        home.run(shell, "etoile --install-completion")
        start = home.path / "start" / f".{shell}rc"
        start.parent.mkdir()
        start.write_text(START_UP[shell], encoding="utf-8")
        options = {"bash": ["--noprofile", "--rcfile", str(start), "-i"], "zsh": ["-d", "-i"]}[shell]
        self._terminal, child = pty.openpty()
        self._process = subprocess.Popen(
            [shell, *options],
            stdin=child,
            stdout=child,
            stderr=child,
            env=home.environment | {"ZDOTDIR": str(start.parent)},
            cwd=home.work,
            start_new_session=True,
        )
        os.close(child)
        self._received = b""
        self._read_until(lambda: b"ready> " in self._received)
        if shell == "zsh":
            self.complete("etoile ")  # the first TAB only loads Typer's function

    def complete(self, line: str) -> str:
        """Return what stands on the line after it was typed and TAB pressed."""
        before = self._taken.read_text(encoding="utf-8")
        os.write(self._terminal, f"{line}\t\x14".encode())
        self._read_until(lambda: self._taken.read_text(encoding="utf-8") != before)
        return self._taken.read_text(encoding="utf-8").removeprefix(before).removesuffix("\n")

    def _read_until(self, done: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not done():
            assert time.monotonic() < end, self._received
            if select.select([self._terminal], [], [], 0.01)[0]:
                self._received += os.read(self._terminal, 65536)

    def close(self) -> None:
        os.close(self._terminal)  # the shell hangs up
        self._process.wait(timeout=PATIENCE)


@pytest.fixture
def prompt(home: Home, request: pytest.FixtureRequest) -> Iterator[Prompt]:
    with closing(Prompt(home, request.param)) as opened:
        yield opened


def offered(line: str, env: Mapping[str, str] | None = None, stdin: bytes = b"") -> list[str]:
    """Return what is offered at the end of a line, asked as bash asks: `=` and `:` are words of their own."""
    words = line.split(" ")
    if not words[-1].startswith("-"):
        words = [*words[:-1], *filter(None, re.split("([=:]+)", words[-1]))] if words[-1] else words
    asked = {"_ETOILE_COMPLETE": "complete_bash", "COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1)}
    done = run("etoile", env=asked | dict(env or {}), stdin=stdin)
    assert done.stderr == ""
    return [value for value in done.stdout.splitlines() if value]


@pytest.mark.parametrize("shell", SHELLS)
def test_completion_installs_itself_once(shell: str, home: Home) -> None:
    installed = home.run(shell, "etoile --install-completion")
    assert (installed.code, installed.stderr) == (0, "")
    assert installed.stdout.startswith(f"{shell} completion installed in {home.path / INSTALLED[shell]}\n")
    files = {path: path.read_bytes().strip() for path in home.path.rglob("*") if path.is_file()}
    assert home.path / INSTALLED[shell] in files
    assert home.run(shell, "etoile --install-completion").code == 0
    assert {path: path.read_bytes().strip() for path in files} == files


@pytest.mark.parametrize("name", [b"a\x9bb", b"a\x1bb", b"a\nb", "a\u202eb".encode(), b"a'b"])
def test_it_is_not_installed_in_a_home_that_a_shell_or_a_terminal_would_not_take(name: bytes, tmp_path: Path) -> None:
    home = Path(os.fsdecode(name))
    done = run_process("etoile --install-completion", code=2, env={"HOME": str(tmp_path / home)}, cwd=tmp_path)
    shown = escape_controls(str(tmp_path / home))
    assert done.stderr == (
        f"etoile: error: completion can't be installed in {shown}: shells don't take its name as it is\n"
        "hint: etoile --show-completion prints what would be installed\n"
    )
    assert (done.stdout, list(tmp_path.iterdir())) == ("", [])


def test_a_start_up_file_in_another_encoding_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / ".bashrc"
    file.write_bytes(b"# \xe9\n")
    done = run_process("etoile --install-completion", code=2, env={"HOME": str(tmp_path), "LC_ALL": "C.UTF-8"})
    assert done.stderr.startswith(f"etoile: error: {file} is not in the encoding of your locale\n")
    assert (list(tmp_path.iterdir()), file.read_bytes()) == ([file], b"# \xe9\n")


@pytest.mark.parametrize("shell", SHELLS)
def test_completion_shows_what_it_installs(shell: str, home: Home) -> None:
    shown = home.run(shell, "etoile --show-completion")
    home.run(shell, "etoile --install-completion")
    assert (shown.code, shown.stderr) == (0, "")
    assert shown.stdout.strip() == (home.path / INSTALLED[shell]).read_text(encoding="utf-8").strip()


TYPED = {
    "etoile cas": "etoile cast ",
    "etoile cast laa": "etoile cast laage ",
    "etoile --version cast laa": "etoile --version cast laage ",
    "etoile cast 'laa": "etoile cast 'laage' ",
    "etoile cast LAA": "etoile cast LAAge ",
    "etoile cast --company l": "etoile cast --company lbn ",
    "etoile cast --billing g": "etoile cast --billing guest ",
    "etoile cast --sort cha": "etoile cast --sort character ",
    "etoile cast --columns name,cha": "etoile cast --columns name,character ",
    "etoile export t": "etoile export toml ",
    "etoile add ca": "etoile add cast ",
    "etoile add cast na": "etoile add cast name=",
    "etoile add cast name=x bil": "etoile add cast name=x billing=",
    "etoile add cast name=x billing=g": "etoile add cast name=x billing=guest ",
    "etoile add cast company=l": "etoile add cast company=lbn ",
    "etoile add cast 'name=A B' ids.im": "etoile add cast 'name=A B' ids.imdb=",
    "etoile set cast laa": "etoile set cast laage ",
    "etoile set cast laage bil": "etoile set cast laage billing=",
    "etoile set cast laage sources+=wtw-": "etoile set cast laage sources+=wtw-essay ",
    "etoile remove cast laa": "etoile remove cast laage ",
    "etoile cast bil": "etoile cast billing:",
    "etoile cast billing:g": "etoile cast billing:guest ",
    "etoile cast company:=l": "etoile cast company:=lbn ",
    "etoile cast not:bil": "etoile cast not:billing:",
    "etoile cast not:billing:g": "etoile cast not:billing:guest ",
    "etoile cast not:laa": "etoile cast not:laage ",
    "etoile cast not:has:prof": "etoile cast not:has:profession ",
    "etoile cast billing:main company:l": "etoile cast billing:main company:lbn ",
    "etoile search section:im": "etoile search section:images ",
    "etoile search source:fq": "etoile search source:fqm ",
    "etoile companies country:u": "etoile companies country:us ",
    "etoile set cast laage billing:g": "etoile set cast laage billing:guest ",
    "etoile cast note:$(touch ran)bil": "etoile cast note:$(touch ran)bil",
    "etoile get sho": "etoile get show.",
    "etoile get show.titles.pt": "etoile get show.titles.pt-BR ",
    "etoile get cast.char": "etoile get cast.character ",
    "etoile get 'cast[laa": "etoile get 'cast[laage].",
    'etoile get "cast[LAA': 'etoile get "cast[LAAge].',
    "etoile get 'cast[laage].char": "etoile get 'cast[laage].character' ",
    "etoile get 'cast[billing:main].char": "etoile get 'cast[billing:main].character' ",
    "etoile get 'show.genres[1": "etoile get 'show.genres[1]' ",
    "etoile check -f g": "etoile check -f github ",
    "etoile check --explain stal": "etoile check --explain stale-availability ",
    "etoile -c nowhere.toml cast l": "etoile -c nowhere.toml cast l",
    "etoile -c - cast l": "etoile -c - cast l",
}


@pytest.mark.parametrize("prompt", INTERACTIVE, indirect=True)
def test_tab_completes(prompt: Prompt) -> None:
    assert {line: prompt.complete(line) for line in TYPED} == TYPED


def test_fish_completes(home: Home) -> None:
    home.run("fish", "etoile --install-completion")
    complete = "for line in $argv; complete -C $line | string split -f1 \\t; echo; end"
    lines = [
        "etoile cast la",
        "etoile cast --company ",
        "etoile cast --columns name,c",
        "etoile cas",
        "etoile cast 'laa",
    ]
    done = home.run("fish", complete, *lines)
    assert (done.stdout, done.stderr) == (
        "laage\nlam\nlamay\nlarry\nlavigne\n\nlbn\nmbt\n\nname,character\nname,cites\nname,company\n\ncast\n\nlaage\n\n",
        "",
    )


def test_fish_completes_keys_and_their_values(home: Home) -> None:
    home.run("fish", "etoile --install-completion")
    lines = ["etoile add cast bil", "etoile add cast billing=", "etoile set show genres-=d", "etoile remove cast laa"]
    done = home.run("fish", "for line in $argv; complete -C $line; echo; end", *lines)
    assert (done.stdout, done.stderr) == (
        "billing=\n\nbilling=guest\nbilling=main\nbilling=recurring\n\ngenres-=drama\n\nlaage\n\n",
        "",
    )


# Where no quotation mark is open, bash inserts brackets as a pattern for the names of files.
BARE = {
    "etoile get cast[laa": "etoile get cast[laa",
    "etoile get cast[laage].char": "etoile get cast[laage].char",
    "etoile get 'cast[laage]'.char": "etoile get 'cast[laage]'.char",
}
ESCAPED = {
    r"etoile get cast\[laa": r"etoile get cast\[laage\].",
    "etoile get cast[laage].char": r"etoile get cast\[laage\].character ",
    "etoile get 'cast[laage]'.char": "etoile get 'cast[laage].character' ",
}


@pytest.mark.parametrize(
    ("prompt", "typed"), [pytest.param("bash", BARE), pytest.param("zsh", ESCAPED)], indirect=["prompt"]
)
def test_brackets_are_inserted_only_where_the_shell_takes_them_as_they_are(
    prompt: Prompt, typed: dict[str, str]
) -> None:
    assert {line: prompt.complete(line) for line in typed} == typed


@pytest.mark.parametrize("prompt", ["bash"], indirect=True)
def test_a_file_that_brackets_match_is_not_offered_in_place_of_a_path(home: Home, prompt: Prompt) -> None:
    (home.work / "show.genresx").touch()
    (home.work / "show.genres0").touch()
    assert prompt.complete("etoile get 'show.genres[0") == "etoile get 'show.genres[0]' "


def test_fish_completes_paths(home: Home) -> None:
    home.run("fish", "etoile --install-completion")
    lines = ["etoile get sho", "etoile get show.prem", "etoile get 'cast[laage].char", "etoile get show.genres["]
    done = home.run("fish", "for line in $argv; complete -C $line; echo; end", *lines)
    assert (done.stdout, done.stderr) == (
        "show.\n\nshow.premiere\nshow.premise\n\ncast[laage].character\n\nshow.genres[0]\nshow.genres[1]\n\n",
        "",
    )


JOINED = {
    "etoile cast --company=l": "etoile cast --company=lbn ",
    "etoile cast --columns=name,cha": "etoile cast --columns=name,character ",
    "etoile cast --sort=cha": "etoile cast --sort=character ",
    "etoile cast --sort=-cha": "etoile cast --sort=-character ",
    "etoile cast --sort name,-cha": "etoile cast --sort name,-character ",
}


@pytest.mark.parametrize("prompt", ["bash"], indirect=True)
def test_bash_completes_terms_where_a_colon_parts_no_words(prompt: Prompt) -> None:
    prompt.complete("COMP_WORDBREAKS=${COMP_WORDBREAKS//:}\n")
    typed = ("etoile cast bil", "etoile cast not:billing:g", "etoile cast not:has:prof")
    assert [prompt.complete(line) for line in typed] == [TYPED[line] for line in typed]


def test_fish_completes_terms(home: Home) -> None:
    home.run("fish", "etoile --install-completion")
    lines = ["etoile cast bil", "etoile cast billing:", "etoile cast not:has:prof", "etoile search section:im"]
    done = home.run("fish", "for line in $argv; complete -C $line; echo; end", *lines)
    assert (done.stdout, done.stderr) == (
        "billing:\n\nbilling:guest\nbilling:main\nbilling:recurring\n\nnot:has:profession\n\nsection:images\n\n",
        "",
    )


@pytest.mark.parametrize("prompt", INTERACTIVE, indirect=True)
def test_tab_completes_values_behind_an_equals_sign_and_a_minus(prompt: Prompt) -> None:
    assert {line: prompt.complete(line) for line in JOINED} == JOINED


def test_fish_completes_values_behind_an_equals_sign_and_a_minus(home: Home) -> None:
    home.run("fish", "etoile --install-completion")
    done = home.run("fish", "for line in $argv; complete -C $line; end", *JOINED)
    assert done.stdout.splitlines() == [line.split()[-1] for line in JOINED.values()]


@pytest.mark.parametrize("prompt", INTERACTIVE, indirect=True)
def test_tab_finds_a_catalogue_in_the_home_directory(home: Home, prompt: Prompt) -> None:
    _write(home.path / "my.toml", companies=["opera"])
    assert prompt.complete("etoile -c ~/my.toml cast --company o") == "etoile -c ~/my.toml cast --company opera "


@pytest.mark.parametrize("prompt", INTERACTIVE, indirect=True)
def test_tab_completes_the_names_of_files(home: Home, prompt: Prompt) -> None:
    _write(home.work / "mine.toml")
    for line in ("etoile check ", "etoile check --strict ", "etoile -c ", "etoile cast -c "):
        assert prompt.complete(f"{line}mi") == f"{line}mine.toml "


def _write(path: Path, *, companies: Sequence[str] = (), names: Sequence[str] = ()) -> None:
    catalogue = {
        "format": 1,
        "show": {"title": "Test"},
        "companies": [{"id": each, "name": "A company"} for each in companies],
        "cast": [{"name": each} for each in names],
    }
    path.write_text(tomli_w.dumps(catalogue), encoding="utf-8")


RUNS = [
    "$(touch ran)",
    r"\$(touch ran)",
    "`touch ran`",
    r"\`touch ran`",
    "a;touch ran;",
    "a\ntouch ran\n",
    "';touch ran;'",
    "a))';touch ran;'((",
    ">ran",
]


@pytest.mark.parametrize("prompt", INTERACTIVE, indirect=True)
def test_no_catalogue_makes_a_shell_run_anything(home: Home, prompt: Prompt) -> None:
    ran = home.work / "ran"
    found = []
    for text, line in product(RUNS, ("cast --company ", "cast company:", "add cast company=", "remove companies ")):
        _write(home.work / "evil.toml", companies=[text])
        completed = prompt.complete(f"etoile -c evil.toml {line}")
        on_tab = ran.exists()
        home.run(prompt.shell, f"etoile() {{ :; }}\n{completed}")
        if ran.exists():
            found.append((text, completed, "on TAB" if on_tab else "on ENTER"))
            ran.unlink()
    assert found == []


# The beginnings of columns and words, behind what means something to a shell.
BEGINNINGS = [
    *(r"\$(touch ran),na", "$(touch ran),na", r"\\$(touch ran),na", "`touch ran`,na", r"\`touch ran`,na", "`na"),
    *(";touch ran;,na", ")) touch ran,na", "))';touch ran;'((,na", ">ran,na", '"$(touch ran),na', "~,na", "*,na"),
]
OPTIONS = ("--columns ", "--columns=", "--sort ", "")


@pytest.mark.parametrize("prompt", INTERACTIVE, indirect=True)
def test_nothing_that_is_typed_makes_tab_run_anything(home: Home, prompt: Prompt) -> None:
    lines = [f"etoile cast {option}'{begun}" for option, begun in product(OPTIONS, BEGINNINGS)]
    assert [line for line in lines if prompt.complete(line) and (home.work / "ran").exists()] == []


def test_nothing_that_is_typed_makes_fish_run_anything(home: Home) -> None:
    lines = [f"etoile cast {option}'{begun}" for option, begun in product(OPTIONS, BEGINNINGS)]
    done = home.run("fish", "for line in $argv; complete -C $line; end", *lines)
    assert (done.stdout, (home.work / "ran").exists()) == ("", False)


@pytest.mark.parametrize("protocol", ["bash", "zsh", "fish"])
def test_nothing_is_offered_behind_what_is_not_plain(protocol: str) -> None:
    for option, begun in product(OPTIONS, BEGINNINGS):
        typed = ["etoile", "cast", *f"{option}{shlex.quote(begun)}".split(" ", maxsplit=option.count(" "))]
        assert answer_to(protocol, typed) == ("_files\n" if protocol == "zsh" else "\n"), typed


@pytest.mark.parametrize("protocol", ["bash", "zsh", "fish"])
@pytest.mark.parametrize("command", ["add cast", "set cast laage", "set show", "remove cast"])
def test_no_value_is_offered_behind_what_is_not_plain(command: str, protocol: str) -> None:
    terms = (f"{key}{each}" for key in ("company:", "company:=", "not:", "has:") for each in BEGINNINGS)
    values = (f"company={each}" for each in BEGINNINGS)
    for begun in (*BEGINNINGS, *terms, *values, "$(touch ran)=", "a;b=", "company=l;"):
        typed = ["etoile", *command.split(), shlex.quote(begun)]
        assert answer_to(protocol, typed) == ("_files\n" if protocol == "zsh" else "\n"), typed


@pytest.mark.parametrize("protocol", ["bash", "zsh", "fish"])
@pytest.mark.parametrize("before", ["", "cast.", "cast[", "cast[laage].", "show.titles.", "show.genres["])
def test_no_path_is_offered_behind_what_is_not_plain(before: str, protocol: str) -> None:
    for begun in (*BEGINNINGS, "$(touch ran)", "a;b", "la la", "laa'", "x]y"):
        typed = ["etoile", "get", shlex.quote(f"{before}{begun}")]
        assert answer_to(protocol, typed) == ("_files\n" if protocol == "zsh" else "\n"), typed


@pytest.mark.parametrize("width", ["20", "80"])
def test_long_help_is_no_second_thing_to_choose(width: str) -> None:
    env = {"COLUMNS": width, "TERMINAL_WIDTH": width}
    lines = answer_to("fish", ["etoile", ""], env).splitlines()
    assert [line.partition("\t")[0] for line in lines] == [command.name for command in COMMANDS]
    assert lines[0] == (
        "summary\tPrint the show on one card: who is in it, where to watch it, the trailer, what it is about."
    )
    assert answer_to("zsh", ["etoile", "su"], env) == (
        """_arguments '*: :(("summary":"Print the show on one card\\\\: who is in it, where to watch it, """
        """the trailer, what it is about."))'\n"""
    )


def answer_to(protocol: str, words: Sequence[str], env: Mapping[str, str] | None = None) -> str:
    """Return what is printed for a shell that completes the last of the words on a line."""
    asked = {
        "_ETOILE_COMPLETE": f"complete_{protocol}",
        "COMP_WORDS": "\n".join(words),
        "COMP_CWORD": str(len(words) - 1),
        "_TYPER_COMPLETE_ARGS": " ".join(words),
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    done = run("etoile", env=asked | dict(env or {}))
    assert done.stderr == ""
    return done.stdout


COLUMNS = list(columns_of("cast"))


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("etoile cast --company ", ["lbn", "mbt"]),
        ("etoile cast --billing ", ["guest", "main", "recurring"]),
        ("etoile cast --columns ", [*COLUMNS, "all"]),
        ("etoile cast --columns name,", [f"name,{each}" for each in [*COLUMNS[1:], "all"]]),
        ("etoile cast --columns name,role,n", ["name,role,note"]),
        ("etoile cast --sort ", COLUMNS),
        ("etoile episodes --columns e", ["episode"]),
        ("etoile where-to-watch --columns o", ["offer"]),
        ("etoile search paris --columns ", ["section", "name", "match", "all"]),
        ("etoile cast la", ["laage", "lam", "lamay", "larry", "lavigne"]),
        ("etoile cast --billing main la", ["laage", "lam", "lamay", "larry", "lavigne"]),
        ("etoile cast luke la", ["laage", "lam", "lamay", "larry", "lavigne"]),
        ("etoile sources broadw", ["broadway", "broadwayworld"]),
        ("etoile search gil", ["gilbert", "gilmore"]),
        ("etoile people gil", ["gilbert"]),
        ("etoile people chey", ["cheyenne"]),
        ("etoile people --columns aw", ["awards"]),
        ("etoile people aw", ["awards:"]),
        ("etoile people not:par", ["parts:"]),
        ("etoile people has:e", ["episodes"]),
        ("etoile people role:chor", ["choreographer"]),
        ("etoile people sour", []),
        ("etoile shows runt", []),
        ("etoile shows status:e", ["ended"]),
        ("etoile summary ", []),
        ("etoile add ", list(SECTIONS)),
        ("etoile remove sho", []),
        ("etoile set sho", ["show"]),
        ("etoile add wher", ["where", "where-to-watch"]),
        ("etoile add actors bil", ["billing="]),
        ("etoile add cast billing=", ["guest", "main", "recurring"]),
        ("etoile add cast company = l", ["lbn"]),
        ("etoile add cast episodes=S01E07", ["S01E07"]),
        ("etoile add cast cites.ro", ["cites.role="]),
        ("etoile add cast cites.role=wt", ["wtw", "wtw-essay"]),
        ("etoile add cast ids.im", ["ids.imdb="]),
        ("etoile add settings fictional=", ["false", "true"]),
        ("etoile add settings country=F", ["FI", "FJ", "FK", "FM", "FO", "FR"]),
        ("etoile add offer regions=wo", ["worldwide"]),
        ("etoile add sources id=", []),
        ("etoile add cast name=", []),
        ("etoile add cast nonesuch=", []),
        ("etoile add nonesuch ", []),
        ("etoile set show status=ca", ["cancelled"]),
        ("etoile set show genres-=", ["comedy", "drama"]),
        ("etoile set cast laa", ["laage"]),
        ("etoile set cast laage bi", ["billing=", "bishop"]),
        ("etoile set cast laage billing=main ro", ["role="]),
        ("etoile remove cast laa", ["laage"]),
        ("etoile remove episodes swa", ["swap"]),
        # Keys, once a letter was typed, and their values; bash replaces only what is behind the colon.
        ("etoile cast n", ["name:", "nicholas", "nina", "not:", "note:"]),
        ("etoile cast has:n", ["name", "note"]),
        ("etoile cast not:has:bil", ["billing"]),
        ("etoile cast not:bi", ["billing:", "bishop"]),
        ("etoile cast billing:", ["guest", "main", "recurring"]),
        ("etoile cast company:", ["amgm", "bip", "dpdh", "lbn", "mbt"]),
        ("etoile cast source:wt", ["wtw", "wtw-essay"]),
        ("etoile cast role:danc", ["dancer"]),
        ("etoile companies country:", ["FR", "US"]),
        ("etoile companies country:f", ["fr"]),
        ("etoile companies fictional:", ["no", "yes"]),
        ("etoile episodes episode:S01E07", ["S01E07"]),
        ("etoile episodes released:", ["2025-04-24"]),
        ("etoile where-to-watch region:", ["worldwide"]),
        ("etoile search kind:t", ["teaser", "trailer"]),
        ("etoile search section:c", ["cast", "companies", "creators", "crew"]),
        ("etoile search runtime:", ["52", "75"]),
        ("etoile cast nonesuch:", []),
        ("etoile cast has:nonesuch", []),
        ("etoile set cast bil", ["billing=", "billing:"]),
        ("etoile set cast laage bil", ["billing="]),
        ("etoile set cast laage billing:m", ["main"]),
        ("etoile set show bil", []),
        ("etoile remove cast bil", ["billing:"]),
        ("etoile get ", ["show.", *(f"{section}." for section in SECTIONS)]),
        ("etoile get wher", ["where.", "where-to-watch."]),
        ("etoile get cast.", [f"cast.{each}" for each in COLUMNS]),
        ("etoile get actors.kno", ["actors.known_for"]),
        ("etoile get episodes.ep", ["episodes.episode"]),
        ("etoile get sources.ci", ["sources.cites", "sources.cited"]),
        ("etoile get show.tit", ["show.title", "show.titles"]),
        ("etoile get show.titles.p", ["show.titles.pt-BR"]),
        ("etoile get show.id", ["show.ids", "show.ids.rottentomatoes"]),
        ("etoile get 'cast[la", [f"cast[{each}]" for each in ("laage", "lam", "lamay", "larry", "lavigne")]),
        ("etoile get 'cast[laa", [f"cast[laage].{each}" for each in COLUMNS]),
        ("etoile get 'cast[laage]", [f"cast[laage].{each}" for each in COLUMNS]),
        ("etoile get 'cast[2", ["cast[2]", *(f"cast[2{each}]" for each in range(5))]),
        ("etoile get 'episodes[-", [f"episodes[-{each}]" for each in range(1, 9)]),
        ("etoile get 'show.genres[", ["show.genres[0]", "show.genres[1]"]),
        ("etoile get 'cast[0][", []),
        ("etoile get 'cast[0].name.", []),
        ("etoile get 'cast[0].name[", []),
        ("etoile get show[", []),
        ("etoile get nonesuch.", []),
        ("etoile get cast.nonesuch.", []),
        ("etoile get cast[laa", []),
        ("etoile check --format ", list(ReportFormat)),
        ("etoile check --explain ", sorted(map(str, FOUND_BY))),
    ],
)
def test_values_come_from_the_catalogue(line: str, values: list[str]) -> None:
    assert offered(line) == values


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("", ["2024", "2025"]),
        ("20", ["2024", "2025"]),
        ("2024", ["2024-12-31"]),
        ("2025", ["2025-04", "2025-05"]),
        ("2025-04", ["2025-04-23", "2025-04-24"]),
        ("2025-04-2", ["2025-04-23", "2025-04-24"]),
        ("2025-05", ["2025-05"]),
        ("2026", []),
    ],
)
def test_of_dates_first_the_years_are_offered_then_the_months_then_the_days(
    typed: str, values: list[str], tmp_path: Path
) -> None:
    dates = ["2024-12-31", "2025-04-23", "2025-04-24", '"2025-05"']
    episodes = "".join(
        f'[[episodes]]\nseason = 1\nnumber = {at}\ntitle = "x"\nreleased = {date}\n'
        for at, date in enumerate(dates, start=1)
    )
    path = tmp_path / "my.toml"
    path.write_text(f'format = 1\nshow = {{ title = "x" }}\n{episodes}', encoding="utf-8")
    assert offered(f"etoile -c {path} episodes released:{typed}") == values


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("cast ad", ["ada"]),
        ("cast sho", ["show:"]),
        ("get 'cast[ad", []),
        ("get 'cast[show:", []),
        ("get cast.char", ["cast.character"]),
        ("set cast ad", []),
        ("set cast sho", []),
        ("set cast bil", ["billing=", "billing:"]),
        ("remove cast ad", []),
        ("edit cast ad", []),
    ],
)
def test_of_several_shows_words_are_offered_only_to_what_lists_them_all(
    line: str, values: list[str], tmp_path: Path
) -> None:
    for name in ("Ada Lind", "Bo Lind"):
        _write(tmp_path / f"{name[:2].strip()}.toml", names=[name])
    assert offered(f"etoile -c {tmp_path} {line}") == values
    (tmp_path / "Bo.toml").unlink()
    assert offered(f"etoile -c {tmp_path} cast ad") == ["ada"]
    assert offered(f"etoile -c {tmp_path} remove cast ad") == ["ada"]


@pytest.mark.parametrize("typed", ["LAA", "Laâ", "lâa"])
def test_words_are_offered_whatever_their_case_and_accents_as_they_were_begun(typed: str) -> None:
    assert offered(f"etoile cast {typed}") == [f"{typed}ge"]


@pytest.mark.parametrize("line", ["etoile {} cast --company ", "etoile cast {} --company ", "etoile cast --company "])
def test_values_come_from_the_catalogue_in_use(line: str, tmp_path: Path) -> None:
    _write(tmp_path / "my.toml", companies=["opera", "circus"])
    given = f"-c {tmp_path}/my.toml"
    env = {} if "{}" in line else {"ETOILE_CATALOGUE": f"{tmp_path}/my.toml"}
    assert offered(line.format(given), env) == ["circus", "opera"]


def test_regions_that_are_offered_are_taken(hostile: str) -> None:
    regions = offered(f"etoile -c {hostile} where-to-watch --region ")
    assert regions
    for region in regions:
        run(f"etoile -c {hostile} where-to-watch --region {region}")


@pytest.mark.parametrize("command", ["cast", "episodes", "where-to-watch"])
def test_words_that_are_offered_are_plain_and_find_something(command: str) -> None:
    words = offered(f"etoile {command} ")
    assert words
    for word in words:
        assert re.fullmatch("[a-z0-9][a-z0-9-]*", word)
        run(f"etoile {command} {word}")


def test_words_of_any_name_are_plain(tmp_path: Path) -> None:
    _write(
        tmp_path / "my.toml", names=["--help me", "-rf", "it's $HOME", "Ștefan Łódź", "O’Neill*", "日本語", "\x1b[31m"]
    )
    assert offered(f"etoile -c {tmp_path}/my.toml cast ") == ["31m", "help", "home", "lodz", "neill", "stefan"]


@pytest.fixture(
    params=["missing", "directory", "empty", "broken", "invalid", "newer", "binary", "forbidden", "hostile"]
)
def unusable(request: pytest.FixtureRequest, tmp_path: Path, hostile: str) -> str:
    """Return the path of a catalogue that offers nothing, or nothing good."""
    if request.param == "hostile":
        return hostile
    path = tmp_path / "my.toml"
    contents = {
        "empty": b"",
        "broken": b"[[cast",
        "invalid": b"format = 1\n[show]\ntitle = 1\n",
        "newer": b"format = 2\n[show]\ntitle = 'x'\n",
        "binary": bytes(range(256)),
        "forbidden": b"format = 1\n[show]\ntitle = 'x'\n",
    }
    if request.param in contents:
        path.write_bytes(contents[request.param])
    if request.param == "directory":
        path.mkdir()
    if request.param == "forbidden":
        path.chmod(0)
    return str(path)


LINES = [
    "etoile -c {} cast ",
    "etoile cast -c {} --company ",
    "etoile -c {} where-to-watch --region ",
    "etoile -c {} search x",
]


@pytest.mark.parametrize("line", LINES)
def test_a_completer_is_silent_whatever_the_catalogue(line: str, unusable: str) -> None:
    for value in offered(line.format(unusable)):
        assert value.isprintable()


@pytest.mark.parametrize(
    "line", ["etoile cast 'la", 'etoile cast "la', "etoile cast la\\", "etoile cast ' \" la", "etoile ' ", "etoile \\"]
)
@pytest.mark.parametrize("protocol", ["bash", "zsh", "fish"])
def test_a_completer_is_silent_whatever_is_typed(line: str, protocol: str) -> None:
    answer_to(protocol, line.split(" "))


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"COMP_WORDS": "etoile\n"},
        {"COMP_CWORD": "1"},
        {"COMP_WORDS": "etoile\n", "COMP_CWORD": "x"},
        {"COMP_WORDS": "etoile\n", "COMP_CWORD": "9" * 5000},
    ],
)
def test_a_completer_that_is_not_told_what_to_complete_is_silent(asked: dict[str, str]) -> None:
    done = run("etoile", env={"_ETOILE_COMPLETE": "complete_bash"} | asked, code=1)
    assert (done.stdout, done.stderr) == ("", "")


@pytest.mark.parametrize("asked", ["\x1b]0;x\x07_bash", "complete_csh", "bash", "complete_\udc9b31m"])
def test_a_completion_that_there_is_not_is_wrong_usage(asked: str) -> None:
    done = run("etoile", env={"_ETOILE_COMPLETE": asked}, code=2)
    shown = escape_controls(asked)
    message = f'etoile: error: _ETOILE_COMPLETE names no instruction: "{shown}"\nhint: etoile --show-completion\n'
    assert (done.stdout, done.stderr) == ("", message)


@pytest.mark.parametrize("catalogue", ["-", "/dev/stdin"])
def test_a_completer_never_waits_for_standard_input(catalogue: str) -> None:
    words = ["etoile", "cast", ""]
    asked = {"_ETOILE_COMPLETE": "complete_bash", "COMP_WORDS": "\n".join(words), "COMP_CWORD": "2"}
    process = subprocess.Popen(
        [entry_point()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(asked | {"ETOILE_CATALOGUE": catalogue}),
    )
    try:
        assert process.wait(timeout=PATIENCE) == 0
    finally:
        process.kill()
        assert process.communicate() == (b"\n", b"")
