"""`etoile edit`: opens the catalogue in the editor that was chosen, checks the text, and loses none."""

import os
import re
import shlex
import signal
import stat
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.dialogues import CTRL_C, CTRL_D, talk
from tests.door import PATIENCE, Run, entry_point, environment, run_process
from tests.processes import shell
from tests.programs import required

TEXT = """\
format = 1

[show]
title = "It"
sources = ["site"]

# The lead.
[[cast]]
name = "Ann"
character = "Bo"
sources = ["site"]

[[cast]]
name = "Ann"
character = "Cy"
sources = ["site"]

# [[episodes]]
# title = "Pilot"

[[sources]]
id = "site"
title = "Site"
"""
# What the editors here do with the file, as programs for sed.
RENAME = "s/Bo/Bob/"
SPOIL = 's/"Cy"/Cy/'
COMMENT = "s/The lead/The one/"
TOLD = "etoile: cast: Ann (Bo): character: Bo → Bob\n"
ERROR = """it.toml:15:13: error[syntax]: cast "Ann": "character": Cy is not a value (text must be in quotes: "Cy")\n"""
KEPT = r"your text is kept in (/\S+/it\.toml)\n"

Editing = Callable[..., str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory with a catalogue, and one for the copies beside it."""
    work = tmp_path / "here"
    work.mkdir()
    (tmp_path / "copies").mkdir()
    monkeypatch.chdir(work)
    monkeypatch.setenv("TMPDIR", str(tmp_path / "copies"))
    monkeypatch.setenv("ETOILE_CATALOGUE", "it.toml")
    for name in ("VISUAL", "EDITOR", "SED", "END"):
        monkeypatch.delenv(name, raising=False)
    Path("it.toml").write_text(TEXT, encoding="utf-8")
    return work


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editing:
    """Return what makes an editor of a name: it notes its arguments and does what SED says; END is its last line."""

    def make(name: str = "editor-of-mine") -> str:
        path = tmp_path / "programs" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(
            '#!/bin/sh\nfor each; do printf "%s\\n" "$each" >> "$NOTES"; file=$each; done\nfile=${file%%:[0-9]*}\n'
            'ls -l "$file" | cut -c1-10 >> "$NOTES"; test -z "$SED" || sed -i "$SED" "$file"\neval "$END"\n',
            encoding="utf-8",
        )
        path.chmod(0o755)
        monkeypatch.setenv("NOTES", str(tmp_path / "notes"))
        monkeypatch.setenv("EDITOR", str(path))
        return str(path)

    make()
    return make


def edit(words: str = "", *, code: int = 0, **env: str) -> Run:
    """Run the command; standard input is no terminal."""
    chosen = {name: os.environ[name] for name in ("ETOILE_CATALOGUE", "EDITOR") if name in os.environ}
    return run_process(f"etoile edit {words}", code=code, env=chosen | env)


def on_terminal(*, code: int = 0, **env: str) -> str:
    """Run the command in a terminal, and return what that has received."""
    chosen = {
        name: os.environ[name] for name in ("ETOILE_CATALOGUE", "EDITOR", "NOTES", "TMPDIR") if name in os.environ
    }
    return talk("etoile edit", [], code=code, env=chosen | env, cwd=Path.cwd())


def noted(tmp_path: Path) -> Sequence[str]:
    """Return what the editor was given: its arguments, the directory of the copy as `…`, and the copy's mode."""
    notes = (tmp_path / "notes").read_text(encoding="utf-8").splitlines()
    return [re.sub(r"/\S*/etoile-\w+/", "…/", each) for each in notes]


def copies(tmp_path: Path) -> Sequence[Path]:
    return list((tmp_path / "copies").iterdir())


def text() -> str:
    return Path("it.toml").read_text(encoding="utf-8")


def kept(done: str) -> str:
    """Return the text that was kept, whose place is the last thing that is told."""
    [place] = re.findall(KEPT, done)
    return Path(place).read_text(encoding="utf-8")


def test_a_system_without_an_editor_is_told() -> None:
    shown = on_terminal(code=4, VISUAL="", EDITOR="", PATH="/nowhere")
    assert shown == "etoile: error: there is no editor\nhint: VISUAL or EDITOR names one: EDITOR=nano\n"


@pytest.mark.parametrize("stream", ["stdin", "stdout"])
def test_no_editor_of_the_system_is_started_unless_input_and_output_are_a_terminal(
    stream: str, editor: Editing, tmp_path: Path
) -> None:
    env = environment({"PATH": f"{Path(editor('vi')).parent}:/bin", "VISUAL": "", "EDITOR": ""})
    main, child = os.openpty()
    streams = {"stdin": child, "stdout": child} | {stream: subprocess.DEVNULL}
    done = subprocess.run(
        [entry_point(), "edit", "-c", "it.toml"],
        **streams,
        stderr=subprocess.PIPE,
        env=env,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    os.close(child)
    os.close(main)
    assert done.stderr.startswith("etoile: error: no terminal, and neither VISUAL nor EDITOR is set\n")
    assert (done.returncode, (tmp_path / "notes").exists()) == (2, False)


@pytest.mark.usefixtures("editor")
def test_a_private_copy_with_the_name_of_the_file_is_edited_and_written_back(tmp_path: Path) -> None:
    assert edit(SED=RENAME) == Run("", TOLD, 0)
    assert text() == TEXT.replace("Bo", "Bob")
    assert noted(tmp_path) == ["…/it.toml", "-rw-------"]
    assert copies(tmp_path) == []


@pytest.mark.usefixtures("editor")
def test_a_text_that_stays_as_it_was_is_not_written(tmp_path: Path) -> None:
    before = Path("it.toml").stat()
    assert edit() == Run("", "etoile: nothing changed\n", 0)
    after = Path("it.toml").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert copies(tmp_path) == []


@pytest.mark.usefixtures("editor")
def test_a_change_of_comments_alone_is_told_as_that() -> None:
    told = "etoile: the records are the same; only comments, order or spelling changed\n"
    assert edit(SED=COMMENT) == Run("", told, 0)
    assert text() == TEXT.replace("The lead", "The one")


@pytest.mark.usefixtures("editor")
def test_an_editor_finds_the_schema_beside_the_copy(here: Path, tmp_path: Path) -> None:
    Path("it.toml").write_text(f"#:schema ./my.schema.json\n{TEXT}", encoding="utf-8")
    Path("my.schema.json").write_text("{}", encoding="utf-8")
    edit(END='cat "$(dirname "$file")/my.schema.json" >> "$NOTES"; echo >> "$NOTES"')
    assert noted(tmp_path)[-1] == "{}"
    assert sorted(each.name for each in here.iterdir()) == ["it.toml", "my.schema.json"]
    assert copies(tmp_path) == []


@pytest.mark.parametrize("name", ["gone.json", "../it.json", "/etc/hostname.json", "it.toml"])
@pytest.mark.usefixtures("editor")
def test_no_other_file_is_put_beside_the_copy(name: str, tmp_path: Path) -> None:
    (tmp_path / "it.json").write_text("{}", encoding="utf-8")
    Path("it.toml").write_text(f"#:schema {name}\n{TEXT}", encoding="utf-8")
    edit(END='ls -A "$(dirname "$file")" >> "$NOTES"')
    assert noted(tmp_path) == ["…/it.toml", "-rw-------", "it.toml"]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("", None),
        ("show", 3),
        ("cast", 8),
        ("cast cy", 13),
        ("actors bo", 8),
        ("episodes", 18),
        ("companies", None),
        ("sources", 21),
        ("sources site", 21),
    ],
)
def test_the_copy_is_opened_at_the_record(words: str, line: int | None, editor: Editing, tmp_path: Path) -> None:
    editor("vim")
    assert edit(words).stderr == "etoile: nothing changed\n"
    assert noted(tmp_path)[:-1] == [*([f"+{line}"] if line else []), "…/it.toml"]


