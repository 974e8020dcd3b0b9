import json
import tracemalloc
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.errors import CatalogueError
from etoile_cli.importing.reading.json_ import json_tree
from tests.strategies import examples, texts

trees = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
)


def refusal(content: bytes) -> str:
    with pytest.raises(CatalogueError) as caught:
        json_tree(content, "show.json")
    return caught.value.message


@examples(200)
@given(trees)
def test_any_json_is_read_as_it_is(tree: Any) -> None:
    assert json_tree(json.dumps(tree).encode(), "x") == tree


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_every_encoding_of_json_is_read(encoding: str) -> None:
    assert json_tree('{"name": "Étoile 🩰"}'.encode(encoding), "x") == {"name": "Étoile 🩰"}


def test_of_keys_that_repeat_the_last_one_counts() -> None:
    assert json_tree(b'{"a": 1, "a": 2}', "x") == {"a": 2}


def test_a_number_beyond_64_bits_is_exact() -> None:
    assert json_tree(b"[123456789012345678901234567890]", "x") == [123456789012345678901234567890]


def test_half_of_a_surrogate_pair_is_read() -> None:
    assert json_tree(rb'["\ud83e"]', "x") == ["\ud83e"]


def test_a_break_of_lines_in_a_text_is_read() -> None:
    assert json_tree(b'["a\nb"]', "x") == ["a\nb"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{\n  "a": 1,\n  "b" 2}', "show.json:3:7: is not JSON here"),
        (b"", "show.json:1:1: ends too early"),
        (b'{\n  "a": [1,\n', "show.json:2:11: ends too early"),
        (b'["a": "b]\n', "show.json:1:5: is not JSON here"),
        (b'{"a": "b]}\n', "show.json:1:11: ends too early"),
        (b"[tru]", "show.json:1:2: is not JSON here"),
        (b'["\\u00"]', "show.json:1:4: is not JSON here"),
        (b'{"a": 1} x', "show.json:1:10: is not JSON here"),
        ('["\n😀'.encode()[:-1], "show.json:2: ends too early"),
        ('["é'.encode("utf-16")[:-1], "show.json:1: ends too early"),
        (b'["\xff"]', "show.json:1: is not UTF-8 here"),
        (b"[NaN]", "show.json: is not JSON: it has no NaN"),
        (b"[-Infinity]", "show.json: is not JSON: it has no -Infinity"),
        (b"9" * 5_000, "show.json: has a number that is too long"),
        (b"[" * 100_000, "show.json: is nested too deeply"),
        (b'{"a":' * 100_000, "show.json: is nested too deeply"),
        (b"\n" + b"[" * 100_000 + b'"a\nb"', "show.json: is nested too deeply"),
    ],
)
def test_what_is_no_json_is_told_with_its_place(content: bytes, message: str) -> None:
    assert refusal(content) == message


WHOLE = r'{"a": [1, "x\u00e9\n é", true, null, -1.5e+3, {"b": ""}], "c": false}'


@pytest.mark.parametrize("length", range(1, len(WHOLE)))
def test_what_is_cut_off_anywhere_ends_too_early(length: int) -> None:
    assert refusal(b"\n" + WHOLE[:length].encode() + b"\n").endswith(": ends too early")


def test_a_large_file_takes_little_more_memory_than_what_it_says() -> None:
    content = json.dumps([{"@type": "TVEpisode", "name": f"Episode {each}"} for each in range(50_000)]).encode()
    tracemalloc.start()
    tree = json_tree(content, "x")
    held, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(tree) == 50_000
    assert most < 2 * held
