"""`etoile export html -o FILE --open`: the page in a browser."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import tomli_w

from tests.door import Run, run, run_process, run_terminal

Browser = Callable[[str], str]


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    """Return what makes a browser that writes down what it was given, and then does something else as well."""

    def make(does: str = "") -> str:
        program = tmp_path / "browser"
        program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> {tmp_path}/given\n{does}\n')
        program.chmod(0o755)
        return str(program)

    return make


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    directory = tmp_path / "here"
    directory.mkdir()
    monkeypatch.chdir(directory)
    return directory


def given(here: Path) -> list[str]:
    """Return what the browser was given, nothing if it was not started."""
    path = here.parent / "given"
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def page() -> str:
    return run("etoile export html").stdout


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("page.html", "page.html"),
        ("a b/é%#?&'.html", "a%20b/%C3%A9%25%23%3F%26%27.html"),
        ("--page", "--page"),
        ("https:page", "https%3Apage"),
    ],
)
def test_the_browser_is_given_the_address_of_the_file(path: str, address: str, here: Path, browser: Browser) -> None:
    (here / path).parent.mkdir(exist_ok=True)
    done = run_process(f'etoile export html --open "--output={path}"', env={"BROWSER": browser("")})
    assert done == Run("", "", 0)
    assert (here / path).read_text(encoding="utf-8") == page()
    assert given(here) == [f"{here.as_uri()}/{address}"]


def test_a_whole_path_may_be_given(here: Path, browser: Browser) -> None:
    run_process(f"etoile export html -o '{here}/page.html' --open", env={"BROWSER": browser("")})
    assert given(here) == [f"{here.as_uri()}/page.html"]


def test_a_page_that_is_replaced_is_shown(here: Path, browser: Browser) -> None:
    (here / "page.html").write_text("old\n")
    env = {"BROWSER": browser(f"cp {here}/page.html {here}/seen.html")}
    done = run_process("etoile export html -o page.html --open", env=env, code=4)
    assert done.stderr == "etoile: error: page.html: already exists\nhint: --force replaces it\n"
    assert given(here) == []
    run_process("etoile export html -o page.html --open --force", env=env)
    assert given(here) == [f"{here.as_uri()}/page.html"]
    assert (here / "seen.html").read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("failing", ["/bin/false", "/nonexistent/browser", "/bin/false '%s"])
def test_a_browser_that_fails_is_told_and_the_page_stays(failing: str, here: Path) -> None:
    done = run_process("etoile export html -o page.html --open", env={"BROWSER": failing}, code=4)
    assert done == Run(
        "", "etoile: error: wrote page.html, but could not open it\nhint: BROWSER names the browser\n", 4
    )
    assert (here / "page.html").read_text(encoding="utf-8") == page()


def test_no_browser_is_told_and_the_page_stays(here: Path) -> None:
    # An empty PATH and no display: no browser is found on the machine that runs the tests.
    env = {"PATH": str(here.parent), "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    done = run_process("etoile export html -o page.html --open", env=env, code=4)
    assert done == Run(
        "", "etoile: error: wrote page.html, but could not open it\nhint: name a browser in BROWSER\n", 4
    )
    assert (here / "page.html").read_text(encoding="utf-8") == page()


def test_a_name_that_holds_controls_is_told_without_them(here: Path) -> None:
    done = run_process("etoile export html -o '\x1b[2J\n' --open", env={"BROWSER": "/bin/false"}, code=4)
    assert (
        done.stderr == "etoile: error: wrote \\u001b[2J\\n, but could not open it\nhint: BROWSER names the browser\n"
    )
    assert [each.name for each in here.iterdir()] == ["\x1b[2J\n"]


def test_the_browsers_that_are_named_are_tried_in_turn(here: Path, browser: Browser) -> None:
    env = {"BROWSER": f"/bin/false:{browser('')} --new %s"}
    run_process("etoile export html -o page.html --open", env=env)
    assert given(here) == ["--new", f"{here.as_uri()}/page.html"]


def test_a_browser_is_given_no_blank_and_no_line_break(here: Path, browser: Browser) -> None:
    url = r"https://t.example/a b\nc\u001b[31m?q=é \"'$(touch ran)"
    trailer = {"title": "T", "url": json.loads(f'"{url}"'), "url_kind": "page"}
    catalogue = tomli_w.dumps({"format": 1, "show": {"title": "x"}, "trailers": [trailer]})
    (here / "it.toml").write_text(catalogue, encoding="utf-8")
    run_process("etoile -c it.toml trailer --open", env={"BROWSER": browser("")})
    assert given(here) == ["https://t.example/a%20b%0Ac%1B%5B31m?q=é%20%22'$(touch%20ran)"]


def test_what_a_browser_prints_is_no_output(browser: Browser) -> None:
    done = run_process("etoile export html -o page.html --open", env={"BROWSER": browser("echo talk; echo more >&2")})
    assert done == Run("", "talk\nmore\n", 0)


def test_a_browser_in_the_terminal_has_it_for_itself(browser: Browser) -> None:
    # A program that doesn't wait for it has said its word long before the browser's last.
    env = {"BROWSER": browser("echo page; sleep 0.2; echo end")}
    done = run_terminal("etoile export html -o page.html --open", width=80, env=env)
    assert done.stdout == "page\nend\netoile: wrote page.html\n"