def test_where_several_records_match_it_is_opened_at_the_first(editor: Editing, tmp_path: Path) -> None:
    editor("vim")
    told = "etoile: 2 records in cast match; opened at the first\netoile: nothing changed\n"
    assert edit("cast ann") == Run("", told, 0)
    assert noted(tmp_path)[0] == "+8"


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ("cast nobody", 1, 'etoile: nothing in cast matches "nobody"\n'),
        ("show it", 2, 'etoile: error: there is only one show, so that no words choose it: "it"\n'),
        (
            "nonesuch",
            2,
            'etoile: error: no section "nonesuch"\n',
        ),
        ("-c gone.toml", 3, "etoile: error: gone.toml: no such file\n"),
        (
            "-c /dev/null",
            4,
            "etoile: error: /dev/null: only a file can be changed, and this is a device or a pipe\n",
        ),
        ("-c -", 2, "etoile: error: standard input can't be changed\n"),
    ],
)
@pytest.mark.usefixtures("editor")
def test_what_can_not_be_edited_is_told_before_an_editor_opens(
    words: str, code: int, message: str, tmp_path: Path
) -> None:
    done = edit(words, code=code)
    assert (done.stdout, done.stderr.partition("hint: ")[0]) == ("", message)
    assert not (tmp_path / "notes").exists()


