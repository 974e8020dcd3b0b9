"""Search for bytes that break a promise of the checker: `python scripts/fuzz.py --minutes 30`.

For whoever changes what reads or checks a catalogue; tests/promises.py says what holds of any bytes. With `--imports`
the promises are those of what is imported, in tests/importing/promises.py. Files are spoilt
at random. With atheris (`pip install atheris`: Linux and macOS, Python 3.11 to 3.13), those that reach new code are
spoilt further. What breaks a promise is made small and written to a file, and the exit code is 1.
`python scripts/fuzz.py FILE` tries files as they are.
"""

import argparse
import hashlib
import os
import secrets
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from types import ModuleType

CHECKOUT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(CHECKOUT), str(CHECKOUT / "scripts")]

from mutator import Mutator, smallest  # noqa: E402 found by the line above, as are those of the tests

from tests.fragments import HOSTILE_BYTES  # noqa: E402

_DATA = CHECKOUT / "tests" / "data"
_SEEDS = (_DATA / "corpus", _DATA / "invalid", _DATA / "shows", _DATA)
_IMPORTED = CHECKOUT / "tests" / "importing" / "data"
_EXAMPLE = CHECKOUT / "docs" / "example.toml"

# So many bytes are the most that a guided search tries, and so many bytes of a fragment libFuzzer takes.
_LARGEST, _LARGEST_FRAGMENT = 4_096, 64
# Code that tells where it is takes so many times as long.
_SLOWED = 5
# So many seconds a finding is made smaller; every so many it is told how far the search is.
_SHRINKING, _TELLING = 60, 60


class Search:
    """Tries one input after the other, until the time is over or one breaks a promise."""

    def __init__(self, options: argparse.Namespace, hold: Callable[[bytes], None]) -> None:
        self.tried = 0
        self._options, self._hold = options, hold
        self._began = self._told = time.monotonic()

    def is_over(self) -> bool:
        """Tell whether enough was tried."""
        now = time.monotonic()
        if now - self._told > _TELLING:
            self._told = now
            print(f"{self.tried:,} inputs in {(now - self._began) / 60:.0f} minutes", flush=True)
        return now - self._began > self._options.minutes * 60 or self.tried == self._options.inputs

    def fails(self, content: bytes) -> bool:
        """Tell whether an input breaks a promise; what is to be known of it is printed and written to a file."""
        self.tried += 1
        if not (kind := self._kind(content)):
            return False
        print(f"input {self.tried:,}, of {len(content):,} bytes: {kind}", flush=True)
        until = time.monotonic() + _SHRINKING
        small = smallest(content, lambda less: time.monotonic() < until and self._kind(less) == kind)
        traceback.print_exception(self._error(small), file=sys.stdout)
        file = Path(self._options.into, f"found-{hashlib.sha256(small).hexdigest()[:8]}.toml")
        file.write_bytes(small)
        print(f"{file}: {len(small):,} bytes", flush=True)
        return True

    def _kind(self, content: bytes) -> str:
        """Return what tells a fault from others: the promise, or what was raised where; empty if there is none."""
        match error := self._error(content):
            case None:
                return ""
            case AssertionError() | TimeoutError():
                return f"{type(error).__name__}: {error}".partition(" takes over")[0]
            case _:
                frame = traceback.extract_tb(error.__traceback__)[-1]
                return f"{type(error).__name__} in {Path(frame.filename).name}:{frame.lineno}"

    def _error(self, content: bytes) -> Exception | None:
        try:
            self._hold(content)
        except Exception as error:  # noqa: BLE001 whatever it is, it is what we look for
            return error
        return None


def main(arguments: Sequence[str] | None = None) -> int:
    """Search as the command line says, and return the exit code."""
    options = _options(arguments)
    if options.files:
        search = _search(options)
        failed = [file for file in options.files if search.fails(file.read_bytes())]
        return _end(search, failed=bool(failed))
    guide = None if options.plain else _guide()
    print(f"seed {options.seed}, {'guided by what code is reached' if guide else 'at random'}", flush=True)
    seeds = list(_seeds(options))
    return _guided(guide, options, seeds) if guide else _plain(options, seeds)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Search for bytes that break a promise of the checker.")
    parser.add_argument("files", nargs="*", type=Path, help="try these and nothing else")
    parser.add_argument("--minutes", type=float, default=5, help="search so long (default: %(default)s)")
    parser.add_argument("--inputs", type=int, help="try so many at most")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1 << 31), help="search as a run with it did")
    parser.add_argument(
        "--corpus", type=Path, help="begin with its files, too; a guided search adds what reaches more"
    )
    parser.add_argument("--into", type=Path, default=Path(), help="the folder for what is found")
    parser.add_argument("--imports", action="store_true", help="hold the promises of what is imported")
    parser.add_argument("--plain", action="store_true", help="at random, though atheris is installed")
    return parser.parse_args(arguments)


def _guide() -> ModuleType | None:
    try:
        import atheris
    except ImportError:
        return None
    return atheris


def _seeds(options: argparse.Namespace) -> Iterator[bytes]:
    for folder in filter(None, [options.corpus, *(() if options.imports else _SEEDS)]):
        yield from (file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file())
    if options.imports:
        yield from (file.read_bytes() for file in sorted(_IMPORTED.rglob("*.*")) if file.is_file())
    else:
        yield _EXAMPLE.read_bytes()


def _search(options: argparse.Namespace, patience: float = 1) -> Search:
    if options.imports:
        from tests.importing.promises import hold
    else:
        from tests.promises import hold
    return Search(options, partial(hold, patience=patience))


def _plain(options: argparse.Namespace, seeds: Sequence[bytes]) -> int:
    search, mutator = _search(options), Mutator(seeds, HOSTILE_BYTES, options.seed)
    while not search.is_over():
        if search.fails(mutator.draw()):
            return _end(search, failed=True)
    return _end(search, failed=False)


def _guided(atheris: ModuleType, options: argparse.Namespace, seeds: Sequence[bytes]) -> int:
    with tempfile.TemporaryDirectory() as folder, atheris.instrument_imports(include=["etoile_cli"]):
        search = _search(options, _SLOWED)  # the code that is imported here tells where it is
        reached, begun = options.corpus or Path(folder, "reached"), Path(folder, "begun")
        for each in (reached, begun):
            each.mkdir(exist_ok=True)
        for number, seed in enumerate(seeds):
            (begun / str(number)).write_bytes(seed[:_LARGEST])
        dictionary = Path(folder, "fragments")
        dictionary.write_text("".join(map(_entry, HOSTILE_BYTES)), encoding="ascii")
        # libFuzzer never returns, so that nothing but the end of this process ends it.
        child = os.fork()
        if child:
            return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

        def try_(content: bytes) -> None:
            if (failed := search.fails(content)) or search.is_over():
                os._exit(_end(search, failed=failed))

        limits = [f"-seed={options.seed}", f"-max_len={_LARGEST}", "-rss_limit_mb=0", "-verbosity=0"]
        atheris.Setup([sys.argv[0], *limits, f"-dict={dictionary}", str(reached), str(begun)], try_)
        atheris.Fuzz()
    raise AssertionError("a guided search has no end of its own")


def _entry(fragment: bytes) -> str:
    """Return a fragment as a line of libFuzzer's dictionaries."""
    escaped = "".join(f"\\x{byte:02x}" for byte in fragment[:_LARGEST_FRAGMENT])
    return f'"{escaped}"\n'


def _end(search: Search, *, failed: bool) -> int:
    print(f"{search.tried:,} inputs tried, {'one breaks a promise' if failed else 'nothing found'}", flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
