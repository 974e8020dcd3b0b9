"""What `scripts/fuzz.py` does: the same for the same seed, and of what it finds the smallest."""

import subprocess
import sys
from argparse import Namespace
from itertools import islice
from pathlib import Path

import pytest

from tests.door import CHECKOUT
from tests.fragments import FRAGMENTS, HOSTILE_BYTES, SPECIAL

sys.path.insert(0, str(CHECKOUT / "scripts"))
from fuzz import Search
from mutator import Mutator, smallest

SHIPPED = (CHECKOUT / "data" / "etoile.toml").read_bytes()


def drawn(seed: int) -> list[bytes]:
    mutator = Mutator([SHIPPED, b"x = 1\n", b""], HOSTILE_BYTES, seed)
    return list(islice(iter(mutator.draw, None), 300))


def test_a_seed_draws_the_same_inputs_again() -> None:
    assert drawn(1) == drawn(1) != drawn(2)
    assert len(set(drawn(1))) > 250


@pytest.mark.parametrize("needle", [b"Luke Kirby", b"\n[[sources]]\n", b"\xff", b""])
def test_the_smallest_input_has_nothing_but_the_fault(needle: bytes) -> None:
    assert smallest(SHIPPED[:2_000] + needle + SHIPPED[:500], lambda content: needle in content) == needle


def test_faults_that_lie_apart_stay_both() -> None:
    assert smallest(b"a\nb[c\nd\ne]f\n", lambda content: b"[" in content and b"]" in content) == b"[]"


def test_a_search_that_finds_nothing_says_how_many_inputs_it_tried() -> None:
    arguments = [sys.executable, CHECKOUT / "scripts" / "fuzz.py", "--plain", "--inputs", "20", "--seed", "7"]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("seed 7, at random\n20 inputs tried, nothing found\n", "")
    assert done.returncode == 0


def test_what_is_found_is_written_as_small_as_it_can_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def hold(content: bytes) -> None:
        if b"[[cast]]" in content:
            raise KeyError("cast")

    search = Search(Namespace(into=tmp_path), hold)
    assert not search.fails(b"[show]\n")
    assert search.fails(SHIPPED)
    [found] = tmp_path.iterdir()
    assert found.read_bytes() == b"[[cast]]"
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith(f"input 2, of {len(SHIPPED):,} bytes: KeyError in test_fuzzing.py:")
    assert told[-2:] == ["KeyError: 'cast'", f"{found}: 8 bytes"]


def test_every_character_that_the_code_names_is_tried() -> None:
    assert {*"\ufffd\ufeff\u2028\u200b\u00ad\x9b\x85\u202e\u3000“”´＂：＝\u0430\ufffe\u034f\u0640"} <= {
        *SPECIAL,
        *FRAGMENTS,
    }