@pytest.mark.usefixtures("editor")
def test_the_built_in_catalogue_is_never_edited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ETOILE_CATALOGUE")
    hint = "hint: etoile init --copy mine.toml makes a copy; -c mine.toml or ETOILE_CATALOGUE=mine.toml names it\n"
    assert edit(code=2) == Run("", f"etoile: error: the built-in catalogue is never changed\n{hint}", 2)


@pytest.mark.usefixtures("editor")
def test_a_file_that_is_read_only_is_not_opened_but_for_a_dry_run(tmp_path: Path) -> None:
    Path("it.toml").chmod(0o444)
    assert edit(code=4, SED=RENAME) == Run(
        "", "etoile: error: it.toml: this file is read-only\nhint: chmod u+w makes it writable\n", 4
    )
    assert not (tmp_path / "notes").exists()
    assert edit("--dry-run", SED=RENAME).stdout.startswith("--- it.toml\n")


PLUS = ("vi", "vim.basic", "nvim", "nano", "emacs", "kak", "micro", "joe")


@pytest.mark.parametrize(
    ("name", "options", "given"),
    [
        *((name, "", ["+13", "…/it.toml"]) for name in PLUS),
        ("emacsclient", " -t", ["-t", "+13", "…/it.toml"]),
        ("gvim", "", ["-f", "+13", "…/it.toml"]),
        ("gvim", " --nofork", ["--nofork", "+13", "…/it.toml"]),
        ("code", "", ["--wait", "--goto", "…/it.toml:13"]),
        ("codium", " -n -w", ["-n", "-w", "--goto", "…/it.toml:13"]),
        ("cursor", " --wait", ["--wait", "--goto", "…/it.toml:13"]),
        ("subl", "", ["--wait", "…/it.toml:13"]),
        ("zed", "", ["--wait", "…/it.toml:13"]),
        ("hx", "", ["…/it.toml:13"]),
        ("unheard-of", " --quiet", ["--quiet", "…/it.toml"]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(
    name: str, options: str, given: Sequence[str], editor: Editing, tmp_path: Path
) -> None:
    assert edit("cast cy", EDITOR=editor(name) + options, SED=RENAME) == Run("", TOLD, 0)
    assert noted(tmp_path)[:-1] == given


def test_visual_comes_before_editor_and_both_before_what_the_system_has(editor: Editing, tmp_path: Path) -> None:
    first, second = editor("first"), editor("second")
    edit(VISUAL=first, EDITOR=second, SED=RENAME, END='echo "$0" >> "$NOTES"')
    edit(VISUAL=" ", EDITOR=second, END='echo "$0" >> "$NOTES"')
    system = {"PATH": f"{Path(editor('nano')).parent}:/bin:/usr/bin", "VISUAL": "", "EDITOR": ""}
    Path(second).rename(Path(second).with_name("sensible-editor"))
    on_terminal(**system, END='echo "$0" >> "$NOTES"')
    assert [each for each in noted(tmp_path) if each.startswith(str(tmp_path))] == [
        first,
        second,
        str(Path(second).with_name("sensible-editor")),
    ]


def test_blanks_in_a_path_are_no_ends_of_words(editor: Editing, tmp_path: Path) -> None:
    spaced = editor("my editor")
    Path("my show.toml").write_text(TEXT, encoding="utf-8")
    for given in (spaced, f'"{spaced}"', f"{shlex.quote(spaced)} -x"):
        assert edit("-c 'my show.toml'", EDITOR=given) == Run("", "etoile: nothing changed\n", 0)
    notes = (tmp_path / "notes").read_text(encoding="utf-8").splitlines()
    assert sum(each.endswith("/my show.toml") for each in notes) == 3


def test_no_shell_reads_the_words_of_an_editor(editor: Editing, here: Path, tmp_path: Path) -> None:
    edit(EDITOR=f"{editor()} $(touch{{IFS}}evil) ;touch *")
    assert noted(tmp_path)[:-1] == ["$(touch{IFS}evil)", ";touch", "*", "…/it.toml"]
    assert [each.name for each in here.iterdir()] == ["it.toml"]


@pytest.mark.parametrize(
    ("env", "code", "message"),
    [
        (
            {"EDITOR": "nonesuch -w"},
            4,
            "can't start the editor nonesuch: no such file or directory\nhint: VISUAL or EDITOR names another",
        ),
        ({"VISUAL": "'vim"}, 2, "VISUAL has a quotation mark that is not closed: 'vim"),
        (
            {"VISUAL": "", "EDITOR": ""},
            2,
            (
                "no terminal, and neither VISUAL nor EDITOR is set\n"
                "hint: EDITOR names a program that edits without one; etoile add, set and remove need no editor"
            ),
        ),
    ],
)
def test_an_editor_that_is_not_there_is_told(env: dict[str, str], code: int, message: str, tmp_path: Path) -> None:
    assert edit(code=code, **env) == Run("", f"etoile: error: {message}\n", code)
    assert text() == TEXT
    assert copies(tmp_path) == []


@pytest.mark.usefixtures("editor")
@pytest.mark.parametrize(
    ("end", "how"), [("exit 3", "with exit code 3"), (f"kill -{signal.SIGKILL} $$", "by signal 9")]
)
def test_an_editor_that_fails_loses_no_text(end: str, how: str, tmp_path: Path) -> None:
    failed = f"etoile: error: the editor {os.environ['EDITOR']} ended {how}\n"
    assert edit(code=4, END=end) == Run("", failed, 4)
    assert copies(tmp_path) == []
    done = edit(code=4, END=end, SED=RENAME)
    assert re.fullmatch(f"{re.escape(failed)}hint: {KEPT}", done.stderr)
    assert kept(done.stderr) == TEXT.replace("Bo", "Bob")
    assert text() == TEXT
    [directory] = copies(tmp_path)
    assert stat.S_IMODE(directory.stat().st_mode) == 0o700


@pytest.mark.usefixtures("editor")
def test_an_editor_that_removes_the_copy_changes_nothing(tmp_path: Path) -> None:
    done = edit(code=4, END='rm "$file"')
    assert re.fullmatch(r"etoile: error: the editor has left no text: /\S+/it.toml: no such file\n", done.stderr)
    assert (text(), copies(tmp_path)) == (TEXT, [])


@pytest.mark.usefixtures("editor")
def test_new_errors_are_not_saved_where_nobody_can_be_asked() -> None:
    done = edit(code=4, SED=SPOIL)
    told = f"{ERROR}hint: nothing was written: --force saves it all the same; "
    assert re.fullmatch(re.escape(told) + KEPT, done.stderr)
    assert kept(done.stderr) == TEXT.replace('"Cy"', "Cy")
    assert text() == TEXT


@pytest.mark.usefixtures("editor")
def test_force_saves_errors_all_the_same() -> None:
    told = "etoile: it.toml has another text now; etoile check it.toml says what is wrong with it\n"
    assert edit("--force", SED=SPOIL) == Run("", told, 0)
    assert text() == TEXT.replace('"Cy"', "Cy")


def test_a_broken_catalogue_is_opened_at_its_first_error_and_can_be_mended(editor: Editing, tmp_path: Path) -> None:
    editor("vim")
    Path("it.toml").write_text(TEXT.replace('"Cy"', "Cy").replace('"Bo"', "Bo"), encoding="utf-8")
    opened = "etoile: it.toml can't be read as it is, so it is opened at its first error\n"
    still = "etoile: it.toml has another text now; etoile check it.toml says what is wrong with it\n"
    assert edit(SED="s/= Bo/= 'Bo'/") == Run("", still, 0)  # one of two errors is left: no new one
    assert edit("cast cy", SED="s/= Cy/= 'Cy'/") == Run("", f"{opened}etoile: it.toml can be read now\n", 0)
    assert noted(tmp_path)[::3] == ["+10", "+15"]
    assert text() == TEXT.replace('"Cy"', "'Cy'").replace('"Bo"', "'Bo'")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"", b"PK\x03\x04\x00\x00", b"a: 1\n"])
@pytest.mark.usefixtures("editor")
def test_a_file_of_any_bytes_can_be_opened(content: bytes) -> None:
    Path("it.toml").write_bytes(content)
    assert edit() == Run("", "etoile: nothing changed\n", 0)
    assert edit("--force", END='echo more >> "$file"').code == 0
    assert Path("it.toml").read_bytes() == content + b"more\n"


@pytest.mark.usefixtures("editor")
def test_a_file_that_changed_meanwhile_is_not_replaced(here: Path) -> None:
    done = edit(code=4, SED=RENAME, END=f'echo "# other" >> {here}/it.toml')
    told = (
        "etoile: error: it.toml: another program has changed it meanwhile\nhint: nothing was written: try again; your "
    )
    assert re.fullmatch(re.escape(told.removesuffix("your ")) + KEPT, done.stderr)
    assert kept(done.stderr) == TEXT.replace("Bo", "Bob")
    assert text() == f"{TEXT}# other\n"


@pytest.mark.usefixtures("editor")
def test_another_command_can_change_the_file_while_the_editor_is_open(here: Path) -> None:
    command = f"{shlex.quote(entry_point())} set show title=Other -c {here}/it.toml"
    done = edit(code=4, SED=RENAME, END=command)
    assert "another program has changed it meanwhile" in done.stderr
    assert text() == TEXT.replace('"It"', '"Other"')


@pytest.mark.usefixtures("editor")
def test_a_file_that_is_gone_meanwhile_loses_no_text(here: Path) -> None:
    done = edit(code=4, SED=RENAME, END=f"rm {here}/it.toml")
    assert kept(done.stderr) == TEXT.replace("Bo", "Bob")
    assert not Path("it.toml").exists()


@pytest.mark.usefixtures("editor")
def test_links_mode_and_line_ends_stay() -> None:
    content = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    Path("real.toml").write_bytes(content)
    Path("real.toml").chmod(0o640)
    Path("it.toml").unlink()
    Path("it.toml").symlink_to("real.toml")
    assert edit(SED=RENAME) == Run("", TOLD, 0)
    assert Path("it.toml").is_symlink()
    assert Path("real.toml").read_bytes() == content.replace(b"Bo", b"Bob")
    assert stat.S_IMODE(Path("real.toml").stat().st_mode) == 0o640


@pytest.mark.usefixtures("editor")
def test_a_dry_run_prints_what_patch_takes_and_writes_nothing(tmp_path: Path) -> None:
    done = edit("--dry-run", SED=f"{RENAME};{COMMENT};$ s/$/\\n# end/")
    assert done.stderr == f"{TOLD}etoile: nothing was written\n"
    assert done.stdout.splitlines()[:6] == [
        "--- it.toml",
        "+++ it.toml",
        "@@ -4,10 +4,10 @@",
        ' title = "It"',
        ' sources = ["site"]',
        " ",
    ]
    assert (text(), copies(tmp_path)) == (TEXT, [])
    Path("it.diff").write_text(done.stdout, encoding="utf-8")
    subprocess.run([required("patch"), "-s", "-p0", "-i", "it.diff"], check=True)
    assert text() == TEXT.replace("Bo", "Bob").replace("The lead", "The one") + "# end\n"


QUESTION = "Enter: edit again · s: save all the same · k: keep the text elsewhere\n> "


def asked(answers: Sequence[str], *, code: int = 0, **env: str) -> str:
    chosen = {name: os.environ[name] for name in ("ETOILE_CATALOGUE", "EDITOR", "NOTES", "TMPDIR")}
    typed = [("elsewhere\r\n> ", each) for each in answers]
    return talk("etoile edit", typed, code=code, width=300, env=chosen | env, cwd=Path.cwd())


@pytest.mark.usefixtures("editor")
def test_errors_are_shown_on_a_terminal_and_saved_all_the_same_if_wanted() -> None:
    shown = asked(["s\n"], SED=SPOIL)
    assert shown.startswith(ERROR + QUESTION)
    assert text() == TEXT.replace('"Cy"', "Cy")


@pytest.mark.parametrize("answer", ["\n", "e\n", "E\n"])
def test_one_can_go_back_to_the_editor_which_opens_at_the_error(answer: str, editor: Editing, tmp_path: Path) -> None:
    editor("vim")
    mend = 'test -e "$NOTES.2" && sed -i "s/= Cy/= \'Dee\'/" "$file"; touch "$NOTES.2"'
    shown = asked([answer], SED=SPOIL, END=mend)
    assert shown.endswith("etoile: cast: Ann (Cy): character: Cy → Dee\n")
    assert text() == TEXT.replace('"Cy"', "'Dee'")
    assert noted(tmp_path) == ["…/it.toml", "-rw-------", "+15", "…/it.toml", "-rw-------"]


@pytest.mark.parametrize("answers", [["k\n"], [CTRL_D], ["what?\n", "K\n"]])
@pytest.mark.usefixtures("editor")
def test_the_text_can_be_kept_elsewhere(answers: Sequence[str]) -> None:
    shown = asked(answers, code=4, SED=SPOIL)
    assert "etoile: error: nothing was written\nhint: your text is kept in " in shown
    assert kept(shown) == TEXT.replace('"Cy"', "Cy")
    assert text() == TEXT


@pytest.mark.usefixtures("editor", "interruptible")
def test_ctrl_c_at_the_question_loses_no_text() -> None:
    shown = asked([CTRL_C], code=130, SED=SPOIL)
    assert kept(shown) == TEXT.replace('"Cy"', "Cy")
    assert text() == TEXT


@pytest.mark.usefixtures("editor", "interruptible")
def test_ctrl_c_in_the_editor_is_for_the_editor_alone() -> None:
    waits = "trap 'echo heard >> \"$file\"; exit 0' INT; echo ready; while :; do sleep 0.1; done"
    chosen = {name: os.environ[name] for name in ("ETOILE_CATALOGUE", "EDITOR", "NOTES", "TMPDIR")}
    talk("etoile edit --force", [("ready", "\x03")], env=chosen | {"END": waits}, cwd=Path.cwd())
    assert text() == f"{TEXT}heard\n"


@pytest.mark.usefixtures("editor")
def test_the_editor_has_the_terminal() -> None:
    shown = asked([], END="test -t 0 && test -t 1 && test -t 2 && echo it has")
    assert shown == "it has\netoile: nothing changed\n"


@pytest.mark.usefixtures("editor", "interruptible")
@pytest.mark.parametrize("name", ["TERM", "HUP"])
def test_a_signal_while_the_editor_is_open_loses_no_text(name: str) -> None:
    done = edit(code=128 + getattr(signal, f"SIG{name}"), SED=RENAME, END=f"kill -{name} $PPID; sleep 0.2")
    assert re.fullmatch(f"etoile: {KEPT}", done.stderr)
    assert kept(done.stderr) == TEXT.replace("Bo", "Bob")
    assert text() == TEXT


@pytest.mark.usefixtures("editor")
def test_a_full_disk_loses_no_text() -> None:
    # The editor alone may write more than 8 blocks to a file.
    limit = "trap '' XFSZ; export PYTHONDONTWRITEBYTECODE=1; ulimit -S -f 8;"
    grow = "ulimit -S -f unlimited; yes '# more' | head -c 70000 >> \"$file\""
    chosen = {name: os.environ[name] for name in ("ETOILE_CATALOGUE", "EDITOR", "NOTES", "TMPDIR")}
    done = shell(f"{limit} etoile edit", code=4, env=chosen | {"END": grow})
    told = "etoile: error: it.toml: file too large\nhint: "
    assert re.fullmatch(re.escape(told) + KEPT, done.stderr)
    assert kept(done.stderr) == TEXT + "# more\n" * 10_000
    assert text() == TEXT
    assert [each.name for each in Path.cwd().iterdir()] == ["it.toml"]


@pytest.mark.usefixtures("editor")
def test_where_no_copy_can_be_made_that_is_told(tmp_path: Path) -> None:
    limit = "trap '' XFSZ; export PYTHONDONTWRITEBYTECODE=1; ulimit -f 0;"
    chosen = {name: os.environ[name] for name in ("ETOILE_CATALOGUE", "EDITOR", "TMPDIR")}
    done = shell(f"{limit} etoile edit 2>&1 | cat", env=chosen)
    assert done.stdout == "etoile: error: no directory takes a copy to edit\nhint: TMPDIR names another\n"
    assert not (tmp_path / "notes").exists()
    assert copies(tmp_path) == []
