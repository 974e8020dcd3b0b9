"""What every test starts from."""

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.door import TODAY, UNSET

GOLDEN = Path(__file__).parent / "golden"
DATA = Path(__file__).parent / "data"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden from what is printed now")


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the machine's settings away from the program, and the day the same."""
    for name in (*UNSET, "ETOILE_CATALOGUE", "ETOILE_FORMAT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ETOILE_TODAY", TODAY)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return a check that a text is the one in tests/golden."""

    def check(name: str, text: str) -> None:
        path = GOLDEN / f"{name}.txt"
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return check


@pytest.fixture
def minimal() -> str:
    """Return the path of a catalogue that holds a title and nothing else."""
    return str(DATA / "minimal.toml")


@pytest.fixture
def hostile() -> str:
    """Return the path of a catalogue that tries to break every format."""
    return str(DATA / "hostile.toml")


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let signals end a process that is started here, even if the tests run where they are ignored."""
    endings = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)
    before = {each: signal.signal(each, signal.default_int_handler) for each in endings}
    yield
    for each, handler in before.items():
        signal.signal(each, handler)
