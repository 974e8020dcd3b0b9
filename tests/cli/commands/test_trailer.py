"""The trailer's address, and opening it."""

from pathlib import Path

import pytest

from tests.door import CHECKOUT, run, run_process
from tests.processes import run_all_in_terminal

FULL = CHECKOUT / "tests/data/full.toml"

SEARCH = "https://www.youtube.com/results?search_query=%C3%89toile+%E2%80%93+Official+Trailer+%7C+Prime+Video"
NOTE = "etoile: this is a search for “Étoile – Official Trailer | Prime Video”; its own address is not known\n"

TWO = """
format = 1
show = { title = "Two trailers" }
trailers = [
  { title = "Searched", url = "https://example.org/search", url_kind = "search" },
  { title = "Watched", kind = "trailer", url = "https://example.org/watch", published = 2025-03-26 },
]
"""


def test_a_piped_trailer_is_its_address_and_a_search_is_called_one() -> None:
    done = run("etoile trailer")
    assert done.stdout == f"{SEARCH}\n"
    assert done.stderr == NOTE


def test_a_page_goes_before_a_search() -> None:
    done = run("etoile -c - trailer", stdin=TWO)
    assert done.stdout == "https://example.org/watch\n"
    assert done.stderr == ""


def test_a_trailer_goes_before_a_clip() -> None:
    clip = '{ title = "Clip", kind = "clip", url = "https://example.org/clip", url_kind = "page" },'
    both = TWO.replace("trailers = [", f"trailers = [{clip}")
    assert run("etoile -c - trailer", stdin=both).stdout == "https://example.org/watch\n"


def test_all_trailers_are_printed_in_the_order_of_the_catalogue() -> None:
    done = run("etoile -c - trailer --all", stdin=TWO)
    assert done.stdout == "https://example.org/search\nhttps://example.org/watch\n"
    assert done.stderr == "etoile: this is a search for “Searched”; its own address is not known\n"


def test_no_trailer_is_the_answer_no(minimal: str) -> None:
    done = run(f"etoile -c {minimal} trailer", code=1)
    assert (done.stdout, done.stderr) == ("", "etoile: the catalogue has no trailer\n")
    assert run(f"etoile -c {minimal} trailer --json", code=1).stdout == "[]\n"


@pytest.fixture
def browser(tmp_path: Path) -> Path:
    """Return a browser that writes down what it was asked to open."""
    program = tmp_path / "browser"
    program.write_text(f'#!/bin/sh\necho "$1" >> {tmp_path}/opened\n')
    program.chmod(0o755)
    return program


def test_open_prints_the_address_and_opens_it_in_the_named_browser(browser: Path) -> None:
    done = run_process("etoile trailer --open", env={"BROWSER": str(browser)})
    assert done.stdout == f"{SEARCH}\n"
    assert done.stderr == NOTE
    assert (browser.parent / "opened").read_text() == f"{SEARCH}\n"


@pytest.mark.parametrize("failing", ["/bin/false", "/nonexistent/browser", "/bin/false '%s"])
def test_open_says_what_could_not_be_opened(failing: str) -> None:
    done = run_process("etoile trailer --open", env={"BROWSER": failing}, code=4)
    assert done.stdout == f"{SEARCH}\n"
    assert done.stderr == f"{NOTE}etoile: error: could not open {SEARCH}\nhint: BROWSER names the browser\n"


def test_open_says_when_there_is_no_browser(tmp_path: Path) -> None:
    # An empty PATH and no display: no browser is found on the machine that runs the tests.
    env = {"PATH": str(tmp_path), "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    done = run_process("etoile trailer --open", env=env, code=4)
    assert done.stdout == f"{SEARCH}\n"
    assert done.stderr == f"{NOTE}etoile: error: could not open {SEARCH}\nhint: name a browser in BROWSER\n"


def test_all_and_open_open_the_trailer_that_open_opens(browser: Path) -> None:
    run_process("etoile -c - trailer --all --open", stdin=TWO.encode(), env={"BROWSER": str(browser)})
    assert (browser.parent / "opened").read_text() == "https://example.org/watch\n"


def test_open_tries_the_browsers_that_are_named_and_no_other(browser: Path) -> None:
    done = run_process("etoile trailer --open", env={"BROWSER": f"/bin/false:{browser} %s"})
    assert done.stdout == f"{SEARCH}\n"
    assert (browser.parent / "opened").read_text() == f"{SEARCH}\n"


def test_what_a_browser_prints_is_no_part_of_the_answer(tmp_path: Path) -> None:
    talker = tmp_path / "talker"
    talker.write_text("#!/bin/sh\necho talk\n")
    talker.chmod(0o755)
    done = run_process("etoile trailer --open", env={"BROWSER": str(talker)})
    assert (done.stdout, done.stderr) == (f"{SEARCH}\n", f"{NOTE}talk\n")


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "--help", "ftp://example.org/"])
def test_open_opens_nothing_but_http_and_https(address: str, browser: Path) -> None:
    catalogue = f'format = 1\nshow = {{ title = "x" }}\ntrailers = [{{ title = "t", url = "{address}" }}]'
    env = {"BROWSER": str(browser)}
    done = run_process("etoile -c - trailer --open", stdin=catalogue.encode(), env=env, code=4)
    assert done.stdout == f"{address}\n"
    assert done.stderr == f"etoile: error: did not open {address}: only http and https addresses are opened\n"
    assert not (browser.parent / "opened").exists()


def test_a_terminal_is_told_of_the_trailers_that_are_not_shown() -> None:
    told = "etoile: 2 others recorded; --all lists them as well"
    [one, every] = run_all_in_terminal([f"etoile -c {FULL} trailer", f"etoile -c {FULL} trailer --all"], width=80)
    assert one.stdout.splitlines()[-1] == told
    assert told not in every.stdout
    assert run(f"etoile -c {FULL} trailer").stderr == ""
